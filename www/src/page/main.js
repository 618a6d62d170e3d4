/** Puts views on the page and the reader's choices into the address. */

import { element, made, showProblems } from "../util/dom.js";
import { TooOld } from "../util/engine.js";
import { messageOf } from "../util/error.js";
import { copyPicture, copyText } from "../util/file.js";
import { codeOf, inLanguage, lackingLanguage, otherLanguages } from "../util/language.js";
import * as words from "../wording/words.js";
import { BUNDLE, addressOf, confined, fetchTexts, loadBundle, once } from "../util/load.js";
import { asksForWhole, base, behind, folder, readable } from "./address.js";
import { showControls, watchControls } from "./controls.js";
import { offerRetry, reportFailure } from "./failure.js";
import { startFrame } from "./frame.js";
import { load } from "./load.js";
import { bringWhole, isWhole, panicked, sessionOf } from "./modules.js";
import { isFramed, misread, readOptions, withOptions } from "./options.js";
import { SOURCES, awaited, bring, brought, lost } from "./parts.js";
import { createPlot } from "./plot.js";
import { Sessions } from "./sessions.js";

const root = document.documentElement;
/** @type {HTMLFormElement} */
const form = element("controls");

/** @typedef {import("../../xenotime").Session} Session */

const sessions = new Sessions();
/** The bundled data, as the session of them was made of. @type {string[]} */
let texts = [];
/** @type {import("../../xenotime").Page | undefined} */
let page;
/** What could not be loaded, of what the chart can do without. @type {string[]} */
let missing = [];
/** Who is told that Back or Forward led to another session. @type {((which: number) => void)[]} */
const turns = [];
/** The view's query, for where the browser keeps no history of it. */
let search = location.search;
/** What the editor chose for the frame, if this is one. */
const options = isFramed(search) ? readOptions(search) : undefined;
/** The view that the editor chose, to which a reader finds back. */
let published = "";

/** The session whose view is shown: another may be current whose view is still being computed. @type {Session | undefined} */
let shown;

const plot = createPlot({
  session: () => sessions.current && shown,
  zoomed: () => page?.zoomed ?? false,
  keeps: isEmbed,
  locked: () => options?.locked ?? false,
  go,
  follow,
  guard,
});

/** Made when it is first opened. @type {ReturnType<typeof import("./embed-panel.js").createEmbedPanel> | undefined} */
let embedPanel;
/** Likewise. @type {ReturnType<typeof import("./table.js").createTable> | undefined} */
let table;
/** The rows of the files that a session was made of. @type {((session: number) => import("./table.js").Rows | undefined) | undefined} */
let ownRows;

/** Likewise. @type {ReturnType<typeof import("../desk/panel.js").createDesk> | undefined} */
let desk;

/** Opens or closes the panel that edits the chart. @param {boolean} [open] */
async function showDesk(open) {
  const { createDesk } = await widen();
  desk ??= createDesk({ session: () => sessions.current, page: () => page, go, nameAll, before: element("actions") });
  element("show-desk").setAttribute("aria-expanded", String(desk.toggle(open)));
}

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
function fail(error, what = words.notDone) {
  const panic = panicked();
  if (panic) sessions.drop();
  const advice = panic
    ? words.ownError
    : what;
  const lines = [advice, ...(panic ?? messageOf(error)).split("\n").slice(0, 20)];
  if (panic) offerRetry(lines);
  else showProblems(lines);
  console.error(error);
}

/** Says that figures, a module or a study are on their way, where that takes long enough to be noticed. */
function waiting(said = words.loading) {
  const surface = element("surface");
  surface.setAttribute("aria-busy", "true");
  const late = setTimeout(() => toast(said), NOTICED);
  return () => {
    clearTimeout(late);
    if (element("said").textContent === said) toast("");
    surface.removeAttribute("aria-busy");
  };
}

/** In milliseconds. */
const NOTICED = 300;

/** The fragments that name publications. */
const SOURCED = ["source", "table"];

