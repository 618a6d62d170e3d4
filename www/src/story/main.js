/** The story page: takes a story in, has it checked as it is typed and shows what was found. */

import { element, showProblems } from "../util/dom.js";
import { messageOf } from "../util/error.js";
import { inLanguage, leadToLanguage, otherLanguages } from "../util/language.js";
import { addressOf, loadBundle } from "../util/load.js";
import * as words from "../wording/story.js";
import { createChecking } from "./checking.js";
import { createListing } from "./listing.js";
import { MOST, commonEnds, shiftPlaces } from "./text.js";
import { Decisions, GROUPS, inOrder, keyOf, marksOf, startsOf } from "./triage.js";

/** @typedef {import("./text.js").Place} Place */
/** @typedef {import("./triage.js").Verdict} Verdict */
/** @typedef {import("./triage.js").Decision} Decision */
/** @typedef {import("../../xenotime").Details} Details */

leadToLanguage();

/** How long typing must rest before the story is checked, in milliseconds. */
const REST = 120;

/** @type {HTMLTextAreaElement} */
const story = element("story");
/** @type {HTMLInputElement} */
const date = element("date");
/** @type {HTMLInputElement} */
const asof = element("asof");
/** @type {HTMLInputElement} */
const file = element("file");
/** @type {HTMLButtonElement} */
const clear = element("clear");
/** @type {HTMLButtonElement} */
const undo = element("undo");
/** @type {HTMLSelectElement} */
const ordering = element("order");
/** @type {HTMLAnchorElement} */
const home = element("home");
home.href = inLanguage(home.href);

/**
 * What is shown: of which text, where its figures stand now, what was said of each, and in which order
 * they are marked and listed.
 * @typedef {{ text: string, places: Place[], verdicts: Verdict[], supposed?: string, day?: string, unnamed?: string[], details?: Details, marks: number[], order: number[] }} Shown
 */
/** @type {Shown} */
let shown = { text: "", places: [], verdicts: [], marks: [], order: [] };
/** Whether what is shown is of the story as it stands. */
let current = true;
/** @typedef {{ text: string, date: string, asof: boolean }} Written What is on the page. */

/** The figure that the reader is at. */
let at = -1;

const checking = createChecking();
const decisions = new Decisions();
/** What a link holds of decisions, until its story is checked. @type {{ accepted: number[], aside: number[] } | undefined} */
let held;

/** What marks figures: its script comes with the cards'. @type {ReturnType<typeof import("./marks.js").createMarks> | undefined} */
let layer;
const cards = createListing(element("findings"), {
  choose,
  decide,
  beside: () => shown,
  dateBy(day) {
    date.value = day;
    date.dispatchEvent(new Event("input"));
  },
  async details(numbers) {
    if (shown.details && numbers.every((index) => index < shown.verdicts.length)) {
      const { findings, sources } = shown.details;
      return { findings: numbers.flatMap((index) => findings[index] ?? []), sources };
    }
    return numbers.length > 0 ? checking.ask("details", numbers) : { findings: [], sources: [] };
  },
  failed: () => void check(),
  written: () => written(),
  held: () => ({
    dated: date.value || (shown.supposed ?? ""),
    decided: decided(),
    places: shown.places,
    rollup,
    owned,
  }),
  ask: checking.ask,
  toast,
  stepTo: (hash) => step(hash, () => {}),
  story,
  shown: () => shown,
  current: () => current,
  note(back) {
    decisions.note(back);
    undo.disabled = false;
  },
  open,
  chosen: () => shown.marks[at],
  brought({ createMarks }) {
    layer = createMarks(element("marked"), element("sheet"));
    layer.show(shown.text, markedFigures());
    layer.choose(shown.marks[at] ?? -1);
  },
});

// Checking.

let running = false;
let waiting = false;

/** Has the story as it stands checked; while one check runs, the last wish waits. */
async function check() {
  const text = story.value;
  clear.disabled = text === "";
  if (text.trim() === "") {
    show({ text, places: [], verdicts: [], details: { findings: [], sources: [] } });
    setStatus("");
    return;
  }
  if (text.length > MOST) {
    setStatus(words.storyTooLong(text.length, MOST));
    return;
  }
  if (running) {
    waiting = true;
    return;
  }
  running = true;
  cards.expect();
  try {
    if (shown.text.trim() === "") setStatus(words.checkingStory);
    const { isLacking, ...answer } = await checking.ask("check", text, date.value, asof.checked ? date.value : "");
    // Meanwhile the story may have been taken away.
    if (story.value.trim() === "") return;
    showProblems([]);
    show({ text, ...answer });
    nameSubject();
    // What lies beside the headline figures may know; it is brought once, and the story checked again.
    if (isLacking) void checking.ask("more").then((found) => found && check(), () => {});
  } catch (error) {
    setStatus("");
    showProblems([words.storyNotChecked, messageOf(error)]);
  } finally {
    running = false;
  }
  if (waiting) {
    waiting = false;
    void check();
  }
}

