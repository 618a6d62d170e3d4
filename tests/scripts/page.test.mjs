// What frames are made of, without a browser.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { showControls } from "../../www/src/page/controls.js";
import { isFramed, misread, readOptions, withOptions, withTheme } from "../../www/src/page/options.js";
import { Sessions } from "../../www/src/page/sessions.js";
import { pictureSnippet, snippet } from "../../www/src/page/snippet.js";

test("a frame is one unless the address says no", () => {
  for (const yes of ["?embed", "?embed=", "?embed=1", "?embed=true", "?month=2024-11&embed"]) assert(isFramed(yes), yes);
  for (const no of ["", "?", "?embed=0", "?embed=false", "?embed=No", "?embed=off", "?embedded"]) assert(!isFramed(no), no);
});

test("what an editor chooses comes back from the address, and the usual takes no word", () => {
  for (const show of /** @type {import("../../www/src/page/options.js").Part[][]} */ ([[], ["title"], ["notes", "table"], ["title", "notes", "table", "controls"]])) {
    for (const background of ["", "fdf6e3"]) {
      for (const locked of [true, false]) {
        const options = { show, background, locked };
        for (const address of ["?chart=season&embed", "?embed", ""]) {
          // A locked view has nothing to choose by.
          const shown = show.filter((part) => !locked || part !== "controls");
          assert.deepEqual(readOptions(withOptions(address, options)), { ...options, show: shown });
        }
      }
    }
  }
  assert.equal(withOptions("?embed", readOptions("?embed")), "?embed");
});

test("what no editor can choose is left out", () => {
  assert.deepEqual(readOptions("?show=title,script,notes&background=red;x&lock=0"), { show: ["title", "notes"], background: "", locked: false });
  assert.equal(readOptions("?background=%23ffffff").background, "");
  assert.equal(readOptions("?background=ABCDEF").background, "abcdef");
});

test("what an address cannot mean is named, and nothing else", () => {
  /** @param {string} search */
  const named = (search) => misread(search).map(({ name, found }) => `${name}=${found}`);
  assert.deepEqual(named("?show=title,script&background=zzz&lock=maybe"), ["show=title,script", "background=zzz", "lock=maybe"]);
  assert.deepEqual(named("?background=%23fdf6e3&background=fdf6e3"), ["background=#fdf6e3"]);
  for (const meant of ["", "?show=&background=&lock", "?show=notes,table&background=FDF6E3&lock=no", "?lock=Off", "?lock=1"]) assert.deepEqual(named(meant), [], meant);
});

test("a frame has the same rights wherever its code is given, and a pinned file fewer", () => {
  const root = new URL("../../", import.meta.url);
  /** @type {Record<string, string[]>} */
  const given = {};
  for (const path of ["www/src/page/snippet.js", "www/src/element/main.js", "src/program/pages.rs", "README.md"]) {
    const text = readFileSync(new URL(path, root), "utf8");
    given[path] = [...text.matchAll(/"(allow-scripts allow-[^"\\]+)\\?"/g)].map(([, rights = ""]) => rights);
  }
  const live = "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-downloads";
  const pinned = "allow-scripts allow-popups allow-popups-to-escape-sandbox";
  assert.deepEqual(given, {
    "www/src/page/snippet.js": [live, pinned],
    "www/src/element/main.js": [live],
    "src/program/pages.rs": [live],
    "README.md": [live, pinned],
  });
});

test("a theme is put into an address, or taken out of it, once", () => {
  assert.equal(withTheme("?chart=season&theme=dark&embed", "light"), "?chart=season&embed&theme=light");
  assert.equal(withTheme("?theme=dark&embed", ""), "?embed");
  assert.equal(withTheme("?chart=season&theme=dark", ""), "?chart=season");
  assert.equal(withTheme("?embed", "dark"), "?embed&theme=dark");
});

test("the snippet quotes what is an editor's, and hears one origin alone", () => {
  const code = snippet({ address: "https://host.example/x/?month=2024-11&embed", title: `“A” <b>"B" & C`, height: 651 });
  assert(code.includes('src="https://host.example/x/?month=2024-11&amp;embed"'));
  assert(code.includes('title="“A” &lt;b>&quot;B&quot; &amp; C"'));
  assert(code.includes('height="651"'));
  assert(code.includes('e.origin==="https://host.example"'));
  assert.match(code, /sandbox="allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-downloads"/);
  assert.equal(code.match(/<\/script>/g)?.length, 1);
});

test("sessions of own data are freed when sixteen newer ones are kept, the bundled one never", () => {
  /** @type {number[]} */
  const freed = [];
  const session = (/** @type {number} */ number) => /** @type {any} */ ({ number, free: () => freed.push(number) });
  const sessions = new Sessions();
  for (let number = 0; number < 20; number += 1) sessions.add(session(number));
  assert.deepEqual(freed, [1, 2, 3]);
  assert.deepEqual([sessions.which, sessions.current], [19, sessions.current]);
  sessions.turn(2);
  assert.equal(sessions.which, 0, "what is no longer kept leads to the bundled data");
  sessions.turn(7);
  assert.deepEqual([sessions.which, /** @type {any} */ (sessions.current).number], [7, 7]);
});

test("a control with one choice is not shown, and comes back with a second", () => {
  class Element {
    hidden = false;
  }
  const field = new Element();
  const select = {
    name: "flow",
    value: "",
    options: /** @type {{ value: string, text: string }[]} */ ([]),
    closest: () => field,
    /** @param {{ value: string, text: string }[]} options */
    replaceChildren(...options) {
      this.options = options;
    },
  };
  /** @param {string} text @param {string} value */
  function Option(text, value) {
    return { text, value };
  }
  Object.assign(globalThis, { HTMLElement: Element, Option });
  const form = /** @type {HTMLFormElement} */ (/** @type {unknown} */ ({ querySelectorAll: () => [select] }));
  /** @type {import("../../www/xenotime.d.ts").Choice[]} */
  const [exports, imports] = ["export", "import"].map((value) => ({ value, label: value, also: "" }));
  assert(exports && imports);
  /** @type {[import("../../www/xenotime.d.ts").Choice[], boolean][]} */
  const shown = [[[exports], false], [[exports, imports], true], [[imports], false]];
  for (const [choices, seen] of shown) {
    const value = choices[0]?.value ?? "";
    showControls(form, [{ name: "flow", value, choices }]);
    assert.equal(field.hidden, !seen);
    assert.equal(select.value, value);
  }
  showControls(form, []);
  assert(field.hidden);
});

test("a picture leads to the view with its month, and to no frame", () => {
  const leads = (/** @type {string} */ frame) => /href="([^"]*)"/.exec(pictureSnippet({ name: "a", title: "b", frame }))?.[1];
  assert.equal(leads("https://a.example/?month=2026-07&embed"), "https://a.example/?month=2026-07");
  assert.equal(leads("https://a.example/?embed&month=2026-07"), "https://a.example/?month=2026-07");
  assert.equal(leads("https://a.example/?chart=map&month=2026-07&embed#rollup=x"), "https://a.example/?chart=map&amp;month=2026-07#rollup=x");
});
