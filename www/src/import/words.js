/** What the panel says of files, and what it calls countries. */

import { readSoFar, regionNames, rowErrorsOf, yourFile } from "../wording/import.js";

/** @typedef {import("../../xenotime").Summary} Summary */
/** @typedef {import("../../xenotime").Item} Item */

/** @param {number} share */
const percent = (share) => `${Math.round(share * 100)}%`;

/** The name a reader knows a country by. @param {Item} item */
export function named({ code, name, alpha2 }) {
  if (code === "OWN") return yourFile;
  if (name && name !== code) return name;
  try {
    return (alpha2 && new Intl.DisplayNames(regionNames, { type: "region" }).of(alpha2)) || code;
  } catch {
    return code;
  }
}

/**
 * How far a reading is, of 1, and in words.
 * @param {{ done: number, total: number, seconds: number, rows: number, name: string }} progress
 */
export function progressOf({ done, total, seconds, rows, name }) {
  const share = total > 0 ? Math.min(1, done / total) : 0;
  const speed = (done / 1e6 / seconds).toFixed(0);
  return { share, said: readSoFar(name, percent(share), rows, speed) };
}

/**
 * @param {number} listed
 * @param {Summary | undefined} summary
 */
export const rowErrorsHeading = (listed, summary) =>
  rowErrorsOf(Math.max((summary?.skipped ?? 0) + (summary?.replaced ?? 0), listed), listed);

/**
 * A product or partner as a list shows it; of the tree of codes, finer ones stand further in.
 * @param {Item} item
 * @param {{ name: string, tree: boolean }} how
 */
export function optionWords({ code, made }, { name, tree }) {
  const digits = tree && /^\d+$/.test(code) ? code.length : 2;
  const indent = "\u2003".repeat(Math.max(0, Math.ceil(digits / 2) - 1));
  // A code that nobody else knows tells nobody anything.
  return indent + (made || name === code ? name : `${code} ${name}`);
}
