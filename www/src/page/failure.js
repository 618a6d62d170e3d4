/** Says that the live chart is not there, and offers to try again: before the page's own script too. */

import { element, made, showProblems } from "../util/dom.js";
import { mark } from "../util/language.js";
import * as words from "../wording/words.js";

/** How long a reader waits without a word, in milliseconds. */
export const PATIENCE = 8000;

/**
 * @param {string[]} lines
 * @param {() => void} [again] How it is tried again.
 */
export function offerRetry(lines, again = () => location.reload()) {
  showProblems(lines);
  const button = made("button", "", words.tryAgain);
  button.addEventListener("click", again);
  element("problems").append(button);
}

/**
 * The chart that was asked for cannot be shown. Another one is never shown in its place.
 * @param {string[]} reasons
 * @param {false | (() => void)} [again] How it is tried again, or that trying again does not help.
 */
export function reportFailure(reasons, again) {
  const root = document.documentElement;
  root.classList.add("failed");
  const elsewhere = root.classList.contains("elsewhere");
  const lines = [elsewhere ? words.linkLost : words.liveLost, ...reasons];
  if (again === false) showProblems(lines);
  else offerRetry(lines, again);
  if (elsewhere) offerDrawn();
}

/** Leads to the chart of that name as the build drew it, or to the list of all of these. */
function offerDrawn() {
  const drawn = (document.body.dataset["drawn"] ?? "").split(" ");
  const chart = new URLSearchParams(location.search).get("chart") ?? (drawn[0] || "index");
  const known = drawn.includes(chart);
  const link = /** @type {HTMLAnchorElement} */ (made("a", "", known ? words.seeDrawn : words.seeAllDrawn));
  const name = known ? chart : "index";
  link.href = `chart/${name}${mark()}.html`;
  const line = made("p");
  line.append(link);
  element("problems").append(line);
}
