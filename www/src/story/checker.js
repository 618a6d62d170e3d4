/** The checker: its module and data, in a worker or on the page. */

import init, { StoryChecker, lastPanic } from "glue/checker";

import { messageOf, panicOf } from "../util/error.js";
import { fetchTexts, fetched } from "../util/load.js";

/**
 * The checker over files that are fetched.
 * @param {{ module: string, files: string[] }} addresses
 */
export async function fetchChecker({ module, files }) {
  const [texts] = await Promise.all([fetchTexts(files), init({ module_or_path: fetched(module) })]);
  return over(texts);
}

/**
 * The checker over what a script brought along.
 * @param {{ texts: string[], module: Uint8Array }} brought
 */
export async function startChecker({ texts, module }) {
  await init({ module_or_path: module });
  return over(texts);
}

/** @param {string[]} texts */
const over = ([observations = "", sources = "", products = "", events = "", dataset = "", partners = ""]) =>
  new StoryChecker(observations, sources, products, events, dataset, partners);

/**
 * The answer to a story, as a message.
 * @param {import("../../xenotime").StoryChecker} checker
 * @param {{ id: number, text: string, date: string }} story
 */
export function answerTo(checker, { id, text, date }) {
  try {
    return { id, answer: checker.check(text, date) };
  } catch (error) {
    return { id, error: panicOf(lastPanic) ?? messageOf(error) };
  }
}
