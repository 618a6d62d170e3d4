// Markup and formulas in an address or in the data stay words.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, test } from "node:test";
import { ATONCE, CHARTS, DIST, frame, parseCsv, saved, stage, text } from "./support.mjs";

/** @typedef {import("./support.mjs").Page} Page */

const { visit } = stage();

const MARKUP = `<img src=x onerror="document.title='had'"><script>document.title='had'</script>`;

/** @param {Page} page */
async function unharmed(page) {
  assert.notEqual(await page.title(), "had");
  const made = await page.evaluate(() => ({
    // The waiting chart's points are a block of data, which no browser runs; there is one, the page's own.
    points: document.querySelectorAll("#points").length,
    images: document.querySelectorAll("img, body script:not(#points[type='application/json']), object, embed, iframe").length,
    handlers: Array.from(document.querySelectorAll("*")).filter((element) =>
      Array.from(element.attributes).some(({ name, value }) => name.startsWith("on") || /^\s*javascript:/i.test(value)),
    ).length,
  }));
  assert.deepEqual(made, { points: 1, images: 0, handlers: 0 });
}

describe("hostile words", ATONCE, () => {
  for (const query of [
    `?month=${encodeURIComponent("<script>document.title='had'</script>")}`,
    "?month=<script>document.title='had'</script>",
    "?product=%3Cimg%20src=x%20onerror%3Ddocument.title='had'%3E",
    `?chart="><img src=x onerror=alert(1)>&partner='><svg onload=alert(1)>`,
    "?flow=javascript:document.title='had'&theme=%22%20onload=%22",
    "?from=%00%FF%ED%A0%80&to=%E2%80%AE&compare=__proto__&constructor=1&__proto__=2",
    `?${"month=".padEnd(6000, "9")}`,
    `?${"month=2024-11&".repeat(300)}`,
    "?embed=%3Cscript%3E&product=..%2F..%2Fetc",
  ]) {
    test(`an address cannot bring markup in: ${query.slice(0, 60)}`, () =>
      visit(query, {}, async (page) => {
        await unharmed(page);
        assert.match(await text(page, "h1"), /\S/);
        const told = await page.locator("#problems").innerHTML();
        assert(!/<(?!\/?p>)/.test(told), told);
        for (const value of await page.locator("#snippet").evaluateAll((area) => area.map((one) => /** @type {HTMLTextAreaElement} */ (one).value))) {
          assert(!/<script>document\.title/.test(value), value);
        }
      }));
  }

  /** The bundle with a trap in every cell that holds words. */
  async function trapped() {
    const read = (/** @type {string} */ name) => readFile(join(DIST, `data/${name}.csv`), "utf8");
    const quoted = (/** @type {string} */ words) => `"${words.replaceAll('"', '""')}"`;
    const write = (/** @type {string[][]} */ rows) => rows.map((row) => row.map(quoted).join(",")).join("\n") + "\n";
    const observations = parseCsv(await read("observations"));
    const note = observations[0]?.indexOf("note") ?? -1;
    for (const [index, row] of observations.entries()) {
      if (index > 0) row[note] = index % 2 ? `=HYPERLINK("http://x.example/","${index}")` : MARKUP;
    }
    const sources = parseCsv(await read("sources"));
    for (const row of sources.slice(1)) {
      row[1] = `@publisher ${MARKUP}`;
      row[3] = `+title ${MARKUP}`;
    }
    const products = parseCsv(await read("products"));
    const [label = 0, remark = 0] = ["label", "note"].map((name) => products[0]?.indexOf(name));
    for (const row of products.slice(1)) {
      row[label] = `${row[label]} ${MARKUP}`;
      row[remark] = `-note ${MARKUP}`;
    }
    const events = parseCsv(await read("events"));
    for (const row of events.slice(1)) {
      row[1] = MARKUP;
      row[2] = MARKUP;
    }
    return { observations: write(observations), sources: write(sources), products: write(products), events: write(events) };
  }

  test("markup and formulas in the data reach the page as words and files as harmless ones", async () => {
    const files = await trapped();
    await visit("?month=2024-11", {
      prepare: (context) =>
        context.route(/data\/[\w-]+\.csv/, (route) => {
          // The page loads the goods in short; the list in short of publications has no words.
          const name = /([\w-]+)\.csv/.exec(route.request().url())?.[1]?.replace("products-in-short", "products") ?? "";
          const body = files[/** @type {keyof typeof files} */ (name)];
          return body === undefined ? route.fallback() : route.fulfill({ body, contentType: "text/csv; charset=utf-8" });
        }),
    }, async (page) => {
      // Links to the mirror and its gaps come with figures that this visit does not load.
      for (const chart of CHARTS.filter((chart) => !["mirror", "gaps"].includes(chart))) {
        await page.locator(".charts ul:last-child a").nth(CHARTS.indexOf(chart)).click();
        // Some need figures of their own.
        await page.waitForFunction(() => document.getElementById("surface")?.getAttribute("aria-busy") !== "true");
        await page.locator("#surface").focus();
        await page.keyboard.press("Home");
        await page.keyboard.press("ArrowRight");
        await frame(page);
        await unharmed(page);
        assert((await text(page, "h1")).includes("<img src=x") || chart === "framing", chart);
        assert((await page.locator("#readout").innerText()).includes("<img src=x"), chart);

        const svg = (await saved(page, "svg")).bytes.toString();
        const read = await page.evaluate((svg) => {
          const parsed = new DOMParser().parseFromString(svg, "image/svg+xml");
          return { wrong: parsed.querySelector("parsererror")?.textContent ?? null, active: parsed.querySelectorAll("script, img, image, [onerror]").length };
        }, svg);
        assert.deepEqual(read, { wrong: null, active: 0 });

        const [names = [], ...rows] = parseCsv((await saved(page, "csv")).bytes.toString());
        for (const row of rows) {
          row.forEach((cell, column) => {
            const numeric = /_(t|percent)$/.test(names[column] ?? "");
            if (!numeric) assert(!/^[=+\-@\t\r]/.test(cell), `a formula: ${cell}`);
          });
        }
        if (chart === "months") assert(rows.some((row) => row.some((cell) => cell.startsWith("'=HYPERLINK"))));
      }
      await page.locator("#show-embed").click();
      await page.locator('#show-embed[aria-expanded="true"]').waitFor();
      const snippet = await page.locator("#snippet").inputValue();
      // Its style is for the host: this page’s policy would tell of it.
      const frames = await page.evaluate((snippet) => {
        const parsed = new DOMParser().parseFromString(snippet, "text/html");
        return [parsed.querySelectorAll("iframe").length, parsed.querySelectorAll("img").length, parsed.querySelectorAll("script").length];
      }, snippet.replace(' style="border:0"', ""));
      assert.deepEqual(frames, [1, 0, 1]);
    });
  });

  test("markup in data that are refused is quoted as words", async () => {
    const observations = await readFile(join(DIST, "data/observations.csv"), "utf8");
    const body = observations.replace(/^(2024-11,1,export,volume,rare-earths,WLD,)\d+/m, "$1<img src=x onerror=document.title='had'>");
    await visit("", {
      live: false,
      expected: [/console: /],
      prepare: (context) => context.route(/observations\.csv/, (route) => route.fulfill({ body, contentType: "text/csv" })),
    }, async (page) => {
      await page.locator("#problems").waitFor();
      assert.match(await text(page, "#problems"), /found “<img src=x onerror=/);
      await unharmed(page);
    });
  });

  test("a source’s address that is a script is refused", async () => {
    const sources = parseCsv(await readFile(join(DIST, "data/sources.csv"), "utf8"));
    const url = sources[0]?.indexOf("url") ?? -1;
    const bad = sources.map((row, index) => (index === 1 ? row.map((cell, column) => (column === url ? "javascript:document.title='had'" : cell)) : row));
    const body = bad.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",")).join("\n");
    await visit("", {
      live: false,
      prepare: (context) => context.route(/sources\.csv/, (route) => route.fulfill({ body, contentType: "text/csv" })),
    }, async (page) => {
      await page.locator("#problems").waitFor();
      assert.match(await text(page, "#problems"), /sources\.csv:2, column url: .*expected an address that begins with http/);
      await unharmed(page);
    });
  });

  test("the page’s policy keeps out what is not its own", () =>
    visit("", { expected: [/Content Security Policy/] }, async (page) => {
      // What a name from a file could bring if it were taken for markup.
      const ran = await page.evaluate(async () => {
        const place = document.createElement("div");
        place.innerHTML = `<img src="data:," onerror="globalThis.had = true">
          <iframe srcdoc="<script>parent.had = true</script><script src='data:text/javascript,parent.had=true'></script>"></iframe>
          <a href="javascript:globalThis.had = true">there</a>`;
        document.body.append(place);
        const frame = /** @type {HTMLIFrameElement} */ (place.querySelector("iframe"));
        await new Promise((resolve) => frame.addEventListener("load", resolve));
        place.querySelector("a")?.click();
        const sent = await fetch("http://localhost:9/").then(() => true, () => false);
        return { had: "had" in globalThis, sent };
      });
      assert.deepEqual(ran, { had: false, sent: false });
    }));
});
