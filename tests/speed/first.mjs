// How long a reader waits for the first chart, for `cargo xtask bench first`: the built page, frames of
// it in an article and a pinned file, and the same chart with the same hover made with other libraries,
// each with nothing in the cache.

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { setTimeout as pause } from "node:timers/promises";
import { extname } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";
import { chromium } from "playwright-core";
import { DIST, listen, ready, saved } from "../page/support.mjs";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const RESULTS = `${ROOT}/target/bench`;
const PEERS = fileURLToPath(new URL("peers/node_modules", import.meta.url));
const ROUNDS = Number(process.env["ROUNDS"] ?? 10);

/** Lighthouse's slow 4G: a fast host next door would hide what bytes cost. */
const SLOW = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 };

/** What each library's page has in common: the data as rows, the chart's title, its box. */
const COMMON = `
  const flow = new URLSearchParams(location.search).get("flow") ?? "export";
  const title = "China’s " + flow + "s of rare earths, tonnes a month";
  const box = document.getElementById("box");
  const rows = async () => {
    const lines = (await (await fetch("/own/data/observations.csv")).text()).split("\\n").slice(1);
    return lines.map((line) => line.split(","))
      .filter(([, months, direction, measure, product, partner]) => months === "1" && direction === flow && measure === "volume" && product === "rare-earths" && partner === "WLD")
      .map(([period, , , , , , value]) => ({ month: new Date(period + "-01T00:00:00Z"), value: Number(value) }))
      .sort((one, other) => one.month - other.month);
  };
`;

/**
 * Each library's own build, and a small script that draws the default chart with it, tells month and
 * value of the point nearest to the pointer, and says whether it does (`told`).
 * @type {Record<string, { packages: string[], files: string[], script: string }>}
 */
const LIBRARIES = {
  "Chart.js": {
    packages: ["chart.js"],
    files: ["chart.js/dist/chart.umd.min.js"],
    script: `rows().then((data) => {
      const canvas = box.appendChild(document.createElement("canvas"));
      const chart = new Chart(canvas, { type: "line",
        data: { labels: data.map(({ month }) => month.toISOString().slice(0, 7)), datasets: [{ label: "t", data: data.map(({ value }) => value), pointRadius: 0 }] },
        options: { animation: false, maintainAspectRatio: false, interaction: { mode: "index", intersect: false }, plugins: { title: { display: true, text: title } } } });
      globalThis.told = () => chart.tooltip.opacity > 0;
    });`,
  },
  ECharts: {
    packages: ["echarts"],
    files: ["echarts/dist/echarts.min.js"],
    script: `rows().then((data) => {
      const chart = echarts.init(box);
      chart.setOption({ animation: false, title: { text: title }, tooltip: { trigger: "axis" }, xAxis: { type: "time" }, yAxis: {},
        series: [{ type: "line", showSymbol: false, data: data.map(({ month, value }) => [month, value]) }] });
      let shown = false;
      chart.on("showTip", () => (shown = true));
      globalThis.told = () => shown;
    });`,
  },
  "Vega-Lite": {
    packages: ["vega", "vega-lite", "vega-embed"],
    files: ["vega/build/vega.min.js", "vega-lite/build/vega-lite.min.js", "vega-embed/build/vega-embed.min.js"],
    script: `rows().then((values) => vegaEmbed(box, { title, width: 780, height: 380, data: { values },
      encoding: { x: { field: "month", type: "temporal" }, y: { field: "value", type: "quantitative", title: "t" } },
      layer: [{ mark: "line" }, { mark: { type: "point", opacity: 0, tooltip: true }, params: [{ name: "near", select: { type: "point", on: "pointermove", nearest: true } }] }] },
      { renderer: "canvas", actions: false }));
      globalThis.told = () => document.querySelector("#vg-tooltip-element.visible") !== null;`,
  },
  Plotly: {
    packages: ["plotly.js-dist-min"],
    files: ["plotly.js-dist-min/plotly.min.js"],
    script: `rows().then((data) => Plotly.newPlot(box, [{ x: data.map(({ month }) => month), y: data.map(({ value }) => value), mode: "lines" }], { title: { text: title }, hovermode: "x", hoverdistance: -1 }));
      globalThis.told = () => box.querySelector(".hoverlayer .hovertext") !== null;`,
  },
};

