// A reader's own files: opened, shown by the same charts, taken away again.

import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, describe, test } from "node:test";
import { gzipSync } from "node:zlib";
import { ATONCE, cancelledAfter, notingCancels, stage, text } from "./support.mjs";
import { obeysWcag } from "./wcag.mjs";

/** @typedef {import("./support.mjs").Page} Page */
/** @typedef {import("./support.mjs").Visit} Visit */

/** Parts as the rollup writes them, served beside the page. */
const BESIDE = mkdtempSync(join(tmpdir(), "rolled-"));
after(() => rmSync(BESIDE, { recursive: true }));
const { asked, visit } = stage(BESIDE);

/**
 * Writes a folder of parts.
 * @param {string} name
 * @param {[reporter: number, chapter: string, codes: string[]][]} parts
 */
function rollUp(name, parts) {
  const index = ["reporter,chapter,path,rows,bytes,first,last"];
  for (const [reporter, chapter, codes] of parts) {
    const rows = ["period,flow,reporter,partner,hs,value_usd,weight_kg"];
    for (const code of codes) {
      for (let month = 0; month < 36; month += 1) {
        const period = `${2022 + Math.floor(month / 12)}${String((month % 12) + 1).padStart(2, "0")}`;
        for (const partner of [0, 392, 842]) {
          rows.push(`${period},X,${reporter},${partner},${code},${1000 * reporter + month}.000,${10 * reporter}.500`);
          rows.push(`${period},M,${reporter},${partner},${code},${2000 * reporter + month}.000,`);
        }
      }
    }
    const path = `part=${reporter}-${chapter}/data_0.csv.gz`;
    const packed = gzipSync(`${rows.join("\n")}\n`);
    mkdirSync(join(BESIDE, name, dirname(path)), { recursive: true });
    writeFileSync(join(BESIDE, name, path), packed);
    index.push(`${reporter},${chapter},${path},${rows.length - 1},${packed.length},202201,202412`);
  }
  writeFileSync(join(BESIDE, name, "index.csv"), `${index.join("\n")}\n`);
}

// Twice, for one test counts what is fetched while others run.
for (const name of ["rolled", "apart"]) {
  rollUp(name, [
    [156, "00", ["TOTAL"]],
    [156, "28", ["2846", "284690"]],
    [156, "85", ["850511"]],
    [392, "28", ["284690"]],
    [842, "28", ["284610"]],
  ]);
}

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
  await settled(page);
  await page.waitForFunction(() => document.documentElement.classList.contains("owned"));
}

/** Waits until what was read is shown. @param {Page} page */
const settled = (page) =>
  page.waitForFunction(() => {
    const read = /rows? read.*\.$/.test(document.getElementById("own-state")?.textContent ?? "");
    // The chart follows once the module that draws it is there.
    return read && document.documentElement.classList.contains("owned") && !document.querySelector("#surface[aria-busy]");
  });

/**
 * Opens what was chosen, and says of the values that one is one, whether that is asked at once or next.
 * @param {import("./support.mjs").Page} page
 */
async function chosen(page) {
  const form = page.locator("#own-mapping");
  const factor = form.locator("select[name=factor]");
  // What the answers raise may be asked beside them.
  await page.waitForFunction(() => !document.querySelector("#own-mapping [aria-busy]"));
  if (await factor.isVisible()) await factor.selectOption("=1");
  await form.locator("button[type=submit]").click();
  await page.waitForFunction(() => document.documentElement.classList.contains("owned") || document.querySelector("#own-mapping select[name=factor]"));
  if (!(await factor.isVisible())) return;
  await factor.selectOption("=1");
  await form.locator("button[type=submit]").click();
}

const headline = (/** @type {Page} */ page) => text(page, "h1");

/** Waits until headline or subtitle has words: a code has no room in every headline. @param {Page} page @param {RegExp} words */
const titled = (page, words) =>
  page.waitForFunction((source) => {
    const own = ["h1", ".subtitle"].map((part) => document.querySelector(part)?.textContent ?? "");
    return new RegExp(source).test(own.join(" "));
  }, words.source);

