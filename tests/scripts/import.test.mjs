// What the panel of a reader's own data knows and says, without a browser.

import assert from "node:assert/strict";
import { test } from "node:test";

import { EMPTY, answeredAnew, besideLikely, countOf, folderAddress, notCarried, partnersAdded, reduce, remembered, wishOf } from "../../www/src/import/state.js";
import { named, optionWords, progressOf, rowErrorsHeading } from "../../www/src/import/words.js";
import { filesCameTo, foundAmong } from "../../www/src/wording/import.js";

/** @typedef {import("../../www/src/import/state.js").Event} Event */

const item = (/** @type {string} */ code, name = code, alpha2 = "", made = false) => ({ code, name, alpha2, made });

const SUMMARY = {
  read: 1234,
  skipped: 2,
  left_out: /** @type {[number, string][]} */ ([[3, "re-exports"]]),
  replaced: 1,
  repeated: 0,
  unweighed: 0,
  sums: 40,
  files: /** @type {[string, string][]} */ ([["a.csv", "UN Comtrade"]]),
  notes: /** @type {[string, string][]} */ ([["a.csv", "values are in US dollars"]]),
  first: "2020-01",
  last: "2024-12",
  reporters: [item("AUS", "AUS", "AU"), item("CHN")],
  all_reporters: 2,
  product: "2846",
};

/** @param {Event[]} events */
const after = (...events) => events.reduce(reduce, EMPTY);

/** @param {Partial<Extract<Event, { type: "opened" }>>} [more] @returns {Event} */
const opened = (more) => ({ type: "opened", summary: SUMMARY, unopened: [], remembered: "", ...more });

test("files that were read show the largest reporter and its product", () => {
  const state = after({ type: "reading", id: 3, files: [] }, { type: "rested" }, opened());
  assert.deepEqual(state.chosen, { reporter: "AUS", product: "2846", also: [], partner: "", mirror: false });
  assert.deepEqual([state.reading, state.way, state.folder], [0, "fresh", ""]);
});

test("what the address remembers counts for a folder and for a file that was awaited, and for no other", () => {
  const remembered = "reporter=CHN&product=2805&partner=JPN&partner=USA&mirror=1";
  const chosen = { reporter: "CHN", product: "2805", also: ["JPN", "USA"], partner: "", mirror: true };
  assert.deepEqual(after({ type: "rolling", id: 1, folder: "parts" }, opened({ remembered })).chosen, chosen);
  assert.deepEqual(after({ type: "awaits", address: "?" }, opened({ remembered })).chosen, chosen);
  assert.equal(after(opened({ remembered })).chosen.reporter, "AUS");
  const unknown = after({ type: "awaits", address: "?" }, opened({ remembered: "reporter=XYZ" }));
  assert.equal(unknown.chosen.reporter, "AUS", "a reporter that the file lacks");
});

test("what was asked of a file is kept with it, all of it, until others are opened", () => {
  const files = [new File(["x"], "a.csv")];
  const question = (/** @type {string} */ id) => ({ id, text: id, likely: "x", options: [], consequence: "" });
  /** @param {string} id @param {string[]} header @returns {Event} */
  const asks = (id, header) => ({
    type: "asks",
    table: { index: 0, name: "a.csv", part: false, reason: "", header, letters: header.map(() => ""), rows: [], guess: [], questions: [question(id)], preview: [id] },
  });
  let state = after({ type: "reading", id: 1, files }, asks("columns", ["a", "b"]), { type: "reading", id: 2, files }, asks("money", []), opened());
  const [table] = state.open?.asked.values() ?? [];
  assert.deepEqual(table?.questions.map(({ id }) => id), ["columns", "money"]);
  assert.deepEqual([table?.header, table?.preview], [["a", "b"], ["money"]]);
  // Others that are not opened after all change nothing of what is open.
  state = reduce(state, { type: "reading", id: 3, files: [new File(["y"], "b.csv")] });
  assert.equal(state.asked.size, 0);
  state = reduce(state, { type: "rereads" });
  assert.deepEqual([state.files, state.asked.size, state.way], [files, 1, "kept"]);
  // Read otherwise, it is looked at as before.
  const chosen = { reporter: "CHN", product: "2805", also: ["JPN"], partner: "", mirror: false };
  state = reduce(reduce(state, { type: "chose", choice: chosen }), { type: "reading", id: 4, files, again: true });
  state = reduce(state, opened());
  assert.deepEqual([state.chosen, state.way], [chosen, "kept"]);
  assert.deepEqual(after({ type: "chose", choice: chosen }, { type: "reading", id: 5, files }, opened()).chosen.reporter, "AUS");
});