/** @param {string} name */
const pageOf = (name) => {
  const { files = [] } = LIBRARIES[name] ?? {};
  const scripts = files.map((file) => `<script defer src="/peers/${file}?v=1"></script>`).join("");
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"><title>${name}</title>
    <h1>China’s exports of rare earths</h1><div id="box" style="position: relative; width: 848px; height: 440px"></div>
    ${scripts}<script defer src="/draw/${encodeURIComponent(name)}.js"></script></html>`;
};

/** An article with frames. @param {string[]} addresses */
const articleOf = (addresses) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"><title>An article</title><p>Words before.</p>
    ${addresses.map((address) => `<iframe src="${address.replaceAll("&", "&amp;")}" title="A chart" width="900" height="640" style="border: 0"></iframe>`).join("<p>Words between.</p>")}</html>`;

/**
 * What is timed: under a head, who is beside whom, and the frames of each in an article, or its own page.
 * @typedef {{ name: string, frames: string[], page?: undefined } | { name: string, page: string, frames?: undefined }} Subject
 */
const library = (/** @type {string} */ name, flow = "") => `/library/${encodeURIComponent(name)}${flow && `?flow=${flow}`}`;
// The addresses that "Embed" writes.
const NOVEMBER = "/own/frame-months.html?month=2024-11&embed";
const IMPORTS = "/own/frame-months.html?flow=import&month=2024-11&embed";
const PEERS_NAMES = Object.keys(LIBRARIES);
/** @type {Record<string, Subject[]>} */
const SUBJECTS = {
  "A page of its own": [
    { name: "Xenotime", page: "/own/" },
    { name: "pinned file", page: "/pinned/" },
    ...PEERS_NAMES.map((name) => ({ name, page: library(name) })),
  ],
  "A frame alone in an article": [
    { name: "as built", frames: ["/own/?embed"] },
    { name: "other month", frames: [NOVEMBER] },
    { name: "pinned file", frames: ["/pinned/"] },
    ...PEERS_NAMES.map((name) => ({ name, frames: [library(name)] })),
  ],
  "Two frames in an article, until both are there": [
    { name: "other month", frames: [NOVEMBER, IMPORTS] },
    ...PEERS_NAMES.map((name) => ({ name, frames: [library(name), library(name, "import")] })),
  ],
};

/** @param {Subject} subject */
const addressOf = ({ page, frames }) => page ?? `/article/?${frames.map((frame) => `frame=${encodeURIComponent(frame)}`).join("&")}`;

const TYPES = /** @type {Record<string, string>} */ ({ ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".wasm": "application/wasm", ".csv": "text/csv", ".svg": "image/svg+xml" });

/** The default chart as a file that never changes, once the page has written it. */
let pinned = "";

/** Every file packed once, as a static host does ahead of time. @type {Map<string, Buffer>} */
const packed = new Map();

/** @param {URL} address */
function content({ pathname, searchParams }) {
  const [, folder, rest = ""] = /^\/(own|peers|library|draw|article|pinned)\/(.*)$/.exec(decodeURIComponent(pathname)) ?? [];
  if (folder === "own") return readFileSync(`${DIST}/${rest || "index.html"}`);
  if (folder === "peers") return readFileSync(`${PEERS}/${rest}`);
  if (folder === "library") return pageOf(rest);
  if (folder === "article") return articleOf(searchParams.getAll("frame"));
  if (folder === "pinned") return pinned;
  return folder === "draw" ? COMMON + LIBRARIES[rest.slice(0, -3)]?.script : "";
}

const server = await listen((request, response) => {
  const address = new URL(request.url ?? "", "http://localhost");
  const { pathname, searchParams } = address;
  const own = pathname.startsWith("/article/") ? address.href : pathname;
  try {
    const known = packed.get(own);
    const body = known ?? brotliCompressSync(content(address), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
    packed.set(own, body);
    const type = (pathname.startsWith("/library/") ? undefined : TYPES[extname(pathname)]) ?? "text/html";
    // What is named by its version, or is a library of one, is kept for a year, as both advise their hosts.
    const kept = searchParams.has("v") ? "max-age=31536000, immutable" : "no-cache";
    response.writeHead(200, { "content-type": type, "content-encoding": "br", "content-length": body.length, "cache-control": kept }).end(body);
  } catch {
    response.writeHead(404).end();
  }
});

/**
 * Notes, frame by frame, when words and a chart are first there, and when pointing at its middle first
 * tells a point; in milliseconds from navigation, of each frame in the page or of the page itself. A
 * canvas counts once its middle has any ink, a picture of lines once one of them has a length. All of it
 * runs in the page around: what a frame begins with goes when its own document comes.
 */
const WATCH = `(() => {
  if (top !== self) return;
  globalThis.firsts = [];
  const inked = (canvas) => {
    if (canvas.width < 200 || canvas.height < 100) return false;
    const { data } = canvas.getContext("2d").getImageData(canvas.width / 4, canvas.height / 4, canvas.width / 2, canvas.height / 2);
    for (let at = 4; at < data.length; at += 4) {
      if (data[at] !== data[0] || data[at + 1] !== data[1] || data[at + 2] !== data[2] || data[at + 3] !== data[3]) return true;
    }
    return false;
  };
  const lined = (svg) => svg.getBoundingClientRect().width > 200 &&
    Array.from(svg.querySelectorAll("path, polyline")).some((line) => (line.getAttribute("points") ?? line.getAttribute("d") ?? "").length > 100);
  const said = ({ document }) => {
    const [line, source] = ["h1", ".source"].map((which) => document.querySelector(which));
    return Boolean(line?.textContent && source?.textContent) && getComputedStyle(line).visibility === "visible";
  };
  const told = (place) => place.told?.() ?? Boolean(place.document.querySelector(".tip:not([hidden])")?.textContent);
  const point = (place) => {
    const { left, top, width, height } = place.document.querySelector("#plot, .plot, #box").getBoundingClientRect();
    const [clientX, clientY] = [left + width / 2, top + height / 2];
    const target = place.document.elementFromPoint(clientX, clientY);
    if (!target) return;
    const how = { clientX, clientY, bubbles: true, view: place };
    for (const kind of ["pointerover", "pointermove"]) target.dispatchEvent(new place.PointerEvent(kind, { ...how, pointerType: "mouse" }));
    for (const kind of ["mouseover", "mousemove"]) target.dispatchEvent(new place.MouseEvent(kind, how));
  };
  const watch = (place, first) => {
    const now = performance.now();
    const all = (selector) => Array.from(place.document.querySelectorAll(selector));
    if (!first.words && said(place)) first.words = now;
    if (!first.chart && (all("svg").some(lined) || all("canvas").some(inked))) first.chart = now;
    if (!first.chart) return;
    if (told(place)) first.live = now;
    else point(place);
  };
  const look = () => {
    const places = frames.length > 0 ? Array.from(frames) : [self];
    places.forEach((place, index) => {
      const first = (firsts[index] ??= {});
      if (!first.live) watch(place, first);
    });
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
})();`;

/** @typedef {{ words?: number, chart: number, live: number }} First */

/**
 * @param {import("playwright-core").Browser} browser
 * @param {Subject} subject
 * @param {boolean} slow
 */
async function once(browser, subject, slow) {
  // A context of its own has nothing in its cache.
  const context = await browser.newContext({ viewport: { width: 1000, height: 1500 } });
  try {
    const tab = await context.newPage();
    const session = await context.newCDPSession(tab);
    await session.send("Network.enable");
    if (slow) await session.send("Network.emulateNetworkConditions", SLOW);
    let bytes = 0;
    let requests = 0;
    const coming = new Set();
    session.on("Network.requestWillBeSent", ({ requestId }) => coming.add(requestId));
    session.on("Network.loadingFailed", ({ requestId }) => coming.delete(requestId));
    session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
      coming.delete(requestId);
      bytes += encodedDataLength;
      requests += 1;
    });
    await tab.addInitScript(WATCH);
    await tab.goto(server.origin + addressOf(subject), { waitUntil: "commit" });
    const count = subject.frames?.length ?? 1;
    const firsts = await tab.waitForFunction((count) => {
      const { firsts } = /** @type {any} */ (globalThis);
      return firsts?.length === count && firsts.every((/** @type {First} */ first) => first.live) && firsts;
    }, count, { timeout: 60_000 });
    const found = /** @type {First[]} */ (await firsts.jsonValue());
    if (process.env["PICTURES"]) await tab.screenshot({ path: `${RESULTS}/first-${subject.name}-${count}-${slow ? "slow" : "fast"}.png` });
    // What comes after that is weighed too.
    for (let quiet = 0, waited = 0; quiet < 5 && waited < 100; waited += 1) {
      await pause(100);
      quiet = coming.size === 0 ? quiet + 1 : 0;
    }
    const last = (/** @type {keyof First} */ of) => Math.max(...found.map((first) => first[of] ?? NaN));
    return { words: last("words"), chart: last("chart"), live: last("live"), bytes, requests };
  } finally {
    await context.close();
  }
}

