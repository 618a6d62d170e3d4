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
    assert.deepEqual([...used].sort(), Object.keys(own).sort());
    for (const code of OTHERS) {
      const other = await page(code, name);
      assert.deepEqual(Object.keys(other), Object.keys(own), code);
      for (const [name, words] of Object.entries(other)) assert.match(words, LETTERS.get(code) ?? /\p{Letter}/u, name);
    }
  }
});
