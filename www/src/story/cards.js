/** What was found, as cards beside the story; of many, those that the reader has come to. */

import { element, made } from "../util/dom.js";
import * as words from "../wording/story.js";
import { chartPlace } from "./report.js";
import { GROUPS } from "./triage.js";

/** @typedef {import("../../xenotime").Details} Details */
/** @typedef {import("../../xenotime").Finding & { suggested?: string | null }} Finding */
/** @typedef {import("./triage.js").Decision} Decision */

/** How many codes of goods are named. */
const MOST_CODES = 5;

/** How many cards are made at once. */
const PAGE = 40;

/**
 * @typedef {object} Desk
 * @property {(index: number) => void} choose Shows where a figure stands in the story.
 * @property {(index: number, decision: Decision | undefined) => void} decide
 * @property {(index: number, words: string) => void} reword Puts other words in a figure's place.
 * @property {() => { day?: string, unnamed?: string[] }} beside What the checker says beside its findings.
 * @property {(day: string) => void} dateBy
 * @property {(numbers: number[]) => Promise<Details>} details
 * @property {(error: unknown) => void} failed
 */

/**
 * @param {HTMLElement} list
 * @param {Desk} desk
 */
export function createCards(list, desk) {
  /** The findings' numbers, as they are listed. @type {number[]} */
  let order = [];
  /** @type {ReadonlyMap<number, Decision>} */
  let decided = new Map();
  let [from, to] = [0, 0];
  let chosen = -1;
  /** Which answer is shown: what comes for an earlier one is late. */
  let answers = 0;
  /** The listing that is on its way. @type {Promise<void>} */
  let listing = Promise.resolve();

  const before = button(words.earlierFigures, () => extend(Math.max(0, from - PAGE), from));
  const after = button(words.moreFigures, () => extend(to, to + PAGE));
  const edges = new IntersectionObserver((entries) => {
    if (entries.some(({ isIntersecting }) => isIntersecting)) void extend(to, to + PAGE);
  });
  edges.observe(after);

  /**
   * Lists findings anew.
   * @param {number[]} numbers In their order.
   * @param {ReadonlyMap<number, Decision>} decisions
   */
  async function show(numbers, decisions) {
    answers += 1;
    sayBeside();
    order = numbers;
    decided = decisions;
    const opened = new Set(Array.from(list.querySelectorAll("details[open]"), (one) => one.closest("li")?.dataset["finding"]));
    listing = fill(from >= order.length ? 0 : from, Math.max(PAGE, to - from), opened);
    await listing;
  }

  const unnamed = made("p", "hint");
  list.before(unnamed);

  /** Says which goods the story does not name, and offers the day that its first lines name. */
  function sayBeside() {
    const { day, unnamed: codes = [] } = desk.beside();
    unnamed.textContent = codes.length > 0 ? words.unnamedGoods(codes.slice(0, MOST_CODES), codes.length) : "";
    unnamed.hidden = codes.length === 0;
    const line = document.getElementById("date-read");
    if (day && line?.textContent) line?.append(" ", button(words.useDay(day), () => desk.dateBy(day)));
  }

  /**
   * Lists a stretch of the order, and nothing else.
   * @param {number} start
   * @param {number} count
   * @param {Set<string | undefined>} [opened] The findings whose evidence lies open.
   */
  async function fill(start, count, opened = new Set()) {
    const cards = await cardsOf(start, start + count);
    if (!cards) return;
    [from, to] = [start, start + cards.length];
    for (const card of cards) {
      const details = card.querySelector("details");
      if (details && opened.has(card.dataset["finding"])) details.open = true;
    }
    const again = refocus();
    list.replaceChildren(...cards);
    again();
    bound();
  }

  /** Takes note of what of which card has the focus, to give it to the same of the new one. */
  function refocus() {
    const parts = (/** @type {Element | null | undefined} */ card) => Array.from(card?.querySelectorAll("button, a, summary") ?? []);
    const card = document.activeElement?.closest("li");
    if (!card || !list.contains(card)) return () => {};
    const place = parts(card).findIndex((part) => part === document.activeElement);
    return () => {
      const own = list.querySelector(`li[data-finding="${card.dataset["finding"]}"]`);
      const part = parts(own)[place] ?? parts(own)[0];
      if (part instanceof HTMLElement) part.focus({ preventScroll: true });
    };
  }

  /**
   * Lists a stretch of the order beside what is listed.
   * @param {number} start
   * @param {number} end
   */
  async function extend(start, end) {
    if (start >= order.length || start >= end) return;
    const cards = await cardsOf(start, end);
    // Meanwhile the same may have been asked for twice.
    if (!cards) return;
    if (start === to) {
      to += cards.length;
      list.append(...cards);
    } else if (start + cards.length === from) {
      from = start;
      list.prepend(...cards);
    }
    bound();
  }

  function bound() {
    before.hidden = from === 0;
    after.hidden = to >= order.length;
    list.before(before);
    list.after(after);
  }

  /**
   * @param {number} start
   * @param {number} end
   */
  async function cardsOf(start, end) {
    const numbers = order.slice(start, end);
    const asked = answers;
    try {
      const { findings, sources } = await desk.details(numbers);
      if (asked !== answers) return undefined;
      return numbers.flatMap((index, at) => {
        const finding = findings[at];
        return finding ? [card(index, finding, sources)] : [];
      });
    } catch (error) {
      if (asked === answers) desk.failed(error);
      return undefined;
    }
  }

  /**
   * @param {number} index
   * @param {Finding} finding
   * @param {Details["sources"]} sources
   */
  function card(index, finding, sources) {
    const decision = decided.get(index);
    const item = made("li", [finding.verdict, decision ?? "", index === chosen ? "chosen" : ""].filter(Boolean).join(" "));
    item.dataset["finding"] = String(index);
    const figure = button(finding.text.replace(/\s+/g, " "), () => desk.choose(index));
    figure.className = "figure";
    const head = made("p");
    head.append(figure, " ", made("span", "verdict", words.verdicts[finding.verdict]), made("span", "hint", ` · ${finding.reading}`));
    item.append(head);
    item.append(made("p", "sentence", finding.sentence));
    item.append(made("p", "", words.asSentence(finding.reason)));
    for (const note of finding.context) item.append(made("p", "note", note));
    item.append(evidence(finding, sources), decisions(index, finding, decision));
    return item;
  }

  /**
   * What a desk does with a finding: use the wording that the data give, accept it, set it aside.
   * @param {number} index
   * @param {Finding} finding
   * @param {Decision | undefined} decision
   */
  function decisions(index, finding, decision) {
    const row = made("p", "decisions");
    if (decision) {
      row.append(
        made("span", "hint", decision === "aside" ? words.wasSetAside : words.wasAccepted),
        button(words.undoStep, () => desk.decide(index, undefined)),
      );
      return row;
    }
    if (GROUPS[finding.verdict] !== "look") return document.createDocumentFragment();
    const { suggested } = finding;
    if (suggested) row.append(button(words.writeInstead(suggested), () => desk.reword(index, suggested)));
    row.append(
      button(words.acceptFigure, () => desk.decide(index, "accepted")),
      button(words.setAside, () => desk.decide(index, "aside")),
    );
    return row;
  }

  /**
   * Shows what was decided of a finding, in its place; a screen reader is on what can be done next.
   * @param {number} index
   * @param {ReadonlyMap<number, Decision>} decisions
   */
  async function update(index, decisions) {
    decided = decisions;
    const { findings, sources } = await desk.details([index]);
    const [finding] = findings;
    const old = list.querySelector(`li[data-finding="${index}"]`);
    if (!finding || !old) return;
    const fresh = card(index, finding, sources);
    old.replaceWith(fresh);
    fresh.querySelector("button")?.focus({ preventScroll: true });
  }

  return {
    show,
    update,
    reveal,
    /** Shows a finding's card, with its evidence open. @param {number} index */
    async open(index) {
      choose(index);
      const find = () => list.querySelector(`li[data-finding="${index}"]`);
      // What a newer answer lists comes in place of what was asked for.
      for (let asked = -1; !find() && asked !== answers; ) {
        asked = answers;
        await fill(Math.max(0, order.indexOf(index) - 2), PAGE);
        await listing;
      }
      const item = find();
      const details = item?.querySelector("details");
      if (details) details.open = true;
      item?.scrollIntoView({ block: "nearest" });
      return item?.querySelector("button") ?? undefined;
    },
    choose,
  };

  /** @param {number} index */
  function choose(index) {
    chosen = index;
    for (const item of list.children) {
      item.classList.toggle("chosen", item instanceof HTMLElement && item.dataset["finding"] === String(index));
    }
  }
}

