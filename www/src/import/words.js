/** What the panel says of files, and what it calls countries. */

/** @typedef {import("../../xenotime").Summary} Summary */
/** @typedef {import("../../xenotime").Item} Item */

/** @param {number} share */
const percent = (share) => `${Math.round(share * 100)}%`;

/** @param {string} words */
const capital = (words) => words.charAt(0).toUpperCase() + words.slice(1);

/** @param {number} count */
const thousands = (count) => count.toLocaleString("en");

/** The name a reader knows a country by. @param {Item} item */
export function named({ code, name, alpha2 }) {
  if (code === "OWN") return "Your file";
  if (name && name !== code) return name;
  try {
    return (alpha2 && new Intl.DisplayNames("en", { type: "region" }).of(alpha2)) || code;
  } catch {
    return code;
  }
}

/** @param {{ name: string, reason: string }} refused */
export const refusal = ({ name, reason }) => `${name} could not be opened: ${reason}.`;

/**
 * How far a reading is, of 1, and in words.
 * @param {{ done: number, total: number, seconds: number, rows: number, name: string }} progress
 */
export function progressOf({ done, total, seconds, rows, name }) {
  const share = total > 0 ? Math.min(1, done / total) : 0;
  const speed = (done / 1e6 / seconds).toFixed(0);
  return { share, words: `${name}: ${percent(share)} read, ${thousands(rows)} rows, ${speed} MB a second.` };
}

/**
 * What files came to.
 * @param {Summary} summary
 * @param {number} seconds
 */
export function cameTo(summary, seconds) {
  const { files, notes, read, left_out, skipped, replaced, repeated, unweighed, first, last } = summary;
  const { all_reporters, reporters } = summary;
  /** @type {[number, string][]} */
  const counts = [
    [read, "rows read"],
    [left_out, "left out because other rows already cover them (re-exports, groups of countries)"],
    [repeated, "repeated an earlier row"],
    [replaced, "replaced an earlier row’s figure"],
    [unweighed, "with value only, because their quantity is not a weight"],
    [skipped, "not readable"],
    [
      all_reporters > reporters.length ? all_reporters : 0,
      `reporters (the ${reporters.length} largest are listed)`,
    ],
  ];
  const rows = counts.filter(([count]) => count > 0).map(([count, words]) => `${thousands(count)} ${words}`);
  const kinds = files.map(([name, kind]) => `${name} (${kind})`).join(", ");
  const years = first === last ? first : `${first} to ${last}`;
  const time = seconds < 0.1 ? "" : `; ${seconds.toFixed(1)} s`;
  const supposed = notes.map(([name, note]) => (files.length > 1 ? ` ${name}: ${note}.` : ` ${capital(note)}.`));
  return `${kinds}: ${rows.join(", ")}; ${years}${time}.${supposed.join("")}`;
}

/**
 * @param {number} listed
 * @param {Summary | undefined} summary
 */
export function rowErrorsHeading(listed, summary) {
  const all = Math.max((summary?.skipped ?? 0) + (summary?.replaced ?? 0), listed);
  const most = all > listed ? `, the first ${thousands(listed)} listed` : "";
  return `Rows that could not be read or replaced another: ${thousands(all)}${most}`;
}

/**
 * A product or partner as a list shows it; of the tree of codes, finer ones stand further in.
 * @param {Item} item
 * @param {{ name: string, tree: boolean }} how
 */
export function optionWords({ code }, { name, tree }) {
  const digits = tree && /^\d+$/.test(code) ? code.length : 2;
  const indent = "\u2003".repeat(Math.max(0, Math.ceil(digits / 2) - 1));
  return indent + (name === code ? name : `${code} ${name}`);
}

/**
 * @param {string} what
 * @param {number} found
 * @param {number} all
 */
export const foundWords = (what, found, all) =>
  `${what}: ${all > found ? `${found} of ${thousands(all)}` : all}`;
