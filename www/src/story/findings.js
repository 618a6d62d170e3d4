/** What was found, as marks under the story and as a list beside it. All words are set as text. */

import { made } from "../util/dom.js";

/** @typedef {import("../../xenotime").Answer} Answer */
/** @typedef {import("../../xenotime").Finding} Finding */

/** The verdicts as readers see them, the gravest first. */
const VERDICTS = /** @type {const} */ ({
  contradicted: "Contradicted",
  misplaced: "Misplaced",
  close: "Close",
  supported: "Supported",
  not_checkable: "Not checkable",
});

/** @param {Finding} finding */
const label = (finding) => VERDICTS[finding.verdict];

/**
 * The story with its marks, each a button to its finding. Where two findings mark the same
 * figure, the graver one colours it.
 * @param {string} text
 * @param {Answer} answer
 * @param {(index: number) => void} open
 */
export function marks(text, answer, open) {
  const parts = document.createDocumentFragment();
  let at = 0;
  const grave = Object.keys(VERDICTS);
  const order = answer.findings
    .map((finding, index) => ({ finding, index, place: answer.places[index] ?? [0, 0] }))
    // A figure that is being changed is nowhere until it is checked anew.
    .filter(({ place }) => place[0] >= 0 && place[1] > place[0])
    .sort(
      (one, other) =>
        one.place[0] - other.place[0] || grave.indexOf(one.finding.verdict) - grave.indexOf(other.finding.verdict),
    );
  for (const { finding, index, place } of order) {
    const [from, to] = place;
    if (from < at) continue;
    parts.append(plain(text.slice(at, from)));
    const mark = made("span", `mark ${finding.verdict}`, text.slice(from, to));
    mark.dataset["finding"] = String(index);
    mark.tabIndex = 0;
    mark.setAttribute("role", "button");
    mark.setAttribute("aria-label", `${finding.text}: ${label(finding)}. ${finding.reason}`);
    mark.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      open(index);
    });
    parts.append(mark);
    at = to;
  }
  // A last empty line would otherwise have no height here, though it has in the text area.
  parts.append(plain(`${text.slice(at)}\n`));
  return parts;
}

/** @param {string} words What a screen reader finds in the text area already. */
function plain(words) {
  const part = made("span", "", words);
  part.setAttribute("aria-hidden", "true");
  return part;
}

/**
 * The list beside the story.
 * @param {Answer} answer
 * @param {(index: number) => void} choose
 */
export function list(answer, choose) {
  return answer.findings.map((finding, index) => {
    const item = made("li", finding.verdict);
    item.dataset["finding"] = String(index);
    const figure = made("button", "figure", finding.text.replace(/\s+/g, " "));
    figure.setAttribute("type", "button");
    figure.addEventListener("click", () => choose(index));
    const head = made("p");
    head.append(figure, " ", made("span", "verdict", label(finding)), about(finding));
    item.append(head, made("p", "", capital(finding.reason)));
    for (const note of finding.context) item.append(made("p", "note", note));
    item.append(evidence(finding, answer));
    return item;
  });
}

/** @param {string} words */
const capital = (words) => `${words.slice(0, 1).toUpperCase()}${words.slice(1)}.`.replace(/\.\.$/, ".");

/**
 * What the figure was read as.
 * @param {Finding} finding
 */
function about(finding) {
  const flow = finding.flow === "import" ? "imports" : "exports";
  const when = finding.period ? months(finding.period, finding.months ?? 1) : "";
  const what = [flow, finding.product?.replaceAll("-", " "), finding.partner === "WLD" ? "" : finding.partner, when];
  return made("span", "hint", ` · ${what.filter(Boolean).join(", ")}`);
}

/**
 * @param {string} first `2024-11`
 * @param {number} count
 */
function months(first, count) {
  const [year = 0, month = 1] = first.split("-").map(Number);
  if (count === 12 && month === 1) return String(year);
  const name = (/** @type {number} */ index, /** @type {boolean} */ dated) =>
    new Intl.DateTimeFormat("en", { month: "short", ...(dated && { year: "numeric" }), timeZone: "UTC" }).format(
      Date.UTC(year, index, 1),
    );
  if (count === 1) return name(month - 1, true);
  const last = month + count - 2;
  return `${name(month - 1, last > 11)}–${name(last, true)}`;
}

/**
 * @param {Finding} finding
 * @param {Answer} answer
 */
function evidence(finding, answer) {
  const details = made("details");
  details.append(made("summary", "", "Evidence"));
  if (finding.formula) details.append(made("p", "", `Computed as ${finding.formula}.`));
  if (finding.cells.length > 0) details.append(table(finding, answer));
  const links = made("p", "evidence-links");
  if (finding.chart !== null) links.append(link(`./${finding.chart}`, "See it in the chart"));
  for (const id of finding.sources) {
    const source = answer.sources.find((source) => source.id === id);
    if (!source) continue;
    const web = /^https?:\/\//.test(source.url);
    links.append(web ? link(source.url, source.credit) : made("span", "", source.credit));
  }
  if (links.childNodes.length > 0) details.append(links);
  return details.childNodes.length > 1 ? details : document.createDocumentFragment();
}

/**
 * @param {string} address
 * @param {string} words
 */
function link(address, words) {
  const link = made("a", "", words);
  link.setAttribute("href", address);
  link.setAttribute("target", "_blank");
  link.setAttribute("rel", "noopener noreferrer");
  return link;
}

/**
 * The figures of the data that a verdict rests on.
 * @param {Finding} finding
 * @param {Answer} answer
 */
function table(finding, answer) {
  const unit = finding.measure === "value" ? "US$" : "t";
  const table = made("table");
  const head = made("tr");
  for (const words of ["Months", `Amount, ${unit}`, "Status", "Source"]) {
    const cell = made("th", "", words);
    cell.setAttribute("scope", "col");
    head.append(cell);
  }
  table.append(head);
  for (const cell of finding.cells) {
    const row = made("tr");
    const credits = cell.sources.map((id) => answer.sources.find((source) => source.id === id)?.credit ?? id);
    const amount = new Intl.NumberFormat("en", { maximumFractionDigits: 4 }).format(cell.value);
    for (const words of [months(cell.period, cell.months), amount, cell.status, credits.join("; ")]) {
      row.append(made("td", "", words));
    }
    table.append(row);
  }
  return table;
}

/**
 * How many figures have each verdict.
 * @param {Finding[]} findings
 */
export function tally(findings) {
  return Object.entries(VERDICTS).flatMap(([verdict, words]) => {
    const count = findings.filter((finding) => finding.verdict === verdict).length;
    if (count === 0) return [];
    const item = made("li", verdict);
    item.append(made("span", "verdict", `${count} ${words.toLowerCase()}`));
    return [item];
  });
}
