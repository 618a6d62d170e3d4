// Spreadsheets and archives of a reader's own: which part is meant, and what comes of it.

import assert from "node:assert/strict";
import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { crc32, deflateRawSync, gzipSync, inflateRawSync } from "node:zlib";
import { ATONCE, stage, text } from "./support.mjs";
import { obeysWcag } from "./wcag.mjs";

/** @typedef {import("./support.mjs").Page} Page */

const { visit } = stage();

/** A spreadsheet that is kept beside the tests. @param {string} name */
const kept = (name) => fileURLToPath(new URL(`../import/packed/${name}`, import.meta.url));

/** @param {Record<string, string | Uint8Array>} files */
async function folder(files) {
  const path = await mkdtemp(join(tmpdir(), "packed-"));
  for (const [name, content] of Object.entries(files)) await writeFile(join(path, name), content);
  return Object.keys(files).map((name) => join(path, name));
}

/**
 * An archive, written byte by byte so that it may be wrong.
 * @param {Record<string, string | Uint8Array>} files
 * @param {{ method?: number, flags?: number, size?: number, crc?: number, after?: boolean }} [how] `after`: sizes
 *   follow the data.
 */
function zip(files, { method = 8, flags = 0, size, crc, after = false } = {}) {
  const [local, central] = [/** @type {Buffer[]} */ ([]), /** @type {Buffer[]} */ ([])];
  let at = 0;
  for (const [name, content] of Object.entries(files)) {
    const bytes = Buffer.from(content);
    const packed = method === 0 ? bytes : deflateRawSync(bytes);
    const sum = crc ?? crc32(bytes);
    const sizes = [sum, packed.length, size ?? bytes.length];
    const fields = (/** @type {number[]} */ [sum, packed, size]) => {
      const head = Buffer.alloc(26);
      head.writeUInt16LE(20, 0);
      head.writeUInt16LE(flags | (after ? 8 : 0), 2);
      head.writeUInt16LE(method, 4);
      head.writeUInt32LE(sum ?? 0, 10);
      head.writeUInt32LE(packed ?? 0, 14);
      head.writeUInt32LE(size ?? 0, 18);
      head.writeUInt16LE(Buffer.byteLength(name), 22);
      return head;
    };
    const placed = Buffer.alloc(14);
    placed.writeUInt32LE(at, 10);
    const descriptor = Buffer.alloc(after ? 16 : 0);
    if (after) [0x08074b50, ...sizes].forEach((number, index) => descriptor.writeUInt32LE(number, index * 4));
    const entry = Buffer.concat([Buffer.from("PK\x03\x04"), fields(after ? [0, 0, 0] : sizes), Buffer.from(name), packed, descriptor]);
    local.push(entry);
    central.push(Buffer.concat([Buffer.from("PK\x01\x02\x14\x00", "latin1"), fields(sizes), placed, Buffer.from(name)]));
    at += entry.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06");
  end.writeUInt16LE(central.length, 8);
  end.writeUInt16LE(central.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...local, directory, end]);
}

/** A file of an archive that has no descriptors. @param {Buffer} archive @param {string} name */
function unzipped(archive, name) {
  // The last of the name is the directory's, which says how many bytes there are and where.
  const at = archive.lastIndexOf(name) - 46;
  const start = archive.readUInt32LE(at + 42);
  const data = start + 30 + archive.readUInt16LE(start + 26) + archive.readUInt16LE(start + 28);
  return inflateRawSync(archive.subarray(data, data + archive.readUInt32LE(at + 20))).toString("utf8");
}

/** @param {(page: Page) => Promise<unknown>} work @param {import("./support.mjs").Visit} [how] */
const panel = (work, how = {}) =>
  visit("", how, async (page) => {
    await page.locator("#open-own").click();
    await page.waitForSelector("#own-files", { state: "attached" });
    await work(page);
  });

/** Opens what is proposed until nothing is asked. @param {Page} page @param {string[]} paths */
async function open(page, paths) {
  await page.locator("#own-files").setInputFiles(paths);
  await done(page);
}

