/** What was found, summed up: in a line, and counted by verdict. */

import { element, made } from "../util/dom.js";
import * as words from "../wording/story.js";
import { GRAVEST, summaryOf } from "./triage.js";

/** @typedef {import("./triage.js").Verdict} Verdict */

/**
 * @param {Verdict[]} verdicts
 * @param {ReadonlyMap<number, import("./triage.js").Decision>} decided By the finding's number.
 */
export function tally(verdicts, decided) {
  element("state").textContent = summaryOf(verdicts, decided);
  /** @type {Map<Verdict, number>} */
  const counts = new Map();
  for (const verdict of verdicts) counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
  element("tally").replaceChildren(
    ...GRAVEST.flatMap((verdict) => {
      const count = counts.get(verdict) ?? 0;
      if (count === 0) return [];
      const item = made("li", verdict);
      item.append(made("span", "verdict", words.verdictsOf(count, verdict)));
      return [item];
    }),
  );
}
