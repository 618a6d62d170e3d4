/**
 * The module that computes. The page's own draws the charts of its first question; the whole one,
 * which draws every chart and writes pinned files, comes when one of those is first asked for.
 */

import init, { Session, lastPanic } from "glue/xenotime";

import { addressOf, confined, fetched, loadBundle, loadOffline, once } from "../util/load.js";
import { begun } from "../util/engine.js";
import { panicOf } from "../util/error.js";

/** @typedef {{ init: typeof init, Session: typeof Session, lastPanic: typeof lastPanic }} Module */
/** What is taken away with the whole module. @typedef {import("./whole.js").Tools} Tools */

/** @type {Module} */
const small = { init, Session, lastPanic };
/** The module in use. @type {Module} */
let used = small;

/** What makes a session: of the whole module once that is there. */
export const sessionOf = () => used.Session;

/** Whether the whole module is there. */
export const isWhole = () => used !== small;

/** The panic that ended the module's work, if one did. */
export const panicked = () => panicOf(used.lastPanic);

/** Brings the page's own module. */
export async function bringSmall() {
  const address = addressOf("module");
  await begun(address, () => small.init({ module_or_path: fetched(address) }));
}

/** Brings the whole module, and answers once it can be used with its tools. */
export const bringWhole = once(async () => {
  const bundle = loadBundle(addressOf("laterWholeScript"));
  const binary = confined()
    ? loadOffline(addressOf("laterOffline"), []).then(({ module }) => module)
    : fetched(addressOf("laterWhole"));
  /** @type {[Module & { tools: Tools }, any]} */
  const [module, module_or_path] = await Promise.all([bundle, binary]);
  await begun(addressOf("laterWhole"), () => module.init({ module_or_path }));
  used = module;
  return module.tools;
});