/**
 * When a page without JavaScript has been painted, if it shows a chart at all.
 * @param {import("playwright-core").Browser} browser
 * @param {Subject} subject
 */
async function without(browser, subject) {
  const context = await browser.newContext({ viewport: { width: 1000, height: 800 }, javaScriptEnabled: false });
  try {
    const tab = await context.newPage();
    const session = await context.newCDPSession(tab);
    await session.send("Network.enable");
    await session.send("Network.emulateNetworkConditions", SLOW);
    await session.send("Performance.enable");
    await tab.goto(server.origin + addressOf(subject), { waitUntil: "networkidle" });
    const charts = await tab.locator("svg, canvas, img").evaluateAll((parts) => parts.filter((part) => part.getBoundingClientRect().width > 200).length);
    if (process.env["PICTURES"]) await tab.screenshot({ path: `${RESULTS}/first-${subject.name}-without.png` });
    if (charts === 0) return undefined;
    const { metrics } = await session.send("Performance.getMetrics");
    const of = (/** @type {string} */ wanted) => metrics.find((metric) => metric.name === wanted)?.value ?? NaN;
    return (of("FirstMeaningfulPaint") - of("NavigationStart")) * 1000;
  } finally {
    await context.close();
  }
}

/**
 * The default chart, pinned by the page as an editor does it.
 * @param {import("playwright-core").Browser} browser
 */