/** Says what judges a story: it may be other data than the page was built with. */
function nameSubject() {
  checking.ask("subject").then(
    (subject) => {
      for (const place of document.querySelectorAll('[data-fragment="subject"]')) place.textContent = subject;
    },
    () => {},
  );
  checking.ask("edition").then(
    (told) => {
      edition = told;
      judged();
    },
    () => {},
  );
}

/** What was decided of the figures that are shown. */
function decided() {
  /** @type {Map<number, Decision>} */
  const found = new Map();
  for (const [index, verdict] of shown.verdicts.entries()) {
    const decision = GROUPS[verdict] === "look" ? decisions.get(key(index)) : undefined;
    if (decision) found.set(index, decision);
  }
  return found;
}

/** @param {number} index */
const key = (index) => keyOf(shown.text, shown.places[index] ?? [0, 0], shown.verdicts[index] ?? "close");

// What was found.

/** @param {Pick<Shown, "text" | "places" | "verdicts" | "supposed" | "day" | "unnamed" | "details">} answer */
function show(answer) {
  const place = placeOfChosen(answer.text);
  shown = { ...answer, marks: marksOf(answer.verdicts, answer.places), order: [] };
  takeHeld();
  const chosen = shown.places.findIndex(([from, to]) => from === place?.[0] && to === place[1]);
  at = shown.marks.indexOf(chosen);
  // What was typed meanwhile has moved the figures already.
  if (shown.text !== story.value) move();
  else layer?.show(shown.text, markedFigures());
  current = shown.text === story.value;
  layer?.choose(chosen);
  cards.choose(chosen);
  list();
  element("date-read").textContent = (shown.verdicts.length > 0 && shown.supposed) || "";
  element("empty").hidden = shown.verdicts.length > 0;
  element("none").hidden = shown.text.trim() !== "";
  element("triage").hidden = shown.verdicts.length === 0;
  fit();
}

/**
 * Where the chosen figure stands, for the next answer to the same words: its number may be another there.
 * @param {string} text
 */
function placeOfChosen(text) {
  const index = shown.text === text ? shown.marks[at] : undefined;
  return index === undefined ? undefined : shown.places[index];
}

const markedFigures = () =>
  shown.marks.map((index) => ({
    index,
    place: shown.places[index] ?? /** @type {Place} */ ([-1, -1]),
    verdict: shown.verdicts[index] ?? "",
  }));

/** Lists what was found, in the order chosen, and sums it up. */
function list() {
  const known = decided();
  const order = ordering.value === "gravest" ? "gravest" : "story";
  shown.order = inOrder(shown.verdicts, shown.places, order, known);
  cards.show(shown.order, known).catch((error) => showProblems([words.storyNotChecked, messageOf(error)]));
  sum(known);
}

/** @param {ReadonlyMap<number, Decision>} known */
function sum(known) {
  if (shown.text.trim() === "") element("tally").replaceChildren();
  else cards.sum(shown.verdicts, known);
  cards.offer();
  undo.disabled = !decisions.canUndo;
}

/** Takes what a link holds of decisions, once its story is checked. */
function takeHeld() {
  if (!held) return;
  const { accepted, aside } = held;
  held = undefined;
  /** @type {Map<string, Decision>} */
  const found = new Map();
  for (const [index, [from]] of shown.places.entries()) {
    if (accepted.includes(from)) found.set(key(index), "accepted");
    else if (aside.includes(from)) found.set(key(index), "aside");
  }
  decisions.start(found);
}

/**
 * @param {number} index
 * @param {Decision | undefined} decision
 */
function decide(index, decision) {
  decisions.set(key(index), decision);
  sum(decided());
  cards.update(index, decided()).catch(() => check());
}

undo.addEventListener("click", () => {
  decisions.undo();
  replaced = undefined;
  list();
  toast(words.undone);
  if (undo.disabled) story.focus({ preventScroll: true });
});
ordering.addEventListener("change", list);

/**
 * Moves the marks along with the text around them as it is typed; those within what changed go
 * until the next check.
 */
