// What was said of a file can be said otherwise afterwards, without opening it again.

import assert from "node:assert/strict";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { ATONCE, stage, text } from "./support.mjs";

/** @typedef {import("./support.mjs").Page} Page */

const { visit } = stage();

/** Two years of months in columns that nobody knows. */
function table() {
  const rows = Array.from({ length: 24 }, (_, index) => {
    const month = `${2020 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}`;
    return ["Japan", "Chile"].map((land) => `${month};${land};282520;${1000 + index}`).join("\n");
  });
  return `wann;wohin;ware;menge\n${rows.join("\n")}\n`;
}

/** @param {string} name @param {string} content */
async function written(name, content) {
  const path = join(await mkdtemp(join(tmpdir(), "answers-")), name);
  await writeFile(path, content);
  return path;
}

/** @param {Page} page @param {string} path */
async function open(page, path) {
  await page.locator("#open-own").click();
  await page.waitForSelector("#own-files", { state: "attached" });
  await page.locator("#own-files").setInputFiles(path);
}

/** Waits until what was read is shown. @param {Page} page */
const settled = (page) =>
  page.waitForFunction(() => {
    const read = /rows? read.*\.$/.test(document.getElementById("own-state")?.textContent ?? "");
    return read && document.documentElement.classList.contains("owned") && !document.querySelector("#surface[aria-busy]");
  });

/** Gives the likeliest answers until the file is open. @param {Page} page */
async function through(page) {
  for (let round = 0; round < 4; round += 1) {
    await page.waitForFunction(() => document.documentElement.classList.contains("owned") || !document.getElementById("own-mapping")?.hidden);
    if (await page.evaluate(() => document.documentElement.classList.contains("owned"))) break;
    await page.locator("#own-mapping button[type=submit]").click();
    await page.waitForTimeout(200);
  }
  await settled(page);
}

/** @param {Page} page @param {RegExp} words */
const headlined = (page, words) =>
  page.waitForFunction((words) => new RegExp(words).test(document.querySelector("h1")?.textContent ?? ""), words.source);

const again = (/** @type {Page} */ page) => page.locator("#own-answers button");

