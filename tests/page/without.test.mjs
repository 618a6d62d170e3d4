// Where no script runs, or the module or the data do not come.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, test } from "node:test";
import { DIST, stage, table, text } from "./support.mjs";

const { address, asked, visit } = stage();

for (const [name, viewport] of /** @type {const} */ ([
  ["wide", { width: 1200, height: 900 }],
  ["narrow", { width: 390, height: 844 }],
])) {
  test(`without script the page has its chart, headline and table, ${name}`, async () => {
    asked.length = 0;
    await visit("", { live: false, context: { javaScriptEnabled: false, viewport } }, async (page) => {
      assert.match(await text(page, "h1"), /^China’s exports of rare earths (rose|fell) /);
      const still = page.locator(`.still.${name} svg`);
      assert.equal(await still.isVisible(), true);
      assert.equal(await page.locator(".still svg:visible").count(), 1);
      const box = await still.boundingBox();
      assert(box && box.width > viewport.width * 0.6 && box.height > 250, JSON.stringify(box));
      for (const shown of [".subtitle", ".source", ".comparisons", ".words", "noscript p"]) {
        assert.equal(await page.locator(shown).isVisible(), true, shown);
      }
      // Nothing offers what cannot work.
      for (const hidden of [".questions", ".controls", ".charts", ".actions", ".waiting", "#problems", "#surface"]) {
        assert.equal(await page.locator(hidden).isVisible(), false, hidden);
      }
      await page.locator("#numbers summary").click();
      assert.equal(await page.locator("#numbers table").isVisible(), true);
      assert((await page.locator("#numbers tbody tr").count()) > 50);
      assert(!asked.some((path) => /\.(wasm|csv)/.test(path)), "nothing is fetched for nothing");
    });
  });
}

test("without script another view’s address shows the usual chart and says whose it is", () =>
  visit("?flow=import", { live: false, context: { javaScriptEnabled: false } }, async (page) => {
    assert.equal(await page.locator(".still.wide svg").isVisible(), true);
    assert.match(await text(page, "h1"), /exports/);
    assert.match(await text(page, "noscript p"), /one of them, drawn with this page: [A-Z].* · [A-Z][a-z]+ 20\d\d\./);
    const [link] = await page.locator("noscript a").evaluateAll((links) => links.map((link) => /** @type {HTMLAnchorElement} */ (link).href));
    assert.equal(link, address("?flow=import"), "the view asked for");
  }));

const FAILED = [/failed: .*(wasm|offline\.js).* net::ERR_FAILED/, /console: Failed to load resource: net::ERR_FAILED/, /console: .*(Failed to fetch|could not be (loaded|reached))/];

