// A story as it is typed and worked through, without a browser.

import assert from "node:assert/strict";
import { test } from "node:test";

import { partsOf } from "../../www/src/story/parts.js";
import { forTable, withKnown } from "../../www/src/story/report.js";
import { blocksOf, changedBlocks, shiftPlaces } from "../../www/src/story/text.js";
import { Decisions, heldBy, inOrder, keyOf, marksOf, startsOf, summaryOf } from "../../www/src/story/triage.js";

/** @typedef {import("../../www/src/story/text.js").Place} Place */
/** @typedef {import("../../www/src/story/triage.js").Verdict} Verdict */

/** Always the same numbers, so that a failure can be met again. @param {number} seed */
function random(seed) {
  return (/** @type {number} */ below) => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return seed % below;
  };
}

test("blocks are whole lines, and together the text", () => {
  for (const text of ["", "a", "\n", "a\n", "a\nb", "x".repeat(9000), `${"line\n".repeat(3000)}end`, `${"y".repeat(5000)}\n\nz`]) {
    const blocks = blocksOf(text);
    assert.equal(blocks.join(""), text);
    for (const block of blocks.slice(0, -1)) assert(block.endsWith("\n"));
    assert(blocks.every((block) => block.length <= 4000 || !block.slice(0, -1).includes("\n")), "only a long line is a long block");
  }
});

test("after any edit only the blocks that changed are made anew, and the text is the new one", () => {
  const next = random(7);
  let text = Array.from({ length: 2000 }, (_, line) => "w".repeat((line * 37) % 90)).join("\n");
  let blocks = blocksOf(text);
  for (let round = 0; round < 500; round += 1) {
    const from = next(text.length + 1);
    const to = Math.min(text.length, from + (round % 7 === 0 ? next(6000) : next(3)));
    const words = ["", "7", "\n", "a\nb\n", "long ".repeat(next(1500)), "\n\n"][next(6)] ?? "";
    const now = text.slice(0, from) + words + text.slice(to);
    const { at, count, made } = changedBlocks(blocks, text, now);
    blocks = [...blocks.slice(0, at), ...made, ...blocks.slice(at + count)];
    assert.equal(blocks.join(""), now, `round ${round}`);
    for (const block of blocks.slice(0, -1)) assert(block.endsWith("\n"), `round ${round}`);
    if (words.length < 3 && to - from < 3) assert(count <= 3, `${count} blocks for a key`);
    text = now;
  }
});

test("figures move along with the words around them, and are nowhere while they change", () => {
  const old = "Exports fell 7.1% to 4,416 tons.";
  /** @type {Place[]} */
  const places = [[13, 17], [21, 31]];
  const shifted = (/** @type {string} */ now) => shiftPlaces(places, old, now).map(([from, to]) => now.slice(from, to));
  assert.deepEqual(shifted(`Well. ${old}`), ["7.1%", "4,416 tons"]);
  assert.deepEqual(shifted("Exports fell 7.1% to just 4,416 tons."), ["7.1%", "4,416 tons"]);
  assert.deepEqual(shiftPlaces(places, old, "Exports fell 7.2% to 4,416 tons.")[0], [-1, -1]);
  assert.deepEqual(shifted("Exports fell 7.2% to 4,416 tons.")[1], "4,416 tons");
  assert.deepEqual(shiftPlaces(places, old, old), places);
});

test("one line sums up, in words for one and for many", () => {
  assert.equal(summaryOf([], new Map()), "No figures found that the data can check.");
  assert.equal(summaryOf(["supported"], new Map()), "1 figure found: 1 supported or close. Unmarked figures were not checked.");
  const nine = /** @type {Verdict[]} */ ([...Array(6).fill("supported"), "close", "contradicted", "not_checkable"]);
  assert.equal(summaryOf(nine, new Map()), "9 figures found: 7 supported or close, 1 to review, 1 not checkable. Unmarked figures were not checked.");
  assert.equal(summaryOf(nine, new Map([[7, "aside"]])), "9 figures found: 7 supported or close, 1 set aside, 1 not checkable. Unmarked figures were not checked.");
  assert.equal(summaryOf(["misplaced", "unclear"], new Map([[0, "accepted"]])), "2 figures found: 1 to review, 1 confirmed as wrong. Unmarked figures were not checked.");
  // What holds needs no decision.
  assert.equal(summaryOf(["supported"], new Map([[0, "aside"]])), "1 figure found: 1 supported or close. Unmarked figures were not checked.");
});

