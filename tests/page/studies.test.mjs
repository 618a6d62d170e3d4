// The charts that ask whether it is only the season, and who and what drove it.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  ATONCE, STUDIES, apart, canvas, colours, fitted, fragment, frame, missing, number, parseCsv, pixel, rasterized, saved, stage, table, text, walked,
} from "./support.mjs";

const { visit, address: at } = stage();

/** As in charts.test.mjs, and more: by widths that are guessed a long headline may wrap a word earlier. */
const LETTERS_DIFFER = 0.035;
const REACH = 4;

/** In pixels: drawing rounds to whole ones. */
const ROUNDING = 1.01;

/**
 * A value without what only its sentence needs.
 * @param {string} value
 */
const bare = (value) => value.replace(/^US\$/, "").replace(/( t| a tonne)$/, "");

describe("a study", ATONCE, () => {
  for (const [chart, address] of Object.entries(STUDIES)) {
    test(`${chart}: on the canvas, in the file, in the table, in words and as an embed by its address alone`, () =>
      visit(address, {}, async (page) => {
        const { paper = [] } = await colours(page);
        const size = { width: 1920, height: 1200 };
        const png = await rasterized(page, (await saved(page, "png")).bytes, "image/png", size, 0.5);
        const file = await saved(page, "svg");
        const svg = await rasterized(page, file.bytes, "image/svg+xml", size, 0.5);
        const lost = [missing(png, svg, paper, REACH), missing(svg, png, paper, REACH)];
        assert(Math.max(...lost) < LETTERS_DIFFER, `the pictures lack of each other ${lost}`);

        const { heads, rows } = await table(page);
        const [names = [], ...lines] = parseCsv((await saved(page, "csv")).bytes.toString("utf8"));
        assert.deepEqual([names.length, lines.length], [heads.length, rows.length]);
        lines.forEach((line, at) => {
          line.slice(0, -1).forEach((cell, column) => {
            if (!/_(t|USD|percent)$/.test(names[column] ?? "") || cell === "") return;
            assert(/^-?\d+(\.\d+)?$/.test(cell), `${cell} in ${names[column]}`);
            const shown = rows[at]?.[column] ?? "";
            const decimals = /\.(\d+)/.exec(shown)?.[1]?.length ?? 0;
            assert(Math.abs(Number(cell) - number(shown)) <= 0.5 * 10 ** -decimals + 1e-9, `${cell} is shown as ${shown}`);
          });
        });

        const points = await walked(page);
        assert.equal(points.length, points[0]?.of, "the keys reach every point");
        const cells = new Set(rows.flat().map((cell) => cell.replace(/[*†]$/, "")));
        for (const { value, spoken } of points) assert(cells.has(bare(value)), `${spoken} is not in the table`);

        assert.equal(await page.locator("#problems").isVisible(), false);
        assert.match(await page.title(), /Xenotime$/);
        const words = await fragment(page, "sentence");
        assert(words.length > 40 && !/NaN|undefined|  /.test(words), words);

        const headline = await text(page, "h1");
        await page.locator("#show-embed").click();
        const snippet = await page.locator("#snippet").inputValue();
        const src = /src="([^"]+)"/.exec(snippet)?.[1]?.replaceAll("&amp;", "&") ?? "";
        assert(src.startsWith(at()) && src.includes(`chart=${chart}`), src);
        await page.goto(src);
        await page.locator("#plot.drawn").waitFor();
        assert.equal(await text(page, "h1"), headline);
        assert.equal(await page.locator(".side").isVisible(), false);
      }));
  }
});

