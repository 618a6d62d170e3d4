/** The panel that opens a reader's own files: which, how far, what is in them, what of it is shown. */

import { element, made, paragraphs } from "../util/dom.js";
import { messageOf } from "../util/error.js";
import { XLSX, save, saveAsCsv } from "../util/file.js";
import { addressOf, handOver } from "../util/load.js";
import * as words from "../wording/import.js";
import * as again from "./again.js";
import { createChoices } from "./choices.js";
import { createFiles } from "./files.js";
import { askMapping } from "./mapping.js";
import { LEFT_OUT, withoutParts } from "./parts.js";
import { EMPTY, PARTNERS, answeredAnew, besideLikely, folderAddress, isOfParts, notCarried, partnersAdded, reduce, remembered, wishOf } from "./state.js";
import { named, progressOf, rowErrorsHeading } from "./words.js";

/** What the panel holds; every word is put in as text. */
const PANEL = `
  <h2 id="own-head" data-words="head"></h2>
  <p class="hint"><span data-words="formats"></span> <span class="of-chart" data-words="ways"></span></p>
  <div class="row">
    <label class="file"><span data-words="choose"></span> <input type="file" id="own-files" class="unseen" multiple /></label>
    <button type="button" id="own-choose" data-words="keep" hidden></button>
    <button type="button" id="own-again" hidden></button>
    <button type="button" id="own-forget" data-words="forget" hidden></button>
    <button type="button" id="own-cancel" data-words="cancel" hidden></button>
    <button type="button" id="own-csv" data-words="csv" hidden></button>
    <label id="own-marked" hidden><input type="checkbox" /> <span data-words="mark"></span></label>
    <button type="button" id="own-xlsx" data-words="xlsx" hidden></button>
    <button type="button" id="own-close" data-words="close"></button>
  </div>
  <progress id="own-progress" max="1" value="0" hidden></progress>
  <p id="own-state" role="status" tabindex="-1"></p>
  <div id="own-problems" role="alert"></div>
  <form id="own-mapping" hidden></form>
  <div id="own-answers" class="row" hidden></div>
  <details id="own-choosing" hidden>
    <summary data-words="choice"></summary>
    <form id="own-choice">
      <div class="row">
        <label><span data-words="reporter"></span> <select id="own-reporter"></select></label>
        <label class="of-chart"><span data-words="product"></span> <input type="search" id="own-product" autocomplete="off" spellcheck="false" /></label>
        <label class="of-chart"><span data-words="partner"></span> <input type="search" id="own-partner" autocomplete="off" spellcheck="false" /></label>
        <label class="of-chart"><span data-words="count"></span> <input type="number" id="own-count" min="0" max="${PARTNERS.most}" value="${PARTNERS.usual}" /></label>
        <label class="of-chart"><input type="checkbox" id="own-mirror" /> <span data-words="mirror"></span></label>
      </div>
      <div class="row of-chart">
        <label class="found"><span id="own-products-told" data-words="products"></span> <select id="own-products" size="8"></select></label>
        <label class="found"><span id="own-partners-told" data-words="partners"></span> <select id="own-partners" size="8"></select></label>
      </div>
      <p class="hint of-chart" data-words="codes"></p>
    </form>
  </details>
  <details id="own-slips" hidden><summary></summary><div class="scroll"><table><thead><tr><th scope="col" data-words="file"></th><th scope="col" data-words="line"></th><th scope="col" data-words="column"></th><th scope="col" data-words="found"></th><th scope="col" data-words="expected"></th></tr></thead><tbody></tbody></table></div></details>
`;
/** The page that it is shown on. @type {import("../../xenotime").Host<any>} */
let host;
let state = EMPTY;

/** @param {import("./state.js").Event} event */
function dispatch(event) {
  state = reduce(state, event);
}

/** The sessions that were made of what is open: what was opened before has no more rows than its chart holds. @type {Set<number>} */
const ofOpened = new Set();

/** @param {string} id @returns {HTMLInputElement} */
const input = (id) => element(id);

