// Reading the chart with a mouse, a finger and the keyboard.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { ATONCE, apart, canvas, colours, frame, pixel, short, stage, table, text, walked } from "./support.mjs";

/** @typedef {import("./support.mjs").Page} Page */

const { address, visit } = stage();

/**
 * The middle of a point of the chart, on the surface over it.
 * @param {Page} page
 * @param {string} period
 */
async function place(page, period) {
  const found = (await walked(page)).find((point) => point.period === period);
  assert(found, period);
  return found;
}

/** @param {Page} page */
const surface = (page) => page.locator("#surface");

/** @param {Page} page */
const spoken = (page) => page.locator("#spoken").textContent();

/** @param {Page} page */
const box = async (page) => (await surface(page).boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };

/**
 * Whether anything is drawn over the chart.
 * @param {Page} page
 */
const highlighted = async (page) => (await canvas(page, "overlay")).data.some((part) => part !== 0);

describe("reading the chart", ATONCE, () => {
  test("hovering names the figure, its unit, its status and its source", () =>
    visit("?month=2024-11", {}, async (page) => {
      const { at } = await place(page, "June 2024");
      assert.equal(await page.locator("#tip").isVisible(), false);
      await surface(page).hover({ position: at });
      await frame(page);
      const { rows, heads } = await table(page);
      const row = rows.find(([month]) => month === "Jun 2024") ?? [];
      const amount = `${row[heads.indexOf("Exports (t)")]} t`;
      assert.equal(await text(page, "#tip"), `${amount} June 2024`);
      const readout = await text(page, "#readout");
      assert(readout.startsWith(`June 2024: ${amount} · ${row[heads.indexOf("Status")]}`), readout);
      assert.match(readout, /Source: /);
      const link = page.locator("#readout a").first();
      const source = page.locator('[data-fragment="table"] tr', { hasText: "Jun 2024" }).first().locator("a").first();
      assert.equal(await link.getAttribute("href"), await source.getAttribute("href"));

      // The tip keeps clear of its point, and both are in the chart.
      const tip = await page.locator("#tip").boundingBox();
      const plot = await box(page);
      assert(tip && tip.x >= plot.x && tip.x + tip.width <= plot.x + plot.width + 0.5);
      assert(tip.y + tip.height < plot.y + at.y - 6 || tip.y > plot.y + at.y + 6);

      // The ring is drawn around the point, the crosshair down to the axis.
      const drawn = await canvas(page, "overlay");
      const { ink = [], muted = [] } = await colours(page);
      assert(apart(pixel(drawn, at.x - 4.5, at.y - 0.5), ink) < 24);
      const below = [0, 1].some((side) => apart(pixel(drawn, at.x - side, at.y + 40), muted) < 60);
      assert(below, "no crosshair below the point");

      await page.mouse.move(5, 5);
      await frame(page);
      assert.equal(await page.locator("#tip").isVisible(), false);
      assert.equal(await highlighted(page), false, "the ring stays behind");
    }));

  test("hovering anywhere in a month’s column finds it, as the table has it", () =>
    visit("", {}, async (page) => {
      const points = await walked(page);
      const { rows } = await table(page);
      const { height } = await box(page);
      for (const point of points.filter((_, index) => index % 9 === 0)) {
        for (const y of [height * 0.25, height * 0.8]) {
          await surface(page).hover({ position: { x: point.at.x, y } });
          await frame(page);
          const row = rows.find(([month]) => month === short(point.period)) ?? [];
          assert.equal(await text(page, "#tip"), `${row[1]} t ${point.period}`);
        }
      }
    }));

  test("clicking a point studies its month", () =>
    visit("", {}, async (page) => {
      const { at } = await place(page, "November 2024");
      await surface(page).click({ position: at });
      assert.equal(page.url(), address("?month=2024-11"));
      assert.match(await text(page, "h1"), / in Nov 2024$/);
      assert.equal(await page.locator('select[name="month"]').inputValue(), "2024-11");
    }));

  test("dragging narrows the time, a double click and Escape widen it again", () =>
    visit("", {}, async (page) => {
      const from = await place(page, "March 2021");
      const to = await place(page, "October 2022");
      const plot = await box(page);
      const drag = async () => {
        await page.mouse.move(plot.x + from.at.x - 3, plot.y + 150);
        await page.mouse.down();
        await page.mouse.move(plot.x + 300, plot.y + 160, { steps: 3 });
        await frame(page);
        assert.equal(await page.locator("#band").isVisible(), true);
        await page.mouse.move(plot.x + to.at.x + 3, plot.y + 170, { steps: 3 });
        await page.mouse.up();
        await frame(page);
      };
      await drag();
      assert.equal(page.url(), address("?from=2021-03&to=2022-10"));
      assert.equal(await page.locator("#band").isVisible(), false);
      assert.match(await text(page, ".subtitle"), /Mar 2021–Oct 2022/);
      assert.deepEqual([(await table(page)).rows[0]?.[0], (await table(page)).rows.at(-1)?.[0]], ["Mar 2021", "Oct 2022"]);
      assert.equal(await page.locator("#leave-zoom").isVisible(), true);

      await surface(page).dblclick({ position: { x: 400, y: 200 } });
      await frame(page);
      assert.equal(page.url(), address(), "a double click shows all and studies no month");
      assert.equal(await page.locator("#leave-zoom").isVisible(), false);

      await drag();
      await page.keyboard.press("Escape");
      assert.equal(page.url(), address());

      await drag();
      await page.locator("#leave-zoom").click();
      assert.equal(page.url(), address());
      await page.waitForTimeout(350);
      assert.equal(page.url(), address(), "no late click follows");
    }));

  test("a single click in a narrowed view studies the month and stays narrow", () =>
    visit("?from=2021-03&to=2022-10", {}, async (page) => {
      const { at } = await place(page, "December 2021");
      await surface(page).click({ position: at });
      await page.waitForURL(/month=/);
      assert.equal(page.url(), address("?month=2021-12&from=2021-03&to=2022-10"));
    }));

  test("a chart without time is not narrowed by dragging", () =>
    visit("?chart=season", {}, async (page) => {
      const plot = await box(page);
      await page.mouse.move(plot.x + 100, plot.y + 150);
      await page.mouse.down();
      await page.mouse.move(plot.x + 400, plot.y + 150, { steps: 4 });
      await frame(page);
      assert.equal(await page.locator("#band").isVisible(), false);
      await page.mouse.up();
      assert(!/from=|to=/.test(page.url()), page.url());
    }));

  test("a finger reads the chart and leaves the page its scrolling", () =>
    visit("", { context: { hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } } }, async (page) => {
      const { at, value } = await place(page, "May 2024");
      await surface(page).scrollIntoViewIfNeeded();
      await surface(page).tap({ position: at });
      await frame(page);
      assert.equal(await page.locator("#tip").isVisible(), true);
      assert((await text(page, "#tip")).startsWith(value), await text(page, "#tip"));
      assert((await text(page, "#readout")).startsWith(`May 2024: ${value} · reported`), await text(page, "#readout"));
      assert.equal(page.url(), address(), "reading is not choosing");
      assert.equal(await surface(page).evaluate((place) => getComputedStyle(place).touchAction), "pan-y pinch-zoom");
    }));

  test("the keyboard walks the points and says each", () =>
    visit("", {}, async (page) => {
      await page.keyboard.press("Tab");
      assert.equal(await page.evaluate(() => document.activeElement?.className), "skip page-only");
      await page.locator("#save-csv").focus();
      for (let tries = 0; tries < 5; tries += 1) {
        await page.keyboard.press("Shift+Tab");
        if (await surface(page).evaluate((place) => place === document.activeElement)) break;
      }
      const { rows } = await table(page);
      const all = rows.length;
      const says = async (/** @type {number} */ index) => {
        const [period = "", amount = ""] = rows[index] ?? [];
        const words = (await spoken(page)) ?? "";
        assert(short(words).startsWith(`${period}, ${amount} t, `), `${words} for ${period}`);
        assert(words.endsWith(`. Point ${index + 1} of ${all}.`), words);
      };
      await says(all - 1);
      await page.keyboard.press("ArrowLeft");
      await says(all - 2);
      await page.keyboard.press("PageUp");
      await says(all - 14);
      await page.keyboard.press("PageDown");
      await says(all - 2);
      await page.keyboard.press("Home");
      await says(0);
      await page.keyboard.press("ArrowLeft");
      await says(0);
      await page.keyboard.press("ArrowRight");
      await says(1);
      await page.keyboard.press("End");
      await says(all - 1);
      assert.equal(await highlighted(page), true);
      assert.equal(await page.locator("#spoken").getAttribute("aria-live"), "assertive");

      await page.keyboard.press("Home");
      await page.keyboard.press("Enter");
      assert.equal(page.url(), address("?month=2018-05"));
      assert.match(await text(page, "h1"), /May 2018/);
      assert.equal(await surface(page).evaluate((place) => place === document.activeElement), true);

      await page.keyboard.press("ArrowRight");
      assert.match((await spoken(page)) ?? "", /^June 2018, /, "walking goes on from the month chosen");
      await page.keyboard.press("Escape");
      assert.equal(await page.locator("#tip").isVisible(), false);
      assert.equal(await highlighted(page), false);
    }));

  test("the keyboard goes from line to line and from row to row", async () => {
    await visit("?chart=balance&month=2024-11", {}, async (page) => {
      await surface(page).focus();
      await page.keyboard.press("ArrowRight");
      await page.keyboard.press("ArrowLeft");
      const before = (await spoken(page)) ?? "";
      const [flow] = before.split(",");
      await page.keyboard.press(flow === "Exports" ? "ArrowUp" : "ArrowDown");
      const after = (await spoken(page)) ?? "";
      assert.notEqual(after.split(",")[0], flow);
      assert.equal(after.split(", ")[1], before.split(", ")[1], "the same month");
    });
    await visit("?chart=framing&month=2024-11", {}, async (page) => {
      await surface(page).focus();
      // It begins at the comparison chosen.
      for (let step = 0; step < 6; step += 1) await page.keyboard.press("ArrowDown");
      const heard = [];
      for (let step = 0; step < 6; step += 1) {
        await page.keyboard.press("ArrowUp");
        heard.unshift(((await spoken(page)) ?? "").split(",")[0]);
      }
      const names = (await table(page)).rows.map(([name]) => name);
      assert.deepEqual([...new Set(heard)], names.slice(0, new Set(heard).size));
      assert(new Set(heard).size >= 5);
    });
  });

  test("plus and minus narrow and widen the time", () =>
    visit("?month=2022-06", {}, async (page) => {
      await surface(page).focus();
      await page.keyboard.press("ArrowRight");
      await page.keyboard.press("ArrowLeft");
      await page.keyboard.press("+");
      const { searchParams } = new URL(page.url());
      const [from = "", to = ""] = [searchParams.get("from"), searchParams.get("to")].map(String);
      assert(from > "2018-05" && from < "2022-06" && to > "2022-06" && to < "2026-07", page.url());
      await page.keyboard.press("-");
      assert.equal(page.url(), address("?month=2022-06"));
    }));

  test("the chart tells a screen reader what it is and where its numbers are", () =>
    visit("?month=2024-11&compare=mom", {}, async (page) => {
      const label = (await surface(page).getAttribute("aria-label")) ?? "";
      assert(label.startsWith("Months chart, "), label);
      assert(label.includes("fell 7.1% month on month to 4,416 t in Nov 2024"), label);
      assert.match(label, /Points: \d+/);
      const keys = await page.locator(`#${await surface(page).getAttribute("aria-describedby")}`).textContent();
      for (const key of ["Arrow", "Home", "End", "Enter", "Escape"]) assert(keys?.includes(key), key);
    }));

  test("a zoom by keyboard is announced, and the point that the reader was on is kept", () =>
    visit("?month=2024-11", {}, async (page) => {
      const surface = page.locator("#surface");
      const announced = () => page.locator("#announced").textContent();
      const spoken = () => page.locator("#spoken").textContent();
      await surface.focus();
      await surface.press("ArrowLeft");
      const point = ((await spoken()) ?? "").replace(/Point .*/, "");
      assert(point.length > 10);
      for (const key of ["+", "-"]) {
        const before = await text(page, ".subtitle");
        await surface.press(key);
        await page.waitForFunction((before) => document.querySelector(".subtitle")?.textContent !== before, before);
        assert.equal(await announced(), await text(page, ".subtitle"), key);
        assert((await spoken())?.startsWith(point), `${key}: ${await spoken()}, not ${point}`);
      }
      await surface.press("Enter");
      await page.waitForFunction(() => /month=2024-10/.test(location.search));
    }));

  test("a new view is announced, and nothing before the first", () =>
    visit("?month=2024-11", {}, async (page) => {
      const announced = () => page.locator("#announced").textContent();
      assert.equal(await announced(), "");
      await page.locator("#month-before").click();
      assert.equal(await announced(), await text(page, "h1"));
      assert.match((await announced()) ?? "", /Oct(ober)? 2024/);
      await page.locator('[data-fragment="charts"]').getByText("Season", { exact: true }).first().click();
      assert.equal(await announced(), await text(page, "h1"));
      assert.equal(await page.locator("#announced").getAttribute("role"), "status");
    }));

  test("where the chart is off the screen a choice shows what came of it", () =>
    visit("?month=2024-11", { context: { viewport: { width: 390, height: 700 } } }, async (page) => {
      await page.locator("#month-before").scrollIntoViewIfNeeded();
      await page.evaluate(() => scrollTo({ top: document.getElementById("month-before")?.getBoundingClientRect().top, behavior: "instant" }));
      await page.locator("#month-before").click();
      const box = await page.locator("#announced").boundingBox();
      assert(box && box.height > 20 && box.y + box.height <= 700, JSON.stringify(box));
    }));

  test("time is narrowed by a button too, for a finger and for a keyboard", () =>
    visit("?month=2024-11", {}, async (page) => {
      await page.locator("#zoom-in").press("Enter");
      assert.match(page.url(), /from=\d{4}-\d\d&to=\d{4}-\d\d/);
      await page.locator("#leave-zoom").press("Enter");
      assert.doesNotMatch(page.url(), /from=/);
      assert.equal(await page.evaluate(() => document.activeElement?.id), "zoom-in");
    }));

  test("a canvas that the browser lost and gave back is drawn again", () =>
    visit("?month=2024-11", {}, async (page) => {
      const before = await canvas(page);
      await page.evaluate(() => {
        const sheet = /** @type {HTMLCanvasElement} */ (document.getElementById("canvas"));
        sheet.getContext("2d")?.clearRect(0, 0, sheet.width, sheet.height);
        sheet.dispatchEvent(new Event("contextrestored"));
      });
      const after = await canvas(page);
      assert.deepEqual(Buffer.from(after.data).equals(Buffer.from(before.data)), true);
    }));
});
