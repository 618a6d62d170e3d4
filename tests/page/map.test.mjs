// The map of partners and the table of mirror gaps: fetched when asked for, by keyboard, pointer and touch, of
// the bundled data and of others, and as files that need no network.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { ATONCE, apart, colours, count, fragment, rasterized, ready, saved, stage, table, text, walked } from "./support.mjs";

const { asked, visit } = stage();

const MAP = "?chart=map&month=2024-12";
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 1 };
const outlines = () => asked.filter((path) => path.includes("outlines.tsv")).length;

/** Where a point is on the page. @param {import("./support.mjs").Page} page @param {{ at: { x: number, y: number } }} point */
async function place(page, { at }) {
  const box = await page.locator("#canvas").boundingBox();
  assert(box);
  return /** @type {const} */ ([box.x + at.x, box.y + at.y]);
}

/**
 * Whether a picture shows all classes of shares or changes, in colours that differ.
 * @param {import("./support.mjs").Page} page
 * @param {Buffer} png
 * @param {number[]} shades As `src/charts/structure/map.rs` has them.
 */
async function toldApart(page, png, shades) {
  const picture = await rasterized(page, png, "image/png");
  const { deep = [], paper = [] } = await colours(page);
  const least = 0.18;
  const classes = shades.map((shade) => {
    const share = least + (1 - least) * shade;
    return deep.map((part, index) => Math.round(part * share + (paper[index] ?? 0) * (1 - share)));
  });
  for (const [index, colour] of classes.entries()) {
    assert(count(picture, colour) > 40, `class ${index} is ${colour}, and is drawn`);
    for (const other of classes.slice(0, index)) assert(apart(colour, other) > 16, `${colour} and ${other}`);
  }
}