const files = createFiles({
  receive,
  progress(data, asked) {
    // What was called off, or what another reading took the place of, has nothing to say any more.
    if (data.id !== state.reading && !asked) return;
    dispatch({ type: "progressed", id: data.id });
    const { share, said } = progressOf(data.progress);
    setBusy(true);
    input("own-progress").value = String(share);
    setStatus(said);
  },
  answered(id) {
    if (id === state.reading) dispatch({ type: "rested" });
  },
});

const choices = createChoices({ state: () => state, dispatch, ask: files.ask, change, guarded });

/** @param {string} said */
function setStatus(said) {
  element("own-state").textContent = said;
}

/** @param {string[]} lines */
function setProblems(lines) {
  element("own-problems").replaceChildren(...paragraphs(lines, "refused"));
}

/** @param {boolean} busy */
function setBusy(busy) {
  element("own-cancel").hidden = !busy;
  element("own-progress").hidden = !busy;
}

function rest() {
  setBusy(false);
  setStatus("");
}

/** What the address remembers after its `#` sign. */
const kept = () => new URLSearchParams(location.hash.slice(1));

/** What the address remembers of files' columns. */
const knownColumns = () => kept().getAll("columns").join("\n\n");

/**
 * @param {File[]} picked
 * @param {{ again?: boolean, forgetting?: boolean, answers?: boolean }} [how] Whether they are open and only read
 *   otherwise, whether what was said of them is asked anew, and whether something was just answered.
 */
async function read(picked, { again = false, forgetting = false, answers = false } = {}) {
  if (picked.length === 0) return;
  const id = files.next();
  answered = answers;
  dispatch({ type: "reading", id, files: picked, again });
  setProblems([]);
  listRowErrors([]);
  element("own-mapping").hidden = true;
  setBusy(true);
  input("own-progress").value = "0";
  setStatus(words.readingFiles);
  if (answers) goTo("own-state");
  const known = forgetting ? undefined : knownColumns() || undefined;
  await send({ id, files: picked, mappings: forgetting ? new Map() : state.mappings, known });
}

/** @param {Parameters<typeof files.send>[0]} message */
async function send(message) {
  const wanted = () => message.id === state.reading;
  try {
    await files.send(message, wanted);
  } catch (error) {
    if (wanted()) refuse([messageOf(error)]);
  }
}

/** Calls off what is being read. */
function cancel() {
  if (state.reading === 0) return;
  void files.cancel(state.reading);
  dispatch({ type: "rested" });
  rest();
  setStatus(words.readingCancelled);
}

/**
 * Opens a folder of parts; only what is looked at is fetched.
 * @param {string} name As the address has it.
 */
async function openFolder(name) {
  const rollup = folderAddress(name, location.href);
  if (!rollup) {
    dispatch({ type: "asked" });
    refuse([words.folderElsewhere(name.slice(0, 60))]);
    return;
  }
  const id = files.next();
  dispatch({ type: "rolling", id, folder: name });
  setProblems([]);
  setStatus(words.readingIndex);
  await send({ id, rollup });
}

/**
 * What cannot be opened or shown; where the address asked for it, the bundled data are shown.
 * @param {string[]} lines
 */
function refuse(lines) {
  rest();
  const asked = state.way === "asked";
  const all = [...lines, asked ? words.bundledShown : words.currentShown];
  setProblems(all);
  if (!asked) return;
  dispatch({ type: "refused" });
  host.use(undefined, "asked", all);
}

/** Takes back what was answered last and asks it again. @type {(() => void) | undefined} */
let takeBack;

/** What a reading came to. @param {any} data */
function receive(data) {
  if (data.id !== state.reading) return;
  const back = takeBack;
  takeBack = undefined;
  rest();
  dispatch({ type: "rested" });
  if (data.cancelled) setStatus(words.readingCancelled);
  else if (data.unmapped) askColumns(data.unmapped);
  else if (data.failed) {
    refuse(data.failed.map(words.notOpened));
    // Under other answers it may be opened.
    back?.();
  }
  else if (data.error) refuse([words.notRead, data.error]);
  else if (data.summary) guarded(() => opened(data));
}

