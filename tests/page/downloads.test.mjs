// What a reader takes away: files, a link and the snippet for another page.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { describe, test } from "node:test";
import { ATONCE, CHARTS, colours, count, number, parseCsv, pixel, rasterized, saved, stage, svgWords, table, text } from "./support.mjs";

const { address, visit } = stage();

/**
 * A file's period as the table has it: `2024-11` as `Nov 2024`, `2023-01/2023-02` as
 * `Jan–Feb 2023`, a whole year as `2023`.
 * @param {string} period
 */
function printed(period) {
  const months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
  const [first = "", last = first] = period.split("/");
  const name = (/** @type {string} */ month) => months[Number(month.slice(5)) - 1];
  if (first.endsWith("-01") && last.endsWith("-12")) return first.slice(0, 4);
  return `${first === last ? name(first) : `${name(first)}–${name(last)}`} ${last.slice(0, 4)}`;
}

describe("files", ATONCE, () => {
  test("a CSV file begins with a UTF-8 mark where the reader wants one, that of a table of partners too", () =>
    visit("?product=magnets&month=2025-10", {}, async (page) => {
      const marked = async (/** @type {string} */ button) => {
        const [download] = await Promise.all([page.waitForEvent("download"), page.locator(button).click()]);
        return (await readFile(await download.path())).toString("utf8").startsWith("\ufeff");
      };
      await page.locator("#show-table").click();
      await page.locator("#rows tbody tr").first().waitFor();
      for (const wanted of [false, true]) {
        await page.getByRole("checkbox", { name: "CSV for Excel (UTF-8 with BOM)" }).setChecked(wanted);
        for (const button of ["#save-csv", "#rows [name=csv]"]) assert.equal(await marked(button), wanted, button);
      }
    }));

  for (const chart of CHARTS) {
    test(`${chart}: the CSV file is the table, the SVG file the chart`, () =>
      visit(`?chart=${chart}&month=2024-11`, {}, async (page) => {
        const { heads, rows } = await table(page);
        const csv = await saved(page, "csv");
        assert.equal(csv.name, `xenotime-rare-earths-export-${chart}-2024-11.csv`);
        const [names = [], ...lines] = parseCsv(csv.bytes.toString("utf8"));
        assert.equal(names.length, heads.length);
        assert.equal(names.at(-1), "sources");
        assert.equal(lines.length, rows.length);
        lines.forEach((line, at) => {
          line.slice(0, -1).forEach((cell, column) => {
            const shown = rows[at]?.[column] ?? "";
            const numeric = /_(t|percent)$/.test(names[column] ?? "");
            if (numeric && cell !== "") {
              assert(/^-?\d+(\.\d+)?$/.test(cell), `${cell} in ${names[column]}`);
              const decimals = /\.(\d+)/.exec(shown)?.[1]?.length ?? 0;
              const away = Math.abs(Number(cell) - number(shown));
              assert(away <= 0.5 * 10 ** -decimals + 1e-9, `${cell} is shown as ${shown}`);
            } else {
              const day = (/** @type {string} */ date) => new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" }).format(new Date(date));
              const words = names[column] === "period" ? printed(cell) : /^\d{4}-\d\d-\d\d$/.test(cell) ? day(cell) : cell;
              assert(words === shown || (cell === "" && shown === "–"), `${cell} is shown as ${shown}`);
            }
          });
          assert(line.at(-1) === "" || /^https?:\/\/|^[A-Z]/.test(line.at(-1) ?? ""), line.at(-1));
        });

        const svg = await saved(page, "svg");
        assert.equal(svg.name, `xenotime-rare-earths-export-${chart}-2024-11.svg`);
        const source = svg.bytes.toString("utf8");
        const read = await page.evaluate((source) => {
          const parsed = new DOMParser().parseFromString(source, "image/svg+xml");
          const root = parsed.documentElement;
          return {
            wrong: parsed.querySelector("parsererror")?.textContent ?? null,
            name: root.nodeName,
            title: root.querySelector("title")?.textContent ?? "",
            box: [root.getAttribute("width"), root.getAttribute("height"), root.getAttribute("role")],
            active: parsed.querySelectorAll("script, foreignObject, image, a, style").length,
            shapes: parsed.querySelectorAll("polyline, rect, polygon, circle, path").length,
          };
        }, source);
        assert.equal(read.wrong, null);
        const [width, height, role] = read.box;
        assert.deepEqual([read.name, width, role], ["svg", "960", "img"]);
        assert(Number(height) > 300 && Number(height) < 1200, `${height} high`);
        assert.equal(read.title, await text(page, "h1"));
        assert.equal(read.active, 0);
        assert(read.shapes > 5);
        assert(!/var\(|NaN|Infinity|url\(/.test(source));
        const words = svgWords(source).join(" ");
        assert(words.includes("Source: Chinese customs’ own tables"), words);
      }));
  }

  test("the PNG file has the chart in two pixels to one", () =>
    visit("?month=2024-11", {}, async (page) => {
      const png = await saved(page, "png");
      assert.equal(png.name, "xenotime-rare-earths-export-months-2024-11.png");
      const picture = await rasterized(page, png.bytes, "image/png");
      // The file is higher than 600 by the key of its events; both files are alike in that.
      const drawn = (await saved(page, "svg")).bytes.toString("utf8");
      const head = drawn.slice(drawn.indexOf("<svg"), drawn.indexOf(">", drawn.indexOf("<svg")));
      const width = / width="(\d+)/.exec(head)?.[1] ?? "";
      const height = / height="(\d+)/.exec(head)?.[1] ?? "";
      assert.deepEqual([picture.width, picture.height], [2 * Number(width), 2 * Number(height)]);
      const { paper = [], main = [], mean = [], ink = [] } = await colours(page);
      assert.deepEqual(pixel(picture, 1919, 0).slice(0, 3), paper);
      for (const colour of [main, mean, ink]) {
        assert(count(picture, colour) > 1000, `${count(picture, colour)} pixels of ${colour}`);
      }
    }));

  test("files are in the theme on screen", () =>
    visit("?theme=dark", {}, async (page) => {
      const { paper = [] } = await colours(page);
      const png = await rasterized(page, (await saved(page, "png")).bytes, "image/png");
      assert.deepEqual(pixel(png, 1919, 0).slice(0, 3), paper);
      const svg = await rasterized(page, (await saved(page, "svg")).bytes, "image/svg+xml");
      assert.deepEqual(pixel(svg, 959, 0).slice(0, 3), paper);
    }));

  test("where copying is not allowed the words are shown instead", () =>
    visit("?month=2024-11", {
      prepare: (context) =>
        context.addInitScript(() => {
          Object.defineProperty(navigator, "clipboard", { value: { writeText: () => Promise.reject(new Error("no")) } });
        }),
    }, async (page) => {
      await page.locator("#copy-link").click();
      await page.locator("#said", { hasText: address("?month=2024-11") }).waitFor();
    }));

  test("what is saved is what is on screen", () =>
    visit("", {}, async (page) => {
      await page.locator('select[name="flow"]').selectOption("import");
      await page.locator('select[name="month"]').selectOption("2024-11");
      const csv = await saved(page, "csv");
      assert.equal(csv.name, "xenotime-rare-earths-import-months-2024-11.csv");
      const [names = [], ...lines] = parseCsv(csv.bytes.toString());
      const row = lines.find(([period]) => period === "2024-11") ?? [];
      assert.equal(row[names.indexOf("import_t")], "11327");
    }));
});

describe("pictures by where they stand", ATONCE, () => {
  // As `xenotime render --size` has them.
  for (const [place, width, height] of /** @type {const} */ ([["column", 390, undefined], ["page", 760, undefined], ["social", 800, 418]])) {
    test(`${place}: SVG and PNG of ${width} pixels`, () =>
      visit("?month=2024-11", {}, async (page) => {
        await page.locator("#show-embed").click();
        await page.locator("#picture-place").selectOption(place);
        const svg = await saved(page, "placed-svg");
        assert.equal(svg.name, `xenotime-rare-earths-export-months-2024-11-${place}.svg`);
        const [, wide, high] = /width="(\d+)" height="(\d+)"/.exec(svg.bytes.toString()) ?? [];
        assert.equal(Number(wide), width);
        if (height) assert.equal(Number(high), height);
        // A card is too small for the list of events.
        assert.equal(svgWords(svg.bytes.toString()).some((words) => words.startsWith("Events: ")), !height);
        const png = await saved(page, "placed-png");
        assert.equal(png.name, `xenotime-rare-earths-export-months-2024-11-${place}.png`);
        assert.deepEqual([png.bytes.readUInt32BE(16), png.bytes.readUInt32BE(20)], [2 * width, 2 * Number(high)]);
      }));
  }

  for (const chart of ["decomposition", "prices", "effects"]) {
    test(`social: ${chart}, whose rows or panels have no room in it, is a square`, () =>
      visit(`?chart=${chart}`, {}, async (page) => {
        await page.locator("#show-embed").click();
        await page.locator("#picture-place").selectOption("social");
        const svg = await saved(page, "placed-svg");
        assert.match(svg.bytes.toString(), /^<svg[^>]* width="800" height="800"/);
      }));
  }

  test("where pictures cannot be copied, that is said", () =>
    visit("?month=2024-11", {
      prepare: (context) => context.addInitScript(() => Reflect.deleteProperty(globalThis, "ClipboardItem")),
    }, async (page) => {
      await page.locator("#copy-png").click();
      await page.locator("#said", { hasText: "does not allow pictures to be copied" }).waitFor();
    }));
});

// One after the other: there is one clipboard.
const CLIPBOARD = ["clipboard-read", "clipboard-write"];

test("the link copied leads to the view", () =>
  visit("?flow=import&month=2024-11", { permissions: CLIPBOARD }, async (page) => {
    await page.locator("#copy-link").click();
    await page.locator("#said", { hasText: "Link copied." }).waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    assert.equal(copied, address("?flow=import&month=2024-11"));
  }));

test("the picture copied is the one that is saved", () =>
  visit("?month=2024-11", { permissions: CLIPBOARD }, async (page) => {
    await page.locator("#copy-png").click();
    await page.locator("#said", { hasText: "Picture copied." }).waitFor();
    const size = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      const image = await createImageBitmap(/** @type {Blob} */ (await item?.getType("image/png")));
      return [image.width, image.height];
    });
    const { bytes } = await saved(page, "png");
    assert.deepEqual(size, [bytes.readUInt32BE(16), bytes.readUInt32BE(20)]);
  }));

