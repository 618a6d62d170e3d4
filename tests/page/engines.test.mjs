// What must work in every engine: the same tests in Chromium, Firefox and WebKit.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import sirv from "sirv";
import { drawn, probedPage, savedBy, startEngine, until, wentWrong } from "./engines.mjs";
import { ENGINE, VIEWS, listen, program } from "./support.mjs";

/** @typedef {import("./engines.mjs").Window} Window */

/** @type {import("./engines.mjs").Engine} */
let engine;
/** The folder of the page, with the probe in it. */
let folder = "";
/** Files of a reader's own. */
let own = "";
/** The page's address, and the same over https. */
const site = { plain: "", secure: "" };
/** @type {(() => unknown)[]} */
const closing = [];

/** @param {import("node:http").RequestListener} listener */
async function listenSecurely(listener) {
  const named = (/** @type {string} */ name) => join(own, name);
  const wish = ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2", "-subj", "/CN=localhost"];
  execFileSync("openssl", [...wish, "-keyout", named("key.pem"), "-out", named("cert.pem")], { stdio: "ignore" });
  const server = createServer({ key: await readFile(named("key.pem")), cert: await readFile(named("cert.pem")) }, listener);
  await new Promise((resolve) => server.listen(0, "localhost", () => resolve(undefined)));
  const address = server.address();
  assert(address && typeof address === "object");
  closing.push(() => (server.closeAllConnections(), server.close()));
  return `https://localhost:${address.port}`;
}

before(async () => {
  const page = await probedPage();
  folder = page.folder;
  own = await mkdtemp(join(tmpdir(), "xenotime-own-"));
  const files = sirv(folder, { dev: true });
  const server = await listen((request, response) => files(request, response));
  closing.push(server.close, page.close, () => rm(own, { recursive: true }));
  site.plain = `${server.origin}/`;
  site.secure = `${await listenSecurely((request, response) => files(request, response))}/`;
  engine = await startEngine();
});

after(async () => {
  await engine?.close();
  for (const close of closing.reverse()) await close();
});

/**
 * Opens an address in a window of its own, and fails if anything went wrong there.
 * @param {string} address
 * @param {(window: Window) => Promise<unknown>} work
 */
async function visit(address, work) {
  const window = await engine.open();
  try {
    await window.goto(address);
    await work(window);
    await window.within();
    assert.deepEqual(await wentWrong(window), []);
  } finally {
    await window.close();
  }
}

/**
 * The same for a host's page, which has no probe of its own.
 * @param {string} address
 * @param {(window: Window) => Promise<unknown>} work
 */
async function visitHost(address, work) {
  const window = await engine.open();
  try {
    await window.goto(address);
    await work(window);
  } finally {
    await window.close();
  }
}

/** @param {Window} window @param {string} selector */
const words = (window, selector) =>
  window.evaluate((selector) => document.querySelector(selector)?.textContent?.replace(/\s+/g, " ").trim() ?? "", selector);

/** How many colours are on the canvas. @param {Window} window */
const colours = (window) =>
  window.evaluate(() => {
    const canvas = /** @type {HTMLCanvasElement} */ (document.getElementById("canvas"));
    const copy = document.createElement("canvas");
    Object.assign(copy, { width: canvas.width, height: canvas.height });
    const context = copy.getContext("2d", { willReadFrequently: true });
    context?.drawImage(canvas, 0, 0);
    const data = new Uint32Array(context?.getImageData(0, 0, canvas.width, canvas.height).data.buffer ?? new ArrayBuffer(0));
    return new Set(data).size;
  });

/** Where the chart is in the window. @param {Window} window */
const plotBox = (window) =>
  window.evaluate(() => {
    const plot = document.getElementById("plot");
    plot?.scrollIntoView({ block: "center", behavior: "instant" });
    const { x = 0, y = 0, width = 0, height = 0 } = plot?.getBoundingClientRect() ?? {};
    return { x, y, width, height };
  });

/**
 * Points at the chart, here and there, until a point is read out.
 * @param {Window} window
 */
async function pointAt(window) {
  const { x, y, width, height } = await plotBox(window);
  for (const [across, down] of [[0.5, 0.5], [0.3, 0.4], [0.7, 0.6], [0.4, 0.2], [0.6, 0.8], [0.2, 0.3]]) {
    await window.hover(x + width * (across ?? 0), y + height * (down ?? 0));
    // A movement shows in the next frame.
    await window.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    const tip = await window.evaluate(() => {
      const tip = document.querySelector(".tip:not([hidden])");
      return tip?.querySelector("strong")?.textContent ?? tip?.textContent ?? "";
    });
    if (tip) return tip;
  }
  assert.fail("nothing could be pointed at");
}

