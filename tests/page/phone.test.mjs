// A phone: everything fits its width, is large enough to read and far enough apart to tap.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { describe, test } from "node:test";
import { ATONCE, VIEWS, canvas, stage, walked } from "./support.mjs";

const { address, visit } = stage();

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 3 };

const WIDE = "DejaVu Sans";
const USUAL = "Liberation Sans";
/** How many lines a headline may have in each: phones have typefaces like the usual one; the other is wider than any. */
const LINES = new Map([
  [USUAL, 2],
  [WIDE, 2],
]);

/** How many pixels may stay empty at rest in the room for what is said of a point. */
const MOST_EMPTY = 60;

/** Whether a typeface is installed. @param {string} face */
function has(face) {
  try {
    return execFileSync("fc-list", [face]).length > 0;
  } catch {
    return false;
  }
}

/** @param {import("./support.mjs").Page} page */
const overflowing = (page) =>
  page.evaluate(() => {
    const wide = [];
    for (const element of document.body.querySelectorAll("*")) {
      const box = element.getBoundingClientRect();
      // What scrolls by itself, and what lies in it, may be wider.
      const scrolls = element.closest(".questions ul, .charts ul, .scroll, .unseen, .skip, svg");
      if (!scrolls && box.width > 0 && (box.right > innerWidth + 0.5 || box.left < -0.5)) {
        wide.push(`${element.tagName}.${element.className}#${element.id} ${box.left} to ${box.right}`);
      }
    }
    return { wide, page: document.documentElement.scrollWidth - innerWidth };
  });

