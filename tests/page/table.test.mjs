// The table of partners and products: sorted, searched, and a way to each of them, by mouse, keyboard and
// touch, of the bundled data and of a file that was opened.

import assert from "node:assert/strict";
import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, test } from "node:test";
import { ATONCE, stage, text } from "./support.mjs";
import { obeysWcag } from "./wcag.mjs";

/** @typedef {import("./support.mjs").Page} Page */

const { asked, visit } = stage();

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** Waits until the table shows what was asked of it. @param {Page} page */
const settled = (page) => page.waitForSelector("#rows:not([aria-busy]) tbody tr");

/** Opens the table. @param {Page} page */
async function opened(page) {
  await page.locator("#show-table").click();
  await settled(page);
}

/** The names of the rows. @param {Page} page */
const names = (page) => page.locator("#rows tbody th button").allTextContents();

/** The button of a row. @param {Page} page @param {string} name */
const row = (page, name) => page.locator("#rows tbody").getByRole("button", { name, exact: true });

/** Waits until headline or subtitle has words: a code has no room in every headline. @param {Page} page @param {RegExp} words */
const headlined = (page, words) =>
  page.waitForFunction((words) => {
    const own = ["h1", ".subtitle"].map((part) => document.querySelector(part)?.textContent ?? "");
    return new RegExp(words).test(own.join(" "));
  }, words.source);

/** The chosen row. @param {Page} page */
const chosen = (page) => page.locator("#rows tbody [aria-current]").allTextContents();

/** Two years of a made-up country's exports, in months: of several partners, of codes of one level. @param {number} [partners] */
function file(partners = 3) {
  const rows = ["period,partner,product,flow,reporter,value (USD),weight (t)"];
  for (let index = 0; index < 18; index += 1) {
    const month = `${2024 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}`;
    for (let partner = 0; partner < partners; partner += 1) {
      const name = ["Japan", "Brazil", "Fiji"][partner] ?? `Land ${partner}`;
      rows.push(`${month},${name},284610,Export,Australia,${(partner * partner + 1) * (1000 + index)},${partner + 1}`);
      rows.push(`${month},${name},284690,Export,Australia,${(partner * partner + 1) * 500},${partner + 1}`);
    }
  }
  return `${rows.join("\n")}\n`;
}

/** Opens a file, with the likeliest answers. @param {Page} page @param {string} content */
async function openFile(page, content) {
  const path = join(await mkdtemp(join(tmpdir(), "rows-")), "trade.csv");
  await writeFile(path, content);
  await page.locator("#open-own").click();
  await page.waitForSelector("#own-files", { state: "attached" });
  await page.locator("#own-files").setInputFiles(path);
  const owned = () => page.evaluate(() => document.documentElement.classList.contains("owned"));
  for (let round = 0; round < 4 && !(await owned()); round += 1) {
    await page.waitForFunction(() => document.documentElement.classList.contains("owned") || !document.getElementById("own-mapping")?.hidden);
    if (!(await owned())) await page.locator("#own-mapping button[type=submit]").click();
  }
  await page.waitForFunction(() => /rows? read/.test(document.getElementById("own-state")?.textContent ?? "") && !document.querySelector("#surface[aria-busy]"));
}

/** @param {Page} page */
const examined = (page) => obeysWcag(page, (axe) => axe.include("#rows"));