/**
 * Offers what there is to choose from, and shows what the address remembers of it, or the likeliest.
 * @param {{ summary: import("../../xenotime").Summary, refused: { name: string, reason: string }[], slips: import("../../xenotime").RowError[], seconds: number }} data
 */
async function opened({ summary, refused, slips, seconds }) {
  ofOpened.clear();
  dispatch({ type: "opened", summary, unopened: refused.map(words.notOpened), remembered: location.hash.slice(1) });
  listRowErrors(slips);
  setProblems(state.unopened);
  const came = state.folder ? "" : words.filesCameTo(summary, seconds);
  setStatus(words.preparingChart(came));
  /** @type {HTMLDetailsElement} */
  const box = element("own-choosing");
  box.hidden = false;
  // On a phone the chart comes first.
  box.open = !isNarrow();
  for (const id of ["own-csv", "own-marked", "own-xlsx"]) element(id).hidden = state.folder !== "";
  offerAnswers();
  if (state.way === "kept") await keepProduct(summary.product);
  choices.offer();
  await show();
  await choices.findAll();
  if (came) setStatus(came);
  if (answered) goTo("own-state");
  else if (isNarrow()) document.getElementById("chart")?.scrollIntoView();
}

/** Whether what is read was asked about just now: the keyboard was in the form, which is gone. */
let answered = false;

/** In milliseconds: by then what an import changes above its state is there. */
const SETTLED = 2000;

/** Has the keyboard go on at a part of the panel, in view. @param {string} id */
function goTo(id) {
  const part = element(id);
  part.focus({ preventScroll: true });
  const bring = () => part.scrollIntoView({ block: isNarrow() ? "start" : "nearest" });
  bring();
  // What comes above it later moves it, until the reader goes elsewhere.
  const watch = new ResizeObserver(bring);
  watch.observe(document.body);
  const end = () => watch.disconnect();
  for (const move of ["wheel", "touchstart", "pointerdown", "keydown"]) addEventListener(move, end, { once: true, passive: true });
  setTimeout(end, SETTLED);
}

/** Goes on with the product that is shown, unless the files as they are read now have none of it. @param {string} first */
async function keepProduct(first) {
  const { reporter, product } = state.chosen;
  /** @type {import("../../xenotime").Found} */
  const { found } = await files.ask("products", reporter, product, product);
  if (!found.some(({ code }) => code === product)) dispatch({ type: "chose", choice: { product: first } });
}

/** Offers what was said of the files to be said otherwise: they are here still. */
function offerAnswers() {
  const names = Array.from(state.open?.asked.keys() ?? []);
  const said = state.open && names.length === 0 && knownColumns() !== "";
  const buttons = names.map((name) =>
    answerButton(words.changeSaid(name), () => {
      dispatch({ type: "rereads" });
      const table = state.asked.get(name);
      if (table) askAgain(table);
    }),
  );
  if (said) {
    const anew = () => {
      dispatch({ type: "rereads" });
      guarded(() => read(state.files, { again: true, forgetting: true }));
    };
    buttons.push(answerButton(words.changeOfAddress, anew));
  }
  const box = element("own-answers");
  box.hidden = buttons.length === 0;
  box.replaceChildren(...buttons);
}

/** @param {string} label @param {() => void} work */
function answerButton(label, work) {
  const button = /** @type {HTMLButtonElement} */ (made("button", "", label));
  button.type = "button";
  button.addEventListener("click", work);
  return button;
}

const isNarrow = () => matchMedia("(max-width: 40rem)").matches;

