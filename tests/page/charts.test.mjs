// What is on the canvas: the same drawing as in the files, its points where its figures belong.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  ATONCE,
  CHARTS, apart, canvas, colours, fitted, frame, missing, number, pixel, rasterized, saved, short, stage, svgWords, table, walked,
} from "./support.mjs";

/** @typedef {import("./support.mjs").Point} Point */

const { visit } = stage();

/** A month with a figure of its own and figures on both sides. */
const MONTH = "month=2024-11";

/**
 * Of one drawing's pixels, the share that the other may lack: letters are shaped otherwise in an
 * SVG, and the names at the lines and of events placed by a table of widths: one that fits right of its
 * line in the one may stand left of it in the other. Another series' chart lacks several times as much.
 */
const LETTERS_DIFFER = 0.035;

/** In CSS pixels: by so much the widths of an axis' words, known or guessed, may shift the plot. */
const REACH = 4;

describe("the canvas", ATONCE, () => {
  for (const chart of CHARTS) {
    test(`${chart}: the picture drawn on a canvas is the one drawn as SVG`, () =>
      visit(`?chart=${chart}&${MONTH}`, {}, async (page) => {
        const { paper = [] } = await colours(page);
        // A picture file has two pixels to a CSS pixel.
        const size = { width: 1920, height: 1200 };
        const png = await rasterized(page, (await saved(page, "png")).bytes, "image/png", size, 0.5);
        const vector = async () => rasterized(page, (await saved(page, "svg")).bytes, "image/svg+xml", size, 0.5);
        const svg = await vector();
        const lost = [missing(png, svg, paper, REACH), missing(svg, png, paper, REACH)];
        assert(Math.max(...lost) < LETTERS_DIFFER, `the pictures lack of each other ${lost}`);
        // Were the measure blind, it would take any chart for any other.
        await page.locator('select[name="product"]').selectOption({ index: 3 });
        await page.locator('select[name="month"]').selectOption({ index: 5 });
        assert(missing(await vector(), png, paper, REACH) > 3 * LETTERS_DIFFER, "another chart looks the same");
      }));
  }

  /**
   * The value at which a point of a chart of amounts a month is drawn: two months reported together
   * lie at their mean.
   * @param {Point} point
   */
  const height = ({ value, period }) =>
    number(value) / (/^January–February/.test(period) && !value.endsWith("%") ? 2 : 1);

  /**
   * A month's number on an axis of time; between the two for January and February together.
   * @param {string} period
   */
  function monthIndex(period) {
    const names = "January February March April May June July August September October November December".split(" ");
    const year = Number(period.slice(-4));
    const months = period.slice(0, -5).split("–").map((name) => names.indexOf(name));
    assert(!months.includes(-1), period);
    return year * 12 + months.reduce((sum, month) => sum + month, 0) / months.length;
  }

  /**
   * Whether some pixel within `reach` of a place has one of the colours.
   * @param {import("./support.mjs").Picture} picture
   * @param {{ x: number, y: number }} at
   * @param {number[][]} wanted
   */
  function has(picture, { x, y }, wanted, reach = 2) {
    for (let dy = -reach; dy <= reach; dy += 1) {
      for (let dx = -reach; dx <= reach; dx += 1) {
        const found = pixel(picture, x - 0.5 + dx, y - 0.5 + dy);
        if (wanted.some((colour) => apart(found, colour) < 24)) return true;
      }
    }
    return false;
  }

  /**
   * @param {number[]} over
   * @param {number[]} under
   * @param {number} share
   */
  const mixed = (over, under, share) =>
    under.map((part, index) => part + ((over[index] ?? 0) - part) * share);

  /** In pixels: drawing rounds to whole ones. */
  const ROUNDING = 1.01;

  for (const chart of ["months", "season", "cumulative", "balance", "change"]) {
    test(`${chart}: every point lies where its figure belongs, on a mark of its colour`, () =>
      visit(`?chart=${chart}&${MONTH}`, {}, async (page) => {
        const points = await walked(page);
        const drawn = await canvas(page);
        const { main = [], second = [], fall = [], near = [], context = [], paper = [], band = [] } = await colours(page);
        assert.equal(points.length, points[0]?.of, "the keys reach every point");

        const up = fitted(
          points.map((point) => ({
            from: chart === "cumulative" ? number(point.value) : height(point),
            to: point.at.y,
          })),
        );
        assert(up.slope < 0 && up.worst <= ROUNDING, `a point lies ${up.worst} off its height`);
        const calendar = chart === "season" || chart === "cumulative";
        const across = fitted(
          points.map(({ period, at }) => {
            const index = chart === "cumulative" ? monthIndex(period.replace(/^January–/, "").replace(/^\d+$/, "December $&")) : monthIndex(period);
            return { from: calendar ? index % 12 : index, to: at.x };
          }),
        );
        assert(across.slope > 0 && across.worst <= ROUNDING, `a point lies ${across.worst} off its month`);

        /** @param {Point} point */
        const own = ({ series, period, value }) => {
          const behind = 2024 - Number(period.slice(-4));
          if (calendar) return [main, near][behind] ?? context;
          if (chart === "change") return number(value) < 0 ? fall : main;
          return series === "Imports" ? second : main;
        };
        // The others are drawn over it where lines cross.
        const bare = points.filter((point) => {
          const colour = own(point);
          // Bars not chosen are faded; a line one pixel wide may share itself out over two.
          const shades = [1, 0.75, 0.5].map((share) => mixed(colour, paper, share));
          return has(drawn, point.at, shades) || has(drawn, point.at, [mixed(colour, band, 0.5)]);
        });
        const lines = new Set(points.map(({ series }) => series)).size;
        assert(
          bare.length >= points.length * (lines > 2 ? 0.9 : 0.95),
          `${points.length - bare.length} of ${points.length} points are not where their line is`,
        );
        // Away from every point and line the paper shows.
        assert(apart(pixel(drawn, drawn.width - 1, 1), paper) === 0);
      }));
  }

  test("heat: every cell lies in its month’s column and its year’s row, as dark as its figure", () =>
    visit(`?chart=heat&${MONTH}`, {}, async (page) => {
      const points = await walked(page);
      const drawn = await canvas(page);
      const { pale = [], deep = [] } = await colours(page);
      assert.equal(points.length, points[0]?.of, "the keys reach every point");
      const across = fitted(points.map(({ period, at }) => ({ from: monthIndex(period) % 12, to: at.x })));
      const down = fitted(points.map(({ period, at }) => ({ from: Number(period.slice(-4)), to: at.y })));
      assert(across.slope > 0 && across.worst <= ROUNDING + 1, `a cell lies ${across.worst} off its month`);
      assert(down.slope < 0 && down.worst <= ROUNDING + 1, `a cell lies ${down.worst} off its year`);

      const heights = points.map(height);
      const [low, high] = [Math.min(...heights), Math.max(...heights)];
      for (const point of points) {
        const shade = mixed(deep, pale, (height(point) - low) / (high - low));
        // Within the cell, above its words.
        const inside = { x: point.at.x, y: point.at.y + down.slope / 2 + 5 };
        assert(apart(pixel(drawn, inside.x, inside.y), shade) < 4, `${JSON.stringify(point)} is not ${shade}`);
      }
    }));

  test("framing: every bar ends at its change, in the colour of its direction", () =>
    visit(`?chart=framing&${MONTH}`, {}, async (page) => {
      const points = await walked(page);
      const drawn = await canvas(page);
      const { main = [], fall = [], paper = [] } = await colours(page);
      assert.equal(points.length, points[0]?.of, "the keys reach every point");
      assert(points.some(({ value }) => number(value) < 0) && points.some(({ value }) => number(value) > 0));
      const across = fitted(points.map(({ value, at }) => ({ from: number(value), to: at.x })));
      assert(across.slope > 0 && across.worst <= ROUNDING, `a bar ends ${across.worst} off its change`);
      for (const { value, at, tip } of points) {
        const colour = number(value) < 0 ? fall : main;
        const inside = { x: (at.x + across.at(0)) / 2, y: at.y + 4 };
        assert(has(drawn, inside, [colour, mixed(colour, paper, 0.75)], 1), `no bar for ${tip}`);
        const beyond = { x: at.x + Math.sign(number(value)) * 4, y: at.y + 9 };
        assert(apart(pixel(drawn, beyond.x, beyond.y), paper) < 40, `the bar of ${tip} is too long`);
      }
    }));

  test("the points of the file’s line are the table’s figures at the axis’ scale", () =>
    visit(`?${MONTH}`, {}, async (page) => {
      const svg = (await saved(page, "svg")).bytes.toString();
      const { main = [] } = await colours(page);
      const hex = `#${main.map((part) => part.toString(16).padStart(2, "0")).join("")}`.toUpperCase();
      const lines = Array.from(svg.matchAll(/<polyline [^>]*>/g), ([tag]) => tag);
      const ends = (/** @type {string} */ tag) =>
        Array.from((/points="([^"]*)"/.exec(tag)?.[1] ?? "").matchAll(/(-?[\d.]+),(-?[\d.]+)/g), ([, x, y]) => [Number(x), Number(y)]);

      // Each of the axis' words stands above its own grid line, at that line's left end.
      const levels = lines.map(ends).filter((points) => points.length === 2 && points[0]?.[1] === points[1]?.[1]);
      const left = Math.min(...levels.map((points) => points[0]?.[0] ?? NaN));
      // The title begins there as well, and may break before its year; it alone has a size of its own.
      const ticks = Array.from(svg.matchAll(/<text x="([\d.]+)" y="([\d.]+)"(?![^>]*font-size)[^>]*>\s*([\d,]+)(?: t)?\s*<\/text>/g), ([, x, y, words = ""]) => ({
        x: Number(x),
        y: Number(y),
        value: number(words),
      })).filter(({ x }) => x === left);
      const scale = fitted(
        ticks.map(({ y, value }) => {
          const below = levels.map((points) => points[0]?.[1] ?? 0).filter((level) => level > y);
          return { from: Math.min(...below), to: value };
        }),
      );
      // The file's places are to half a CSS pixel, so a grid line may lie a quarter off.
      assert(ticks.length >= 3 && scale.worst <= Math.abs(scale.slope) / 4, `the axis is not even: ${scale.worst}`);

      const runs = lines.filter((tag) => tag.includes(`stroke="${hex}"`)).map(ends);
      const found = runs.filter((points) => points.length > 2).flat().map(([, y = 0]) => scale.at(y));
      const { heads, rows } = await table(page);
      const amounts = rows
        .filter(([period]) => !period?.includes("–"))
        .map((row) => number(row[heads.indexOf("Exports (t)")] ?? ""));
      // A quarter of a CSS pixel is the finest that the file tells apart.
      const finest = Math.abs(scale.slope);
      const nearest = found.map((value) => Math.min(...amounts.map((amount) => Math.abs(amount - value))));
      assert(found.length > amounts.length * 0.8, `${found.length} points for ${amounts.length} figures`);
      assert(Math.max(...nearest) <= finest, `a point is ${Math.max(...nearest)} t off`);
    }));

  test("what a chart cannot show it says", () =>
    visit(`?chart=framing&month=2026-02`, {}, async (page) => {
      const { rows } = await table(page);
      const absent = rows.filter((row) => row.at(-2) === "–");
      assert(absent.length > 0);
      const words = svgWords((await saved(page, "svg")).bytes.toString()).join(" ");
      for (const row of absent) assert(words.includes(row[3]?.slice(0, 20) ?? "?"), `${row} in ${words}`);
    }));

  test("the chart that waits in the page is the one that takes its place", () =>
    visit("?embed", {}, async (page) => {
      const { paper = [] } = await colours(page);
      // Both as wide as the build drew it.
      const beyond = await page.evaluate(() => {
        const made = document.querySelector(".still.wide svg")?.getAttribute("width");
        return Number(made) - (document.getElementById("plot")?.clientWidth ?? 0);
      });
      await page.setViewportSize({ width: 1200 + beyond, height: 900 });
      await frame(page);
      await frame(page);
      const drawn = await canvas(page);
      const { width, height } = drawn;
      assert(width > 700 && height > 400, `${width} × ${height}`);
      const still = await page.locator(".still.wide svg").evaluate((svg) => {
        const style = getComputedStyle(document.documentElement);
        return svg.outerHTML.replace(/var\((--[a-z]+)\)/g, (_, name) => style.getPropertyValue(name));
      });
      const waiting = await rasterized(page, still, "image/svg+xml", { width, height });
      const lost = [missing(drawn, waiting, paper, REACH), missing(waiting, drawn, paper, REACH)];
      assert(Math.max(...lost) < LETTERS_DIFFER, `the pictures lack of each other ${lost}`);
    }));

  test("the five years’ range is shaded behind the season’s lines", () =>
    visit(`?chart=season&${MONTH}`, {}, async (page) => {
      const points = await walked(page);
      const { band = [] } = await colours(page);
      const drawn = await canvas(page);
      const { heads, rows } = await table(page);
      const scale = fitted(points.map((point) => ({ from: height(point), to: point.at.y })));
      const column = (/** @type {RegExp} */ head) => heads.findIndex((words) => head.test(words));
      let seen = 0;
      for (const row of rows) {
        const [low = "", high = ""] = [row[column(/^Lowest/)], row[column(/^Highest/)]];
        const here = points.find(({ period }) => period.startsWith(row[0] ?? "?"));
        if (low === "–" || !here) continue;
        for (let share = 0.1; share < 1; share += 0.1) {
          const value = number(low) + (number(high) - number(low)) * share;
          if (apart(pixel(drawn, here.at.x, scale.at(value)), band) < 8) seen += 1;
        }
      }
      assert(seen > 20, `the band shows at ${seen} places`);
      assert.equal(short("November 2024"), "Nov 2024");
    }));
});