describe("the table of partners and products", ATONCE, () => {
  test("by mouse: it drives the chart, Back undoes that, and the world is a way back", () =>
    visit("?product=magnets&month=2025-12", {}, async (page) => {
      assert(!asked.some((path) => /table\.css/.test(path)), "it costs the first page nothing");
      await opened(page);
      assert.equal(await page.locator("#show-table").getAttribute("aria-expanded"), "true");
      assert.match(await text(page, "#rows caption"), /^China’s exports of rare earth permanent magnets by destination: December 2025 against December 2024$/i);
      const [first, second] = await names(page);
      assert.equal(first, "World");
      assert.deepEqual(await chosen(page), ["World"]);
      await row(page, second ?? "").click();
      await headlined(page, new RegExp(second ?? ""));
      assert.match(new URL(page.url()).search, /partner=[A-Z]{3}/);
      await settled(page);
      assert.deepEqual(await chosen(page), [second]);
      await row(page, "World").click();
      await page.waitForFunction(() => !/partner=/.test(location.search));
      await page.goBack();
      await headlined(page, new RegExp(second ?? ""));
      await page.goBack();
      await page.waitForFunction(() => !/partner=/.test(location.search));
      await settled(page);
      await page.waitForFunction(() => document.querySelector("#rows [aria-current]")?.textContent === "World");
    }));

  test("columns sort both ways, what is missing comes last, and words find rows", () =>
    visit("?product=metals-and-other-compounds", {}, async (page) => {
      await opened(page);
      const share = page.getByRole("columnheader", { name: /^Share/ });
      await share.getByRole("button").click();
      await settled(page);
      await page.waitForFunction(() => document.querySelector('#rows [aria-sort="descending"]')?.textContent?.startsWith("Share"));
      const shares = async () =>
        (await page.locator("#rows tbody tr:not(.total) td:nth-child(5)").allTextContents()).map((words) => (words === "–" ? NaN : Number(words)));
      const down = await shares();
      assert(down.length > 20);
      assert.deepEqual(down, down.toSorted((one, other) => other - one));
      const change = page.getByRole("columnheader", { name: /^Change/ });
      for (const order of ["descending", "ascending"]) {
        await change.getByRole("button").click();
        await page.waitForFunction((order) => document.querySelector(`#rows [aria-sort="${order}"]`)?.textContent?.startsWith("Change"), order);
        const cells = await page.locator("#rows tbody tr:not(.total) td:nth-child(6)").allTextContents();
        const known = cells.filter((words) => words !== "–").map((words) => Number(words.replace("−", "-").replace(",", "")));
        assert(known.length > 1 && known.length < cells.length);
        assert.deepEqual(known, known.toSorted((one, other) => (order === "ascending" ? one - other : other - one)));
        assert(cells.slice(known.length).every((words) => words === "–"), "what is missing comes last");
      }
      await page.getByRole("searchbox", { name: "Search" }).fill("japan");
      await page.waitForFunction(() => /^1 of \d+ partners match/.test(document.querySelector("#rows .rows-told")?.textContent ?? ""));
      assert.deepEqual(await names(page), ["World", "Japan"]);
      await page.getByRole("searchbox", { name: "Search" }).fill("nowhere at all");
      await page.waitForFunction(() => /^None of \d+ partners matches the search\.$/.test(document.querySelector("#rows .rows-told")?.textContent ?? ""));
      await page.getByRole("searchbox", { name: "Search" }).fill("japan");
      await page.waitForFunction(() => document.querySelectorAll("#rows tbody tr").length === 2);
      await examined(page);
    }));

  test("a column in which no row has anything is left out, and what is left fits a phone", () =>
    visit("?product=magnets&month=2025-12", { context: PHONE }, async (page) => {
      await opened(page);
      const heads = await page.locator("#rows thead th:visible").allTextContents();
      assert.deepEqual(heads, ["Partner", "Quantity (t)", "Share (%)", "Change year on year (%)"]);
      const columns = await page.locator("#rows tbody tr").evaluateAll((rows) => rows.map((row) => Array.from(row.children, (cell) => cell instanceof HTMLElement && !cell.hidden && cell.textContent)));
      for (const at of [1, 2, 3, 4, 5, 6]) {
        const cells = columns.map((row) => row[at]);
        assert(cells.every((cell) => cell === false) || cells.some((cell) => cell && cell !== "–"), `column ${at}: ${cells}`);
      }
      assert(await page.locator("#rows .scroll").evaluate((box) => box.scrollWidth <= box.clientWidth));
      await examined(page);
    }));

  test("by keyboard: every step of it", () =>
    visit("?product=magnets&month=2025-12", {}, async (page) => {
      await page.locator("#show-table").focus();
      await page.keyboard.press("Enter");
      await settled(page);
      await page.locator("#rows [name=by]").selectOption("product");
      await page.waitForFunction(() => /by product/.test(document.querySelector("#rows caption")?.textContent ?? ""));
      assert.deepEqual((await names(page)).slice(0, 1), ["Rare earths"]);
      await row(page, "Rare earths").focus();
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("ArrowUp");
      await page.keyboard.press("Enter");
      await page.waitForFunction(() => !/product=magnets/.test(location.search));
      await page.waitForFunction(() => document.querySelector("#rows [aria-current]")?.textContent === "Rare earths");
      await settled(page);
      // The table was made anew, and the reader is where he was.
      assert.equal(await page.evaluate(() => document.activeElement?.textContent), "Rare earths");
      await page.getByRole("columnheader", { name: /^Product/ }).getByRole("button").focus();
      await page.keyboard.press("Space");
      await page.waitForFunction(() => document.querySelector('#rows [aria-sort="ascending"]')?.textContent?.startsWith("Product"));
      const all = (await names(page)).slice(1).map((name) => name.toLowerCase());
      assert.deepEqual(all, all.toSorted());
      assert.match(await page.evaluate(() => document.activeElement?.textContent ?? ""), /^Product/);
    }));

  test("a row that the chart cannot show leads to the nearest chart that can, and a word says so", () =>
    visit("?chart=season", {}, async (page) => {
      await opened(page);
      await row(page, "Germany").click();
      await headlined(page, /Germany/);
      assert.doesNotMatch(new URL(page.url()).search, /chart=/);
      await page.waitForFunction(() => /monthly figures are needed.*Shown instead: Months\. \d+ partners/.test(document.querySelector("#rows .rows-told")?.textContent ?? ""));
      // The word is of that press alone.
      await page.getByRole("searchbox", { name: "Search" }).fill("japan");
      await page.waitForFunction(() => /^1 of \d+ partners match/.test(document.querySelector("#rows .rows-told")?.textContent ?? ""));
      await page.goBack();
      await page.waitForFunction(() => /chart=season/.test(location.search));
    }));

  for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
    test(`by touch on a phone, ${colorScheme}`, () =>
      visit("?product=magnets&month=2025-12", { context: { ...PHONE, colorScheme } }, async (page) => {
        await page.locator("#show-table").tap();
        await settled(page);
        const second = (await names(page))[1] ?? "";
        await row(page, second).tap();
        await headlined(page, new RegExp(second));
        await settled(page);
        const { inner, wide } = await page.evaluate(() => ({ inner: innerWidth, wide: document.documentElement.scrollWidth }));
        assert(wide <= inner, "the table scrolls, the page does not");
        for (const button of await page.locator("#rows button:visible").all()) {
          const box = await button.boundingBox();
          assert(box && box.height >= 24 && box.width >= 24, await button.innerText());
        }
        await examined(page);
      }));
  }

  test("of a file all of its partners are there, not only those that the chart holds", () =>
    visit("", {}, async (page) => {
      await openFile(page, file(300));
      await opened(page);
      assert.match(await text(page, "#rows .rows-told"), /^300 partners; the first 50 are shown/);
      assert.equal((await names(page))[0], "World");
      await page.locator("#rows [name=more]").click();
      await page.waitForFunction(() => document.querySelectorAll("#rows tbody tr").length === 101);
      // The smallest is none of the chart's own.
      await page.getByRole("searchbox", { name: "Search", exact: true }).fill("fiji");
      await page.waitForFunction(() => document.querySelectorAll("#rows tbody tr").length === 2);
      await row(page, "Fiji").click();
      await headlined(page, /Fiji/);
      await page.waitForFunction(() => document.querySelector("#rows [aria-current]")?.textContent === "Fiji");
      await page.goBack();
      await page.waitForFunction(() => !/Fiji/.test(document.querySelector("h1")?.textContent ?? ""));
      await page.waitForFunction(() => document.querySelector("#rows tr.total [aria-current]"));
    }));

  test("of a file products lead to their chart, all goods are a row, and it is saved whole", () =>
    visit("", { context: { acceptDownloads: true } }, async (page) => {
      await openFile(page, file());
      await opened(page);
      await page.locator("#rows [name=by]").selectOption("product");
      await page.waitForFunction(() => /by product/.test(document.querySelector("#rows caption")?.textContent ?? ""));
      const all = await names(page);
      assert.equal(all[0], "All goods");
      // The heading that the chart begins with is none of the file's, and holds two that are.
      assert.equal(all.length, 4);
      assert.equal(await page.locator("#rows small").innerText(), "holds others listed here");
      const other = all.find((name) => name.includes("284690")) ?? "";
      await row(page, other).click();
      await headlined(page, /284690/);
      assert.match(new URL(page.url()).hash, /product=284690/);
      await row(page, "All goods").click();
      await page.waitForFunction(() => /product=TOTAL/.test(location.hash));
      await page.waitForFunction(() => document.querySelector("#rows tr.total [aria-current]"));
      await page.goBack();
      await headlined(page, /284690/);
      const [download] = await Promise.all([page.waitForEvent("download"), page.locator("#rows [name=csv]").click()]);
      const saved = await readFile((await download.path()) ?? "", "utf8");
      assert.match(saved, /^code,product,kind,period,value_USD,quantity_t,unit_value_USD_per_t,share_percent,change_percent,contribution_points,status\n/);
      assert.equal(saved.trim().split("\n").length, 4);
      assert.match(saved, /\nTOTAL,All goods,total,2025-06\/1,12136,12,/);
      const [sheet] = await Promise.all([page.waitForEvent("download"), page.locator("#rows [name=xlsx]").click()]);
      assert.equal(sheet.suggestedFilename(), "xenotime-products.xlsx");
      assert.match((await readFile((await sheet.path()) ?? "")).toString("latin1"), /^PK/);
    }));
});
