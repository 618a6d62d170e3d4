/** The figures that stand beside the headline ones, in files of their own: fetched when a view first needs them. */

import { messageOf } from "../util/error.js";
import * as words from "../wording/words.js";
import { confined, fetchTexts, loadBundle, partAddress } from "../util/load.js";

/** @typedef {import("../../xenotime").Session} Session */

/** The files that were asked for, whatever came of it: none is asked for twice. @type {Set<string>} */
const asked = new Set();
/** What could not be had, in words. @type {string[]} */
export const lost = [];
/** What came, by file. @type {Map<string, string>} */
export const brought = new Map();

/** The whole list of publications: the chart is shown with it in short. */
export const SOURCES = "sources.csv";

/** @param {string} name @returns {Promise<string>} */
async function textOf(name) {
  // Where nothing can be fetched a script may run that brings the same.
  if (confined()) return loadBundle(partAddress(name, ".js"));
  const [text = ""] = await fetchTexts([partAddress(name)]);
  return text;
}

/** Those of the files that a view needs which nobody has asked for yet. @param {string[]} needs */
export const unasked = (needs) => needs.filter((name) => !asked.has(name));

/**
 * Brings files into a session: the one that is there when they come, as another module may have taken over.
 * One that whoever hosts the page has left out is told of, and the view is made without it.
 * @param {() => Session | undefined} session
 * @param {string[]} names
 */
export async function bring(session, names) {
  for (const name of names) asked.add(name);
  const found = await Promise.allSettled(names.map(textOf));
  for (const [index, name] of names.entries()) {
    const part = found[index];
    try {
      if (part?.status === "rejected") throw part.reason;
      if (!part) continue;
      session()?.addPart(name, part.value);
      brought.set(name, part.value);
    } catch (error) {
      lost.push(words.partLost(name) + messageOf(error));
    }
  }
}
