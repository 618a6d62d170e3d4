// A reader's own files: opened, shown by the same charts, taken away again.

import assert from "node:assert/strict";
import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, test } from "node:test";
import { gzipSync } from "node:zlib";
import { AxeBuilder } from "@axe-core/playwright";
import { ATONCE, stage, text } from "./support.mjs";

/** @typedef {import("./support.mjs").Page} Page */
/** @typedef {import("./support.mjs").Visit} Visit */

const { visit } = stage();

const HEAD = "Period,Trade Flow,Reporter Code,Reporter,Partner Code,Partner,Commodity Code,Commodity,Netweight (kg),Trade Value (US$)";

/**
 * A made-up download: `months` months of two reporters' trade in two products.
 * @param {number} months
 * @param {string} [name] What the product is called.
 */
function download(months, name = "Compounds of rare earths") {
  const rows = [HEAD];
  for (let index = 0; index < months; index += 1) {
    const period = `${2015 + Math.floor(index / 12)}${String((index % 12) + 1).padStart(2, "0")}`;
    const tonnes = 1000 + 100 * (index % 12) + index;
    rows.push(`${period},Export,36,Australia,0,World,2846,${name},${tonnes * 1000},${tonnes * 9000}`);
    rows.push(`${period},Export,36,Australia,392,Japan,2846,${name},${tonnes * 600},${tonnes * 5000}`);
    rows.push(`${period},Export,36,Australia,410,Rep. of Korea,2846,${name},${tonnes * 400},${tonnes * 4000}`);
    rows.push(`${period},Import,392,Japan,36,Australia,2846,${name},${tonnes * 610},${tonnes * 5500}`);
    rows.push(`${period},Export,36,Australia,0,World,280530,Metals,${tonnes * 10},${tonnes * 700}`);
  }
  return `${rows.join("\r\n")}\r\n`;
}

/** @param {Record<string, string | Uint8Array>} files */
async function folder(files) {
  const path = await mkdtemp(join(tmpdir(), "opening-"));
  for (const [name, content] of Object.entries(files)) await writeFile(join(path, name), content);
  return Object.keys(files).map((name) => join(path, name));
}

/**
 * @param {Visit} how
 * @param {(page: Page) => Promise<unknown>} work
 * @param {string} [path]
 */
const panel = (how, work, path = "") =>
  visit(path, how, async (page) => {
    await page.locator("#open-own").click();
    await page.waitForSelector("#own-files", { state: "attached" });
    await work(page);
  });

/**
 * Opens files and waits until they are read.
 * @param {Page} page
 * @param {string[]} paths
 */
async function open(page, paths) {
  await page.locator("#own-files").setInputFiles(paths);
  await page.waitForFunction(() => / s\.$/.test(document.getElementById("own-state")?.textContent ?? ""));
  await page.waitForFunction(() => document.documentElement.classList.contains("owned"));
}

const headline = (/** @type {Page} */ page) => text(page, "h1");

