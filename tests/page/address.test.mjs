// The address holds the view: controls write it, Back undoes it, and what it cannot mean is said.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { ATONCE, CHARTS, fragment, number, short, stage, table, text, walked } from "./support.mjs";

const { address, asked, visit } = stage();

describe("the address", ATONCE, () => {
  test("every control changes the address, and Back and Forward undo and redo it", () =>
    visit("", {}, async (page) => {
      const select = (/** @type {string} */ name) => page.locator(`select[name="${name}"]`);
      /** @type {[() => Promise<unknown>, string][]} */
      const steps = [
        [() => select("flow").selectOption("import"), "?flow=import"],
        [() => select("month").selectOption("2024-11"), "?flow=import&month=2024-11"],
        [() => select("compare").selectOption("ytd"), "?flow=import&month=2024-11&compare=ytd"],
        [() => page.locator("#month-before").click(), "?flow=import&month=2024-10&compare=ytd"],
        [() => page.locator("#month-after").click(), "?flow=import&month=2024-11&compare=ytd"],
        [() => page.getByRole("link", { name: "Cumulative" }).click(), "?chart=cumulative&flow=import&month=2024-11&compare=ytd"],
        [() => page.getByRole("link", { name: "Heat map" }).click(), "?chart=heat&flow=import&month=2024-11&compare=ytd"],
        [() => page.getByRole("link", { name: "Change", exact: true }).click(), "?chart=change&flow=import&month=2024-11&compare=ytd"],
        [() => page.locator(".comparisons a", { hasText: "Month on month" }).click(), "?chart=change&flow=import&month=2024-11&compare=mom"],
        [() => page.getByRole("link", { name: "Where do things stand now?" }).click(), ""],
      ];
      const seen = [await text(page, "h1")];
      for (const [act, query] of steps) {
        await act();
        assert.equal(page.url(), address(query));
        // A chart that obeys no comparison offers none, neither to choose nor to follow.
        const obeys = !/chart=(cumulative|heat)/.test(query);
        assert.equal(await select("compare").isVisible(), obeys, query);
        assert.equal(await page.locator(".comparisons a").count() > 0, obeys, query);
        assert.equal(await page.locator(".comparisons li").count() > 0, true, query);
        seen.push(await text(page, "h1"));
      }
      assert(new Set(seen).size >= 6, "the headline follows");
      const queries = ["", ...steps.map(([, query]) => query)];
      for (let at = queries.length - 2; at >= 0; at -= 1) {
        await page.goBack();
        assert.equal(page.url(), address(queries[at]));
        assert.equal(await text(page, "h1"), seen[at]);
        const flow = new URLSearchParams(queries[at]).get("flow") ?? "export";
        assert.equal(await select("flow").inputValue(), flow);
      }
      await page.goForward();
      await page.goForward();
      assert.equal(page.url(), address(queries[2]));
      assert.equal(await text(page, "h1"), seen[2]);
      await page.reload();
      await page.waitForSelector(".live .plot.drawn", { state: "attached" });
      assert.equal(await text(page, "h1"), seen[2]);
    }));

  test("the years shown are chosen by their controls", () =>
    visit("", {}, async (page) => {
      const from = page.locator('select[name="from"]');
      const values = await from.locator("option").evaluateAll((options) => options.map((option) => /** @type {HTMLOptionElement} */ (option).value));
      const value = values.find((value) => value.startsWith("2021")) ?? "";
      await from.selectOption(value);
      assert.equal(page.url(), address(`?from=${value}`));
      assert.equal((await table(page)).rows[0]?.[0]?.slice(-4), "2021");
      assert.equal(await page.locator("#leave-zoom").isVisible(), true);
    }));

  test("another series keeps a month that it has and drops one that it lacks", () =>
    visit("?month=2012-01", {}, async (page) => {
      const product = page.locator('select[name="product"]');
      const options = await product.locator("option").evaluateAll((options) => options.map((option) => /** @type {HTMLOptionElement} */ (option).value));
      assert(options.length > 3);
      const magnets = options.find((value) => value.startsWith("magnets WLD")) ?? "";
      await product.selectOption(magnets);
      assert(!/No figure/.test(await text(page, "h1")), await text(page, "h1"));
      assert.match(await text(page, "h1"), /magnets/);
    }));

  test("values can be had in yuan, with no dollar among them, and Back leads to what was", () =>
    visit("", {}, async (page) => {
      const before = await text(page, "h1");
      const product = page.locator('select[name="product"]');
      asked.length = 0;
      await product.selectOption({ label: "Rare earths, yuan" });
      await page.waitForFunction(() => document.querySelector("h1")?.textContent?.includes("CN¥"));
      assert.equal(page.url(), address("?measure=value&unit=CNY"));
      assert(asked.some((path) => path.startsWith("/data/values-cny.csv")), `${asked}`);
      assert(!asked.some((path) => path.startsWith("/data/by-partner.csv")), `${asked}`);
      const { heads, rows } = await table(page);
      assert(heads.some((head) => head.includes("CNY")) && rows.length > 12, `${heads}`);
      assert.doesNotMatch(await text(page, "main"), /US\$/);
      await page.goBack();
      await page.waitForFunction((before) => document.querySelector("h1")?.textContent === before, before);
      assert.equal(page.url(), address(""));
    }));

  test("the month’s steps end where the figures do", () =>
    visit("", {}, async (page) => {
      const before = page.url();
      await page.locator("#month-after").click();
      assert.equal(page.url(), before);
      assert.match(await text(page, "#said"), /no more months/);
    }));

  test("a question to start from leads to its view and back without a reload", () =>
    visit("", {}, async (page) => {
      await page.evaluate(() => Object.assign(window, { stays: true }));
      for (const link of await page.locator('.questions a[href^="./"]').all()) {
        const href = (await link.getAttribute("href")) ?? "";
        await link.click();
        assert.equal(page.url(), address(href.replace("./", "")));
        assert.equal(await page.locator("#problems").isVisible(), false);
      }
      assert.equal(await page.evaluate(() => "stays" in window), true, "the page was loaded anew");
    }));

  test("what an address cannot mean is said, and the usual view is shown", () =>
    visit("?chart=pie&month=2024-13&flow=quota&compare=hope&theme=pink&measure=joy&partner=xx&from=soon", {}, async (page) => {
      const told = await text(page, "#problems");
      const asked = { chart: "pie", month: "2024-13", flow: "quota", compare: "hope", theme: "pink", measure: "joy", partner: "xx", from: "soon" };
      for (const [name, word] of Object.entries(asked)) {
        assert(told.includes(`${name}=${word}`), `${word} in ${told}`);
      }
      assert.equal(await page.locator("#problems").getAttribute("role"), "alert");
      assert.match(await text(page, "h1"), /^China’s exports of rare earths /);
      await page.locator('select[name="flow"]').selectOption("import");
      assert.equal(page.url(), address("?flow=import"));
      assert.equal(await page.locator("#problems").isVisible(), false);
    }));

  /** @type {[string, string, RegExp][]} An address, what is said of it, and the headline then shown. */
  const beside = [
    ["?product=unobtainium", "The data have no product “unobtainium”.", /^No figures for China’s exports of unobtainium$/],
    ["?partner=USA&product=nothing", "The data have no product “nothing”.", /^No figures for China’s exports of nothing to the United States$/],
    ["?month=1900-01", "No figure for January 1900: the data run from January 2010 to July 2026.", /./],
    ["?month=2150-01", "No figure for January 2150: the data run from January 2010 to July 2026.", /./],
    ["?from=2090-01&to=2100-12", "No figure for January 2090: the data run from January 2010 to July 2026.", /^China’s exports of rare earths (rose|fell) .* in July 2026$/],
    ["?from=1990-01&to=1991-01", "No figure for January 1990: the data run from January 2010 to July 2026.", /./],
  ];
  for (const [query, told, headline] of beside) {
    test(`what the data do not hold is said, and every chart answers: ${query}`, () =>
      visit(query, {}, async (page) => {
        const problems = page.locator("#problems");
        assert.equal(await problems.isVisible(), told !== "");
        assert.equal(await problems.isVisible() ? await text(page, "#problems") : "", told);
        assert.match(await text(page, "h1"), headline);
        const links = page.locator(".charts ul:last-child a");
        // Of goods that nobody knows not every chart is offered. A chart with nothing to show of it leads to
        // the nearest that it has, says so, and the links lead on from there.
        let moved = false;
        for (let index = 0; index < (await links.count()); index += 1) {
          const chart = await links.nth(index).evaluate((link) => new URL(/** @type {HTMLAnchorElement} */ (link).href).searchParams.get("chart") ?? "months");
          await links.nth(index).click();
          await page.waitForFunction(() => !document.querySelector("#surface[aria-busy]"));
          assert.equal(new URL(page.url()).searchParams.get("chart") ?? "months", chart);
          const said = (await problems.isVisible()) ? await problems.innerText() : "";
          moved ||= said.includes("Shown instead: ");
          // A chart that obeys no stretch of time has none to speak of, and another's figures run otherwise.
          const stretch = query.startsWith("?from=") && (said === "" || said.includes(", but the figures run from "));
          assert(moved || stretch || (said.includes(told) && (said === "") === (told === "")), `${chart}: ${said}`);
          assert.notEqual(await text(page, "h1"), "");
        }
        await page.getByRole("link", { name: "Where do things stand now?" }).click();
        assert.equal(await problems.isVisible(), false);
        assert.match(await text(page, "h1"), /(rose|fell) /);
      }));
  }

  test("every chart that the page offers before its script is offered after it", () =>
    visit("", {}, async (page) => {
      const links = page.locator(".charts ul:last-child a");
      assert.equal(await links.count(), CHARTS.length);
    }));

  test("what a host adds to the address is left alone", () =>
    visit("?utm_source=letter&month=2024-11&fbclid=1", {}, async (page) => {
      assert.equal(await page.locator("#problems").isVisible(), false);
      assert.match(await text(page, "h1"), / in Nov(ember)? 2024$/);
    }));

  // Several series and revisions have names of their own for their columns: tests/view.rs finds their points.
  for (const chart of CHARTS.filter((chart) => !["series", "history"].includes(chart))) {
    test(`${chart}: every point is a cell of the table`, () =>
      visit(`?chart=${chart}&month=2024-11`, {}, async (page) => {
        const points = await walked(page);
        const { heads, rows } = await table(page);
        assert.equal(points.length, points[0]?.of);
        const used = new Set();
        for (const point of points) {
          const { series, period, value, spoken, tip, place, of } = point;
          assert(spoken.endsWith(`Point ${place} of ${of}.`) && spoken.includes(value));
          assert(tip.startsWith(`${value} `), tip);
          const month = /^([A-Z][a-z]+)\b/.exec(period.replace(/^January–(?=[A-Z])/, ""))?.[1] ?? "December";
          const joint = /^January–February/.test(period);
          /** @type {Record<string, [string, string | number]>} Row and column of the point. */
          const cells = {
            months: [short(period), heads.findIndex((head) => /^Exports/.test(head))],
            heat: [short(period), heads.findIndex((head) => /^Exports/.test(head))],
            change: [short(period), heads.length - 2],
            balance: [short(period), `${series} (t)`],
            mirror: [short(period), `${series} (t)`],
            season: [joint ? "January and February together" : month, `${period.slice(-4)} (t)`],
            cumulative: [month, `${period.slice(-4)} (t)`],
            framing: [series, heads.length - 2],
          };
          const [name, column] = cells[chart] ?? ["", 0];
          const row = rows.findIndex(([first]) => first === name);
          const index = typeof column === "number" ? column : heads.indexOf(column);
          const cell = rows[row]?.[index] ?? "";
          assert.equal(number(cell), number(value), `${spoken} and ${name}, ${column}`);
          used.add(`${row} ${index}`);
        }
        assert.equal(used.size, points.length, "no two points share a cell");
        // The range beside the years and what is added up for the balance have no points.
        const columns = heads.flatMap((head, index) => (/^\d{4} \(t\)$/.test(head) ? index : []));
        const figures = ["season", "cumulative"].includes(chart)
          ? rows.flatMap((row) => columns.filter((index) => row[index] !== "–")).length
          : chart === "framing"
            ? rows.filter((row) => row.at(-2) !== "–").length
            : ["balance", "mirror"].includes(chart)
              ? points.length
              : rows.length;
        if (["balance", "mirror"].includes(chart)) {
          const met = new Set(Array.from(used, (cell) => cell.split(" ")[0]));
          assert.equal(met.size, rows.length, "no row lacks a point of one side");
        }
        assert.equal(points.length, figures, "no figure lacks its point");
      }));
  }

  test("the sentence, the comparisons and the table’s chosen row go with the address", () =>
    visit("?chart=season&month=2024-06&compare=mean5", {}, async (page) => {
      assert.match(await fragment(page, "sentence"), /^In June 2024 China exported .* June 2024 was 19\.8% above the mean of the five Junes 2019–2023 and the third-highest of eight Junes \(2014 and 2018–2024\)\.$/);
      assert.equal(await page.locator('.charts ul:last-child [aria-current="true"]').innerText(), "Season");
      // The season obeys no comparison: none is named, none marked, none to follow.
      assert(!/The headline uses/.test(await fragment(page, "sentence")));
      assert.equal(await page.locator(".comparisons [aria-current], .comparisons a").count(), 0);
      assert.equal((await table(page)).chosen[0]?.[0], "June");
      await page.getByRole("link", { name: "Months", exact: true }).click();
      assert.match(await fragment(page, "sentence"), /^In June 2024 China exported .* and the third-highest of eight Junes \(2014 and 2018–2024\)\.$/);
      assert.match(await text(page, '.comparisons [aria-current="true"]'), /^Five-year mean\b/i);
      assert.equal((await table(page)).chosen[0]?.[0], "Jun 2024");
    }));
});