/**
 * @param {string} label
 * @param {() => void} work
 */
function button(label, work) {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = label;
  made.addEventListener("click", work);
  return made;
}

/**
 * @param {Finding} finding
 * @param {Details["sources"]} sources
 */
function evidence(finding, sources) {
  const details = made("details");
  details.append(made("summary", "", words.evidenceHead));
  if (finding.formula) details.append(made("p", "", words.calculatedAs(finding.formula)));
  if (finding.cells.length > 0) details.append(table(finding, sources));
  const links = made("p", "evidence-links");
  if (finding.chart !== null) links.append(link(chartPlace(finding.chart), words.seeChart));
  for (const id of finding.sources) {
    const source = sources.find((source) => source.id === id);
    if (!source) continue;
    const web = /^https?:\/\//.test(source.url);
    links.append(web ? link(source.url, source.credit) : made("span", "", source.credit));
  }
  if (links.childNodes.length > 0) details.append(links);
  return details.childNodes.length > 1 ? details : document.createDocumentFragment();
}

/**
 * @param {string} address
 * @param {string} label
 */
function link(address, label) {
  const link = made("a", "", label);
  link.setAttribute("href", address);
  link.setAttribute("target", "_blank");
  link.setAttribute("rel", "noopener noreferrer");
  return link;
}

