/** The form that asks which column of a table holds what. */

import { made } from "../util/dom.js";
import * as words from "../wording/import.js";
import { isOfParts } from "./state.js";

/** @typedef {import("../../xenotime").Unmapped} Unmapped */
/** @typedef {import("../../xenotime").Previewed} Previewed */

/** The letters that tables are written in, by the labels of browsers' decoders. */
const LETTERS = [
  ...["utf-8", "windows-1252", "windows-1250", "windows-1251", "windows-1253", "windows-1254", "windows-1255", "windows-1256", "windows-1257"],
  ...["windows-1258", "windows-874", "iso-8859-2", "ibm866", "koi8-r", "macintosh", "gb18030", "big5", "shift_jis", "euc-jp", "euc-kr"],
];

/** What of what columns can hold may hold for every row, where no column says it. @type {Record<string, string[]>} */
const FIXED = { flow: ["export", "import"], unit: ["t", "kg"] };

/** More columns than anybody looks through. */
const MOST_COLUMNS = 400;

/** @param {string} said @param {HTMLElement} control */
function withLabel(said, control) {
  const label = document.createElement("label");
  label.append(`${said} `, control);
  return label;
}

/** @param {string} name @param {[string, string][]} choices @param {string} value */
function box(name, choices, value) {
  const select = document.createElement("select");
  select.name = name;
  select.append(...choices.map(([value, label]) => new Option(label, value)));
  select.value = value;
  return select;
}

/** @param {string} name @param {string} hint @param {string} [value] */
function word(name, hint, value = "") {
  const input = document.createElement("input");
  input.name = name;
  input.placeholder = hint;
  input.value = value;
  input.size = 12;
  input.autocomplete = "off";
  return input;
}

/** @param {string} label @param {() => void} [work] */
function button(label, work) {
  const own = document.createElement("button");
  own.type = work ? "button" : "submit";
  own.textContent = label;
  if (work) own.addEventListener("click", work);
  return own;
}

/** @typedef {import("../../xenotime").Question} Question */

/** Whether the answer is typed: none is offered, or a single one that is not a title’s period. @param {Question} question */
const isTyped = ({ id, options }) => options.length === 0 || (id !== "period" && options.length === 1);

/** What a question is answered by, as words that hold for every row. @param {Question} question @returns {[string, string][]} */
function answers({ options }) {
  return options.map(({ value, label }) => [`=${value}`, label]);
}

/** Whether a question is for what all of the file is of: in parts, each with an answer of its own. @param {Question} question */
const isOfAll = ({ id }) => id.startsWith("about");

/** The parts of an answer: `reporter=JPN; product=tea`. @param {string} answer @returns {Map<string, string>} */
const partsOf = (answer) => new Map(answer.split(";").map((part) => /** @type {[string, string]} */ (part.trim().split("="))));

/**
 * A question in parts: a control for each, what was said of it chosen.
 * @param {Question} question
 * @param {string} said
 */
function ofAll(question, said) {
  const group = document.createElement("fieldset");
  group.dataset.answers = question.id;
  const legend = document.createElement("legend");
  legend.textContent = question.text;
  const given = partsOf(said);
  const parts = question.options.map(({ value, label }) => {
    const [name, likely] = value.split("=");
    const choices = /** @type {[string, string][]} */ ((FIXED[name] ?? []).map((own) => [own, words.fixedRoles[own] ?? own]));
    const chosen = given.get(name) ?? likely;
    return withLabel(name === "flow" ? "" : label, choices.length > 0 ? box("", choices, chosen) : word("", likely, chosen));
  });
  for (const [at, label] of parts.entries()) {
    const control = (label.querySelector("select") ?? label.querySelector("input"));
    if (control instanceof HTMLElement) control.dataset.part = question.options[at].value.split("=")[0];
  }
  const small = document.createElement("small");
  small.textContent = question.consequence;
  group.append(legend, ...parts, small);
  return group;
}

/**
 * A question with its answers, the one given chosen or else the likeliest, and what hangs on it.
 * @param {Question} question
 * @param {string | undefined} given
 */
function asked(question, given) {
  const choices = answers(question);
  // Of money and factors others can be given than those that are offered.
  if (given?.startsWith("=") && !choices.some(([value]) => value === given)) choices.push([given, given.slice(1)]);
  const said = given ?? `=${question.likely}`;
  if (isOfAll(question)) return ofAll(question, said.slice(1));
  const control = isTyped(question) ? word(question.id, question.likely, said.slice(1)) : box(question.id, choices, said);
  return withConsequence(withLabel(question.text, control), question);
}

