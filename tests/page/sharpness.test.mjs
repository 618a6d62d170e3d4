// The canvas has a pixel for each of the screen's, follows its container and the reader's theme,
// and takes the place of the waiting chart without moving anything.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { ATONCE, apart, canvas, colours, count, frame, pixel, ready, stage, text, walked } from "./support.mjs";

/** @typedef {import("./support.mjs").Page} Page */

const { visit } = stage();

/** @param {Page} page */
const sizes = (page) =>
  page.evaluate(() => {
    const of = (/** @type {string} */ id) => {
      const sheet = /** @type {HTMLCanvasElement} */ (document.getElementById(id));
      const box = sheet.getBoundingClientRect();
      return { width: sheet.width, height: sheet.height, css: [box.width, box.height] };
    };
    return { canvas: of("canvas"), overlay: of("overlay"), ratio: devicePixelRatio };
  });

describe("sharpness", ATONCE, () => {
  for (const ratio of [1, 1.5, 2, 3]) {
    test(`a screen of ${ratio} pixels to a CSS pixel gets a canvas of as many`, () =>
      visit("?month=2024-11", { context: { deviceScaleFactor: ratio, viewport: { width: 801, height: 700 } } }, async (page) => {
        const { canvas: sheet, overlay, ratio: found } = await sizes(page);
        assert.equal(found, ratio);
        for (const { width, height, css } of [sheet, overlay]) {
          assert.deepEqual([width, height], css.map((length) => Math.round(length * ratio)));
        }
        // Drawn at that size too: points lie as far apart as the canvas is larger, lines are as thick.
        const points = await walked(page, 50);
        const [first, last] = [points[0], points.at(-1)];
        assert(first && last && last.at.x - first.at.x > 500 * ratio);
        const drawn = await canvas(page);
        const { grid = [] } = await colours(page);
        const thickness = (/** @type {number} */ x) => {
          let [run, longest] = [0, 0];
          for (let y = Math.round(30 * ratio); y < drawn.height - 40 * ratio; y += 1) {
            run = apart(pixel(drawn, x, y), grid) < 16 ? run + 1 : 0;
            longest = Math.max(longest, run);
          }
          return longest;
        };
        // Some columns run along an event's hairline; the least is a grid line crossed.
        const crossed = Array.from({ length: 30 }, (_, step) => thickness(Math.round(drawn.width * (0.2 + step / 60))));
        const thin = Math.min(...crossed);
        // A line may share its edges out between two rows.
        assert(thin >= Math.floor(ratio) - 1 && thin <= Math.ceil(ratio) + 1, `a grid line is ${thin} pixels thick`);
      }));
  }

  test("a chart drawn on two screens is one chart", async () => {
    /** @type {{ x: number, y: number, value: string }[][]} */
    const found = [];
    for (const deviceScaleFactor of [1, 2]) {
      await visit("", { context: { deviceScaleFactor } }, async (page) => {
        const points = (await walked(page, 10)).filter(({ at }) => !Number.isNaN(at.x));
        found.push(points.map(({ at, value }) => ({ x: at.x / deviceScaleFactor, y: at.y / deviceScaleFactor, value })));
      });
    }
    const [coarse = [], fine = []] = found;
    assert(coarse.length > 5 && coarse.length === fine.length);
    coarse.forEach((point, index) => {
      const other = fine[index];
      // Words as wide as 37.4 pixels take 38 on the one screen and 37.5 on the other.
      assert(other && Math.abs(point.x - other.x) < 2.5 && Math.abs(point.y - other.y) < 1.5, JSON.stringify([point, other]));
    });
  });

  test("the canvas follows its container", () =>
    visit("", {}, async (page) => {
      const before = await sizes(page);
      for (const width of [700, 420, 1100]) {
        await page.setViewportSize({ width, height: 800 });
        await frame(page);
        await frame(page);
        const { canvas: sheet, overlay } = await sizes(page);
        assert.notEqual(sheet.width, before.canvas.width);
        for (const one of [sheet, overlay]) assert.deepEqual([one.width, one.height], one.css.map(Math.round));
        const points = await walked(page, 50);
        const [first, last] = [points[0], points.at(-1)];
        assert(first && last && first.at.x > 0 && last.at.x < sheet.width && last.at.x - first.at.x > sheet.width * 0.5);
        const { main = [] } = await colours(page);
        assert(apart(pixel(await canvas(page), last.at.x - 0.5, last.at.y - 0.5), main) < 24, "redrawn, not stretched");
      }
    }));

  test("a reader’s point stays marked when the window changes", () =>
    visit("", {}, async (page) => {
      await page.locator("#surface").focus();
      await page.keyboard.press("Home");
      await page.setViewportSize({ width: 700, height: 800 });
      await frame(page);
      await frame(page);
      const drawn = await canvas(page, "overlay");
      assert(drawn.data.some((part) => part !== 0));
    }));

  test("light and dark are each drawn in their own colours, and change while the page is open", () =>
    visit("?month=2024-11", { context: { colorScheme: "light" } }, async (page) => {
      const light = { colours: await colours(page), canvas: await canvas(page) };
      await page.emulateMedia({ colorScheme: "dark" });
      await frame(page);
      const dark = { colours: await colours(page), canvas: await canvas(page) };
      assert.deepEqual(light.colours["paper"], [255, 255, 255]);
      assert.notDeepEqual(dark.colours, light.colours);
      for (const { colours, canvas } of [light, dark]) {
        const { paper = [], main = [], mean = [] } = colours;
        assert.deepEqual(pixel(canvas, canvas.width - 1, 0), [...paper, 255]);
        for (const colour of [main, mean]) {
          assert(count(canvas, colour) > 200, `${count(canvas, colour)} pixels of ${colour}`);
        }
      }
      assert(apart(pixel(dark.canvas, 0, 0), pixel(light.canvas, 0, 0)) > 200);
      await page.emulateMedia({ colorScheme: "light" });
      await frame(page);
      assert.deepEqual((await canvas(page)).data, light.canvas.data, "the same again");
    }));

  test("a theme asked for holds against the system’s", () =>
    visit("?theme=dark", { context: { colorScheme: "light" } }, async (page) => {
      const { paper = [] } = await colours(page);
      assert.deepEqual(paper, [0x13, 0x17, 0x1d]);
      assert.deepEqual(pixel(await canvas(page), 0, 0), [...paper, 255]);
      assert.equal(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), "rgb(19, 23, 29)");
    }));

  /**
   * Holds the module back until `release` is called.
   * @returns {{ prepare: (context: import("./support.mjs").BrowserContext) => Promise<unknown>, release: () => void }}
   */
  function heldBack() {
    let release = () => {};
    const held = new Promise((resolve) => {
      release = () => resolve(undefined);
    });
    return {
      prepare: (context) =>
        context.route(/\.wasm/, async (route) => {
          await held;
          await route.continue();
        }),
      release,
    };
  }

  for (const [name, viewport] of /** @type {const} */ ([
    ["wide", { width: 1200, height: 900 }],
    ["narrow", { width: 390, height: 844 }],
  ])) {
    test(`the canvas takes the waiting chart’s place without moving anything, ${name}`, async () => {
      const { prepare, release } = heldBack();
      await visit("", { context: { viewport }, live: false, prepare }, async (page) => {
        await page.waitForSelector(`.still.${name} svg`);
        const boxes = () =>
          page.evaluate(() =>
            Object.fromEntries(
              ["h1", ".subtitle", "#plot", ".source", ".words", "#numbers", ".comparisons"].map((selector) => {
                const box = document.querySelector(selector)?.getBoundingClientRect();
                return [selector, [box?.x, box?.y, box?.width, box?.height].map((length) => Math.round(length ?? -1))];
              }),
            ),
          );
        const before = await boxes();
        assert.equal(await page.locator(`.still.${name}`).isVisible(), true);
        assert.match(await text(page, "h1"), /^China’s exports of rare earths /);
        await page.evaluate(() => {
          let shift = 0;
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) shift += /** @type {PerformanceEntry & { value: number }} */ (entry).value;
            Object.assign(window, { shift });
          }).observe({ type: "layout-shift", buffered: true });
        });
        release();
        await ready(page);
        await frame(page);
        await frame(page);
        assert.equal(await page.locator(`.still.${name}`).isVisible(), false);
        assert.deepEqual(await boxes(), before);
        const shift = await page.evaluate(() => ("shift" in window ? Number(window.shift) : 0));
        assert(shift < 0.01, `things moved by ${shift}`);
      });
    });
  }

  test("a view other than the usual one shows none of the usual one’s figures while it loads", async () => {
    const { prepare, release } = heldBack();
    await visit("?flow=import&month=2024-11", { live: false, prepare }, async (page) => {
      await page.waitForSelector(".waiting");
      assert.equal(await page.locator(".waiting").isVisible(), true);
      assert.equal(await page.locator(".still.wide").isVisible(), false);
      assert.equal(await page.locator("h1").isVisible(), false);
      release();
      await ready(page);
      assert.equal(await page.locator(".waiting").isVisible(), false);
      assert.match(await text(page, "h1"), /imports/);
    });
  });
});
