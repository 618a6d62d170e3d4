/** The story page: takes a story in, has it checked as it is typed and shows what was found. */

import { element, showProblems } from "../util/dom.js";
import { messageOf } from "../util/error.js";
import { copyText } from "../util/file.js";
import { BUNDLE, addressOf, confined, fullAddressOf, loadBundle, loadOffline } from "../util/load.js";
import { startWorker } from "../util/rpc.js";
import { list, marks, tally } from "./findings.js";
import { LIMIT, MOST, fragment, readFragment } from "./sharing.js";

/** @typedef {import("../../xenotime").Answer} Answer */

/** How long typing must rest before the story is checked, in milliseconds. */
const REST = 120;

/** @type {HTMLTextAreaElement} */
const story = element("story");
/** @type {HTMLInputElement} */
const date = element("date");
/** @type {HTMLInputElement} */
const file = element("file");
/** @type {HTMLButtonElement} */
const clear = element("clear");
const taking = ["copy-markdown", "copy-json", "share"].map(
  (id) => /** @type {HTMLButtonElement} */ (element(id)),
);

/** What is shown, and of which text. @type {{ text: string, answer: Answer } | undefined} */
let shown;
/** What Clear took away, for Undo. @type {{ text: string, date: string } | undefined} */
let cleared;

// The checker: in a worker where there is one.

/** @type {((story: { id: number, text: string, date: string }) => void) | undefined} */
let send;
let asked = 0;
let answered = 0;
let waiting = false;

/** Where everything lies. */
const places = () => ({ module: fullAddressOf("module"), files: BUNDLE.map(fullAddressOf) });

async function begin() {
  if (confined() || typeof Worker === "undefined") {
    await here();
    return;
  }
  try {
    const worker = await startWorker(addressOf("worker"), places(), receive);
    ready((story) => worker.postMessage(story));
  } catch {
    await here();
  }
}

/** On the page's own thread, where no worker can be had. */
async function here() {
  try {
    const { answerTo, fetchChecker, startChecker } = await loadBundle(addressOf("laterChecker"));
    const checker = confined()
      ? await startChecker(await loadOffline(addressOf("laterOffline"), BUNDLE))
      : await fetchChecker(places());
    ready((story) => receive(answerTo(checker, story)));
  } catch (error) {
    setStatus("");
    showProblems(["The checker could not be loaded. Reload the page to try again.", messageOf(error)]);
  }
}

/** @param {NonNullable<typeof send>} sender */
function ready(sender) {
  send = sender;
  setStatus(story.value.trim() ? "Checking…" : "");
  check();
}

/** Has the story as it stands checked; while one check runs, the last wish waits. */
function check() {
  const { value: text } = story;
  clear.disabled = text === "" && !cleared;
  if (!send) return;
  if (text.trim() === "") {
    show(text, { findings: [], places: [], sources: [], markdown: "" });
    return;
  }
  if (text.length > MOST) {
    setStatus(`The story has ${text.length.toLocaleString("en")} characters; up to ${MOST.toLocaleString("en")} are checked. Paste a part of it.`);
    return;
  }
  if (asked !== answered) {
    waiting = true;
    return;
  }
  asked += 1;
  texts = { id: asked, text };
  send({ id: asked, text, date: date.value });
}

/** The text that is being checked. */
let texts = { id: 0, text: "" };

/** @param {{ id: number, answer?: Answer, error?: string }} message */
function receive({ id, answer, error }) {
  answered = id;
  if (answer) {
    showProblems([]);
    show(texts.text, answer);
  } else {
    showProblems(["Xenotime could not check this story. What is shown stays.", error ?? ""]);
  }
  if (waiting) {
    waiting = false;
    check();
  }
}

// What was found.

/**
 * @param {string} text
 * @param {Answer} answer
 */
function show(text, answer) {
  shown = { text, answer };
  const count = answer.findings.length;
  element("marked").replaceChildren(marks(text, answer, open));
  element("findings").replaceChildren(...list(answer, choose));
  element("tally").replaceChildren(...tally(answer.findings));
  element("empty").hidden = count > 0;
  for (const button of taking) button.disabled = text.trim() === "";
  if (text.trim() === "") setStatus("");
  else if (count === 0) setStatus("No figure was found that the data could judge.");
  else setStatus(count === 1 ? "1 figure found." : `${count} figures found.`);
  fit();
}

