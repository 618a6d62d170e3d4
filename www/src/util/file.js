/** Files and text that leave the page. */

/**
 * @param {Blob} blob
 * @param {string} name
 */
export function save(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // The browser has begun to read it by then, a busy one too.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/**
 * Saves a table as CSV; `marked` with the mark that some spreadsheets know UTF-8 by.
 * @param {string} csv
 * @param {string} name
 * @param {boolean} marked
 */
export const saveAsCsv = (csv, name, marked) =>
  save(new Blob([marked ? "\ufeff" : "", csv], { type: "text/csv;charset=utf-8" }), `${name}.csv`);

/** What a spreadsheet is called among files. */
export const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/**
 * What is to be copied may fail while it is made. A browser that forbids copying does not wait for it; whoever
 * makes it says why.
 * @param {Promise<unknown>} made
 */
const handled = (made) => void made.catch(() => undefined);

/**
 * Puts text on the clipboard. Called at once in the click that asks for it, so that a browser which
 * allows it to clicks alone still counts it; the text itself may come later.
 * @param {string | Promise<string>} text
 * @returns {Promise<boolean>} Whether it is there.
 */
export async function copyText(text) {
  try {
    if (typeof text === "string") {
      await navigator.clipboard.writeText(text);
    } else {
      const blob = text.then((words) => new Blob([words], { type: "text/plain" }));
      handled(blob);
      await navigator.clipboard.write([new ClipboardItem({ "text/plain": blob })]);
    }
    return true;
  } catch {
    return false;
  }
}

/**
 * Puts a picture on the clipboard, likewise.
 * @param {Promise<Blob>} picture
 * @returns {Promise<boolean>} Whether it is there.
 */
export async function copyPicture(picture) {
  handled(picture);
  try {
    await navigator.clipboard.write([new ClipboardItem({ "image/png": picture })]);
    return true;
  } catch {
    return false;
  }
}
