/** What the panel of a reader's own data knows, and how that changes: nothing here touches the page. */

/** @typedef {import("../../xenotime").Summary} Summary */
/** @typedef {import("../../xenotime").Unmapped & { index: number }} Unmapped */
/** @typedef {{ reporter: string, product: string, also: string[], partner: string, mirror: boolean }} Chosen */

/**
 * @typedef {object} State
 * @property {File[]} files What was opened last, or is being read.
 * @property {ReadonlyMap<string, string>} mappings What was said of files' columns, by name: any name, those
 *   of an object's own members too.
 * @property {ReadonlyMap<string, Unmapped>} asked What was asked of these files, by name, each question as it
 *   was first put.
 * @property {{ files: File[], asked: ReadonlyMap<string, Unmapped> } | undefined} open The same of what is open.
 * @property {Record<number, Chosen>} choices What was chosen in each session of the page, by number.
 * @property {Summary | undefined} summary
 * @property {boolean} shownMirror Whether the mirror is shown already.
 * @property {number} reading The number of what is being read, or 0.
 * @property {string} folder The folder of parts that is open, as the address names it.
 * @property {string} wanted The one being opened.
 * @property {"asked" | "fresh" | "kept"} way How what is shown next goes into the page: as the address
 *   asks, afresh for other files, or as before with another choice.
 * @property {string[]} unopened Which files are not opened, and why.
 * @property {string} awaited The view of a file of the reader's own that the address asks for, until
 *   the file is opened.
 * @property {Chosen} chosen
 */

/**
 * @typedef {{ type: "reading", id: number, files: File[], again?: boolean }
 *   | { type: "rolling", id: number, folder: string }
 *   | { type: "progressed", id: number }
 *   | { type: "rested" }
 *   | { type: "opened", summary: Summary, unopened: string[], remembered: string }
 *   | { type: "refused" }
 *   | { type: "asks", table: Unmapped }
 *   | { type: "rereads" }
 *   | { type: "asked" }
 *   | { type: "reopened" }
 *   | { type: "awaits", address: string }
 *   | { type: "mapped", file: string, mapping: string }
 *   | { type: "chose", choice: Partial<Chosen> }
 *   | { type: "traded", partner: string }
 *   | { type: "showing" }
 *   | { type: "shown", session: number }
 *   | { type: "turned", session: number }} Event
 */

/** @type {State} */
export const EMPTY = {
  files: [],
  mappings: new Map(),
  asked: new Map(),
  open: undefined,
  choices: {},
  summary: undefined,
  shownMirror: false,
  reading: 0,
  folder: "",
  wanted: "",
  way: "fresh",
  unopened: [],
  awaited: "",
  chosen: { reporter: "", product: "", also: [], partner: "", mirror: false },
};

/**
 * @param {State} state
 * @param {Event} event
 * @returns {State}
 */
export function reduce(state, event) {
  switch (event.type) {
    case "reading": {
      // What was asked of other files has nothing to say of these.
      const same = event.files.every((file) => state.files.includes(file));
      const asked = same ? state.asked : new Map();
      return { ...state, files: event.files, asked, wanted: "", way: event.again ? "kept" : "fresh", reading: event.id };
    }
    case "asks":
      return { ...state, asked: new Map(state.asked).set(event.table.name, joined(state.asked.get(event.table.name), event.table)) };
    case "rereads":
      return state.open ? { ...state, ...state.open, way: "kept" } : state;
    case "rolling":
      return { ...state, wanted: event.folder, way: "asked", reading: event.id };
    case "progressed":
      return { ...state, reading: event.id };
    case "rested":
      return { ...state, reading: 0 };
    case "opened":
      return opened(state, event);
    case "asked":
      return { ...state, way: "asked" };
    case "refused":
    case "reopened":
      return { ...state, way: "fresh" };
    case "awaits":
      return { ...state, awaited: event.address };
    case "mapped":
      return { ...state, mappings: new Map(state.mappings).set(event.file, event.mapping) };
    case "chose":
      return { ...state, chosen: { ...state.chosen, ...event.choice } };
    case "traded":
      return { ...state, chosen: traded(state.chosen, event.partner) };
    case "showing":
      // A partner is gone to once; after that the view says which it is.
      return { ...state, awaited: "", shownMirror: state.chosen.mirror, chosen: { ...state.chosen, partner: "" } };
    case "shown":
      return { ...state, choices: { ...state.choices, [event.session]: state.chosen }, way: "kept" };
    case "turned": {
      const chosen = state.choices[event.session];
      return chosen ? { ...state, chosen, shownMirror: chosen.mirror } : state;
    }
  }
}

/**
 * What was asked of a table at one time and the next: all of it, so that all can be answered anew.
 * @param {Unmapped | undefined} before
 * @param {Unmapped} table
 * @returns {Unmapped}
 */
function joined(before, table) {
  // By other letters it is another table.
  if (!before || (table.encoding && before.encoding !== table.encoding)) return table;
  const questions = new Map([...before.questions, ...table.questions].map((question) => [question.id, question]));
  // The first knew the columns; the last was read by more answers.
  const { header, letters, rows } = before.header.length > 0 ? before : table;
  const guess = before.guess.length > 0 ? before.guess : table.guess;
  return { ...table, header, letters, rows, guess, questions: [...questions.values()] };
}

