/** What an editor pastes into an article. */

/** @param {string} text */
const attribute = (text) =>
  text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");

/** @param {string} text */
const inScript = (text) => JSON.stringify(text).replaceAll("<", "\\u003c");

/**
 * What a frame may do, and no more: run its script, read its files (without an origin of its own it has to load
 * all of them as one script), open links as pages of their own, outside the sandbox, and save files.
 */
const SANDBOX =
  "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-downloads";

/**
 * The lines that keep frames as high as their charts, at any width. They hear only this page's frames, and
 * of these only where they come from.
 * @param {string} origin
 */
const follower = (origin) =>
  `<script>addEventListener("message",function(e){var d=e.data;if(e.origin===${inScript(origin)}&&d&&d.sender==="xenotime"&&d.version===1&&d.height>0&&d.height<5000)document.querySelectorAll("iframe.xenotime").forEach(function(f){if(e.source===f.contentWindow)f.style.height=d.height+"px"})})</script>`;

/**
 * A frame as high as its chart.
 * @param {{ address: string, title: string, height: number }} frame
 */
export function snippet({ address, title, height }) {
  const frame = `<iframe class="xenotime" src="${attribute(address)}" title="${attribute(title)}" loading="lazy" width="100%" height="${height}" style="border:0" sandbox="${SANDBOX}"></iframe>`;
  return `${frame}\n${follower(new URL(address).origin)}`;
}

/**
 * The frame of a pinned file that lies beside the article. It needs no address, and no more than to
 * run its own script.
 * @param {{ name: string, title: string, height: number }} file
 */
export function pinnedSnippet({ name, title, height }) {
  const frame = `<iframe class="xenotime" src="${attribute(`${name}.html`)}" title="${attribute(title)}" loading="lazy" width="100%" height="${height}" style="border:0" sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox"></iframe>`;
  // In such a sandbox it has no origin.
  return `${frame}\n${follower("null")}`;
}

/**
 * A saved picture that leads to the page, for hosts that strip frames. Of the address of the view as a frame it
 * keeps the month, so that next month's link shows what the picture shows.
 * @param {{ name: string, title: string, frame: string }} picture
 */
export function pictureSnippet({ name, title, frame }) {
  const address = frame.replace(/([?&])embed(?:&|(?=#|$))/, "$1").replace(/[?&](?=#|$)/, "");
  return `<a href="${attribute(address)}"><img src="${attribute(`${name}.svg`)}" alt="${attribute(title)}" style="max-width:100%;height:auto"></a>`;
}
