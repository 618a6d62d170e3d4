// The page in Chinese, and the ways between it and the English one.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { describe, test } from "node:test";
import { AxeBuilder } from "@axe-core/playwright";
import { ATONCE, ready, stage, text } from "./support.mjs";

const { visit } = stage();

/** The page in Chinese. */
const CHINESE = "index.zh.html";

/** A reader whose browser speaks Chinese; the page is led elsewhere while it loads. */
const READER = /** @type {const} */ ({ context: { locale: "zh-CN" }, until: "commit" });

/** What is Han and what is punctuation and figures beside it. */
const HAN = /\p{Script=Han}/u;

describe("the page in Chinese", ATONCE, () => {
  test("draws its charts in Chinese and leads to others without leaving the language", () =>
    visit(`${CHINESE}?month=2024-11`, {}, async (page) => {
      assert.equal(await page.evaluate(() => document.documentElement.lang), "zh-Hans");
      assert.equal(await text(page, "h1"), "2024年11月中国稀土出口量同比增长5.0%，为4,416吨");
      assert.match(await text(page, ".subtitle"), /^月度数据，单位：吨/);
      // The module's words and the scripts' own: panels that are opened, too.
      await page.locator("#show-table").click();
      await page.locator("#rows td").first().waitFor();
      await page.locator("#show-desk").click();
      // Nothing that is shown is English alone: every button and every label has Han characters.
      const labels = await page.locator("button:visible, label:visible, legend:visible, summary:visible, h2:visible, .rows-told, .desk .quiet:visible").allInnerTexts();
      const kept = ["CSV", "XLSX", "SVG", "PNG", "‹", "›", ""];
      assert.deepEqual(labels.map((label) => label.trim()).filter((label) => !HAN.test(label) && !kept.includes(label)), []);
      await page.locator(".asked a").nth(2).click();
      await ready(page);
      assert.match(page.url(), /index\.zh\.html\?chart=/);
      assert.match(await text(page, "h1"), HAN);
    }));

  test("switches to English and back with the chart kept", () =>
    visit("?chart=season&month=2024-11", {}, async (page) => {
      await page.locator("#language").click();
      await page.waitForURL(/index\.zh\.html\?.*chart=season/);
      await ready(page);
      assert.match(await text(page, "h1"), /^2024年11月中国稀土出口量为4,416吨，比此前五年同月均值高27\.9%$/);
      await page.locator("#language").click();
      await page.waitForURL(/index\.html\?.*lang=en/);
      await ready(page);
      assert.match(await text(page, "h1"), /27\.9% above the five-year November mean$/);
      // What was asked for stays asked for.
      await page.locator("#month-before").click();
      assert.match(page.url(), /month=2024-10.*lang=en/);
    }));

  test("is where a reader of Chinese is led, unless another language is asked for", async () => {
    await visit("?month=2024-11", READER, async (page) => {
      assert.match(page.url(), /index\.zh\.html\?month=2024-11$/);
      assert.match(await text(page, "h1"), HAN);
    });
    await visit("?month=2024-11&lang=en", READER, async (page) => {
      assert.match(await text(page, "h1"), /^China/);
    });
    await visit("?month=2024-11&lang=zh", { until: "commit" }, async (page) => assert.match(await text(page, "h1"), HAN));
    await visit(`${CHINESE}?month=2024-11&lang=en`, { until: "commit" }, async (page) => assert.match(await text(page, "h1"), /^China/));
  });

  test("saves tables, frames and pinned files in Chinese", () =>
    visit(`${CHINESE}?month=2024-11`, {}, async (page) => {
      const saved = async (/** @type {string} */ button) => {
        const [download] = await Promise.all([page.waitForEvent("download"), page.locator(button).click()]);
        return readFile(await download.path(), "utf8");
      };
      const csv = await saved("#save-csv");
      assert.match(csv, /^\ufeff?月份,出口（吨）,12个月均值（吨）,同比,性质,备注,来源\n/);
      assert.match(csv, /公布值/);
      await page.locator("#show-embed").click();
      const snippet = await page.locator("#snippet").inputValue();
      assert.match(snippet, /index\.zh\.html\?[^"]*lang=zh/);
      assert.match(snippet, /title="[^"]*稀土/);
      const pinned = await saved("#save-pinned");
      assert.match(pinned, /<html lang="zh-Hans"/);
      assert.match(pinned, /本图为存档/);
    }));

  test("breaks no rule of WCAG that a machine can check, at either width", async () => {
    for (const width of [390, 1280]) {
      await visit(`${CHINESE}?month=2024-11`, { context: { viewport: { width, height: 844 } } }, async (page) => {
        for (const summary of await page.locator("summary:visible").all()) await summary.click();
        const { violations } = await new AxeBuilder({ page }).analyze();
        assert.deepEqual(violations.map(({ id, nodes }) => [id, nodes[0]?.html]), []);
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true, `${width}`);
      });
    }
  });

  test("a frame speaks as its snippet says, whatever the reader’s browser does", async () => {
    await visit("?month=2024-11&embed", READER, async (page) => assert.match(await text(page, "h1"), /^China/));
    await visit("?month=2024-11&embed&lang=zh", { until: "commit" }, async (page) => assert.match(await text(page, "h1"), HAN));
  });
});