/** The answers to a file's questions with later ones: what is answered anew stands. @param {string} before @param {string} lines */
export function answeredAnew(before, lines) {
  const role = (/** @type {string} */ line) => line.split("\t")[0];
  const anew = new Set(lines.split("\n").map(role));
  const old = before.split("\n").filter((line) => line.includes("\t") && !anew.has(role(line)));
  return [...old, lines].join("\n");
}

/** Whether a question is for one of the sheets or files that a file holds. @param {{ id: string }} question */
export const isOfParts = ({ id }) => id === "sheet" || id === "file";

/**
 * Answers with what was likely beside each, blank where that was given: they hold for other files where these propose
 * the same.
 * @param {string} lines
 * @param {import("../../xenotime").Question[]} questions
 */
export function besideLikely(lines, questions) {
  const given = new Map(lines.split("\n").map((line) => /** @type {[string, string]} */ (line.split("\t"))));
  const isOpen = Array.from(given.keys()).every((id) => id === "" || isOfParts({ id }));
  const was = questions.filter((question) => !isOpen && !isOfParts(question)).map(({ id, likely }) => {
    const own = given.get(id) ?? `=${likely}`;
    return `was ${id}\t=${own === `=${likely}` ? "" : likely}`;
  });
  return [lines, ...was].join("\n");
}

/**
 * What is asked of another table that the answers to one do not hold for.
 * @param {import("../../xenotime").Question[]} questions
 * @param {string} mapping
 */
export function notCarried(questions, mapping) {
  const given = new Map(mapping.split("\n").map((line) => /** @type {[string, string]} */ (line.split("\t="))));
  return questions.filter(({ id, likely }) => ![given.get(`was ${id}`), given.get(id)].includes(likely));
}

/**
 * What the address remembers of a choice counts for the files that it was made in, no others.
 * @param {State} state
 * @param {Extract<Event, { type: "opened" }>} event
 */
function opened(state, { summary, unopened, remembered }) {
  const folder = state.wanted;
  const open = folder ? undefined : { files: state.files, asked: state.asked };
  const own = new URLSearchParams(folder || state.awaited ? remembered : "");
  const known = summary.reporters.find(({ code }) => code === own.get("reporter"));
  const reporter = (known ?? summary.reporters[0])?.code ?? "";
  // Read again under other answers, it is still looked at as before.
  if (state.way === "kept" && summary.reporters.some(({ code }) => code === state.chosen.reporter)) {
    return { ...state, summary, folder, open, unopened };
  }
  const chosen = {
    reporter,
    product: own.get("product") ?? summary.product,
    also: own.getAll("partner"),
    partner: "",
    mirror: own.has("mirror"),
  };
  return { ...state, summary, folder, open, unopened: folder ? [] : unopened, chosen };
}

/**
 * @param {Chosen} chosen
 * @param {string} partner
 */
function traded(chosen, partner) {
  const listed = partner === "WLD" || chosen.also.includes(partner);
  return { ...chosen, also: listed ? chosen.also : [...chosen.also, partner], partner };
}

/** The chart that is made to have more series added, from files opened while it is shown too. */
const SEVERAL = "series";

/**
 * What the page is asked to set in its query for the next view.
 * @param {State} state
 * @param {string} [shown] The query of what is shown.
 */
export function wishOf({ chosen, shownMirror, way, awaited }, shown = "") {
  /** @type {Record<string, string>} */
  const wish = chosen.partner ? { partner: chosen.partner } : {};
  if (chosen.mirror !== shownMirror) wish["chart"] = chosen.mirror ? "mirror" : "months";
  else if (way === "fresh" && !awaited && new URLSearchParams(shown).get("chart") === SEVERAL) wish["chart"] = SEVERAL;
  return wish;
}

/**
 * The choice, for after the address's `#` sign: with a folder's name it leads there again, without
 * one to this page, which asks for the file.
 * @param {State} state
 * @param {string[]} columns What was said of columns, as the address remembers it.
 */
export function remembered({ folder, chosen }, columns) {
  const choice = new URLSearchParams(folder ? { rollup: folder } : { own: "1" });
  choice.set("reporter", chosen.reporter);
  choice.set("product", chosen.product);
  for (const partner of chosen.also) choice.append("partner", partner);
  if (chosen.mirror) choice.set("mirror", "1");
  if (!folder) for (const column of columns) choice.append("columns", column);
  return choice.toString();
}

/**
 * The partners of the series that an address adds to the chart.
 * @param {string} search
 */
export function partnersAdded(search) {
  const added = new URLSearchParams(search).get("with")?.split(",") ?? [];
  return added.flatMap((series) => series.split(".").at(-2) ?? []).filter((partner) => partner !== "WLD");
}

/** How many partners are shown one by one: more than most files have, so that few are left to the rest. */
export const PARTNERS = { usual: 60, most: 250 };

/** The same, of what was typed. @param {string} typed */
export function countOf(typed) {
  const count = Number(typed);
  return Number.isFinite(count) ? Math.min(PARTNERS.most, Math.max(0, Math.round(count))) : PARTNERS.usual;
}

/**
 * The address of a folder on the page's own host, or nothing.
 * @param {string} name As the page's address has it.
 * @param {string} page The page's own.
 */
export function folderAddress(name, page) {
  try {
    const whole = new URL(`${name.replace(/\/+$/, "")}/`, page);
    return whole.origin === new URL(page).origin && name.length < 1000 ? whole.href : undefined;
  } catch {
    return undefined;
  }
}
