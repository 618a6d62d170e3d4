/**
 * The checker as the page asks it: in a worker where there is one, started anew where that dies or says
 * nothing any more, and otherwise on the page's own thread.
 */

import { messageOf } from "../util/error.js";
import { BUNDLE, addressOf, confined, fullAddressOf, loadBundle, loadOffline } from "../util/load.js";
import { Questions, startWorker } from "../util/rpc.js";
import * as words from "../wording/story.js";

/** How long an answer may take, in milliseconds, and how much longer for each character of a story. */
const PATIENCE = 20_000;
const FOR_EACH = 0.2;

/** How often a worker is started anew for one question. */
const MOST_STARTS = 2;

/** The worker is gone, or says nothing any more. */
class Gone extends Error {}

export function createChecking() {
  const questions = new Questions();
  /** Takes a question to wherever the checker is. @type {Promise<(question: object) => void> | undefined} */
  let starting;
  /** @type {Worker | undefined} */
  let worker;
  /** Fails what waits for a worker that is gone. @type {Set<(error: Error) => void>} */
  const waiting = new Set();
  /** What was made of a reader's own files, where these judge. @type {string[] | undefined} */
  let own;
  /** Whether the checker judges by what it should: a new one begins with the bundled data. */
  let settled = true;

  const places = () => ({
    module: fullAddressOf("module"),
    // No story is judged by events.
    files: BUNDLE.filter((name) => name !== "events").map(fullAddressOf),
    sources: fullAddressOf("laterSources"),
    // In another language than English, what the data say of themselves in it.
    dataset: addressOf("laterDataset") ? fullAddressOf("laterDataset") : undefined,
  });

  /** @returns {Promise<(question: object) => void>} */
  async function start() {
    if (confined() || typeof Worker === "undefined") return here();
    try {
      const made = await startWorker(addressOf("worker"), places(), hear, () => lose(words.checkerStopped));
      worker = made;
      return (question) => made.postMessage(question);
    } catch {
      return here();
    }
  }

  /** On the page's own thread, where no worker can be had. */
  async function here() {
    const { fetchChecker, startChecker } = await loadBundle(addressOf("laterChecker"));
    const answer = confined()
      ? await startChecker(await loadOffline(addressOf("laterOffline"), BUNDLE))
      : await fetchChecker(places());
    return async (/** @type {object} */ question) => hear(await answer(question));
  }

  /** @param {{ id: number, answer?: unknown, error?: string, panicked?: boolean }} message */
  function hear(message) {
    questions.settle(message);
    // A module that has panicked answers nothing more.
    if (message.panicked) lose(words.checkerStopped);
  }

  /** @param {string} reason */
  function lose(reason) {
    worker?.terminate();
    worker = undefined;
    starting = undefined;
    settled = own === undefined;
    for (const fail of waiting) fail(new Gone(reason));
  }

  function ready() {
    starting ??= start().catch((error) => {
      starting = undefined;
      throw error;
    });
    return starting;
  }

  /**
   * Asks once.
   * @param {string} what
   * @param {unknown[]} facts
   * @param {number} patience
   */
  async function once(what, facts, patience) {
    const send = await ready();
    const id = questions.next();
    /** @type {(error: Error) => void} */
    let fail = () => {};
    const gone = new Promise((_, reject) => {
      fail = reject;
    });
    waiting.add(fail);
    const timer = setTimeout(() => lose(words.checkerSilent), patience);
    try {
      const answer = questions.wait(id);
      send({ id, ask: what, words: facts });
      return await Promise.race([answer, gone]);
    } finally {
      clearTimeout(timer);
      waiting.delete(fail);
    }
  }

  async function settle() {
    if (settled) return;
    const asked = own;
    await once("judge", [asked], PATIENCE);
    settled = asked === own;
  }

  return {
    ready,
    /**
     * From the next check on, what was made of a reader's own files judges, or the bundled data again.
     * @param {string[]} [texts]
     */
    judgeBy(texts) {
      own = texts;
      settled = false;
    },
    /**
     * Asks, and asks a new worker where the first is gone.
     * @param {string} what
     * @param {unknown[]} facts
     * @returns {Promise<any>}
     */
    async ask(what, ...facts) {
      const length = typeof facts[0] === "string" ? facts[0].length : 0;
      for (let starts = 1; ; starts += 1) {
        try {
          if (what === "check") await settle();
          return await once(what, facts, PATIENCE + length * FOR_EACH);
        } catch (error) {
          // A new worker has no answer to give details of: only a check can be asked anew.
          if (!(error instanceof Gone) || starts > MOST_STARTS || what !== "check") {
            throw new Error(messageOf(error), { cause: error });
          }
        }
      }
    },
  };
}