/** @param {import("../../xenotime").RowError[]} errors */
function listRowErrors(errors) {
  const details = element("own-slips");
  details.hidden = errors.length === 0;
  const heading = details.querySelector("summary");
  if (heading) heading.textContent = rowErrorsHeading(errors.length, state.summary);
  details.querySelector("tbody")?.replaceChildren(
    ...errors.map(({ file, line, column, found, expected }) => {
      const row = made("tr");
      for (const said of [file, String(line), column, found, expected]) {
        const cell = made("td", "", said);
        cell.title = said;
        row.append(cell);
      }
      return row;
    }),
  );
}

/** Shows what is chosen. */
async function show() {
  try {
    const { reporter, product, also, mirror } = state.chosen;
    const partners = [...new Set([...also, ...partnersAdded(location.search)])];
    let texts = await files.ask("tidy", reporter, [product], choices.count(), partners, mirror);
    // Of a folder what is here is what the chosen product needed.
    if (host.forStories) texts = await files.ask("forStories", reporter);
    if (state.folder) await tellFolder();
    const item = state.summary?.reporters.find(({ code }) => code === reporter);
    const session = await host.session(texts, item ? named(item) : texts.reporter);
    const { awaited, way } = state;
    const wish = wishOf(state, location.search);
    dispatch({ type: "showing" });
    const hash = remembered(state, kept().getAll("columns"));
    const shown = host.use(session, way, [], wish, awaited, hash);
    ofOpened.add(shown);
    dispatch({ type: "shown", session: shown });
  } catch (error) {
    refuse([words.notShown, messageOf(error)]);
  }
}

/** What is open, by partner and product. @type {import("../page/table.js").Rows} */
const rows = {
  has: (by) => by === "partner" || state.folder === "",
  ask: (subject, asked) => files.ask("table", tableOf(subject) + asked),
  csv: (subject, asked) => files.ask("tableCsv", tableOf(subject) + asked),
  choose: (by, code) => (by === "partner" ? choices.choosePartner(code) : choices.chooseProduct(code)),
};

/** The trade that is shown, under the codes of the files. @param {string} subject As the chart has it. */
const tableOf = (subject) => `reporter\t${state.chosen.reporter}\nproduct\t${state.chosen.product}\n${subject}`;

/** Says what is here of the folder. */
async function tellFolder() {
  rest();
  setStatus(words.folderHolds(state.folder, state.summary?.reporters.length ?? 0));
  listRowErrors(await files.ask("slips"));
}

/** Asks which column holds what. @param {import("./state.js").Unmapped} table */
function askColumns(table) {
  // A mapping that only the address remembers may be for other files: nothing is wrong with this one.
  if (!state.mappings.has(table.name) && table.header.length > 0) table.reason = "";
  dispatch({ type: "asks", table });
  ask(table, false);
}

/** The columns of another table, as far as the address remembers them, where they are this one's. @param {string[]} header */
function columnsFor(header) {
  const columns = kept().getAll("columns").map((own) => own.split("\n").filter((line) => !line.includes("\t=")));
  const fits = columns.find((lines) => lines.every((line) => header.includes(line.split("\t")[1] ?? "")));
  return (fits ?? []).join("\n");
}

/** Shows what was asked of a table that is open, with what was answered. @param {import("./state.js").Unmapped} table */
const askAgain = (table) => ask({ ...table, reason: "" }, true);

