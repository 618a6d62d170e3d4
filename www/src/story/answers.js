/**
 * Checks a story and keeps the answer where it was made, in the worker or on the page: a page that
 * types takes of fifteen thousand findings only the places and the verdicts, and each card when it is
 * looked at.
 */

import { messageOf, panicOf } from "../util/error.js";

/** @typedef {import("../../xenotime").CheckedStory} CheckedStory */
/** @typedef {import("../../xenotime").Details} Details */

/** Findings that come with the answer: most stories have fewer. */
const WHOLE = 100;

/**
 * What judges: a checker over what was published until a day, or over all; what brings what else there is
 * to judge by, and whether there was more; what brings who published the figures; and the end of it.
 * @typedef {{ over: (day: string) => import("../../xenotime").StoryChecker, more: () => Promise<boolean>, named: () => Promise<void>, free: () => void }} Judge
 */

/**
 * @param {Judge} bundled
 * @param {() => string | undefined} lastPanic
 * @param {(texts: string[]) => Judge} own A judge of what was made of a reader's own files.
 */
export function createAnswers(bundled, lastPanic, own) {
  let judge = bundled;
  /** @type {CheckedStory | undefined} */
  let last;

  /** What can be asked, by name. @type {Record<string, (...words: any[]) => unknown>} */
  const known = {
    async check(text, date, asof) {
      // Who published the figures also says when: without that nothing can be told to have been known.
      if (text.trim() !== "") await judge.named().catch((error) => asof && Promise.reject(error));
      const story = judge.over(asof).check(text, date);
      last?.free();
      last = story;
      const answer = story.answer();
      const { verdicts } = answer;
      return {
        ...answer,
        details: verdicts.length <= WHOLE ? details(verdicts.keys()) : undefined,
        isLacking: verdicts.some(isLacking),
      };
    },
    more: () => judge.more(),
    subject: () => judge.over("").subject(),
    edition: () => judge.over("").edition(),
    /** @param {string[] | undefined} texts */
    judge(texts) {
      const next = texts ? own(texts) : bundled;
      if (judge !== bundled) judge.free();
      judge = next;
    },
    details,
    markdown: (decisions, charts) => last?.markdown(decisions, charts) ?? "",
    json: () => JSON.stringify(details(last?.answer().verdicts.keys() ?? []).findings, null, 2),
  };

  /** @param {Iterable<number>} numbers @returns {Details} */
  function details(numbers) {
    return last?.details(Array.from(numbers)) ?? { findings: [], sources: [] };
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

/** Whether the data loaded may not be all that a figure needs. @param {string} verdict */
const isLacking = (verdict) => verdict === "not_checkable" || verdict === "unclear";