test("what is answered anew stands in the place of the answer before", () => {
  assert.equal(answeredAnew("unit\t=t\nflow\t=export", "unit\t=kg\nyear\t=likely"), "flow\t=export\nunit\t=kg\nyear\t=likely");
  assert.equal(answeredAnew("left out", "unit\t=kg"), "unit\t=kg");
  assert.equal(answeredAnew("", "unit\t=kg"), "unit\t=kg");
});

test("an answer is carried where what is likely is the same, or what was answered", () => {
  const question = (/** @type {string} */ id, /** @type {string} */ likely) => ({ id, likely, text: "", options: [], consequence: "" });
  const questions = [question("sheet", "all"), question("flow", "export"), question("unit", "kg")];
  const mapping = besideLikely("sheet\t=all\nflow\t=export\nunit\t=t", questions);
  assert.equal(mapping, "sheet\t=all\nflow\t=export\nunit\t=t\nwas flow\t=\nwas unit\t=kg");
  // What only says which sheet is meant says nothing of other files.
  assert.equal(besideLikely("sheet\t=all", questions), "sheet\t=all");
  const asked = (/** @type {[string, string][]} */ ...own) => notCarried(own.map(([id, likely]) => question(id, likely)), mapping).map(({ id }) => id);
  assert.deepEqual(asked(["flow", "export"], ["unit", "kg"]), []);
  assert.deepEqual(asked(["flow", "import"], ["unit", "t"], ["period", "2025"]), ["flow", "period"]);
});

test("a partner is listed once, gone to once, and the world is in every list", () => {
  let state = after(opened(), { type: "traded", partner: "JPN" }, { type: "traded", partner: "JPN" });
  assert.deepEqual(state.chosen.also, ["JPN"]);
  assert.deepEqual(wishOf(state), { partner: "JPN" });
  state = reduce(state, { type: "showing" });
  assert.deepEqual(wishOf(state), {});
  state = reduce(state, { type: "traded", partner: "WLD" });
  assert.deepEqual([state.chosen.also, wishOf(state)], [["JPN"], { partner: "WLD" }]);
});

test("the chart of several series stays when a file is opened, no other chart and no address that was asked for does", () => {
  assert.deepEqual(wishOf(after(opened()), "?chart=series&per=quarter"), { chart: "series" });
  assert.deepEqual(wishOf(after(opened()), "?chart=season"), {});
  assert.deepEqual(wishOf({ ...after(opened()), awaited: "?chart=map" }, "?chart=series"), {});
  assert.deepEqual(wishOf({ ...after(opened()), way: "kept" }, "?chart=series"), {});
});

test("the mirror leads to its chart when it is chosen, and back when it is not, once each", () => {
  let state = after(opened(), { type: "chose", choice: { mirror: true } });
  assert.deepEqual(wishOf(state), { chart: "mirror" });
  state = reduce(state, { type: "showing" });
  assert.deepEqual(wishOf(state), {});
  state = reduce(state, { type: "chose", choice: { mirror: false } });
  assert.deepEqual(wishOf(state), { chart: "months" });
});

test("Back leads to what was chosen then, and a session that is not the panel's changes nothing", () => {
  let state = after(opened(), { type: "shown", session: 1 }, { type: "chose", choice: { product: "2805", mirror: true } }, { type: "showing" }, { type: "shown", session: 2 });
  state = reduce(state, { type: "turned", session: 1 });
  assert.deepEqual([state.chosen.product, state.shownMirror], ["2846", false]);
  state = reduce(state, { type: "turned", session: 2 });
  assert.deepEqual([state.chosen.product, state.shownMirror], ["2805", true]);
  assert.equal(reduce(state, { type: "turned", session: 9 }), state);
});

test("a state is never changed, only followed by another", () => {
  const state = after(opened());
  const before = structuredClone(state);
  for (const event of /** @type {Event[]} */ ([
    { type: "traded", partner: "USA" },
    { type: "chose", choice: { product: "2" } },
    { type: "mapped", file: "a", mapping: "b" },
    { type: "shown", session: 4 },
    { type: "showing" },
  ])) {
    reduce(state, event);
  }
  assert.deepEqual(state, before);
});