/** @param {import("./state.js").Unmapped} table @param {boolean} open */
function ask(table, open) {
  /** @type {HTMLFormElement} */
  const form = element("own-mapping");
  const leave = () => {
    form.hidden = true;
    setStatus("");
    (element("own-answers").querySelector("button") ?? input("own-files")).focus();
  };
  // What is looked at stays as it is while files that are open are read otherwise.
  const again = state.way === "kept";
  const before = state.mappings.get(table.name) ?? (again ? knownColumns() : columnsFor(table.header));
  const answered = (/** @type {string} */ lines) => answeredAnew(before, besideLikely(lines, (state.asked.get(table.name) ?? table).questions));
  /** What was read under which answers: of several parts the first. @type {{ name: string, columns: string[], lines: string } | undefined} */
  let shown;
  askMapping(form, table, {
    before,
    open,
    others: table.part || state.files.length > 1,
    given: (lines, each) => {
      const mapping = answered(lines);
      const { hash } = location;
      takeBack = () => {
        dispatch({ type: "mapped", file: table.name, mapping: before });
        write(new URLSearchParams(hash.slice(1)));
        ask(table, open);
      };
      let said = withoutParts(mapping);
      let old = withoutParts(before);
      // What was asked beside which sheet is meant was asked of that, and is not asked once more.
      let whole = mapping;
      if (shown?.lines === lines && table.questions.some(isOfParts)) {
        said = [...shown.columns, said].join("\n");
        old = state.mappings.get(shown.name) ?? "";
        if (shown.name === table.name) whole = [...shown.columns, mapping].join("\n");
        else dispatch({ type: "mapped", file: shown.name, mapping: said });
      }
      dispatch({ type: "mapped", file: table.name, mapping: whole });
      remember(old, said);
      for (const { other, lines } of each) {
        const own = answeredAnew(said, besideLikely(lines, other.questions));
        dispatch({ type: "asks", table: other });
        dispatch({ type: "mapped", file: other.name, mapping: own });
        remember("", own);
      }
      read(state.files, { again, answers: true });
    },
    shown: async (lines) => {
      const mapping = answered(lines);
      const found = await shownUnder(table, mapping);
      shown = found && found.preview.length > 0 ? { ...found, lines } : undefined;
      if (!found) return undefined;
      const others = found.others.map((other) => ({ ...other, questions: notCarried(other.questions, mapping) }));
      // One whose columns are others is asked by itself.
      const asks = (/** @type {import("./state.js").Unmapped} */ { questions }) => questions.length > 0 && !questions.some(({ id }) => id === "columns");
      return { ...found, others: others.filter(asks) };
    },
    rewritten: (letters) => {
      dispatch({ type: "mapped", file: table.name, mapping: letters });
      read(state.files, { again, answers: true });
    },
    escaped: () => {
      leave();
      if (!open) setStatus(words.readingCancelled);
    },
    left: () => {
      leave();
      if (open) return;
      if (table.part) dispatch({ type: "mapped", file: table.name, mapping: LEFT_OUT });
      read(table.part ? state.files : state.files.filter((_, index) => index !== table.index), { again, answers: true });
    },
  });
}

/**
 * How a table would be read under answers that are not given yet; what these raise is asked with the rest.
 * @param {import("./state.js").Unmapped} table
 * @param {string} mapping
 */
async function shownUnder(table, mapping) {
  const { name } = table;
  const file = state.files.find((own) => own.name === name) ?? state.files[table.index];
  const found = file && (await files.preview({ file, files: state.files, name, mapping, mappings: state.mappings }));
  const asks = state.asked.has(name) && found && found.questions.length > 0;
  if (asks) dispatch({ type: "asks", table: { ...table, questions: found.questions } });
  return found;
}

/** Keeps in the address what was said of columns, in the place of what was said before. @param {string} before @param {string} columns */
function remember(before, columns) {
  const choice = kept();
  const others = choice.getAll("columns").filter((own) => own !== before && own !== columns);
  choice.delete("columns");
  for (const own of columns ? [...others, columns] : others) choice.append("columns", own);
  write(choice);
}

/** @param {URLSearchParams} kept For after the address's `#` sign, for another time. */
function write(kept) {
  // After a story page's `#` stands the story.
  if (host.forStories) return;
  try {
    history.replaceState(history.state, "", `${location.pathname}${location.search}#${kept}`);
  } catch {
    // A page opened from a folder has no address to write to.
  }
}

async function saveAll() {
  const text = await files.ask("csv");
  saveAsCsv(text, "xenotime-tidy", element("own-marked").querySelector("input")?.checked ?? false);
}

async function saveSpreadsheet() {
  save(new Blob([await files.ask("xlsx")], { type: XLSX }), "xenotime-tidy.xlsx");
}

