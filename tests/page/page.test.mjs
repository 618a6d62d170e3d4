// The page as it greets a reader, and the figures that a reader may know from the press.

import assert from "node:assert/strict";
import { test } from "node:test";
import { fragment, number, parseCsv, ready, saved, stage, svgWords, table, text } from "./support.mjs";

const { address, asked, visit } = stage();

/** What the press reported of November 2024, each flow under the comparison it was reported with. */
const PUBLISHED = [
  {
    flow: "export",
    query: "?month=2024-11&compare=mom",
    amount: "4,416",
    headline: "China’s exports of rare earths fell 7.1% month on month to 4,416 t in Nov 2024",
    comparison: ["Month on month", "−7.1%", "4,416 t in November 2024 against 4,753 t in October 2024"],
    said: "4,416 t of rare earths, 7.1% less than in October (4,753 t)",
    to_date: ["52,105", "+6.6%", "up 6.6%", "6.6% more"],
  },
  {
    flow: "import",
    query: "?flow=import&month=2024-11",
    amount: "11,327",
    headline: "China’s imports of rare earths fell 20.9% year on year to 11,327 t in Nov 2024",
    comparison: ["Year on year", "−20.9%", "11,327 t in November 2024 against "],
    said: "20.9% less than in November 2023 (",
    to_date: ["123,288", "−22.7%", "down 22.7%", "22.7% less"],
  },
];

test("the page draws its default view, and its parts agree", () =>
  visit("", {}, async (page) => {
    const headline = await fragment(page, "headline");
    const found = /(rose|fell) ([\d.]+%) year on year to ([\d,]+) t in ([A-Z][a-z]+ (\d{4}))$/.exec(headline);
    assert(found, headline);
    const [, verb, size = "", amount = "", month = "", own = ""] = found;
    const year = `${Number(own) - 1}`;
    const sign = verb === "rose" ? "+" : "−";
    assert.equal(await page.title(), `${headline} · Xenotime`);

    const sentence = await fragment(page, "sentence");
    assert.match(sentence, new RegExp(`^In ${month} China exported [\\d,.]+ t of rare earths, `));
    assert(sentence.includes(`${size} ${verb === "rose" ? "more" : "less"} than in ${month.replace(/\d+/, year)}`), sentence);

    const current = page.locator('[data-fragment="comparisons"] [aria-current="true"]');
    assert.equal(await current.locator(".label").textContent(), "Year on year");
    assert.equal(await current.locator("strong").textContent(), sign + size);
    assert.match((await current.locator(".detail").textContent()) ?? "", new RegExp(`in ${month} against`));

    const { heads, chosen } = await table(page);
    assert.equal(chosen.length, 1);
    const cell = (/** @type {RegExp} */ head) => chosen[0]?.[heads.findIndex((words) => head.test(words))] ?? "";
    assert.equal(cell(/^Month$/), month.replace(/[a-z]+/, (rest) => rest.slice(0, 2)));
    assert.equal(Math.round(number(cell(/^Exports/))), number(amount));
    assert.equal(cell(/^Year on year$/), sign + size);

    const latest = page.locator('select[name="month"] option').first();
    assert.equal(await latest.textContent(), month);
    assert.match(await fragment(page, "source"), new RegExp(`; ${month}: .+ \\([^)]*?(\\d+ )?[A-Z][a-z]+ \\d{4}\\)`));
  }));

/**
 * The words that the build wrote into the page, and those that the module put there.
 * @param {import("playwright-core").Page} page
 */
const written = (page) =>
  page.evaluate(async () => {
    const built = new DOMParser().parseFromString(await (await fetch("./")).text(), "text/html");
    const inner = (/** @type {Document} */ from) =>
      Array.from(from.querySelectorAll("[data-fragment]"), (place) => [place.getAttribute("data-fragment") ?? "", place.innerHTML]);
    return { built: inner(built), live: inner(document) };
  });

test("what the build wrote into the page of the default view is what the module puts there", () =>
  visit("", {}, async (page) => {
    const { built, live } = await written(page);
    assert(built.length >= 11);
    assert.deepEqual(live, built);
  }));