/** Whether the bundled data are shown, and who published them is not there yet. */
const isUnnamed = () => sessions.which === 0 && !named;
let named = false;

/** The whole list of sources. */
const sourcesText = async () => (await fetchTexts([addressOf("laterSources")]))[0] ?? "";

/** Brings the names of the publications, which the chart does not wait for. */
const nameSources = once(async () => {
  // The script that brings everything where nothing can be fetched brings them whole.
  if (!named && !confined()) {
    const text = await sourcesText();
    sessions.first?.addPart(SOURCES, text);
    brought.set(SOURCES, text);
  }
  named = true;
});

/** A session of the bundled data, with the parts that came so far. */
function bundled() {
  const Session = sessionOf();
  const session = new Session(.../** @type {ConstructorParameters<typeof Session>} */ (texts));
  for (const [name, text] of brought) session.addPart(name, text);
  return session;
}

/** Names the publications of what is shown, if it is of the bundled data and not about to be shown anew. */
function showSources() {
  // A view that is still to come is made with them.
  if (!page || !sessions.current || sessions.which > 0 || page.needs.length > 0 || studying) return;
  page = sessions.current.open(search);
  for (const { name, html } of page.fragments) if (SOURCED.includes(name)) put(name, html);
  plot.draw();
}

/**
 * The session that the page begins with. A figure may have been added since the page was built, with a
 * source that the list in short, which the build makes, does not have.
 */
async function firstSession() {
  try {
    return bundled();
  } catch (error) {
    if (confined() || panicked()) throw error;
    texts[BUNDLE.indexOf("sources")] = await sourcesText();
    named = true;
    return bundled();
  }
}

/**
 * Brings the names that the list in short leaves out: other languages' and aliases, by which the whole
 * module finds a series. What is there in short does where they do not come.
 */
const bringNames = once(async () => {
  if (confined()) return;
  const files = /** @type {const} */ (["products", "partners"]);
  const found = await fetchTexts(files.map((name) => addressOf(name === "products" ? "laterProducts" : "laterPartners")));
  for (const [place, name] of files.entries()) texts[BUNDLE.indexOf(name)] = found[place] ?? "";
  knowsNames = true;
});
let knowsNames = false;

/** Goes on with the whole module in place of the page's own. What is shown stays meanwhile. */
const widen = once(async () => {
  if (isWhole()) return bringWhole();
  const arrived = waiting();
  try {
    const [tools] = await Promise.all([bringWhole(), bringNames().catch(() => undefined)]);
    sessions.replaceFirst(bundled());
    shown = sessions.current;
    // What was asked of the old session is asked again.
    page = sessions.current?.open(page?.address ?? search);
    plot.draw();
    return tools;
  } finally {
    arrived();
  }
});

/** Goes on with all names where the page began with the whole module, which did not wait for them. */
const nameAll = once(async () => {
  if (knowsNames || confined()) return;
  await Promise.all([bringNames(), studying]);
  sessions.replaceFirst(bundled());
  show(true);
});

/** Which of the views asked for is the latest: one that had to wait gives way to it. */
let asking = 0;

/** What sessions of a reader's own data were made of, where that is little. @type {WeakMap<Session, string[]>} */
const ownTexts = new WeakMap();
/** More is not kept beside the session, in letters: its studies are computed on the page's own thread. */
const MOST_KEPT = 4_000_000;
/** The study that is being computed, of what is to be shown next. @type {Promise<void> | undefined} */
let studying;

/** What a session was made of, for another of the same; nothing where that is not kept. @param {Session} session */
const originOf = (session) => () => {
  if (session === sessions.first) return { own: false, texts, parts: brought };
  const own = ownTexts.get(session);
  return own && { own: true, texts: own, parts: new Map() };
};

/**
 * Computes what is to be shown, where that takes longer than a frame; what is shown stays meanwhile.
 * @param {Session} session
 * @param {() => boolean} wanted
 */