describe("the season", ATONCE, () => {
  test("November 2024 is judged in a sentence, with its interval and the years behind it", () =>
    visit(STUDIES["expectation"], {}, async (page) => {
      const { heads, chosen } = await table(page);
      const cell = (/** @type {RegExp} */ head) => chosen[0]?.[heads.findIndex((words) => head.test(words))] ?? "";
      assert.equal(cell(/^Exports/), "4,416");
      const [low, median, high] = [number(cell(/^95% interval, low/)), number(cell(/^Median/)), number(cell(/^95% interval, high/))];
      assert(low < median && median < high && low < 4416 && 4416 < high, `${low} ${median} ${high}`);
      assert.equal(cell(/^Assessment/), "ordinary");
      const headline = await text(page, "h1");
      for (const part of ["4,416 t", "3.0% below forecast, ordinary"]) {
        assert(headline.includes(part), `${part} in ${headline}`);
      }
      const words = await fragment(page, "sentence");
      for (const part of [cell(/^Median/), cell(/^95% interval, low/), cell(/^95% interval, high/), "earlier Novembers and"]) {
        assert(words.includes(part), `${part} in ${words}`);
      }
    }));

  test("the intervals are drawn where the table has them", () =>
    visit(STUDIES["expectation"], {}, async (page) => {
      const points = await walked(page);
      const drawn = await canvas(page);
      const { band = [] } = await colours(page);
      const { heads, rows } = await table(page);
      const own = heads.findIndex((words) => /^Exports/.test(words));
      const column = (/** @type {string} */ head) => heads.findIndex((words) => words.startsWith(head));
      assert.equal(points.length, rows.length, "every row has its point");
      const alone = (/** @type {string[]} */ row) => row[own] !== "–" && !row[0]?.includes("–");
      const known = rows.flatMap((row, at) => (alone(row) ? [{ row, point: points[at] }] : []));
      const scale = fitted(known.map(({ row, point }) => ({ from: number(row[own] ?? ""), to: point?.at.y ?? 0 })));
      assert(scale.slope < 0 && scale.worst <= ROUNDING, `a point lies ${scale.worst} off`);
      let core = 0;
      for (const { row, point } of known) {
        const [low, high] = [number(row[column("80% interval, low")] ?? ""), number(row[column("80% interval, high")] ?? "")];
        for (let share = 0.1; share < 1; share += 0.2) {
          const y = scale.at(low + (high - low) * share);
          if (apart(pixel(drawn, point?.at.x ?? 0, y), band) < 12) core += 1;
        }
      }
      assert(core > known.length * 2, `the 80% interval shows at ${core} places of ${known.length * 5}`);
    }));

  test("the month after the last has an expectation and says that it has no figure", () =>
    visit("?chart=expectation", {}, async (page) => {
      const { rows } = await table(page);
      const last = rows.at(-1) ?? [];
      assert.equal(last[1], "–");
      assert(last.includes("no figure yet"), String(last));
    }));

  test("the methods panel tells how the expectations fared", () =>
    visit(STUDIES["expectation"], {}, async (page) => {
      await page.locator("#methods summary").click();
      await calibrated(page);
      const words = await text(page, '[data-fragment="chart-methods"]');
      const share = (/** @type {number} */ interval) =>
        Number(new RegExp(`within the ${interval}% interval (\\d+)% of the time`).exec(words)?.[1]);
      assert(share(95) >= 90 && share(95) <= 98, words);
      assert(share(80) < share(95), words);
      assert.match(words, /the difference is significant, p/);
      assert.match(await text(page, '[data-fragment="edition"]'), /^Latest publication: \d{1,2} [A-Z][a-z]+ \d{4}\./);
    }));

  test("the decomposition says what it filled and marks it", () =>
    visit(STUDIES["decomposition"], {}, async (page) => {
      const notes = await fragment(page, "notes");
      assert.match(notes, /January–February 2020, January–February 2022 and January–February 2023 were reported only as joint figures/);
      const { heads, rows } = await table(page);
      const remark = heads.indexOf("Remark");
      const split = rows.filter((row) => row[remark] === "split from a joint figure");
      const joint = (/** @type {string} */ year) =>
        split.filter(([month]) => month?.endsWith(year)).reduce((sum, row) => sum + number(row[1] ?? ""), 0);
      assert.equal(split.length, 6);
      assert(Math.abs(joint("2023") - 7391) <= 1, `${joint("2023")}`);
    }));

  test("an event is chosen in a control, and Back undoes it", () =>
    visit(STUDIES["effects"], {}, async (page) => {
      const before = await text(page, "h1");
      assert.match(before, /^Licences \(April 2025\): no clear change in exports of rare earths$/);
      await page.locator('select[name="event"]').selectOption("2020-12-01");
      assert.match(await text(page, "h1"), /^Export control law \(December 2020\): no clear change in exports of rare earths$/);
      assert(page.url().includes("event=2020-12-01"), page.url());
      await page.goBack();
      assert.equal(await text(page, "h1"), before);
    }));

  test("what disturbed the level is dated and sized, and nearness to an event is not called cause", () =>
    visit(STUDIES["breaks"], {}, async (page) => {
      assert.match(await text(page, "h1"), /^China’s exports of rare earths: no lasting level shift found since May 2018$/);
      const { heads, rows } = await table(page);
      const at = (/** @type {string} */ head) => heads.indexOf(head);
      const disturbed = rows.filter((row) => row[at("Disturbance")] !== "");
      assert.deepEqual(disturbed.map((row) => [row[0], row[at("Disturbance")]]), [["Jul 2020", "temporary change"]]);
      const [size = "", low = "", high = ""] = ["Size", "95% interval, low", "95% interval, high"].map((head) => disturbed[0]?.[at(head)]);
      assert(number(low) < number(size) && number(size) < number(high) && number(high) < 0, `${low} ${size} ${high}`);
      assert(at("Events within two months") > 0, String(heads));
      const words = await fragment(page, "sentence");
      assert(words.includes(`Temporary change that began in July 2020: ${size} (95% interval ${low} to ${high}`), words);
      assert.match(words, /nearness alone says little/);
      assert.match(await fragment(page, "notes"), /does not prove that the event caused it/);
      assert.match(await fragment(page, "events"), /does not prove that the event caused it/);
    }));

  for (const chart of ["expectation", "decomposition", "breaks", "effects"]) {
    test(`${chart}: a series too short for it says so`, () =>
      visit(`?chart=${chart}&product=magnets`, {}, async (page) => {
        const said = `${await text(page, "h1")} ${await fragment(page, "sentence")}`;
        assert.match(said, /\S+ months .*are needed(?:;|, and) (none is|one is|\S+ are) available/);
        assert.equal(await page.locator("#problems").isVisible(), false);
      }));
  }
});