for (const { flow, query, amount, headline, comparison, said, to_date } of PUBLISHED) {
  const [label = "", change = "", against = ""] = comparison;
  const [sum = "", changed = "", moved = "", than = ""] = to_date;

  test(`the published ${flow}s of November 2024 are on the page and in its files`, () =>
    visit(query, {}, async (page) => {
      assert.equal(await text(page, "h1"), headline);

      const comparisons = await page.locator('[data-fragment="comparisons"] a').evaluateAll((links) =>
        links.map((link) => [".label", "strong", ".detail"].map((part) => link.querySelector(part)?.textContent ?? "")),
      );
      for (const [name, size, detail] of [
        [label, change, against],
        ["Year to date", changed, `${sum} t in January–November 2024 against `],
      ]) {
        const found = comparisons.find(([words]) => words === name) ?? [];
        assert.equal(found[1], size);
        assert(found[2]?.startsWith(detail ?? "?"), found[2]);
      }

      const sentence = await fragment(page, "sentence");
      assert(sentence.includes(`${flow}ed ${amount} t of rare earths, `), sentence);
      assert(sentence.includes(said), sentence);
      assert(sentence.includes(`January–November 2024 came to ${sum} t, ${than} than in January–November 2023 (`), sentence);

      const { chosen } = await table(page);
      assert.deepEqual([chosen.length, ...(chosen[0] ?? []).slice(0, 2)], [1, "Nov 2024", amount]);

      const svg = await saved(page, "svg");
      const words = svgWords(svg.bytes.toString());
      assert(words.join(" ").includes(headline), words.join(" "));
      assert(words.includes(`Nov 2024 ${amount} t`), words.join(" | "));
      const rows = parseCsv((await saved(page, "csv")).bytes.toString());
      const row = rows.find(([period]) => period === "2024-11") ?? [];
      assert.equal(row[rows[0]?.indexOf(`${flow}_t`) ?? -1], String(number(amount)));
    }));

  test(`the published changes of ${flow}s are in every chart of changes`, async () => {
    await visit(`${query}&chart=change`, {}, async (page) => {
      const { chosen } = await table(page);
      assert.deepEqual([chosen[0]?.[0], chosen[0]?.[1], chosen[0]?.at(-2)], ["Nov 2024", amount, change]);
      assert(svgWords((await saved(page, "svg")).bytes.toString()).includes(`Nov 2024 ${change}`));
    });
    await visit(`${query}&chart=cumulative`, {}, async (page) => {
      assert.equal(
        await text(page, "h1"),
        `China ${flow}ed ${sum} t of rare earths in Jan–Nov 2024, ${moved} year on year`,
      );
      const { heads, chosen } = await table(page);
      assert.equal(chosen[0]?.[heads.indexOf("2024 (t)")], sum);
      assert(svgWords((await saved(page, "svg")).bytes.toString()).includes(`${sum} t`));
      const rows = parseCsv((await saved(page, "csv")).bytes.toString());
      const row = rows.find(([month]) => month === "November") ?? [];
      assert.equal(row[rows[0]?.indexOf("y2024_t") ?? -1], String(number(sum)));
    });
    await visit(`${query}&chart=framing`, {}, async (page) => {
      const { rows } = await table(page);
      const shown = (/** @type {string} */ name) => rows.find(([words]) => words === name)?.at(-2);
      assert.deepEqual([shown(label), shown("Year to date")], [change, changed]);
      const words = svgWords((await saved(page, "svg")).bytes.toString());
      assert(words.includes(change) && words.includes(changed), words.join(" | "));
      const file = parseCsv((await saved(page, "csv")).bytes.toString());
      const percent = file[0]?.indexOf("change_percent") ?? -1;
      for (const [name, size] of [[label, change], ["Year to date", changed]]) {
        const plain = Number(file.find(([words]) => words === name)?.[percent]);
        assert.equal(plain.toFixed(1), number(size ?? "").toFixed(1));
      }
    });
  });
}