describe("answers changed afterwards", ATONCE, () => {
  test("a unit and a flow: the dialog has what was said, and the chart follows and stays where it was", async () => {
    const path = await written("mine.csv", table());
    await visit("", {}, async (page) => {
      await open(page, path);
      const form = page.locator("#own-mapping");
      await form.waitFor();
      for (const [role, column] of [["period", "wann"], ["partner", "wohin"], ["product", "ware"], ["quantity", "menge"], ["flow", "=export"], ["unit", "=t"]]) {
        await form.locator(`select[name=${role}]`).selectOption(column ?? "");
      }
      await form.locator("button[type=submit]").click();
      await through(page);
      await page.locator("#own-partner").fill("chile");
      await page.locator("#own-partner").press("Enter");
      await headlined(page, /to Chile\b.* 1,023 t/);
      await page.locator("[data-fragment=charts]").getByText("Season", { exact: true }).click();
      assert.equal(await again(page).count(), 1);
      assert.equal(await text(page, "#own-answers"), "Change the answers for mine.csv");
      await again(page).click();
      assert.match(await form.innerText(), /^mine\.csv: these are your answers so far\. Correct what is wrong/);
      for (const [role, column] of [["period", "wann"], ["partner", "wohin"], ["quantity", "menge"], ["flow", "=export"], ["unit", "=t"]]) {
        assert.equal(await form.locator(`select[name=${role}]`).inputValue(), column, role);
      }
      await form.locator("select[name=unit]").selectOption("=kg");
      await form.locator("select[name=flow]").selectOption("=import");
      await form.locator("button[type=submit]").click();
      await headlined(page, /^Imports /);
      await settled(page);
      assert.match(await text(page, "h1"), /1(\.0|\.02|\.023)? t\b/);
      // Chart and partner stay.
      assert.match(new URL(page.url()).search, /chart=season/);
      assert.match(new URL(page.url()).search, /partner=CHL/);
      // The address remembers the new answers alone.
      const columns = new URLSearchParams(new URL(page.url()).hash.slice(1)).getAll("columns");
      assert.equal(columns.length, 1);
      assert.match(columns[0] ?? "", /unit\t=kg/);
      assert.doesNotMatch(columns[0] ?? "", /^flow\t=export/m);
      // Left as it is, nothing changes.
      const before = await text(page, "h1");
      await again(page).click();
      await form.getByText("Keep as it is").click();
      assert.equal(await form.isVisible(), false);
      assert.equal(await text(page, "h1"), before);
    });
  });

  test("how a table would be read follows the answers, and nothing changes until it is imported", async () => {
    const path = await written("mine.csv", table());
    await visit("", {}, async (page) => {
      const before = await text(page, "h1");
      await open(page, path);
      const form = page.locator("#own-mapping");
      await form.waitFor();
      for (const [role, column] of [["period", "wann"], ["partner", "wohin"], ["product", "ware"], ["quantity", "menge"], ["flow", "=export"], ["unit", "=t"]]) {
        await form.locator(`select[name=${role}]`).selectOption(column ?? "");
      }
      const shown = (/** @type {string[]} */ ...words) =>
        page.waitForFunction((words) => {
          const shown = document.querySelector("#own-mapping .previewed:not(:has([aria-busy]))")?.textContent ?? "";
          return words.every((word) => shown.includes(word));
        }, words);
      await shown("exports to Japan", "· 1,000 t", "2020, exports: 24 monthly figures · 24,132 t");
      // The keyboard stays where it is, and who only hears is told.
      await form.locator("select[name=unit]").focus();
      await form.locator("select[name=unit]").selectOption("=kg");
      assert.equal(await text(page, "#own-mapping .previewed [role=status]"), "Reading it again with your answers…");
      await shown("· 1 t", "2020, exports: 24 monthly figures · 24.132 t");
      assert.equal(await text(page, "#own-mapping .previewed [role=status]"), "Shown as your answers have it.");
      assert.equal(await page.evaluate(() => document.activeElement?.getAttribute("name")), "unit");
      await form.locator("select[name=flow]").selectOption("=import");
      await shown("imports from Japan", "2020, imports: 24 monthly figures");
      // What cannot be read so is said before the button is pressed.
      await form.locator("select[name=period]").selectOption("ware");
      await shown("With these answers it could not be read: ");
      assert.equal(await text(page, "h1"), before);
      assert(!(await page.evaluate(() => document.documentElement.classList.contains("owned"))));
    });
  });

  test("Escape leaves the questions, and after an import the keyboard is at what came of it", async () => {
    const path = await written("mine.csv", table());
    const focused = (/** @type {Page} */ page) => page.evaluate(() => document.activeElement?.id);
    await visit("", { context: { viewport: { width: 390, height: 844 } } }, async (page) => {
      await open(page, path);
      const form = page.locator("#own-mapping");
      await form.waitFor();
      // On a phone questions come first: columns are folded away where something can be shown of how they are read.
      const places = await form.evaluate((form) => ["button[type=submit]", "details"].map((part) => form.querySelector(part)?.getBoundingClientRect().top ?? 0));
      assert((places[1] ?? 0) < (places[0] ?? 0));
      assert.equal(await form.locator("details").evaluate((details) => /** @type {HTMLDetailsElement} */ (details).open), false);
      await page.keyboard.press("Escape");
      assert.equal(await form.isVisible(), false);
      assert.equal(await text(page, "#own-state"), "Cancelled. The current data are still shown.");
      assert.equal(await focused(page), "own-files");
      await page.locator("#own-files").setInputFiles(path);
      await form.waitFor();
      await form.locator("details").evaluate((details) => void (/** @type {HTMLDetailsElement} */ (details).open = true));
      for (const [role, column] of [["period", "wann"], ["partner", "wohin"], ["product", "ware"], ["quantity", "menge"], ["flow", "=export"], ["unit", "=t"]]) {
        await form.locator(`select[name=${role}]`).selectOption(column ?? "");
      }
      await through(page);
      assert.equal(await focused(page), "own-state");
      await page.waitForFunction(() => {
        const { top = -1 } = document.getElementById("own-state")?.getBoundingClientRect() ?? {};
        return top >= 0 && top < 300;
      });
      await again(page).click();
      await form.waitFor();
      await page.keyboard.press("Escape");
      assert.equal(await page.evaluate(() => document.activeElement?.textContent), "Change the answers for mine.csv");
      assert.match(await text(page, "#own-answers"), /mine\.csv/);
    });
  });

  test("what only the address remembers can be changed as well", async () => {
    const path = await written("mine.csv", table());
    let hash = "";
    await visit("", {}, async (page) => {
      await open(page, path);
      const form = page.locator("#own-mapping");
      await form.waitFor();
      for (const [role, column] of [["period", "wann"], ["partner", "wohin"], ["product", "ware"], ["quantity", "menge"], ["flow", "=export"], ["unit", "=t"]]) {
        await form.locator(`select[name=${role}]`).selectOption(column ?? "");
      }
      await form.locator("button[type=submit]").click();
      await through(page);
      ({ hash } = new URL(page.url()));
    });
    await visit(hash, {}, async (page) => {
      await open(page, path);
      await settled(page);
      await headlined(page, /^Exports /);
      assert.equal(await text(page, "#own-answers"), "Change the answers in the address");
      await again(page).click();
      const form = page.locator("#own-mapping");
      await form.waitFor();
      assert.equal(await form.locator("select[name=unit]").inputValue(), "=t");
      await form.locator("select[name=flow]").selectOption("=import");
      await form.locator("button[type=submit]").click();
      await headlined(page, /^Imports /);
    });
  });

  test("every column that was found is shown, says what hangs on it, and is imported by one press", async () => {
    const rows = ["A\u00f1o;Mes;Pa\u00eds;Partida;Valor FOB (US$);Peso neto (kg);Cantidad;Unidad", "2025;ene;CHINA;28469000;1234,50;1500;7;m2", "2025;feb;CHILE;28469000;987,25;800,5;9;m2"];
    const path = await written("meses.csv", `${rows.join("\n")}\n`);
    await visit("", {}, async (page) => {
      await open(page, path);
      const form = page.locator("#own-mapping");
      await form.waitFor();
      assert.match(await form.innerText(), /its columns were guessed\. Check them below/);
      const found = [["year", "A\u00f1o"], ["month", "Mes"], ["partner", "Pa\u00eds"], ["product", "Partida"], ["quantity", "Peso neto (kg)"], ["second-quantity", "Cantidad"], ["second-unit", "Unidad"]];
      for (const [role, column] of found) {
        assert.equal(await form.locator(`select[name="${role}"]`).inputValue(), column, role);
      }
      // What hangs on an answer is there to read, not only to hover.
      const flow = form.locator("label", { has: page.locator("select[name=flow]") });
      assert.equal(await flow.locator("small").innerText(), "Your answer applies to every figure.");
      await form.locator("button[type=submit]").click();
      await settled(page);
      assert.match(await text(page, "#own-state"), /2 rows read/);
      // All partners together are a choice, though no row is theirs.
      await page.locator("#own-choosing summary").click();
      assert(await page.locator("#own-partners option").evaluateAll((options) => options.some((option) => /** @type {HTMLOptionElement} */ (option).value === "WLD")));
    });
  });

  test("a reader of files that breaks down is said to be gone, and another opens the next file", async () => {
    const path = await written("mine.csv", table());
    await visit("", {}, async (page) => {
      await open(page, path);
      await page.locator("#own-mapping").waitFor();
      const before = page.workers();
      const worker = before[0];
      assert(worker);
      await worker.evaluate(() => void setTimeout(() => { throw new Error("broken on purpose"); }));
      await page.waitForFunction(() => true);
      while (page.workers().includes(worker)) await page.waitForTimeout(50);
      await open(page, path);
      const form = page.locator("#own-mapping");
      await form.waitFor();
      assert.equal(page.workers().length, before.length);
      assert(!page.workers().some((other) => before.includes(other)));
    });
  });

  test("which sheet of a workbook is meant", async () => {
    const path = fileURLToPath(new URL("../import/packed/sheets.xlsx", import.meta.url));
    await visit("", {}, async (page) => {
      await open(page, path);
      const form = page.locator("#own-mapping");
      await form.waitFor();
      const sheets = form.locator("select[name=sheet]");
      const values = await sheets.locator("option").evaluateAll((options) => options.map((option) => /** @type {HTMLOptionElement} */ (option).value));
      const first = await sheets.inputValue();
      await form.locator("button[type=submit]").click();
      await through(page);
      const before = await text(page, "#own-state");
      await page.getByRole("button", { name: "Change the answers for sheets.xlsx", exact: true }).click();
      assert.equal(await sheets.inputValue(), first);
      const other = values.find((value) => value !== first && !/all/i.test(value)) ?? "";
      await sheets.selectOption(other);
      await form.locator("button[type=submit]").click();
      await page.waitForFunction((before) => {
        const state = document.getElementById("own-state")?.textContent ?? "";
        return !document.getElementById("own-mapping")?.hidden || (/rows? read.*\.$/.test(state) && state !== before);
      }, before);
      while (await form.isVisible()) {
        await form.locator("button[type=submit]").click();
        await page.waitForTimeout(300);
      }
      await settled(page);
      assert.notEqual(await text(page, "#own-state"), before);
    });
  });
});
