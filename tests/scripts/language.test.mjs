// Which language a page is in, without a browser.

import assert from "node:assert/strict";
import { test } from "node:test";

import { inLanguage, lackingLanguage, leadToLanguage, mark, moduleOf, scriptOf } from "../../www/src/util/language.js";

/** The page by what HTML calls its language. */
const PAGES = { en: "story.html", "zh-Hans": "story.zh.html", de: "story.de.html" };

/**
 * Where a page of `lang` leads a reader of `reader` who came by `search`; nowhere if it is the right one.
 * @param {string} lang @param {string} reader @param {string} search @param {boolean} [framed]
 */
function led(lang, reader, search, framed) {
  let to = "";
  const globals = {
    document: {
      documentElement: { lang },
      querySelectorAll: () => Object.entries(PAGES).filter(([own]) => own !== lang).map(([hreflang, href]) => ({ hreflang, href })),
    },
    navigator: { language: reader },
    location: { search, hash: "#story=x", replace: (/** @type {string} */ address) => void (to = address) },
  };
  for (const [name, value] of Object.entries(globals)) Object.defineProperty(globalThis, name, { value, configurable: true });
  leadToLanguage(framed);
  return to;
}

test("a page leads to the language asked for, else to the reader's, with all that the address holds", () => {
  assert.equal(led("en", "zh-CN", ""), "story.zh.html#story=x");
  assert.equal(led("en", "en-GB", "?lang=zh"), "story.zh.html?lang=zh#story=x");
  assert.equal(led("zh-Hans", "en-GB", "?lang=en"), "story.html?lang=en#story=x");
  assert.equal(led("zh-Hans", "en-GB", "?lang=de"), "story.de.html?lang=de#story=x");
  assert.equal(led("de", "en-GB", "?lang=zh"), "story.zh.html?lang=zh#story=x");
  for (const [lang, reader, search] of /** @type {[string, string, string][]} */ ([
    ["en", "en-GB", ""],
    ["en", "zh-CN", "?lang=en"],
    ["en", "fr-FR", ""],
    // Whoever opens the Chinese page means it.
    ["zh-Hans", "en-GB", ""],
    ["de", "zh-CN", ""],
    ["en", "en-GB", "?lang=fr"],
    ["en", "en-GB", "?lang=constructor"],
  ])) {
    assert.equal(led(lang, reader, search), "", `${lang} ${reader} ${search}`);
  }
  assert.equal(led("en", "zh-CN", "", true), "", "a frame");
});

test("a language that no page is in is known to lack one", () => {
  for (const [search, lacks] of /** @type {[string, string | undefined][]} */ ([
    ["?lang=fr", "fr"],
    ["?lang=zh", undefined],
    ["?lang=en", undefined],
    ["?month=2024-11", undefined],
  ])) {
    led("en", "en", search);
    assert.equal(lackingLanguage(), lacks, search);
  }
});

test("the files of a language have its code in their names, and English ones none", () => {
  const marks = ["en", "zh-Hans", "de"].map((lang) => {
    led(lang, "en", "");
    return [mark(), scriptOf("unpack"), moduleOf("unpacker")];
  });
  assert.deepEqual(marks, [
    ["", "unpack.js", "unpacker_bg.wasm"],
    [".zh", "unpack.zh.js", "unpacker-zh_bg.wasm"],
    [".de", "unpack.de.js", "unpacker-de_bg.wasm"],
  ]);
});

test("links within the site keep the language that was asked for", () => {
  led("en", "en", "?month=2024-11&lang=en");
  assert.equal(inLanguage("story.html"), "story.html?lang=en");
  assert.equal(inLanguage("?chart=season#x"), "?chart=season&lang=en#x");
  led("en", "en", "?month=2024-11");
  assert.equal(inLanguage("?chart=season"), "?chart=season");
});