test("the page loads what it names in its head and nothing else", async () => {
  asked.length = 0;
  await visit("", {}, async (page) => {
    await page.locator("#surface").hover({ position: { x: 300, y: 200 } });
    await page.locator("#numbers summary").click();
    const named = await page.evaluate(async () => {
      const built = new DOMParser().parseFromString(await (await fetch("./")).text(), "text/html");
      const of = (/** @type {string} */ selector, /** @type {string} */ name) =>
        Array.from(built.querySelectorAll(selector), (tag) => tag.getAttribute(name) ?? "");
      // What is for later comes when it is asked for.
      const data = Object.entries(built.body.dataset).flatMap(([name, value = ""]) =>
        // But for the list of sources, which comes after the chart.
        /\.(wasm|csv)(\?|$)/.test(value) && ((!name.startsWith("later") && name !== "parts") || name === "laterSources") ? value : [],
      );
      // The page's own scripts stand on the one that brings them.
      const scripts = Array.from(built.scripts, (script) => Object.values(script.dataset).map(String)).flat();
      return [...scripts, ...of("script[src], img[src]", "src"), ...of('link[rel~="stylesheet"], link[rel~="icon"]', "href"), ...data];
    });
    const plain = (/** @type {string} */ path) => path.replace(/^\.?\//, "");
    // The test itself has just asked for the page a second time.
    const got = asked.map(plain).filter((path) => path !== "");
    const icon = (/** @type {string} */ path) => !path.startsWith("icon.svg");
    assert.equal(new Set(got).size, got.length, `something is loaded twice: ${got}`);
    assert.deepEqual(got.filter(icon).sort(), named.map(plain).filter(icon).sort());
    assert.equal(named.filter((path) => /\.csv/.test(path)).length, 7);
  });
});

test("the page keeps nothing on the reader’s machine", () =>
  visit("?month=2024-11", {}, async (page) => {
    await page.locator('select[name="flow"]').selectOption("import");
    const kept = await page.evaluate(async () => ({
      cookies: document.cookie,
      local: localStorage.length,
      session: sessionStorage.length,
      databases: (await indexedDB.databases()).length,
      caches: (await caches.keys()).length,
      workers: (await navigator.serviceWorker.getRegistrations()).length,
    }));
    assert.deepEqual(kept, { cookies: "", local: 0, session: 0, databases: 0, caches: 0, workers: 0 });
  }));

test("every link out of the page opens beside it and tells nothing", () =>
  visit("", {}, async (page) => {
    // The page in another language is a page of its own.
    const out = `a[href^="http"]:not([href^="${new URL(page.url()).origin}"])`;
    const links = await page.locator(out).evaluateAll((links) =>
      links.map((link) => ["target", "rel", "href"].map((name) => link.getAttribute(name) ?? "")),
    );
    assert(links.length > 10);
    for (const [target, rel, href] of links) assert.deepEqual([target, rel], ["_blank", "noopener"], href);
    assert.equal(await page.locator('meta[name="referrer"]').getAttribute("content"), "no-referrer");
    assert.equal(page.url(), address());
  }));

test("on paper the page is as wide as the paper, with addresses and without what cannot be clicked", () =>
  visit("?month=2024-11", { context: { viewport: { width: 718, height: 1000 } } }, async (page) => {
    await page.emulateMedia({ media: "print" });
    const wide = () => page.evaluate(() => document.documentElement.scrollWidth);
    assert((await wide()) <= 718, `${await wide()}`);
    const written = await page.locator("#numbers td a").first().evaluate((link) => [getComputedStyle(link, "::after").content, link.getAttribute("href")]);
    assert(written[0]?.includes(written[1] ?? "?"), `${written}`);
    // Lines of figures are as many as figures: no number is broken, whatever stands beside it.
    const broken = (/** @type {import("./support.mjs").Page} */ where) =>
      where.locator("td.number").evaluateAll((cells) =>
        cells.filter((cell) => {
          const range = document.createRange();
          range.selectNodeContents(cell);
          return new Set(Array.from(range.getClientRects(), ({ top }) => Math.round(top))).size > 1;
        }).length,
      );
    assert.equal(await broken(page), 0);
    for (const useless of ["#readout", ".language", ".actions", ".charts"]) {
      assert.equal(await page.locator(useless).isVisible(), false, useless);
    }
    assert.equal(await page.locator("#numbers summary").evaluate((head) => getComputedStyle(head).listStyleType), "none");
    await page.emulateMedia({ media: "screen" });
    await page.locator("#show-embed").click();
    const pinned = await saved(page, "pinned");
    const file = await page.context().newPage();
    await file.setViewportSize({ width: 718, height: 1000 });
    await file.emulateMedia({ media: "print" });
    await file.setContent(pinned.bytes.toString());
    assert((await file.evaluate(() => document.documentElement.scrollWidth)) <= 718);
    assert.equal(await broken(file), 0);
    await page.goto(address("?chart=season&month=2024-11"));
    await ready(page);
    await page.emulateMedia({ media: "print" });
    assert((await wide()) <= 718, `${await wide()}`);
    assert.equal(await broken(page), 0, "many sources");
    const listed = page.locator("#numbers .sources li");
    assert.equal(await listed.first().isVisible(), true);
    assert((await listed.count()) > 20);
  }));

test("the printed page has its chart: nothing that lies over it cuts it away", () =>
  visit("?chart=season&month=2024-11", {}, async (page) => {
    const printed = (await page.pdf()).toString("latin1");
    // An empty canvas over the chart is printed as a mask of nothing.
    assert(!printed.includes("/SMask"), "a mask lies over the page");
  }));

test("every chart’s name is in sight on a wide screen, and a row that goes on is shaded on a narrow one", async () => {
  for (const width of [1024, 1280]) {
    await visit("?chart=drivers&product=magnets&month=2025-12&compare=mom", { context: { viewport: { width, height: 800 } } }, async (page) => {
      const cut = await page.locator(".charts ul").evaluateAll((lists) => lists.map((list) => list.scrollWidth - list.clientWidth));
      assert.deepEqual(cut, [0, 0]);
    });
  }
  await visit("?chart=drivers&product=magnets&month=2025-12&compare=mom", { context: { viewport: { width: 390, height: 800 } } }, async (page) => {
    const list = page.locator(".charts ul").last();
    assert(await list.evaluate((list) => list.scrollWidth > list.clientWidth));
    assert.match(await list.evaluate((list) => getComputedStyle(list).backgroundAttachment), /local.*scroll/);
  });
});
