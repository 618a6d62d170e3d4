/** A story's text as it changes: where marks go, and in which blocks it is shown. */

/** @typedef {[from: number, to: number]} Place */

/** The longest story that is checked, in characters. */
export const MOST = 500_000;

/** A figure that is being changed is nowhere until it is checked anew. @type {Place} */
const NOWHERE = [-1, -1];

/** How long a block may become, in characters, before the next line begins another. */
const BLOCK = 4000;

/**
 * The longest length that fits, where every shorter one does.
 * @param {number} most
 * @param {(length: number) => boolean} fits
 */
function longest(most, fits) {
  let low = 0;
  while (low < most) {
    const middle = (low + most + 1) >> 1;
    if (fits(middle)) low = middle;
    else most = middle - 1;
  }
  return low;
}

/**
 * What two texts have in common at their ends. Browsers compare long strings much faster than a script does by sign.
 * @param {string} old
 * @param {string} now
 */
export function commonEnds(old, now) {
  const most = Math.min(old.length, now.length);
  const head = longest(most, (length) => now.startsWith(old.slice(0, length)));
  const tail = longest(most - head, (length) => now.endsWith(old.slice(old.length - length)));
  return { head, tail };
}

/** @typedef {ReturnType<typeof commonEnds>} Ends */

/**
 * The places of figures after the text around them has changed; those within what changed are nowhere.
 * @param {Place[]} places
 * @param {string} old
 * @param {string} now
 * @param {Ends} [ends] What the two have in common, where that is known.
 */
export function shiftPlaces(places, old, now, { head, tail } = commonEnds(old, now)) {
  const by = now.length - old.length;
  return places.map((place) => {
    if (place[1] <= head) return place;
    if (place[0] >= old.length - tail) return /** @type {Place} */ ([place[0] + by, place[1] + by]);
    return NOWHERE;
  });
}

/**
 * Cuts a text into blocks of whole lines; a line longer than a block is one by itself.
 * @param {string} text
 */
export function blocksOf(text) {
  const blocks = [];
  let from = 0;
  while (from < text.length) {
    // The last end of line within a block's length, or else the next one.
    const last = text.lastIndexOf("\n", from + BLOCK - 1);
    const end = last >= from ? last : text.indexOf("\n", from);
    const to = end < 0 ? text.length : end + 1;
    blocks.push(text.slice(from, to));
    from = to;
  }
  return blocks;
}

/**
 * Which blocks must be made anew for a changed text: the first, how many, and the blocks that take
 * their place.
 * @param {string[]} blocks Of the old text.
 * @param {string} old
 * @param {string} now
 * @param {Ends} [ends] What the two have in common, where that is known.
 */
export function changedBlocks(blocks, old, now, { head, tail } = commonEnds(old, now)) {
  if (head === old.length && head === now.length) return { at: 0, count: 0, made: [] };
  let at = 0;
  let from = 0;
  while (at < blocks.length - 1 && from + (blocks[at]?.length ?? 0) < head) {
    from += blocks[at]?.length ?? 0;
    at += 1;
  }
  let count = 0;
  let to = from;
  while (at + count < blocks.length && (to < old.length - tail || count === 0)) {
    to += blocks[at + count]?.length ?? 0;
    count += 1;
  }
  const by = now.length - old.length;
  // A block ends a line, so that the next one begins one.
  while (at + count < blocks.length && now[to + by - 1] !== "\n") {
    to += blocks[at + count]?.length ?? 0;
    count += 1;
  }
  return { at, count, made: blocksOf(now.slice(from, to + by)) };
}

/**
 * The words of an HTML file, a line for each block. Nothing of it is run or loaded.
 * @param {string} html
 */
export function wordsOf(html) {
  const parsed = new DOMParser().parseFromString(html, "text/html");
  for (const part of parsed.querySelectorAll("head, script, style, template, noscript")) part.remove();
  for (const line of parsed.querySelectorAll("br")) line.replaceWith("\n");
  // The cells of a row are parted, as in a table pasted from a sheet.
  for (const cell of parsed.querySelectorAll("td, th")) cell.append("\t");
  for (const row of parsed.querySelectorAll("tr")) row.append("\n");
  for (const block of parsed.querySelectorAll("p, h1, h2, h3, h4, h5, h6, li, div, section, article, blockquote, figcaption, table")) {
    block.append("\n\n");
  }
  const text = parsed.body.textContent ?? "";
  return text
    .replace(/ *\t[ \t]*/g, "\t")
    .replace(/ +/g, " ")
    .replace(/[ \t]*\n */g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}
