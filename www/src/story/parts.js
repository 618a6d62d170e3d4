/** The figures that stand beside the headline ones, in files of their own: fetched when a story needs them. */

import { fetchTexts } from "../util/load.js";

/**
 * The names of these files.
 * @param {string} about `dataset.csv`.
 */
export const partsOf = (about) => Array.from(about.matchAll(/^\w+_file,"?([\w.-]+)"?\r?$/gm), ([, name = ""]) => name);

/**
 * Adds them to a checker, all at once and only once. One that cannot be had leaves the story judged by
 * the rest, as it was before.
 * @param {(name: string, text: string) => void} add
 * @param {string[]} names
 * @param {string} folder
 */
export function createParts(add, names, folder) {
  /** @type {Promise<boolean> | undefined} */
  let adding;
  async function bring() {
    const texts = names.map((name) => fetchTexts([new URL(name, folder).href]));
    const found = await Promise.allSettled(texts);
    let added = false;
    for (const [index, name] of names.entries()) {
      const part = found[index];
      if (part?.status !== "fulfilled") continue;
      add(name, part.value[0] ?? "");
      added = true;
    }
    return added;
  }
  /** Whether there is more to judge by now than there was. */
  return async () => {
    if (adding) return false;
    adding = bring();
    return adding;
  };
}
