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
