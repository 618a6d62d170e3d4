/** The table of partners and products: sorted, searched, and a way to each of them. */

import { element, made } from "../util/dom.js";
import * as words from "../wording/words.js";
import { messageOf } from "../util/error.js";
import { addressOf, beside } from "../util/load.js";
import { saveText } from "./saving.js";
import { saveSpreadsheet } from "./spreadsheet.js";

/** @typedef {import("../../xenotime").Ranking} Ranking */
/** @typedef {"partner" | "product"} Side */
/** @typedef {{ ranking: Ranking, sources?: string, needs?: string[] }} Shown */

/**
 * @typedef {object} Rows What a reader's own files have, more than the chart holds.
 * @property {(by: Side) => boolean} has Whether it has all rows: of a folder only some chapters are here.
 * @property {(subject: string, asked: string) => Promise<Ranking | undefined>} ask
 * @property {(subject: string, asked: string) => Promise<string>} csv
 * @property {(by: Side, code: string) => void} choose
 */

/** How many rows are shown at first, and how many more at a time. */
const STEP = 50;

/** What stands in a cell without a figure. */
const NOTHING = "–";

/** After how long waiting is said to be that, in milliseconds. */
const NOTICED = 400;

const PANEL = `
  <h2 id="rows-head">${words.rowsHead}</h2>
  <form class="rows-asked" aria-label="${words.rowsAsked}">
    <label>${words.rowsOf} <select name="by"><option value="partner">${words.partners}</option><option value="product">${words.products}</option></select></label>
    <label>${words.period} <select name="period"></select></label>
    <label>${words.search} <input type="search" name="wanted" autocomplete="off" spellcheck="false" /></label>
    <button type="button" name="csv">CSV</button>
    <button type="button" name="xlsx">XLSX</button>
  </form>
  <p class="rows-told" role="status"></p>
  <div class="scroll" tabindex="0" role="region" aria-label="${words.rowsOfTable}">
    <table><caption><span></span></caption><thead><tr></tr></thead><tbody></tbody></table>
  </div>
  <button type="button" name="more" hidden></button>
  <ul class="rows-notes"></ul>
  <p class="source" hidden></p>
`;

/**
 * @param {object} page
 * @param {() => import("../../xenotime").Session | undefined} page.session
 * @param {() => Rows | undefined} page.own The rows of the files that what is shown was made of.
 * @param {(names: string[]) => Promise<unknown>} page.bring Fetches files of the data.
 * @param {(address: string) => void} page.go
 */