function move() {
  const now = story.value;
  if (now === shown.text) return;
  const ends = commonEnds(shown.text, now);
  const places = shiftPlaces(shown.places, shown.text, now, ends);
  const marks = shown.marks.filter((index) => (places[index]?.[0] ?? -1) >= 0);
  shown = { ...shown, text: now, places, marks };
  current = false;
  layer?.change(now, markedFigures(), ends);
}

/** The text area is as high as its text, so that marks and text never scroll apart. */
function fit() {
  const sheet = element("sheet");
  const { scrollTop } = sheet;
  story.style.height = "auto";
  story.style.height = `${story.scrollHeight + 2}px`;
  sheet.scrollTop = scrollTop;
}

/** The same while one types: it grows at once, and shrinks when the check comes. */
function grow() {
  if (story.scrollHeight > story.clientHeight) story.style.height = `${story.scrollHeight + 2}px`;
}

/**
 * From a figure in the story to its card.
 * @param {number} index
 */
async function open(index) {
  at = shown.marks.indexOf(index);
  layer?.choose(index);
  return cards.open(index);
}

/**
 * From a card to its figure in the story.
 * @param {number} index
 */
function choose(index) {
  at = shown.marks.indexOf(index);
  layer?.choose(index);
  cards.choose(index);
  const place = shown.places[index];
  if (!place || place[0] < 0) return;
  story.focus({ preventScroll: true });
  story.setSelectionRange(place[0], place[1]);
  void cards.reveal(place);
}

/** A click into the story opens the finding it hits. */
story.addEventListener("click", () => {
  if (story.selectionStart !== story.selectionEnd) return;
  const here = story.selectionStart;
  const index = shown.marks.find((index) => {
    const [from, to] = shown.places[index] ?? [-1, -1];
    return from <= here && here <= to;
  });
  if (index !== undefined) void open(index);
});

// The story coming in.

let timer = 0;
story.addEventListener("input", () => {
  replaced = undefined;
  clearTimeout(timer);
  move();
  grow();
  timer = window.setTimeout(check, REST);
});
date.addEventListener("input", () => {
  judged();
  void check();
});
asof.addEventListener("change", () => {
  judged();
  void check();
});

/** @returns {Written} */
const written = () => ({ text: story.value, date: date.value, asof: asof.checked });

/**
 * @param {string} text
 * @param {Partial<Written>} [other]
 */
function put(text, other = {}) {
  story.value = text;
  if (other.date !== undefined) {
    date.value = other.date;
    asof.checked = other.asof ?? false;
  }
  judged();
  fit();
  void check();
}

/** Stories that Back and Forward lead to, in this page's memory alone. @type {Written[]} */
const kept = [];
/** Which of them is on the page. */
let which = -1;

/**
 * A step that Back undoes.
 * @param {string} hash
 * @param {() => void} work
 */
function step(hash, work) {
  keep("replaceState", location.href);
  work();
  keep("pushState", location.pathname + location.search + hash);
}

/** What took the place of the whole story, until it is changed. @type {string | undefined} */
let replaced;

/**
 * Puts another story in the place of the one on the page, which Undo, Ctrl+Z and Back bring again.
 * @param {string} hash
 * @param {string} text
 * @param {Partial<Written>} [other]
 */
function replace(hash, text, other) {
  const before = written();
  step(hash, () => put(text, other));
  replaced = text;
  // What was typed since is not lost by that either.
  decisions.note(() => (story.value === text ? step("", () => put(before.text, before)) : replace("", before.text, before)));
  undo.disabled = false;
}

// The browser's own Undo knows only what was typed.
addEventListener("keydown", (event) => {
  if (event.key !== "z" || !(event.ctrlKey || event.metaKey) || story.value !== replaced || undo.disabled) return;
  if (event.target instanceof HTMLInputElement) return;
  event.preventDefault();
  undo.click();
});

/**
 * @param {"replaceState" | "pushState"} way
 * @param {string} address
 */
function keep(way, address) {
  kept.push(written());
  which = kept.length - 1;
  history[way]({ kept: which }, "", address);
}

addEventListener("popstate", ({ state }) => {
  // What was changed since the last step is part of where it led.
  if (kept[which]) kept[which] = written();
  which = state?.kept ?? -1;
  const before = kept[which];
  if (before) put(before.text, before);
  else arrive();
});

/** The data set's own story, which the build brings as a script: first a line with its date. */
async function example() {
  try {
    const [day, ...lines] = String(await loadBundle(addressOf("laterExample"))).split("\n");
    return { text: lines.join("\n").trim(), date: day ?? "" };
  } catch (error) {
    showProblems([messageOf(error)]);
    return undefined;
  }
}