async function study(session, wanted) {
  const arrived = waiting(words.computing);
  try {
    const { studies } = await widen();
    const lacking = awaited(session.needs(search));
    if (lacking.length > 0) await bring(() => sessions.first, lacking);
    if (wanted()) await studies.study(search, session, originOf(session), wanted);
  } finally {
    arrived();
  }
}

/**
 * Computes how well the forecasts have done that are shown: folded, and so after what is seen.
 * @param {Session} session
 * @param {() => boolean} wanted
 */
async function calibrate(session, wanted) {
  const { studies } = await widen();
  const html = await studies.calibrate(search, session, originOf(session), () => wanted() && page?.calibrating === true);
  if (html !== undefined) calibrated(html);
}

/** @param {string} html */
function calibrated(html) {
  if (page) page.calibrating = false;
  put("chart-methods", html);
}

/** Computes at once what is waited for: paper does not wait. */
function finish() {
  if (studying) show(true);
  if (page?.calibrating && sessions.current) calibrated(sessions.current.calibrated());
}

/** Shows the view that the address asks for. @param {boolean} [computed] Whether what takes long in it was computed. */
function show(computed = false) {
  const own = ++asking;
  studying = undefined;
  /** @param {Promise<unknown>} needed */
  const afterwards = (needed) => {
    const again = () => {
      if (own === asking) show();
    };
    needed.then(again, (error) => own === asking && fail(error, words.neededLost));
  };
  guard(() => {
    if (!sessions.current) return;
    if (asksForWhole(search) && !isWhole()) {
      afterwards(widen());
      return;
    }
    const session = sessions.current;
    const wanted = () => own === asking && session === sessions.current;
    if (!computed && isWhole() && session.takesLong(search)) {
      studying = study(session, wanted);
      studying.then(() => wanted() && show(true), (error) => wanted() && fail(error));
      return;
    }
    plot.forget();
    shown = session;
    page = sessions.current.open(search);
    // What came for another session is there for this one: where countries lie is nobody's own.
    const came = page.needs.filter((name) => brought.has(name));
    for (const name of came) sessions.current.addPart(name, brought.get(name) ?? "");
    if (came.length > 0) page = sessions.current.open(search);
    const needed = awaited(page.needs);
    if (needed.length > 0) {
      // Without them the view would give a reason that is none.
      const arrived = waiting();
      afterwards(bring(() => sessions.first, needed).finally(arrived));
      return;
    }
    if (page.needs.length > 0) {
      root.classList.add("elsewhere");
      reportFailure([...lost.values()], () => {
        lost.clear();
        show();
      });
      return;
    }
    // Why nothing is drawn the whole module says.
    if (page.marks === 0 && !isWhole()) {
      afterwards(widen());
      return;
    }
    if (isEmbed() && page.chart !== (asked() ?? page.chart)) {
      refuse(asked() ?? "");
      return;
    }
    root.classList.add("live");
    document.title = page.title;
    root.classList.toggle("embedded", isEmbed());
    root.classList.remove("elsewhere", "failed");
    // On an editor's background it is one that can be read there.
    if (!root.classList.contains("on-background")) {
      if (page.theme === "auto") delete root.dataset["theme"];
      else root.dataset["theme"] = page.theme;
    }
    element("plot").dataset["zoomable"] = String(page.zoomable);
    // Before the page's words change: from then on the first look at where anything stands lays it all out anew.
    plot.draw();
    for (const { name, html } of page.fragments) {
      // What the build wrote of the first view names its sources already.
      if (!(SOURCED.includes(name) && isUnnamed() && page.address === "")) put(name, html);
    }
    showControls(form, page.controls);
    element("surface").setAttribute("aria-label", page.description);
    /** @type {HTMLAnchorElement} */ (element("home")).href = home();
    showLanguages(page.address);
    element("leave-zoom").hidden = !page.zoomed;
    element("zoom-in").hidden = !page.zoomable;
    element("keys").textContent = keysOf(page);
    published ||= page.address;
    element("restore").hidden = !isEmbed() || page.address === published;
    embedPanel?.update();
    desk?.update();
    // What a chart of several series, or a map, shows is chosen there.
    if (!desk && !isEmbed() && page.controls.some(({ name }) => name === "as")) void showDesk(true);
    table?.update();
    showProblems([...page.problems.map(readable), ...unmeant(), ...missing]);
    announce();
    // Where things stand is asked for once the page is laid out for the next frame: before, it would have to be laid
    // out for the question alone.
    requestAnimationFrame(revealChart);
    if (page.calibrating) calibrate(session, wanted).catch((error) => wanted() && fail(error));
  });
}

