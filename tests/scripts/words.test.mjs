// Every language of the page says the same things.

import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { test } from "node:test";

const WWW = new URL("../../www/", import.meta.url);

/** @param {string} language @param {string} name @returns {Promise<Record<string, string>>} */
const page = async (language, name) => JSON.parse(await readFile(new URL(`words/${language}/${name}.json`, WWW), "utf8"));

/** The rooms of the scripts’ words. */
const ROOMS = (await readdir(new URL("src/wording/", WWW))).filter((name) => name.endsWith(".js"));

/** The languages beside English, each with the letters that its words have. */
const OTHERS = (await readdir(new URL("words/", WWW))).filter((code) => code !== "en");
const LETTERS = new Map([["zh", /\p{Script=Han}/u]]);

test("the scripts’ words have the same names in every language, and are of the same kind", async () => {
  assert(ROOMS.length > 1 && OTHERS.length > 0);
  /** @param {Record<string, unknown>} words */
  const kinds = (words) => Object.entries(words).map(([name, word]) => `${name}: ${kind(word)}`).sort();
  /** A list of words has the same words; what only looks something up, as many as its language needs. @param {unknown} word */
  const kind = (word) => (typeof word === "function" ? `${word.length} facts` : typeof word === "object" && word ? Object.keys(word).sort().join(" ") : typeof word);
  for (const room of ROOMS) {
    const english = await import(new URL(`src/wording/${room}`, WWW).href);
    for (const code of OTHERS) assert.deepEqual(kinds(await import(new URL(`words/${code}/${room}`, WWW).href)), kinds(english), `${code} ${room}`);
  }
});

test("the pages’ own words are there in every language, and every one is used", async () => {
  for (const [name, file] of Object.entries({ page: "index.html", story: "story.html", article: "article.html" })) {
    const [own, template] = [await page("en", name), await readFile(new URL(file, WWW), "utf8")];
    const used = new Set([...template.matchAll(/\{\{w:(\w+)\}\}/g)].map(([, name]) => name));
    // What the story page says as the charts' page does stands once, with the charts' words.
    const shared = name === "story" ? Object.keys(await page("en", "page")).filter((key) => used.has(key) && !(key in own)) : [];
    assert.deepEqual([...used].sort(), [...Object.keys(own), ...shared].sort());
    for (const code of OTHERS) {
      const other = await page(code, name);
      assert.deepEqual(Object.keys(other), Object.keys(own), code);
      for (const [name, words] of Object.entries(other)) if (/\p{Letter}/u.test(words)) assert.match(words, LETTERS.get(code) ?? /./, name);
    }
  }
});

/** Where a script puts words before readers: into an element's text, its labels, or the reason of a failure. */
const SHOWN = [
  /\.(?:textContent|innerText|title|placeholder|ariaLabel|alt|label)\s*\+?=\s*(["`])(.*?)\1/g,
  /\bsetAttribute\("(?:aria-label|aria-roledescription|title|alt|placeholder)",\s*(["`])(.*?)\1/g,
  /\bmade\("\w+",\s*"[^"]*",\s*(["`])(.*?)\1/g,
  /\.(?:append|prepend|before|after|replaceChildren)\((["`])(.*?)\1\)/g,
  /\bnew (?:Error|Option|Packing)\((["`])(.*?)\1/g,
  /\b(?:showProblems|offerRetry|reportFailure)\(\[(["`])(.*?)\1/g,
];
/** What readers never see of these: faults of ours, and an error that the page tells in its own words. */
const UNSEEN = ["the page has no element “${id}”", "the story in the link is too long"];

/** What a script shows in letters of its own. @param {string} text */
const shownIn = (text) =>
  SHOWN.flatMap((pattern) => [...text.matchAll(pattern)].map(([, , words = ""]) => words)).filter(
    // Signs between words of the rooms, and what ends a line, are alike in every language.
    (words) => /\p{Letter}/u.test(words.replace(/\$\{[^}]*\}|\\./g, "")) && !UNSEEN.includes(words),
  );

test("no script shows a word of its own, not even one", async () => {
  for (const [script, found] of /** @type {[string, string[]][]} */ ([
    ['line.textContent = "Done";', ["Done"]],
    ["line.title = `${count} rows`;", ["${count} rows"]],
    ['box.setAttribute("aria-label", "Close");', ["Close"]],
    ['list.append(made("li", "hint", "None"));', ["None"]],
    ['line.append(" and ");', [" and "]],
    ['throw new Error("lost");', ["lost"]],
    ['line.append(` · ${note}`); cell.append("\\n"); data.append("partner", partner);', []],
  ])) {
    assert.deepEqual(shownIn(script), found, script);
  }
  const scripts = (await readdir(new URL("src/", WWW), { recursive: true })).filter((path) => path.endsWith(".js") && !/^(wording|points)\//.test(path));
  assert(scripts.length > 40, `${scripts.length} scripts`);
  for (const path of scripts) assert.deepEqual(shownIn(await readFile(new URL(`src/${path}`, WWW), "utf8")), [], `${path}: words belong in www/src/wording`);
});
