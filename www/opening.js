"use strict";

/** The panel that opens a reader's own files: which, how far, what is in them, what of it is shown. */
globalThis.xenotimeOpening = (() => {
  /** @typedef {import("./xenotime").Summary} Summary */
  /** @typedef {import("./xenotime").Unmapped} Unmapped */

  const version = document.body.dataset["version"];
  const whole = (/** @type {string} */ name) => new URL(`${name}?v=${version}`, location.href).href;

  /** The roles that columns can have. */
  const ROLES = [
    ["period", "Month or year"],
    ["flow", "Exports or imports"],
    ["reporter", "Reporter"],
    ["partner", "Partner"],
    ["product", "Product code"],
    ["name", "Product name"],
    ["value", "Value"],
    ["quantity", "Quantity"],
    ["unit", "Unit of the quantity"],
  ];

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
    <form id="own-choice" hidden>
      <div class="row">
        <label>Reporter <select id="own-reporter"></select></label>
        <label>Product: code or word <input type="search" id="own-product" autocomplete="off" spellcheck="false" /></label>
        <label>Partner: code or word <input type="search" id="own-partner" autocomplete="off" spellcheck="false" /></label>
        <label>Largest partners shown <input type="number" id="own-count" min="0" max="60" value="12" /></label>
        <label><input type="checkbox" id="own-mirror" /> As the partners report it (mirror)</label>
      </div>
      <div class="row">
        <label class="found"><span id="own-products-told">Products</span> <select id="own-products" size="6"></select></label>
        <label class="found"><span id="own-partners-told">Partners</span> <select id="own-partners" size="6"></select></label>
      </div>
      <p class="hint">A code that no row has stands for all that begin with it. Flow, measure and month are chosen beside the chart.</p>
    </form>
    <details id="own-slips" hidden><summary></summary><div class="scroll"><table><thead><tr><th scope="col">File</th><th scope="col">Line</th><th scope="col">Column</th><th scope="col">Found</th><th scope="col">Expected</th></tr></thead><tbody></tbody></table></div></details>
  `;

  /** @type {Worker | undefined} */
  let worker;
  /** Shows a session on the page. @type {import("./xenotime").Use} */
  let use = () => {};
  /** @type {File[]} */
  let files = [];
  /** @type {Record<string, string>} */
  const mappings = {};
  /** @type {Summary | undefined} */
  let summary;
  let number = 0;
  let reading = 0;
  /** The folder of parts that is open, and the one being opened, as the address names them. */
  let folder = "";
  let wanted = "";
  /** Whether the address asks for what is about to be shown. */
  let first = false;
  /** What waits for an answer. @type {Map<number, { done: (answer: any) => void, failed: (error: Error) => void }>} */
  const waiting = new Map();
  /** @type {{ reporter: string, product: string, also: string[] }} */
  const chosen = { reporter: "", product: "", also: [] };

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
      made.addEventListener("message", ({ data }) => {
        if (data.ready) {
          worker = made;
          resolve(made);
        } else receive(data);
      });
      made.addEventListener("error", (event) => {
        event.preventDefault();
        reject(new Error("The reader of files could not be loaded. Reload the page to try again."));
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
    tell([]);
    element("own-mapping").hidden = true;
    element("own-cancel").hidden = false;
    element("own-progress").hidden = false;
    input("own-progress").value = "0";
    told("Reading…");
    try {
      const hand = await hired();
      number += 1;
      reading = number;
      hand.postMessage({ id: reading, files, mappings: { ...remembered(), ...mappings } });
    } catch (error) {
      rest();
      tell([message(error)]);
    }
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
    const whole = new URL(`${name.replace(/\/+$/, "")}/`, location.href);
    if (whole.origin !== location.origin) {
      refuse([`${name} is not opened: a folder on this page’s own host was expected.`]);
      return;
    }
    tell([]);
    told("Reading the folder’s index…");
    wanted = name;
    try {
      const hand = await hired();
      number += 1;
      reading = number;
      hand.postMessage({ id: reading, rollup: whole.href });
    } catch (error) {
      refuse([message(error)]);
    }
  }

  /**
   * What cannot be opened or shown; where the address asked for it, the bundled data are shown.
   * @param {string[]} lines
   */
  function refuse(lines) {
    rest();
    const all = [...lines, first ? "Shown are the bundled data." : "What was shown stays."];
    tell(all);
    if (!first) return;
    first = false;
    use(undefined, true, all);
  }

  const message = (/** @type {unknown} */ error) => (error instanceof Error ? error.message : String(error));

  /** What the address remembers after its `#` sign. */
  const kept = () => new URLSearchParams(location.hash.slice(1));

  /** A mapping that the address remembers fits any file with its columns. */
  function remembered() {
    const mapping = kept().get("columns");
    if (!mapping) return {};
    return Object.fromEntries(files.map(({ name }) => [name, mapping]));
  }

  /** @param {any} data */
  function receive(data) {
    const asked = waiting.get(data.id);
    if (asked && !data.progress) {
      waiting.delete(data.id);
      if (data.error) asked.failed(new Error(data.error));
      else asked.done(data.answer);
      return;
    }
    if (data.id !== reading && !asked) return;
    if (data.progress) {
      const { done, total, seconds, rows, name } = data.progress;
      const share = total > 0 ? done / total : 0;
      reading = data.id;
      element("own-cancel").hidden = false;
      element("own-progress").hidden = false;
      /** @type {HTMLProgressElement} */ (element("own-progress")).value = share;
      told(`${name}: ${percent(share)} read, ${rows.toLocaleString("en")} rows, ${(done / 1e6 / seconds).toFixed(0)} MB a second.`);
      return;
    }
    rest();
    if (data.cancelled) told("Cancelled; what was shown stays.");
    else if (data.unmapped) mapping(data.unmapped);
    else if (data.failed) refuse(data.failed.map(refusal));
    else if (data.error) refuse(["Xenotime could not read that.", data.error]);
    else if (data.summary) opened(data);
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
    const { read, left_out, skipped, first, last } = summary;
    folder = wanted;
    list(data.slips);
    if (folder) {
      tell([]);
      await offer();
      return;
    }
    const kinds = summary.files.map(([name, kind]) => `${name} (${kind})`).join(", ");
    const rows = [`${read.toLocaleString("en")} rows read`];
    if (left_out > 0) rows.push(`${left_out.toLocaleString("en")} that others hold already left out`);
    if (skipped > 0) rows.push(`${skipped.toLocaleString("en")} not readable`);
    told(`${kinds}: ${rows.join(", ")}; ${first} to ${last}; ${data.seconds.toFixed(1)} s.`);
    tell(data.refused.map(refusal));
    await offer();
  }

  /** Offers what there is to choose from, and shows what the address remembers of it, or the likeliest. */
  async function offer() {
    if (!summary) return;
    const own = folder ? kept() : new URLSearchParams();
    select("own-reporter").replaceChildren(...summary.reporters.map((item) => new Option(`${named(item)} (${item.code})`, item.code)));
    const reporter = summary.reporters.find(({ code }) => code === own.get("reporter")) ?? summary.reporters[0];
    chosen.reporter = reporter?.code ?? "";
    select("own-reporter").value = chosen.reporter;
    chosen.product = own.get("product") ?? summary.product;
    chosen.also = own.getAll("partner");
    input("own-mirror").checked = own.has("mirror");
    input("own-product").value = "";
    input("own-partner").value = "";
    element("own-choice").hidden = false;
    element("own-csv").hidden = folder !== "";
    await show();
    await Promise.all([find("products"), find("partners")]);
  }

  /** @param {{ file: string, line: number, column: string, found: string, expected: string }[]} slips */
  function list(slips) {
    const details = /** @type {HTMLDetailsElement} */ (element("own-slips"));
    details.hidden = slips.length === 0;
    const heading = details.querySelector("summary");
    const all = Math.max(summary?.skipped ?? 0, slips.length);
    if (heading) {
      const most = all > slips.length ? `, the first ${slips.length.toLocaleString("en")} listed` : "";
      heading.textContent = `Rows that could not be read: ${all.toLocaleString("en")}${most}`;
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

  /**
   * Fills the list of products or partners with what the words typed fit.
   * @param {"products" | "partners"} what
   */
  async function find(what) {
    const wanted = input(what === "products" ? "own-product" : "own-partner").value;
    const { found, all } = await ask(what, chosen.reporter, wanted);
    const box = select(`own-${what}`);
    box.replaceChildren(
      ...found.map((/** @type {{ code: string, name: string, alpha2: string }} */ item) => {
        const name = what === "partners" ? named(item) : item.name;
        return new Option(name === item.code ? name : `${item.code} ${name}`, item.code);
      }),
    );
    if (what === "products") box.value = chosen.product;
    const shown = all > found.length ? `the ${found.length} largest of ${all.toLocaleString("en")}` : String(all);
    element(`own-${what}-told`).textContent = `${what === "products" ? "Products" : "Partners"}: ${shown}`;
  }

  /** Shows what is chosen. */
  async function show() {
    try {
      const count = Number(input("own-count").value);
      const partners = Number.isFinite(count) ? Math.min(60, Math.max(0, Math.round(count))) : 12;
      const texts = await ask("tidy", chosen.reporter, [chosen.product], partners, chosen.also, input("own-mirror").checked);
      if (folder) await fetched();
      const reporter = summary?.reporters.find(({ code }) => code === chosen.reporter);
      const name = reporter ? named(reporter) : texts.reporter;
      const session = wasm_bindgen.Session.own(texts.observations, texts.sources, texts.products, texts.partners, name, texts.origin);
      use(session, first);
      first = false;
      remember();
    } catch (error) {
      refuse(["That could not be shown.", message(error)]);
    }
  }

  /** Says what is here of the folder. */
  async function fetched() {
    rest();
    const many = (summary?.reporters.length ?? 0).toLocaleString("en");
    told(`${folder}: ${many} reporters; a chapter is fetched when it is first chosen.`);
    list(await ask("slips"));
  }

  /** Asks which column holds what. @param {Unmapped} table */
  function mapping(table) {
    const form = /** @type {HTMLFormElement} */ (element("own-mapping"));
    const guess = new Map(table.guess);
    form.replaceChildren();
    const head = document.createElement("p");
    head.textContent = `${table.name}: ${table.reason || "its columns are none that are known"}. Say which column holds what.`;
    const row = document.createElement("div");
    row.className = "row";
    for (const [role = "", words = ""] of ROLES) {
      const label = document.createElement("label");
      label.append(`${words} `);
      const box = document.createElement("select");
      box.name = role;
      box.append(new Option("–", ""));
      if (role === "flow") box.append(new Option("all are exports", "=export"), new Option("all are imports", "=import"));
      if (role === "unit") box.append(new Option("tonnes", "=t"), new Option("kilograms", "=kg"));
      box.append(...table.header.map((name) => new Option(name, name)));
      box.value = guess.get(role) ?? "";
      if (role === "unit" && !box.value) box.value = "=kg";
      label.append(box);
      row.append(label);
    }
    const go = document.createElement("button");
    go.textContent = "Open it";
    form.append(head, row, sample(table), go);
    form.hidden = false;
    form.onsubmit = (event) => {
      event.preventDefault();
      const lines = Array.from(form.querySelectorAll("select"))
        .filter(({ value }) => value !== "")
        .map(({ name, value }) => `${name}\t${value}`);
      const text = lines.join("\n");
      mappings[table.name] = text;
      write({ columns: text });
      read(files);
    };
    row.querySelector("select")?.focus();
  }

  /** The first rows. @param {Unmapped} table */
  function sample(table) {
    const scroll = document.createElement("div");
    scroll.className = "scroll";
    const shown = document.createElement("table");
    for (const [index, cells] of [table.header, ...table.rows.slice(0, 3)].entries()) {
      const row = document.createElement("tr");
      for (const words of cells.slice(0, 60)) {
        const cell = document.createElement(index === 0 ? "th" : "td");
        cell.textContent = words;
        row.append(cell);
      }
      shown.append(row);
    }
    scroll.append(shown);
    return scroll;
  }

  /** Keeps the choice from a folder in the address: a link to it leads there again. */
  function remember() {
    if (!folder) return;
    const choice = new URLSearchParams({ rollup: folder, reporter: chosen.reporter, product: chosen.product });
    for (const partner of chosen.also) choice.append("partner", partner);
    if (input("own-mirror").checked) choice.set("mirror", "1");
    write(choice);
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
    element("own-cancel").addEventListener("click", () => {
      worker?.postMessage({ cancel: reading });
      told("Cancelling…");
    });
    element("own-close").addEventListener("click", () => {
      panel.hidden = true;
      folder = "";
      write({});
      use(undefined);
      document.getElementById("open-own")?.focus();
    });
    guarded(offerAgain);
    element("own-csv").addEventListener("click", () => guarded(save));
    element("own-choice").addEventListener("submit", (event) => event.preventDefault());
    input("own-product").addEventListener("keydown", (event) => {
      if (event.key === "Enter") choose(input("own-product").value.trim() || chosen.product);
    });
    select("own-reporter").addEventListener("change", () => {
      chosen.reporter = select("own-reporter").value;
      chosen.also = [];
      input("own-product").value = "";
      input("own-partner").value = "";
      guarded(async () => {
        await Promise.all([find("products"), find("partners")]);
        const values = Array.from(select("own-products").options, ({ value }) => value);
        // Of a folder's codes only the chapters are known before they are fetched.
        const known = values.includes(chosen.product) || (folder && values.includes(chosen.product.slice(0, 2)));
        if (!known) chosen.product = select("own-products").options[0]?.value ?? chosen.product;
        select("own-products").value = chosen.product;
        change();
      });
    });
    input("own-product").addEventListener("input", () => guarded(() => find("products")));
    input("own-partner").addEventListener("input", () => guarded(() => find("partners")));
    select("own-products").addEventListener("change", () => choose(select("own-products").value));
    select("own-partners").addEventListener("change", () => {
      const code = select("own-partners").value;
      if (!chosen.also.includes(code)) chosen.also.push(code);
      change();
    });
    input("own-count").addEventListener("change", change);
    input("own-mirror").addEventListener("change", change);
  }

  /** Where the browser can keep handles of files: offers those of last time, and to keep others. */
  async function offerAgain() {
    await Loading.script(`opening-again.js?v=${version}`);
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
  }

  /** Shows a choice that the reader made. */
  function change() {
    tell([]);
    guarded(show);
  }

  /** @param {() => Promise<void>} work */
  async function guarded(work) {
    try {
      await work();
    } catch (error) {
      tell([message(error)]);
    }
  }

  /**
   * @param {import("./xenotime").Use} page
   * @param {FileList | undefined} dropped
   */
  function open(page, dropped) {
    use = page;
    if (!document.getElementById("own")) build();
    const panel = element("own");
    panel.hidden = false;
    const rolled = kept().get("rollup");
    if (dropped) read(Array.from(dropped));
    else if (rolled && folder === "") {
      first = true;
      roll(rolled);
    }
    else input("own-files").focus();
    panel.scrollIntoView({ block: "nearest" });
  }

  return open;
})();