export function createTable({ session, own, bring, go }) {
  const panel = made("section", "rows page-only");
  panel.id = "rows";
  panel.hidden = true;
  panel.setAttribute("aria-labelledby", "rows-head");
  panel.innerHTML = PANEL;
  element("embed").after(panel);
  const sheet = document.createElement("link");
  sheet.rel = "stylesheet";
  sheet.href = beside(addressOf("laterWholeScript"), "table.css");
  document.head.append(sheet);
  element("show-table").setAttribute("aria-controls", "rows");

  /** @template {Element} [T=HTMLElement] @param {string} selector */
  const part = (selector) => /** @type {T} */ (panel.querySelector(selector));
  /** @type {HTMLSelectElement} */
  const by = part("[name=by]");
  /** @type {HTMLSelectElement} */
  const period = part("[name=period]");
  /** @type {HTMLInputElement} */
  const wanted = part("[name=wanted]");
  /** @type {HTMLButtonElement} */
  const more = part("[name=more]");
  const body = part("tbody");

  let sort = "";
  let most = STEP;
  /** The period that the reader chose, if any. */
  let chosen = "";
  /** Which question is the latest: an answer to an older one has come too late. */
  let asking = 0;
  /** Why the row chosen last is shown by another chart, until the table of it is there. */
  let elsewhere = "";

  const side = () => /** @type {Side} */ (by.value);

  const asked = () =>
    [["by", by.value], ["period", chosen], ["wanted", wanted.value], ["sort", sort], ["most", most]]
      .map((line) => line.join("\t"))
      .join("\n");

  /** The rows of files, where they have all of them. */
  function ownRows() {
    const rows = own();
    return rows?.has(side()) ? rows : undefined;
  }

  /** @returns {Promise<Shown | undefined>} */
  async function ask() {
    const rows = ownRows();
    const ranking = rows && (await rows.ask(session()?.subject() ?? "", asked()));
    if (ranking) return { ranking };
    const first = session()?.table(asked());
    if (!first?.needs.length) return first;
    await bring(first.needs);
    return session()?.table(asked());
  }

  async function update() {
    if (panel.hidden) return;
    asking += 1;
    const own = asking;
    panel.setAttribute("aria-busy", "true");
    // Of hundreds of thousands of partners the sums take their time, in the worker.
    const late = setTimeout(() => showStatus(words.addingUp), NOTICED);
    // Who leads to another view has not said everywhere yet what it is of.
    await null;
    try {
      const found = await ask();
      if (own !== asking || !found) return;
      fill(found);
    } catch (error) {
      if (own === asking) showStatus(words.tableNotMade(messageOf(error)));
    } finally {
      clearTimeout(late);
      if (own === asking) panel.removeAttribute("aria-busy");
    }
  }

  /** @param {string} message */
  function showStatus(message) {
    part(".rows-told").textContent = message;
  }

  /** @param {Shown} found */
  function fill({ ranking, sources = "" }) {
    const focused = document.activeElement;
    const place = focused instanceof HTMLElement && panel.contains(focused) ? focused.dataset["row"] : undefined;
    part("caption span").textContent = ranking.caption;
    period.replaceChildren(...ranking.periods.map(({ value, label }) => new Option(label, value)));
    period.value = ranking.period;
    heads(ranking);
    body.replaceChildren(...ranking.rows.map(row));
    // Of what no row has there is nothing to look at.
    for (const [at, { sorted }] of ranking.heads.entries()) {
      const empty = at > 0 && sorted === "none" && ranking.rows.every(({ cells }) => cells[at - 1] === NOTHING);
      for (const line of panel.querySelectorAll("tr")) line.children[at]?.toggleAttribute("hidden", empty);
    }
    if (place !== undefined) /** @type {HTMLElement | null} */ (body.querySelector(`[data-row="${CSS.escape(place)}"]`))?.focus();
    const lines = ranking.rows.filter(({ kind }) => kind !== "total").length;
    const fitting = wanted.value.trim() ? count(ranking.found) : undefined;
    const counted = words.counted(side(), count(ranking.all), fitting, lines < ranking.found ? count(lines) : undefined);
    showStatus(elsewhere ? `${elsewhere} ${counted}` : counted);
    elsewhere = "";
    more.hidden = lines >= ranking.found;
    more.textContent = words.showMore(count(Math.min(ranking.found - lines, STEP)));
    part(".rows-notes").replaceChildren(...ranking.notes.map((note) => made("li", "", note)));
    part(".source").hidden = sources === "";
    // The module escapes every word of it.
    part(".source").innerHTML = words.sourcesOf(sources);
  }

  const count = (/** @type {number} */ number) => number.toLocaleString(words.numbers);

  /** @param {Ranking} ranking */
  function heads({ heads }) {
    const row = part("thead tr");
    // What is focused stays.
    if (row.children.length === 0) row.append(...heads.map(head));
    for (const [index, { code, label, sorted }] of heads.entries()) {
      const cell = row.children[index];
      const button = cell?.querySelector("button");
      if (!cell || !button) continue;
      cell.setAttribute("aria-sort", sorted);
      button.textContent = label;
      button.dataset["sort"] = code;
    }
  }

  /** @param {{ code: string }} of */
  function head({ code }) {
    const cell = made("th", code === "name" ? "" : "number");
    cell.setAttribute("scope", "col");
    const button = document.createElement("button");
    button.type = "button";
    button.addEventListener("click", () => {
      const now = cell.getAttribute("aria-sort");
      const first = code === "name" ? "" : "-";
      const other = first ? "" : "-";
      const turned = now === (first ? "descending" : "ascending");
      sort = `${turned ? other : first}${code}`;
      void update();
    });
    cell.append(button);
    return cell;
  }

  /** @param {import("../../xenotime").RankedRow} of */
  function row({ code, name, kind, chosen, cells }) {
    const line = made("tr", [kind === "total" ? "total" : "", chosen ? "chosen" : ""].join(" ").trim());
    const first = made("th");
    first.setAttribute("scope", "row");
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = name;
    button.dataset["row"] = code;
    if (chosen) button.setAttribute("aria-current", "true");
    button.addEventListener("click", () => choose(code));
    first.append(button);
    const more = words.kinds[kind];
    if (more) first.append(made("small", "", more));
    line.append(first, ...cells.map((cell) => made("td", "number", cell)));
    return line;
  }

  /** Shows a row in the chart, or in the nearest that can show it. @param {string} code */
  function choose(code) {
    const rows = ownRows();
    const led = rows ? undefined : session()?.rowLeads(asked(), code);
    if (led === undefined) {
      rows?.choose(side(), code);
      return;
    }
    const [address = "", why = ""] = led.split("\n");
    elsewhere = why;
    go(address);
  }

  /** @param {"csv" | "xlsx"} kind */
  async function take(kind) {
    const rows = ownRows();
    const text = rows ? await rows.csv(session()?.subject() ?? "", asked()) : session()?.tableCsv(asked());
    if (!text) return;
    const name = `xenotime-${side()}s`;
    if (kind === "csv") saveText(text, name);
    else await saveSpreadsheet(text, name);
  }

  /** @param {"csv" | "xlsx"} kind */
  const saved = (kind) => () =>
    take(kind).catch((error) => showStatus(words.tableNotSaved(messageOf(error))));

  /** Begins the rows anew. */
  function again() {
    most = STEP;
    void update();
  }

  by.addEventListener("change", () => {
    chosen = "";
    again();
  });
  period.addEventListener("change", () => {
    chosen = period.value;
    again();
  });
  wanted.addEventListener("input", again);
  part("form").addEventListener("submit", (event) => event.preventDefault());
  part("[name=csv]").addEventListener("click", saved("csv"));
  part("[name=xlsx]").addEventListener("click", saved("xlsx"));
  more.addEventListener("click", () => {
    most += STEP;
    void update();
  });
  // Up and down lead from row to row, as the eye goes.
  body.addEventListener("keydown", (event) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!by) return;
    const buttons = Array.from(body.querySelectorAll("button"));
    const next = buttons[buttons.findIndex((button) => button === document.activeElement) + by];
    if (!next) return;
    event.preventDefault();
    next.focus();
  });

  return {
    update,
    /** Opens or closes it; says whether it is open. */
    toggle() {
      panel.hidden = !panel.hidden;
      void update();
      return !panel.hidden;
    },
  };
}