/** The pinned file of a chart, as the program writes it. @param {string} chart @param {string} search */
async function pinnedFile(chart, search) {
  const path = join(own, `pinned-${chart}.html`);
  const chosen = [...new URLSearchParams(search)].flatMap(([name, value]) => [`--${name}`, value]);
  program("publish", ...chosen, "--out", path);
  return path;
}

/** Walks a pinned file by its keys: what is said on the way, and what the file holds of its points. */
function walkPinned() {
  const plot = /** @type {HTMLElement} */ (document.querySelector(".plot"));
  const last = () => document.getElementById("spoken")?.textContent ?? "";
  const press = (/** @type {string} */ key) => plot.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
  plot.focus();
  const said = new Set();
  for (const [start, step] of /** @type {const} */ ([["Home", "ArrowRight"], ["End", "ArrowUp"], ["Home", "ArrowDown"]])) {
    press(start);
    for (let before = ""; before !== last(); press(step)) said.add((before = last()));
  }
  const { points } = /** @type {{ points: string[][] }} */ (JSON.parse(document.getElementById("points")?.textContent ?? ""));
  return { said: /** @type {string[]} */ ([...said]), points: points.map((point) => point.slice(2, 7).filter(Boolean).join(", ")) };
}

/** Points at the middle of a pinned file's drawing. @param {Window} window */
async function pointAtPinned(window) {
  const { x, y } = await window.evaluate(() => {
    const plot = document.querySelector(".plot");
    plot?.scrollIntoView({ block: "center", behavior: "instant" });
    const { x = 0, y = 0, width = 0, height = 0 } = plot?.getBoundingClientRect() ?? {};
    return { x: x + width / 2, y: y + height / 2 };
  });
  await window.hover(x, y);
  return until(window, () => {
    const tip = document.querySelector(".tip:not([hidden]) strong")?.textContent;
    return tip ? { tip, readout: document.getElementById("readout")?.textContent ?? "", rows: document.querySelectorAll("tbody tr").length } : undefined;
  });
}