/** Says below a question what hangs on its answer. @param {HTMLLabelElement} label @param {Question} question */
function withConsequence(label, { consequence }) {
  const small = document.createElement("small");
  small.textContent = consequence;
  label.append(small);
  return label;
}

/**
 * The controls for what is asked of a table, and those for its columns.
 * @param {Unmapped} table
 * @param {string} before What was chosen already.
 * @returns {{ questions: HTMLElement[], columns: HTMLElement[] }}
 */
function controls(table, before) {
  const chosen = /** @type {[string, string][]} */ (before.split("\n").map((line) => line.split("\t")).filter(({ length }) => length === 2));
  const given = new Map(chosen);
  // One name may stand for a column and for a word of every row: which column holds exports, what they are called.
  const all = [...table.guess, ...chosen];
  const guess = new Map(all);
  const fixedWords = new Map(all.filter(([, value]) => value.startsWith("=")));
  const places = new Map(all.filter(([, value]) => !value.startsWith("=")));
  const said = (/** @type {string} */ name) => fixedWords.get(name)?.slice(1) ?? "";
  const questions = new Map(table.questions.map((question) => [question.id, question]));
  questions.delete("columns");
  const others = () => Array.from(questions.values(), (question) => asked(question, given.get(question.id)));
  if (table.header.length === 0) return { questions: others(), columns: [] };
  /** @type {HTMLElement[]} */
  const first = [];
  /** @type {[string, string][]} */
  const columns = table.header.map((name, at) => [name, words.columnName(name, table.letters[at])]);
  const offered = columns.slice(0, MOST_COLUMNS).filter(([name]) => name !== "");
  // What else was found in columns can be seen and changed as well.
  const found = Object.entries(words.otherRoles).filter(([name]) => places.has(name));
  const rows = [...Object.entries(words.roles), ...found].flatMap(([name, role]) => {
    const fixed = /** @type {[string, string][]} */ ((FIXED[name] ?? []).map((word) => [`=${word}`, words.fixedRoles[word] ?? word]));
    // The month that years begin with is asked under the name of their column.
    const typed = name in words.otherRoles ? undefined : questions.get(name);
    const question = typed && !isTyped(typed) ? typed : undefined;
    if (question) questions.delete(name);
    const likely = question ? `=${question.likely}` : "";
    const value = (name in words.otherRoles ? places : guess).get(name) ?? likely;
    const label = withLabel(role, box(name, [["", "–"], ...(question ? answers(question) : fixed), ...offered], value));
    if (!question) return [label];
    first.push(withConsequence(label, question));
    return [];
  });
  const marks = /** @type {[string, string][]} */ ([["", words.likelyMarks], ["=point", "1,234.5"], ["=comma", "1.234,5"]]);
  const { encoding } = table;
  if (encoding && !table.part) {
    const labels = LETTERS.includes(encoding) ? LETTERS : [encoding, ...LETTERS];
    rows.push(withLabel(words.lettersLook, box("letters", labels.map((label) => [`=${label}`, label]), `=${encoding}`)));
  }
  if (!questions.has("marks")) rows.push(withLabel(words.numbersLook, box("marks", marks, fixedWords.get("marks") ?? "")));
  first.push(...others());
  rows.push(
    ...(questions.has("reporter") || table.questions.some(isOfAll) ? [] : [withLabel(words.reporterUnnamed, word("reporter", words.reporterHint, said("reporter")))]),
    withLabel(words.exportsLabelled, word("exports", words.optional, said("exports"))),
    withLabel(words.importsLabelled, word("imports", words.optional, said("imports"))),
  );
  return { questions: first, columns: rows };
}

/** How long answers must rest before the table is read again under them, in milliseconds. */
const REST = 250;

/** The control of a question that a form has already. @param {HTMLFormElement} form @param {string} id */
const controlOf = (form, id) =>
  form.querySelector(`:is([name="${CSS.escape(id)}"], fieldset[data-answers="${CSS.escape(id)}"]):not([data-table] *)`) ?? undefined;

/**
 * Puts the controls of further questions into a form; answers with how many there were.
 * @param {HTMLFormElement} form
 * @param {HTMLElement} row
 * @param {Question[]} questions
 */