describe("a reader's own files", ATONCE, () => {
  test("a Comtrade download is recognised, summed and shown by the charts", async () => {
    const paths = await folder({ "data (7).csv": download(30) });
    await panel({}, async (page) => {
      await open(page, paths);
      assert.equal(await headline(page), "Australia’s exports of rare earth compounds, Jun 2017: 1,529 t, up 0.8% year on year");
      assert.match(await text(page, "#own-state"), /data \(7\)\.csv \(UN Comtrade, the layout until 2023\): 150 rows read; January 2015–June 2017/);
      assert.match(await text(page, "[data-fragment=source]"), /your own file data \(7\)\.csv/);
    });
  });

  test("every chart is drawn from the file, and Back leads to the bundled data", async () => {
    const paths = await folder({ "a.csv": download(60) });
    await panel({}, async (page) => {
      const bundled = await headline(page);
      await open(page, paths);
      const own = await headline(page);
      for (const chart of ["season", "change", "shares", "drivers", "unit-value", "map"]) {
        await page.evaluate((chart) => {
          const link = document.createElement("a");
          link.href = `./?chart=${chart}`;
          document.body.append(link);
          link.click();
          link.remove();
        }, chart);
        await page.waitForURL(new RegExp(`chart=${chart}`));
        await page.waitForSelector(".plot.drawn");
        // Where countries lie comes when the map is asked for.
        await page.waitForFunction(() => !document.querySelector("#surface[aria-busy]"));
        assert.doesNotMatch(await headline(page), /No figure/, chart);
        if (chart === "map") {
          assert.match(await headline(page), /took \d+\.\d% of/);
          assert.match((await page.locator("[data-fragment=notes]").textContent()) ?? "", /Australia, whose trade this is, is cross-hatched/);
        }
        assert.equal(await page.locator("#problems").isVisible(), false);
      }
      for (let step = 0; step < 6; step += 1) await page.goBack();
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
      // The heading and what stands under it.
      await page.waitForFunction(() => document.querySelectorAll("#own-products option").length === 2);
      await page.locator("#own-products").selectOption("280530");
      await titled(page, /280530/);
      // A code that no row has: all below it.
      await page.locator("#own-product").fill("28");
      await page.locator("#own-product").press("Enter");
      await titled(page, /\(HS 28\)/);
      await page.locator("#own-product").fill("2846");
      await page.locator("#own-product").press("Enter");
      await titled(page, /\(HS 2846\)/);
      await page.locator("select[name=product]").selectOption({ label: "Rare earth compounds (HS 2846) to Japan, tonnes" });
      assert.match(await headline(page), /to Japan\b.* 1,274 t/);
      // A partner is chosen in the list as well, and what is chosen beside it stays.
      await page.locator("#own-partner").fill("korea rep");
      await page.locator("#own-partner").press("Enter");
      await page.waitForFunction(() => /to South Korea\b.* 849\.2 t/.test(document.querySelector("h1")?.textContent ?? ""));
      assert.match(new URL(page.url()).search, /partner=KOR/);
      // Back to the total, and it stays the total whatever else is chosen.
      await page.locator("select[name=product]").selectOption({ label: "Rare earth compounds (HS 2846), tonnes" });
      await page.locator("#own-product").fill("metal");
      await page.locator("#own-product").press("Enter");
      // A long name is cut in the headline, and whole below it, with its code.
      await titled(page, /\(HS 2805/);
      assert.match(await text(page, "main"), /rare.earth metals/i);
      assert.doesNotMatch(await headline(page), /Korea/);
      assert.match(new URL(page.url()).hash, /product=28(05|0530)/);
      // Back leads to the choice before, in the address too.
      await page.goBack();
      await titled(page, /HS 2846/);
      assert.match(new URL(page.url()).hash, /product=2846/);
    });
  });

  test("what the partners report stands beside what the reporter does", async () => {
    const paths = await folder({ "a.csv": download(24) });
    await panel({}, async (page) => {
      await open(page, paths);
      const before = await headline(page);
      // What the file holds of both sides is offered without a box to tick.
      await page.locator(".charts ul:first-child a").last().click();
      await page.locator("[data-fragment=charts] a").filter({ hasText: /^Mirror$/ }).waitFor();
      await page.goBack();
      await page.waitForFunction((before) => document.querySelector("h1")?.textContent === before, before);
      await page.locator("#own-mirror").check();
      await page.waitForFunction(() => /, its partners [\d,]+ t/.test(document.querySelector("h1")?.textContent ?? ""));
      assert.equal(
        await headline(page),
        "Rare earth compounds (HS 2846), Dec 2016: Australia 1,274 t, its partners 1,295 t",
      );
      assert.deepEqual((await page.locator("[data-fragment=table] thead th").allTextContents()).slice(0, 4), [
        "Month",
        "Australia’s figure (t)",
        "Partner’s figure (t)",
        "Partner less Australia (t)",
      ]);
      assert.match((await page.locator("[data-fragment=table]").textContent()) ?? "", /Dec 2016.?1,273\.8.?1,295\.03/);
      await page.goBack();
      await page.waitForFunction((before) => document.querySelector("h1")?.textContent === before, before);
      assert.equal(await page.locator("#own-mirror").isChecked(), false);
      // With one side only, it is said.
      const one = download(24).split("\r\n").filter((line) => !line.includes("Import"));
      await open(page, await folder({ "one.csv": one.join("\n") }));
      await page.locator("#own-mirror").check();
      await page.waitForFunction(() => /: no figures from partners$/.test(document.querySelector("h1")?.textContent ?? ""));
    });
  });

  test("the gaps by partner are of the reports that the file holds, and where it holds none that is said", async () => {
    const paths = await folder({ "a.csv": download(24) });
    await panel({}, async (page) => {
      await open(page, paths);
      await page.locator(".charts ul:first-child a").last().click();
      await page.locator("[data-fragment=charts] a").filter({ hasText: /^Mirror gaps$/ }).click();
      await page.waitForURL(/chart=gaps/);
      await page.waitForFunction(() => /reported/.test(document.querySelector("h1")?.textContent ?? ""));
      assert.match(await headline(page), /^Japan reported 21(\.\d+)? t more than Australia \(\+1\.7%\) in December 2016$/);
      assert.equal(await page.locator("#own-mirror").isChecked(), false);
      const one = download(24).split("\r\n").filter((line) => !line.includes("Import"));
      await open(page, await folder({ "one.csv": one.join("\n") }));
      await page.evaluate(() => {
        const link = document.createElement("a");
        link.href = "./?chart=gaps";
        document.body.append(link);
        link.click();
        link.remove();
      });
      await page.waitForFunction(() => /no partner’s report of this trade has been read$/.test(document.querySelector("h1")?.textContent ?? ""));
      assert.match((await page.locator("[data-fragment=notes]").textContent()) ?? "", /read with the files that hold them/);
    });
  });

  test("chart, flow and month stay when another product is chosen", async () => {
    const paths = await folder({ "a.csv": download(36) });
    await panel({}, async (page) => {
      await open(page, paths);
      await page.locator("[data-fragment=charts]").getByText("Season", { exact: true }).click();
      await page.locator("select[name=month]").selectOption("2016-05");
      await page.locator("#own-product").fill("280530");
      await page.locator("#own-product").press("Enter");
      await titled(page, /280530/);
      assert.match(await headline(page), /May 2016/);
      assert.match(new URL(page.url()).search, /chart=season&month=2016-05/);
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
      await page.locator("#own-files").setInputFiles(paths[0] ?? "");
      // Whatever the file is called, its rows do not say which way the goods went.
      const form = page.locator("#own-mapping");
      await form.waitFor();
      assert.match(await form.innerText(), /^export\.csv: some details are missing\. Answer the questions below\. Nothing changes until you import/);
      assert.match(await form.innerText(), /Are these exports or imports\?/);
      assert.equal(await form.locator("select").count(), 1);
      await form.locator("select").selectOption("=import");
      await form.locator("button[type=submit]").click();
      await settled(page);
      assert.match(await text(page, "#own-state"), /China Customs, in yuan/);
      assert.match(await headline(page), /^China imported|^China’s imports/);
      assert.match(await page.locator("#own-partners").innerText(), /JPN Japan/);
      await open(page, [paths[1] ?? ""]);
      await page.waitForFunction(() => /60 rows read/.test(document.getElementById("own-state")?.textContent ?? ""));
    });
  });

  test("a table or a file that is pasted is opened, but not what is pasted into a field", () =>
    visit("", {}, async (page) => {
      /** @param {string} selector @param {string} text @param {boolean} [filed] */
      const paste = (selector, text, filed = false) =>
        page.evaluate(
          ([selector, text, filed]) => {
            const clipboardData = new DataTransfer();
            if (filed) clipboardData.items.add(new File([String(text)], "copied.csv", { type: "text/csv" }));
            else clipboardData.setData("text/plain", String(text));
            document.querySelector(String(selector))?.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
          },
          /** @type {[string, string, boolean]} */ ([selector, text, filed]),
        );
      await paste("body", "a sentence, and no more");
      assert.equal(await page.locator("#own").count(), 0);
      await paste("body", download(12).replaceAll(",", "\t"));
      await settled(page);
      assert.match(await text(page, "#own-state"), /^pasted table .*60 rows read/);
      assert.match(await text(page, "#own"), /a table or a file can be pasted/);
      await paste("body", download(24), true);
      await page.waitForFunction(() => /^copied\.csv .*120 rows read/.test(document.getElementById("own-state")?.textContent ?? ""));
      await paste("#own-product", download(12));
      assert.match(await text(page, "#own-state"), /^copied\.csv/);
    }));

  test("a table that nobody knows asks which column holds what, and the address remembers", async () => {
    const rows = Array.from({ length: 24 }, (_, index) => `${2020 + Math.floor(index / 12)}-${(index % 12) + 1}-01;Chile;282520;${index + 1},5;${1000 + index}`);
    const paths = await folder({ "mine.csv": `wann;wohin;ware;usd;menge\n${rows.join("\n")}\n` });
    await panel({}, async (page) => {
      await page.locator("#own-files").setInputFiles(paths);
      const form = page.locator("#own-mapping");
      await form.waitFor();
      assert.match(await form.innerText(), /its columns were guessed.*Nothing changes until you import/);
      // The column's own name says its money, so that is not asked.
      assert.equal(await form.locator("select[name=money]").count(), 0);
      for (const [role, column] of [["period", "wann"], ["partner", "wohin"], ["product", "ware"], ["quantity", "menge"], ["flow", "=export"], ["unit", "=t"]]) {
        await form.locator(`select[name=${role}]`).selectOption(column ?? "");
      }
      await chosen(page);
      await settled(page);
      assert.match(await text(page, "#own-state"), /24 rows read/);
      assert.match(await headline(page), /^Exports of lithium oxide… in your file, Dec 2021: 1,023 t, up 1\.2% year on year$/);
      assert.match(new URL(page.url()).hash, /columns=/);
      // The same kind of file again, by the address alone.
      await page.locator("#own-files").setInputFiles(paths);
      await settled(page);
      assert.match(await text(page, "#own-state"), /24 rows read/);
      assert.equal(await form.isVisible(), false);
      // What is known needs no mapping, remembered or not.
      await open(page, await folder({ "a.csv": download(12) }));
      assert.match(await headline(page), /^Australia/);
      // Together with it, a table whose columns are others is asked about, or left out.
      await page.locator("#own-files").setInputFiles(await folder({ "b.csv": download(12), "odd.csv": "Jahr;kilos\n2020;5\n2021;6\n" }));
      await form.waitFor();
      assert.match(await form.innerText(), /^odd\.csv: its columns were guessed/);
      await form.getByText("Skip this file").click();
      await settled(page);
      assert.match(await text(page, "#own-state"), /^b\.csv/);
      assert.equal(await form.isVisible(), false);
    });
  });

  test("an answer is no other file's that proposes another, and one list asks all of them", async () => {
    const rows = (/** @type {number} */ weight) => `Month,Country,HS,Net weight (kg)\n2025-01,Chile,282520,${weight}\n2025-02,Chile,282520,${weight}\n`;
    const paths = await folder({ "EXP_2025.csv": rows(100_000), "IMP_2025.csv": rows(7000) });
    const exported = async (/** @type {Page} */ page) => assert.match(await headline(page), /^Exports .*100 t/);
    await panel({}, async (page) => {
      await page.locator("#own-files").setInputFiles(paths);
      const form = page.locator("#own-mapping");
      await form.waitFor();
      const other = form.locator("fieldset[data-table='IMP_2025.csv'] select[name=flow]");
      await other.waitFor();
      assert.equal(await form.locator("select[name=flow]").first().inputValue(), "=export");
      assert.equal(await other.inputValue(), "=import");
      await form.locator("button[type=submit]").click();
      await settled(page);
      assert.match(await text(page, "#own-state"), /4 rows read/);
      await exported(page);
      // Nor is what the address remembers.
      await page.locator("#own-files").setInputFiles(paths[0] ?? "");
      await settled(page);
      assert.equal(await form.isVisible(), false);
    });
    await panel({}, async (page) => {
      await page.locator("#own-files").setInputFiles(paths[0] ?? "");
      await chosen(page);
      await settled(page);
      await page.locator("#own-files").setInputFiles(paths[1] ?? "");
      const form = page.locator("#own-mapping");
      await form.waitFor();
      assert.equal(await form.locator("select[name=flow]").inputValue(), "=import");
    });
  });

  test("a table's own words for exports and imports, its money and its reporter can be told", async () => {
    const rows = Array.from({ length: 24 }, (_, index) => `${(index % 12) + 1}.${2020 + Math.floor(index / 12)};${index % 2 ? "raus" : "rein"};Japan;282520;${1000 + index},5`);
    const paths = await folder({ "mine.csv": `Monat;Richtung;Land;Ware;Wert\n${rows.join("\n")}\n` });
    await panel({}, async (page) => {
      await page.locator("#own-files").setInputFiles(paths);
      const form = page.locator("#own-mapping");
      await form.waitFor();
      for (const [role, column] of [["period", "Monat"], ["partner", "Land"], ["product", "Ware"], ["value", "Wert"], ["money", "=XXX"]]) {
        assert.equal(await form.locator(`select[name=${role}]`).inputValue(), column, role);
      }
      await form.locator("select[name=money]").selectOption("=EUR");
      await form.locator("select[name=flow]").selectOption("Richtung");
      for (const [name, word] of [["exports", "Raus"], ["imports", "rein"]]) await form.locator(`input[name=${name}]`).fill(word ?? "");
      await form.locator("[data-part=reporter]").fill("DE");
      await chosen(page);
      await settled(page);
      assert.match(await headline(page), /^Germany.*exports .*Dec 2021: €1,024, up 1\.2% year on year$/);
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
      assert.match(told, /sheet\.csv could not be opened\. Its archive is cut off or damaged/);
      assert.match(told, /page\.csv could not be opened\. It is a web page/);
      assert.match(told, /cut\.csv\.gz could not be opened\. Its compression is cut off or damaged/);
      assert.equal(await headline(page), before);
      // Beside a good one, the good one is shown.
      await open(page, [paths[0] ?? "", paths[3] ?? ""]);
      assert.match(await headline(page), /^Australia exported/);
      assert.match(await text(page, "#own-problems"), /sheet\.csv could not be opened/);
    });
  });

  test("nothing of a file that is damaged is used", async () => {
    const packed = gzipSync(download(4000));
    const flipped = Buffer.from(packed);
    flipped[Math.floor(packed.length * 0.9)] = (flipped[Math.floor(packed.length * 0.9)] ?? 0) ^ 0xff;
    const files = await folder({
      "tail.csv.gz": packed.subarray(0, -4),
      "flipped.csv.gz": flipped,
      "junk.csv.gz": Buffer.concat([packed, Buffer.from("and more")]),
      "good.csv": download(12),
    });
    await panel({}, async (page) => {
      const before = await headline(page);
      for (const [index, words] of [/cut off or damaged/, /cut off or damaged|not be opened/, /junk\.csv\.gz could not be opened\. Its compression is cut off or damaged, or followed by something that is not packed/].entries()) {
        await page.locator("#own-files").setInputFiles(files[index] ?? "");
        await page.waitForFunction((source) => new RegExp(source).test(document.getElementById("own-problems")?.textContent ?? ""), words.source);
        assert.match(await text(page, "#own-problems"), /The current data are still shown/);
        assert.equal(await headline(page), before);
      }
      await open(page, [files[0] ?? "", files[3] ?? ""]);
      assert.match(await text(page, "#own-state"), /^good\.csv .*: 60 rows read/);
      assert.match(await text(page, "#own-problems"), /tail\.csv\.gz could not be opened/);
      await page.locator("#own-product").fill("280530");
      await page.locator("#own-product").press("Enter");
      await titled(page, /280530/);
      assert.match(await text(page, "#own-problems"), /tail\.csv\.gz could not be opened/);
    });
  });

  test("all members of gzip are read", async () => {
    const rows = download(1000);
    const half = Math.floor(rows.length / 2);
    const paths = await folder({ "two.csv.gz": Buffer.concat([gzipSync(rows.slice(0, half)), gzipSync(rows.slice(half))]) });
    await panel({}, async (page) => {
      await open(page, paths);
      assert.match(await text(page, "#own-state"), /two\.csv\.gz .*: 5,000 rows read/);
    });
  });

  test("little that unpacks to very much is refused, or read without being held", async () => {
    const row = "201601,Export,36,Australia,0,World,2846,x,1000,9000\r\n";
    const [zeros = "", rows = ""] = await folder({
      "zeros.csv.gz": gzipSync(Buffer.alloc(200_000_000)),
      "rows.csv.gz": gzipSync(`${HEAD}\r\n${row.repeat(1_000_000)}`),
    });
    await panel({}, async (page) => {
      const before = await headline(page);
      await page.locator("#own-files").setInputFiles(zeros);
      await page.waitForFunction(() => /zeros\.csv\.gz could not be opened\. Its first bytes are neither text/.test(document.getElementById("own-problems")?.textContent ?? ""));
      assert.equal(await headline(page), before);
      await open(page, [rows]);
      assert.match(await text(page, "#own-state"), /1,000,000 rows read/);
    });
  });

  test("names of files that mean something to JavaScript are names", async () => {
    const names = ["constructor", "__proto__", "toString", "hasOwnProperty"];
    for (const name of names) {
      const paths = await folder({ [`${name}`]: download(12) });
      await panel({}, async (page) => {
        await open(page, paths);
        assert.match(await headline(page), /^Australia/);
      });
    }
  });

  test("another file takes the place of the one that is being read", async () => {
    const [large = "", small = ""] = await folder({ "large.csv": "", "small.csv": download(12, "Small compounds").replaceAll("Australia", "Chile").replaceAll(",36,", ",152,") });
    await writeFile(large, `${HEAD}\r\n${download(11_000).slice(HEAD.length + 2).repeat(40)}`);
    await panel({}, async (page) => {
      await page.locator("#own-files").setInputFiles(large);
      await page.waitForFunction(() => /MB a second/.test(document.getElementById("own-state")?.textContent ?? ""), undefined, { polling: 5 });
      await open(page, [small]);
      assert.match(await headline(page), /^Chile/);
      await page.waitForTimeout(1500);
      assert.match(await headline(page), /^Chile/);
      assert.match(await text(page, "#own-state"), /^small\.csv/);
      const [saved] = await Promise.all([page.waitForEvent("download"), page.locator("#own-csv").click()]);
      const tidy = await readFile(await saved.path(), "utf8");
      assert(tidy.includes("Chile") && !tidy.includes("large.csv"));
    });
  });

  test("where the reader of files cannot be loaded it is said, and tried again", async () => {
    const paths = await folder({ "a.csv": download(12) });
    await panel({ expected: [/reader_bg\.wasm.* net::ERR_FAILED/] }, async (page) => {
      const before = await headline(page);
      await page.route("**/reader_bg.wasm*", (route) => route.abort());
      await page.locator("#own-files").setInputFiles(paths);
      await page.waitForFunction(() => /could not be loaded/.test(document.getElementById("own-problems")?.textContent ?? ""));
      assert.equal(await headline(page), before);
      await page.unroute("**/reader_bg.wasm*");
      await open(page, paths);
      assert.match(await headline(page), /^Australia/);
    });
  });

  test("what asks is fetched for what must be asked, and until that is opened the file before it stays", async () => {
    const rows = Array.from({ length: 24 }, (_, index) => `${2020 + Math.floor(index / 12)}-${(index % 12) + 1}-01;Chile;282520;${index + 1},5;${1000 + index}`);
    const [known = "", unknown = "", broken = "", later = ""] = await folder({
      "known.csv": download(12),
      "unknown.csv": `wann;wohin;ware;usd;menge\n${rows.join("\n")}\n`,
      "words.txt": "just words\nand more words\n",
      "later.csv": download(24).replaceAll("Australia", "Elsewhere").replaceAll(",36,", ",554,"),
    });
    await panel({}, async (page) => {
      /** @type {string[]} */
      const fetched = [];
      page.on("request", (request) => fetched.push(new URL(request.url()).pathname));
      const modules = () => fetched.flatMap((path) => /(reader|importer)_bg\.wasm$/.exec(path)?.[0] ?? []);
      await open(page, [known]);
      assert.deepEqual(modules(), ["reader_bg.wasm"]);
      const before = await headline(page);
      await page.locator("#own-files").setInputFiles([known, unknown]);
      await page.locator("#own-mapping").waitFor();
      assert.deepEqual(modules(), ["reader_bg.wasm", "importer_bg.wasm"]);
      assert.equal(await headline(page), before);
      // What is open is asked as before.
      const [saved] = await Promise.all([page.waitForEvent("download"), page.locator("#own-csv").click()]);
      assert.match(await readFile(await saved.path(), "utf8"), /Australia/);
      await page.locator("#own-files").setInputFiles([broken]);
      await page.waitForFunction(() => /words\.txt/.test(document.getElementById("own-problems")?.textContent ?? ""));
      assert.equal(await headline(page), before);
      await open(page, [later]);
      await page.waitForFunction((own) => document.querySelector("h1")?.textContent !== own, before);
      assert.match(await text(page, "#own-state"), /^later\.csv/);
      assert.deepEqual(modules(), ["reader_bg.wasm", "importer_bg.wasm"]);
    });
  });

  test("after a reload the address asks for the file, and leads back to the view once it is there", async () => {
    const paths = await folder({ "a.csv": download(36) });
    await panel({}, async (page) => {
      await open(page, paths);
      await page.locator("#own-product").fill("280530");
      await page.locator("#own-product").press("Enter");
      await titled(page, /280530/);
      await page.locator("[data-fragment=charts]").getByText("Season", { exact: true }).click();
      const before = await headline(page);
      await page.reload();
      await page.waitForFunction(() => /Open the file again/.test(document.getElementById("own-problems")?.textContent ?? ""));
      assert.match(await headline(page), /^China’s exports of rare earths/);
      await open(page, paths);
      assert.equal(await headline(page), before);
    });
  });

  test("rows that cannot be read are listed with file, line and column", async () => {
    const paths = await folder({ "a.csv": `${download(12)}201601,Export,36,Australia,0,World,2846,x,1,nine\r\n201613,Export,36,Australia,0,World,2846,x,1,1\r\n` });
    await panel({}, async (page) => {
      await open(page, paths);
      const slips = page.locator("#own-slips");
      assert.equal(await slips.locator("summary").innerText(), "Rows and cells not used: 2");
      await slips.locator("summary").click();
      assert.deepEqual(await slips.locator("tbody tr").first().locator("td").allInnerTexts(), ["a.csv", "62", "Trade Value (US$)", "nine", "a number below 10¹⁸, like 4416, 4205.8 or -10"]);
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

  test("an answer under which nothing can be opened is taken back and asked again", async () => {
    const rows = [120, 140, -15, 130, -4, 90, 150].map((value, month) => `2025-0${month + 1},Japan,284690,Export,${value}`);
    const paths = await folder({ "corrected.csv": `Month,Partner,HS,Flow,Value (USD)\n${rows.join("\n")}\n` });
    await panel({}, async (page) => {
      await page.locator("#own-files").setInputFiles(paths);
      const form = page.locator("#own-mapping");
      const signed = form.locator("select[name=signed]");
      await signed.waitFor();
      assert.equal(await signed.inputValue(), "=yes");
      await page.waitForFunction(() => !document.querySelector("#own-mapping [aria-busy]"));
      await signed.selectOption("=no");
      await page.waitForFunction(() => !document.querySelector("#own-mapping [aria-busy]"));
      await form.locator("button[type=submit]").click();
      await page.waitForFunction(() => /corrected\.csv could not be opened/.test(document.querySelector("#own")?.textContent ?? document.body.textContent ?? ""));
      await signed.waitFor();
      assert(!page.url().includes("signed"), page.url());
      await page.waitForFunction(() => !document.querySelector("#own-mapping [aria-busy]"));
      await form.locator("button[type=submit]").click();
      await settled(page);
    });
  });

  test("the letters of a table that is no UTF-8 can be chosen", async () => {
    const rows = ["Month,Partner,Goods,Flow,Value", ...[1, 2, 3].map((month) => `2025-0${month},Japan,K\u00e6se,Export,10${month}`)];
    const paths = await folder({ "goods.csv": Buffer.from(`${rows.join("\n")}\n`, "latin1") });
    await panel({}, async (page) => {
      await page.locator("#own-files").setInputFiles(paths);
      const form = page.locator("#own-mapping");
      const letters = form.locator("select[name=letters]");
      await letters.waitFor({ state: "attached" });
      assert.equal(await letters.inputValue(), "=windows-1252");
      const cells = () => form.locator(".scroll td").allTextContents();
      assert((await cells()).includes("K\u00e6se"));
      await letters.selectOption("=windows-1250");
      await page.waitForFunction(() => /K\u0107se/.test(document.querySelector("#own-mapping .scroll")?.textContent ?? ""));
      assert.equal(await letters.inputValue(), "=windows-1250");
      await page.waitForFunction(() => !document.querySelector("#own-mapping [aria-busy]"));
      await form.locator("button[type=submit]").click();
      await settled(page);
      assert.match(await headline(page), /K\u0107se|k\u0107se/);
    });
  });

  test("several files join into one", async () => {
    const all = download(24).split("\r\n");
    const half = Math.floor(all.length / 2);
    const paths = await folder({ "one.csv": all.slice(0, half).join("\n"), "two.csv": [HEAD, ...all.slice(half)].join("\n") });
    await panel({}, async (page) => {
      await open(page, paths);
      assert.match(await text(page, "#own-state"), /120 rows read; 2015–2016/);
    });
  });

  test("a large file shows progress, leaves the page free and is cancelled at once", async () => {
    const [path = ""] = await folder({ "large.csv": Buffer.concat(Array(60).fill(Buffer.from(`${download(11_000).slice(HEAD.length + 2)}`))) });
    const start = Buffer.from(`${HEAD}\r\n`);
    await writeFile(path, Buffer.concat([start, await readFile(path)]));
    await panel({ prepare: notingCancels }, async (page) => {
      const before = await headline(page);
      await page.locator("#own-files").setInputFiles(path);
      // The worker itself is done with it, not only the page.
      const late = await cancelledAfter(page);
      assert(late < 250, `cancelled after ${late} ms`);
      assert.match(await text(page, "#own-state"), /^Cancelled/);
      assert.equal(await headline(page), before);
      const small = await folder({ "a.csv": download(12) });
      await open(page, small);
      assert.match(await headline(page), /^Australia/);
    });
  });

  test("of a rolled-up folder only what a view needs is fetched, and a link leads back to it", async () => {
    const fetched = () => asked.filter((path) => /apart.*gz$/.test(path)).map((path) => path.replace(/^.*part=|\/data.*$/g, ""));
    asked.length = 0;
    await visit("?chart=season#rollup=apart", {}, async (page) => {
      assert.match(await headline(page), /^China exported .* of rare earth compounds \(HS 2846\) in December 2024$/);
      assert.equal(await page.locator("[data-fragment=charts] [aria-current]").first().count(), 1);
      assert.deepEqual(fetched(), ["156-28"]);
      assert.match(await text(page, "[data-fragment=source]"), /rolled-up file part=156-28/);
      await page.locator("#own-product").fill("85");
      await page.waitForFunction(() => /** @type {HTMLSelectElement} */ (document.getElementById("own-products")).options.length === 1);
      await page.locator("#own-products").selectOption("85");
      await page.waitForFunction(() => /electrical machinery/i.test(document.querySelector("h1")?.textContent ?? ""));
      assert.deepEqual(fetched(), ["156-28", "156-85"]);
      // What the others report of trade with China, in the same chapter.
      await page.locator("#own-product").fill("2846");
      await page.locator("#own-product").press("Enter");
      await page.waitForFunction(() => /rare earth compounds/.test(document.querySelector("h1")?.textContent ?? ""));
      await page.locator("#own-reporter").selectOption("USA");
      await page.waitForFunction(() => /^(The )?United States/.test(document.querySelector("h1")?.textContent ?? ""));
      await page.locator("#own-mirror").check();
      await page.waitForFunction(() => location.hash.includes("mirror=1"));
      await page.waitForFunction(() => / reports? .*, |: no figures from partners$/.test(document.querySelector("h1")?.textContent ?? ""));
      assert.deepEqual(fetched(), ["156-28", "156-85", "842-28", "392-28"]);
      const link = await page.evaluate(() => location.search + location.hash);
      const before = await headline(page);
      await visit(link, {}, async (again) => {
        assert.equal(await headline(again), before);
        assert.equal(await again.locator("#own-mirror").isChecked(), true);
      });
    });
  });

  test("a rolled-up folder stands in an embed too", async () => {
    await visit("?embed#rollup=rolled&reporter=JPN&product=284690", {}, async (page) => {
      assert.match(await headline(page), /^Japan’s exports of other rare earth compounds/i);
      assert.match((await page.locator("#home").getAttribute("href")) ?? "", /#rollup=rolled&reporter=JPN&product=284690$/);
      assert.equal(await page.locator("#own").isVisible(), false);
    });
  });

  test("a folder that is none is refused with a reason, and the bundled data are shown", async () => {
    mkdirSync(join(BESIDE, "broken"));
    writeFileSync(join(BESIDE, "broken", "index.csv"), "reporter,chapter,path,rows,bytes,first,last\n156,28,../secret.csv,1,1,,\n");
    rollUp("torn", [[156, "28", ["2846"]]]);
    rmSync(join(BESIDE, "torn", "part=156-28"), { recursive: true });
    const missing = [/refused: .* 404/];
    for (const [hash, reason, expected] of /** @type {[string, RegExp, RegExp[]][]} */ ([
      ["nowhere", /index\.csv could not be opened\. The host answered 404/, missing],
      ["broken", /index\.csv could not be opened\. Line 2, column path: a file below the folder was expected/, []],
      ["torn", /could not be shown.*the host answered 404/s, missing],
      ["https://example.org/rolled", /could not be opened: a folder on this page’s own host was expected/, []],
      ["http%3A%2F%2F%5Bbad", /could not be opened: a folder on this page’s own host was expected/, []],
    ])) {
      await visit(`#rollup=${hash}`, { expected }, async (page) => {
        await page.waitForFunction(() => /bundled data/.test(document.getElementById("problems")?.textContent ?? ""));
        assert.match(await text(page, "#own-problems"), reason);
        assert.match(await headline(page), /^China’s exports of rare earths/);
      });
    }
  });

  test("what only looks like a folder in an address is none, and a link to one is followed in an open page", async () => {
    for (const hash of ["#rollup=", "#foorollup=1", "#x=rollup="]) {
      await visit(hash, {}, async (page) => assert.match(await headline(page), /^China’s exports of rare earths/));
    }
    await visit("", {}, async (page) => {
      await page.evaluate(() => (location.hash = "#rollup=rolled&reporter=JPN&product=284690"));
      await page.waitForFunction(() => /^Japan’s exports/.test(document.querySelector("h1")?.textContent ?? ""));
    });
  });

  test("files are offered again after a reload only where that was asked for", async () => {
    // Nothing can press the buttons of the system's dialog; the handles it gives are the browser's own.
    const prepare = (/** @type {import("./support.mjs").BrowserContext} */ context) =>
      context.addInitScript(
        ([name, content]) => {
          const showOpenFilePicker = async () => {
            const root = await navigator.storage.getDirectory();
            const handle = await root.getFileHandle(name ?? "", { create: true });
            const stream = await handle.createWritable();
            await stream.write(content ?? "");
            await stream.close();
            return [handle];
          };
          Object.assign(globalThis, { showOpenFilePicker });
        },
        ["customs.csv", download(24)],
      );
    await panel({ prepare }, async (page) => {
      await page.locator("#own-choose").waitFor();
      assert.equal(await page.locator("#own-again").isVisible(), false);
      const [plain = ""] = await folder({ "a.csv": download(12) });
      await open(page, [plain]);
      const again = async () => {
        await page.reload();
        await page.waitForSelector(".live");
        await page.locator("#open-own").click();
        await page.locator("#own-choose").waitFor();
        await page.waitForTimeout(200);
      };
      await again();
      assert.equal(await page.locator("#own-again").isVisible(), false);
      await page.locator("#own-choose").click();
      await page.waitForFunction(() => /customs\.csv.*120 rows/.test(document.getElementById("own-state")?.textContent ?? ""));
      await again();
      assert.equal(await text(page, "#own-again"), "Open customs.csv again");
      assert.match(await headline(page), /^China/);
      await page.locator("#own-again").click();
      await page.waitForFunction(() => document.querySelector("h1")?.textContent?.startsWith("Australia"));
      await page.locator("#own-forget").click();
      await page.locator("#own-again").waitFor({ state: "hidden" });
      await again();
      assert.equal(await page.locator("#own-again").isVisible(), false);
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
        await obeysWcag(page);
        const width = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert(width <= 0, `wider than the screen by ${width}`);
      });
    });
  }
});