/**
 * The figures of the data that a verdict rests on.
 * @param {Finding} finding
 * @param {Details["sources"]} sources
 */
function table(finding, sources) {
  const table = made("table");
  const head = made("tr");
  for (const label of words.evidenceHeads(finding.cells_in)) {
    const cell = made("th", "", label);
    cell.setAttribute("scope", "col");
    head.append(cell);
  }
  table.append(head);
  for (const cell of finding.cells) {
    const row = made("tr");
    const credits = cell.sources.map((id) => sources.find((source) => source.id === id)?.credit ?? id);
    const amount = new Intl.NumberFormat("en", { maximumFractionDigits: 4 }).format(cell.value);
    for (const shown of [words.monthsOf(cell.period, cell.months), amount, words.statusOf(cell.status), words.creditsOf(credits)]) {
      row.append(made("td", "", shown));
    }
    table.append(row);
  }
  return table;
}

/** Scrolls the story to a place: its mark is there once its block is near the view. @param {import("./text.js").Place} place */
function reveal([from]) {
  const layer = element("marked");
  let start = 0;
  for (const block of layer.children) {
    const length = block.textContent?.length ?? 0;
    if (start + length > from) {
      const range = document.createRange();
      const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const own = walker.currentNode.textContent?.length ?? 0;
        if (start + own > from) {
          range.setStart(walker.currentNode, from - start);
          break;
        }
        start += own;
      }
      const box = range.getBoundingClientRect();
      const sheet = element("sheet");
      const scroller = getComputedStyle(sheet).overflowY === "auto" ? sheet : document.documentElement;
      const top = scroller === sheet ? sheet.getBoundingClientRect().top : 0;
      scroller.scrollTop += box.top - top - scroller.clientHeight / 2;
      return;
    }
    start += length;
  }
}