test("the address remembers the choice, and that leads to the same choice", () => {
  const first = after({ type: "rolling", id: 1, folder: "some/parts" }, opened(), { type: "traded", partner: "JPN" }, { type: "chose", choice: { mirror: true, product: "28 05" } });
  const words = remembered(first, ["never for a folder"]);
  const again = after({ type: "rolling", id: 1, folder: "some/parts" }, opened({ remembered: words }));
  assert.deepEqual(again.chosen, { ...first.chosen, partner: "" });
  assert.equal(new URLSearchParams(words).get("rollup"), "some/parts");
  assert.equal(new URLSearchParams(words).get("columns"), null);
  const own = remembered(after(opened()), ["period\tMonth", "value\tUSD"]);
  assert.deepEqual(new URLSearchParams(own).getAll("columns"), ["period\tMonth", "value\tUSD"]);
});

test("a file may be called as anything is", () => {
  for (const file of ["__proto__", "constructor", "toString", "a.csv"]) {
    assert.equal(EMPTY.mappings.get(file), undefined);
    const { mappings } = after({ type: "mapped", file, mapping: "period\tMonth" });
    assert.deepEqual([...mappings], [[file, "period\tMonth"]]);
  }
});

test("a folder is one of the page's own host", () => {
  const page = "https://example.org/some/index.html";
  assert.equal(folderAddress("parts", page), "https://example.org/some/parts/");
  assert.equal(folderAddress("parts///", page), "https://example.org/some/parts/");
  for (const other of ["//evil.example/parts", "https://evil.example/", "https://[", "x".repeat(1000)]) {
    assert.equal(folderAddress(other, page), undefined, other.slice(0, 30));
  }
});

test("how many partners: any number typed comes to one that is allowed", () => {
  assert.deepEqual(["12", "", "-3", "251", "7.6", "many"].map(countOf), [12, 0, 0, 250, 8, 60]);
});

test("what files came to is said with every count that is not nought", () => {
  assert.equal(
    filesCameTo(SUMMARY, 1.26),
    "a.csv (UN Comtrade): 1,234 rows read, 3 left out (re-exports), 1 replaced an earlier row’s figure, 2 unreadable; 2020–2024; 1.3 s. Values are in US dollars.",
  );
  assert.match(filesCameTo({ ...SUMMARY, all_reporters: 500, last: "2020-01" }, 0), /500 reporters \(the 2 largest are listed\); January 2020\. Values/);
  const two = { ...SUMMARY, files: /** @type {[string, string][]} */ ([["a.csv", "names"], ["b.csv", "WITS"]]) };
  assert.match(filesCameTo(two, 0), / a\.csv: values are in US dollars\.$/);
  // What is of all files is said once.
  const alike = { ...two, notes: two.files.map(([name]) => /** @type {[string, string]} */ ([name, "values are in US dollars"])) };
  assert.match(filesCameTo(alike, 0), /\. Values are in US dollars\.$/);
  assert.equal(rowErrorsHeading(2, SUMMARY), "Rows and cells not used: 3, the first 2 listed");
  assert.equal(rowErrorsHeading(5, undefined), "Rows and cells not used: 5");
});

test("progress never passes the whole, and an empty file has none", () => {
  const progress = { done: 5e6, total: 1e7, seconds: 2, rows: 12345, name: "a.csv" };
  assert.deepEqual(progressOf(progress), { share: 0.5, said: "a.csv: 50% read, 12,345 rows, 3 MB a second." });
  assert.equal(progressOf({ ...progress, done: 2e7 }).share, 1);
  assert.equal(progressOf({ ...progress, total: 0 }).share, 0);
});

test("countries have their names, and codes that are none stay", () => {
  assert.deepEqual(
    [item("AUS", "AUS", "AU"), item("X1"), item("OWN"), item("DEU", "Deutschland", "DE"), item("ZZZ", "", "not a code")].map(named),
    ["Australia", "X1", "Your file", "Deutschland", "ZZZ"],
  );
  assert.equal(optionWords(item("280530"), { name: "Rare earth metals", tree: true }), "\u2003\u2003280530 Rare earth metals");
  assert.equal(optionWords(item("280530"), { name: "280530", tree: false }), "280530");
  // A code that was made of a name is none that a reader knows.
  assert.equal(optionWords(item("PO2OXZWY", "", "", true), { name: "Channel Islands", tree: false }), "Channel Islands");
  assert.deepEqual([foundAmong("Partners", 50, 1200), foundAmong("Products", 3, 3)], ["Partners: 50 of 1,200", "Products: 3"]);
});

test("the partners of series that an address adds are known whatever product is chosen", () => {
  const search = "?chart=series&with=export.280201.JPN.value,import.2846.90.WLD.volume,export.280201.P4U.volume&per=year";
  assert.deepEqual(partnersAdded(search), ["JPN", "P4U"]);
  assert.deepEqual(partnersAdded("?chart=months"), []);
  assert.deepEqual(partnersAdded("?with=nonsense"), []);
});
