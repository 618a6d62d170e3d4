/**
 * The marks under the story: the same text once more, in blocks of whole lines, of which only those near
 * the view hold marks. A key makes one block anew, however long the story is.
 */

import { made } from "../util/dom.js";
import { blocksOf, changedBlocks } from "./text.js";

/** @typedef {import("./text.js").Place} Place */
/** @typedef {{ index: number, place: Place, verdict: string }} Mark */

/** How far beyond the view blocks are marked already. */
const AHEAD = "400px 0px";

/** How many blocks are marked before anything is known of the view. */
const AT_ONCE = 2;

/**
 * @param {HTMLElement} layer
 * @param {HTMLElement} sheet What scrolls, where it does.
 */
export function createMarks(layer, sheet) {
  let text = "";
  /** @type {string[]} */
  let blocks = [];
  /** In the order of their places. @type {Mark[]} */
  let marks = [];
  let chosen = -1;
  /** @type {Set<Element>} */
  const near = new Set();
  /** Where each block begins: made anew when asked for after a change. @type {Map<Element, number> | undefined} */
  let starts;

  const scrolls = () => getComputedStyle(sheet).overflowY === "auto";
  /** @type {IntersectionObserver | undefined} */
  let observer;
  function observe() {
    observer?.disconnect();
    near.clear();
    observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          if (isIntersecting === near.has(target)) continue;
          if (isIntersecting) near.add(target);
          else near.delete(target);
          fill(target);
        }
      },
      { root: scrolls() ? sheet : null, rootMargin: AHEAD },
    );
    for (const block of layer.children) observer.observe(block);
    // What is in view anyway need not wait to be seen.
    for (const block of Array.from(layer.children).slice(0, AT_ONCE)) {
      near.add(block);
      fill(block);
    }
  }

  addEventListener("beforeprint", () => {
    for (const block of layer.children) near.add(block);
    for (const block of near) fill(block);
  });

  /** @param {Element} block */
  function startOf(block) {
    if (!starts) {
      starts = new Map();
      let from = 0;
      for (const [index, child] of Array.from(layer.children).entries()) {
        starts.set(child, from);
        from += blocks[index]?.length ?? 0;
      }
    }
    return starts.get(block) ?? 0;
  }

  /** Puts a block's words into it, with their marks where they are near the view. @param {Element} block */
  function fill(block) {
    const from = startOf(block);
    const isLast = block === layer.lastElementChild;
    // A last empty line would otherwise have no height here, though it has in the text area.
    const words = block.textContent ?? "";
    const to = from + words.length - (isLast ? 1 : 0);
    const parts = [];
    let at = from;
    if (near.has(block)) {
      for (let next = firstFrom(from); next < marks.length; next += 1) {
        const mark = marks[next];
        if (!mark || mark.place[0] >= to) break;
        const [start, end] = mark.place;
        const shown = made("span", `mark ${mark.verdict}`, text.slice(start, Math.min(end, to)));
        shown.dataset["finding"] = String(mark.index);
        shown.classList.toggle("chosen", mark.index === chosen);
        parts.push(text.slice(at, start), shown);
        at = Math.min(end, to);
      }
    }
    parts.push(text.slice(at, to) + (isLast ? "\n" : ""));
    block.replaceChildren(...parts);
  }

  /** The first mark that begins at a place or after it. @param {number} place */
  function firstFrom(place) {
    let [low, high] = [0, marks.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((marks[middle]?.place[0] ?? 0) < place) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** @param {string} words */
  const blockOf = (words) => made("div", "", words);

  /**
   * Takes a new text; marks stay until others come.
   * @param {string} now
   * @param {Mark[]} moved The marks at their new places.
   * @param {import("./text.js").Ends} ends What the old text and the new have in common.
   */
  function change(now, moved, ends) {
    // An answer to an earlier text has come: the text itself is here already.
    if (now === text) {
      show(now, moved);
      return;
    }
    const { at, count, made: words } = changedBlocks(blocks, text, now, ends);
    const old = Array.from(layer.children).slice(at, at + count);
    const seen = old.some((block) => near.has(block));
    const fresh = words.map(blockOf);
    const last = layer.lastElementChild;
    text = now;
    marks = moved;
    blocks.splice(at, count, ...words);
    starts = undefined;
    const before = layer.children[at + count] ?? null;
    for (const block of old) {
      observer?.unobserve(block);
      near.delete(block);
      block.remove();
    }
    for (const block of fresh) {
      layer.insertBefore(block, before);
      observer?.observe(block);
      if (seen) near.add(block);
    }
    // The line's end that stands for a last empty line belongs to the last block, whichever that is now.
    const end = layer.lastElementChild;
    if (end && (end !== last || fresh.includes(/** @type {HTMLElement} */ (end)))) end.append("\n");
    for (const block of fresh) if (near.has(block)) fill(block);
  }

  /**
   * Shows a text with its marks.
   * @param {string} now
   * @param {Mark[]} found
   */
  function show(now, found) {
    if (layer.childElementCount === 0 || now !== text) {
      text = now;
      blocks = blocksOf(now);
      if (blocks.length === 0) blocks = [""];
      starts = undefined;
      layer.replaceChildren(...blocks.map(blockOf));
      layer.lastElementChild?.append("\n");
      marks = found;
      observe();
      return;
    }
    marks = found;
    for (const block of near) fill(block);
  }

  /** @param {number} index Of a finding. */
  function choose(index) {
    chosen = index;
    for (const mark of layer.querySelectorAll(".mark")) {
      mark.classList.toggle("chosen", mark instanceof HTMLElement && mark.dataset["finding"] === String(index));
    }
  }

  return { show, change, choose };
}
