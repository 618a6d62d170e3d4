"use strict";

/** The panel that opens a reader's own files: which, how far, what is in them, what of it is shown. */
globalThis.xenotimeOpening = (() => {
  /** @typedef {import("./xenotime").Summary} Summary */
  /** @typedef {import("./xenotime").Unmapped} Unmapped */
  /** @typedef {{ reporter: string, product: string, also: string[], partner: string, mirror: boolean }} Chosen */

  const version = document.body.dataset["version"];
  const whole = (/** @type {string} */ name) => new URL(`${name}?v=${version}`, location.href).href;

  const PANEL = `
    <h2 id="own-head">Your own data</h2>
    <p class="hint">UN Comtrade (both layouts), CEPII BACI, US Census, Eurostat Comext, China Customs, any CSV whose columns you name, gzip of any. Nothing leaves this browser.</p>
    <div class="row">
      <label class="file">Choose files <input type="file" id="own-files" class="unseen" multiple /></label>
      <button type="button" id="own-choose" hidden>Choose files and offer them again next time</button>
      <button type="button" id="own-again" hidden></button>
      <button type="button" id="own-forget" hidden>Forget them</button>
      <button type="button" id="own-cancel" hidden>Cancel</button>
      <button type="button" id="own-csv" hidden>Save all as tidy CSV</button>
      <button type="button" id="own-close">Back to the bundled data</button>
    </div>
    <progress id="own-progress" max="1" value="0" aria-label="How far the files are read" hidden></progress>
    <p id="own-state" role="status"></p>
    <div id="own-problems" role="alert"></div>
    <form id="own-mapping" hidden></form>
    <details id="own-choosing" hidden>
      <summary>Choose what is shown</summary>
      <form id="own-choice">
        <div class="row">
          <label>Reporter <select id="own-reporter"></select></label>
          <label>Product: code or words <input type="search" id="own-product" autocomplete="off" spellcheck="false" /></label>
          <label>Partner: code or words <input type="search" id="own-partner" autocomplete="off" spellcheck="false" /></label>
          <label>Largest partners of each flow <input type="number" id="own-count" min="0" max="60" value="12" /></label>
          <label><input type="checkbox" id="own-mirror" /> Beside it, what the partners report (mirror)</label>
        </div>
        <div class="row">
          <label class="found"><span id="own-products-told">Products</span> <select id="own-products" size="8"></select></label>
          <label class="found"><span id="own-partners-told">Partners</span> <select id="own-partners" size="8"></select></label>
        </div>
        <p class="hint">A code that no row has stands for all that begin with it; without a word, the list is the tree of codes, open at the chosen one. Flow, quantity or value, and month are chosen beside the chart.</p>
      </form>
    </details>
    <details id="own-slips" hidden><summary></summary><div class="scroll"><table><thead><tr><th scope="col">File</th><th scope="col">Line</th><th scope="col">Column</th><th scope="col">Found</th><th scope="col">Expected</th></tr></thead><tbody></tbody></table></div></details>
  `;

  /** @type {Worker | undefined} */
  let worker;
  /** The page that it is shown on. @type {import("./xenotime").Host} */
  let host;
  /** @type {File[]} */
  let files = [];
  /** What was said of files' columns, by name. @type {Map<string, string>} */
  const mappings = new Map();
  /** What was chosen in each session of the page, by number. @type {Map<number, Chosen>} */
  const choices = new Map();
  /** @type {Summary | undefined} */
  let summary;
  /** Whether the mirror is shown already. */
  let shownMirror = false;
  let number = 0;
  /** The number of what is being read, or 0. */
  let reading = 0;
  /** The folder of parts that is open, and the one being opened, as the address names them. */
  let folder = "";
  let wanted = "";
  /**
   * How what is about to be shown goes into the page: as the address asks, afresh for other files, or
   * as before with another choice.
   * @type {"asked" | "fresh" | "kept"}
   */
  let way = "fresh";
  /** Which files are not opened, and why. @type {string[]} */
  let unopened = [];
  /** The view of a file of the reader's own that the address asks for, until the file is opened. */
  let awaited = "";
  /** What waits for an answer. @type {Map<number, { done: (answer: any) => void, failed: (error: Error) => void }>} */
  const waiting = new Map();
  /** @type {Chosen} */
  let chosen = { reporter: "", product: "", also: [], partner: "", mirror: false };

  /**
   * @template {HTMLElement} T
   * @param {string} id
   */
  const element = (id) => /** @type {T} */ (document.getElementById(id));
  const select = (/** @type {string} */ id) => /** @type {HTMLSelectElement} */ (element(id));
  const input = (/** @type {string} */ id) => /** @type {HTMLInputElement} */ (element(id));

  /** @param {string} words */
  function told(words) {
    element("own-state").textContent = words;
  }

  /** @param {string[]} lines */
  function tell(lines) {
    element("own-problems").replaceChildren(
      ...lines.map((line) => {
        const paragraph = document.createElement("p");
        paragraph.className = "refused";
        paragraph.textContent = line;
        return paragraph;
      }),
    );
  }

  /** The name a reader knows a country by. @param {{ code: string, name: string, alpha2: string }} item */
  function named({ code, name, alpha2 }) {
    if (code === "OWN") return "Your file";
    if (name && name !== code) return name;
    try {
      return (alpha2 && new Intl.DisplayNames("en", { type: "region" }).of(alpha2)) || code;
    } catch {
      return code;
    }
  }

  /** @returns {Promise<Worker>} */
  function hired() {
    return new Promise((resolve, reject) => {
      if (worker) {
        resolve(worker);
        return;
      }
      const made = new Worker(`opening-worker.js?v=${version}`);
      const failed = () => reject(new Error("The reader of files could not be loaded. Choose the files again to try once more."));
      made.addEventListener("message", ({ data }) => {
        if (data.ready) {
          worker = made;
          resolve(made);
        } else if (data.unready) {
          made.terminate();
          failed();
        } else receive(data);
      });
      made.addEventListener("error", (event) => {
        event.preventDefault();
        failed();
      });
      made.postMessage({ glue: whole("opener.js"), module: whole("opener_bg.wasm") });
    });
  }

  /**
   * @param {string} what
   * @param {unknown[]} words
   * @returns {Promise<any>}
   */
  async function ask(what, ...words) {
    const hand = await hired();
    number += 1;
    const id = number;
    return new Promise((done, failed) => {
      waiting.set(id, { done, failed });
      hand.postMessage({ id, ask: what, words });
    });
  }

  /** @param {File[]} picked */
  async function read(picked) {
    if (picked.length === 0) return;
    files = picked;
    wanted = "";
    way = "fresh";
    tell([]);
    list([]);
    element("own-mapping").hidden = true;
    element("own-cancel").hidden = false;
    element("own-progress").hidden = false;
    input("own-progress").value = "0";
    told("Reading…");
    const known = kept().getAll("columns").join("\n\n") || undefined;
    number += 1;
    reading = number;
    await send({ id: reading, files, mappings: files.map(({ name }) => mappings.get(name) ?? known) });
  }

  /**
   * Asks the worker to read something, unless that is called off before it is there.
   * @param {{ id: number, files?: File[], mappings?: (string | undefined)[], rollup?: string }} message
   */
  async function send(message) {
    try {
      const hand = await hired();
      if (message.id === reading) hand.postMessage(message);
    } catch (error) {
      if (message.id === reading) refuse([words(error)]);
    }
  }

  /** Calls off what is being read. */
  function cancel() {
    if (reading === 0) return;
    worker?.postMessage({ cancel: reading });
    reading = 0;
    rest();
    told("Cancelled; what was shown stays.");
  }

  function rest() {
    element("own-cancel").hidden = true;
    element("own-progress").hidden = true;
    told("");
  }

  /**
   * Opens a folder of parts; only what is looked at is fetched.
   * @param {string} name As the address has it.
   */
  async function roll(name) {
    way = "asked";
    const whole = address(name);
    if (!whole) {
      refuse([`${name.slice(0, 60)} is not opened: a folder on this page’s own host was expected.`]);
      return;
    }
    tell([]);
    told("Reading the folder’s index…");
    wanted = name;
    number += 1;
    reading = number;
    await send({ id: reading, rollup: whole });
  }

  /** The address of a folder of this host. @param {string} name */
  function address(name) {
    try {
      const whole = new URL(`${name.replace(/\/+$/, "")}/`, location.href);
      return whole.origin === location.origin && name.length < 1000 ? whole.href : undefined;
    } catch {
      return undefined;
    }
  }

  /**
   * What cannot be opened or shown; where the address asked for it, the bundled data are shown.
   * @param {string[]} lines
   */
  function refuse(lines) {
    rest();
    const asked = way === "asked";
    const all = [...lines, asked ? "Shown are the bundled data." : "What was shown stays."];
    tell(all);
    if (!asked) return;
    way = "fresh";
    host.use(undefined, "asked", all);
  }

  const words = (/** @type {unknown} */ error) => (error instanceof Error ? error.message : String(error));

  /** What the address remembers after its `#` sign. */
  const kept = () => new URLSearchParams(location.hash.slice(1));

  /** @param {any} data */
  function receive(data) {
    const asked = waiting.get(data.id);
    if (asked && !data.progress) {
      waiting.delete(data.id);
      if (data.id === reading) reading = 0;
      if (data.error) asked.failed(new Error(data.error));
      else asked.done(data.answer);
      return;
    }
    // What was called off, or what another reading took the place of, has nothing to say any more.
    if (data.id !== reading && !asked) return;
    if (data.progress) {
      const { done, total, seconds, rows, name } = data.progress;
      const share = total > 0 ? Math.min(1, done / total) : 0;
      reading = data.id;
      element("own-cancel").hidden = false;
      element("own-progress").hidden = false;
      /** @type {HTMLProgressElement} */ (element("own-progress")).value = share;
      told(`${name}: ${percent(share)} read, ${rows.toLocaleString("en")} rows, ${(done / 1e6 / seconds).toFixed(0)} MB a second.`);
      return;
    }
    rest();
    reading = 0;
    if (data.cancelled) told("Cancelled; what was shown stays.");
    else if (data.unmapped) guarded(() => mapping(data.unmapped));
    else if (data.failed) refuse(data.failed.map(refusal));
    else if (data.error) refuse(["Xenotime could not read that.", data.error]);
    else if (data.summary) guarded(() => opened(data));
  }

  /** @param {{ name: string, reason: string }} refused */
  const refusal = ({ name, reason }) => `${name} is not opened: ${reason}.`;

  /** @param {number} share */
  const percent = (share) => `${Math.round(share * 100)}%`;

  /**
   * @param {{ summary: Summary, refused: { name: string, reason: string }[], slips: any[], seconds: number, bytes: number }} data
   */
  async function opened(data) {
    summary = data.summary;
    folder = wanted;
    list(data.slips);
    unopened = folder ? [] : data.refused.map(refusal);
    tell(unopened);
    const state = folder ? "" : came(summary, data.seconds);
    told(`${state} Preparing the chart…`.trim());
    await offer();
    if (state) told(state);
    if (isNarrow()) document.getElementById("chart")?.scrollIntoView();
  }

  const isNarrow = () => matchMedia("(max-width: 40rem)").matches;

  /**
   * What files came to.
   * @param {Summary} summary
   * @param {number} seconds
   */
  function came({ files, read, left_out, skipped, replaced, repeated, unweighed, first, last, all_reporters, reporters }, seconds) {
    const many = (/** @type {number} */ count, /** @type {string} */ words) => (count > 0 ? [`${count.toLocaleString("en")} ${words}`] : []);
    const rows = [
      ...many(read, "rows read"),
      ...many(left_out, "left out, since other rows hold their trade (re-exports, groups of countries)"),
      ...many(repeated, "only repeated an earlier row"),
      ...many(replaced, "gave another figure for what an earlier row had given, and stand instead"),
      ...many(unweighed, "with their value alone, since their quantity is no weight"),
      ...many(skipped, "not readable"),
      ...many(all_reporters > reporters.length ? all_reporters : 0, `reporters, of whom the ${reporters.length} largest are listed`),
    ];
    const kinds = files.map(([name, kind]) => `${name} (${kind})`).join(", ");
    const years = first === last ? first : `${first} to ${last}`;
    const time = seconds < 0.1 ? "" : `; ${seconds.toFixed(1)} s`;
    return `${kinds}: ${rows.join(", ")}; ${years}${time}.`;
  }

  /** Offers what there is to choose from, and shows what the address remembers of it, or the likeliest. */
  async function offer() {
    if (!summary) return;
    const own = folder || awaited ? kept() : new URLSearchParams();
    select("own-reporter").replaceChildren(...summary.reporters.map((item) => new Option(`${named(item)} (${item.code})`, item.code)));
    const reporter = summary.reporters.find(({ code }) => code === own.get("reporter")) ?? summary.reporters[0];
    chosen = {
      reporter: reporter?.code ?? "",
      product: own.get("product") ?? summary.product,
      also: own.getAll("partner"),
      partner: "",
      mirror: own.has("mirror"),
    };
    const box = /** @type {HTMLDetailsElement} */ (element("own-choosing"));
    box.hidden = false;
    // On a phone the chart comes first.
    box.open = !isNarrow();
    element("own-csv").hidden = folder !== "";
    reflect();
    await show();
    await Promise.all([find("products"), find("partners")]);
  }

  /** Puts what is chosen into the form. */
  function reflect() {
    select("own-reporter").value = chosen.reporter;
    input("own-mirror").checked = chosen.mirror;
    input("own-product").value = "";
    input("own-partner").value = "";
  }

  /** @param {{ file: string, line: number, column: string, found: string, expected: string }[]} slips */
  function list(slips) {
    const details = /** @type {HTMLDetailsElement} */ (element("own-slips"));
    details.hidden = slips.length === 0;
    const heading = details.querySelector("summary");
    const all = Math.max((summary?.skipped ?? 0) + (summary?.replaced ?? 0), slips.length);
    if (heading) {
      const most = all > slips.length ? `, the first ${slips.length.toLocaleString("en")} listed` : "";
      heading.textContent = `Rows that could not be read, or replaced another: ${all.toLocaleString("en")}${most}`;
    }
    details.querySelector("tbody")?.replaceChildren(
      ...slips.map(({ file, line, column, found, expected }) => {
        const row = document.createElement("tr");
        for (const words of [file, String(line), column, found, expected]) {
          const cell = document.createElement("td");
          cell.textContent = words;
          cell.title = words;
          row.append(cell);
        }
        return row;
      }),
    );
  }

  /** What is being looked for, and whether something else was typed meanwhile. @type {Map<string, { again: boolean, done: Promise<void> }>} */
  const looking = new Map();

  /**
   * Fills the list of products or partners with what the words typed fit; while that takes its time,
   * only the last of what is typed is looked for.
   * @param {"products" | "partners"} what
   */
  function find(what) {
    const running = looking.get(what);
    if (running) {
      running.again = true;
      return running.done;
    }
    const job = { again: true, done: Promise.resolve() };
    looking.set(what, job);
    const search = async () => {
      try {
        while (job.again) {
          job.again = false;
          fill(what, await ask(what, chosen.reporter, field(what).value, chosen.product));
        }
      } finally {
        looking.delete(what);
      }
    };
    job.done = search();
    return job.done;
  }

  const field = (/** @type {"products" | "partners"} */ what) => input(what === "products" ? "own-product" : "own-partner");

  /**
   * @param {"products" | "partners"} what
   * @param {{ found: import("./xenotime").Item[], all: number }} answer
   */
  function fill(what, { found, all }) {
    const box = select(`own-${what}`);
    const tree = what === "products" && field(what).value.trim() === "";
    box.replaceChildren(
      ...found.map((item) => {
        const name = what === "partners" ? named(item) : item.name;
        const digits = tree && /^\d+$/.test(item.code) ? item.code.length : 2;
        const words = name === item.code ? name : `${item.code} ${name}`;
        return new Option("\u2003".repeat(Math.max(0, Math.ceil(digits / 2) - 1)) + words, item.code);
      }),
    );
    box.value = what === "products" ? chosen.product : chosen.partner;
    const shown = all > found.length ? `${found.length} of ${all.toLocaleString("en")}` : String(all);
    element(`own-${what}-told`).textContent = `${what === "products" ? "Products" : "Partners"}: ${shown}`;
  }

  /** Shows what is chosen. */
  async function show() {
    try {
      const count = Number(input("own-count").value);
      const partners = Number.isFinite(count) ? Math.min(60, Math.max(0, Math.round(count))) : 12;
      const { reporter, product, also, mirror, partner } = chosen;
      const texts = await ask("tidy", reporter, [product], partners, also, mirror);
      if (folder) await fetched();
      const item = summary?.reporters.find(({ code }) => code === reporter);
      const name = item ? named(item) : texts.reporter;
      const session = wasm_bindgen.Session.own(texts.observations, texts.sources, texts.products, texts.partners, name, texts.origin);
      /** @type {Record<string, string>} */
      const wish = partner ? { partner } : {};
      if (mirror !== shownMirror) wish["chart"] = mirror ? "mirror" : "months";
      shownMirror = mirror;
      const search = awaited;
      awaited = "";
      // A partner is gone to once; after that the view says which it is.
      chosen.partner = "";
      choices.set(host.use(session, way, [], wish, search, remembered()), { ...chosen });
      way = "kept";
    } catch (error) {
      refuse(["That could not be shown.", words(error)]);
    }
  }

  /** Says what is here of the folder. */
  async function fetched() {
    rest();
    const many = (summary?.reporters.length ?? 0).toLocaleString("en");
    told(`${folder}: ${many} reporters; a chapter is fetched when it is first chosen.`);
    list(await ask("slips"));
  }

  /** Asks which column holds what. @param {Unmapped & { index: number }} table */
  async function mapping(table) {
    await Loading.script(`opening-mapping.js?v=${version}`, "xenotimeMapping");
    const form = /** @type {HTMLFormElement} */ (element("own-mapping"));
    // A mapping that only the address remembers may be for other files: nothing is wrong with this one.
    if (!mappings.has(table.name) && table.header.length > 0) table.reason = "";
    xenotimeMapping.ask(form, table, {
      others: files.length > 1,
      given: (text) => {
        mappings.set(table.name, text);
        const choice = kept();
        if (!choice.getAll("columns").includes(text)) choice.append("columns", text);
        write(choice);
        read(files);
      },
      left: () => {
        form.hidden = true;
        told("");
        read(files.filter((_, index) => index !== table.index));
      },
    });
  }

  /** The choice, for after the address's `#` sign: with a folder's name it leads there again, without one to this page, which asks for the file. */
  function remembered() {
    const choice = new URLSearchParams(folder ? { rollup: folder } : { own: "1" });
    choice.set("reporter", chosen.reporter);
    choice.set("product", chosen.product);
    for (const partner of chosen.also) choice.append("partner", partner);
    if (chosen.mirror) choice.set("mirror", "1");
    if (!folder) for (const columns of kept().getAll("columns")) choice.append("columns", columns);
    return choice.toString();
  }

  /** @param {Record<string, string> | URLSearchParams} words For after the address's `#` sign, for another time. */
  function write(words) {
    try {
      history.replaceState(history.state, "", `${location.pathname}${location.search}#${new URLSearchParams(words)}`);
    } catch {
      // A page opened from a folder has no address to write to.
    }
  }

  async function save() {
    const text = await ask("csv");
    Saving.save(new Blob([text], { type: "text/csv" }), "xenotime-tidy.csv");
  }

  function build() {
    const sheet = document.createElement("link");
    sheet.rel = "stylesheet";
    sheet.href = `opening.css?v=${version}`;
    document.head.append(sheet);
    const panel = document.createElement("section");
    panel.id = "own";
    panel.className = "own page-only";
    panel.setAttribute("aria-labelledby", "own-head");
    panel.innerHTML = PANEL;
    document.querySelector("main")?.before(panel);
    input("own-files").addEventListener("change", () => {
      const own = Array.from(input("own-files").files ?? []);
      input("own-files").value = "";
      read(own);
    });
    element("own-cancel").addEventListener("click", cancel);
    element("own-close").addEventListener("click", () => {
      if (reading > 0) cancel();
      panel.hidden = true;
      host.use(undefined, "fresh", [], {}, "", "");
      document.getElementById("open-own")?.focus();
    });
    // Back and Forward lead to other choices, and to the bundled data.
    document.addEventListener("xenotime-turned", (event) => {
      const index = /** @type {CustomEvent<number>} */ (event).detail;
      const own = choices.get(index);
      panel.hidden = !own;
      if (!own) return;
      chosen = { ...own, also: [...own.also] };
      shownMirror = own.mirror;
      reflect();
      guarded(async () => {
        await Promise.all([find("products"), find("partners")]);
      });
    });
    guarded(offerAgain);
    element("own-csv").addEventListener("click", () => guarded(save));
    element("own-choice").addEventListener("submit", (event) => event.preventDefault());
    input("own-product").addEventListener("keydown", (event) => {
      if (event.key !== "Enter") return;
      const typed = input("own-product").value.trim();
      // Any code will do; of words, what they find first.
      if (/^\d+$/.test(typed)) choose(typed);
      else if (typed) guarded(async () => {
        await find("products");
        const first = select("own-products").options[0];
        if (first) choose(first.value);
      });
    });
    select("own-reporter").addEventListener("change", () => {
      chosen.reporter = select("own-reporter").value;
      chosen.also = [];
      chosen.partner = "";
      input("own-product").value = "";
      input("own-partner").value = "";
      guarded(async () => {
        await Promise.all([find("products"), find("partners")]);
        const values = Array.from(select("own-products").options, ({ value }) => value);
        // Of a folder's codes only the chapters are known before they are fetched.
        const known = values.includes(chosen.product) || (folder && values.includes(chosen.product.slice(0, 2)));
        if (!known) {
          chosen.product = (await ask("first", chosen.reporter)) ?? chosen.product;
          await find("products");
        }
        change();
      });
    });
    input("own-product").addEventListener("input", () => guarded(() => find("products")));
    input("own-partner").addEventListener("input", () => guarded(() => find("partners")));
    select("own-products").addEventListener("change", () => choose(select("own-products").value));
    select("own-partners").addEventListener("change", () => {
      trade(select("own-partners").value);
    });
    input("own-partner").addEventListener("keydown", (event) => {
      if (event.key !== "Enter") return;
      guarded(async () => {
        await find("partners");
        const first = select("own-partners").options[0];
        if (first) trade(first.value);
      });
    });
    input("own-count").addEventListener("change", change);
    input("own-mirror").addEventListener("change", () => {
      chosen.mirror = input("own-mirror").checked;
      change();
    });
  }

  /** Where the browser can keep handles of files: offers those of last time, and to keep others. */
  async function offerAgain() {
    await Loading.script(`opening-again.js?v=${version}`, "xenotimeAgain");
    if (!xenotimeAgain.allowed()) return;
    element("own-choose").hidden = false;
    await showKept();
    element("own-choose").addEventListener("click", () =>
      guarded(async () => {
        const picked = await xenotimeAgain.choose().catch((error) => {
          // Closing the dialog is no fault.
          if (error.name === "AbortError") return [];
          throw error;
        });
        await showKept();
        await read(picked);
      }),
    );
    element("own-again").addEventListener("click", () =>
      guarded(async () => read(await xenotimeAgain.reopen(await xenotimeAgain.recall()))),
    );
    element("own-forget").addEventListener("click", () =>
      guarded(async () => {
        await xenotimeAgain.forget();
        await showKept();
        element("own-choose").focus();
      }),
    );
  }

  async function showKept() {
    const handles = await xenotimeAgain.recall();
    const names = handles.map(({ name }) => name);
    element("own-again").hidden = names.length === 0;
    element("own-forget").hidden = names.length === 0;
    element("own-again").textContent = `Open ${names.slice(0, 2).join(", ")}${names.length > 2 ? " …" : ""} again`;
  }

  /** @param {string} product */
  function choose(product) {
    chosen.product = product;
    change();
    guarded(() => find("products"));
  }

  /** Shows the trade with a partner. @param {string} code */
  function trade(code) {
    if (code !== "WLD" && !chosen.also.includes(code)) chosen.also.push(code);
    chosen.partner = code;
    change();
  }

  /** Shows a choice that the reader made. */
  function change() {
    tell(unopened);
    guarded(show);
  }

  /** @param {() => Promise<void>} work */
  async function guarded(work) {
    try {
      await work();
    } catch (error) {
      tell([words(error)]);
    }
  }

  /**
   * @param {import("./xenotime").Host} page
   * @param {FileList | undefined} dropped
   */
  function open(page, dropped) {
    host = page;
    if (!document.getElementById("own")) build();
    const panel = element("own");
    panel.hidden = false;
    const asked = kept().get("rollup");
    if (dropped) read(Array.from(dropped));
    else if (asked && folder !== asked) roll(asked);
    else if (kept().has("own") && !summary) {
      awaited = location.search || "?";
      tell(["This address is of a view of a file of your own, which no address holds: open the file again to see it."]);
    } else if (summary) {
      // What is open still is what the panel tells of.
      way = "fresh";
      guarded(show);
    } else input("own-files").focus();
    panel.scrollIntoView({ block: "nearest" });
  }

  return open;
})();