describe("a phone", ATONCE, () => {
  for (const [chart, address] of Object.entries(VIEWS)) {
    test(`${chart}: is near the top, has room for what is said of a point, and is no wider than a phone`, () =>
      visit(address, { context: { ...PHONE, deviceScaleFactor: 1 } }, async (page) => {
        const top = await page.locator("#plot").evaluate((plot) => plot.getBoundingClientRect().top + scrollY);
        assert(top <= 240, `its drawing begins at ${top}`);

        const { points, cut, empty } = await page.evaluate(() => {
          const surface = /** @type {HTMLElement} */ (document.getElementById("surface"));
          const readout = /** @type {HTMLElement} */ (document.getElementById("readout"));
          const caption = /** @type {HTMLElement} */ (document.getElementById("caption"));
          const bottom = (/** @type {Element | null} */ element) => element?.getBoundingClientRect().bottom ?? 0;
          const empty = bottom(caption) - bottom(caption.querySelector(".source"));
          const height = caption.clientHeight;
          const spoken = () => document.getElementById("spoken")?.textContent ?? "";
          const press = (/** @type {string} */ key) => surface.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
          const cut = new Set();
          const points = new Set();
          for (const step of ["ArrowRight", "ArrowDown"]) {
            press("Home");
            for (let last = ""; spoken() !== last && points.size < 400; press(step)) {
              last = spoken();
              if (last) points.add(last);
              if (readout.offsetHeight > caption.clientHeight) cut.add(readout.innerText);
              if (caption.clientHeight !== height) cut.add(`${height} became ${caption.clientHeight}`);
            }
          }
          return { points: points.size, cut: [...cut], empty };
        });
        assert(empty <= MOST_EMPTY, `${empty} pixels are empty beneath the sources`);
        assert(points > 0, "none was read out");
        assert.deepEqual(cut, []);

        await page.locator("#show-embed").click();
        for (const summary of await page.locator("summary").all()) await summary.click();
        assert.deepEqual(await overflowing(page), { wide: [], page: 0 });
      }));
  }

  const faces = [...LINES].filter(([face]) => has(face));

  /** How many lines the headline has in each typeface. @param {import("./support.mjs").Page} page */
  const linesOf = (page) =>
    // A style sheet that is put in waits for an event, which no page without scripts has.
    page.locator("h1").evaluate((head, faces) => faces.map(([face, most]) => {
      head.style.setProperty("font-family", `"${face}", sans-serif`, "important");
      const height = head.getBoundingClientRect().height;
      const lines = Math.round(height / Number.parseFloat(getComputedStyle(head).lineHeight));
      return { face, most, lines, words: head.textContent };
    }), faces);

  for (const end of faces.length > 0 ? ["html", "zh.html"] : []) {
    test(`*.${end}: no chart’s own headline has more lines than the typeface may have`, async () => {
      // As the build wrote them: the module need not be there. One window goes from chart to chart.
      const how = { context: { ...PHONE, deviceScaleFactor: 1, javaScriptEnabled: false, bypassCSP: true }, live: false };
      await visit(`chart/index.${end}`, how, async (page) => {
        for (const chart of Object.keys(VIEWS)) {
          await page.goto(address(`chart/${chart}.${end}`));
          const heads = await linesOf(page);
          assert.equal(heads.length, faces.length);
          for (const { face, most, lines, words } of heads) {
            assert(lines > 0 && lines <= most, `${chart}: ${lines} lines in ${face}, at most ${most}: ${words}`);
          }
        }
      });
    });
  }

  for (const chosen of faces.length > 0 ? ["?partner=USA", "?chart=series&with=import.rare-earths.WLD.volume"] : []) {
    test(`${chosen}: its headline has no more lines either`, () =>
      visit(chosen, { context: { ...PHONE, deviceScaleFactor: 1, bypassCSP: true } }, async (page) => {
        for (const { face, most, lines, words } of await linesOf(page)) {
          assert(lines > 0 && lines <= most, `${lines} lines in ${face}, at most ${most}: ${words}`);
        }
      }));
  }

  for (const chart of ["season", "heat"]) {
    test(`${chart}: a table’s sources have room beside the figures`, () =>
      visit(`chart/${chart}.html`, { context: { ...PHONE, javaScriptEnabled: false }, live: false }, async (page) => {
        const widths = await page.locator("tbody td:last-child").evaluateAll((cells) => cells.map((cell) => cell.getBoundingClientRect().width));
        assert(widths.length > 10 && Math.min(...widths) >= 150, `${widths}`);
      }));
  }

  test("no number is torn from its unit", async () => {
    for (const path of ["?month=2024-11", "?chart=season&month=2024-11", "?flow=import&month=2024-11"]) {
      await visit(path, { context: { ...PHONE, deviceScaleFactor: 1 } }, async (page) => {
        const torn = await page.evaluate(() => {
          const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          /** @type {string[]} */
          const torn = [];
          let whole = 0;
          while (words.nextNode()) {
            const node = /** @type {Text} */ (words.currentNode);
            if (!node.parentElement?.closest("h1, .comparisons")) continue;
            for (const found of node.data.matchAll(/\d (t|million|billion)\b/g)) {
              const range = document.createRange();
              range.setStart(node, found.index);
              range.setEnd(node, found.index + found[0].length);
              if (range.getClientRects().length > 1) torn.push(node.data);
              else whole += 1;
            }
          }
          return { torn, whole };
        });
        assert.deepEqual(torn.torn, []);
        assert(torn.whole > 5, `${torn.whole}`);
      });
    }
  });

  test("a chart without comparisons has no panel of them", () =>
    visit("?chart=prices&month=2025-12", { context: PHONE }, async (page) => {
      assert.equal(await page.locator(".comparisons").isVisible(), false);
    }));

  test("no page of the site is wider than a small phone", async () => {
    const small = { viewport: { width: 320, height: 640 } };
    for (const path of ["", "?chart=heat", "?chart=framing&month=2024-11&embed"]) {
      await visit(path, { context: small }, async (page) => {
        assert.deepEqual(await overflowing(page), { wide: [], page: 0 });
      });
    }
    await visit("?chart=season&month=2024-11", { context: small }, async (page) => {
      await page.locator("#show-embed").click();
      await page.locator('#show-embed[aria-expanded="true"]').waitFor();
      assert.deepEqual(await overflowing(page), { wide: [], page: 0 });
    });
  });

  test("in a frame the sources of a wide table make no tall rows", () =>
    visit("?chart=season&month=2025-12&show=title,table&embed", { context: PHONE }, async (page) => {
      const rows = await page.locator("table tbody tr").evaluateAll((all) => all.map((row) => row.getBoundingClientRect().height));
      assert.ok(rows.length > 5 && Math.max(...rows) < 120, `${rows}`);
    }));

  test("what is tapped is at least 24 pixels high and wide, or stands in a sentence", () =>
    visit("", { context: PHONE }, async (page) => {
      await page.locator("#show-embed").click();
      const small = await page.evaluate(() => {
        const found = [];
        for (const element of document.querySelectorAll("a, button, select, summary, textarea, input, [tabindex='0']")) {
          const box = element.getBoundingClientRect();
          const inWords = element.tagName === "A" && element.closest("p, li, td, dd") && getComputedStyle(element).display === "inline";
          const shown = box.width > 1 && element.checkVisibility({ visibilityProperty: true });
          if (shown && !inWords && (box.width < 24 || box.height < 24)) {
            found.push(`${element.tagName} ${element.textContent?.trim().slice(0, 30)} ${box.width}×${box.height}`);
          }
        }
        return found;
      });
      assert.deepEqual(small, []);
    }));

  test("no words are smaller than 12 pixels", async () => {
    for (const path of ["", "?chart=framing&month=2024-11&embed"]) {
      await visit(path, { context: PHONE }, async (page) => {
        for (const summary of await page.locator("summary:visible").all()) await summary.click();
        const small = await page.evaluate(() => {
          const found = new Set();
          const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (words.nextNode()) {
            const parent = words.currentNode.parentElement;
            if (!parent?.checkVisibility() || parent.closest("svg, noscript") || !words.currentNode.textContent?.trim()) continue;
            if (Number.parseFloat(getComputedStyle(parent).fontSize) < 12) found.add(parent.outerHTML.slice(0, 80));
          }
          return [...found];
        });
        assert.deepEqual(small, []);
      });
    }
  });

  test("a waiting chart’s words are at least 11 pixels on a phone", () =>
    visit("", { context: { ...PHONE, javaScriptEnabled: false }, live: false }, async (page) => {
      const small = await page.locator(".still.narrow svg").boundingBox();
      assert(small);
      const source = await page.content();
      const svg = /<div class="still narrow"[^>]*>(<svg.*?<\/svg>)/s.exec(source)?.[1] ?? "";
      const [, , , width = "0"] = /viewBox="(\S+) (\S+) (\S+)/.exec(svg) ?? [];
      // A word without a size of its own has the drawing’s.
      const [, whole = "0"] = /^<svg[^>]* font-size="([\d.]+)/.exec(svg) ?? [];
      const sizes = Array.from(svg.matchAll(/<text([^>]*)>/g), ([, how = ""]) => (Number(/ font-size="([\d.]+)"/.exec(how)?.[1] ?? whole) * small.width) / Number(width));
      assert(sizes.length > 5 && Math.min(...sizes) >= 11, `${Math.min(...sizes)}`);
    }));

  test("a chart on a phone uses the width and keeps its points apart from the edge", () =>
    visit("?month=2024-11", { context: { ...PHONE, deviceScaleFactor: 1 } }, async (page) => {
      const { width } = await canvas(page);
      assert(width >= 340 && width <= 390);
      const points = await walked(page, 20);
      const [first, last] = [points[0], points.at(-1)];
      assert(first && last && last.at.x - first.at.x > width * 0.5 && last.at.x <= width);
    }));

  test("words may be enlarged to twice their size without loss", () =>
    visit("", { context: { viewport: { width: 640, height: 480 } } }, async (page) => {
      await page.evaluate(() => {
        document.documentElement.style.fontSize = "200%";
      });
      assert.equal((await overflowing(page)).page, 0);
    }));
});
