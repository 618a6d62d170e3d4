/** The page as the panel of a reader's own data knows it. */

import * as words from "../wording/story.js";

/** @typedef {{ texts: string[], words: string }} Own What judges, and what is said of that. */
/** @typedef {import("../../xenotime").Host<Own>} Host */

/**
 * @param {(own: Own | undefined, problems: string[], hash: string) => void} judgeBy
 * @returns {Host}
 */
export const createHost = (judgeBy) => ({
  forStories: true,
  onTurn() {},
  async session({ observations, sources, products, partners, origin }, reporter) {
    const texts = [observations, sources, products, partners, reporter, origin];
    return { texts, words: words.judgedByOwn(reporter, origin) };
  },
  use(session, _way, problems = [], _wish, _asked, hash = "") {
    judgeBy(session, problems, hash);
    return session ? 1 : 0;
  },
});