/** What the editor's choices in the address cannot mean, or cannot be obeyed in; and a language that no page is in. */
function unmeant() {
  const language = lackingLanguage();
  const said = language ? [words.notUnderstood("lang", language)] : [];
  if (!options) return said;
  const { background } = options;
  const refused = background && !root.classList.contains("on-background") ? [words.backgroundRefused(background)] : [];
  return [...said, ...misread(location.search).map(({ name, found }) => words.notUnderstood(name, found)), ...refused];
}

/** The chart that the address names, if it names one. */
const asked = () => new URLSearchParams(search).get("chart") || undefined;

/**
 * A frame stands in an article about one chart: where there is no such chart, none other is shown.
 * @param {string} chart As the address names it.
 */
function refuse(chart) {
  root.classList.add("failed", "elsewhere");
  showProblems([words.noChart(chart)]);
  const line = made("p");
  const link = /** @type {HTMLAnchorElement} */ (made("a", "", words.seeAll));
  Object.assign(link, { href: base(), target: "_blank", rel: "noopener" });
  line.append(link);
  element("problems").append(line);
  /** @type {HTMLAnchorElement} */ (element("home")).href = base();
}

function isEmbed() {
  return page !== undefined && page.home !== page.address;
}

/** What the keys do here, for whoever can't see it. @param {import("../../xenotime").Page} page */
function keysOf({ zoomable, dated }) {
  const locked = options?.locked ?? false;
  return words.listed([
    words.arrows,
    ...(isEmbed() ? [words.enterKeeps] : dated ? [words.enterFocuses] : []),
    ...(zoomable && !locked ? [words.plusMinus] : []),
    words.escapes,
  ]);
}

/** Leads to the same view in the other languages. @param {string} address */
function showLanguages(address) {
  for (const link of otherLanguages()) {
    const asked = new URLSearchParams(address);
    asked.set("lang", codeOf(link.hreflang));
    link.search = String(asked);
  }
}

/** @type {HTMLAnchorElement} */
const stories = element("check-story");
stories.href = inLanguage(stories.href);

/** Headline and subtitle shown last, once there are some: from then on others are news. @type {string[] | undefined} */
let greeted;
let leaving = 0;
/** Whether the headline is on the screen. Watched: to ask where it is has a changed page laid out at once. */
let inSight = true;

/** Says what is shown now, to a screen reader, and to a reader who does not see the chart. */
function announce() {
  const line = element("announced");
  const now = ["#headline", ".subtitle"].map((name) => document.querySelector(name)?.textContent ?? "");
  // Of another stretch of time only the subtitle tells.
  const said = now.find((words, at) => greeted && words !== greeted[at]);
  const news = said !== undefined && said === now[0];
  // Within an article the frame's own edges say nothing of what is on the screen.
  const away = news && !isEmbed() && !inSight;
  line.classList.toggle("away", away);
  clearTimeout(leaving);
  if (away) leaving = window.setTimeout(() => line.classList.remove("away"), 5000);
  if (said !== undefined) line.textContent = said;
  greeted = now;
}

/** What was put where: to read a table back as HTML takes as long as to write it. @type {Map<string, string>} */
const filled = new Map();

/**
 * Fills an element and keeps the reader's place in it.
 * @param {string} name
 * @param {string} html The module escapes every word of it.
 */