function askMore(form, row, questions) {
  let count = 0;
  for (const question of questions) {
    const control = controlOf(form, question.id);
    const isField = control instanceof HTMLInputElement || control instanceof HTMLSelectElement;
    // What a column may hold is asked among the columns as well: where nothing was said of it, it is asked first.
    const open = isField && control.value === "" && !row.contains(control);
    if (question.id === "columns" || isOfParts(question) || (control && !open)) continue;
    count += 1;
    const label = open ? control.closest("label") : undefined;
    if (label && control instanceof HTMLSelectElement && !isTyped(question)) {
      const others = Array.from(control.options).filter(({ value }) => value !== "" && !value.startsWith("="));
      control.replaceChildren(new Option("–", ""), ...answers(question).map(([value, said]) => new Option(said, value)), ...others);
      control.value = `=${question.likely}`;
      row.append(withConsequence(label, question));
    } else {
      label?.remove();
      row.append(asked(question, undefined));
    }
  }
  return count;
}

/**
 * What the file comes to if all that is chosen is right: read again whenever that changes.
 * @param {HTMLFormElement} form
 * @param {HTMLElement} row Of the questions.
 * @param {Unmapped} table
 * @param {(lines: string) => Promise<Previewed | undefined>} shown
 * @param {(others: Previewed["others"]) => void} beside
 */
function preview(form, row, table, shown, beside) {
  const section = made("div", "previewed");
  const head = made("p", "", words.readSo);
  const list = made("ul", "preview");
  const note = made("p", "hint");
  note.setAttribute("role", "status");
  section.append(head, list, note);
  /** @param {string[]} found */
  const show = (found) => {
    head.hidden = found.length === 0;
    list.replaceChildren(...found.map((line) => made("li", "", line)));
  };
  show(table.preview);
  /** What the last reading came to. */
  let outcome = { refused: false, message: "" };
  const rest = () => {
    list.removeAttribute("aria-busy");
    note.className = outcome.refused ? "refused" : "hint";
    note.textContent = outcome.message;
  };
  let last = "";
  /** @param {string} [raised] What was said of questions that the answers raise. */
  async function read(raised = "") {
    const said = lines(form);
    if (form.hidden || said === last) {
      rest();
      return;
    }
    last = said;
    const changed = list.hasAttribute("aria-busy");
    /** @type {Previewed | undefined} */
    let found;
    try {
      found = await shown(said);
    } catch {
      // What stops the reader is told when the table is read.
    }
    // Meanwhile another answer may have been given, or the form left.
    if (!section.isConnected || lines(form) !== said) {
      last = "";
      return;
    }
    const { preview = [], reason = "" } = found ?? {};
    show(preview);
    beside(found?.others ?? []);
    const more = askMore(form, row, found?.questions ?? []);
    const anew = changed && preview.length > 0 ? words.readAnew : "";
    outcome = { refused: reason !== "", message: reason ? words.notReadSo(reason) : raised || anew };
    rest();
    // Questions that have come are answered by what is proposed; before anything was answered, no answer raised them.
    if (more > 0) await read(changed ? words.askedBesides(more) : "");
  }
  let timer = 0;
  form.oninput = () => {
    clearTimeout(timer);
    list.setAttribute("aria-busy", "true");
    note.className = "hint";
    note.textContent = words.readAgain;
    timer = window.setTimeout(() => void read(), REST);
  };
  return { section, read };
}

/** What was chosen, a line each: a role, a tab, a column or a word after `=`. @param {HTMLElement} form Or the part of it for another table. */
function lines(form) {
  const all = (/** @type {string} */ controls) => Array.from(form.querySelectorAll(controls)).filter((own) => (own.closest("[data-table]") ?? form) === form || form.matches("[data-table]"));
  const selects = all("select:not([data-part])").map((own) => own instanceof HTMLSelectElement ? [own.name, own.value] : ["", ""]);
  const typed = all("input:not([data-part])").map((own) => own instanceof HTMLInputElement ? [own.name, own.value.trim() && `=${own.value.trim()}`] : ["", ""]);
  const groups = all("fieldset[data-answers]").map((own) => {
    const group = /** @type {HTMLElement} */ (own);
    const controls = Array.from(group.querySelectorAll("[data-part]"));
    const parts = controls.map((own) => own instanceof HTMLInputElement || own instanceof HTMLSelectElement ? `${own.dataset.part}=${own.value.trim()}` : "");
    return [group.dataset.answers ?? "", `=${parts.join("; ")}`];
  });
  return [...selects, ...typed, ...groups].filter(([, value]) => value).map((line) => line.join("\t")).join("\n");
}

/**
 * The answers that other tables propose, by table, where those above do not hold for them.
 * @param {HTMLElement} box
 */