describe("who and what drove it", ATONCE, () => {
  test("the contributions add up to the change, the rest among them", () =>
    visit(STUDIES["drivers"], {}, async (page) => {
      const { rows } = await table(page);
      const points = rows.map((row) => Number((row[3] ?? "").replace("−", "-").replace(/[^-\d.]/g, "")));
      const total = points.pop() ?? NaN;
      assert(rows.some(([name]) => name === "Not listed"));
      assert(Math.abs(points.reduce((sum, part) => sum + part, 0) - total) < 0.05 * rows.length, `${points} and ${total}`);
      const walkedPoints = await walked(page);
      const ends = walkedPoints.map(({ value, at }) => ({ value: Number(value.replace("−", "-").replace(/[^-\d.]/g, "")), at }));
      // Each bar of the waterfall begins where the one before it ends.
      let at = 0;
      const pairs = ends.slice(0, -1).map(({ value, at: place }) => ({ from: (at += value), to: place.x }));
      assert(fitted(pairs).worst < 6, `${fitted(pairs).worst}`);
    }));

  test("what the data lack is named by part and month instead of drawn", () =>
    visit("?chart=drivers&product=magnets&flow=import&month=2024-11", {}, async (page) => {
      assert.match(await text(page, "h1"), /^Contributions year on year cannot be shown: no figure for November 2024$/);
    }));

  test("a total is taken apart by product line as well, and Back undoes it", () =>
    visit("?chart=shares&flow=import&month=2023-12", {}, async (page) => {
      const before = page.url();
      assert.match(await text(page, "h1"), /^Only Myanmar is listed: about 24% of China’s imports of rare earths in 2023$/);
      await page.locator('select[name="by"]').selectOption("product");
      // The goods by month come with a file of their own.
      await page.waitForFunction(() => /made up/.test(document.querySelector("h1")?.textContent ?? ""));
      assert.match(await text(page, "h1"), /^Rare earth compounds made up 62\.1% of China’s imports of rare earths in 2023$/);
      assert(page.url().includes("by=product"));
      await page.goBack();
      assert.equal(page.url(), before);
    }));

  test("the season is taken out of each part where that is asked for, or the reason is said, and Back undoes it", () =>
    visit("?chart=decomposition", {}, async (page) => {
      const before = page.url();
      const says = (/** @type {string} */ words) =>
        page.waitForFunction((words) => document.querySelector("[data-fragment=sentence]")?.textContent?.includes(words), words);
      await page.locator('select[name="adjust"]').selectOption("partner");
      // The figures by partner come with a file of their own.
      await says("The destinations cannot be adjusted one by one: the total is not broken down for");
      assert(page.url().includes("adjust=partner"));
      await page.locator('select[name="adjust"]').selectOption("product");
      await says("The product lines cannot be adjusted one by one: they add up to the total in none of the months.");
      await page.goBack();
      await page.goBack();
      assert.equal(page.url(), before);
      await page.waitForFunction(() => !document.querySelector("[data-fragment=sentence]")?.textContent?.includes("one by one"));
    }));

  test("an unlisted rest widens the index to a range", () =>
    visit(STUDIES["shares"], {}, async (page) => {
      const { heads, rows } = await table(page);
      const [low, high] = [heads.indexOf("HHI from"), heads.indexOf("HHI to")];
      const bounds = rows.filter((row) => row[1] === "Not listed");
      assert(bounds.length > 10);
      for (const row of bounds) {
        const rest = number(row[3] ?? "") / 100;
        const width = number(row[high] ?? "") - number(row[low] ?? "");
        assert(Math.abs(width - rest * rest) < 0.003, `${row}`);
      }
    }));

  test("2024: volume up, value down, split without a rest", () =>
    visit(STUDIES["price-volume"], {}, async (page) => {
      assert.match(await text(page, "h1"), /2024: value −36\.0% \(volume \+4\.7, unit value −40\.6 pp\)/);
      const { rows } = await table(page);
      const [volume, price, value] = rows.map((row) => Number((row[5] ?? "").replace("−", "-").replace(/[^-\d.]/g, "")));
      assert(volume !== undefined && price !== undefined && value !== undefined);
      assert(volume > 0 && price < 0 && Math.abs(volume + price - value) < 0.11, `${volume} ${price} ${value}`);
    }));

  test("dependence says what it cannot", () =>
    visit(STUDIES["dependence"], {}, async (page) => {
      assert.match(await fragment(page, "notes"), /a quota is a ceiling/);
      const { heads, rows } = await table(page);
      const [imports, lacks] = [heads.indexOf("Imports (t)"), heads.indexOf("Missing")];
      assert(rows.some((row) => row[imports] === "–" && /no figure for/.test(row[lacks] ?? "")), "a year without imports says so");
      await frame(page);
    }));
});