describe("a reader's own files", ATONCE, () => {
  test("a Comtrade download is recognised, summed and shown by the charts", async () => {
    const paths = await folder({ "data (7).csv": download(30) });
    await panel({}, async (page) => {
      await open(page, paths);
      assert.equal(await headline(page), "Australia’s exports of rare earth compounds (HS 2846) rose 0.8% in June 2017 on the same month of 2016, to 1,529 t");
      assert.match(await text(page, "#own-state"), /data \(7\)\.csv \(UN Comtrade, the layout until 2023\): 150 rows read; 2015-01 to 2017-06/);
      assert.match(await text(page, "[data-fragment=source]"), /your own file data \(7\)\.csv/);
    });
  });

  test("every chart is drawn from the file, and Back leads to the bundled data", async () => {
    const paths = await folder({ "a.csv": download(60) });
    await panel({}, async (page) => {
      const bundled = await headline(page);
      await open(page, paths);
      const own = await headline(page);
      for (const chart of ["season", "change", "shares", "drivers", "unit-value"]) {
        await page.evaluate((chart) => {
          const link = document.createElement("a");
          link.href = `./?chart=${chart}`;
          document.body.append(link);
          link.click();
          link.remove();
        }, chart);
        await page.waitForSelector(".plot.drawn");
        assert.doesNotMatch(await headline(page), /No figure/, chart);
        assert.equal(await page.locator("#problems").isVisible(), false);
      }
      for (let step = 0; step < 5; step += 1) await page.goBack();
      assert.equal(await headline(page), own);
      await page.goBack();
      assert.equal(await headline(page), bundled);
      await page.goForward();
      assert.equal(await headline(page), own);
      await page.locator("#own-close").click();
      assert.equal(await headline(page), bundled);
    });
  });

  test("a product, a partner and the other side are chosen", async () => {
    const paths = await folder({ "a.csv": download(24) });
    await panel({}, async (page) => {
      await open(page, paths);
      await page.locator("#own-product").pressSequentially("metal");
      await page.waitForFunction(() => document.querySelectorAll("#own-products option").length === 1);
      await page.locator("#own-products").selectOption("280530");
      await page.waitForFunction(() => /280530/.test(document.querySelector("h1")?.textContent ?? ""));
      // A code that no row has: all below it.
      await page.locator("#own-product").fill("28");
      await page.locator("#own-product").press("Enter");
      await page.waitForFunction(() => /\(HS 28\)/.test(document.querySelector("h1")?.textContent ?? ""));
      await page.locator("#own-product").fill("2846");
      await page.locator("#own-product").press("Enter");
      await page.waitForFunction(() => /\(HS 2846\)/.test(document.querySelector("h1")?.textContent ?? ""));
      await page.locator("select[name=product]").selectOption({ label: "Rare earth compounds (HS 2846) to Japan, tonnes" });
      assert.match(await headline(page), /to Japan .* 1,274 t/);
      await page.locator("#own-mirror").check();
      await page.waitForFunction(() => /1,295 t/.test(document.querySelector("h1")?.textContent ?? ""));
    });
  });

  test("gzip and Chinese letters are unpacked on the way", async () => {
    // 数据年月,贸易伙伴名称,商品编码,商品名称,第一数量,第一计量单位,人民币 and a row, in GB18030.
    const chinese = Buffer.from(
      "cafdbeddc4ead4c22cc3b3d2d7bbefb0e9c3fbb3c62cc9ccc6b7b1e0c2eb2cc9ccc6b7c3fbb3c62cb5dad2bbcafdc1bf2cb5dad2bbbcc6c1bfb5a5cebb2cc8cbc3f1b1d20a3230323431312cc8d5b1be2c323834363130313" +
        "02cd1f5bbafeeef2c22312c323530222cc7a7bfcb2c2236" + "332c323430220a",
      "hex",
    );
    const paths = await folder({ "export.csv": chinese, "a.csv.gz": gzipSync(download(12)) });
    await panel({}, async (page) => {
      await open(page, [paths[0] ?? ""]);
      assert.match(await text(page, "#own-state"), /China Customs, in yuan/);
      assert.match(await page.locator("#own-partners").innerText(), /日本/);
      await open(page, [paths[1] ?? ""]);
      await page.waitForFunction(() => /60 rows read/.test(document.getElementById("own-state")?.textContent ?? ""));
    });
  });

  test("a table that nobody knows asks which column holds what, and the address remembers", async () => {
    const rows = Array.from({ length: 24 }, (_, index) => `${2020 + Math.floor(index / 12)}-${(index % 12) + 1}-01;Chile;282520;${index + 1},5;${1000 + index}`);
    const paths = await folder({ "mine.csv": `wann;wohin;ware;usd;menge\n${rows.join("\n")}\n` });
    await panel({}, async (page) => {
      await page.locator("#own-files").setInputFiles(paths);
      const form = page.locator("#own-mapping");
      await form.waitFor();
      assert.match(await form.innerText(), /its columns are none that are known/);
      for (const [role, column] of [["period", "wann"], ["partner", "wohin"], ["product", "ware"], ["quantity", "menge"], ["flow", "=export"], ["unit", "=t"]]) {
        await form.locator(`select[name=${role}]`).selectOption(column ?? "");
      }
      await form.locator("button").click();
      await page.waitForFunction(() => /24 rows read/.test(document.getElementById("own-state")?.textContent ?? ""));
      assert.match(await headline(page), /^Your file’s exports of lithium oxide and hydroxide \(HS 282520\) rose 1\.2% in December 2021 .* 1,023 t/);
      assert.match(new URL(page.url()).hash, /^#columns=/);
      // The same kind of file again, by the address alone.
      await page.locator("#own-files").setInputFiles(paths);
      await page.waitForFunction(() => /24 rows read/.test(document.getElementById("own-state")?.textContent ?? ""));
      assert.equal(await form.isVisible(), false);
    });
  });

  test("what is no table is refused with a reason, and what is shown stays", async () => {
    const paths = await folder({
      "sheet.csv": Buffer.from("PK\u0003\u0004 renamed"),
      "page.csv": "<!doctype html><title>Sign in</title>",
      "cut.csv.gz": gzipSync(download(24)).subarray(0, 200),
      "good.csv": download(12),
    });
    await panel({}, async (page) => {
      const before = await headline(page);
      await page.locator("#own-files").setInputFiles(paths.slice(0, 3));
      await page.waitForFunction(() => (document.querySelectorAll("#own-problems p").length ?? 0) >= 3);
      const told = await text(page, "#own-problems");
      assert.match(told, /sheet\.csv is not opened: it is a spreadsheet/);
      assert.match(told, /page\.csv is not opened: it is a web page/);
      assert.match(told, /cut\.csv\.gz is not opened/);
      assert.equal(await headline(page), before);
      // Beside a good one, the good one is shown.
      await open(page, [paths[0] ?? "", paths[3] ?? ""]);
      assert.match(await headline(page), /^Australia exported/);
      assert.match(await text(page, "#own-problems"), /sheet\.csv is not opened/);
    });
  });

  test("rows that cannot be read are listed with file, line and column", async () => {
    const paths = await folder({ "a.csv": `${download(12)}201601,Export,36,Australia,0,World,2846,x,1,NaN\r\n201613,Export,36,Australia,0,World,2846,x,1,1\r\n` });
    await panel({}, async (page) => {
      await open(page, paths);
      const slips = page.locator("#own-slips");
      assert.equal(await slips.locator("summary").innerText(), "Rows that could not be read: 2");
      await slips.locator("summary").click();
      assert.deepEqual(await slips.locator("tbody tr").first().locator("td").allInnerTexts(), ["a.csv", "62", "Trade Value (US$)", "NaN", "a number, 0 or more, like 4416 or 4205.8"]);
    });
  });

  test("names from a file stay words on the page, and are no formulas in what is saved", async () => {
    const evil = `"<img src=x onerror=""document.title='had'"">"`;
    const paths = await folder({ "a.csv": download(24, evil).replaceAll("Japan", "=cmd|' /C calc'!A0") });
    await panel({}, async (page) => {
      await open(page, paths);
      assert.equal(await page.locator("img").count(), 0);
      assert.doesNotMatch(await page.title(), /^had/);
      const [saved] = await Promise.all([page.waitForEvent("download"), page.locator("#own-csv").click()]);
      const tidy = await readFile(await saved.path(), "utf8");
      assert(tidy.includes("'=cmd|"));
      assert(!/(^|,)"?[=+@]/m.test(tidy));
      const [chart] = await Promise.all([page.waitForEvent("download"), page.locator("#save-csv").click()]);
      assert(!/(^|,)"?[=+@]/m.test(await readFile(await chart.path(), "utf8")));
    });
  });

  test("what is saved reads back equal", async () => {
    const paths = await folder({ "a.csv": download(40) });
    await panel({}, async (page) => {
      await open(page, paths);
      const before = await headline(page);
      const save = async () => {
        const [saved] = await Promise.all([page.waitForEvent("download"), page.locator("#own-csv").click()]);
        return readFile(await saved.path(), "utf8");
      };
      const tidy = await save();
      const [again = ""] = await folder({ "xenotime-tidy.csv": tidy });
      await page.locator("#own-files").setInputFiles([again]);
      await page.waitForFunction(() => /tidy CSV\): 400 rows/.test(document.getElementById("own-state")?.textContent ?? ""));
      await page.waitForTimeout(300);
      assert.equal(await headline(page), before);
      const words = (/** @type {string} */ csv) => csv.replaceAll("xenotime-tidy.csv", "a.csv");
      assert.equal(words(await save()), tidy);
    });
  });

  test("several files join into one", async () => {
    const all = download(24).split("\r\n");
    const half = Math.floor(all.length / 2);
    const paths = await folder({ "one.csv": all.slice(0, half).join("\n"), "two.csv": [HEAD, ...all.slice(half)].join("\n") });
    await panel({}, async (page) => {
      await open(page, paths);
      assert.match(await text(page, "#own-state"), /120 rows read; 2015-01 to 2016-12/);
    });
  });

  test("a large file shows progress, leaves the page free and is cancelled at once", async () => {
    const [path = ""] = await folder({ "large.csv": Buffer.concat(Array(60).fill(Buffer.from(`${download(11_000).slice(HEAD.length + 2)}`))) });
    const start = Buffer.from(`${HEAD}\r\n`);
    await writeFile(path, Buffer.concat([start, await readFile(path)]));
    await panel({}, async (page) => {
      const before = await headline(page);
      await page.locator("#own-files").setInputFiles(path);
      await page.waitForFunction(() => /MB a second/.test(document.getElementById("own-state")?.textContent ?? ""), undefined, { polling: 10 });
      assert.equal(await page.locator("#own-progress").isVisible(), true);
      await page.locator("#own-cancel").click();
      await page.waitForFunction(() => document.getElementById("own-state")?.textContent?.startsWith("Cancelled"));
      assert.equal(await headline(page), before);
      const small = await folder({ "a.csv": download(12) });
      await open(page, small);
      assert.match(await headline(page), /^Australia/);
    });
  });

  for (const [name, context] of Object.entries({
    desktop: {},
    "dark phone": { viewport: { width: 390, height: 844 }, colorScheme: /** @type {const} */ ("dark") },
  })) {
    test(`no rule of WCAG that a machine can check is broken, ${name}`, async () => {
      const paths = await folder({ "a.csv": `${download(24)}x\r\n` });
      await panel({ context }, async (page) => {
        await open(page, paths);
        const { violations } = await new AxeBuilder({ page }).analyze();
        assert.deepEqual(violations.map(({ id, nodes }) => ({ id, at: nodes.slice(0, 3).map(({ html }) => html.slice(0, 160)) })), []);
        const width = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert(width <= 0, `wider than the screen by ${width}`);
      });
    });
  }
});
