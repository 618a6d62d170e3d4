/** The checker: its module and data, in a worker or on the page. */

import init, { StoryChecker, lastPanic } from "glue/checker";

import { BUNDLE, fetchTexts, fetched } from "../util/load.js";
import { createAnswers } from "./answers.js";
import { createParts, partsOf } from "./parts.js";

/**
 * The checker over files that are fetched.
 * @param {{ module: string, files: string[] }} addresses
 */
export async function fetchChecker({ module, files }) {
  const [texts] = await Promise.all([fetchTexts(files), init({ module_or_path: fetched(module) })]);
  return over(texts, files[0]);
}

/**
 * The checker over what a script brought along.
 * @param {{ texts: string[], module: Uint8Array }} brought
 */
export async function startChecker({ texts, module }) {
  await init({ module_or_path: module });
  return over(texts);
}

/**
 * @param {string[]} texts In the bundle's order.
 * @param {string} [folder] Where the parts lie beside them, if they can be fetched.
 */
function over(texts, folder) {
  const given = /** @type {ConstructorParameters<typeof StoryChecker>} */ (texts);
  const checker = new StoryChecker(...given);
  const about = texts[BUNDLE.indexOf("dataset")] ?? "";
  const more = folder ? createParts(checker, partsOf(about), folder) : async () => false;
  return createAnswers(checker, lastPanic, more);
}
