// The chart inside another page.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { ATONCE, canvas, frame, listen, ready, stage, text } from "./support.mjs";

/** @typedef {import("./support.mjs").Page} Page */

const { address, visit } = stage();

/**
 * The frame of a name, drawn.
 * @param {Page} page
 * @param {string} name
 */
async function inner(page, name) {
  const place = page.locator(`iframe[name="${name}"]`);
  await place.scrollIntoViewIfNeeded();
  const found = page.frame({ name });
  assert(found, name);
  await ready(found);
  await frame(page);
  return { place, frame: found };
}

/** @param {import("./support.mjs").Frame} inside */
const contentHeight = (inside) => inside.evaluate(() => Math.ceil(document.body.getBoundingClientRect().height));

/** @param {import("./support.mjs").Frame} inside */
const isBlank = async (inside) => {
  const { data } = await canvas(inside);
  return data.every((part, at) => part === data[at % 4]);
};

describe("embedding", ATONCE, () => {
  test("an article’s frames show their charts and are as high as they are, the strictest too", () =>
    visit("article.html", { live: false }, async (page) => {
      const sandboxes = { season: null, framing: "allow-scripts" };
      for (const [name, sandbox] of Object.entries(sandboxes)) {
        const { place, frame: inside } = await inner(page, name);
        assert.equal(await place.getAttribute("sandbox"), sandbox);
        assert.match(await text(inside, "h1"), /November 2024/);
        assert.equal(await isBlank(inside), false);
        assert.equal(await inside.locator("#problems").isVisible(), false);
        const height = await contentHeight(inside);
        await page.waitForFunction(([name, height]) => document.querySelector(`iframe[name="${name}"]`)?.clientHeight === height, [name, height]);
        assert.equal(await inside.evaluate(() => document.documentElement.scrollHeight <= innerHeight), true, "nothing is cut off");
        assert(height > 480 && height < 900, `${height}`);
      }
      const [season, framing] = [page.frame({ name: "season" }), page.frame({ name: "framing" })];
      assert(season && framing);
      assert.match(await text(season, "h1"), /range of the five Novembers/);
      assert.match(await text(framing, "h1"), /by the baseline alone/);
      assert.equal(await framing.evaluate(() => origin), "null");
    }));

  test("an embed has the chart, its source and the way back, and no controls", () =>
    visit("?chart=season&month=2024-11&embed", {}, async (page) => {
      for (const shown of ["h1", ".subtitle", "#plot", ".source", "#home"]) {
        assert.equal(await page.locator(shown).isVisible(), true, shown);
      }
      for (const hidden of [".top", ".questions", ".charts", ".side", ".words", "#numbers", "#methods", ".actions", ".skip"]) {
        assert.equal(await page.locator(hidden).isVisible(), false, hidden);
      }
      const home = page.locator("#home");
      assert.equal(await home.evaluate((link) => /** @type {HTMLAnchorElement} */ (link).href), address("?chart=season&month=2024-11"));
      assert.deepEqual([await home.getAttribute("target"), await home.getAttribute("rel")], ["_blank", "noopener"]);
      // A click in the chart reads it, and leaves the host's history alone.
      const before = await page.evaluate(() => history.length);
      await page.locator("#surface").click({ position: { x: 200, y: 200 } });
      assert.match(page.url(), /&embed$/);
      assert.equal(await page.evaluate(() => history.length), before);
      assert.equal(await page.locator(".charts").isVisible(), false, "still an embed");
    }));

  test("the snippet works pasted into a page of another origin", async () => {
    let snippet = "";
    await visit("?flow=import&month=2024-11", {}, async (page) => {
      snippet = await page.locator("#snippet").inputValue();
    });
    const host = await listen((_request, response) => {
      response.writeHead(200, { "content-type": "text/html" });
      response.end(`<!doctype html><html lang="en"><meta charset="utf-8"><title>Host</title><link rel="icon" href="data:,"><body><p>Words</p>${snippet}`);
    });
    try {
      await visit(`${host.origin}/`, { live: false, origins: [host.origin] }, async (page) => {
        const place = page.locator("iframe.xenotime");
        const inside = page.frames()[1];
        assert(inside);
        await ready(inside);
        assert.match(await text(inside, "h1"), /imports of rare earths fell 20\.9% in November 2024/);
        assert.equal(await isBlank(inside), false);
        const height = await contentHeight(inside);
        await page.waitForFunction((height) => document.querySelector("iframe")?.clientHeight === height, height);
        assert.notEqual(height, 640, "the height given was the chart’s already");
        assert((await place.getAttribute("title"))?.includes("November 2024"));
      });
      // Without its script the frame keeps the height given.
      snippet = snippet.replace(/<script>.*<\/script>/s, "");
      await visit(`${host.origin}/`, { live: false, origins: [host.origin] }, async (page) => {
        const inside = page.frames()[1];
        assert(inside);
        await ready(inside);
        assert.equal(await page.locator("iframe").evaluate((place) => place.clientHeight), 640);
      });
    } finally {
      host.close();
    }
  });

  test("the height message says who sends it, in which version, from which frame", async () => {
    const host = await listen((_request, response) => {
      response.writeHead(200, { "content-type": "text/html" });
      response.end(`<!doctype html><html lang="en"><title>Host</title><link rel="icon" href="data:,"><script>
        heard = []; addEventListener("message", (event) => heard.push({ data: event.data, origin: event.origin }));
        </script><iframe name="mine" width="700" height="100" src="${address("?month=2024-11&amp;embed")}"></iframe>`);
    });
    try {
      await visit(`${host.origin}/`, { live: false, origins: [host.origin] }, async (page) => {
        const inside = page.frame({ name: "mine" });
        assert(inside);
        await ready(inside);
        await frame(page);
        const heard = () => page.evaluate(() => /** @type {any} */ (window).heard);
        const last = (await heard()).at(-1);
        const height = await contentHeight(inside);
        assert.deepEqual(last, {
          data: { sender: "xenotime", version: 1, type: "height", id: "mine", height },
          origin: new URL(address()).origin,
        });
        assert(height > 400, "the content’s height, not the frame’s");

        // A narrower frame has a higher chart, a wider one needs no more; neither grows for ever.
        for (const width of [340, 900]) {
          await page.locator("iframe").evaluate((place, width) => place.setAttribute("width", String(width)), width);
          await page.waitForTimeout(150);
          const now = (await heard()).at(-1).data.height;
          assert.equal(now, await contentHeight(inside));
          const { width: drawn } = await canvas(inside);
          assert(drawn <= width && drawn >= width - 20, `${drawn} in ${width}`);
          assert.equal(await inside.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true, "no sideways scrolling");
          await page.locator("iframe").evaluate((place, now) => place.setAttribute("height", String(now)), now);
          const count = (await heard()).length;
          await page.waitForTimeout(150);
          assert.equal((await heard()).at(-1).data.height, now, "a frame as high as its content stays so");
          assert((await heard()).length - count < 3);
        }
      });
    } finally {
      host.close();
    }
  });

  test("a host’s own messages and other frames’ leave a frame’s height alone", () =>
    visit("article.html", { live: false }, async (page) => {
      const { place, frame: inside } = await inner(page, "season");
      const height = await contentHeight(inside);
      await page.waitForFunction((height) => document.querySelector("iframe")?.clientHeight === height, height);
      await page.evaluate(() => {
        postMessage({ sender: "xenotime", version: 1, type: "height", id: "season", height: 77 }, "*");
        postMessage(null, "*");
      });
      await inside.evaluate(() => {
        for (const height of [0, -5, 1e9, "7em", Number.NaN]) {
          parent.postMessage({ sender: "xenotime", version: 1, height }, "*");
        }
        parent.postMessage({ sender: "another", version: 1, height: 60 }, "*");
        parent.postMessage({ sender: "xenotime", version: 2, height: 60 }, "*");
      });
      await page.waitForTimeout(100);
      assert.notEqual(await place.evaluate((element) => element.clientHeight), 77);
      assert.equal(await place.evaluate((element) => element.clientHeight), height);
    }));

  test("an embed in a given theme is in it from the first moment", () =>
    visit("?embed&theme=dark", { context: { colorScheme: "light" } }, async (page) => {
      assert.equal(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), "rgb(19, 23, 29)");
      const { data } = await canvas(page);
      assert.deepEqual([...data.subarray(0, 3)], [19, 23, 29]);
    }));
});
