/** Asks ahead for files of the page: they are on their way before the scripts that use them are. */

import { BUNDLE, addressOf, confined, partAddress } from "../util/load.js";
import { asksForWhole } from "./address.js";

/**
 * Has the browser fetch a file that a script will ask for.
 * @param {"script" | "fetch"} as
 * @param {string} href
 */
export function preload(as, href) {
  const link = Object.assign(document.createElement("link"), { rel: "preload", as, href });
  // As a script's own request is: another kind would be another download.
  if (as === "fetch") link.crossOrigin = "anonymous";
  document.head.append(link);
}

/** The parts of the data that a chart is always made of: the page names them by chart. @param {string} chart */
function partsOf(chart) {
  const all = (document.body.dataset["parts"] ?? "").split(";").map((line) => line.split(" "));
  return all.find(([name]) => name === chart)?.slice(1) ?? [];
}

/**
 * The module and the data that a view is made of, as soon as the page has named them.
 * @param {string} search
 * @param {boolean} folder Whether it is of a rolled-up folder, which has parts of its own.
 */
function preloadView(search, folder) {
  const whole = asksForWhole(search);
  if (whole) preload("script", addressOf("laterWholeScript"));
  const chart = new URLSearchParams(search).get("chart") ?? "";
  const parts = folder ? [] : partsOf(chart).map((name) => partAddress(name));
  for (const href of [...[whole ? "laterWhole" : "module", ...BUNDLE].map(addressOf), ...parts]) preload("fetch", href);
}

/**
 * The same once the page's body, which names the files, has begun.
 * @param {string} search
 * @param {boolean} folder
 */
export function preloadWhenNamed(search, folder) {
  // Where nothing can be fetched a script brings all of it.
  if (confined()) return;
  new MutationObserver((_, observer) => {
    if (!document.body) return;
    observer.disconnect();
    preloadView(search, folder);
  }).observe(document.documentElement, { childList: true });
}
