/** Asks ahead for files of the page: they are on their way before the scripts that use them are. */

import { BUNDLE, addressOf, confined } from "../util/load.js";
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

/** The module and the data that a view is made of, as soon as the page has named them. @param {string} search */
function preloadView(search) {
  const whole = asksForWhole(search);
  if (whole) preload("script", addressOf("laterWholeScript"));
  for (const name of [whole ? "laterWhole" : "module", ...BUNDLE]) preload("fetch", addressOf(name));
}

/**
 * The same once the page's body, which names the files, has begun.
 * @param {string} search
 */
export function preloadWhenNamed(search) {
  // Where nothing can be fetched a script brings all of it.
  if (confined()) return;
  new MutationObserver((_, observer) => {
    if (!document.body) return;
    observer.disconnect();
    preloadView(search);
  }).observe(document.documentElement, { childList: true });
}
