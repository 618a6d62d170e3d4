/** What the module that reads known layouts alone leaves to the one that asks. */

/** Something is to be asked, or nobody knows the table: the module that asks begins again. */
export class NeedsAsking extends Error {}

/**
 * What an importer answers, unless that is that it does not ask.
 * @template T
 * @param {T | null} answer
 * @returns {T}
 */
export function answerOf(answer) {
  if (answer === null) throw new NeedsAsking();
  return answer;
}
