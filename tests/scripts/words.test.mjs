// Every language of the page says the same things.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import * as english from "../../www/src/wording/words.js";
import * as chinese from "../../www/words/zh.js";

/** @param {string} language @returns {Promise<Record<string, string>>} */
const page = async (language) => JSON.parse(await readFile(new URL(`../../www/words/${language}.json`, import.meta.url), "utf8"));

test("the scripts’ words have the same names in every language, and are of the same kind", () => {
  /** @param {Record<string, unknown>} words */
  const kinds = (words) => Object.entries(words).map(([name, word]) => `${name}: ${typeof word} ${typeof word === "function" ? word.length : ""}`).sort();
  assert.deepEqual(kinds(chinese), kinds(english));
});

test("the page’s own words are there in every language, and every one is used", async () => {
  const [own, other, template] = [await page("en"), await page("zh"), await readFile(new URL("../../www/index.html", import.meta.url), "utf8")];
  assert.deepEqual(Object.keys(other), Object.keys(own));
  const used = new Set([...template.matchAll(/\{\{w:(\w+)\}\}/g)].map(([, name]) => name));
  assert.deepEqual([...used].sort(), Object.keys(own).sort());
  for (const [name, words] of Object.entries(other)) assert.match(words, /\p{Script=Han}/u, name);
});
