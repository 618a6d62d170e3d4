/** Tables as spreadsheets. */

import { XLSX, save } from "../util/file.js";
import { addressOf, beside, loadBundle } from "../util/load.js";
import { moduleOf, scriptOf } from "../util/language.js";

/**
 * Saves a table as a spreadsheet; what writes it is fetched now.
 * @param {string} csv
 * @param {string} name
 */
export async function saveSpreadsheet(csv, name) {
  const xlsx = await loadBundle(beside(addressOf("laterWholeScript"), scriptOf("spreadsheet")));
  const bytes = await xlsx(csv, beside(addressOf("laterWhole"), moduleOf("spreadsheet")));
  save(new Blob([bytes], { type: XLSX }), `${name}.xlsx`);
}