/**
 * Moves the marks along with the text around them as it is typed; those within what changed go
 * until the next check.
 */
function shift() {
  if (!shown || shown.text === story.value) return;
  const [old, now] = [shown.text, story.value];
  const most = Math.min(old.length, now.length);
  let head = 0;
  while (head < most && old[head] === now[head]) head += 1;
  let tail = 0;
  while (tail < most - head && old[old.length - 1 - tail] === now[now.length - 1 - tail]) tail += 1;
  const by = now.length - old.length;
  const places = shown.answer.places.map(([from, to]) => {
    if (to <= head) return /** @type {[number, number]} */ ([from, to]);
    if (from >= old.length - tail) return /** @type {[number, number]} */ ([from + by, to + by]);
    return /** @type {[number, number]} */ ([-1, -1]);
  });
  shown = { text: now, answer: { ...shown.answer, places } };
  element("marked").replaceChildren(marks(now, shown.answer, open));
}

/** The text area is as high as its text, so that marks and text never scroll apart. */
function fit() {
  const sheet = element("sheet");
  const { scrollTop } = sheet;
  story.style.height = "auto";
  story.style.height = `${story.scrollHeight + 2}px`;
  sheet.scrollTop = scrollTop;
}

/** @param {number} index */
function highlight(index) {
  for (const part of document.querySelectorAll("[data-finding]")) {
    part.classList.toggle("chosen", part instanceof HTMLElement && part.dataset["finding"] === String(index));
  }
}

/**
 * From a mark to its finding.
 * @param {number} index
 */
function open(index) {
  highlight(index);
  const item = element("findings").children[index];
  if (!(item instanceof HTMLElement)) return;
  const details = item.querySelector("details");
  if (details) details.open = true;
  item.querySelector("button")?.focus({ preventScroll: true });
  item.scrollIntoView({ block: "nearest" });
}

/**
 * From a finding to its place in the story.
 * @param {number} index
 */
function choose(index) {
  highlight(index);
  const place = shown?.answer.places[index];
  if (!place || shown?.text !== story.value) return;
  story.focus({ preventScroll: true });
  story.setSelectionRange(place[0], place[1]);
  document.querySelector(`#marked [data-finding="${index}"]`)?.scrollIntoView({ block: "center" });
}

/** A click into the story opens the finding it hits. */
story.addEventListener("click", () => {
  if (story.selectionStart !== story.selectionEnd || shown?.text !== story.value) return;
  const at = story.selectionStart;
  const index = shown.answer.places.findIndex(([from, to]) => from <= at && at <= to);
  if (index < 0) return;
  highlight(index);
  const item = element("findings").children[index];
  const details = item?.querySelector("details");
  if (details) details.open = true;
  item?.scrollIntoView({ block: "nearest" });
});

// The story coming in.

let timer = 0;
story.addEventListener("input", () => {
  cleared = undefined;
  clear.textContent = "Clear";
  clearTimeout(timer);
  shift();
  fit();
  timer = window.setTimeout(check, REST);
});
date.addEventListener("input", check);

/**
 * @param {string} text
 * @param {string} [written]
 */
function put(text, written) {
  cleared = undefined;
  clear.textContent = "Clear";
  story.value = text;
  if (written !== undefined) date.value = written;
  fit();
  check();
}

/** Stories that Back and Forward lead to, in this page's memory alone. @type {{ text: string, date: string }[]} */
const kept = [];
/** Which of them is on the page. */
let current = -1;

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

/**
 * @param {"replaceState" | "pushState"} way
 * @param {string} address
 */
function keep(way, address) {
  kept.push({ text: story.value, date: date.value });
  current = kept.length - 1;
  history[way]({ kept: current }, "", address);
}