test("the gravest come first, what was decided last, or all as in the story", () => {
  const verdicts = /** @type {Verdict[]} */ (["supported", "not_checkable", "misplaced", "contradicted", "unclear"]);
  /** @type {Place[]} */
  const places = [[40, 44], [0, 3], [20, 24], [30, 33], [10, 12]];
  assert.deepEqual(inOrder(verdicts, places, "story", new Map()), [1, 4, 2, 3, 0]);
  assert.deepEqual(inOrder(verdicts, places, "gravest", new Map()), [3, 2, 4, 0, 1]);
  assert.deepEqual(inOrder(verdicts, places, "gravest", new Map([[3, "aside"]])), [2, 4, 0, 1, 3]);
});

test("of two findings of one figure the graver marks it, and no mark lies over another", () => {
  const verdicts = /** @type {Verdict[]} */ (["supported", "contradicted", "close", "close", "close"]);
  assert.deepEqual(marksOf(verdicts, [[5, 9], [5, 9], [8, 12], [12, 14], [-1, -1]]), [1, 3]);
});

test("what was decided is undone step by step, and stays with its figure when the story changes", () => {
  const decisions = new Decisions();
  const text = "Exports fell 7.1% to 4,416 tons.";
  const key = keyOf(text, [13, 17], "contradicted");
  decisions.set(key, "aside");
  decisions.set(key, "accepted");
  assert.equal(decisions.get(keyOf(`${text} More.`, [13, 17], "contradicted")), "accepted");
  assert.equal(decisions.get(keyOf(text, [13, 17], "misplaced")), undefined, "another verdict is another question");
  decisions.undo();
  assert.equal(decisions.get(key), "aside");
  decisions.undo();
  assert.deepEqual([decisions.get(key), decisions.canUndo], [undefined, false]);
  decisions.undo();
});

test("a step of another kind is undone in its turn", () => {
  const decisions = new Decisions();
  const told = /** @type {string[]} */ ([]);
  decisions.set("a", "aside");
  decisions.note(() => told.push("words"));
  decisions.set("b", "accepted");
  decisions.undo();
  assert.deepEqual([decisions.get("b"), told], [undefined, []]);
  decisions.undo();
  assert.deepEqual([decisions.get("a"), told], ["aside", ["words"]]);
  decisions.undo();
  assert.equal(decisions.canUndo, false);
});

test("a report has what was decided of each figure and a link that leads here from anywhere", () => {
  const known = { decided: new Map(/** @type {[number, "aside" | "accepted"][]} */ ([[1, "accepted"]])), dated: "2024-12-08" };
  const findings = /** @type {any[]} */ ([{ text: "7.1%", chart: "?month=2024-11" }, { text: "4,416 tons", chart: null }]);
  const whole = withKnown(findings, known, (chart) => `https://a.example/x/${chart}&y=(1)`);
  assert.deepEqual(whole.map(({ decision, chart, story_dated }) => [decision, chart, story_dated]), [
    [null, "https://a.example/x/?month=2024-11&y=(1)", "2024-12-08"],
    ["confirmed", null, "2024-12-08"],
  ]);
  assert.deepEqual(forTable(whole, known.decided), ["-c", "https://a.example/x/?month=2024-11&y=%281%29\n"]);
});

test("a link holds decisions by where the figures begin", () => {
  /** @type {Place[]} */
  const places = [[3, 5], [9, 12], [-1, -1], [20, 25]];
  const decided = new Map(/** @type {[number, "aside" | "accepted"][]} */ ([[0, "aside"], [2, "aside"], [3, "aside"], [1, "accepted"]]));
  assert.equal(heldBy(decided, places, "aside"), "3.20");
  assert.deepEqual(startsOf("3.20"), [3, 20]);
  assert.deepEqual(startsOf("3.x.-4..99999999.5"), [3, 5]);
  assert.deepEqual(startsOf(null), []);
});

test("the parts of a data set are those that it names", () => {
  assert.deepEqual(partsOf('key,value\nreporter,CHN\npartners_file,by-partner.csv\r\nprices_file,"prices.csv"\norigin_en,"a_file,x.csv"\n'), ["by-partner.csv", "prices.csv"]);
  assert.deepEqual(partsOf(""), []);
});