/** @param {Page} page */
const done = (page) =>
  page.waitForFunction(() => {
    const read = /rows? read.*\.$/.test(document.getElementById("own-state")?.textContent ?? "");
    return read && document.documentElement.classList.contains("owned") && !document.querySelector("#surface[aria-busy]");
  });

/** @param {Page} page */
const saved = async (page) => {
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator("#own-csv").click()]);
  return readFile(await download.path(), "utf8");
};

const baci = (/** @type {number} */ year, /** @type {number} */ value) => `t,i,j,k,v,q\n${year},156,842,284610,${value},1\n`;

describe("a reader's own files that come packed", ATONCE, () => {
  test("a spreadsheet is opened, and what reads it is fetched then", async () => {
    const [plain = ""] = await folder({ "a.csv": "period,months,flow,measure,product,partner,value,unit,status,source,note\n2024-01,1,export,volume,1801,WLD,5,t,reported,x,\n2024-02,1,export,volume,1801,WLD,5,t,reported,x,\n" });
    await panel(async (page) => {
      /** @type {string[]} */
      const fetched = [];
      page.on("request", (request) => fetched.push(request.url().replace(/.*\/|\?.*/g, "")));
      const modules = () => fetched.filter((name) => name.startsWith("unpack")).sort();
      await open(page, [plain]);
      assert.deepEqual(modules(), []);
      for (const name of ["months.xlsx", "months.xls", "months.ods"]) {
        await page.locator("#own-files").setInputFiles(kept(name));
        // The address remembers the answer for the next.
        if (name === "months.xlsx") await page.locator("#own-mapping button[type=submit]").click();
        await page.waitForFunction((name) => document.getElementById("own-state")?.textContent?.startsWith(`${name} `), name);
        await done(page);
        assert.match(await text(page, "#own-state"), /4 rows read; January–February 2024/);
        const tidy = await saved(page);
        assert.match(tidy, /^2024-02,1,export,value,0102,CHL,22266,USD,/m);
        assert.match(tidy, /^2024-02,1,export,volume,0102,CHL,0\.002468,t,/m);
      }
      assert.deepEqual([...new Set(modules())], ["unpack.js", "unpacker_bg.wasm"]);
    });
  });

  test("of several sheets it is asked which is meant, and the answer can be changed", async () => {
    await panel(async (page) => {
      await page.locator("#own-files").setInputFiles(kept("sheets.xlsx"));
      const form = page.locator("#own-mapping");
      await form.waitFor();
      assert.match(await form.innerText(), /^sheets\.xlsx: it holds several tables\. Choose from the list below\. Nothing changes until you import\./);
      assert.deepEqual(await form.locator("select[name=sheet] option").allTextContents(), [
        "2023 (Month, Flow, Partner, HS code, Value (US$), …)",
        "2024 (Month, Flow, Partner, HS code, Value (US$), …)",
        "all 2, joined",
      ]);
      assert.equal(await form.locator("select[name=sheet]").inputValue(), "=all");
      assert.equal(await form.locator("select").count(), 1);
      await form.locator("select[name=sheet]").selectOption("=2024");
      // It is shown as it would be read, and one press is enough.
      await form.getByText(/January 2024 · exports to Japan .* · HS 0102/).first().waitFor();
      await page.waitForSelector("#own-mapping .previewed:not(:has([aria-busy]))");
      await form.locator("button[type=submit]").click();
      await done(page);
      assert.match(await text(page, "#own-state"), /^sheets\.xlsx, 2024 .*4 rows read; January–February 2024/);
      assert.doesNotMatch(new URL(page.url()).hash, /sheet/);
    });
  });

  test("an archive's files are offered and joined", async () => {
    const files = { "BACI_2021.csv": baci(2021, 1), "more/BACI_2022.csv": baci(2022, 2), "Readme.pdf": "%PDF" };
    const paths = await folder({ "whole.zip": zip(files), "stored.zip": zip(files, { method: 0 }), "streamed.zip": zip(files, { after: true }) });
    for (const path of paths) {
      await panel(async (page) => {
        await page.locator("#own-files").setInputFiles(path);
        const form = page.locator("#own-mapping");
        await form.waitFor();
        assert.deepEqual(await form.locator("select[name=file] option").evaluateAll((options) => options.map((option) => /** @type {HTMLOptionElement} */ (option).value)), ["=BACI_2021.csv", "=more/BACI_2022.csv", "=all"]);
        await form.locator("button[type=submit]").click();
        await done(page);
        assert.match(await text(page, "#own-state"), /BACI_2021\.csv \(CEPII BACI\), more\/BACI_2022\.csv \(CEPII BACI\): 2 rows read; 2021/);
        assert.match(await saved(page), /^2022-01,12,export,value,284610,USA,2000,USD/m);
      });
    }
  });

  test("what an archive's files are packed in themselves is unpacked, once", async () => {
    const book = await readFile(kept("sheets.xlsx"));
    const [gz = "", xlsx = "", inner = ""] = await folder({
      "gz.zip": zip({ "a.csv.gz": gzipSync(baci(2021, 1)) }),
      "xlsx.zip": zip({ "sheets.xlsx": book }),
      "inner.zip": zip({ "more.csv": zip({ "a.csv": baci(2021, 1) }) }),
    });
    await panel(async (page) => {
      await open(page, [gz]);
      assert.match(await text(page, "#own-state"), /^a\.csv\.gz \(CEPII BACI\): 1 row read/);
      await page.locator("#own-files").setInputFiles(xlsx);
      await page.locator("#own-mapping select[name=sheet]").waitFor();
      await page.locator("#own-files").setInputFiles(inner);
      await page.waitForFunction(() => /an archive within an archive/.test(document.getElementById("own-problems")?.textContent ?? ""));
    });
  });

  test("what cannot be read is refused with the true reason, and what is shown stays", async () => {
    const rows = baci(2021, 1).repeat(2000);
    const whole = zip({ "a.csv": rows });
    const flipped = Buffer.from(whole);
    flipped[60] = (flipped[60] ?? 0) ^ 0xff;
    const cases = /** @type {[string, Uint8Array, RegExp][]} */ ([
      ["locked.zip", zip({ "a.csv": rows }, { flags: 1 }), /a\.csv: it is encrypted: unpack it with its password first/],
      ["other.zip", zip({ "a.csv": rows }, { method: 9 }), /a\.csv: its compression method is not supported/],
      ["lying.zip", zip({ "a.csv": rows }, { size: 100 }), /unpacks to more than its archive states/],
      ["huge.zip", zip({ "a.csv": rows }, { size: 4_000_000_000 }), /which is impossible/],
      ["sum.zip", zip({ "a.csv": rows }, { crc: 1 }), /does not unpack to what its archive states/],
      ["flipped.zip", flipped, /cut off or damaged/],
      ["cut.zip", whole.subarray(0, -30), /cut off or damaged/],
      ["nothing.zip", zip({ "a.pdf": "%PDF" }), /None of its files is a table/],
      ["locked.xlsx", await readFile(kept("locked.xlsx")), /a spreadsheet with a password/],
      ["formulas.xlsx", await readFile(kept("formulas.xlsx")), /2 formulas whose results are not in the file, the first in cell E3/],
      ["cut.xls", (await readFile(kept("months.xls"))).subarray(0, 2000), /damaged/],
      ["rows.parquet", Buffer.from("PAR1 and more"), /use the rollup, which reads Parquet/],
    ]);
    const paths = await folder(Object.fromEntries(cases.map(([name, bytes]) => [name, bytes])));
    await panel(async (page) => {
      const before = await text(page, "h1");
      for (const [index, [name, , words]] of cases.entries()) {
        await page.locator("#own-files").setInputFiles(paths[index] ?? "");
        await page.waitForFunction((name) => document.getElementById("own-problems")?.textContent?.startsWith(`${name}`) || document.getElementById("own-problems")?.textContent?.startsWith("a.csv "), name).catch(async () => {
          assert.fail(`${name}: ${await text(page, "#own-problems")}`);
        });
        await page.waitForFunction((source) => new RegExp(source).test(document.getElementById("own-problems")?.textContent ?? ""), words.source).catch(async () => {
          assert.fail(`${name}: ${await text(page, "#own-problems")}`);
        });
        assert.equal(await text(page, "h1"), before);
      }
    });
  });

  test("where what reads spreadsheets cannot be loaded it is said, and tried again", async () => {
    await panel(
      async (page) => {
        await page.route("**/unpacker_bg.wasm*", (route) => route.abort());
        await page.locator("#own-files").setInputFiles(kept("months.xlsx"));
        await page.waitForFunction(() => /could not be loaded/.test(document.getElementById("own-problems")?.textContent ?? ""));
        await page.unroute("**/unpacker_bg.wasm*");
        await page.locator("#own-files").setInputFiles(kept("months.xlsx"));
        await page.locator("#own-mapping button[type=submit]").click();
        await done(page);
      },
      { expected: [/unpacker_bg\.wasm.* net::ERR_FAILED/] },
    );
  });

  test("what is saved as a spreadsheet opens again equal", async () => {
    await panel(async (page) => {
      await page.locator("#own-files").setInputFiles(kept("months.xlsx"));
      await page.locator("#own-mapping button[type=submit]").click();
      await done(page);
      const tidy = await saved(page);
      const headline = await text(page, "h1");
      const [download] = await Promise.all([page.waitForEvent("download"), page.locator("#own-xlsx").click()]);
      const [again = "", marked = ""] = await folder({ "again.xlsx": await readFile(await download.path()), "marked.csv": "" });
      await page.locator("#own-files").setInputFiles(again);
      await page.waitForFunction(() => /^again\.xlsx \(Xenotime/.test(document.getElementById("own-state")?.textContent ?? ""));
      await done(page);
      assert.equal(await text(page, "h1"), headline);
      assert.equal((await saved(page)).replaceAll("again.xlsx", "months.xlsx"), tidy);
      // With the mark of UTF-8 it is the same file.
      await page.locator("#own-marked input").check();
      const other = await saved(page);
      assert.equal(other.codePointAt(0), 0xfeff);
      await writeFile(marked, other);
      await page.locator("#own-files").setInputFiles(marked);
      await page.waitForFunction(() => /^marked\.csv/.test(document.getElementById("own-state")?.textContent ?? ""));
      await done(page);
      await page.locator("#own-marked input").uncheck();
      assert.equal((await saved(page)).replaceAll("marked.csv", "months.xlsx"), tidy);
    });
  });

  test("the chart's numbers are saved as a spreadsheet", async () => {
    await visit("?chart=season&month=2024-11", {}, async (page) => {
      const take = async (/** @type {string} */ id) => {
        const [download] = await Promise.all([page.waitForEvent("download"), page.locator(id).click()]);
        return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
      };
      const { name, bytes } = await take("#save-xlsx");
      assert.match(name, /\.xlsx$/);
      assert.equal(bytes.subarray(0, 2).toString(), "PK");
      const sheet = unzipped(bytes, "xl/worksheets/sheet1.xml");
      const csv = (await take("#save-csv")).bytes.toString("utf8").trimEnd().split("\n");
      assert.equal(sheet.match(/<row /g)?.length, csv.length);
      const numbers = (csv[1] ?? "").split(",").filter((cell) => /^-?\d+(\.\d+)?$/.test(cell) && !/^\d{4}$/.test(cell));
      assert(numbers.length > 0);
      for (const number of numbers) assert(sheet.includes(`<v>${number}</v>`), number);
    });
  });

  for (const width of [390, 1280]) {
    test(`the question fits a screen of ${width} pixels and breaks no rule of WCAG`, async () => {
      await panel(
        async (page) => {
          await page.locator("#own-files").setInputFiles(kept("sheets.xlsx"));
          await page.locator("#own-mapping select[name=sheet]").waitFor();
          await obeysWcag(page);
          const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          if (process.env["SHOTS"]) await page.screenshot({ path: join(process.env["SHOTS"], `sheets-${width}.png`) });
          assert(wide <= 0, `wider than the screen by ${wide}`);
        },
        { context: { viewport: { width, height: 844 } } },
      );
    });
  }
});