addEventListener("popstate", ({ state }) => {
  // What was changed since the last step is part of where it led.
  if (kept[current]) kept[current] = { text: story.value, date: date.value };
  current = state?.kept ?? -1;
  const before = kept[current];
  if (before) put(before.text, before.date);
  else arrive();
});

function example() {
  const template = /** @type {HTMLTemplateElement} */ (element("example-text"));
  put(template.content.textContent ?? "", "2024-12-10");
}

element("try").addEventListener("click", () => step("#example", example));

clear.addEventListener("click", () => {
  if (cleared) {
    const { text, date: written } = cleared;
    step("", () => put(text, written));
    story.focus();
    return;
  }
  const before = { text: story.value, date: date.value };
  step("", () => put("", ""));
  cleared = before;
  clear.textContent = "Undo";
  clear.disabled = false;
});

/** @param {File | undefined} chosen */
async function read(chosen) {
  if (!chosen) return;
  const kinds = /\.(txt|text|md|markdown|html?|htm)$/i;
  if (!kinds.test(chosen.name) && !chosen.type.startsWith("text/")) {
    showProblems([`${chosen.name} is not read: a .txt, .md or .html file was expected. The story stays as it was.`]);
    return;
  }
  if (chosen.size > MOST * 4) {
    showProblems([`${chosen.name} is not read: it has ${chosen.size.toLocaleString("en")} bytes, more than a story may have. The story stays as it was.`]);
    return;
  }
  const bytes = await chosen.arrayBuffer();
  let text;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    showProblems([`${chosen.name} is not read: UTF-8 text was expected. The story stays as it was.`]);
    return;
  }
  showProblems([]);
  const page = /\.html?$/i.test(chosen.name) || chosen.type === "text/html";
  step("", () => put(page ? words(text) : text));
}

/**
 * The words of an HTML file, a line for each block. Nothing of it is run or loaded.
 * @param {string} html
 */
function words(html) {
  const parsed = new DOMParser().parseFromString(html, "text/html");
  for (const part of parsed.querySelectorAll("head, script, style, template, noscript")) part.remove();
  for (const line of parsed.querySelectorAll("br")) line.replaceWith("\n");
  for (const block of parsed.querySelectorAll("p, h1, h2, h3, h4, h5, h6, li, tr, div, section, article, blockquote, figcaption")) {
    block.append("\n\n");
  }
  const text = parsed.body.textContent ?? "";
  return text.replace(/[ \t]+/g, " ").replace(/ ?\n ?/g, "\n").replace(/\n{3,}/g, "\n\n").trim();
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
  else showProblems([`${dropped.length} files were dropped: one story at a time can be read. The story stays as it was.`]);
});

// The report going out.

/**
 * @param {string} text
 * @param {string} what
 */
async function copy(text, what) {
  const copied = await copyText(text);
  toast(copied ? `${what} copied.` : `The browser did not let ${what.toLowerCase()} be copied.`);
}

element("copy-markdown").addEventListener("click", () => copy(shown?.answer.markdown ?? "", "Markdown"));
element("copy-json").addEventListener("click", () =>
  copy(JSON.stringify(shown?.answer.findings ?? [], null, 2), "JSON"),
);
element("share").addEventListener("click", async () => {
  const hash = await fragment(story.value, date.value);
  const link = new URL(hash, location.href).href;
  if (link.length > LIMIT) {
    toast(`Too long for a link: it would have ${link.length.toLocaleString("en")} of at most ${LIMIT.toLocaleString("en")} characters.`);
    return;
  }
  step(hash, () => {});
  await copy(link, "Link");
});

async function arrive() {
  if (location.hash === "#example") {
    example();
    return;
  }
  try {
    const shared = await readFragment(location.hash);
    if (shared) put(shared.text, shared.date);
    else if (kept.length > 0) put("", "");
  } catch {
    showProblems(["The link’s story cannot be read: it was cut short or altered on its way. Ask for it again, or paste the story."]);
  }
}
/** @param {string} words */
function setStatus(words) {
  element("state").textContent = words;
}

/** @param {string} words */
function toast(words) {
  element("said").textContent = words;
}

addEventListener("resize", fit);
void begin();
void arrive();
