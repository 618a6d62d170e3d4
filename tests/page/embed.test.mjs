// The chart inside another page.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { ATONCE, canvas, copiedBy, frame, listen, ready, stage, text } from "./support.mjs";

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
  // By its element: a frame is known by its name only a moment later.
  const found = await (await place.elementHandle())?.contentFrame();
  assert(found, name);
  await ready(found);
  await frame(page);
  return { place, frame: found };
}

/** @param {import("./support.mjs").Frame} inside */
const contentHeight = (inside) => inside.evaluate(() => Math.ceil(document.body.getBoundingClientRect().height));

/**
 * Waits until the frames of the panel show their charts, at both widths.
 * @param {Page} page
 */
async function tried(page) {
  await page.waitForFunction(() => document.querySelectorAll("#embed-preview iframe").length === 2);
  for (const inside of page.frames().slice(1)) await ready(inside);
  await frame(page);
}

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
        assert.match(await text(inside, "h1"), /Nov(ember)? 2024/);
        assert.equal(await isBlank(inside), false);
        assert.equal(await inside.locator("#problems").isVisible(), false);
        const height = await contentHeight(inside);
        await page.waitForFunction(([name, height]) => document.querySelector(`iframe[name="${name}"]`)?.clientHeight === height, [name, height]);
        assert.equal(await inside.evaluate(() => document.documentElement.scrollHeight <= innerHeight), true, "nothing is cut off");
        assert(height > 480 && height < 900, `${height}`);
      }
      const [season, framing] = [page.frame({ name: "season" }), page.frame({ name: "framing" })];
      assert(season && framing);
      assert.match(await text(season, "h1"), /4,416 t in Nov 2024, 27\.9% above the five-year mean$/);
      assert.match(await text(season, ".subtitle"), /range of 2019–2023; November 2024 is within it$/);
      assert.match(await text(framing, "h1"), /to \+\d+\.\d%, depending on baseline$/);
      assert.equal(await framing.evaluate(() => origin), "null");
    }));

  test("an embed has the chart, its source and the way back, and no controls", () =>
    visit("?chart=season&month=2024-11&embed", {}, async (page) => {
      for (const shown of ["h1", ".subtitle", "#plot", ".source", "#home"]) {
        assert.equal(await page.locator(shown).isVisible(), true, shown);
      }
      for (const hidden of [".top", ".questions", ".charts", ".side", ".words", "#numbers", "#methods", ".actions", ".skip", "#restore"]) {
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
      await page.locator("#show-embed").click();
      await page.waitForFunction(() => {
        const { value } = /** @type {HTMLTextAreaElement} */ (document.getElementById("snippet"));
        return value !== "" && !value.includes('height="640"');
      });
      await tried(page);
      snippet = await page.locator("#snippet").inputValue();
    });
    const given = Number(/height="(\d+)"/.exec(snippet)?.[1]);
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
        assert.match(await text(inside, "h1"), /imports of rare earths fell 20\.9% year on year to 11,327 t in Nov 2024/);
        assert.equal(await isBlank(inside), false);
        const height = await contentHeight(inside);
        await page.waitForFunction((height) => document.querySelector("iframe")?.clientHeight === height, height);
        assert((await place.getAttribute("title"))?.includes("Nov 2024"));
      });
      // Without its script the frame keeps the height given, and nothing of the chart is cut off.
      snippet = snippet.replace(/<script>.*<\/script>/s, "");
      for (const width of [390, 720]) {
        const context = { viewport: { width, height: 844 } };
        await visit(`${host.origin}/`, { live: false, origins: [host.origin], context }, async (page) => {
          const inside = page.frames()[1];
          assert(inside);
          await ready(inside);
          assert.equal(await page.locator("iframe").evaluate((place) => place.clientHeight), given);
          const height = await contentHeight(inside);
          assert(height <= given && given - height < 160, `${height} in ${given} at ${width}`);
        });
      }
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
          await page.waitForFunction(
            (width) => /** @type {any} */ (window).heard.at(-1).data.height > 0 && document.querySelector("iframe")?.clientWidth === width,
            width,
          );
          await inside.waitForFunction((width) => innerWidth === width && document.getElementById("canvas")?.clientWidth === document.getElementById("plot")?.clientWidth, width);
          await frame(page);
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

  /**
   * A page of another origin.
   * @param {string} body
   * @param {(page: Page, origin: string) => Promise<unknown>} work
   * @param {{ policy?: string, expected?: RegExp[] }} [how]
   */
  async function hosted(body, work, { policy, expected = [] } = {}) {
    const host = await listen((_request, response) => {
      response.writeHead(200, { "content-type": "text/html", ...(policy && { "content-security-policy": policy }) });
      response.end(`<!doctype html><html lang="en"><meta charset="utf-8"><title>Host</title><link rel="icon" href="data:,"><body>${body}`);
    });
    try {
      await visit(`${host.origin}/`, { live: false, origins: [host.origin], expected }, (page) => work(page, host.origin));
    } finally {
      host.close();
    }
  }

  for (const where of ["before", "after"]) {
    test(`the element shows its chart alone and is named by its words, with its script ${where} it`, () => {
      const script = `<script src="${address("xenotime-chart.js")}"></script>`;
      const element = '<xenotime-chart chart="season" month="2024-11">Exports by season</xenotime-chart>';
      return hosted(where === "before" ? script + element : element + script, async (page) => {
        const place = page.locator("xenotime-chart iframe");
        await place.waitFor();
        const inside = page.frames()[1];
        assert(inside);
        await ready(inside);
        assert.match(await text(inside, "h1"), /Nov(ember)? 2024/);
        assert.equal(await place.getAttribute("title"), "Exports by season");
        assert.equal(await text(page, "body"), "", "the words for hosts without scripts are not shown");
        const height = await contentHeight(inside);
        await page.waitForFunction((height) => document.querySelector("xenotime-chart")?.shadowRoot?.querySelector("iframe")?.clientHeight === height, height);
      });
    });
  }

  for (const [chart, module] of [["season", "xenotime_bg.wasm"], ["expectation", "whole_bg.wasm"]]) {
    test(`a frame of ${chart} asks for its module and data before its script has come, and once`, async () => {
      /** @type {string[]} */
      const asked = [];
      let release = () => {};
      const held = new Promise((resolve) => (release = () => resolve(undefined)));
      await visit(`?chart=${chart}&month=2024-11&embed`, {
        live: false,
        until: "commit",
        async prepare(context) {
          context.on("request", (request) => asked.push(new URL(request.url()).pathname.replace(/.*\//, "")));
          await context.route(/\/app\.js/, (route) => held.then(() => route.continue()));
        },
      }, async (page) => {
        const needed = [module, "observations.csv", "events-in-short.csv"];
        for (let waited = 0; waited < 200 && !needed.every((name) => asked.includes(name)); waited += 1) await page.waitForTimeout(50);
        assert.deepEqual(needed.filter((name) => !asked.includes(name)), []);
        const times = (/** @type {string} */ name) => asked.filter((other) => other === name).length;
        for (const name of needed) assert.equal(times(name), 1, name);
        release();
        await ready(page);
        // A worker that studies the series asks for its module as well: of the cache, where the host has it kept.
        for (const name of needed) assert.ok(times(name) <= (name === "whole_bg.wasm" ? 2 : 1), name);
        assert.equal(asked.includes("points.js"), false, "of a drawing that is not shown");
      });
    });
  }

  for (const asked of ["?chart=season&month=2024-11", "?chart=season&flow=import&month=2024-11&theme=dark&show=title,table", "?chart=season&flow=import"]) {
    test(`a frame of what the build foresaw says headline and source before its module is there, and the same after: ${asked}`, () => {
      let release = () => {};
      /** @type {Promise<void>} */
      const held = new Promise((go) => (release = go));
      return visit(`frame-season.html${asked}&embed`, {
        live: false,
        until: "commit",
        prepare: (context) => context.route(/xenotime_bg\.wasm/, (route) => held.then(() => route.continue())),
      }, async (page) => {
        const said = () => Promise.all(["#headline", ".subtitle", ".source"].map((name) => text(page, name)));
        await page.locator("#headline").waitFor({ state: "visible" });
        const ahead = await said();
        assert.equal(await page.locator(".source").isVisible(), true);
        assert.equal(await page.locator(".live").count(), 0);
        assert.equal(await page.locator('[data-fragment="table"]').evaluate((table) => getComputedStyle(table).visibility), "hidden");
        release();
        await ready(page);
        const [headline, subtitle, source] = await said();
        assert.deepEqual(ahead.slice(0, 2), [headline, subtitle]);
        // Who published the figures is named last.
        assert.equal(source?.startsWith(ahead[2]?.slice(0, 60) ?? ""), true, source);
      });
    });
  }

  test("what the build did not foresee a frame says once it is there", () => {
    let release = () => {};
    /** @type {Promise<void>} */
    const held = new Promise((go) => (release = go));
    return visit("frame-season.html?chart=season&month=2024-11&measure=value&embed", {
      live: false,
      until: "commit",
      prepare: (context) => context.route(/xenotime_bg\.wasm/, (route) => held.then(() => route.continue())),
    }, async (page) => {
      await page.locator(".waiting").waitFor({ state: "visible" });
      await page.waitForTimeout(200);
      assert.equal(await page.locator("#headline").isVisible(), false);
      release();
      await ready(page);
      assert.equal(await page.locator("#headline").isVisible(), true);
    });
  });

  test("a frame that may run no script leads to the charts as they are drawn", () =>
    hosted(`<iframe sandbox="" width="700" height="900" src="${address("?chart=season&month=2024-11&embed")}"></iframe>`, async (page) => {
      const inside = page.frames()[1];
      assert(inside);
      await inside.locator('noscript a[href^="chart/"]').click();
      await inside.locator("dt a", { hasText: "Season" }).click();
      await inside.locator(".plot svg").filter({ visible: true }).waitFor();
      assert.match(await text(inside, "h1"), /five-year/);
    }, { expected: [/Blocked script execution/] }));

  for (const chart of ["months", "season", "heat", "drivers"]) {
    test(`where a host allows no script the code’s frame of ${chart} shows that chart, says which it is and leads to the view asked for`, async () => {
      let source = "";
      await visit(`?chart=${chart}&month=2024-11`, {}, async (page) => {
        await page.locator("#show-embed").click();
        await page.locator('#show-embed[aria-expanded="true"]').waitFor();
        source = /src="([^"]+)"/.exec(await page.locator("#snippet").inputValue())?.[1] ?? "";
      });
      await hosted(`<iframe sandbox="" width="700" height="900" src="${source}"></iframe>`, async (page) => {
        const inside = page.frames()[1];
        assert(inside);
        await inside.locator(".still svg").filter({ visible: true }).first().waitFor();
        assert.equal(await inside.locator(".still svg").filter({ visible: true }).count(), 1);
        const label = await inside.locator(".charts ul").last().locator("[aria-current]").textContent();
        assert((await text(inside, "noscript p")).includes(`drawn with this page: ${label?.trim()}`), `${label}`);
        assert.match(await text(inside, "noscript p"), / · [A-Z][a-z]+ 20\d\d\./);
        const [asked] = await inside.locator("noscript a").evaluateAll((links) => links.map((link) => /** @type {HTMLAnchorElement} */ (link).href));
        assert.equal(asked, source.replaceAll("&amp;", "&").replace(/#.*/, ""));
        assert.match(await inside.locator("#home").evaluate((link) => /** @type {HTMLAnchorElement} */ (link).href), new RegExp(`\\?chart=${chart}$`));
        for (const hidden of [".top", ".actions", ".side", "#embed"]) assert.equal(await inside.locator(hidden).isVisible(), false, hidden);
        await inside.locator("#numbers summary").click();
        assert((await inside.locator("#numbers tbody tr").count()) > 1);
      }, { expected: [/Blocked script execution/] });
    });
  }

  for (const [theme, system] of /** @type {const} */ ([["light", "dark"], ["dark", "light"]])) {
    test(`where a host allows no script a ${theme} frame is that on a ${system} system, and nothing scrolls to it`, async () => {
      const source = address(`frame-season.html?chart=season&embed&theme=${theme}#${theme}`);
      await hosted(`<div style="height:3000px"></div><iframe sandbox="" width="700" height="900" src="${source}"></iframe>`, async (page) => {
        const inside = page.frames()[1];
        assert(inside);
        await page.emulateMedia({ colorScheme: system });
        const paper = await inside.locator("body").evaluate((body) => getComputedStyle(body).backgroundColor);
        assert.equal(paper, theme === "dark" ? "rgb(19, 23, 29)" : "rgb(255, 255, 255)");
        assert.equal(await page.evaluate(() => scrollY), 0);
        // Without a theme the system's is the frame's.
        await inside.goto(source.replace(/&theme.*/, ""));
        assert.notEqual(await inside.locator("body").evaluate((body) => getComputedStyle(body).backgroundColor), paper);
      }, { expected: [/Blocked script execution/] });
    });
  }

  test("a frame’s page of one chart shows no other, whoever wrote its address", () =>
    visit("frame-season.html?month=2024-11&embed", {}, async (page) => {
      assert.match(await text(page, "h1"), /Nov 2024.*five-year/);
      assert.match(page.url(), /\?month=2024-11&embed=&chart=season$/);
    }));

  test("a frame of a chart that there is none of says so, leads to all and shows no other", () =>
    visit("?chart=nonsense&month=2024-11&embed", { live: false }, async (page) => {
      await page.locator("#problems").waitFor();
      assert.match(await text(page, "#problems"), /^There is no chart “nonsense”\.\s+See all charts$/);
      assert.equal(await page.locator("#problems a").evaluate((link) => /** @type {HTMLAnchorElement} */ (link).href), address());
      for (const other of ["h1", "#plot", ".source", "#numbers", "#readout"]) {
        assert.equal(await page.locator(other).isVisible(), false, other);
      }
    }));

  test("a frame that shows the table has it unfolded", () =>
    visit("?chart=season&month=2024-11&embed&show=title,table", {}, async (page) => {
      assert.equal(await page.locator("#numbers tbody tr").first().isVisible(), true);
    }));

  test("an editor chooses the language of the frame, and the code and its title are in it", () =>
    visit("?chart=season&month=2024-11", {}, async (page) => {
      await page.locator("#show-embed").click();
      await tried(page);
      assert.doesNotMatch(await page.locator("#snippet").inputValue(), /lang=/);
      await page.locator('#embed-options [name="language"]').selectOption("zh");
      await page.waitForFunction(() => /title="[^"]*[一-龥]/.test(/** @type {HTMLTextAreaElement} */ (document.getElementById("snippet")).value));
      const source = /src="([^"]+)"/.exec(await page.locator("#snippet").inputValue())?.[1]?.replaceAll("&amp;", "&") ?? "";
      assert.match(source, /[?&]lang=zh/);
      await page.goto(source);
      await ready(page);
      assert.match(await text(page, "h1"), /2024年11月/);
    }));

  test("a frame whose month nobody chose follows the data; one whose month was chosen stays, and either can be had", () =>
    visit("", {}, async (page) => {
      const snippet = () => page.locator("#snippet").inputValue();
      const source = async () => /src="([^"]+)"/.exec(await snippet())?.[1]?.replaceAll("&amp;", "&") ?? "";
      const months = page.locator('#embed-options [name="follows"]');
      await page.locator("#show-embed").click();
      await page.locator('#show-embed[aria-expanded="true"]').waitFor();
      assert.equal(await source(), address("frame-months.html?embed&theme=light#light"), "the address that the build drew");
      assert.doesNotMatch(/title="([^"]*)"/.exec(await snippet())?.[1] ?? "20", /20\d\d/, "a title that another month makes untrue");
      await months.selectOption("this");
      assert.match(await source(), /\?month=20\d\d-\d\d&embed&theme=light#light$/);
      await page.locator('#controls [name="month"]').selectOption("2024-11");
      await page.waitForFunction(() => /month=2024-11&/.test(/** @type {HTMLTextAreaElement} */ (document.getElementById("snippet")).value));
      assert.equal(await months.inputValue(), "this");
      await months.selectOption("latest");
      assert.equal(await source(), address("frame-months.html?embed&theme=light#light"));
    }));

  test("a linked picture is saved under the name that its code has", () =>
    visit("?chart=season&month=2024-11", {}, async (page) => {
      await page.locator("#show-embed").click();
      await page.locator('#show-embed[aria-expanded="true"]').waitFor();
      for (const place of ["column", "social"]) {
        await page.locator("#picture-place").selectOption(place);
        const saving = page.waitForEvent("download");
        const code = await copiedBy(page, () => page.locator("#copy-picture").click());
        const download = await saving;
        assert(code.includes(`<img src="${download.suggestedFilename()}"`), `${code}, not ${download.suggestedFilename()}`);
        assert(download.suggestedFilename().endsWith(`-${place}.svg`));
      }
    }));

  /** What a frame’s words and what they stand on look like. @param {Page} page */
  const colours = (page) =>
    page.evaluate(() => {
      const parts = (/** @type {string} */ colour) => (colour.match(/\d+/g) ?? []).slice(0, 3).map(Number);
      const light = (/** @type {number[]} */ rgb) => {
        const [red = 0, green = 0, blue = 0] = rgb.map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4));
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
      };
      const below = getComputedStyle(document.body).backgroundColor;
      const contrasts = ["h1", ".subtitle", ".source", "#home"].map((name) => {
        const [less = 0, more = 0] = [below, getComputedStyle(/** @type {Element} */ (document.querySelector(name))).color].map((colour) => light(parts(colour))).sort((a, b) => a - b);
        return (more + 0.05) / (less + 0.05);
      });
      return { below, least: Math.min(...contrasts), theme: document.documentElement.dataset["theme"] };
    });

  for (const [asked, scheme, theme] of /** @type {const} */ ([
    ["background=000000&theme=light", "light", "dark"],
    ["background=000000", "light", "dark"],
    ["background=fdf6e3", "dark", "light"],
    ["background=fdf6e3&theme=dark", "dark", "light"],
    ["background=fdf6e3&theme=light", "light", "light"],
  ])) {
    test(`words can be read on a frame’s background: ${asked}, a reader in the ${scheme}`, () =>
      visit(`?chart=season&month=2024-11&embed&${asked}`, { context: { colorScheme: scheme } }, async (page) => {
        const seen = await colours(page);
        assert.equal(seen.theme, theme);
        assert.equal(seen.below, asked.includes("000000") ? "rgb(0, 0, 0)" : "rgb(253, 246, 227)");
        assert(seen.least >= 4.5, `${seen.least}`);
        assert.equal(await page.locator("#problems").isVisible(), false);
      }));
  }

  test("a background on which nothing can be read, and what is no colour, are left out with a word", () =>
    visit("?chart=season&month=2024-11&embed&background=777777&theme=light", {}, async (page) => {
      assert.match(await text(page, "#problems"), /background “777777”.*left out/);
      assert.equal((await colours(page)).below, "rgb(255, 255, 255)");
      await page.goto(address("?chart=season&month=2024-11&embed&background=zzz&show=title,all&lock=perhaps&theme=light"));
      await ready(page);
      const said = await text(page, "#problems");
      for (const part of ["background=zzz", "show=title,all", "lock=perhaps"]) assert(said.includes(`The link has ${part}, which is not valid`), said);
      assert.equal((await colours(page)).below, "rgb(255, 255, 255)");
    }));

  test("code copied in a hurry waits for the height of its chart", () =>
    visit("?chart=map&month=2024-11", {}, async (page) => {
      await page.locator("#show-embed").click();
      await page.locator('#show-embed[aria-expanded="true"]').waitFor();
      const heightIn = (/** @type {string} */ code) => Number(/height="(\d+)"/.exec(code)?.[1]);
      const hurried = await copiedBy(page, () => page.locator("#copy-snippet").click());
      await tried(page);
      const heights = await Promise.all(page.frames().slice(1).map(contentHeight));
      assert.equal(heightIn(hurried), Math.max(...heights), "by the button");
      // By hand, before the frame of another choice is measured.
      const byHand = await copiedBy(page, () =>
        page.evaluate(() => {
          const form = /** @type {any} */ (document.getElementById("embed-options"));
          form["notes"].checked = true;
          form.dispatchEvent(new Event("input"));
          /** @type {HTMLTextAreaElement} */ (document.getElementById("snippet")).select();
          document.execCommand("copy");
        }),
      );
      assert(heightIn(byHand) > heightIn(hurried), `${heightIn(byHand)}, with notes, and ${heightIn(hurried)}`);
    }));

  test("a background on which words cannot be read is told", () =>
    visit("?chart=season&month=2024-11", {}, async (page) => {
      await page.locator("#show-embed").click();
      await page.locator('#show-embed[aria-expanded="true"]').waitFor();
      /** @param {string} background @param {string} theme */
      const told = async (background, theme) => {
        await page.locator("#embed-options").evaluate((form, [background, theme]) => {
          const { coloured, background: colour, theme: themes } = /** @type {any} */ (form).elements;
          coloured.checked = true;
          colour.value = background;
          themes.value = theme;
          form.dispatchEvent(new Event("input"));
        }, [background, theme]);
        return page.locator("#hard-to-read").innerText();
      };
      const own = await page.evaluate(() => document.documentElement.dataset["theme"]);
      assert.match(await told("#777777", "light"), /contrast is \d\.\d to 1/);
      assert.doesNotMatch(await page.locator("#snippet").inputValue(), /background=/, "what is not used is not in the code");
      assert.match(await told("#fdf6e3", ""), /is light for every reader/, "pale words could not be read on it");
      assert.match(await told("#fdf6e3", "dark"), /is light for every reader/);
      assert.equal(await told("#fdf6e3", "light"), "");
      assert.equal(await told("#13171d", "dark"), "");
      assert.equal(await page.evaluate(() => document.documentElement.dataset["theme"]), own);
    }));

  test("the element hands on every attribute, a lock without a value and the host's theme too", () =>
    hosted(`<style>#dark { color-scheme: dark }</style><script src="${address("xenotime-chart.js")}"></script>
      <xenotime-chart chart="season" month="2024-11" show="title,notes" background="fdf6e3" lock theme="host"></xenotime-chart>
      <xenotime-chart id="dark" theme="host" lock="false"></xenotime-chart>`, async (page) => {
      const sources = await page.locator("xenotime-chart iframe").evaluateAll((frames) => frames.map((frame) => new URL(/** @type {HTMLIFrameElement} */ (frame).src).search));
      const asked = sources.map((search) => Object.fromEntries(new URLSearchParams(search)));
      assert.deepEqual(asked, [
        { chart: "season", month: "2024-11", show: "title,notes", background: "fdf6e3", lock: "", theme: "light", embed: "" },
        { theme: "dark", lock: "false", embed: "" },
      ]);
      const fragments = await page.locator("xenotime-chart iframe").evaluateAll((frames) => frames.map((frame) => new URL(/** @type {HTMLIFrameElement} */ (frame).src).hash));
      assert.deepEqual(fragments, ["#light", "#dark"]);
    }));

  for (const content of ["dark", "light", "light dark"]) {
    test(`the element has the theme that a host’s head names: ${content}`, () =>
      hosted(`<meta name="color-scheme" content="${content}"><script src="${address("xenotime-chart.js")}"></script>
        <xenotime-chart chart="season" theme="host"></xenotime-chart>`, async (page) => {
        // The host's change of scheme is told a moment later.
        const has = (/** @type {string} */ theme) => page.waitForFunction((own) => {
          const frame = document.querySelector("xenotime-chart")?.shadowRoot?.querySelector("iframe");
          return frame instanceof HTMLIFrameElement && new URL(frame.src).searchParams.get("theme") === own;
        }, theme, { timeout: 5000 });
        await page.emulateMedia({ colorScheme: "dark" });
        await has(content.includes("dark") ? "dark" : "light");
        await page.emulateMedia({ colorScheme: "light" });
        await has(content === "dark" ? "dark" : "light");
      }));
  }

  test("the element loads the page that a snippet does", () =>
    hosted(`<script src="${address("xenotime-chart.js")}"></script>
      <xenotime-chart chart="season"></xenotime-chart><xenotime-chart chart="months"></xenotime-chart><xenotime-chart></xenotime-chart><xenotime-chart chart="pie"></xenotime-chart>`, async (page) => {
      const pages = await page.locator("xenotime-chart iframe").evaluateAll((frames) => frames.map((frame) => new URL(/** @type {HTMLIFrameElement} */ (frame).src).pathname.replace(/^.*\//, "")));
      assert.deepEqual(pages, ["frame-season.html", "frame-months.html", "frame-months.html", "index.html"]);
    }));

  for (const chart of ["effects", "map"]) test(`a frame of ${chart} tells its height once its chart is there, and the same one at once`, () =>
    hosted(`<script>heard = []; addEventListener("message", ({ data }) => heard.push(data.height))</script>
      <iframe width="700" height="900" src="${address(`?chart=${chart}&embed&theme=light`)}"></iframe>`, async (page) => {
      const inside = page.frames()[1];
      assert(inside);
      await ready(inside);
      await frame(page);
      const height = await contentHeight(inside);
      await page.waitForFunction((height) => /** @type {any} */ (window).heard.at(-1) === height, height);
      assert.deepEqual([...new Set(await page.evaluate(() => /** @type {any} */ (window).heard))], [height]);
    }));

  test("fifty frames in one page each show their chart", () => {
    const frames = Array.from({ length: 50 }, (_, at) => `<iframe class="xenotime" loading="lazy" width="700" height="700" src="${address(`?chart=${["season", "months", "heat", "change"][at % 4]}&month=2024-${String((at % 12) + 1).padStart(2, "0")}&embed&theme=light`)}"></iframe>`);
    return hosted(frames.join("\n"), async (page) => {
      page.setDefaultTimeout(60_000);
      for (const place of await page.locator("iframe").all()) {
        await place.scrollIntoViewIfNeeded();
        await place.contentFrame().locator(".live .plot.drawn, .live .plot").first().waitFor({ state: "attached" });
      }
      const drawn = await Promise.all(page.frames().slice(1).map((inside) => inside.locator(".live .plot").count()));
      assert.deepEqual([drawn.length, drawn.filter((count) => count === 1).length], [50, 50]);
    });
  });

  test("a host whose policy lets in nothing but the frame has a chart that works", () =>
    hosted(`<iframe width="700" height="700" src="${address("?chart=season&month=2024-11&embed")}"></iframe>`, async (page) => {
      const inside = page.frames()[1];
      assert(inside);
      await ready(inside);
      await inside.locator("#surface").hover();
      await frame(page);
      assert.match(await text(inside, "#readout"), /Source: /);
    }, { policy: `default-src 'none'; img-src data:; frame-src ${new URL(address()).origin}` }));

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

  for (const width of [390, 1200]) {
    test(`pointing, keeping a point and leaving it never change the frame’s height, ${width} pixels wide`, () =>
      visit("article.html", { live: false, context: { viewport: { width, height: 844 } } }, async (page) => {
        const { place, frame: inside } = await inner(page, "season");
        const height = await contentHeight(inside);
        await page.waitForFunction((height) => document.querySelector("iframe")?.clientHeight === height, height);
        const box = await place.boundingBox();
        assert(box);
        const plot = await inside.locator("#plot").boundingBox();
        assert(plot);
        const seen = new Set();
        for (let share = 0.02; share < 1; share += 0.07) {
          await page.mouse.move(plot.x + plot.width * share, plot.y + plot.height * 0.6);
          await frame(page);
          seen.add(await text(inside, "#readout"));
          assert.equal(await contentHeight(inside), height);
          assert.equal(await place.evaluate((element) => element.clientHeight), height);
        }
        assert(seen.size > 5, "points were read out");
        await page.mouse.click(plot.x + plot.width / 2, plot.y + plot.height / 2);
        await frame(page);
        assert.equal(await contentHeight(inside), height);
        await page.mouse.move(plot.x + 10, plot.y + plot.height + 200);
        await frame(page);
        assert.equal(await contentHeight(inside), height);
      }));
  }

  test("a click in a frame keeps its point with the source; a button studies its month and leads back", () =>
    visit("?chart=months&month=2024-11&embed", {}, async (page) => {
      const headline = await text(page, "h1");
      const plot = await page.locator("#plot").boundingBox();
      assert(plot);
      await page.mouse.click(plot.x + plot.width * 0.4, plot.y + plot.height * 0.5);
      await frame(page);
      assert.equal(await text(page, "h1"), headline, "the editor’s chart stays");
      const kept = await text(page, "#readout");
      assert.match(kept, /Source: /);
      await page.mouse.move(plot.x + plot.width * 0.7, plot.y + plot.height * 0.5);
      await frame(page);
      assert.notEqual(await text(page, "#readout"), kept, "other points can be read meanwhile");
      await page.mouse.move(plot.x + 20, plot.y + plot.height + 60);
      await frame(page);
      assert.equal(await text(page, "#readout"), kept, "the kept one is there again");
      assert.equal(await page.locator("#tip").isVisible(), true);
      const focused = () => page.evaluate(() => document.activeElement?.id);
      await page.locator("#readout button").press("Enter");
      assert.notEqual(await text(page, "h1"), headline);
      assert.equal(await focused(), "headline", "its button is gone");
      await page.locator("#restore").press("Enter");
      assert.equal(await text(page, "h1"), headline);
      assert.equal(await focused(), "headline", "its button is hidden");
      assert.equal(await page.locator("#restore").isVisible(), false);
    }));

  test("an editor can keep the view: no other month, no zoom", () =>
    visit("?chart=months&month=2024-11&embed&lock", {}, async (page) => {
      const headline = await text(page, "h1");
      const plot = await page.locator("#plot").boundingBox();
      assert(plot);
      await page.mouse.click(plot.x + plot.width * 0.4, plot.y + plot.height * 0.5);
      assert.match(await text(page, "#readout"), /Source: /);
      assert.equal(await page.locator("#readout button").count(), 0);
      await page.mouse.move(plot.x + plot.width * 0.2, plot.y + 100);
      await page.mouse.down();
      await page.mouse.move(plot.x + plot.width * 0.6, plot.y + 100, { steps: 4 });
      await page.mouse.up();
      await page.locator("#surface").press("+");
      assert.equal(await text(page, "h1"), headline);
      assert.match(page.url(), /\?chart=months&month=2024-11&embed&lock$/);
      assert.doesNotMatch((await page.locator("#keys").textContent()) ?? "", /plus/);
    }));

  test("an editor chooses what a frame shows, its background and theme, and the code has it", () =>
    visit("?chart=season&month=2024-11", {}, async (page) => {
      // All at once, before any frame is tried.
      await page.locator("#embed-options").evaluate((form) => {
        const chosen = /** @type {Record<string, boolean>} */ ({ title: false, table: true, notes: true, coloured: true });
        for (const field of form.querySelectorAll("input")) {
          if (field.type === "color") field.value = "#fdf6e3";
          else field.checked = chosen[field.name] ?? field.checked;
        }
        form.dispatchEvent(new Event("input"));
      });
      await page.locator("#show-embed").click();
      await page.locator('#show-embed[aria-expanded="true"]').waitFor();
      const source = /src="([^"]+)"/.exec(await page.locator("#snippet").inputValue())?.[1]?.replaceAll("&amp;", "&") ?? "";
      assert(source.endsWith("&embed&theme=light&show=notes,table&background=fdf6e3#light"), source);
      await tried(page);
      await page.goto(source);
      await ready(page);
      assert.equal(await page.locator("#numbers").isVisible(), true);
      assert.equal(await page.locator('[data-fragment="notes"]').isVisible(), true);
      assert.equal(await page.locator(".side").isVisible(), false);
      const headline = await page.locator("h1").boundingBox();
      assert(headline && headline.width <= 1 && headline.height <= 1, "only a screen reader has it");
      assert.equal(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), "rgb(253, 246, 227)");
      // The drawing's paper is the background too: what is seen in the plot's corner.
      const [shot] = await Promise.all([page.screenshot({ clip: { x: 30, y: 12, width: 4, height: 4 } })]);
      const seen = await page.evaluate(async (bytes) => {
        const image = await createImageBitmap(new Blob([Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0))]));
        const sheet = new OffscreenCanvas(1, 1);
        const context = sheet.getContext("2d");
        context?.drawImage(image, 0, 0);
        return [...(context?.getImageData(0, 0, 1, 1).data ?? [])].slice(0, 3);
      }, shot.toString("base64"));
      assert.deepEqual(seen, [253, 246, 227]);
    }));

  test("where a sandbox forbids new pages, the link’s address is shown to be copied", () =>
    visit("article.html", { live: false, expected: [/Blocked opening/] }, async (page) => {
      const { place, frame: inside } = await inner(page, "framing");
      const before = await place.evaluate((element) => element.clientHeight);
      await inside.locator("#home").click();
      const shown = inside.locator("#address-shown input");
      await shown.waitFor();
      assert.match(await shown.inputValue(), /\?chart=framing&month=2024-11$/);
      assert.equal(await shown.evaluate((field) => field === document.activeElement), true);
      assert.equal(await place.evaluate((element) => element.clientHeight), before, "the article does not move");
    }));

  test("the page that a frame’s link opens is free: files can be saved there", async () => {
    let snippet = "";
    await visit("?month=2024-11", {}, async (page) => {
      await page.locator("#show-embed").click();
      await page.locator('#show-embed[aria-expanded="true"]').waitFor();
      snippet = await page.locator("#snippet").inputValue();
    });
    const host = await listen((_request, response) => {
      response.writeHead(200, { "content-type": "text/html" });
      response.end(`<!doctype html><html lang="en"><title>Host</title><link rel="icon" href="data:,">${snippet}`);
    });
    try {
      await visit(`${host.origin}/`, { live: false, origins: [host.origin] }, async (page) => {
        const inside = page.frames()[1];
        assert(inside);
        await ready(inside);
        const [opened] = await Promise.all([page.waitForEvent("popup"), inside.locator("#home").click()]);
        await ready(opened);
        const [download] = await Promise.all([opened.waitForEvent("download"), opened.locator("#save-csv").click()]);
        assert.match(download.suggestedFilename(), /\.csv$/);
        assert.equal(await opened.evaluate(() => window.opener), null);
      });
    } finally {
      host.close();
    }
  });

  test("a frame of another origin does not set the height, whatever it says", () =>
    visit("article.html", { live: false, expected: [/can escape its sandboxing/] }, async (page) => {
      const { place, frame: inside } = await inner(page, "season");
      const height = await contentHeight(inside);
      await page.waitForFunction((height) => document.querySelector("iframe")?.clientHeight === height, height);
      // The frame is led elsewhere, as a host's own script or a link without a target would.
      await page.evaluate(() => {
        const frame = document.querySelector("iframe");
        frame?.setAttribute("sandbox", "allow-scripts allow-same-origin");
        frame?.setAttribute("srcdoc", "<script>parent.postMessage({sender:'xenotime',version:1,height:99},'*')</script>");
        frame?.setAttribute("src", "https://elsewhere.example/");
      });
      await page.waitForTimeout(300);
      assert.equal(await place.evaluate((element) => element.clientHeight), height);
    }));

  for (const no of ["false", "0", "no"]) {
    test(`embed=${no} is the whole page`, () =>
      visit(`?month=2024-11&embed=${no}`, {}, async (page) => {
        assert.equal(await page.locator(".side").isVisible(), true);
        assert.equal(await page.locator("#home").isVisible(), false);
      }));
  }

  test("a finger scrolls the article up and down over a chart, and reads the chart sideways", () =>
    visit("article.html", { live: false, context: { viewport: { width: 390, height: 700 }, hasTouch: true, isMobile: true } }, async (page) => {
      const { frame: inside } = await inner(page, "season");
      const plot = await inside.locator("#plot").boundingBox();
      assert(plot);
      const touch = await page.context().newCDPSession(page);
      /** @param {number} dx @param {number} dy */
      const swipe = async (dx, dy) => {
        const [x, y] = [plot.x + plot.width / 2, plot.y + plot.height / 2];
        await touch.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [{ x, y }] });
        for (let step = 1; step <= 8; step += 1) {
          await touch.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: [{ x: x + (dx * step) / 8, y: y + (dy * step) / 8 }] });
        }
        await touch.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
        await frame(page);
        await page.waitForTimeout(200);
      };
      const before = await page.evaluate(() => scrollY);
      await swipe(0, -160);
      const after = await page.evaluate(() => scrollY);
      assert(after - before > 100, `scrolled by ${after - before}`);
      // A page thrown goes on for a while.
      await page.waitForTimeout(1000);
      await page.evaluate((y) => scrollTo({ top: y, behavior: "instant" }), before);
      await page.waitForFunction((y) => Math.abs(scrollY - y) < 1, before);
      const read = await text(inside, "#readout");
      await swipe(90, 4);
      assert.equal(await page.evaluate(() => scrollY), before);
      assert.notEqual(await text(inside, "#readout"), read);
    }));

  test("an embed in a given theme is in it from the first moment", () =>
    visit("?embed&theme=dark", { context: { colorScheme: "light" } }, async (page) => {
      assert.equal(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), "rgb(19, 23, 29)");
      const { data } = await canvas(page);
      assert.deepEqual([...data.subarray(0, 3)], [19, 23, 29]);
    }));
});
