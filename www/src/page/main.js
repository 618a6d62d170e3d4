/** Puts views on the page and the reader's choices into the address. */

import { Session, lastPanic } from "glue/xenotime";

import { element, showProblems } from "../util/dom.js";
import { messageOf, panicOf } from "../util/error.js";
import { copyText } from "../util/file.js";
import { addressOf, loadBundle } from "../util/load.js";
import { base, behind, folder, readable } from "./address.js";
import { showControls, watchControls } from "./controls.js";
import { tellHeight } from "./embedding.js";
import { loadSession } from "./load.js";
import { createPlot } from "./plot.js";
import { saveCsv, savePng, saveSvg, snippet } from "./saving.js";
import { Sessions } from "./sessions.js";

const root = document.documentElement;
/** @type {HTMLFormElement} */
const form = element("controls");

const sessions = new Sessions();
/** @type {import("../../xenotime").Page | undefined} */
let page;
/** Who is told that Back or Forward led to another session. @type {((which: number) => void)[]} */
const turns = [];
/** The view's query, for where the browser keeps no history of it. */
let search = location.search;

const plot = createPlot({
  session: () => sessions.current,
  zoomed: () => page?.zoomed ?? false,
  go,
  guard,
});

/**
 * Runs what may fail; what fails is told, and what is on screen stays.
 * @param {() => void} work
 */
function guard(work) {
  try {
    work();
  } catch (error) {
    fail(error);
  }
}

/**
 * @param {unknown} error
 * @param {string} [what] What could not be done.
 */
function fail(error, what = "Xenotime could not do that.") {
  const panic = panicOf(lastPanic);
  if (panic) sessions.drop();
  const advice = panic
    ? "Xenotime has made a mistake of its own. What is shown stays; reload the page to go on."
    : what;
  showProblems([advice, ...(panic ?? messageOf(error)).split("\n").slice(0, 20)]);
  console.error(error);
}

/** Shows the view that the address asks for. */
function show() {
  guard(() => {
    if (!sessions.current) return;
    plot.forget();
    page = sessions.current.open(search);
    document.title = page.title;
    root.classList.toggle("embedded", isEmbed());
    root.classList.remove("elsewhere");
    if (page.theme === "auto") delete root.dataset["theme"];
    else root.dataset["theme"] = page.theme;
    for (const { name, html } of page.fragments) put(name, html);
    revealChart();
    showControls(form, page.controls);
    element("plot").dataset["zoomable"] = String(page.zoomable);
    element("surface").setAttribute("aria-label", page.description);
    /** @type {HTMLAnchorElement} */ (element("home")).href = home();
    element("leave-zoom").hidden = !page.zoomed;
    showSnippet(page);
    showProblems(page.problems.map(readable));
    plot.draw();
  });
}

const isEmbed = () => page !== undefined && page.home !== page.address;

/**
 * Fills an element and keeps the reader's place in it.
 * @param {string} name
 * @param {string} html The module escapes every word of it.
 */
function put(name, html) {
  const place = document.querySelector(`[data-fragment="${name}"]`);
  if (!place || place.innerHTML === html) return;
  const links = Array.from(place.querySelectorAll("a"));
  const focused = links.findIndex((link) => link === document.activeElement);
  place.innerHTML = html;
  if (focused >= 0) place.querySelectorAll("a")[focused]?.focus();
}

/** Brings the chosen chart's name into sight where the row of names is wider than the screen. */
function revealChart() {
  for (const list of document.querySelectorAll(".charts ul")) {
    const chosen = list.querySelector("[aria-current]");
    if (!chosen) continue;
    const [room, link] = [list.getBoundingClientRect(), chosen.getBoundingClientRect()];
    if (link.left < room.left || link.right > room.right) list.scrollLeft += link.left - room.left - 16;
  }
}

const home = () => base() + (page?.home ?? "") + folder();

/** @param {import("../../xenotime").Page} page */
function showSnippet({ embed, title }) {
  /** @type {HTMLTextAreaElement} */ (element("snippet")).value = snippet(base() + embed + folder(), title);
}

/**
 * Leads to another view; Back leads here again. An embed leaves its host's history alone.
 * @param {string} address
 */
function go(address) {
  if (address === page?.address) return;
  search = address;
  write(isEmbed() ? "replaceState" : "pushState", address || location.pathname);
  show();
}

/** @param {string} text */
function toast(text) {
  element("said").textContent = text;
}

/**
 * @param {string} text
 * @param {string} what
 */
async function copy(text, what) {
  const copied = await copyText(text);
  toast(copied ? `${what} copied.` : `The browser does not allow copying. ${what}: ${text}`);
}

/**
 * @param {string} id
 * @param {(session: Session, page: import("../../xenotime").Page) => void | Promise<void>} work
 */
