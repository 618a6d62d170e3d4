/** The report as it leaves the page: with what the desk decided, and links that lead here from anywhere. */

import { inLanguage } from "../util/language.js";
import { addressOf } from "../util/load.js";

/** @typedef {import("../../xenotime").Finding} Finding */
/** @typedef {import("./triage.js").Decision} Decision */

/**
 * What is on the page beside the checker's own report.
 * @typedef {object} Known
 * @property {ReadonlyMap<number, Decision>} decided
 * @property {string} dated When the story was written, as given or supposed.
 */

/** What JSON calls decisions. @type {Record<Decision, string>} */
const CODES = { accepted: "confirmed", aside: "aside" };

/** What its table is given. @type {Record<Decision | "", string>} */
const LETTERS = { accepted: "c", aside: "a", "": "-" };

/** Where a chart is, from here. @param {string} chart */
export const chartPlace = (chart) => inLanguage(`${addressOf("charts")}${chart}`);

/** The same from anywhere. @param {string} chart */
const chartAddress = (chart) => new URL(chartPlace(chart), location.href).href;

/**
 * Findings with what the page knows of each.
 * @param {Finding[]} findings
 * @param {Known} known
 * @param {(chart: string) => string} address
 */
export function withKnown(findings, { decided, dated }, address = chartAddress) {
  return findings.map((finding, index) => {
    const decision = decided.get(index);
    return {
      ...finding,
      chart: finding.chart === null ? null : address(finding.chart),
      decision: decision ? CODES[decision] : null,
      story_dated: dated,
    };
  });
}

/**
 * The same as the checker takes it for a table: a letter of what was decided and a line of an address for each finding.
 * @param {Pick<Finding, "chart">[]} findings With whole addresses.
 * @param {Known["decided"]} decided
 */
export const forTable = (findings, decided) => [
  findings.map((_, index) => LETTERS[decided.get(index) ?? ""]).join(""),
  // What parts an address from the words around it would end the link.
  findings.map(({ chart }) => (chart ?? "").replace(/[()|<>\s]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)).join("\n"),
];

/**
 * @param {"markdown" | "json"} kind
 * @param {(what: string, ...facts: string[]) => Promise<string>} ask Of the checker.
 * @param {Known} known
 */
export async function reported(kind, ask, known) {
  const findings = withKnown(JSON.parse(await ask("json")), known);
  return kind === "json" ? JSON.stringify(findings, null, 2) : ask("markdown", ...forTable(findings, known.decided));
}