function put(name, html) {
  const place = document.querySelector(`[data-fragment="${name}"]`);
  if (!place || (filled.get(name) ?? place.innerHTML) === html) return;
  filled.set(name, html);
  // A table has hundreds of links: looked through only where the reader is on one.
  const { activeElement } = document;
  const focused = place.contains(activeElement) ? Array.from(place.querySelectorAll("a")).findIndex((link) => link === activeElement) : -1;
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

/**
 * Leads to another view; Back leads here again. An embed leaves its host's history alone.
 * @param {string} address
 */
function go(address) {
  if (address === page?.address) return;
  search = address;
  const whole = options ? withOptions(address, options) : address;
  write(isEmbed() ? "replaceState" : "pushState", whole || location.pathname);
  show();
}

/**
 * The same by a button that is then gone: its reader goes on at the new headline.
 * @param {string} address
 */
function follow(address) {
  go(address);
  element("headline").focus({ preventScroll: true });
}

/** @param {string} text */
function toast(text) {
  element("said").textContent = text;
}

/**
 * @param {string | Promise<string>} text
 * @param {string} what
 */
async function copy(text, what) {
  const copied = await copyText(text);
  toast(copied ? words.copied(what) : words.notCopied(what, await text));
}

/**
 * @param {string} id
 * @param {(session: Session, page: import("../../xenotime").Page) => void | Promise<void>} work
 */
function onClick(id, work) {
  element(id).addEventListener("click", async () => {
    if (!sessions.current || !page) return;
    // What was said of another press is over.
    toast("");
    try {
      await work(sessions.current, page);
    } catch (error) {
      fail(error);
    }
  });
}

/**
 * The same for a file, which the whole module writes and which names its sources.
 * @param {string} id
 * @param {(tools: import("./modules.js").Tools, session: Session, page: import("../../xenotime").Page) => void | Promise<void>} work
 */
function onSave(id, work) {
  onClick(id, async () => {
    const [tools] = await Promise.all([widen(), nameSources(), studying]);
    if (sessions.current && page) await work(tools, sessions.current, page);
  });
}

function watch() {
  new IntersectionObserver((seen) => (inSight = seen.at(-1)?.isIntersecting ?? inSight)).observe(element("headline"));
  addEventListener("popstate", ({ state }) => {
    const index = state?.own ?? 0;
    turn(index);
    search = location.search;
    show();
    if (sessions.which !== index) {
      showProblems([words.ownGone]);
    }
    for (const hear of turns) hear(sessions.which);
  });
  addEventListener("hashchange", () => folder() && openOwn());
  addEventListener("beforeprint", () => guard(finish));
  watchControls(form, (name, value) =>
    guard(() => {
      // A choice is one of the view asked for last.
      if (studying) show(true);
      if (sessions.current) go(sessions.current.set(name, value));
    }),
  );
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    const plain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
    const href = link?.getAttribute("href") ?? "";
    if (!sessions.current || !plain || event.button !== 0 || !/^\.\/(index\.\w+\.html)?(\?|$)/.test(href)) return;
    if (link?.target === "_blank") return;
    event.preventDefault();
    go(href.replace(/^[^?]*/, ""));
  });
  /** @type {HTMLInputElement} */
  const marked = element("csv-marked");
  marked.checked = words.csvMarked;
  onSave("save-csv", (tools, session, page) => tools.saveCsv(session, page.file_name));
  onSave("save-xlsx", (tools, session, page) => tools.saveXlsx(session, page.file_name));
  onSave("save-svg", (tools, session, page) => tools.saveSvg(session, page.file_name, "", plot.dark()));
  onSave("save-png", (tools, session, page) => tools.savePng(session, page.file_name, "", plot.dark()));
  /** @type {HTMLSelectElement} */
  const place = element("picture-place");
  /** The choice of a frame's theme. @param {Document} page @returns {HTMLSelectElement} */
  const themeOf = (page) => /** @type {HTMLFormElement} */ (page.getElementById("embed-options"))["theme"];
  const isDark = () => themeOf(document).value === "dark";
  onSave("save-placed-svg", (tools, session, page) => tools.saveSvg(session, page.file_name, place.value, isDark()));
  onSave("save-placed-png", (tools, session, page) => tools.savePng(session, page.file_name, place.value, isDark()));
  onClick("copy-png", async () => {
    // Asked for at once, in the click: what is copied may come later.
    const made = Promise.all([widen(), nameSources(), studying]).then(([tools]) => {
      if (!sessions.current) throw new Error(words.noPicture);
      return tools.png(sessions.current, "", plot.dark());
    });
    const copied = await copyPicture(made);
    // Where the picture itself could not be made, that is said.
    await made;
    toast(copied ? words.copied(words.picture) : words.pictureNotCopied);
  });
  onSave("copy-table", (tools, session) => tools.copyTable(session, toast));
  onClick("copy-link", () => copy(home(), words.link));
  /** @type {HTMLTextAreaElement} */
  const snippet = element("snippet");
  onClick("copy-snippet", async () => {
    snippet.select();
    const code = embedPanel?.settled();
    const arrived = waiting(words.measuring);
    await copy(code ?? snippet.value, words.code).finally(arrived);
  });
  // By hand no more than by the button.
  snippet.addEventListener("copy", (event) => {
    if (!embedPanel || embedPanel.isMeasured()) return;
    event.preventDefault();
    element("copy-snippet").click();
  });
  // From disk, nobody else can follow a link to this page.
  const live = () => (location.protocol.startsWith("http") ? base() : "");
  onSave("save-pinned", async (tools, session, page) => {
    const theme = themeOf(document).value;
    const other = await embedPanel?.inLanguage();
    if (other) {
      themeOf(other).value = theme;
      other.getElementById("save-pinned")?.click();
      return;
    }
    tools.savePinned(session, page.file_name, { theme, live: live() });
  });
  onSave("copy-pinned", async (tools, session, { file_name: name, title }) => {
    const height = tools.pinnedHeight(session, live());
    const other = await embedPanel?.inLanguage();
    return copy(tools.pinnedSnippet({ name, title: other?.title ?? title, height }), words.code);
  });
  // The code names the picture, which is saved with it.
  onSave("copy-picture", (tools, session, { file_name: name, title, embed }) => {
    tools.saveSvg(session, name, place.value, isDark());
    return copy(tools.pictureSnippet({ name: tools.pictureName(name, place.value), title, frame: base() + embed + folder() }), words.code);
  });
  onClick("show-embed", async () => {
    const { createEmbedPanel } = await widen();
    embedPanel ??= createEmbedPanel({
      // A frame would have to have a reader's own files.
      view: () =>
        page && sessions.which === 0
          ? { base: base(), embed: page.embed, dated: /[?&]month=/.test(page.address), title: page.title, hash: folder() }
          : undefined,
      pictureHeight: (width) => sessions.current?.pictureHeight(width),
    });
    element("show-embed").setAttribute("aria-expanded", String(embedPanel.toggle()));
  });
  onClick("show-desk", () => showDesk());
  onClick("show-table", async () => {
    const { createTable } = await widen();
    table ??= createTable({
      session: () => sessions.current,
      own: () => ownRows?.(sessions.which),
      bring: (names) => bring(() => sessions.first, awaited(names)),
      go,
    });
    element("show-table").setAttribute("aria-expanded", String(table.toggle()));
  });
  onClick("leave-zoom", (session) => {
    go(session.unzoom());
    // The button is gone, and with it the focus.
    element("zoom-in").focus({ preventScroll: true });
  });
  onClick("zoom-in", () => plot.zoomIn());
  onClick("restore", () => follow(published));
  onClick("month-before", (session) => step(session, -1));
  onClick("month-after", (session) => step(session, 1));
}

