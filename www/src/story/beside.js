/**
 * What is said beside a story: the day that its first lines name, the goods of an opened file that it does not, and
 * what an accusation rests on.
 */

/** How many first lines may hold a story's date. */
const FIRST = 3;

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const NAMED = "(jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\\.?";

/** How a day is written: the year, the month, the day, by their places in what is found. @type {[RegExp, [number, number, number]][]} */
const WAYS = [
  [new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?\\s+${NAMED},?\\s+(\\d{4})\\b`, "i"), [3, 2, 1]],
  [new RegExp(`\\b${NAMED}\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})\\b`, "i"), [3, 1, 2]],
  [/\b(\d{4})-(\d{2})-(\d{2})\b/, [1, 2, 3]],
  [/(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日/, [1, 2, 3]],
];

/**
 * The day that a story's first lines name, `2026-08-20`, where they name one alone.
 * @param {string} text
 */
export function dayIn(text) {
  const head = text.trimStart().split(/\n+/).slice(0, FIRST).join("\n");
  const found = WAYS.flatMap(([way, [year, month, day]]) =>
    Array.from(head.matchAll(new RegExp(way, `${way.flags}g`)), (parts) => {
      const named = MONTHS.indexOf((parts[month] ?? "").slice(0, 3).toLowerCase()) + 1 || Number(parts[month]);
      const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
      const own = `${parts[year]}-${two(named)}-${two(Number(parts[day]))}`;
      // No calendar has a 31st of February.
      const date = new Date(`${own}T00:00:00Z`);
      return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(own) ? own : "";
    }),
  );
  const days = new Set(found);
  return days.size === 1 ? found[0] : "";
}

/** The cells of the first line, and of each after it. @param {string} csv */
function cellsOf(csv) {
  const rows = [];
  let row = [""];
  let quoted = false;
  for (const sign of csv) {
    if (sign === '"') quoted = !quoted;
    else if (sign === "," && !quoted) row.push("");
    else if (sign === "\n" && !quoted) {
      rows.push(row);
      row = [""];
    } else if (sign !== "\r") row[row.length - 1] += sign;
  }
  if (row.length > 1) rows.push(row);
  return rows;
}

/** How many first letters of a word tell that it is meant, whatever its ending. */
const STEM = 5;

/** The beginnings of the words in a name; of Chinese, every two signs. @param {string} name */
const stemsOf = (name) => [
  ...Array.from(name.toLowerCase().matchAll(/(?:(?!\p{Script=Han})\p{L}){3,}/gu), ([word]) => word.slice(0, STEM)),
  ...Array.from(name.matchAll(/(?=(\p{Script=Han}{2}))/gu), ([, pair = ""]) => pair),
];

/**
 * The codes of an opened file's goods, where a story names none of them: nothing where it does, or where the file is
 * of all goods.
 * @param {string} products As the checker reads them.
 * @param {string} story
 */
export function unnamedIn(products, story) {
  const [head = [], ...rows] = cellsOf(products);
  const cell = (/** @type {string[]} */ row, /** @type {string} */ name) => row[head.indexOf(name)] ?? "";
  const goods = rows.map((row) => ({ code: cell(row, "hs") || cell(row, "product"), name: `${cell(row, "label")} ${cell(row, "note")}` }));
  const text = story.toLowerCase();
  const isNamed = goods.some(({ code, name }) => /^total$/i.test(code) || text.includes(code.toLowerCase()) || stemsOf(name).some((stem) => text.includes(stem)));
  return isNamed ? [] : goods.map(({ code }) => code);
}

/**
 * Who told the figures that an accusation rests on, where each is one that did not come from customs itself.
 * @param {Pick<import("../../xenotime").Finding, "verdict" | "cells">} finding
 * @param {Pick<import("../../xenotime").Publication, "id" | "credit" | "kind">[]} sources
 */
export function retoldBy({ verdict, cells }, sources) {
  if (verdict !== "contradicted" && verdict !== "misplaced") return [];
  const lone = cells.flatMap((cell) => (cell.sources.length === 1 ? cell.sources : []));
  const told = sources.filter(({ id, kind }) => lone.includes(id) && kind && kind !== "customs");
  return told.map(({ credit }) => credit);
}
