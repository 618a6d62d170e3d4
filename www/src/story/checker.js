/** The checker: its module and data, in a worker or on the page. */

import init, { StoryChecker, lastPanic } from "glue/checker";

import { begun } from "../util/engine.js";
import { BUNDLE, NO_EVENTS, fetchTexts, fetched, once } from "../util/load.js";
import { createAnswers } from "./answers.js";
import { createParts, partsOf } from "./parts.js";

/**
 * The checker over files that are fetched, the bundle's in their order but for the events; who published the figures is asked for with the first story,
 * and so is what the data say in another language than English.
 * @param {{ module: string, files: string[], sources: string, dataset?: string | undefined }} addresses
 */
export async function fetchChecker({ module, files, sources, dataset }) {
  const [texts] = await Promise.all([fetchTexts(files), begun(module, () => init({ module_or_path: fetched(module) }))]);
  // No story is judged by events, so nobody fetches them.
  texts.splice(BUNDLE.indexOf("events"), 0, NO_EVENTS);
  const beside = { folder: files[0] ?? "", sources, dataset };
  try {
    return over(texts, beside);
  } catch {
    // A figure added since the page was built has a source that the list in short does not have.
    texts[BUNDLE.indexOf("sources")] = (await fetchTexts([sources]))[0] ?? "";
    return over(texts, beside);
  }
}

/**
 * The checker over what a script brought along.
 * @param {{ texts: string[], module: Uint8Array }} brought
 */
export async function startChecker({ texts, module }) {
  await begun("", () => init({ module_or_path: module }));
  return over(texts);
}

/**
 * @param {string[]} texts In the bundle's order.
 * @param {{ folder: string, sources: string, dataset?: string | undefined }} [beside] Where the parts, the whole
 *   list of sources and what the data say of themselves in every language lie, if they can be fetched.
 */
function over(texts, beside) {
  const made = () => new StoryChecker(.../** @type {ConstructorParameters<typeof StoryChecker>} */ (texts));
  let checker = made();
  /** What was added to it since, for another that forgets. @type {[name: string, text: string][]} */
  const added = [];
  /** @param {string} name @param {string} text */
  const add = (name, text) => {
    checker.addPart(name, text);
    added.push([name, text]);
  };
  /** A checker anew, with what was added to the first. */
  const again = () => {
    const own = made();
    for (const part of added) own.addPart(...part);
    return own;
  };
  /** The last that forgot, with what it knows. @type {{ checker: StoryChecker, knows: string } | undefined} */
  let past;
  /** @param {string} day */
  const judging = (day) => {
    if (day === "") return checker;
    const knows = `${day} ${added.length}`;
    if (past?.knows !== knows) {
      past?.checker.free();
      const own = again();
      own.forgetAfter(day);
      past = { checker: own, knows };
    }
    return past.checker;
  };
  const about = texts[BUNDLE.indexOf("dataset")] ?? "";
  const more = beside ? createParts(add, partsOf(about), beside.folder) : async () => false;
  const naming = once(async () => {
    if (!beside) return;
    const [text = "", dataset] = await fetchTexts([beside.sources, ...(beside.dataset ? [beside.dataset] : [])]);
    if (dataset !== undefined) {
      texts[BUNDLE.indexOf("dataset")] = dataset;
      const whole = again();
      checker.free();
      checker = whole;
    }
    add("sources.csv", text);
  });
  // Where they cannot be had the next check tries again.
  return createAnswers({ over: judging, more, named: naming, free() {} }, lastPanic, own);
}

/** The checker over what was made of a reader's own files: there is nothing beside them. @param {string[]} texts */
function own(texts) {
  const checker = StoryChecker.own(.../** @type {Parameters<typeof StoryChecker.own>} */ (texts));
  return { over: () => checker, more: async () => false, named: async () => {}, free: () => checker.free() };
}