test("where the module does not come the page says so and keeps its chart", () =>
  visit("", {
    live: false,
    expected: FAILED,
    prepare: (context) => context.route(/\.wasm|offline\.js/, (route) => route.abort()),
  }, async (page) => {
    await page.locator("#problems").waitFor();
    const told = await text(page, "#problems");
    assert(told.length > 20 && !/undefined|\[object/.test(told), told);
    assert.match(told, /could not|failed|did not/i);
    assert.equal(await page.locator(".still.wide svg").isVisible(), true);
    assert.match(await text(page, "h1"), /^China’s exports of rare earths (rose|fell) /);
    assert.equal(await page.locator(".controls").isVisible(), false);
    assert((await table(page)).rows.length > 50);
  }));

test("where the module does not come another view’s address shows no other chart, and a way to try again", () =>
  visit("?flow=import&month=2024-11", {
    live: false,
    expected: FAILED,
    prepare: (context) => context.route(/\.wasm|offline\.js/, (route) => route.abort()),
  }, async (page) => {
    await page.locator("#problems").waitFor();
    assert.match(await text(page, "#problems"), /^The chart in this link could not be loaded/);
    for (const other of ["h1", ".still.wide svg", ".waiting", ".source", "#numbers"]) {
      assert.equal(await page.locator(other).isVisible(), false, other);
    }
    await page.unroute(/\.wasm|offline\.js/);
    await page.context().unroute(/\.wasm|offline\.js/);
    await page.getByRole("button", { name: "Try again" }).click();
    await page.waitForSelector(".live .plot.drawn", { state: "attached" });
    assert.match(await text(page, "h1"), /imports/);
    assert.equal(await page.locator("#problems").isVisible(), false);
  }));

// What they wait for is a clock: they do so at once.
describe("what never comes", { concurrency: 3 }, () => {
  for (const [what, path] of Object.entries({ "a data file": /observations\.csv/, "the module": /xenotime_bg\.wasm/, "the page’s script": /app\.js/ })) {
    test(`where ${what} never comes, that is said within ten seconds, and no other chart is shown`, () =>
      visit("?chart=season&month=2024-11&embed", {
        live: false,
        until: "commit",
        prepare: (context) => context.route(path, () => {}),
      }, async (page) => {
        await page.locator("#problems").waitFor({ timeout: 10_000 });
        assert.match(await text(page, "#problems"), /have not arrived yet/);
        assert.equal(await page.getByRole("button", { name: "Try again" }).isVisible(), true);
        assert.equal(await page.locator("h1").isVisible(), false);
        assert.equal(await page.locator(".still.narrow svg").isVisible(), false);
      }));
  }
});

test("no words that stand around others begin with their comma while these are waited for", () =>
  visit("?flow=import&month=2024-11", {
    live: false,
    until: "commit",
    prepare: (context) => context.route(/xenotime_bg\.wasm/, () => {}),
  }, async (page) => {
    await page.locator(".waiting").waitFor();
    const shown = await page.locator("p, li, dt, dd, h1, h2, summary").evaluateAll((all) => all.map((one) => /** @type {HTMLElement} */ (one).innerText.trim()).filter(Boolean));
    assert(shown.length > 3, `${shown}`);
    assert.deepEqual(shown.filter((words) => /^[,.;:，。；：、]/.test(words)), []);
  }));

test("what a browser tells of sizes that change while they are measured is no failure", () =>
  visit("?chart=drivers&month=2024-11", {
    async prepare(context) {
      // While figures are on their way that the chart needs.
      await context.route(/by-partner\.csv/, async (route) => {
        await route.request().frame().evaluate(() => new Promise((told) => {
          addEventListener("error", (event) => event.message.startsWith("ResizeObserver") && told(undefined));
          const probe = document.body.appendChild(document.createElement("div"));
          let grown = 0;
          new ResizeObserver(() => {
            if (grown < 3) probe.style.height = `${(grown += 1)}px`;
            else probe.remove();
          }).observe(probe);
        }));
        await route.continue();
      });
    },
  }, async (page) => {
    assert.equal(await page.locator("html").evaluate((root) => root.classList.contains("failed")), false);
    assert.equal(await page.locator("#save-csv").isVisible(), true);
  }));

test("without the list of events the chart is there all the same, and says so", () =>
  visit("?month=2024-11", {
    expected: [/404/],
    prepare: (context) => context.route(/events(-in-short)?\.csv/, (route) => route.fulfill({ status: 404, body: "no" })),
  }, async (page) => {
    assert.match(await text(page, "#problems"), /events could not be loaded.*data\/events\.csv.*404/);
    assert.match(await text(page, "h1"), / in Nov 2024$/);
  }));

for (const [address, file] of /** @type {const} */ ([
  ["?chart=season&measure=value&unit=CNY&month=2024-11", /values-cny\.csv/],
  ["?chart=dependence", /production\.csv/],
  ["frame-prices.html?chart=prices&month=2025-12&embed", /prices\.csv/],
  ["frame-gaps.html?chart=gaps&month=2025-12&embed", /by-partner\.csv/],
  ["?chart=map&product=magnets&month=2025-12", /outlines\.tsv/],
])) {
  test(`where ${file.source} does not come, ${address} says so, gives no reason that is none, and tries again`, () =>
    visit(address, {
      live: false,
      expected: [/404/],
      prepare: (context) => context.route(file, (route) => route.fulfill({ status: 404, body: "no" })),
    }, async (page) => {
      await page.getByRole("button", { name: "Try again" }).waitFor({ timeout: 10_000 });
      assert.match(await text(page, "#problems"), new RegExp(`^The chart in this link could not be loaded.*${file.source}.*404`, "s"));
      for (const other of ["h1", ".still.wide svg", ".waiting", ".plot", ".source", "#numbers"]) {
        assert.equal(await page.locator(other).isVisible(), false, other);
      }
      await page.context().unroute(file);
      await page.getByRole("button", { name: "Try again" }).click();
      await page.waitForSelector(".live:not(.failed) .plot.drawn", { state: "attached" });
      assert.equal(await page.locator("h1").isVisible(), true);
      assert.equal(await page.locator("#problems").isVisible(), false);
    }));
}

test("a chart chosen while another’s file is on its way waits for it as well", () =>
  visit("?month=2025-12", {
    prepare: (context) => context.route(/prices\.csv/, async (route) => {
      await new Promise((done) => setTimeout(done, 3000));
      await route.continue();
    }),
  }, async (page) => {
    for (const address of ["?chart=prices&month=2025-12", "?chart=prices&month=2025-11"]) {
      await page.evaluate((search) => {
        history.pushState({}, "", search);
        dispatchEvent(new PopStateEvent("popstate", { state: {} }));
      }, address);
    }
    await page.waitForTimeout(1500);
    assert.doesNotMatch(await text(page, "h1"), /cannot be shown/);
    await page.waitForFunction(() => /price/i.test(document.querySelector("h1")?.textContent ?? ""));
    assert.doesNotMatch(await text(page, "h1"), /cannot be shown/);
  }));

test("a data file that is not there is named", () =>
  visit("", {
    live: false,
    expected: [/404/],
    prepare: (context) => context.route(/products(-in-short)?\.csv/, (route) => route.fulfill({ status: 404, body: "no" })),
  }, async (page) => {
    await page.locator("#problems").waitFor();
    assert.match(await text(page, "#problems"), /data\/products\.csv.*404/);
    assert.equal(await page.locator(".still.wide svg").isVisible(), true);
  }));

for (const [what, prepare] of /** @type {const} */ ([
  ["without WebAssembly", () => Reflect.deleteProperty(globalThis, "WebAssembly")],
  ["with an early WebAssembly", () => {
    const refused = () => Promise.reject(new WebAssembly.CompileError("no"));
    Object.assign(WebAssembly, { Module: class { constructor() { throw new WebAssembly.CompileError("no"); } }, compile: refused, compileStreaming: refused, instantiate: refused, instantiateStreaming: refused });
  }],
])) {
  const old = {
    live: false,
    expected: [/console: .*WebAssembly/],
    prepare: (/** @type {import("./support.mjs").BrowserContext} */ context) => context.addInitScript(prepare),
  };

  test(`a browser ${what} is told what it lacks and which have it, and keeps the drawn chart`, () =>
    visit("", old, async (page) => {
      await page.locator("#problems").waitFor();
      assert.match(await text(page, "#problems"), /has no WebAssembly, or .* too old.*Chrome and Edge .* 97 .*Firefox .* 102 .*Safari .* 16/);
      assert.equal(await page.locator("#problems button").count(), 0, "trying again would not help");
      assert.equal(await page.locator(".still.wide svg").isVisible(), true);
    }));

  for (const [address, drawn] of Object.entries({
    "?chart=season&month=2024-11": "chart/season.html",
    "?chart=season&month=2024-11&embed&theme=light": "chart/season.html",
    "?month=2024-11": "chart/months.html",
    "?chart=nonsense": "chart/index.html",
  })) {
    test(`a browser ${what} is led from ${address} to what is drawn`, () =>
      visit(address, old, async (page) => {
        const link = page.locator("#problems a");
        await link.waitFor();
        assert.equal(await link.getAttribute("href"), drawn);
        await link.click();
        await page.waitForURL(new RegExp(drawn));
        assert((await text(page, "h1")).length > 10);
      }));
  }

  test(`a browser ${what} is told so in Chinese on the Chinese page`, () =>
    visit("index.zh.html?chart=season&embed", { ...old, expected: [/console: /] }, async (page) => {
      await page.locator("#problems").waitFor();
      assert.match(await text(page, "#problems"), /没有WebAssembly.*97.*102.*16/s);
      assert.doesNotMatch(await text(page, "#problems"), /[A-Za-z]+ [a-z]+ [a-z]+/);
      assert.equal(await page.locator("#problems a").getAttribute("href"), "chart/season.zh.html");
    }));
}

test("without script a link leads to every chart, drawn", () =>
  visit("?chart=season", { live: false, context: { javaScriptEnabled: false } }, async (page) => {
    await page.locator('noscript a[href^="chart/"]').click();
    const links = page.locator("dt a");
    assert((await links.count()) > 20);
    await links.filter({ hasText: "Season" }).first().click();
    assert.match(await text(page, "h1"), /five-year/);
    assert.equal(await page.locator(".plot svg:visible").count(), 1);
  }));

const observations = await readFile(join(DIST, "data/observations.csv"), "utf8");

for (const [what, broken, told] of /** @type {const} */ ([
  ["a number that is none", observations.replace(/^(2024-11,1,export,volume,rare-earths,WLD,)4416/m, "$1four"), /observations\.csv:\d+, column value: found “four”, expected a number/],
  ["a row cut short", `${observations}2026-03,1,export\n`, /observations\.csv:\d+: found “3 cells”, expected 11 cells/],
  ["a month that is none", observations.replace(/^2024-11,1,export/m, "2024-13,1,export"), /observations\.csv:\d+, column period: found “2024-13”, expected a month/],
  ["a file that is none", "<!doctype html><title>Not found</title>", /observations\.csv:1: .*expected the header period,months,/],
  ["nothing at all", "", /observations\.csv/i],
])) {
  test(`data with ${what} are refused with file, line and column, and the chart stays`, () =>
    visit("", {
      live: false,
      expected: [/console: /],
      prepare: (context) => context.route(/observations\.csv/, (route) => route.fulfill({ body: broken, contentType: "text/csv" })),
    }, async (page) => {
      await page.locator("#problems").waitFor();
      const words = await text(page, "#problems");
      assert.match(words, told);
      const line = broken.split("\n").findIndex((row) => /,four,|^2024-13|^2026-03,1,export$/.test(row)) + 1;
      if (line > 0) assert(words.includes(`observations.csv:${line}`), `line ${line} in ${words}`);
      assert.equal(await page.locator(".still.wide svg").isVisible(), true);
      assert.match(await text(page, "h1"), /^China’s exports of rare earths (rose|fell) /);
    }));
}