/** Until the backtest is there, which comes after what is seen. @param {import("playwright-core").Page} page */
const calibrated = (page) =>
  page.waitForFunction(() => {
    const words = document.querySelector('[data-fragment="chart-methods"]')?.textContent ?? "";
    return words.includes("interval") && !words.includes("Computing…");
  });

/**
 * Has workers answer late, and what they are asked kept; or has no workers.
 * @param {number | undefined} late In milliseconds.
 */
const working = (late) => ({
  prepare: async (/** @type {import("playwright-core").BrowserContext} */ context) => {
    await context.addInitScript((late) => {
      const own = /** @type {any} */ (globalThis);
      own.asked = [];
      if (late === null) {
        own.Worker = undefined;
        return;
      }
      own.Worker = class extends Worker {
        postMessage(/** @type {any} */ message) {
          if (message.what) own.asked.push(`${message.what} ${message.search}`);
          super.postMessage(message);
        }
        addEventListener(/** @type {string} */ kind, /** @type {any} */ hear) {
          super.addEventListener(kind, (/** @type {any} */ event) => {
            if (event.data?.id === undefined) hear(event);
            else setTimeout(() => hear(event), late);
          });
        }
      };
    }, late ?? null);
  },
});

/** What workers were asked. @param {import("playwright-core").Page} page @returns {Promise<string[]>} */
const asked = (page) => page.evaluate("asked");

/** @param {import("playwright-core").Page} page @param {string} chart */
const choose = (page, chart) => page.locator(`.charts a[href*="chart=${chart}"]`).first().click();

