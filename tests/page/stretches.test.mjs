// A large file is read by several workers: what is shown and saved is what one of them reads.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { cancelledAfter, notingCancels, stage, text } from "./support.mjs";

const FOLDER = mkdtempSync(join(tmpdir(), "stretches-"));
after(() => rmSync(FOLDER, { recursive: true }));
const { asked, visit } = stage();

const HEADER = "DECLARANT_ISO,PARTNER_ISO,TRADE_TYPE,PRODUCT_NC,FLOW,STAT_PROCEDURE,SUPPL_UNIT,PERIOD,VALUE_IN_EUROS,QUANTITY_IN_KG,SUP_QUANTITY";

/**
 * A made-up file of Comext's, whose rows are parts of their cells and have decimals; a line in 50,000 is none.
 * @param {string} name
 * @param {number} size In bytes.
 */
function comext(name, size) {
  const lines = [HEADER];
  for (let number = 0, length = 0; length < size; number += 1) {
    const period = `${2020 + (number % 5)}${String((number % 12) + 1).padStart(2, "0")}`;
    const partner = ["CN", "US", "JP", "BR", "KR", "VN", "MY"][number % 7];
    const code = `28${String(4600 + (number % 97)).padStart(4, "0")}${String(number % 11).padStart(2, "0")}`;
    const value = number % 50_000 === 49_999 ? "nine" : `${(number * 7919) % 100_003}.${String(number % 100).padStart(2, "0")}`;
    const line = `DE,${partner},E,${code},${(number % 2) + 1},1,,${period},${value},${(number * 31) % 9973}.${number % 10},`;
    lines.push(line);
    length += line.length + 1;
  }
  const path = join(FOLDER, name);
  writeFileSync(path, `${lines.join("\n")}\n`);
  return path;
}

/**
 * The page on a machine with so many cores.
 * @param {number} cores
 * @param {(page: import("./support.mjs").Page) => Promise<void>} work
 */
const panel = (cores, work) =>
  visit(
    "",
    {
      prepare: async (context) => {
        await notingCancels(context);
        await context.addInitScript((count) => Object.defineProperty(navigator, "hardwareConcurrency", { get: () => count }), cores);
      },
    },
    async (page) => {
      await page.locator("#open-own").click();
      await page.waitForSelector("#own-files", { state: "attached" });
      await work(page);
    },
  );

/** @param {import("./support.mjs").Page} page @param {string} path */
async function open(page, path) {
  await page.locator("#own-files").setInputFiles(path);
  await page.waitForFunction(() => /rows? read.*\.$/.test(document.getElementById("own-state")?.textContent ?? ""), undefined, { timeout: 120_000 });
  await page.waitForFunction(() => document.documentElement.classList.contains("owned") && !document.querySelector("#surface[aria-busy]"));
}

/** How many workers were started since. */
const started = () => asked.filter((path) => path.startsWith("/reader-worker")).length;

describe("a large file", () => {
  test("comes to the same with one worker as with four", async () => {
    const path = comext("large.csv", 30_000_000);
    /** @type {Record<number, unknown>} */
    const shown = {};
    for (const cores of [1, 4]) {
      asked.length = 0;
      await panel(cores, async (page) => {
        await open(page, path);
        assert.equal(started(), cores);
        await page.locator("#own-slips summary").click();
        const [saved] = await Promise.all([page.waitForEvent("download"), page.locator("#own-csv").click()]);
        shown[cores] = {
          headline: await text(page, "h1"),
          // How long it took is all that may differ.
          state: (await text(page, "#own-state")).replace(/[\d.]+ (?:s|seconds?)\b/, ""),
          slips: await text(page, "#own-slips"),
          saved: await readFile(await saved.path(), "utf8"),
        };
      });
    }
    assert.match(JSON.stringify(shown[4]), /nine/);
    assert.deepEqual(shown[4], shown[1]);
  });

  test("a file whose stretches cannot be joined is read by one worker", async () => {
    // The same rows once more, further down: which of them stands hangs on their order.
    const rows = Array.from({ length: 200_000 }, (_, number) => `2022,156,${[842, 392, 410][number % 3]},${280000 + (number % 60_000)},${number % 60_000}.5,1.25`);
    const path = join(FOLDER, "twice.csv");
    writeFileSync(path, `t,i,j,k,v,q\n${[...rows, ...rows, ...rows].join("\n")}\n`);
    await panel(4, async (page) => {
      await open(page, path);
      assert.match(await text(page, "#own-state"), /600,000 rows read/);
    });
  });

  test("four workers are called off as quickly as one", async () => {
    const path = comext("longer.csv", 90_000_000);
    await panel(4, async (page) => {
      await page.locator("#own-files").setInputFiles(path);
      // The worker itself is done with it, not only the page.
      const late = await cancelledAfter(page);
      assert(late < 250, `cancelled after ${late} ms`);
      assert.match(await text(page, "#own-state"), /^Cancelled/);
      await open(page, comext("small.csv", 100_000));
      assert.match(await text(page, "#own-state"), /small\.csv/);
    });
  });
});
