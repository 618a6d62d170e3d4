// The panel that edits a chart: several series, the stretch of time, notes, and what was known on a date;
// by mouse, touch and keyboard, each choice an address that Back undoes.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { ATONCE, count, canvas, colours, fragment, ready, stage, table, text } from "./support.mjs";

const { visit } = stage();

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 1 };

/** @param {import("./support.mjs").Page} page */
const search = (page) => new URL(page.url()).searchParams;

/** Opens the panel. @param {import("./support.mjs").Page} page */
async function edit(page) {
  await page.locator("#show-desk").click();
  await page.locator("#desk").waitFor();
}

/** Waits for an address that holds this. @param {import("./support.mjs").Page} page @param {RegExp} part */
async function leads(page, part) {
  await page.waitForURL(part);
  await ready(page);
}

/**
 * Chooses one of a row of buttons.
 * @param {import("./support.mjs").Page} page
 * @param {string} row
 * @param {string} name
 */
const press = (page, row, name) =>
  page.getByRole("group", { name: row }).getByRole("radio", { name, exact: true }).click();

describe("the panel that edits a chart", ATONCE, () => {
  test("series are found by words, added, shown in their own colours, and taken away", () =>
    visit("?month=2024-11", {}, async (page) => {
      await edit(page);
      await page.getByRole("button", { name: /^Add series/ }).click();
      await leads(page, /chart=series/);
      const field = page.getByRole("searchbox", { name: "Add a series" });
      await field.fill("rare earths imports tonnes");
      await page.locator(".desk-found button").filter({ hasText: /^Rare earths: imports, tonnes$/ }).click();
      await leads(page, /with=import\.rare-earths\.WLD\.volume/);
      assert.match(await text(page, "#headline"), /exports 4,416 t; imports 11,327 t/);
      const palette = await colours(page);
      for (const name of ["main", "second"]) {
        assert(count(await canvas(page), palette[name] ?? []) > 100, `a line in ${name}`);
      }
      const { heads } = await table(page);
      assert.deepEqual(heads.slice(0, 3), ["Period", "Exports (t)", "Imports (t)"]);
      await page.getByRole("button", { name: /^Remove Rare earths: imports/ }).click();
      await page.waitForURL((url) => !url.search.includes("with="));
      await page.goBack();
      await leads(page, /with=import/);
      assert.match(await text(page, "#headline"), /imports 11,327 t/);
    }));

  for (const began of ["?month=2024-11", "?chart=series&month=2024-11"]) {
    test(`a series is found by what its goods are called besides, where the page began at ${began}`, () =>
      visit(began, {}, async (page) => {
        if (!began.includes("series")) {
          await edit(page);
          await page.getByRole("button", { name: /^Add series/ }).click();
        }
        await page.getByRole("searchbox", { name: "Add a series" }).fill("NdFeB");
        await page.locator(".desk-found button").filter({ hasText: "magnets" }).first().click();
        await leads(page, /with=export\.magnets/);
      }));
  }

  test("level, change, share and index, months and quarters, linear and logarithmic: by their buttons", () =>
    visit("?chart=series&month=2024-11&with=import.rare-earths.WLD.volume", {}, async (page) => {
      await page.locator("#desk").waitFor();
      await press(page, "Show", "Index");
      await leads(page, /as=index/);
      assert.match(await text(page, ".subtitle"), /= 100/);
      await page.getByRole("combobox", { name: "Base (= 100)" }).selectOption("2024-01");
      await leads(page, /base=2024-01/);
      const { rows } = await table(page);
      assert.deepEqual(rows.find(([period]) => period === "Jan 2024")?.slice(1, 3), ["100.0", "100.0"]);
      await press(page, "Period", "Quarters");
      await leads(page, /per=quarter/);
      await press(page, "Axis", "Logarithmic");
      await leads(page, /scale=log/);
      await press(page, "Show", "Share of total");
      await leads(page, /as=share/);
      assert.match(await text(page, "h1"), /this series is itself the total/);
    }));

  test("the arrow keys walk what a search found, and back to the field", () =>
    visit("?chart=series&month=2024-11", {}, async (page) => {
      await page.locator("#desk").waitFor();
      const field = page.locator(".desk-search input");
      await field.fill("magnets");
      const focused = () => page.evaluate(() => document.activeElement?.textContent ?? "");
      await page.keyboard.press("ArrowDown");
      const first = await page.locator(".desk-found button").first().textContent();
      assert.equal(await focused(), first);
      await page.keyboard.press("ArrowDown");
      assert.notEqual(await focused(), first);
      await page.keyboard.press("ArrowUp");
      await page.keyboard.press("ArrowUp");
      assert.equal(await field.evaluate((own) => own === document.activeElement), true);
    }));

  test("the arrow keys walk a row of buttons, and the search is answered by Enter", () =>
    visit("?chart=series&month=2024-11", {}, async (page) => {
      await page.locator("#desk").waitFor();
      await page.getByRole("radio", { name: "Level", exact: true }).focus();
      await page.keyboard.press("ArrowRight");
      await leads(page, /as=yoy/);
      assert.equal(await page.getByRole("radio", { name: "Change year on year" }).isChecked(), true);
      await page.getByRole("searchbox").fill("rare earth permanent exports tonnes");
      await page.keyboard.press("Enter");
      await leads(page, /with=export\.magnets\.WLD\.volume/);
    }));

  test("no more than six series, with a word", () => {
    const with5 = ["JPN", "USA", "DEU", "KOR", "VNM"].map((code) => `export.magnets.${code}.volume`).join(",");
    return visit(`?chart=series&product=magnets&with=${with5}`, {}, async (page) => {
      await page.locator("#desk").waitFor();
      assert.equal(await page.getByRole("searchbox").isDisabled(), true);
      assert.match(await text(page, ".desk-search"), /up to six series/);
      assert.equal(await page.locator(".desk-lines").first().locator("li").count(), 6);
    });
  });

  test("two handles have the time shown: by keyboard, by buttons, and back to all of it", () =>
    visit("?month=2024-11", {}, async (page) => {
      await edit(page);
      const [first, last] = [page.getByRole("slider", { name: "First month" }), page.getByRole("slider", { name: "Last month" })];
      await page.getByRole("group", { name: "Time shown" }).getByRole("button", { name: "3 years" }).click();
      await leads(page, /from=2023-08&to=2026-07/);
      await first.focus();
      await page.keyboard.press("ArrowRight");
      await leads(page, /from=2023-09/);
      assert.equal(await first.getAttribute("aria-valuetext"), "Sep 2023");
      await page.keyboard.press("ArrowRight");
      await leads(page, /from=2023-10/);
      await last.focus();
      await page.keyboard.press("End");
      await page.keyboard.press("ArrowLeft");
      await leads(page, /to=2026-06/);
      assert.match(await text(page, ".subtitle"), /Oct 2023–Jun 2026/);
      await page.getByRole("group", { name: "Time shown" }).getByRole("button", { name: "All" }).click();
      // All of it is what lies above the track, also what was known before a long gap.
      await page.waitForFunction(() => {
        const [from, to] = Array.from(document.querySelectorAll(".brush input"));
        return from instanceof HTMLInputElement && to instanceof HTMLInputElement && from.value === from.min && to.value === to.max;
      });
      await leads(page, /from=2010-01/);
    }));

  for (const [at, options] of /** @type {const} */ ([["390", { context: PHONE }], ["1280", {}]])) {
    test(`the range stands directly under the chart while the panel is open: at ${at} pixels`, () =>
      visit("?month=2024-11", options, async (page) => {
        await edit(page);
        const group = page.getByRole("group", { name: "Time shown" });
        const [chart, range] = await Promise.all([page.locator("#plot").boundingBox(), group.boundingBox()]);
        assert(chart && range);
        const apart = range.y - chart.y - chart.height;
        assert(apart >= 0 && apart < 16, `${apart} pixels below the chart`);
        assert(Math.abs(range.x - chart.x) < 1 && range.width <= chart.width + 1, "as wide as the chart");
        await page.locator("#show-desk").click();
        await group.waitFor({ state: "hidden" });
      }));
  }

  test("a short time shown is moved by what lies between its handles", () =>
    visit("?month=2024-11", {}, async (page) => {
      await edit(page);
      await page.getByRole("group", { name: "Time shown" }).getByRole("button", { name: "1 year" }).click();
      await leads(page, /from=2025-08&to=2026-07/);
      const handle = (/** @type {string} */ name) =>
        page.getByRole("slider", { name }).evaluate((input) => {
          const { value, min, max } = /** @type {HTMLInputElement} */ (input);
          const { left, width, top, height } = input.getBoundingClientRect();
          return { x: left + 14 + ((Number(value) - Number(min)) / (Number(max) - Number(min))) * (width - 28), y: top + height / 2 };
        });
      await page.locator(".range").scrollIntoViewIfNeeded();
      const [from, to] = [await handle("First month"), await handle("Last month")];
      assert(to.x - from.x > 50, `${from.x} to ${to.x}`);
      const x = (from.x + to.x) / 2;
      await page.mouse.move(x, from.y);
      await page.mouse.down();
      await page.mouse.move(x - 200, from.y, { steps: 5 });
      await page.mouse.up();
      await page.waitForFunction(() => !/from=2025-08/.test(location.search));
      const [first, last] = ["from", "to"].map((name) => (search(page).get(name) ?? "").split("-").map(Number));
      const months = (/** @type {number[]} */ [year = 0, month = 0]) => year * 12 + month;
      assert.equal(months(last ?? []) - months(first ?? []), 11, `${search(page)}`);
    }));

  test("a handle follows a finger", () =>
    visit("?month=2024-11", { context: PHONE }, async (page) => {
      await edit(page);
      const handle = page.getByRole("slider", { name: "First month" });
      await handle.scrollIntoViewIfNeeded();
      const box = await handle.boundingBox();
      assert(box);
      // Where the handle is: it keeps its own width within the track.
      const share = await handle.evaluate((input) => {
        const { value, min, max } = /** @type {HTMLInputElement} */ (input);
        return (Number(value) - Number(min)) / (Number(max) - Number(min));
      });
      const [x, y] = [box.x + 14 + share * (box.width - 28), box.y + box.height / 2];
      const end = box.x + box.width * 0.75;
      const client = await page.context().newCDPSession(page);
      const touch = (/** @type {string} */ type, /** @type {{x: number, y: number}[]} */ touchPoints) =>
        client.send("Input.dispatchTouchEvent", /** @type {any} */ ({ type, touchPoints }));
      await touch("touchStart", [{ x, y }]);
      for (let step = 1; step <= 10; step += 1) await touch("touchMove", [{ x: x + (end - x) * (step / 10), y }]);
      await touch("touchEnd", []);
      await leads(page, /from=20\d\d-\d\d/);
      const from = search(page).get("from") ?? "";
      assert(from > "2021" && from < "2024", `three quarters of the way from 2010 to 2026: ${from}`);
    }));

  for (const [by, context] of /** @type {const} */ ([["mouse", undefined], ["finger", PHONE]])) {
    test(`a stretch is drawn in the whole series above the track: by ${by}`, () =>
      visit("?month=2024-11", context ? { context } : {}, async (page) => {
        await edit(page);
        const overview = page.locator(".range-overview");
        await overview.scrollIntoViewIfNeeded();
        const path = (await overview.locator("path").getAttribute("d")) ?? "";
        const places = Array.from(path.matchAll(/[ML](\d+) (\d+)/g), ([, x, y]) => [Number(x), Number(y)]);
        assert(places.length > 90 && places.every(([x = -1, y = -1]) => x >= 0 && x <= 1000 && y >= 0 && y <= 1000), path);
        assert(places.some(([, y]) => y === 0), "the most is at the top");
        const box = await overview.boundingBox();
        assert(box && box.height > 40);
        const y = box.y + box.height / 2;
        const x = (/** @type {number} */ share) => box.x + box.width * share;
        if (by === "mouse") {
          await page.mouse.move(x(0.1), y);
          await page.mouse.down();
          await page.mouse.move(x(0.3), y, { steps: 4 });
          await page.mouse.up();
        } else {
          const client = await page.context().newCDPSession(page);
          const touch = (/** @type {string} */ type, /** @type {number[]} */ shares) =>
            client.send("Input.dispatchTouchEvent", /** @type {any} */ ({ type, touchPoints: shares.map((share) => ({ x: x(share), y })) }));
          await touch("touchStart", [0.1]);
          for (const share of [0.12, 0.15, 0.2, 0.25, 0.3]) await touch("touchMove", [share]);
          await touch("touchEnd", []);
        }
        await leads(page, /from=20\d\d-\d\d&to=20\d\d-\d\d/);
        const ends = await page.getByRole("slider", { name: "First month" }).evaluate((input) => {
          const { min, max } = /** @type {HTMLInputElement} */ (input);
          return [Number(min), Number(max)];
        });
        const [first = 0, last = 0] = ends;
        // The address follows the pointer, a step behind where the machine is busy.
        await page.waitForURL((url) =>
          /** @type {const} */ ([["from", 0.1], ["to", 0.3]]).every(([name, share]) => {
            const [year = 0, month = 0] = (url.searchParams.get(name) ?? "").split("-").map(Number);
            const off = year * 12 + month - 1 - (first + share * (last - first));
            return Math.abs(off) <= 2;
          }),
        );
      }));
  }

  test("by touch on a phone: a series is added, shown as an index in quarters, noted, and dated back", () =>
    visit("?month=2024-11", { context: PHONE }, async (page) => {
      await page.locator("#show-desk").tap();
      await page.locator("#desk").waitFor();
      await page.getByRole("button", { name: /^Add series/ }).tap();
      await leads(page, /chart=series/);
      await page.getByRole("searchbox", { name: "Add a series" }).fill("rare earths imports tonnes");
      await page.locator(".desk-found button").filter({ hasText: /^Rare earths: imports, tonnes$/ }).tap();
      await leads(page, /with=import\.rare-earths\.WLD\.volume/);
      for (const [row, name, part] of /** @type {const} */ ([
        ["Show", "Index", /as=index/],
        ["Period", "Quarters", /per=quarter/],
      ])) {
        await page.getByRole("group", { name: row, exact: true }).getByRole("radio", { name, exact: true }).tap();
        await leads(page, part);
      }
      const group = page.getByRole("group", { name: "Your notes in the chart" });
      await group.getByRole("textbox", { name: "Text" }).fill("A slow summer");
      await group.getByRole("button", { name: "Add note" }).tap();
      await leads(page, /notes=2024-11_A\+slow\+summer/);
      await page.getByRole("group", { name: "As it was known on" }).getByLabel("Date").fill("2024-12-31");
      await leads(page, /asof=2024-12-31/);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      assert(wide <= 390, `${wide}`);
    }));

  test("every chart of one series leads to its transforms by one press, and Back returns", () =>
    visit("?chart=heat&month=2024-11", {}, async (page) => {
      await edit(page);
      const ways = page.getByRole("group", { name: "This series: period" });
      await ways.getByRole("button", { name: "Quarters" }).click();
      await leads(page, /chart=series/);
      assert.equal(search(page).get("per"), "quarter");
      assert.equal(search(page).get("month"), "2024-11");
      // There the buttons choose.
      await ways.waitFor({ state: "hidden" });
      await page.goBack();
      await page.waitForURL(/chart=heat/);
      await page.getByRole("group", { name: "This series: show" }).getByRole("button", { name: "Index" }).click();
      await leads(page, /as=index/);
      await page.goBack();
      await page.waitForURL(/chart=heat/);
    }));

  test("what takes a total apart is no single series and leads to no transform", () =>
    visit("?chart=shares&product=magnets&month=2025-12", {}, async (page) => {
      await edit(page);
      assert.equal(await page.getByRole("group", { name: /^This series/ }).filter({ visible: true }).count(), 0);
    }));

  test("a note is drawn, told in words, kept by an embed, and taken away", () =>
    visit("?from=2024-01&to=2024-12&month=2024-11", {}, async (page) => {
      await edit(page);
      const group = page.getByRole("group", { name: "Your notes in the chart" });
      await group.getByRole("textbox", { name: "Text" }).fill("Licences & <b>rules</b>");
      await group.getByRole("button", { name: "Add note" }).click();
      await leads(page, /notes=2024-11_Licences/);
      assert.match(await fragment(page, "notes"), /November 2024: Licences & <b>rules<\/b>/);
      const palette = await colours(page);
      assert(count(await canvas(page), palette["ink"] ?? []) > 60, "a line and words in ink");
      await page.locator("#show-embed").click();
      assert.match(await page.locator("#snippet").inputValue(), /notes=2024-11_Licences/);
      assert.equal(await group.getByRole("status").innerText(), "Note added.");
      await group.getByRole("button", { name: /^Remove the note/ }).press("Enter");
      await page.waitForURL((url) => !url.search.includes("notes="));
      assert.equal(await group.getByRole("status").innerText(), "Note removed.");
      assert.equal(await page.evaluate(() => document.activeElement?.closest("label")?.textContent?.trim()), "Text");
    }));

  test("a note without a month or words says what it needs", () =>
    visit("?month=2024-11", {}, async (page) => {
      await edit(page);
      const group = page.getByRole("group", { name: "Your notes in the chart" });
      await group.getByRole("button", { name: "Add note" }).click();
      assert.match(await group.innerText(), /Give a month/);
    }));

  test("what was known on a date is shown without what came later", () =>
    visit("?month=2024-10", {}, async (page) => {
      await edit(page);
      await page.getByRole("group", { name: "As it was known on" }).getByLabel("Date").fill("2024-12-31");
      await leads(page, /asof=2024-12-31/);
      assert.match(await text(page, ".subtitle"), /as known on 31 December 2024/);
      const { rows } = await table(page);
      assert(!rows.some(([period = ""]) => / 202[56]$/.test(period)), "nothing of later years");
      await page.getByRole("button", { name: "All that is known" }).click();
      await page.waitForURL((url) => !url.search.includes("asof"));
    }));

  test("an address with notes and a date opens as it was shared, in a frame too", () =>
    visit("?month=2024-10&asof=2024-12-31&notes=2024-06.2024-08_A+slow+summer&embed&show=title,notes", {}, async (page) => {
      assert.match(await text(page, ".subtitle"), /as known on 31 December 2024/);
      assert.match(await fragment(page, "notes"), /June–August 2024: A slow summer/);
      assert.equal(await page.locator("#desk").count(), 0);
    }));
});