describe(`in ${ENGINE}`, () => {
  // In Chromium the tests of the charts, the studies and the phone do this and more.
  for (const [chart, search] of ENGINE === "chromium" ? [] : Object.entries(VIEWS)) {
    test(`the chart ${chart} is drawn, pointed at, walked, and never wider than the window`, () =>
      visit(`${site.plain}${search}`, async (window) => {
        await drawn(window);
        assert((await colours(window)) > 8, "something is on the canvas");
        assert.equal(await words(window, "#problems"), "");
        const value = await pointAt(window);
        assert((await words(window, "#readout")).includes(value), `the read-out says ${value}`);
        await window.evaluate(() => document.getElementById("surface")?.focus());
        await window.press("Home");
        assert.match(await until(window, () => document.getElementById("spoken")?.textContent), /Point \d+ of \d+\.$/);
        const beside = await window.evaluate(() => {
          scrollTo({ left: 9999, behavior: "instant" });
          return [scrollX, document.documentElement.scrollWidth - document.documentElement.clientWidth];
        });
        assert.deepEqual(beside, [0, 0], "no scrolling sideways");
      }));
  }

  test("a drag narrows the time and selects no text; Back leads to the view before", () =>
    visit(`${site.plain}?month=2024-11`, async (window) => {
      await drawn(window);
      const { x, y, width, height } = await plotBox(window);
      // It ends below the chart, over words that could be selected.
      await window.drag({ x: x + width * 0.3, y: y + height * 0.3 }, { x: x + width * 0.7, y: y + height + 60 });
      await until(window, () => location.search.includes("from="));
      assert.equal(await window.evaluate(() => String(getSelection())), "");
      await window.evaluate(() => history.back());
      await until(window, () => !location.search.includes("from="));
    }));

  test("the link, the snippet and the check’s link are copied, as the page says", () =>
    visit(`${site.plain}?month=2024-11`, async (window) => {
      await drawn(window);
      await window.click("#copy-link");
      assert.equal(await until(window, () => document.getElementById("said")?.textContent), "Link copied.");
      await window.click("#show-embed");
      await until(window, () => !document.getElementById("embed")?.hidden);
      await window.click("#copy-snippet");
      await until(window, () => document.getElementById("said")?.textContent === "Code copied.");
    }));

  test("what is saved holds what is shown", () =>
    visit(`${site.plain}?chart=season&month=2024-11`, async (window) => {
      await drawn(window);
      const save = (/** @type {string} */ kind) => savedBy(engine, () => window.click(`#save-${kind}`));
      const csv = (await save("csv")).bytes.toString("utf8");
      assert.match(csv, /\b4416\b/);
      assert.match((await save("svg")).bytes.toString("utf8"), /^<svg[\s\S]*4,416 t in Nov 2024[\s\S]*<\/svg>\s*$/);
      const png = (await save("png")).bytes;
      assert.deepEqual([...png.subarray(0, 8)], [137, 80, 78, 71, 13, 10, 26, 10]);
      assert(png.readUInt32BE(16) > 800, "wide enough");
      await window.click("#show-embed");
      const pinned = await save("pinned");
      const headline = await words(window, "h1");
      const path = join(own, "pinned.html");
      await writeFile(path, pinned.bytes);
      // From disk, on its own.
      await window.goto(pathToFileURL(path).href);
      assert.equal(await words(window, "h1"), headline);
      const value = await window.evaluate(() => {
        const plot = /** @type {HTMLElement} */ (document.querySelector(".plot"));
        plot.focus();
        return document.querySelectorAll("tbody tr").length;
      });
      assert(value > 5);
      await window.press("Home");
      assert.match(await until(window, () => document.getElementById("spoken")?.textContent), /Point \d+ of \d+\.$/);
      assert.match(await words(window, "#readout"), /Source: /);
      await window.goto(site.plain);
    }));

  for (const [how, sandbox] of [["scripts alone", "allow-scripts"], ["scripts and its own origin", "allow-scripts allow-same-origin"]]) {
    for (const secure of [false, true]) {
      test(`a frame that is allowed ${how} shows the chart asked for, over ${secure ? "https" : "http"}`, async () => {
        const address = secure ? site.secure : site.plain;
        const article = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Host</title><link rel="icon" href="data:,">
          <script>heard = []; addEventListener("message", ({ data }) => heard.push(data))</script>
          <iframe id="chart" name="mine" width="700" height="700" sandbox="${sandbox}" src="${address}?chart=season&amp;month=2024-11&amp;embed"></iframe>`;
        const name = `host-${secure}-${sandbox?.length}.html`;
        await writeFile(join(folder, name), article);
        const other = await listen((request, response) => sirv(folder, { dev: true })(request, response));
        try {
          // Another host for plain frames; to a secure one a browser lets only a secure page lead.
          await visitHost(secure ? `${site.secure}${name}` : `${other.origin}/${name}`, async (window) => {
            await window.within("#chart");
            await drawn(window);
            assert.match(await words(window, "h1"), /4,416 t in Nov 2024/);
            assert((await colours(window)) > 8);
            assert.equal(await window.evaluate(() => getComputedStyle(document.body).paddingTop), "4px", "its style sheet is there");
            // A frame of another origin takes the keys only once it was clicked.
            await window.click("#surface");
            await window.press("Home");
            assert.match(await until(window, () => document.getElementById("spoken")?.textContent), /Point \d+ of \d+\.$/);
            assert.deepEqual(await wentWrong(window), []);
            await window.within();
            const heard = await window.evaluate(() => /** @type {any} */ (globalThis).heard);
            assert(heard.some((/** @type {any} */ { sender, type, height }) => sender === "xenotime" && type === "height" && height > 300), JSON.stringify(heard));
          });
        } finally {
          other.close();
        }
      });
    }
  }

  test("pinned files of all charts, opened from disk, tell each point in the file’s own words", () =>
    visitHost("about:blank", async (window) => {
      for (const [chart, search] of Object.entries(VIEWS)) {
        await window.goto(pathToFileURL(await pinnedFile(chart, search)).href);
        const { said, points } = await window.evaluate(walkPinned);
        assert(said.length >= Math.min(2, points.length) && said.length > 0, `${chart}: ${said.length} of ${points.length} points`);
        for (const words of said) {
          const place = Number(/ (\d+) of \d+\.$/.exec(words)?.[1]);
          assert(words.startsWith(`${points[place - 1]}. `), `${chart}: “${words}” is not “${points[place - 1]}”`);
        }
        const { tip, readout, rows } = await pointAtPinned(window);
        assert(tip && readout.includes(tip), `${chart}: “${tip}” is not in “${readout}”`);
        assert(rows > 0 && (await words(window, ".source")).length > 8, `${chart}: ${rows} rows`);
      }
    }));

  for (const sandbox of ["allow-scripts", ""]) {
    test(`a pinned file in a frame with sandbox="${sandbox}" has its words, table and drawing`, async () => {
      const pinned = await pinnedFile("season", "?chart=season&month=2024-11");
      await writeFile(join(folder, "pinned.html"), await readFile(pinned));
      await writeFile(join(folder, "host-pinned.html"), `<!doctype html><html lang="en"><meta charset="utf-8"><title>Host</title><link rel="icon" href="data:,"><iframe id="chart" width="700" height="760" sandbox="${sandbox}" src="pinned.html"></iframe>`);
      await visitHost(`${site.plain}host-pinned.html`, async (window) => {
        await window.within("#chart");
        assert.match(await until(window, () => document.querySelector("h1")?.textContent), /4,416 t in Nov 2024/);
        const seen = await window.evaluate(() => ({
          rows: document.querySelectorAll("tbody tr").length,
          drawn: Array.from(document.querySelectorAll(".plot svg"), (svg) => svg.getBoundingClientRect().width > 300).filter(Boolean).length,
          live: document.querySelector(".plot")?.getAttribute("tabindex") === "0",
        }));
        assert(seen.rows > 5, `${seen.rows} rows`);
        assert.deepEqual([seen.drawn, seen.live], [1, sandbox !== ""]);
      });
    });
  }

  test("a frame that may run no script has the theme that stands behind its address", async () => {
    const host = (/** @type {string} */ address) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>Host</title><link rel="icon" href="data:,"><iframe id="chart" width="700" height="760" sandbox="" src="${address}"></iframe>`;
    /** @type {string[]} */
    const papers = [];
    for (const theme of ["light", "dark"]) {
      await writeFile(join(folder, `host-${theme}.html`), host(`${site.plain}frame-season.html?chart=season&amp;embed&amp;theme=${theme}#${theme}`));
      await visitHost(`${site.plain}host-${theme}.html`, async (window) => {
        await window.within("#chart");
        await until(window, () => document.querySelector("h1")?.textContent);
        papers.push(await window.evaluate(() => getComputedStyle(document.body).backgroundColor));
      });
    }
    assert.deepEqual(papers, ["rgb(255, 255, 255)", "rgb(19, 23, 29)"]);
  });

  test("pictures and a spreadsheet are saved as what they are", () =>
    visit(`${site.plain}?chart=season&month=2024-11`, async (window) => {
      await drawn(window);
      const xlsx = await savedBy(engine, () => window.click("#save-xlsx"));
      assert.equal(xlsx.bytes.subarray(0, 2).toString(), "PK");
      await window.click("#show-embed");
      await until(window, () => !document.getElementById("embed")?.hidden);
      await window.evaluate(() => {
        const place = /** @type {HTMLSelectElement} */ (document.getElementById("picture-place"));
        place.value = "social";
      });
      const svg = await savedBy(engine, () => window.click("#save-placed-svg"));
      assert.match(svg.bytes.toString("utf8"), /^<svg[^>]* width="800"[^>]* height="418"/);
      const png = (await savedBy(engine, () => window.click("#save-placed-png"))).bytes;
      assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [1600, 836]);
    }));

  test("from disk: charts, an article’s frames and the check of a story", () =>
    visit(`${pathToFileURL(join(folder, "index.html"))}?chart=expectation&month=2024-11`, async (window) => {
      await drawn(window);
      assert((await colours(window)) > 8);
      await window.goto(pathToFileURL(join(folder, "article.html")).href);
      await window.within("iframe[name=season]");
      await drawn(window);
      assert.deepEqual(await wentWrong(window), []);
      await window.within();
      // To a frame without an origin no browser gives a file from disk: it says so, and is no folder's listing.
      await window.within("iframe[name=framing]");
      await until(window, () => /could not be loaded/.test(document.getElementById("problems")?.textContent ?? ""));
      await window.within();
      assert.deepEqual(await wentWrong(window), []);
      await window.goto(`${pathToFileURL(join(folder, "story.html"))}#example`);
      await until(window, () => document.querySelectorAll("#findings li").length > 3);
      const link = await window.evaluate(() => {
        for (const details of document.querySelectorAll("#findings details")) /** @type {HTMLDetailsElement} */ (details).open = true;
        return /** @type {HTMLAnchorElement | null} */ (document.querySelector(".evidence-links a"))?.href;
      });
      assert.match(link ?? "", /\/index\.html\?/, "no folder’s listing");
    }));

  test("a story is checked as it is typed, its link copied, and the link opened", () =>
    visit(`${site.plain}story.html`, async (window) => {
      await until(window, () => document.getElementById("state")?.textContent === "");
      await window.evaluate(() => {
        const story = /** @type {HTMLTextAreaElement} */ (document.getElementById("story"));
        story.value = "China exported 4,416 tonnes of rare earths in November 2024. China exported 9,999 tonnes of rare earths in July 2026.";
        story.dispatchEvent(new Event("input", { bubbles: true }));
      });
      const found = () => Array.from(document.querySelectorAll("#findings > li"), (item) => item.classList[0]);
      await until(window, () => document.querySelectorAll("#findings > li").length === 2);
      const verdicts = await window.evaluate(found);
      assert.deepEqual([...verdicts].sort(), ["supported", "unclear"]);
      await window.click("#share");
      assert.equal(await until(window, () => document.getElementById("said")?.textContent), "Link copied.");
      const link = await window.url();
      assert.match(link, /#story=/);
      await window.goto(site.plain);
      await window.goto(link);
      await until(window, () => document.querySelectorAll("#findings > li").length === 2);
      assert.deepEqual(await window.evaluate(found), verdicts);
    }));
});

/** Customs rows of two partners in three years, as UN Comtrade has them. */
const HEAD = "Period,Trade Flow,Reporter Code,Reporter,Partner Code,Partner,Commodity Code,Commodity,Netweight (kg),Trade Value (US$)";

/** @param {number} months @param {number} [weight] */
function download(months, weight = 1000) {
  const rows = Array.from({ length: months }, (_, index) => {
    const period = `${2016 + Math.floor(index / 12)}${String((index % 12) + 1).padStart(2, "0")}`;
    return [[0, "World"], [392, "Japan"]].map(([code, name]) => `${period},Export,36,Australia,${code},${name},2846,Rare earths,${weight + index * 10},${9000 + index}`);
  });
  return `${HEAD}\r\n${rows.flat().join("\r\n")}\r\n`;
}

/** @param {string} name @param {string | Uint8Array} content */
async function file(name, content) {
  const path = join(own, name);
  await writeFile(path, content);
  return path;
}

/** Opens the panel for files. @param {Window} window */
async function panel(window) {
  await drawn(window);
  await window.click("#open-own");
  await until(window, () => document.getElementById("own-files") !== null);
}

/** @param {Window} window @param {string} path @param {RegExp} state */
async function opened(window, path, state) {
  await window.choose("#own-files", [path]);
  await until(window, (source) => new RegExp(source).test(document.getElementById("own-state")?.textContent ?? ""), state.source);
}

describe(`a reader’s own files in ${ENGINE}`, () => {
  test("plain and packed they open alike; what is damaged is told for what it is, and what is shown stays", () =>
    visit(site.plain, async (window) => {
      await panel(window);
      await opened(window, await file("plain.csv", download(36)), /72 rows read/);
      const headline = await until(window, () => /^Australia/.test(document.querySelector("h1")?.textContent ?? "") && document.querySelector("h1")?.textContent);
      await opened(window, await file("packed.csv.gz", gzipSync(download(36))), /^packed.*72 rows read/);
      assert.equal(await words(window, "h1"), headline);

      const packed = gzipSync(download(4000));
      const flipped = Buffer.from(packed);
      flipped[Math.floor(packed.length * 0.6)] = (flipped[Math.floor(packed.length * 0.6)] ?? 0) ^ 0xff;
      const wrongSum = Buffer.from(packed);
      wrongSum[packed.length - 6] = (wrongSum[packed.length - 6] ?? 0) ^ 0xff;
      /** @type {[string, Uint8Array, RegExp][]} */
      const damaged = [
        ["cut.csv.gz", packed.subarray(0, packed.length / 2), /cut\.csv\.gz could not be opened\. Its compression is cut off or damaged: the file ends before its packed part does/],
        ["tail.csv.gz", packed.subarray(0, -4), /tail\.csv\.gz could not be opened\. Its compression is cut off or damaged: the file ends before/],
        ["flipped.csv.gz", flipped, /flipped\.csv\.gz could not be opened\. Its compression is cut off or damaged/],
        ["sum.csv.gz", wrongSum, /sum\.csv\.gz could not be opened\. Its compression is cut off or damaged/],
        ["rubbish.csv.gz", Buffer.concat([packed, Buffer.from("rubbish")]), /rubbish\.csv\.gz could not be opened\. Its compression is cut off or damaged, or followed by something/],
      ];
      for (const [name, bytes, told] of damaged) {
        await window.choose("#own-files", [await file(name, bytes)]);
        const said = await until(window, (name) => {
          const said = document.getElementById("own-problems")?.textContent ?? "";
          return said.includes(`${name} could not be opened`) ? said : "";
        }, name);
        assert.match(said, told);
        assert.match(said, /The current data are still shown/);
        assert.equal(await words(window, "h1"), headline);
      }

      // Of several packed files in one a browser unpacks only the first: a module reads all.
      const rows = Buffer.from(download(36));
      const half = Math.floor(rows.length / 2);
      await opened(window, await file("two.csv.gz", Buffer.concat([gzipSync(rows.subarray(0, half)), gzipSync(rows.subarray(half))])), /^two.*72 rows read/);
    }));

  test("countries in words are the same partners in every engine, whatever it calls them itself", () =>
    visit(site.plain, async (window) => {
      await panel(window);
      const spellings = ["Hong Kong", "香港", "Hongkong", "中国香港特别行政区", "Hong Kong SAR China", "Macao", "Palestine", "Falkland Islands", "Turkey", "Türkiye", "Czechia", "Czech Republic"];
      const rows = Array.from({ length: 24 }, (_, index) => spellings.map((name) => `${2020 + Math.floor(index / 12)}-${(index % 12) + 1},export,${name},282520,${5 + index},1000`));
      const path = await file("named.csv", `month,flow,country,hs,tonnes,usd\n${rows.flat().join("\n")}\n`);
      await window.choose("#own-files", [path]);
      await until(window, () => !document.getElementById("own-mapping")?.hidden || /rows? read/.test(document.getElementById("own-state")?.textContent ?? ""));
      await window.evaluate(() => {
        for (const [role, column] of [["period", "month"], ["flow", "flow"], ["partner", "country"], ["product", "hs"], ["quantity", "tonnes"], ["value", "usd"], ["unit", "=t"], ["money", "=USD"]]) {
          const select = /** @type {HTMLSelectElement | null} */ (document.querySelector(`#own-mapping select[name=${role}]`));
          if (!select) continue;
          select.value = column ?? "";
          select.dispatchEvent(new Event("input", { bubbles: true }));
          select.dispatchEvent(new Event("change", { bubbles: true }));
        }
      });
      if (await window.evaluate(() => !document.getElementById("own-mapping")?.hidden)) await window.click("#own-mapping button[type=submit]");
      await until(window, () => /288 rows read/.test(document.getElementById("own-state")?.textContent ?? ""));
      await until(window, () => document.querySelectorAll("#own-partners option").length > 3);
      const partners = await window.evaluate(() => Array.from(document.querySelectorAll("#own-partners option"), (option) => option.textContent?.trim().split(" ")[0]));
      assert.deepEqual(partners.filter((code) => code !== "WLD").sort(), ["CZE", "FLK", "HKG", "MAC", "PSE", "TUR"]);
    }));

  test("a spreadsheet is opened, and what is saved of it as a spreadsheet opens again", () =>
    visit(site.plain, async (window) => {
      await panel(window);
      await window.choose("#own-files", [fileURLToPath(new URL("../import/packed/months.xlsx", import.meta.url))]);
      await until(window, () => document.querySelector("#own-mapping:not([hidden]) button[type=submit]") !== null);
      await window.click("#own-mapping button[type=submit]");
      await until(window, () => /^months\.xlsx .*4 rows read/.test(document.getElementById("own-state")?.textContent ?? ""));
      // The rows are read before the chart is drawn.
      const headline = await until(window, () => /^Kenya/.test(document.querySelector("h1")?.textContent ?? "") && document.querySelector("h1")?.textContent);
      const { bytes } = await savedBy(engine, () => window.click("#own-xlsx"));
      await opened(window, await file("again.xlsx", bytes), /^again\.xlsx .*rows read/);
      assert.equal(await words(window, "h1"), headline);
    }));

  test("all that is open is saved as tidy CSV, which opens again", () =>
    visit(site.plain, async (window) => {
      await panel(window);
      await opened(window, await file("tidy.csv", download(24)), /48 rows read/);
      const { bytes } = await savedBy(engine, () => window.click("#own-csv"));
      await opened(window, await file("again.csv", bytes), /^again.*rows read/);
      assert.match(await words(window, "h1"), /^Australia/);
    }));
});
