/** Brings the module and the bundled data into the page. */

import { BUNDLE, NO_EVENTS, addressOf, confined, fetchTexts, loadOffline } from "../util/load.js";
import { messageOf } from "../util/error.js";
import * as words from "../wording/words.js";
import { asksForWhole } from "./address.js";
import { bringSmall, bringWhole } from "./modules.js";

/** What the chart can do without, and what stands in for it. @type {Record<string, string>} */
const ORNAMENTS = { events: NO_EVENTS };

/** The bundle's files in their order, and what could not be loaded. @typedef {{ texts: string[], missing: string[] }} Loaded */

/**
 * Brings the module that can draw what the address asks for, and the data that it is of.
 * @param {string} search
 * @returns {Promise<Loaded>}
 */
export async function load(search) {
  if (confined()) {
    const [{ texts }] = await Promise.all([loadOffline(addressOf("laterOffline"), BUNDLE), bringWhole()]);
    return { texts, missing: [] };
  }
  /** @type {string[]} */
  const missing = [];
  /** @param {string} name */
  const textOf = async (name) => {
    try {
      const [text = ""] = await fetchTexts([addressOf(name)]);
      return text;
    } catch (error) {
      const instead = ORNAMENTS[name];
      if (instead === undefined) throw error;
      missing.push(words.ornamentLost(name) + messageOf(error));
      return instead;
    }
  };
  const [texts] = await Promise.all([
    Promise.all(BUNDLE.map(textOf)),
    asksForWhole(search) ? bringWhole() : bringSmall(),
  ]);
  return { texts, missing };
}
