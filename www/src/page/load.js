/** Brings the module and the bundled data into the page. */

import init, { Session } from "glue/xenotime";

import { BUNDLE, addressOf, confined, fetchTexts, fetched, loadOffline } from "../util/load.js";
import { messageOf } from "../util/error.js";

/** What the chart can do without, and what stands in for it. @type {Record<string, string>} */
const ORNAMENTS = { events: "date,title,effect,url\n" };

/** @typedef {{ session: Session, missing: string[] }} Loaded */

/** @returns {Promise<Loaded>} */
export async function loadSession() {
  if (confined()) {
    const { module, texts } = await loadOffline(addressOf("laterOffline"), BUNDLE);
    await init({ module_or_path: module });
    return { session: over(texts), missing: [] };
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
      missing.push(`The list of ${name} could not be loaded; the chart is shown without it. ${messageOf(error)}`);
      return instead;
    }
  };
  const [texts] = await Promise.all([
    Promise.all(BUNDLE.map(textOf)),
    init({ module_or_path: fetched(addressOf("module")) }),
  ]);
  return { session: over(texts), missing };
}

/** @param {string[]} texts In the bundle's order. */
const over = (texts) => new Session(.../** @type {ConstructorParameters<typeof Session>} */ (texts));