element("try").addEventListener("click", async () => {
  const sample = await example();
  if (sample) replace("#example", sample.text, sample);
});

clear.addEventListener("click", () => {
  replace("", "", { date: "" });
  // Nothing is left to clear: the keyboard goes on at what brings it back.
  undo.focus();
});

/** @param {File | undefined} chosen */
async function read(chosen) {
  if (!chosen) return;
  try {
    const text = await (await cards.later()).textOf(chosen);
    showProblems([]);
    replace("", text);
  } catch (error) {
    showProblems([messageOf(error)]);
  }
}

file.addEventListener("change", () => {
  read(file.files?.[0]);
  file.value = "";
});
const paper = document.querySelector(".paper");
addEventListener("dragover", (event) => {
  event.preventDefault();
  paper?.classList.add("dropping");
});
addEventListener("dragleave", () => paper?.classList.remove("dropping"));
addEventListener("drop", (event) => {
  paper?.classList.remove("dropping");
  const dropped = event.dataTransfer?.files;
  if (!dropped?.length) return;
  event.preventDefault();
  if (dropped.length === 1) read(dropped[0]);
  else showProblems([words.oneStoryOnly(dropped.length)]);
});

// What judges.

const bundledWords = element("judged").firstChild?.textContent ?? "";
/** Of when the data are: those that the page was built with, until the checker says by which it judges. */
let edition = element("edition").textContent;
/** What says that the reader's own files judge. @type {string | undefined} */
let ownWords;
/** The folder of parts that judges, which an address can name. */
let rollup = "";
/** Whether the reader's own files judge, which no address holds. */
let owned = false;
/** Whether a link came from a page where such files judged. */
let foreign = false;

/** @type {import("./own.js").Host | undefined} */
let host;

/** @type {Parameters<typeof import("./own.js").createHost>[0]} */
function judgeBy(own, problems, hash) {
  checking.judgeBy(own?.texts);
  rollup = new URLSearchParams(hash).get("rollup") ?? "";
  owned = own !== undefined && !rollup;
  // A reader's own files are of this page alone.
  for (const link of otherLanguages()) link.hidden = owned;
  ownWords = own?.words;
  judged();
  showProblems(problems);
  void check();
}

element("open-own").addEventListener("click", openOwn);

/** Says what judges. Files of one's own do not say when their figures were published. */
function judged() {
  asof.disabled = date.value === "" || ownWords !== undefined;
  if (asof.disabled) asof.checked = false;
  const known = asof.checked ? words.judgedUntil(date.value) : "";
  element("judged").textContent = (ownWords ?? bundledWords + edition + (foreign ? words.judgedElsewhere : "")) + known;
}

async function openOwn() {
  try {
    const [{ open }, { createHost }] = await Promise.all([loadBundle(addressOf("laterImport")), cards.later()]);
    host ??= createHost(judgeBy);
    open(host);
  } catch (error) {
    showProblems([messageOf(error)]);
  }
}

async function arrive() {
  if (location.hash === "#example") {
    const sample = await example();
    if (sample) put(sample.text, sample);
    return;
  }
  /** @type {typeof import("./sharing.js").readFragment} */
  let readFragment = async () => undefined;
  try {
    if (location.hash !== "") ({ readFragment } = await cards.later());
  } catch (error) {
    showProblems([messageOf(error)]);
    return;
  }
  try {
    const shared = await readFragment(location.hash);
    if (shared) {
      foreign = shared.own;
      held = { accepted: startsOf(shared.accepted), aside: startsOf(shared.aside) };
      put(shared.text, shared);
    } else if (kept.length > 0) put("", { date: "" });
  } catch {
    if (typeof DecompressionStream === "undefined") {
      showProblems([words.linkNotUnpacked]);
      return;
    }
    showProblems([words.linkBroken]);
  }
}
/** @param {string} said */
function setStatus(said) {
  element("state").textContent = said;
}

/** @param {string} said */
function toast(said) {
  element("said").textContent = said;
}

addEventListener("resize", fit);
if (new URLSearchParams(location.hash.slice(1)).has("rollup")) void openOwn();
checking.ready().then(
  () => {
    if (!running) setStatus("");
    // What the data are called in another language comes with the first story.
    if (!addressOf("laterDataset")) nameSubject();
    return check();
  },
  (error) => {
    setStatus("");
    showProblems([words.checkerLost, messageOf(error)]);
  },
);
void arrive();