async function pin(browser) {
  const tab = await browser.newPage();
  try {
    await tab.goto(`${server.origin}/own/`);
    await ready(tab);
    await tab.locator("#show-embed").click();
    await tab.locator("#save-pinned").waitFor();
    pinned = (await saved(tab, "pinned")).bytes.toString("utf8");
  } finally {
    await tab.close();
  }
}

/** @param {number[]} numbers */
const middle = (numbers) => [...numbers].sort((one, other) => one - other)[numbers.length >> 1] ?? NaN;

/** A subject under its head. @param {string} head @param {Subject} subject @param {string} how */
const keyOf = (head, { name }, how) => `${head}: ${name}, ${how}`;

const ALL = Object.entries(SUBJECTS).flatMap(([head, subjects]) => subjects.map((subject) => ({ head, subject })));
const ALONE = SUBJECTS["A page of its own"] ?? [];
mkdirSync(RESULTS, { recursive: true });
/** @type {Record<string, Awaited<ReturnType<typeof once>>[]>} */
const found = {};
/** @type {Record<string, (number | undefined)[]>} */
const unscripted = {};
const browser = await chromium.launch({
  executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
});
try {
  await pin(browser);
  // Packing is the host's work, done before anybody asks.
  for (const { files } of Object.values(LIBRARIES)) for (const file of files) await fetch(`${server.origin}/peers/${file}`);
  for (const { subject } of ALL) await once(browser, subject, false);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const { head, subject } of ALL) {
      for (const how of ["slow", "fast"]) (found[keyOf(head, subject, how)] ??= []).push(await once(browser, subject, how === "slow"));
    }
    for (const subject of ALONE) (unscripted[subject.name] ??= []).push(await without(browser, subject));
  }
} finally {
  await browser.close();
  server.close();
}

