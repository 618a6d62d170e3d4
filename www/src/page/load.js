/** Brings the module and the bundled data into the page. */

import init, { Session } from "glue/xenotime";

import { BUNDLE, addressOf, confined, fetchTexts, fetched, loadOffline } from "../util/load.js";

/** @returns {Promise<import("../../xenotime").Session>} */
export async function loadSession() {
  if (confined()) {
    const { module, texts } = await loadOffline(addressOf("laterOffline"), BUNDLE);
    await init({ module_or_path: module });
    return over(texts);
  }
  const [texts] = await Promise.all([
    fetchTexts(BUNDLE.map(addressOf)),
    init({ module_or_path: fetched(addressOf("module")) }),
  ]);
  return over(texts);
}

/** @param {string[]} texts */
const over = ([observations = "", sources = "", products = "", events = "", dataset = "", partners = ""]) =>
  new Session(observations, sources, products, events, dataset, partners);
