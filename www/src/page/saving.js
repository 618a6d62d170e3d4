/** Taking the view away: files, links and the snippet. */

import { save } from "../util/file.js";

/** How large a saved picture is, in CSS pixels, and how many device pixels each has. */
const WIDTH = 960;
const HEIGHT = 600;
const RATIO = 2;

/**
 * @param {import("../../xenotime").Session} session
 * @param {string} name
 */
export function saveCsv(session, name) {
  save(new Blob([session.csv()], { type: "text/csv;charset=utf-8" }), `${name}.csv`);
}

/**
 * @param {import("../../xenotime").Session} session
 * @param {string} name
 * @param {boolean} dark
 */
export function saveSvg(session, name, dark) {
  const text = session.svg(WIDTH, HEIGHT, dark);
  save(new Blob([text], { type: "image/svg+xml" }), `${name}.svg`);
}

/**
 * @param {import("../../xenotime").Session} session
 * @param {string} name
 * @param {boolean} dark
 */
export async function savePng(session, name, dark) {
  const sheet = document.createElement("canvas");
  sheet.width = WIDTH * RATIO;
  sheet.height = HEIGHT * RATIO;
  session.picture(sheet, RATIO, dark);
  /** @type {Blob | null} */
  const blob = await new Promise((resolve) => sheet.toBlob(resolve, "image/png"));
  if (!blob) throw new Error("the browser made no picture");
  save(blob, `${name}.png`);
}

/** @param {string} text */
const attribute = (text) =>
  text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");

/**
 * What an editor pastes: a frame, and the lines that make it as high as its chart. They hear
 * only the frame they belong to.
 * @param {string} address
 * @param {string} title
 */
export function snippet(address, title) {
  const frame = `<iframe class="xenotime" src="${attribute(address)}" title="${attribute(title)}" loading="lazy" width="100%" height="640" style="border:0" sandbox="allow-scripts allow-same-origin allow-popups"></iframe>`;
  const script = `<script>addEventListener("message",function(e){document.querySelectorAll("iframe.xenotime").forEach(function(f){var d=e.data;if(e.source===f.contentWindow&&d&&d.sender==="xenotime"&&d.version===1&&d.height>0&&d.height<5000)f.style.height=d.height+"px"})})</script>`;
  return `${frame}\n${script}`;
}
