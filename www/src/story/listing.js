/** The list of what was found: its cards' script comes when there is something to list. */

import { addressOf, loadBundle, once } from "../util/load.js";

/** @typedef {{ brought: (found: { createMarks: typeof import("./marks.js").createMarks }) => void }} Brought What is done once the script is there. */
/** @typedef {Omit<import("./cards.js").Desk, "reword"> & import("./editing.js").Editor & import("./outgoing.js").Page & Brought} Desk */
/** @typedef {ReturnType<typeof import("./cards.js").createCards>} Cards */
/** @typedef {ReturnType<typeof import("./outgoing.js").createOutgoing>} Outgoing */

/**
 * @param {HTMLElement} list
 * @param {Desk} desk
 */
export function createListing(list, desk) {
  /** @type {Cards | undefined} */
  let cards;
  /** @type {Outgoing | undefined} */
  let outgoing;
  let chosen = -1;
  const later = () => loadBundle(addressOf("laterCards"));
  const bring = once(async () => {
    const found = await later();
    const { createCards, createEditing, createOutgoing } = found;
    cards = /** @type {Cards} */ (createCards(list, { ...desk, ...createEditing(desk) }));
    cards.choose(chosen);
    outgoing = /** @type {Outgoing} */ (createOutgoing(desk));
    desk.brought(found);
    return cards;
  });
  /** The same where its failure has been told of, or will be. */
  const brought = () => bring().catch(() => undefined);

  /**
   * Lists findings anew.
   * @param {number[]} numbers In their order.
   * @param {ReadonlyMap<number, import("./triage.js").Decision>} decided
   */
  async function show(numbers, decided) {
    // Nothing to list is no reason to bring it.
    if (cards || numbers.length > 0 || desk.beside().unnamed?.length) await (await bring()).show(numbers, decided);
  }

  /** @param {number} index */
  function choose(index) {
    chosen = index;
    cards?.choose(index);
  }

  return {
    /** Offers what there is to take away; where there is nothing, that is no reason to bring it. */
    offer() {
      if (outgoing) outgoing.offer();
      else if (desk.written().text !== "") void brought().then(() => outgoing?.offer());
    },
    /** What else comes with it. */
    later,
    /**
     * Says what was found; that it cannot be had is told of where the findings are listed.
     * @param {import("./triage.js").Verdict[]} verdicts
     * @param {ReadonlyMap<number, import("./triage.js").Decision>} decided
     */
    sum: (verdicts, decided) => void later().then(({ tally }) => tally(verdicts, decided), () => {}),
    /** Has the script brought while the story is still being checked. */
    expect: () => void brought(),
    show,
    choose,
    /** @param {number} index */
    open: async (index) => (await brought())?.open(index),
    /** @param {import("./text.js").Place} place */
    reveal: async (place) => (await brought())?.reveal(place),
    /**
     * @param {number} index
     * @param {ReadonlyMap<number, import("./triage.js").Decision>} decided
     */
    update: async (index, decided) => (await brought())?.update(index, decided),
  };
}
