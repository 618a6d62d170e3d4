// A story as it is typed and worked through, without a browser.

import assert from "node:assert/strict";
import { test } from "node:test";

import { dayIn, retoldBy, unnamedIn } from "../../www/src/story/beside.js";
import { partsOf } from "../../www/src/story/parts.js";
import { completed, withKnown } from "../../www/src/story/report.js";
import { blocksOf, changedBlocks, sentenceAt, shiftPlaces } from "../../www/src/story/text.js";
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

test("the day that a story's first lines name, where they name one alone", () => {
  for (const [text, day] of /** @type {[string, string][]} */ ([
    ["BEIJING, Dec. 8, 2024 (Desk) - Exports rose.", "2024-12-08"],
    ["Beijing, 20 August 2026\n\nExports rose.", "2026-08-20"],
    ["July 10th, 2025\nBrazil exported 1.5 million tonnes.", "2025-07-10"],
    ["2025-03-07 exports", "2025-03-07"],
    ["2024年12月7日，海关总署公布", "2024-12-07"],
    // Two days, no day, no such day, and a day far below.
    ["8 May 2025, revised 9 May 2025", ""],
    ["In May 2025 exports rose 12%.", ""],
    ["31 February 2025. Exports rose.", ""],
    ["One\ntwo\nthree\n8 May 2025", ""],
  ])) {
    assert.equal(dayIn(text), day, text);
  }
});

test("goods of an opened file that a story names nowhere are told by their codes", () => {
  const story = "Brazil exported 1.5 million tonnes of soybeans to China in June 2025.";
  const products = (/** @type {string[]} */ ...rows) => ["product,label,hs,note", ...rows].join("\n");
  assert.deepEqual(unnamedIn(products("120190,HS 120190,120190,"), story), ["120190"]);
  assert.deepEqual(unnamedIn(products('120190,"Soya beans, other",120190,', "120110,Soybeans for seed,120110,"), story), []);
  assert.deepEqual(unnamedIn(products("120190,大豆,120190,"), "巴西对华大豆出口增长"), []);
  assert.deepEqual(unnamedIn(products("120190,大豆,120190,"), "巴西对华玉米出口增长"), ["120190"]);
  assert.deepEqual(unnamedIn(products("120190,HS 120190,120190,"), "Exports under 120190 rose."), []);
  // All goods need no name.
  assert.deepEqual(unnamedIn(products("TOTAL,all goods,,"), story), []);
});

test("an accusation that rests on one report which is not customs' own says whose", () => {
  const sources = [
    { id: "a", credit: "An agency", kind: "agency" },
    { id: "b", credit: "A paper", kind: "press" },
    { id: "c", credit: "Customs", kind: "customs" },
    { id: "d", credit: "own.csv", kind: "" },
  ];
  const cells = (/** @type {string[][]} */ ...all) => all.map((sources) => ({ period: "2025-07", months: 1, value: 1, status: "reported", sources }));
  assert.deepEqual(retoldBy({ verdict: "contradicted", cells: cells(["a"]) }, sources), ["An agency"]);
  assert.deepEqual(retoldBy({ verdict: "misplaced", cells: cells(["b"], ["c"]) }, sources), ["A paper"]);
  // Two reports, customs, a file of one's own; and what accuses nobody.
  for (const own of [["a", "b"], ["c"], ["d"]]) assert.deepEqual(retoldBy({ verdict: "contradicted", cells: cells(own) }, sources), []);
  assert.deepEqual(retoldBy({ verdict: "supported", cells: cells(["a"]) }, sources), []);
});

test("a report has each figure's sentence, what was decided of it and a link that leads here from anywhere", () => {
  const text = "Exports fell 7.1% | to 4,416 tons.";
  const known = {
    place: (/** @type {number} */ index) => /** @type {[string, Place]} */ ([text, /** @type {Place[]} */ ([[13, 17], [23, 33]])[index] ?? [-1, -1]]),
    decided: new Map(/** @type {[number, "aside" | "accepted"][]} */ ([[1, "accepted"]])),
    dated: "2024-12-08",
  };
  const findings = /** @type {any[]} */ ([{ text: "7.1%", chart: "?month=2024-11" }, { text: "4,416 tons", chart: null }]);
  const whole = withKnown(findings, known, (chart) => `https://a.example/x/${chart}&y=(1)`);
  assert.deepEqual(whole.map(({ sentence, decision, chart, story_dated }) => [sentence, decision, chart, story_dated]), [
    [text, null, "https://a.example/x/?month=2024-11&y=(1)", "2024-12-08"],
    [text, "confirmed", null, "2024-12-08"],
  ]);
  const table = "2 figures\n\n| Figure | Verdict |\n| --- | --- |\n| 7.1% | supported |\n| 4,416 tons | contradicted |\n";
  const lines = completed(table, whole, known).split("\n");
  assert.equal(lines[0], "2 figures The story is dated 8 December 2024.");
  assert.equal(lines[2], "| Figure | Verdict | Sentence | Decision | Chart |");
  assert.equal(lines[3], "| --- | --- | --- | --- | --- |");
  assert.equal(lines[4], "| 7.1% | supported | Exports fell 7.1% \\| to 4,416 tons. |  | [See the chart](https://a.example/x/?month=2024-11&y=%281%29) |");
  assert.equal(lines[5], "| 4,416 tons | contradicted | Exports fell 7.1% \\| to 4,416 tons. | confirmed as wrong |  |");
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

test("the sentence around a figure ends where sentences end", () => {
  const text = "Traders wait. The U.S. bought 4,416.5 tons, 7.1% less than in Oct. 2024. “More” came in May.\nA headline without a point 22.7%\n中国出口增长6.6%。后来下降。";
  const around = (/** @type {string} */ figure) => sentenceAt(text, [text.indexOf(figure), text.indexOf(figure) + figure.length]);
  assert.equal(around("7.1%"), "The U.S. bought 4,416.5 tons, 7.1% less than in Oct. 2024.");
  assert.equal(around("22.7%"), "A headline without a point 22.7%");
  assert.equal(around("6.6%"), "中国出口增长6.6%。");
  assert.equal(sentenceAt(text, [-1, -1]), "");
});

test("the parts of a data set are those that it names", () => {
  assert.deepEqual(partsOf('key,value\nreporter,CHN\npartners_file,by-partner.csv\r\nprices_file,"prices.csv"\norigin_en,"a_file,x.csv"\n'), ["by-partner.csv", "prices.csv"]);
  assert.deepEqual(partsOf(""), []);
});