function build() {
  /** @type {HTMLLinkElement} */
  const sheet = document.createElement("link");
  sheet.rel = "stylesheet";
  sheet.href = addressOf("laterImportStyle");
  document.head.append(sheet);
  const panel = made("section", "own page-only");
  panel.id = "own";
  panel.setAttribute("aria-labelledby", "own-head");
  panel.innerHTML = PANEL;
  for (const part of panel.querySelectorAll("[data-words]")) {
    const name = /** @type {HTMLElement} */ (part).dataset["words"];
    part.textContent = words.panel[/** @type {keyof typeof words.panel} */ (name)];
  }
  panel.querySelector("progress")?.setAttribute("aria-label", words.panel.progress);
  // Of a story's goods and partners all are there: only whose trade it is remains to be chosen.
  panel.classList.toggle("stories", host.forStories === true);
  document.querySelector("main")?.before(panel);
  input("own-files").addEventListener("change", () => {
    const own = Array.from(input("own-files").files ?? []);
    input("own-files").value = "";
    read(own);
  });
  element("own-cancel").addEventListener("click", cancel);
  element("own-close").addEventListener("click", () => {
    cancel();
    panel.hidden = true;
    host.use(undefined, "fresh", [], {}, "", "");
    document.getElementById("open-own")?.focus();
  });
  // Back and Forward lead to other choices, and to the bundled data.
  host.onTurn((session) => {
    const known = state.choices[session] !== undefined;
    panel.hidden = !known;
    if (!known) return;
    dispatch({ type: "turned", session });
    choices.reflect();
    guarded(choices.findAll);
  });
  element("own-csv").addEventListener("click", () => guarded(saveAll));
  element("own-xlsx").addEventListener("click", () => guarded(saveSpreadsheet));
  choices.watch();
  host.offerRows?.((session) => (ofOpened.has(session) ? rows : undefined));
  guarded(offerAgain);
}

/** Where the browser can keep handles of files: offers those of last time, and to keep others. */
async function offerAgain() {
  if (!again.allowed()) return;
  element("own-choose").hidden = false;
  await showKept();
  element("own-choose").addEventListener("click", () =>
    guarded(async () => {
      const picked = await again.choose().catch((error) => {
        // Closing the dialog is no fault.
        if (error.name === "AbortError") return [];
        throw error;
      });
      await showKept();
      await read(picked);
    }),
  );
  element("own-again").addEventListener("click", () =>
    guarded(async () => read(await again.reopen(await again.recall()))),
  );
  element("own-forget").addEventListener("click", () =>
    guarded(async () => {
      await again.forget();
      await showKept();
      element("own-choose").focus();
    }),
  );
}

async function showKept() {
  const names = (await again.recall()).map(({ name }) => name);
  element("own-again").hidden = names.length === 0;
  element("own-forget").hidden = names.length === 0;
  element("own-again").textContent = words.openAgain(names);
}

/** Shows a choice that the reader made. */
function change() {
  setProblems(state.unopened);
  guarded(show);
}

/** @param {() => Promise<unknown>} work */
async function guarded(work) {
  try {
    await work();
  } catch (error) {
    setProblems([messageOf(error)]);
  }
}

/**
 * @param {import("../../xenotime").Host<any>} page
 * @param {ArrayLike<File> | undefined} dropped What was dropped or pasted.
 */
function open(page, dropped) {
  host = page;
  if (!document.getElementById("own")) build();
  const panel = element("own");
  panel.hidden = false;
  const asked = kept().get("rollup");
  if (dropped) {
    read(Array.from(dropped));
  } else if (asked && state.folder !== asked) {
    openFolder(asked);
  } else if (kept().has("own") && !state.summary) {
    dispatch({ type: "awaits", address: location.search || "?" });
    setProblems([words.fileNeeded]);
  } else if (state.summary) {
    // What is open still is what the panel tells of.
    dispatch({ type: "reopened" });
    guarded(show);
  } else {
    input("own-files").focus();
  }
  panel.scrollIntoView({ block: "nearest" });
}

handOver({ open });