describe("the map of partners", { concurrency: 1 }, () => {
  test("its outlines are fetched when it is first asked for, and once", () =>
    visit("?month=2024-12", {}, async (page) => {
      const before = outlines();
      await page.locator(".charts ul:first-child a").last().click();
      await ready(page);
      assert.equal(outlines(), before, "no other chart needs them");
      await page.locator(".charts a").filter({ hasText: /^Map$/ }).click();
      await page.waitForURL(/chart=map/);
      await page.waitForFunction(() => /took|supplied/.test(document.querySelector("h1")?.textContent ?? ""));
      assert.equal(outlines(), before + 1);
      await page.goBack();
      await page.goForward();
      await page.waitForURL(/chart=map/);
      await ready(page);
      assert.equal(outlines(), before + 1);
    }));

  test("the keys walk it from the largest partner down, and the table says the same", () =>
    visit(MAP, {}, async (page) => {
      await page.locator("#surface").focus();
      await page.keyboard.press("Home");
      const points = await walked(page);
      assert(points.length > 10, `${points.length}`);
      const { rows } = await table(page);
      // The reporter comes last, without a share.
      const shares = rows.map(([name, , share, , , kind]) => [name, share === "–" ? kind : share]);
      assert.deepEqual(shares.at(-1), ["China", "reporter"]);
      assert.deepEqual(points.map(({ series, value }) => [series, value]), shares);
      assert.match(await fragment(page, "notes"), /Natural Earth/);
    }));

  test("a pointer finds the country under it, and the nearest where there is none", () =>
    visit(MAP, {}, async (page) => {
      const [largest] = await walked(page);
      assert(largest);
      await page.locator("#surface").blur();
      const [x, y] = await place(page, largest);
      await page.mouse.move(x + 6, y - 4);
      assert.match(await page.locator("#readout").innerText(), new RegExp(`^${largest.series}`));
    }));

  test("a country leads to the partner's own series, by Enter and by a click, and Back returns", () =>
    visit(MAP, {}, async (page) => {
      const [largest] = await walked(page);
      assert(largest);
      await page.locator("#surface").focus();
      await page.keyboard.press("Home");
      await page.keyboard.press("Enter");
      await page.waitForURL(/partner=[A-Z]{3}/);
      await ready(page);
      assert.match(await text(page, "h1"), new RegExp(`to ${largest.series}`));
      assert(!page.url().includes("chart=map"), "the series has the chart of all series");
      await page.goBack();
      await page.waitForURL(/chart=map/);
      await ready(page);
      await page.locator("#surface").blur();
      await page.mouse.click(...(await place(page, largest)));
      await page.waitForURL(/partner=[A-Z]{3}/);
      await page.goBack();
      await page.waitForURL(/chart=map/);
      await ready(page);
      const row = page.locator("[data-fragment=table] tbody th a").first();
      assert.match((await row.getAttribute("href")) ?? "", /partner=[A-Z]{3}/);
    }));

  test("the reporter is told apart, leads nowhere, and the month's control says which period is shown", () =>
    visit(MAP, {}, async (page) => {
      await page.locator("#surface").focus();
      await page.keyboard.press("End");
      assert.match(await page.locator("#readout").innerText(), /^China, \d+: reporter · not a partner/);
      assert.equal(await page.locator("#readout .study").count(), 0);
      const address = page.url();
      await page.keyboard.press("Enter");
      assert.equal(page.url(), address);
      const month = page.locator("select[name=month]");
      const chosen = await month.evaluate((select) => /** @type {HTMLSelectElement} */ (select).selectedOptions[0]?.textContent);
      const shown = /in (\d{4})$/.exec(await text(page, "h1"))?.[1];
      assert.equal(chosen, `Dec 2024 (shown: ${shown})`);
      assert.match(await fragment(page, "notes"), new RegExp(`^Too few partners have a figure for December 2024; ${shown}, .*is shown instead`));
    }));

  for (const [name, search] of [["English", ""], ["Chinese", "index.zh.html"]]) {
    test(`the month’s control has room for the month that is shown in its place, in ${name}`, () =>
      visit(`${search}?chart=map&product=magnets`, { context: { viewport: { width: 1280, height: 860 } } }, async (page) => {
        const [words, needed, room] = await page.locator("select[name=month]").evaluate((place) => {
          const select = /** @type {HTMLSelectElement} */ (place);
          const { font, paddingLeft, paddingRight } = getComputedStyle(select);
          const context = document.createElement("canvas").getContext("2d");
          if (!context) throw new Error("nothing to measure with");
          context.font = font;
          const words = select.selectedOptions[0]?.textContent ?? "";
          // The arrow takes some 20 pixels of it.
          return [words, context.measureText(words).width, select.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight) - 20];
        });
        assert.match(String(words), /[(（]/);
        assert(Number(needed) <= Number(room), `${words}: ${needed} in ${room}`);
      }));
  }

  for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
    test(`forced colours leave the classes apart, on the page and in a pinned file, ${colorScheme}`, () =>
      visit(MAP, { context: { forcedColors: "active", colorScheme } }, async (page) => {
        await toldApart(page, await page.locator("#plot").screenshot(), [0, 0.25, 0.5, 0.75, 1]);
        await page.locator("#show-embed").click();
        await page.locator("#embed-options [name=theme]").selectOption("");
        const html = (await saved(page, "pinned")).bytes.toString("utf8");
        const host = await page.context().newPage();
        await host.setContent(html);
        const drawing = host.locator(".plot svg").filter({ visible: true });
        await toldApart(page, await drawing.screenshot(), [0, 0.25, 0.5, 0.75, 1]);
        await host.close();
        await page.getByRole("radio", { name: "Change year on year" }).click();
        await page.waitForURL(/as=yoy/);
        await ready(page);
        await toldApart(page, await page.locator("#plot").screenshot(), [0.3, 0.15, 0, 0.5, 1]);
      }));
  }

  test("shares give way to changes by a button, and Back brings them again", () =>
    visit(MAP, {}, async (page) => {
      await page.locator("#desk").waitFor();
      const headline = await text(page, "h1");
      await page.getByRole("radio", { name: "Change year on year" }).click();
      await page.waitForURL(/as=yoy/);
      await ready(page);
      assert.match(await text(page, "h1"), /(up for \d+ of \d+ destinations|to the United States rose 18\.8% in 2025)$/);
      await page.goBack();
      await page.waitForURL((url) => !url.search.includes("as="));
      assert.equal(await text(page, "h1"), headline);
    }));

  test("on a phone it is as wide as the screen, and a finger reads it", () =>
    visit(MAP, { context: PHONE }, async (page) => {
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      assert(wide <= 390, `${wide}`);
      await page.locator("#canvas").scrollIntoViewIfNeeded();
      const [largest] = await walked(page);
      assert(largest);
      await page.locator("#surface").blur();
      await page.touchscreen.tap(...(await place(page, largest)));
      assert.match(await page.locator("#readout").innerText(), new RegExp(largest.series));
      assert(page.url().includes("chart=map"), "a touch only reads it");
      await page.getByRole("button", { name: `Select ${largest.series}` }).tap();
      await page.waitForURL(/partner=[A-Z]{3}/);
      await ready(page);
      assert.match(await text(page, "h1"), new RegExp(`to ${largest.series}`));
    }));

  test("a pinned file of it needs no network and finds what lies under a pointer", () =>
    visit(MAP, { expected: [/Blocked script execution in 'about:srcdoc'/] }, async (page) => {
      const headline = await text(page, "h1");
      await page.locator("#show-embed").click();
      const html = (await saved(page, "pinned")).bytes.toString("utf8");
      await page.goto("about:blank");
      await page.context().setOffline(true);
      const host = await page.context().newPage();
      await host.evaluate((html) => {
        const frames = ["allow-scripts", ""].map((sandbox) => {
          const frame = document.createElement("iframe");
          frame.setAttribute("sandbox", sandbox);
          frame.name = sandbox || "bare";
          [frame.width, frame.height] = ["900", "800"];
          frame.srcdoc = html;
          document.body.append(frame);
          return new Promise((done) => frame.addEventListener("load", done));
        });
        return Promise.all(frames).then(() => undefined);
      }, html);
      const frame = host.frameLocator('iframe[name="allow-scripts"]');
      assert.equal(await frame.locator("h1").innerText(), headline);
      assert.equal(await host.frameLocator('iframe[name="bare"]').locator("h1").innerText(), headline);
      const plot = frame.locator(".plot");
      await plot.focus();
      await plot.press("Home");
      const first = await frame.locator("#readout").innerText();
      const ring = await frame.locator(".plot svg circle[r='8']").filter({ visible: true }).boundingBox();
      assert(ring);
      await plot.press("End");
      assert.notEqual(await frame.locator("#readout").innerText(), first);
      await host.mouse.move(ring.x + ring.width / 2 + 2, ring.y + ring.height / 2);
      assert.equal(await frame.locator("#readout").innerText(), first);
    }));
});

describe("mirror gaps", ATONCE, () => {
  test("each partner leads to its mirror, and Back returns", () =>
    visit("?chart=gaps&month=2024-12", {}, async (page) => {
      const headline = await text(page, "h1");
      assert.match(headline, /reports .* (more|less)/);
      assert.match(await fragment(page, "notes"), /goods in transit/);
      const link = page.locator("[data-fragment=table] tbody th a").first();
      const href = (await link.getAttribute("href")) ?? "";
      assert.match(href, /chart=mirror/);
      await link.evaluate((link) => /** @type {HTMLAnchorElement} */ (link).click());
      await page.waitForURL(/chart=mirror/);
      await ready(page);
      await page.goBack();
      await page.waitForURL(/chart=gaps/);
      await ready(page);
      assert.equal(await text(page, "h1"), headline);
      // A bar leads where its row does.
      await page.locator("#surface").focus();
      await page.keyboard.press("Home");
      await page.keyboard.press("Enter");
      await page.waitForURL(/chart=mirror/);
    }));
});
