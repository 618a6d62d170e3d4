/** The figures that stand beside the headline ones, in files of their own: fetched when a view first needs them. */

import { messageOf } from "../util/error.js";
import { confined, fetchTexts, loadBundle, partAddress } from "../util/load.js";

/** @typedef {import("../../xenotime").Session} Session */

/** The files that were asked for: none is asked for twice, unless it was lost. @type {Map<string, Promise<void>>} */
const asked = new Map();
/** What could not be had, in words, by file. Once it is forgotten it is asked for again. @type {Map<string, string>} */
export const lost = new Map();
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

/** Those of the files that a view needs which may still come. @param {string[]} needs */
export const awaited = (needs) => needs.filter((name) => !brought.has(name) && !lost.has(name));

/**
 * Brings files into a session: the one that is there when they come, as another module may have taken over.
 * @param {() => Session | undefined} session
 * @param {string[]} names
 */
export const bring = (session, names) =>
  Promise.all(
    names.map((name) => {
      const coming = asked.get(name) ?? bringOne(session, name);
      asked.set(name, coming);
      return coming;
    }),
  );

/**
 * @param {() => Session | undefined} session
 * @param {string} name
 */
async function bringOne(session, name) {
  try {
    const text = await textOf(name);
    session()?.addPart(name, text);
    brought.set(name, text);
  } catch (error) {
    asked.delete(name);
    lost.set(name, messageOf(error));
  }
}