describe("what takes longer than a frame", ATONCE, () => {
  /** @param {import("playwright-core").Page} page */
  const whole = async (page) => {
    await calibrated(page);
    const words = ["headline", "sentence", "notes", "table", "chart-methods"].map((name) => fragment(page, name));
    return { words: await Promise.all(words), drawn: (await canvas(page)).data };
  };
  for (const chart of ["expectation", "decomposition", "breaks", "effects"]) {
    test(`${chart}: is computed in a worker, and comes to the same without one`, () =>
      visit(`?chart=${chart}`, working(0), async (page) => {
        const found = await whole(page);
        assert.deepEqual(await asked(page), [`study ?chart=${chart}`, `calibration ?chart=${chart}`]);
        await visit(`?chart=${chart}`, working(undefined), async (other) => {
          const here = await whole(other);
          assert.deepEqual(here.words, found.words);
          assert.equal(Buffer.compare(Buffer.from(here.drawn), Buffer.from(found.drawn)), 0, "the same picture");
        });
      }));
  }

  test("a chart that was shown is shown again at once, and another asks for what it lacks", () =>
    visit("?chart=expectation", working(0), async (page) => {
      await calibrated(page);
      await choose(page, "decomposition");
      await page.locator('.charts a[href*="chart=decomposition"][aria-current]').waitFor();
      const before = await asked(page);
      assert.deepEqual(before.slice(2), ["study ?chart=decomposition"], "the backtest is the same");
      await choose(page, "expectation");
      assert.match(await fragment(page, "headline"), /forecast|expected/);
      assert.deepEqual(await asked(page), before);
    }));

  test("a reader’s own series is computed there as well, and the bundled one after it", () =>
    visit("", working(0), async (page) => {
      const months = Array.from({ length: 96 }, (_, at) => `${2014 + Math.floor(at / 12)}${String((at % 12) + 1).padStart(2, "0")}`);
      const kilos = (/** @type {number} */ at) => 1_000_000 + 90_000 * ((at * 7) % 12) + 1_000 * ((at * 37) % 53);
      const rows = months.map((month, at) => `${month},Export,Chile,World,280530,Rare-earth metals,${kilos(at)}`);
      const text = ["Period,Trade Flow,Reporter,Partner,Commodity Code,Commodity,Net Weight (kg)", ...rows].join("\n");
      await page.locator("#open-own").click();
      await page.locator("#own-files").setInputFiles({ name: "own.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
      await page.getByRole("button", { name: /^Import/ }).first().click();
      await page.waitForFunction(() => /Chile/.test(document.querySelector("h1")?.textContent ?? ""));
      await choose(page, "expectation");
      await page.locator('.charts a[href*="chart=expectation"][aria-current]').first().waitFor();
      await calibrated(page);
      assert.match(await fragment(page, "table"), /Dec 2021/);
      const own = await asked(page);
      assert.deepEqual(own.map((question) => question.split(" ")[0]), ["study", "calibration"]);
      await page.goBack();
      await page.goBack();
      await page.waitForFunction(() => /China/.test(document.querySelector("h1")?.textContent ?? ""));
      await choose(page, "expectation");
      await page.waitForFunction(() => / forecast/.test(document.querySelector("h1")?.textContent ?? ""));
      await calibrated(page);
      assert.match(await fragment(page, "table"), /2026/);
      assert.equal((await asked(page)).length, 4);
    }));

  test("what is shown stays until then, which is said, and nothing comes of what is no longer wanted", () =>
    visit("?chart=drivers&month=2024-11", working(2_000), async (page) => {
      const before = await text(page, "h1");
      await choose(page, "expectation");
      await page.waitForFunction(() => document.getElementById("said")?.textContent === "Computing…");
      assert.equal(await text(page, "h1"), before);
      assert.equal(await page.locator("#surface").getAttribute("aria-busy"), "true");
      await choose(page, "shares");
      await page.waitForFunction((before) => document.querySelector("h1")?.textContent !== before, before);
      const after = await text(page, "h1");
      await page.waitForFunction(() => document.getElementById("said")?.textContent === "");
      await page.waitForTimeout(2_200);
      assert.equal(await text(page, "h1"), after);
      assert.equal(await page.locator("#surface").getAttribute("aria-busy"), null);
    }));

  test("a choice, a print and a file do not run ahead of it", () =>
    visit("?chart=drivers&month=2024-11", working(1_000), async (page) => {
      await choose(page, "expectation");
      const csv = (await saved(page, "csv")).bytes.toString("utf8");
      assert.match(csv, /expected_median/);
      await choose(page, "breaks");
      await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
      assert.match(await text(page, "h1"), /level shift/);
      assert.doesNotMatch(await fragment(page, "chart-methods"), /Computing…/);
      await page.evaluate(() => dispatchEvent(new Event("afterprint")));
      await choose(page, "decomposition");
      await page.locator('select[name="flow"]').selectOption("import");
      await page.locator('select[name="flow"]').selectOption("export");
      await page.waitForFunction(() => /^\?chart=decomposition/.test(location.search) && /exports/i.test(document.querySelector("h1")?.textContent ?? ""));
    }));
});
