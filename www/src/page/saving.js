/** Taking the view away as a file. */

import { element, made } from "../util/dom.js";
import { copyText, save, saveAsCsv } from "../util/file.js";
import * as words from "../wording/words.js";
import { saveSpreadsheet } from "./spreadsheet.js";

/** How many device pixels a saved picture has to each CSS pixel. */
const RATIO = 2;

/** How large a picture is by where it is to stand, in CSS pixels: as `xenotime render --size` has it. What has no height is as high as the chart needs; what has one is a square where the chart’s rows or panels have no room in it. @type {Record<string, [width: number, height?: number]>} */
const PLACES = { column: [390], page: [760], social: [800, 418] };

/** The same where no place is named. */
const USUAL = /** @type {[number]} */ ([960]);

/**
 * @param {import("../../xenotime").Session} session
 * @param {string} place
 */
function sizeOf(session, place) {
  const [width, height] = PLACES[place] ?? USUAL;
  return { width, height: session.pictureHeight(width, height) };
}

/** What the name of a picture's file ends in. @param {string} name @param {string} place */
export const pictureName = (name, place) => (place ? `${name}-${place}` : name);

/**
 * A table as CSV, marked where the reader wants it.
 * @param {string} csv
 * @param {string} name
 */
export function saveText(csv, name) {
  /** @type {HTMLInputElement} */
  const marked = element("csv-marked");
  saveAsCsv(csv, name, marked.checked);
}

/**
 * @param {import("../../xenotime").Session} session
 * @param {string} name
 */
export const saveCsv = (session, name) => saveText(session.csv(), name);

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
 * @param {string} place Where it is to stand, or nothing.
 * @param {boolean} dark
 */
export function saveSvg(session, name, place, dark) {
  const { width, height } = sizeOf(session, place);
  const text = session.svg(width, height, dark);
  save(new Blob([text], { type: "image/svg+xml" }), `${pictureName(name, place)}.svg`);
}

/**
 * The view as a picture.
 * @param {import("../../xenotime").Session} session
 * @param {string} place
 * @param {boolean} dark
 * @returns {Promise<Blob>}
 */
export async function png(session, place, dark) {
  const { width, height } = sizeOf(session, place);
  const sheet = document.createElement("canvas");
  sheet.width = width * RATIO;
  sheet.height = height * RATIO;
  session.picture(sheet, RATIO, dark);
  /** @type {Blob | null} */
  const blob = await new Promise((resolve) => sheet.toBlob(resolve, "image/png"));
  if (!blob) throw new Error(words.noPicture);
  return blob;
}

/**
 * @param {import("../../xenotime").Session} session
 * @param {string} name
 * @param {string} place
 * @param {boolean} dark
 */
export async function savePng(session, name, place, dark) {
  save(await png(session, place, dark), `${pictureName(name, place)}.png`);
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

/** How wide frames are: on phones, with and without a margin, in an article's column, and as wide as the file grows. */
const WIDTHS = ["320px", "390px", "704px", "896px"];

/** Where no page of its own can be made to measure in. */
const UNMEASURED = 760;

/**
 * How high a pinned file of the view is where it is highest, folded: of use where the article's page runs no script.
 * @param {import("../../xenotime").Session} session
 * @param {string} live The page's own address: the link to it takes a line.
 */
export function pinnedHeight(session, live) {
  const html = session.pinned("auto", live);
  // The page's policy has no style sheets within documents.
  const style = /<style>([^]*?)<\/style>/.exec(html) ?? ["", ""];
  const { body } = new DOMParser().parseFromString(html.replace(style[0], ""), "text/html");
  for (const part of body.querySelectorAll("details")) part.open = false;
  for (const script of body.querySelectorAll("script")) script.remove();
  // The file's script says so there.
  const readout = /** @type {HTMLElement | null} */ (body.querySelector(".readout"));
  readout?.append(made("p", "", readout.dataset["hint"]));
  const frame = document.createElement("iframe");
  Object.assign(frame.style, { position: "absolute", visibility: "hidden", border: "0" });
  document.body.append(frame);
  try {
    const [own, view] = [frame.contentDocument, /** @type {any} */ (frame.contentWindow)];
    const sheet = new view.CSSStyleSheet();
    sheet.replaceSync(style[1] ?? "");
    if (!own) return UNMEASURED;
    own.adoptedStyleSheets = [sheet];
    own.body.replaceWith(own.adoptNode(body));
    const heights = WIDTHS.map((width) => {
      frame.style.width = width;
      return own.body.getBoundingClientRect().height;
    });
    return Math.ceil(Math.max(...heights)) || UNMEASURED;
  } catch {
    return UNMEASURED;
  } finally {
    frame.remove();
  }
}
