/** Working through what was found: what counts, in which order, what was decided of it. */

import * as words from "../wording/story.js";

/** @typedef {import("../../xenotime").Finding["verdict"]} Verdict */
/** @typedef {import("./text.js").Place} Place */
/** @typedef {"accepted" | "aside"} Decision */

/** The verdicts, the gravest first, and what a desk has to do with each. */
export const GROUPS = /** @type {const} */ ({
  contradicted: "look",
  misplaced: "look",
  unclear: "look",
  close: "holds",
  supported: "holds",
  not_checkable: "lacking",
});

/** @type {Verdict[]} */
export const GRAVEST = /** @type {any} */ (Object.keys(GROUPS));

/**
 * One line that sums up.
 * @param {Verdict[]} verdicts
 * @param {ReadonlyMap<number, Decision>} decided By the finding's number.
 */
export function summaryOf(verdicts, decided) {
  const count = { look: 0, holds: 0, lacking: 0, aside: 0, accepted: 0 };
  for (const [index, verdict] of verdicts.entries()) {
    const group = GROUPS[verdict];
    count[group === "look" ? (decided.get(index) ?? group) : group] += 1;
  }
  return words.summedUp(verdicts.length, count);
}

/**
 * The findings' numbers in the order in which they are listed: as in the story, or the gravest first
 * and what was decided last.
 * @param {Verdict[]} verdicts
 * @param {Place[]} places
 * @param {"gravest" | "story"} order
 * @param {ReadonlyMap<number, Decision>} decided
 */
export function inOrder(verdicts, places, order, decided) {
  const numbers = verdicts.map((_, index) => index);
  const start = (/** @type {number} */ index) => places[index]?.[0] ?? 0;
  if (order === "story") return numbers.sort((one, other) => start(one) - start(other));
  const rank = (/** @type {number} */ index) => {
    const verdict = verdicts[index] ?? "not_checkable";
    return decided.has(index) ? GRAVEST.length : GRAVEST.indexOf(verdict);
  };
  return numbers.sort((one, other) => rank(one) - rank(other) || start(one) - start(other));
}

/**
 * What marks the story, by place: of two findings of one figure, the graver.
 * @param {Verdict[]} verdicts
 * @param {Place[]} places
 */
export function marksOf(verdicts, places) {
  const order = inOrder(verdicts, places, "story", new Map())
    .filter((index) => (places[index]?.[0] ?? -1) >= 0)
    .sort((one, other) => {
      const [from = 0, against = 0] = [places[one]?.[0], places[other]?.[0]];
      return from - against || GRAVEST.indexOf(verdicts[one] ?? "close") - GRAVEST.indexOf(verdicts[other] ?? "close");
    });
  let at = 0;
  return order.filter((index) => {
    const [from, to] = places[index] ?? [0, 0];
    if (from < at || to <= from) return false;
    at = to;
    return true;
  });
}

/**
 * What was decided, step by step, so that each step can be undone. A figure is known by its words, the
 * words before it and its verdict: as long as these stand, the decision does, wherever they move.
 */
export class Decisions {
  /** @type {Map<string, Decision>} */
  #now = new Map();
  /** What takes each step back. @type {(() => void)[]} */
  #steps = [];

  /** @param {string} key */
  get(key) {
    return this.#now.get(key);
  }

  get canUndo() {
    return this.#steps.length > 0;
  }

  /**
   * @param {string} key
   * @param {Decision | undefined} is
   */
  set(key, is) {
    const was = this.#now.get(key);
    this.note(() => this.#put(key, was));
    this.#put(key, is);
  }

  /** Takes note of a step of another kind, by what takes it back. @param {() => void} back */
  note(back) {
    this.#steps.push(back);
  }

  /** Takes the last step back. */
  undo() {
    this.#steps.pop()?.();
  }

  /** Forgets everything, or takes what a link holds. @param {Iterable<[string, Decision]>} [held] */
  start(held = []) {
    this.#now = new Map(held);
    this.#steps = [];
  }

  /**
   * @param {string} key
   * @param {Decision | undefined} is
   */
  #put(key, is) {
    if (is) this.#now.set(key, is);
    else this.#now.delete(key);
  }
}

/** How much of the text before a figure tells it from another like it. */
const BEFORE = 40;

/**
 * What a figure is known by.
 * @param {string} text
 * @param {Place} place
 * @param {Verdict} verdict
 */
export function keyOf(text, [from, to], verdict) {
  return `${verdict}\n${text.slice(Math.max(0, from - BEFORE), from)}\n${text.slice(from, to)}`;
}

/**
 * Decisions as a link holds them: where the figures begin in the text that the link holds too.
 * @param {ReadonlyMap<number, Decision>} decided
 * @param {Place[]} places
 * @param {Decision} decision
 */
export const heldBy = (decided, places, decision) =>
  [...decided]
    .filter(([, is]) => is === decision)
    .map(([index]) => places[index]?.[0] ?? -1)
    .filter((from) => from >= 0)
    .join(".");

/** @param {string | null} held */
export const startsOf = (held) => (held ?? "").split(".").filter((part) => /^\d{1,7}$/.test(part)).map(Number);
