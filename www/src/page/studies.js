/**
 * What of a chart takes longer than a frame, computed in a worker by another session of the same data;
 * where no worker can be had, on the page's own thread once that has nothing else to do.
 */

import { beside, confined, fullAddressOf } from "../util/load.js";
import { Questions, startWorker } from "../util/rpc.js";
import { scriptOf } from "../util/language.js";

/** @typedef {import("../../xenotime").Session} Session */
/** What a session was made of, and what was added to it. @typedef {{ own: boolean, texts: string[], parts: Map<string, string> }} Origin */
/**
 * What the worker is asked; the data only where it does not have them yet.
 * @typedef {{ id: number, what: "study" | "calibration", search: string, made?: { own: boolean, texts: string[] } | undefined, added: [name: string, text: string][] }} Question
 */

/** How long the page's own thread may be busy with other things before it computes, in milliseconds. */
const PATIENCE = 200;

const questions = new Questions();
/** Nothing where there is none, or no longer. @type {Promise<Worker | undefined> | undefined} */
let starting;
/** The session that the worker's is another of, and the parts that it has. @type {Session | undefined} */
let told;
/** @type {Set<string>} */
const sent = new Set();
/** The question that the worker is at. @type {Promise<unknown>} */
let last = Promise.resolve();

async function start() {
  if (confined() || typeof Worker === "undefined") return undefined;
  const script = beside(fullAddressOf("laterWholeScript"), scriptOf("study-worker"));
  const lost = () => {
    // What broke it would break another.
    starting = Promise.resolve(undefined);
    questions.fail(script);
  };
  return startWorker(script, { module: fullAddressOf("laterWhole") }, (message) => questions.settle(message), lost).catch(() => undefined);
}

/**
 * The worker's answer; nothing where it has none, or the question is no longer wanted.
 * @param {Question["what"]} what
 * @param {string} search
 * @param {Session} session
 * @param {() => Origin | undefined} origin
 * @param {() => boolean} wanted
 * @returns {Promise<any>}
 */
function ask(what, search, session, origin, wanted) {
  const before = last;
  const answer = async () => {
    const worker = await (starting ??= start());
    // One after the other, so that what is no longer wanted is never begun.
    await before;
    const made = worker && wanted() ? origin() : undefined;
    if (!worker || !made) return undefined;
    const { own, texts, parts } = made;
    const anew = told !== session;
    if (anew) sent.clear();
    told = session;
    const added = [...parts].filter(([name]) => !sent.has(name));
    for (const [name] of added) sent.add(name);
    const id = questions.next();
    const answered = questions.wait(id);
    /** @type {Question} */
    const question = { id, what, search, made: anew ? { own, texts } : undefined, added };
    worker.postMessage(question);
    return answered;
  };
  const answered = answer().catch(() => undefined);
  last = answered;
  return answered;
}

/** @returns {Promise<void>} */
const idle = () =>
  new Promise((done) => {
    // Safari has none.
    if (typeof requestIdleCallback === "function") requestIdleCallback(() => done(), { timeout: PATIENCE });
    else setTimeout(done);
  });

export const studies = {
  /**
   * Computes what an address asks for: the session then shows it at once.
   * @param {string} search
   * @param {Session} session
   * @param {() => Origin | undefined} origin
   * @param {() => boolean} wanted Whether it still is what is to be shown.
   */
  async study(search, session, origin, wanted) {
    const numbers = await ask("study", search, session, origin, wanted);
    if (!wanted()) return;
    if (numbers) session.goOn(search, numbers);
    if (!session.takesLong(search)) return;
    await idle();
    if (wanted()) session.study(search);
  },

  /**
   * How well the forecasts have done that are shown, as HTML; nothing where something else is to be shown.
   * @param {string} search
   * @param {Session} session
   * @param {() => Origin | undefined} origin
   * @param {() => boolean} wanted
   * @returns {Promise<string | undefined>}
   */
  async calibrate(search, session, origin, wanted) {
    const words = await ask("calibration", search, session, origin, wanted);
    if (words === undefined) await idle();
    return wanted() ? session.calibrated(words) : undefined;
  },
};
