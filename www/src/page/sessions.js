/** The data sets that Back and Forward lead to: the bundled one, then a reader's own. */

/** @typedef {import("../../xenotime").Session} Session */

/** How many sessions of a reader's own data are kept for Back: each holds its figures. */
const MOST = 16;

export class Sessions {
  /** First that of the bundled data. @type {(Session | undefined)[]} */
  #all = [];
  /** Which is shown. */
  which = 0;
  /** @type {Session | undefined} */
  current;

  /** @param {Session} session */
  add(session) {
    this.#all.push(session);
    const old = this.#all.length - 1 - MOST;
    if (old > 0) {
      this.#all[old]?.free();
      this.#all[old] = undefined;
    }
    this.turn(this.#all.length - 1);
  }

  /** That of the bundled data. */
  get first() {
    return this.#all[0];
  }

  /** Puts another in the place of that of the bundled data. @param {Session} session */
  replaceFirst(session) {
    this.#all[0]?.free();
    this.#all[0] = session;
    this.turn(this.which);
  }

  /** Shows another, or the bundled data where that is no longer kept. @param {number} index */
  turn(index) {
    this.which = this.#all[index] ? index : 0;
    this.current = this.#all[this.which] ?? this.current;
  }

  /** After a panic nothing can be asked any more. */
  drop() {
    this.current = undefined;
  }
}
