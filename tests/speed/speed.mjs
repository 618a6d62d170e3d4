// How long the statistics take, for `cargo xtask bench`: in the built page, in the library alone,
// and in statsmodels, in turns, so that whatever else the machine does slows all of them.

import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import sirv from "sirv";
import { DIST, VIEWS, listen } from "../page/support.mjs";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const RESULTS = `${ROOT}/target/bench`;
const ROUNDS = Number(process.env["ROUNDS"] ?? 10);

/** The views that one series is enough for: together, everything about its season. */
const SEASON = ["decomposition", "expectation", "breaks", "effects"];

/** The files beside the headline figures that some views draw. */
const PARTS = ["by-partner.csv", "by-month-and-code.csv", "values-cny.csv", "prices.csv", "production.csv"];

/** How many words of stories are checked at once. */
const WORDS = 10_000;

/** What a page must do within one frame at 60 a second. */
const FRAME = 1000 / 60;

/** @typedef {Record<string, number[]>} Times Milliseconds by what took them, one for each round. */

const pages = sirv(DIST, { dev: true });
// The scripts around the modules, which the page's own hold bundled.
const glue = sirv(`${ROOT}/target/glue`, { dev: true });
const server = await listen((request, response) => {
  const [, script] = /^\/glue(\/.*)$/.exec(request.url ?? "") ?? [];
  if (script) request.url = script;
  (script ? glue : pages)(request, response);
});
const browser = await chromium.launch({
  executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
});
/** @type {Times} */
const times = {};
/** @type {Record<string, number>} */
let first;
/** @type {number} */
let months = 0;
try {
  const page = await browser.newPage();
  await page.goto(`${server.origin}/`);
  await page.waitForSelector(".live .plot.drawn", { state: "attached" });
  first = await opened(page, 1, 1);
  // The browser compiles what is called often once more, and better.
  await opened(page, 5, 1);
  const desk = await checking(browser);
  await checked(desk);
  for (let round = 1; round <= ROUNDS; round += 1) {
    const views = await opened(page, 3, 5);
    const alone = alongside();
    const other = reference();
    months = other.months;
    const found = {
      ...views,
      "a story, checked": await checked(desk),
      "everything, computed": alone.everything,
      "STL, Xenotime": alone.stl,
      "STL, statsmodels": other.stl,
    };
    for (const [what, time] of Object.entries(found)) (times[what] ??= []).push(time);
    if (process.stderr.isTTY) process.stderr.write(`round ${round} of ${ROUNDS}\r`);
  }
} finally {
  await browser.close();
  server.close();
}

/**
 * Times each view in the module that draws every chart, and those of one series' season in a row: the middle
 * of several samples, each of several openings.
 * @param {import("playwright-core").Page} page
 * @param {number} samples
 * @param {number} calls
 */
function opened(page, samples, calls) {
  /** @type {Record<string, string>} */
  const views = VIEWS;
  const season = SEASON.map((chart) => views[chart] ?? "");
  return page.evaluate(async ({ samples, calls, views, season, parts }) => {
    const module = await import(new URL("glue/whole.js", location.href).href);
    await module.default({ module_or_path: fetch(document.body.dataset["laterWhole"] ?? "") });
    const names = ["observations", "sources", "products", "events", "dataset", "partners"];
    /** @param {string} address */
    const text = async (address) => (await fetch(address)).text();
    const session = new module.Session(...(await Promise.all(names.map((name) => text(document.body.dataset[name] ?? "")))));
    for (const part of parts) session.addPart(part, await text(`data/${part}`));
    /** @param {string[]} addresses */
    const time = (addresses) => {
      const found = Array.from({ length: samples }, () => {
        const start = performance.now();
        for (let call = 0; call < calls; call += 1) {
          for (const address of addresses) session.open(address);
        }
        return (performance.now() - start) / calls;
      });
      return found.sort((one, other) => one - other)[samples >> 1] ?? NaN;
    };
    const all = Object.entries(views).map(([chart, address]) => [chart, time([address])]);
    const found = Object.fromEntries([...all, ["everything, shown", time(season)]]);
    session.free();
    return /** @type {Record<string, number>} */ (found);
  }, { samples, calls, views, season, parts: PARTS });
}

/**
 * The story page with its checker on the page's own thread.
 * @param {import("playwright-core").Browser} browser
 */
async function checking(browser) {
  const page = await browser.newPage();
  await page.goto(`${server.origin}/story.html`);
  return page;
}

/**
 * Times the check of a long story, the report included: the middle of several.
 * @param {import("playwright-core").Page} page
 */