test("the table copied has the file's numbers, with tabs between", () =>
  visit("?month=2024-11&from=2024-09&to=2024-12", { permissions: CLIPBOARD }, async (page) => {
    await page.locator("#numbers summary").click();
    await page.locator("#copy-table").click();
    await page.locator("#said", { hasText: "Table copied." }).waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    const csv = parseCsv((await saved(page, "csv")).bytes.toString());
    assert.deepEqual(copied.trim().split("\n").map((line) => line.split("\t")), csv);
    assert(csv.some(([period, tonnes]) => period === "2024-11" && tonnes === "4416"), copied);
  }));

test("the snippet names the month that is to stay, holds no other’s address and is copied whole", () =>
  visit("?chart=season", { permissions: CLIPBOARD }, async (page) => {
    await page.locator("#show-embed").click();
    await page.locator('#show-embed[aria-expanded="true"]').waitFor();
    await page.locator('#embed-options [name="follows"]').selectOption("this");
    const snippet = await page.locator("#snippet").inputValue();
    const month = await page.locator('select[name="month"]').inputValue();
    assert(snippet.includes(`src="${address(`frame-season.html?chart=season&amp;month=${month}&amp;embed&amp;theme=light#light`)}"`), snippet);
    assert(snippet.includes('loading="lazy"') && snippet.includes('title="'));
    assert.match(snippet, /sandbox="allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-downloads"/);
    await page.locator("#copy-snippet").click();
    await page.locator("#said", { hasText: "Code copied." }).waitFor();
    // Once it is measured.
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), await page.locator("#snippet").inputValue());
    await page.locator("#show-embed").click();
    assert.equal(await page.locator("#snippet").isVisible(), false);
    assert.equal(await page.locator("#show-embed").getAttribute("aria-expanded"), "false");
  }));
