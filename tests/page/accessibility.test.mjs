// No rule of WCAG that a machine can check is broken, whatever is shown.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { ATONCE, VIEWS, frame, stage } from "./support.mjs";
import { obeysWcag } from "./wcag.mjs";

/** @typedef {import("./support.mjs").Page} Page */

const { visit } = stage();

/**
 * What is looked at of a page: the panel's previews are frames of their own, which the tests of embeds look at.
 * @param {Page} page
 * @param {(axe: import("@axe-core/playwright").AxeBuilder) => import("@axe-core/playwright").AxeBuilder} [limited]
 */
const examined = (page, limited = (axe) => axe) => obeysWcag(page, (axe) => limited(axe.exclude("iframe[title='Preview of the embed']")));

/**
 * Opens whatever can be opened.
 * @param {Page} page
 * @param {{ whole?: boolean, embed?: boolean }} [wanted] Whether tables keep all their rows, the longest of which takes axe
 *     seconds, and whether the panel of embeds is opened, whose previews are pages of their own.
 */
async function opened(page, { whole = false, embed = true } = {}) {
  for (const summary of await page.locator("summary:visible").all()) await summary.click();
  if (embed && (await page.locator("#show-embed").isVisible())) await page.locator("#show-embed").click();
  if (whole) return;
  await page.evaluate(() => {
    for (const row of document.querySelectorAll("tbody tr:not(.chosen):nth-child(n+4)")) row.remove();
  });
}

describe("accessibility", ATONCE, () => {
  for (const [chart, address] of Object.entries(VIEWS)) {
    test(`${chart}, its table and its words`, () =>
      visit(address, {}, async (page) => {
        await opened(page, { embed: false });
        await examined(page);
      }));
  }

  test("in the dark, with a point read", () =>
    visit("?month=2024-11", { context: { colorScheme: "dark" } }, async (page) => {
      await opened(page);
      await page.locator("#surface").focus();
      await page.keyboard.press("ArrowLeft");
      await frame(page);
      await examined(page);
    }));

  test("on a phone, with a problem told", () =>
    visit("?month=never", { context: { viewport: { width: 390, height: 844 } } }, async (page) => {
      await opened(page);
      await examined(page);
    }));

  test("the longest table, whole", () =>
    visit("", {}, async (page) => {
      await opened(page, { whole: true });
      await examined(page, (axe) => axe.include("#numbers"));
    }));

  test("a chart’s own page, with its table", () =>
    visit("chart/season.html", { live: false }, async (page) => {
      for (const summary of await page.locator("summary").all()) await summary.click();
      await examined(page);
    }));

  for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
    test(`an embed, ${colorScheme}`, () =>
      visit("?chart=season&embed", { context: { colorScheme } }, (page) => examined(page)));
  }

  test("the article", () =>
    visit("article.html", { live: false }, async (page) => {
      for (const place of await page.locator("iframe").all()) await place.scrollIntoViewIfNeeded();
      await page.waitForTimeout(500);
      // Its two frames hold one page, and so landmarks of the same names.
      // The frame without an origin may not fetch its own style sheet for axe to read.
      await examined(page, (axe) => axe.options({ preload: false }).disableRules("landmark-unique"));
    }));

  test("the headings form an outline, and every control has its name", () =>
    visit("", {}, async (page) => {
      const levels = await page.locator("h1:visible, h2:visible, h3:visible").evaluateAll((heads) => heads.map((head) => Number(head.tagName[1])));
      assert.equal(levels.filter((level) => level === 1).length, 1);
      for (const name of ["Flow", "Series", "Month", "Comparison", "From", "To"]) {
        assert.equal(await page.getByRole("combobox", { name, exact: true }).count(), 1, name);
      }
      assert.equal(await page.getByRole("application").count(), 1);
      assert.equal(await page.locator("html").getAttribute("lang"), "en");
    }));

  test("a label’s words lead to its own control", () =>
    visit("?month=2024-11", {}, async (page) => {
      const words = await page.locator("#controls label").evaluateAll((labels) =>
        labels.map((label) => {
          const { control } = /** @type {HTMLLabelElement} */ (label);
          return [label.firstChild?.textContent?.trim() ?? "", control?.tagName, control?.getAttribute("name") ?? ""];
        }),
      );
      assert.deepEqual(words, [
        ["Flow", "SELECT", "flow"],
        ["Series", "SELECT", "product"],
        ["Month", "SELECT", "month"],
        ["Comparison", "SELECT", "compare"],
        ["Break down by", "SELECT", "by"],
        ["Seasonally adjust", "SELECT", "adjust"],
        ["Event", "SELECT", "event"],
        ["From", "SELECT", "from"],
        ["To", "SELECT", "to"],
      ]);
    }));

  test("where the reader is can be seen", () =>
    visit("", {}, async (page) => {
      const seen = new Set();
      // More steps than the page has places: it ends at the first that is none.
      for (let step = 0; step < 200; step += 1) {
        await page.keyboard.press("Tab");
        const focus = await page.evaluate(() => {
          const element = document.activeElement;
          if (!element || element === document.body) return null;
          const { outlineStyle, outlineWidth } = getComputedStyle(element);
          return { name: element.id || element.textContent?.trim() || element.tagName, outline: outlineStyle !== "none" && outlineWidth !== "0px" };
        });
        if (!focus) break;
        assert.equal(focus.outline, true, focus.name);
        seen.add(focus.name);
      }
      for (const id of ["surface", "save-csv", "show-embed", "month-before"]) assert(seen.has(id), `${id} is not reached`);
    }));

  test("whoever prefers less movement gets none", () =>
    visit("", { context: { reducedMotion: "reduce" } }, async (page) => {
      assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior), "auto");
    }));
});