function onClick(id, work) {
  element(id).addEventListener("click", async () => {
    if (!sessions.current || !page) return;
    try {
      await work(sessions.current, page);
    } catch (error) {
      fail(error);
    }
  });
}

function watch() {
  addEventListener("popstate", ({ state }) => {
    const index = state?.own ?? 0;
    turn(index);
    search = location.search;
    show();
    if (sessions.which !== index) {
      showProblems(["That view of your own data is no longer kept: open the file again to see it."]);
    }
    for (const hear of turns) hear(sessions.which);
  });
  addEventListener("hashchange", () => folder() && openOwn());
  watchControls(form, (name, value) =>
    guard(() => sessions.current && go(sessions.current.set(name, value))),
  );
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    const plain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
    const href = link?.getAttribute("href") ?? "";
    if (!sessions.current || !plain || event.button !== 0 || !/^\.\/(\?|$)/.test(href)) return;
    if (link?.target === "_blank") return;
    event.preventDefault();
    go(href.slice(2));
  });
  onClick("save-csv", (session, page) => saveCsv(session, page.file_name));
  onClick("save-svg", (session, page) => saveSvg(session, page.file_name, plot.dark()));
  onClick("save-png", (session, page) => savePng(session, page.file_name, plot.dark()));
  onClick("copy-link", () => copy(home(), "Link"));
  onClick("copy-snippet", () => {
    /** @type {HTMLTextAreaElement} */
    const snippet = element("snippet");
    snippet.select();
    return copy(snippet.value, "Snippet");
  });
  onClick("show-embed", () => {
    const hidden = element("embed").toggleAttribute("hidden");
    element("show-embed").setAttribute("aria-expanded", String(!hidden));
  });
  onClick("leave-zoom", (session) => go(session.unzoom()));
  onClick("month-before", (session) => step(session, -1));
  onClick("month-after", (session) => step(session, 1));
}

/**
 * @param {Session} session
 * @param {number} by
 */
function step(session, by) {
  const address = session.monthStep(by);
  if (address === undefined) toast("There is no further month.");
  else go(address);
}

/** The page as the panel of a reader's own data knows it. @type {import("../../xenotime").Host} */
const host = {
  onTurn: (hear) => void turns.push(hear),
  session: ({ observations, sources, products, partners, origin }, reporter) =>
    Session.own(observations, sources, products, partners, reporter, origin),
  use(other, way, problems, wish = {}, asked = "", hash = location.hash.slice(1)) {
    guard(() => {
      if (other) sessions.add(other);
      turn(other ? sessions.which : 0);
      const query = new URLSearchParams(way === "fresh" ? asked : search);
      // Another product is the first of the data at hand.
      if (way === "kept") query.delete("product");
      for (const [name, value] of Object.entries(wish)) query.set(name, value);
      // Browsers know the number of its parts only since 2023.
      const words = query.toString();
      search = words && `?${words}`;
      write(way === "asked" ? "replaceState" : "pushState", search || location.pathname, hash && `#${hash}`);
      show();
      if (problems?.length) showProblems(problems);
    });
    return sessions.which;
  },
};

/** @param {number} index Of a session. */
function turn(index) {
  sessions.turn(index);
  root.classList.toggle("owned", sessions.which > 0);
}

/**
 * @param {"pushState" | "replaceState"} way
 * @param {string} address
 * @param {string} [hash] What a reader chose of own data, or what the columns of a file hold.
 */
function write(way, address, hash = location.hash) {
  try {
    history[way]({ own: sessions.which }, "", address + hash);
  } catch {
    // A sandboxed frame and a page opened from a folder have no history to write to.
  }
}

/** The panel for a reader's own files, brought when it is first asked for. @param {FileList} [files] */
async function openOwn(files) {
  try {
    const { open } = await loadBundle(addressOf("laterImport"));
    open(host, files);
  } catch (error) {
    fail(error);
  }
}

async function start() {
  tellHeight();
  watch();
  element("open-own").addEventListener("click", () => openOwn());
  addEventListener("dragover", (event) => event.preventDefault());
  addEventListener("drop", (event) => {
    event.preventDefault();
    const files = event.dataTransfer?.files;
    if (files?.length && !isEmbed()) openOwn(files);
  });
  try {
    sessions.add(await loadSession());
    root.classList.add("live");
    if (!folder()) {
      if (behind("own")) search = "";
      show();
    }
    if (folder() || (behind("own") && !isEmbed())) openOwn();
  } catch (error) {
    root.classList.add("failed");
    const shown = root.classList.contains("elsewhere")
      ? "the usual chart, not the one asked for"
      : "the usual chart";
    fail(error, `The live chart could not be loaded. Shown is ${shown}, as it was when the page was built.`);
    root.classList.remove("elsewhere");
  }
}

void start();