console.log(`${ROUNDS} rounds in turns on ${cpus().length} × ${cpus()[0]?.model}, load ${loadavg()[0]?.toFixed(1)}, Chromium ${browser.version()}, nothing in the cache:`);
for (const [head, subjects] of Object.entries(SUBJECTS)) {
  for (const how of ["slow", "fast"]) {
    console.log(`\n${head}, ${how === "slow" ? "slow 4G (150 ms, 1.6 Mbit/s)" : "a host next door"}`);
    console.log(`${"".padEnd(12)}${["words ms", "chart ms", "live ms", "least", "most", "× Chart.js", "kB", "requests"].map((cell) => cell.padStart(11)).join("")}`);
    const of = (/** @type {Subject} */ subject) => found[keyOf(head, subject, how)] ?? [];
    const beside = subjects.find(({ name }) => name === "Chart.js");
    const other = middle((beside ? of(beside) : []).map(({ live }) => live));
    for (const subject of subjects) {
      const runs = of(subject);
      const lives = runs.map(({ live }) => live);
      const said = middle(runs.map(({ words }) => words));
      const cells = [
        ...[said, middle(runs.map(({ chart }) => chart)), middle(lives), Math.min(...lives), Math.max(...lives)].map((time) => (Number.isNaN(time) ? "" : time.toFixed(0))),
        (middle(lives) / other).toFixed(2),
        (middle(runs.map(({ bytes }) => bytes)) / 1000).toFixed(0),
        String(middle(runs.map(({ requests }) => requests))),
      ];
      console.log(`${subject.name.padEnd(12)}${cells.map((cell) => cell.padStart(11)).join("")}`);
    }
  }
}
console.log("\nWithout JavaScript, slow 4G, to the first meaningful paint");
for (const { name } of ALONE) {
  // Where the browser names no such paint the time is before the navigation.
  const times = (unscripted[name] ?? []).flatMap((time) => (time !== undefined && time > 0 ? [time] : []));
  console.log(`${name.padEnd(12)}${times.length === 0 ? "no chart" : `${middle(times).toFixed(0)} ms (${Math.min(...times).toFixed(0)}–${Math.max(...times).toFixed(0)})`}`);
}
console.log("\nFrom navigation to the frame with headline and source in it (words), with the chart in it, and in which pointing at it tells a point (live, with the least and the most); bytes are what came over the wire.");
const versions = Object.values(LIBRARIES).flatMap(({ packages }) => packages).map((name) => `${name} ${JSON.parse(readFileSync(`${PEERS}/${name}/package.json`, "utf8")).version}`);
console.log(versions.join(", "));
writeFileSync(`${RESULTS}/first.json`, `${JSON.stringify({ rounds: ROUNDS, versions, found, unscripted }, null, 1)}\n`);
console.log("All times are in target/bench/first.json.");