/**
 * @param {Session} session
 * @param {number} by
 */
function step(session, by) {
  const address = session.monthStep(by);
  if (address === undefined) toast(words.noMonths);
  else go(address);
}

/** The page as the panel of a reader's own data knows it. @type {import("../../xenotime").Host} */
const host = {
  onTurn: (hear) => void turns.push(hear),
  offerRows: (rows) => void (ownRows = rows),
  async session({ observations, sources, products, partners, origin, counts }, reporter) {
    // Its figures are kept by the session alone, so it is made by the module that draws every chart.
    await widen();
    /** @type {Parameters<ReturnType<typeof sessionOf>["own"]>} */
    const texts = [observations, sources, products, partners, reporter, origin, counts];
    const session = sessionOf().own(...texts);
    if (texts.reduce((length, text) => length + text.length, 0) <= MOST_KEPT) ownTexts.set(session, texts);
    return session;
  },
  use(other, way, problems, wish = {}, asked = "", hash = location.hash.slice(1)) {
    guard(() => {
      if (other) sessions.add(other);
      turn(other ? sessions.which : 0);
      const query = new URLSearchParams(way === "fresh" ? asked : search);
      const turned = wish["partner"] && wish["partner"] !== query.get("partner");
      // Another product is the first of the data shown.
      if (way === "kept") query.delete("product");
      for (const [name, value] of Object.entries(wish)) query.set(name, value);
      // Browsers know the number of its parts only since 2023.
      const asking = query.toString();
      search = asking && `?${asking}`;
      // A partner that was chosen is shown by a chart that can.
      const [address = "", why = ""] = turned ? (sessions.current?.leads(search).split("\n") ?? []) : [];
      if (why) search = address;
      write(way === "asked" ? "replaceState" : "pushState", search || location.pathname, hash && `#${hash}`);
      show();
      const said = [...(problems ?? []), ...(why ? [why] : [])];
      if (said.length) showProblems(said);
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
    history[way]({ own: sessions.which }, "", inLanguage(address) + hash);
  } catch {
    // A sandboxed frame and a page opened from a folder have no history to write to.
  }
}

/** The panel for a reader's own files, brought when it is first asked for. @param {ArrayLike<File>} [files] */
async function openOwn(files) {
  try {
    const { open } = await loadBundle(addressOf("laterImport"));
    open(host, files);
  } catch (error) {
    fail(error);
  }
}

async function start() {
  startFrame();
  watch();
  // An editor who asks for the table wants it seen.
  if (options?.show.includes("table")) /** @type {HTMLDetailsElement} */ (element("numbers")).open = true;
  element("open-own").addEventListener("click", () => openOwn());
  addEventListener("dragover", (event) => event.preventDefault());
  addEventListener("drop", (event) => {
    event.preventDefault();
    const files = event.dataTransfer?.files;
    if (files?.length && !isEmbed()) openOwn(files);
  });
  // Files, or the rows of a table, unless they are pasted into a field.
  addEventListener("paste", ({ target, clipboardData: pasted }) => {
    if (!pasted || isEmbed() || (target instanceof Element && target.closest("input,textarea"))) return;
    const text = pasted.getData("text");
    // The browser takes the list back once this is over.
    if (pasted.files.length) openOwn([...pasted.files]);
    else if (/[\t,;].*[\r\n]/.test(text)) openOwn([new File([text], words.pastedTable)]);
  });
  try {
    const loaded = await load(search);
    ({ texts, missing } = loaded);
    sessions.add(await firstSession());
    root.classList.remove("failed");
    showProblems([]);
    if (folder()) root.classList.add("live");
    else {
      if (behind("own")) search = "";
      show();
    }
    nameSources().then(showSources, (error) => {
      missing.push(words.sourcesLost + messageOf(error));
      if (page && sessions.which === 0) show();
    }).finally(() => root.classList.add("named"));
    if (folder() || (behind("own") && !isEmbed())) openOwn();
  } catch (error) {
    reportFailure((panicked() ?? messageOf(error)).split("\n").slice(0, 20), error instanceof TooOld ? false : undefined);
    console.error(error);
  }
}

void start();
