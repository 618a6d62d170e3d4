/**
 * Checks a story and keeps the answer where it was made, in the worker or on the page: a page that
 * types takes of fifteen thousand findings only the places and the verdicts, and each card when it is
 * looked at.
 */

import { messageOf, panicOf } from "../util/error.js";

/** @typedef {import("../../xenotime").Answer} Answer */

/** Findings that come with the answer: most stories have fewer. */
const WHOLE = 100;

/**
 * @param {import("../../xenotime").StoryChecker} checker
 * @param {() => string | undefined} lastPanic
 * @param {{ more: () => Promise<boolean>, named: () => Promise<void> }} beside Brings what else there is to judge
 *   by, and whether there was more; and who published the figures.
 */
export function createAnswers(checker, lastPanic, { more, named }) {
  /** @type {Answer} */
  let last = {
    findings: [],
    places: [],
    sources: [],
    markdown: "",
    summary: "",
    date: null,
    dated: "guessed",
    supposed: "",
    wanted: [],
  };

  /** What can be asked, by name. @type {Record<string, (...words: any[]) => unknown>} */
  const known = {
    async check(text, date) {
      if (text.trim() !== "") await named();
      last = checker.check(text, date);
      const { findings, places } = last;
      const verdicts = findings.map(({ verdict }) => verdict);
      return {
        places,
        verdicts,
        details: findings.length <= WHOLE ? details(findings.keys()) : undefined,
        supposed: last.supposed,
        isLacking: findings.some(isLacking),
      };
    },
    more,
    details,
    markdown: () => last.markdown,
    json: () => JSON.stringify(last.findings, null, 2),
  };

  /** @param {Iterable<number>} numbers */
  function details(numbers) {
    const findings = Array.from(numbers, (index) => last.findings[index]).filter((finding) => finding !== undefined);
    const named = new Set(findings.flatMap(({ sources, cells }) => [...sources, ...cells.flatMap(({ sources }) => sources)]));
    return { findings, sources: last.sources.filter(({ id }) => named.has(id)) };
  }

  /**
   * The answer to a question, as a message.
   * @param {{ id: number, ask: string, words: unknown[] }} question
   */
  return async ({ id, ask, words }) => {
    try {
      return { id, answer: await known[ask]?.(...words) };
    } catch (error) {
      const panic = panicOf(lastPanic);
      return { id, error: panic ?? messageOf(error), panicked: panic !== undefined };
    }
  };
}

/** Whether the data at hand may not be all that a figure needs. @param {import("../../xenotime").Finding} finding */
const isLacking = ({ verdict }) => verdict === "not_checkable" || verdict === "unclear";
