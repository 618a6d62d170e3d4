/** The panel in which a reader makes a chart their own. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { apart, movedBy } from "../../www/src/desk/range.js";
import { found } from "../../www/src/desk/search.js";
import { tones } from "../../www/src/desk/tones.js";

const CHOICES = [
  { value: "export.magnets.WLD.volume", label: "Magnets: exports, tonnes", also: "850511 magnet permanent magnets 磁体 World 世界" },
  { value: "export.rare-earths.JPN.volume", label: "Rare earths: exports to Japan, tonnes", also: "280530 REE 稀土 Japan 日本" },
  { value: "export.magnets.USA.volume", label: "Magnets: exports to the United States, tonnes", also: "850511 磁体 United States 美国 America" },
  { value: "import.rare-earths.MMR.volume", label: "Rare earths: imports from Myanmar, tonnes", also: "280530 REE 稀土 Myanmar Burma" },
];

/** @param {string} words */
const codes = (words) => found(CHOICES, words).map(({ value }) => value.split(".").slice(1, 3).join(" "));

test("a series is found by name, code and alias, in any order of the words", () => {
  assert.deepEqual(codes("USA"), ["magnets USA"]);
  assert.deepEqual(codes("magnets USA"), ["magnets USA"]);
  assert.deepEqual(codes("america magnets"), ["magnets USA"]);
  assert.deepEqual(codes("jpn"), ["rare-earths JPN"]);
  assert.deepEqual(codes("稀土"), ["rare-earths JPN", "rare-earths MMR"]);
  assert.deepEqual(codes("burma ree"), ["rare-earths MMR"]);
  assert.deepEqual(codes("850511"), ["magnets WLD", "magnets USA"]);
  assert.deepEqual(codes("exports japan"), ["rare-earths JPN"]);
  assert.deepEqual(codes("magnets japan"), []);
});

test("what begins with the first word comes before what holds it, and that before other names", () => {
  assert.deepEqual(codes("rare"), ["rare-earths JPN", "rare-earths MMR"]);
  assert.deepEqual(codes("United"), ["magnets USA"]);
  const odd = [...CHOICES, { value: "export.usable.WLD.volume", label: "Usable goods: exports, tonnes", also: "" }];
  assert.equal(found(odd, "usa")[0]?.value, "export.usable.WLD.volume");
});

test("whole words come before parts of words, and codes before other names", () => {
  const goods = [
    { value: "export.magnets-metal.JPN.volume", label: "Magnets with alloys: exports to Japan, tonnes", also: "8505 Japan" },
    { value: "export.ironing.JPN.volume", label: "Ironing boards: exports to Japan, tonnes", also: "" },
    { value: "export.magnets.JPN.volume", label: "Permanent magnets: exports to Japan, tonnes", also: "850511 Japan" },
    { value: "export.ore.JPN.volume", label: "Ore of iron: exports to Japan, tonnes", also: "" },
  ];
  assert.equal(found(goods, "magnets Japan")[0]?.value, "export.magnets.JPN.volume");
  assert.equal(found(goods, "iron japan")[0]?.value, "export.ore.JPN.volume");
});

test("a stretch moves as a whole, and stops at the ends as long as it was", () => {
  assert.deepEqual(movedBy([10, 20], 5, [0, 100]), [15, 25]);
  assert.deepEqual(movedBy([10, 20], -15, [0, 100]), [0, 10]);
  assert.deepEqual(movedBy([10, 20], Infinity, [0, 100]), [90, 100]);
  assert.deepEqual(movedBy([10, 20], -Infinity, [0, 100]), [0, 10]);
  assert.deepEqual(movedBy([0, 100], 7, [0, 100]), [0, 100]);
});

test("exports and imports have their own colours wherever they stand, as in the chart", () => {
  assert.deepEqual(tones(["export", "export", "export"]), [0, 1, 2]);
  assert.deepEqual(tones(["import"]), [0]);
  assert.deepEqual(tones(["export", "import"]), [0, 1]);
  assert.deepEqual(tones(["import", "export"]), [1, 0]);
  assert.deepEqual(tones(["import", "import", "export", "export"]), [1, 2, 0, 3]);
});

test("between two handles there is room to take what is shown, and both stay on the track", () => {
  const [width, root] = [400, 16];
  assert.deepEqual(apart([100, 200], width, root), [100, 200]);
  for (const middles of /** @type {[number, number][]} */ ([[100, 107], [14, 20], [386, 386], [150, 200]])) {
    const [from, to] = apart(middles, width, root);
    assert.equal(to - from, 52, `${middles}`);
    assert.ok(from >= 14 && to <= width - 14, `${from} ${to}`);
  }
  assert.deepEqual(apart([100, 107], width, root), [77.5, 129.5]);
  // A track without room for that leaves them where they are.
  assert.deepEqual(apart([20, 30], 60, root), [20, 30]);
});
