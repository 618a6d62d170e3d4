/** What an editor pastes into an article. */

/** @param {string} text */
const attribute = (text) =>
  text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");

/** @param {string} text */
const inScript = (text) => JSON.stringify(text).replaceAll("<", "\\u003c");

/**
 * What a frame may do: run its script, read its files, open links as pages of their own, save files.
 */
const SANDBOX =
  "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-downloads";

/**
 * A frame as high as its chart, and the lines that keep it so at other widths. They hear only this
 * page's frames, and of these only the host that the frame was taken from.
 * @param {{ address: string, title: string, height: number }} frame
 */
export function snippet({ address, title, height }) {
  const { origin } = new URL(address);
  const frame = `<iframe class="xenotime" src="${attribute(address)}" title="${attribute(title)}" loading="lazy" width="100%" height="${height}" style="border:0" sandbox="${SANDBOX}"></iframe>`;
  const script = `<script>addEventListener("message",function(e){var d=e.data;if(e.origin===${inScript(origin)}&&d&&d.sender==="xenotime"&&d.version===1&&d.height>0&&d.height<5000)document.querySelectorAll("iframe.xenotime").forEach(function(f){if(e.source===f.contentWindow)f.style.height=d.height+"px"})})</script>`;
  return `${frame}\n${script}`;
}

/**
 * The frame of a pinned file that lies beside the article. It needs no address, and no more than to
 * run its own script.
 * @param {{ name: string, title: string }} file
 */
export function pinnedSnippet({ name, title }) {
  return `<iframe src="${attribute(`${name}.html`)}" title="${attribute(title)}" loading="lazy" width="100%" height="760" style="border:0" sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox"></iframe>`;
}

/**
 * A saved picture that leads to the page, for hosts that strip frames.
 * @param {{ name: string, title: string, address: string }} picture
 */
export function pictureSnippet({ name, title, address }) {
  return `<a href="${attribute(address)}"><img src="${attribute(`${name}.svg`)}" alt="${attribute(title)}" style="max-width:100%;height:auto"></a>`;
}
