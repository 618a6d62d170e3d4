"use strict";

/** Puts views on the page and the reader's choices into the address. */
const Page = (() => {
  /** @typedef {import("./xenotime").Session} Session */

  const { element } = Plot;
  const form = /** @type {HTMLFormElement} */ (element("controls"));

  /** @type {Session | null} */
  let session = null;
  /** The sessions that Back and Forward lead to: first that of the bundled data. @type {Session[]} */
  const sessions = [];
  let which = 0;
  /** @type {import("./xenotime").Page | null} */
  let page = null;
  /** The view's query, for where the browser keeps no history of it. */
  let search = location.search;

  const plot = Plot.create({
    session: () => session,
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
    const panic = typeof wasm_bindgen === "undefined" ? undefined : lastPanic();
    if (panic) session = null;
    const message = panic ?? (error instanceof Error ? error.message : String(error));
    const advice = panic
      ? "Xenotime has made a mistake of its own. What is shown stays; reload the page to go on."
      : what;
    tell([advice, ...message.split("\n").slice(0, 20)]);
    console.error(error);
  }

  function lastPanic() {
    try {
      return wasm_bindgen.lastPanic();
    } catch {
      return undefined;
    }
  }

  /**
   * Words from the address as they were meant.
   * @param {string} problem
   */
  function readable(problem) {
    try {
      return decodeURIComponent(problem);
    } catch {
      return problem;
    }
  }

  /** @param {string[]} problems */
  function tell(problems) {
    const box = element("problems");
    box.hidden = problems.length === 0;
    box.replaceChildren(
      ...problems.map((problem) => {
        const line = document.createElement("p");
        line.textContent = problem;
        return line;
      }),
    );
  }

  /** Shows the view that the address asks for. */
  function show() {
    guard(() => {
      if (!session) return;
      plot.forget();
      page = session.open(search);
      document.title = page.title;
      const root = document.documentElement;
      root.classList.toggle("embedded", isEmbed());
      root.classList.remove("elsewhere");
      if (page.theme === "auto") delete root.dataset["theme"];
      else root.dataset["theme"] = page.theme;
      for (const { name, html } of page.fragments) put(name, html);
      revealChart();
      Controls.show(form, page.controls);
      element("plot").dataset["zoomable"] = String(page.zoomable);
      element("surface").setAttribute("aria-label", page.description);
      /** @type {HTMLAnchorElement} */ (element("home")).href = home();
      element("leave-zoom").hidden = !page.zoomed;
      showSnippet();
      tell(page.problems.map(readable));
      plot.draw();
    });
  }

  const isEmbed = () => page !== null && page.home !== page.address;

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

  /** The page's own address without a query. */
  const base = () => location.href.replace(/[?#].*$/, "");

  /** What the address holds after its `#` sign. @param {string} name */
  const behind = (name) => new URLSearchParams(location.hash.slice(1)).get(name);

  /** A folder of parts that the address names, with what is chosen of it. */
  const folder = () => (behind("rollup") ? location.hash : "");

  const home = () => base() + (page?.home ?? "") + folder();

  function showSnippet() {
    if (!page) return;
    const snippet = Saving.snippet(base() + page.embed + folder(), page.title);
    /** @type {HTMLTextAreaElement} */ (element("snippet")).value = snippet;
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
  function said(text) {
    element("said").textContent = text;
  }

  /**
   * @param {string} text
   * @param {string} what
   */
  async function copy(text, what) {
    const copied = await Saving.copy(text);
    said(copied ? `${what} copied.` : `The browser does not allow copying. ${what}: ${text}`);
  }

  /**
   * @param {string} id
   * @param {(session: Session, page: import("./xenotime").Page) => void | Promise<void>} work
   */
  function onClick(id, work) {
    element(id).addEventListener("click", async () => {
      if (!session || !page) return;
      try {
        await work(session, page);
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
      if (which !== index) tell(["That view of your own data is no longer kept: open the file again to see it."]);
      document.dispatchEvent(new CustomEvent("xenotime-turned", { detail: which }));
    });
    addEventListener("hashchange", () => folder() && openOwn());
    Controls.watch(form, (name, value) => guard(() => session && go(session.set(name, value))));
    document.addEventListener("click", (event) => {
      const link = event.target instanceof Element ? event.target.closest("a") : null;
      const plain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
      const href = link?.getAttribute("href") ?? "";
      if (!session || !plain || event.button !== 0 || !/^\.\/(\?|$)/.test(href)) return;
      if (link?.target === "_blank") return;
      event.preventDefault();
      go(href.slice(2));
    });
    onClick("save-csv", (session, page) => Saving.csv(session, page.file_name));
    onClick("save-svg", (session, page) => Saving.svg(session, page.file_name, plot.dark()));
    onClick("save-png", (session, page) => Saving.png(session, page.file_name, plot.dark()));
    onClick("copy-link", () => copy(home(), "Link"));
    onClick("copy-snippet", () => {
      const snippet = /** @type {HTMLTextAreaElement} */ (element("snippet"));
      snippet.select();
      return copy(snippet.value, "Snippet");
    });
    onClick("show-embed", () => {
      const shown = element("embed").toggleAttribute("hidden");
      element("show-embed").setAttribute("aria-expanded", String(!shown));
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
    if (address === undefined) said("There is no further month.");
    else go(address);
  }

  /** How many sessions of a reader's own data are kept for Back: each holds its figures. */
  const MOST_SESSIONS = 16;

  /**
   * Shows other data: a reader's own, or none for the bundled ones again. Answers with their number.
   * @type {import("./xenotime").Host["use"]}
   */
  function use(other, way, problems, wish = {}, asked = "", hash = location.hash.slice(1)) {
    guard(() => {
      if (other) {
        sessions.push(other);
        const old = sessions.length - 1 - MOST_SESSIONS;
        if (old > 0) {
          sessions[old]?.free();
          delete sessions[old];
        }
      }
      turn(other ? sessions.length - 1 : 0);
      const query = new URLSearchParams(way === "fresh" ? asked : search);
      // Another product is the first of the data at hand.
      if (way === "kept") query.delete("product");
      for (const [name, value] of Object.entries(wish)) query.set(name, value);
      search = query.size > 0 ? `?${query}` : "";
      write(way === "asked" ? "replaceState" : "pushState", search || location.pathname, hash && `#${hash}`);
      show();
      if (problems?.length) tell(problems);
    });
    return which;
  }

  /** @param {number} index Of a session. */
  function turn(index) {
    which = sessions[index] ? index : 0;
    session = sessions[which] ?? session;
    document.documentElement.classList.toggle("owned", which > 0);
  }

  /**
   * @param {"pushState" | "replaceState"} way
   * @param {string} address
   * @param {string} [hash] What a reader chose of own data, or what the columns of a file hold.
   */
  function write(way, address, hash = location.hash) {
    try {
      history[way]({ own: which }, "", address + hash);
    } catch {
      // A sandboxed frame and a page opened from a folder have no history to write to.
    }
  }

  /** The panel for a reader's own files, brought when it is first asked for. @param {FileList} [files] */
  async function openOwn(files) {
    const version = document.body.dataset["version"];
    try {
      if (!document.getElementById("own")) {
        await Loading.script(`opening.js?v=${version}`, "xenotimeOpening");
      }
      globalThis.xenotimeOpening?.({ use }, files);
    } catch (error) {
      fail(error);
    }
  }

  async function start() {
    watch();
    element("open-own").addEventListener("click", () => openOwn());
    addEventListener("dragover", (event) => event.preventDefault());
    addEventListener("drop", (event) => {
      event.preventDefault();
      const files = event.dataTransfer?.files;
      if (files?.length && !isEmbed()) openOwn(files);
    });
    try {
      session = await Loading.session();
      sessions.push(session);
      document.documentElement.classList.add("live");
      if (!folder()) {
        if (behind("own")) search = "";
        show();
      }
      if (folder() || (behind("own") && !isEmbed())) openOwn();
    } catch (error) {
      document.documentElement.classList.add("failed");
      const other = document.documentElement.classList.contains("elsewhere");
      const shown = other ? "the usual chart, not the one asked for" : "the usual chart";
      fail(error, `The live chart could not be loaded. Shown is ${shown}, as it was when the page was built.`);
      document.documentElement.classList.remove("elsewhere");
    }
  }

  return { start };
})();

void Page.start();