function checked(page) {
  return page.evaluate(async (text) => {
    /** @param {string} name */
    const fetched = (name) => fetch(document.body.dataset[name] ?? "");
    const module = await import(new URL("glue/checker.js", location.href).href);
    await module.default({ module_or_path: fetched("module") });
    const names = ["observations", "sources", "products", "", "dataset", "partners"];
    // No story is judged by events.
    const none = "date,title,effect,url\n";
    const texts = await Promise.all(names.map(async (name) => (name ? (await fetched(name)).text() : none)));
    const checker = new module.StoryChecker(...texts);
    const times = Array.from({ length: 7 }, () => {
      const start = performance.now();
      checker.check(text, "2024-12-08");
      return performance.now() - start;
    });
    checker.free();
    return times.sort((one, other) => one - other)[3] ?? NaN;
  }, longStory());
}

/** The labelled stories of the tests, one after the other until there are words enough. */
function longStory() {
  const files = ["corpus", "stories", "quiet"].map((name) =>
    readFileSync(`${ROOT}/tests/stories/${name}.txt`, "utf8"),
  );
  const texts = files.join("\n").match(/^> .*$/gm)?.map((line) => line.slice(2)) ?? [];
  const words = texts.join("\n\n").split(/(?<=\s)/);
  const often = Math.ceil(WORDS / words.length);
  return Array(often).fill(words).flat().slice(0, WORDS).join("");
}

/** @returns {{ stl: number, everything: number }} What the library alone takes in Chromium. */
function alongside() {
  const build = ["--target", "wasm32-unknown-unknown", "--profile", "web", "--no-default-features", "--features", "page"];
  const said = execFileSync("cargo", ["test", ...build, "--test", "speed", "--", "--nocapture"], {
    cwd: ROOT,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
  const line = /speed: (\{.*\})/.exec(said)?.[1];
  if (!line) throw new Error(`the timing test printed no times:\n${said}`);
  return JSON.parse(line);
}

/** @returns {{ stl: number, months: number }} What statsmodels takes. */
function reference() {
  const python = process.env["PYTHON"] ?? `${ROOT}/target/tools/python/bin/python`;
  const environment = { PYTHONPATH: `${ROOT}/tests/references`, PYTHONDONTWRITEBYTECODE: "1" };
  const said = execFileSync(python, [`${ROOT}/tests/speed/statsmodels_stl.py`], {
    env: { ...process.env, ...environment },
    encoding: "utf8",
  });
  return JSON.parse(said);
}

/** @param {string} what */
function spread(what) {
  const sorted = [...(times[what] ?? [])].sort((one, other) => one - other);
  const middle = sorted.length >> 1;
  const median = ((sorted[middle] ?? NaN) + (sorted[(sorted.length - 1) >> 1] ?? NaN)) / 2;
  return { median, least: sorted[0] ?? NaN, most: sorted.at(-1) ?? NaN };
}

/**
 * @param {string} what
 * @param {(number | undefined)[]} numbers
 */
const row = (what, numbers) =>
  [what.padEnd(24), ...numbers.map((number) => (number?.toFixed(2) ?? "").padStart(9))].join("");

/** @param {string} what */
function line(what) {
  const { median, least, most } = spread(what);
  console.log(row(what, [median, least, most, first[what]]));
}

const processor = cpus()[0]?.model ?? "an unknown processor";
console.log(`${ROUNDS} rounds in turns on ${cpus().length} × ${processor}, ${browser.version()}`);
const heads = ["median", "least", "most", "first"].map((head) => head.padStart(9));
console.log(`${"milliseconds:".padEnd(24)}${heads.join("")}`);
console.log("\nEach view, from its address to all the page shows, in the module that draws every chart:");
for (const chart of Object.keys(VIEWS)) line(chart);
console.log(`\nEverything about one series' season (a frame is ${FRAME.toFixed(1)} ms):`);
line("everything, shown");
line("everything, computed");
console.log(`\nA story of ${WORDS.toLocaleString("en")} words, from text to report:`);
line("a story, checked");
console.log(`\nThe same STL of the same ${months} months:`);
line("STL, Xenotime");
line("STL, statsmodels");
const ratio = spread("STL, statsmodels").median / spread("STL, Xenotime").median;
console.log(`statsmodels takes ${ratio.toFixed(2)} times as long as Xenotime in Chromium.`);
console.log(`
“Shown” is the views ${SEASON.join(", ")} one after the other, each
anew from its address; “computed” is what they share, computed once, with the step at every event.
What is computed outside the page is compiled as the page's module is, but without wasm-opt.
“First” is a page just opened, before the browser has compiled the module a second time.`);

mkdirSync(RESULTS, { recursive: true });
const raw = { rounds: ROUNDS, browser: browser.version(), processor, months, first, times };
writeFileSync(`${RESULTS}/bench.json`, `${JSON.stringify(raw, null, 1)}\n`);
console.log("\nAll times are in target/bench/bench.json.");
