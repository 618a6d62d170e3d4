/** What is fetched when something is saved as a spreadsheet. */

import init, { Spreadsheet } from "glue/spreadsheet";

import { fetched, handOver } from "./load.js";

/** @type {Promise<unknown> | undefined} */
let starting;

/**
 * The bytes of an `.xlsx` file.
 * @param {string} csv
 * @param {string} address Of the module.
 */
async function xlsx(csv, address) {
  starting ??= init({ module_or_path: fetched(address) });
  try {
    await starting;
  } catch (error) {
    starting = undefined;
    throw error;
  }
  return Spreadsheet.of(csv);
}

handOver(xlsx);