function tablesBeside(box) {
  /** @type {Previewed["others"]} */
  let tables = [];
  let shown = "[]";
  return {
    /** @param {Previewed["others"]} others */
    show(others) {
      const now = JSON.stringify(others.map(({ name, questions }) => [name, questions]));
      if (now === shown) return;
      shown = now;
      tables = others;
      const groups = others.map(({ name, questions }) => {
        const group = made("fieldset", "fields");
        group.dataset["table"] = name;
        group.append(made("legend", "", name), ...questions.map((question) => asked(question, undefined)));
        return group;
      });
      box.replaceChildren(...(groups.length > 0 ? [made("p", "", words.proposedBesides), ...groups] : []));
    },
    answers() {
      const group = (/** @type {string} */ name) => Array.from(box.querySelectorAll("fieldset")).find((own) => own.dataset["table"] === name) ?? box;
      return tables.map((other) => ({ other, lines: lines(group(other.name)) }));
    },
  };
}

/** The first rows. @param {Unmapped} table */
function sample(table) {
  const scroll = document.createElement("div");
  scroll.className = "scroll";
  scroll.tabIndex = 0;
  const shown = document.createElement("table");
  const header = table.header.map((name, at) => words.columnName(name, table.letters[at]));
  for (const [index, cells] of [header, ...table.rows.slice(0, 3)].entries()) {
    const row = document.createElement("tr");
    for (const shownWords of cells.slice(0, 60)) {
      const cell = document.createElement(index === 0 ? "th" : "td");
      cell.textContent = shownWords;
      row.append(cell);
    }
    shown.append(row);
  }
  scroll.append(shown);
  return scroll;
}

/**
 * What is asked, before the columns, which are folded away where they are not what is to be said.
 * @param {Unmapped} table
 * @param {string} before
 */
function questionsOf(table, before) {
  const { questions, columns } = controls(table, before);
  const row = made("div", "fields");
  row.append(...questions);
  if (columns.length === 0) return { row, folded: undefined };
  const folded = /** @type {HTMLDetailsElement} */ (made("details"));
  const behind = made("div", "fields");
  behind.append(...columns);
  folded.append(made("summary", "", words.columnsFound), behind);
  folded.open = table.preview.length === 0 || !matchMedia("(max-width: 40rem)").matches;
  return { row, folded };
}

/**
 * Asks, and shows what came of an earlier answer.
 * @param {HTMLFormElement} form
 * @param {Unmapped} table
 * @param {object} answer
 * @param {string} answer.before
 * @param {boolean} answer.open
 * @param {boolean} answer.others
 * @param {(lines: string, each: { other: Previewed["others"][number], lines: string }[]) => void} answer.given
 * @param {() => void} answer.left
 * @param {() => void} answer.escaped
 * @param {(lines: string) => void} answer.rewritten Reads the table by other letters, by which its columns have other names.
 * @param {(lines: string) => Promise<Previewed | undefined>} answer.shown How the table would be
 *   read under answers that are not given yet.
 */
export function askMapping(form, table, { before, open, others, given, left, escaped, rewritten, shown }) {
  const head = made("p");
  const among = table.questions.some(isOfParts);
  const { name, reason } = table;
  head.textContent = words.mappingHead({ name, reason, columns: table.header.length > 0, among, open, previewed: table.preview.length > 0 });
  const { row, folded } = questionsOf(table, before);
  const rest = made("div", "beside");
  const beside = tablesBeside(rest);
  const { section, read } = preview(form, row, table, shown, (others) => beside.show(others));
  const buttons = made("div", "row");
  const leave = others ? words.skipFile : words.panel.cancel;
  buttons.append(button(open ? words.importAgain : words.importNow), button(open ? words.keepAsIs : leave, left));
  form.replaceChildren(head, section, row, rest, ...(folded ? [folded] : []), sample(table), buttons);
  form.hidden = false;
  form.onsubmit = (event) => {
    event.preventDefault();
    given(lines(form), beside.answers());
  };
  form.onkeydown = (event) => {
    if (event.key === "Escape") escaped();
  };
  form.querySelector("select[name=letters]")?.addEventListener("change", ({ target }) => rewritten(`letters\t${/** @type {HTMLSelectElement} */ (target).value}`));
  const first = row.querySelector("select,input") ?? (folded?.open ? folded.querySelector("select") : buttons.querySelector("button"));
  if (first instanceof HTMLElement) first.focus();
  // What is proposed may answer what no sum is shown without.
  if (table.preview.length > 0 || among) void read();
}
