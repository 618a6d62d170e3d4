/** Says that the live chart is not there, and offers to try again: before the page's own script too. */

import { element, made, showProblems } from "../util/dom.js";
import * as words from "../wording/words.js";

/** How long a reader waits without a word, in milliseconds. */
export const PATIENCE = 8000;

/** @param {string[]} lines */
export function offerRetry(lines) {
  showProblems(lines);
  const button = made("button", "", words.tryAgain);
  button.addEventListener("click", () => location.reload());
  element("problems").append(button);
}

/**
 * The chart that was asked for cannot be shown. Another one is never shown in its place.
 * @param {string[]} reasons
 */
export function reportFailure(reasons) {
  const root = document.documentElement;
  root.classList.add("failed");
  const lost = root.classList.contains("elsewhere") ? words.linkLost : words.liveLost;
  offerRetry([lost, ...reasons]);
}
