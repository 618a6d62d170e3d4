/** The report as it leaves the page: with what the desk decided, and links that lead here from anywhere. */

import { inLanguage } from "../util/language.js";
import { addressOf } from "../util/load.js";
import * as words from "../wording/story.js";
import { sentenceAt } from "./text.js";

/** @typedef {import("../../xenotime").Finding} Finding */
/** @typedef {import("./text.js").Place} Place */
/** @typedef {import("./triage.js").Decision} Decision */

/**
 * What is on the page beside the checker's own report.
 * @typedef {object} Known
 * @property {(index: number) => [string, Place]} place Where a finding stands, in which text.
 * @property {ReadonlyMap<number, Decision>} decided
 * @property {string} dated When the story was written, as given or supposed.
 */

/** What JSON calls decisions. @type {Record<Decision, string>} */
const CODES = { accepted: "confirmed", aside: "aside" };

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
export function withKnown(findings, { place, decided, dated }, address = chartAddress) {
  return findings.map((finding, index) => {
    const decision = decided.get(index);
    return {
      ...finding,
      chart: finding.chart === null ? null : address(finding.chart),
      sentence: sentenceAt(...place(index)),
      decision: decision ? CODES[decision] : null,
      story_dated: dated,
    };
  });
}

/** Words that stay words within a table's cell. @param {string} said */
const cell = (said) => said.replace(/\s+/g, " ").replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll("|", "\\|");

/**
 * The checker's table with a column for the sentence, one for the decision, one for the chart.
 * @param {string} table A line for each finding, below a head.
 * @param {ReturnType<typeof withKnown>} findings
 * @param {Known} known
 */
export function completed(table, findings, { decided, dated }) {
  const lines = table.split("\n");
  const head = lines.findIndex((line) => line.startsWith("|"));
  const added = lines.map((line, at) => {
    if (head < 0 || !line.startsWith("|")) return line;
    if (at === head) return `${line} ${words.reportHeads.join(" | ")} |`;
    if (at === head + 1) return `${line} --- | --- | --- |`;
    const index = at - head - 2;
    const { sentence = "", chart } = findings[index] ?? {};
    const decision = decided.get(index);
    // What parts an address from the words around it would end the link.
    const link = chart ? `[${words.seeChart}](${chart.replace(/[()|<>\s]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)})` : "";
    return `${line} ${cell(sentence)} | ${decision ? words.decisionsOf[decision] : ""} | ${link} |`;
  });
  const day = /^\d{4}-\d\d-\d\d$/.test(dated) ? words.storyDated(dated) : dated;
  if (day) added[0] = `${added[0]} ${day}`;
  return added.join("\n");
}

/**
 * @param {"markdown" | "json"} kind
 * @param {(what: string) => Promise<string>} ask Of the checker.
 * @param {Known} known
 */
export async function reported(kind, ask, known) {
  const findings = withKnown(JSON.parse(await ask("json")), known);
  return kind === "json" ? JSON.stringify(findings, null, 2) : completed(await ask("markdown"), findings, known);
}
