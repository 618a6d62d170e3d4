"use strict";

/** The story page: takes a story in, has it checked as it is typed and shows what was found. */
(() => {
  /** @typedef {import("./xenotime").Answer} Answer */

  /** How long typing must rest before the story is checked, in milliseconds. */
  const REST = 120;

  /**
   * @template {HTMLElement} T
   * @param {string} id
   */
  const element = (id) => {
    const found = document.getElementById(id);
    if (!found) throw new Error(`the page has no #${id}`);
    return /** @type {T} */ (found);
  };

  const story = /** @type {HTMLTextAreaElement} */ (element("story"));
  const date = /** @type {HTMLInputElement} */ (element("date"));
  const file = /** @type {HTMLInputElement} */ (element("file"));
  const clear = /** @type {HTMLButtonElement} */ (element("clear"));
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

  const address = (/** @type {string} */ name) => document.body.dataset[name] ?? "";
  const whole = (/** @type {string} */ name) => new URL(address(name), location.href).href;
  const confined = () => globalThis.origin === "null" || location.protocol === "file:";
  const places = () => ({
    module: whole("module"),
    files: ["observations", "sources", "products", "events"].map(whole),
  });

  function begin() {
    if (confined() || typeof Worker === "undefined") {
      here();
      return;
    }
    try {
      const worker = new Worker(address("worker"));
      worker.addEventListener("message", ({ data }) => {
        if (data.ready) ready((story) => worker.postMessage(story));
        else receive(data);
      });
      worker.addEventListener("error", (event) => {
        event.preventDefault();
        worker.terminate();
        if (!send) here();
      });
      worker.postMessage({ scripts: [whole("glue"), whole("checker")], ...places() });
    } catch {
      here();
    }
  }

  /** On the page's own thread, where no worker can be had. */
  async function here() {
    try {
      await script(address("glue"));
      if (confined()) await script(address("offline"));
      const brought = confined() ? globalThis.xenotimeStory : undefined;
      const checker = brought ? await Checker.bring(brought) : await Checker.load(places());
      ready(({ id, text, date }) => {
        try {
          receive({ id, answer: checker.check(text, date) });
        } catch (error) {
          receive({ id, error: Checker.words(error) });
        }
      });
    } catch (error) {
      told("");
      tell(["The checker could not be loaded. Reload the page to try again.", Checker.words(error)]);
    }
  }

  /** @param {string} source */
  const script = (source) =>
    new Promise((resolve, reject) => {
      const added = document.createElement("script");
      added.src = source;
      added.onload = resolve;
      added.onerror = () => reject(new Error(`${source} could not be loaded`));
      document.head.append(added);
    });

  /** @param {NonNullable<typeof send>} sender */
  function ready(sender) {
    send = sender;
    told(story.value.trim() ? "Checking…" : "");
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
    if (text.length > Sharing.MOST) {
      told(`The story has ${text.length.toLocaleString("en")} characters; up to ${Sharing.MOST.toLocaleString("en")} are checked. Paste a part of it.`);
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

  /** @param {{ id?: number, answer?: Answer, error?: string }} message */
  function receive({ id, answer, error }) {
    if (id === undefined) {
      tell(["The checker could not be loaded. Reload the page to try again.", error ?? ""]);
      told("");
      return;
    }
    answered = id;
    if (answer) {
      tell([]);
      show(texts.text, answer);
    } else {
      tell(["Xenotime could not check this story. What is shown stays.", error ?? ""]);
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
    element("marked").replaceChildren(Findings.marks(text, answer, open));
    element("findings").replaceChildren(...Findings.list(answer, choose));
    element("tally").replaceChildren(...Findings.tally(answer.findings));
    element("empty").hidden = count > 0;
    for (const button of taking) button.disabled = text.trim() === "";
    if (text.trim() === "") told("");
    else if (count === 0) told("No figure was found that the data could judge.");
    else told(count === 1 ? "1 figure found." : `${count} figures found.`);
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
    element("marked").replaceChildren(Findings.marks(now, shown.answer, open));
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
      tell([`${chosen.name} is not read: a .txt, .md or .html file was expected. The story stays as it was.`]);
      return;
    }
    if (chosen.size > Sharing.MOST * 4) {
      tell([`${chosen.name} is not read: it has ${chosen.size.toLocaleString("en")} bytes, more than a story may have. The story stays as it was.`]);
      return;
    }
    const bytes = await chosen.arrayBuffer();
    let text;
    try {
      text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    } catch {
      tell([`${chosen.name} is not read: UTF-8 text was expected. The story stays as it was.`]);
      return;
    }
    tell([]);
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
    else tell([`${dropped.length} files were dropped: one story at a time can be read. The story stays as it was.`]);
  });

  // The report going out.

  /**
   * @param {string} text
   * @param {string} what
   */
  async function copy(text, what) {
    try {
      await navigator.clipboard.writeText(text);
      said(`${what} copied.`);
    } catch {
      said(`The browser did not let ${what.toLowerCase()} be copied.`);
    }
  }

  element("copy-markdown").addEventListener("click", () => copy(shown?.answer.markdown ?? "", "Markdown"));
  element("copy-json").addEventListener("click", () =>
    copy(JSON.stringify(shown?.answer.findings ?? [], null, 2), "JSON"),
  );
  element("share").addEventListener("click", async () => {
    const fragment = await Sharing.fragment(story.value, date.value);
    const link = new URL(fragment, location.href).href;
    if (link.length > Sharing.LIMIT) {
      said(`Too long for a link: it would have ${link.length.toLocaleString("en")} of at most ${Sharing.LIMIT.toLocaleString("en")} characters.`);
      return;
    }
    step(fragment, () => {});
    await copy(link, "Link");
  });

  async function arrive() {
    if (location.hash === "#example") {
      example();
      return;
    }
    try {
      const shared = await Sharing.read(location.hash);
      if (shared) put(shared.text, shared.date);
      else if (kept.length > 0) put("", "");
    } catch {
      tell(["The link’s story cannot be read: it was cut short or altered on its way. Ask for it again, or paste the story."]);
    }
  }
  /** @param {string} words */
  function told(words) {
    element("state").textContent = words;
  }

  /** @param {string} words */
  function said(words) {
    element("said").textContent = words;
  }

  /** @param {string[]} lines */
  function tell(lines) {
    const box = element("problems");
    const shownLines = lines.filter(Boolean);
    box.hidden = shownLines.length === 0;
    box.replaceChildren(
      ...shownLines.map((line) => {
        const paragraph = document.createElement("p");
        paragraph.textContent = line;
        return paragraph;
      }),
    );
  }

  addEventListener("resize", fit);
  begin();
  arrive();
})();
