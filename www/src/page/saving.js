/** Taking the view away as a file. */

import { copyText, save } from "../util/file.js";
import * as words from "../wording/words.js";
import { saveSpreadsheet } from "./spreadsheet.js";

/** How large a saved picture is, in CSS pixels, and how many device pixels each has. */
const WIDTH = 960;
const RATIO = 2;

/**
 * @param {import("../../xenotime").Session} session
 * @param {string} name
 */
export function saveCsv(session, name) {
  save(new Blob([words.csvBegins, session.csv()], { type: "text/csv;charset=utf-8" }), `${name}.csv`);
}

/**
 * Copies the same numbers, with tabs between as spreadsheets take them from the clipboard.
 * @param {import("../../xenotime").Session} session
 * @param {(said: string) => void} say
 */
export async function copyTable(session, say) {
  const text = session.csv().replace(/"((?:[^"]|"")*)"|,/g, (_, /** @type {string | undefined} */ quoted) =>
    quoted === undefined ? "\t" : quoted.replaceAll('""', '"').replace(/\s+/g, " "),
  );
  say((await copyText(text)) ? words.copied(words.table) : words.notDone);
}

/**
 * The same numbers as a spreadsheet.
 * @param {import("../../xenotime").Session} session
 * @param {string} name
 */
export const saveXlsx = (session, name) => saveSpreadsheet(session.csv(), name);

/**
 * @param {import("../../xenotime").Session} session
 * @param {string} name
 * @param {boolean} dark
 */
export function saveSvg(session, name, dark) {
  const text = session.svg(WIDTH, session.pictureHeight(WIDTH), dark);
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
  sheet.height = session.pictureHeight(WIDTH) * RATIO;
  session.picture(sheet, RATIO, dark);
  /** @type {Blob | null} */
  const blob = await new Promise((resolve) => sheet.toBlob(resolve, "image/png"));
  if (!blob) throw new Error(words.noPicture);
  save(blob, `${name}.png`);
}

/**
 * The view as one file that never changes, in the theme chosen for frames; `live` is the page's own
 * address, or empty where nobody else can open it.
 * @param {import("../../xenotime").Session} session
 * @param {string} name
 * @param {{ theme: string, live: string }} choice
 */
export function savePinned(session, name, { theme, live }) {
  const html = session.pinned(theme || "auto", live);
  save(new Blob([html], { type: "text/html;charset=utf-8" }), `${name}.html`);
}
