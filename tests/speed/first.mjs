// How long a reader waits for the first chart, for `cargo xtask bench first`: the built page, and
// the same chart made with other libraries, each on a page of its own with nothing in the cache.

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { extname } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";
import { chromium } from "playwright-core";
import { DIST, listen } from "../page/support.mjs";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const RESULTS = `${ROOT}/target/bench`;
const PEERS = fileURLToPath(new URL("peers/node_modules", import.meta.url));
const ROUNDS = Number(process.env["ROUNDS"] ?? 10);

/** Lighthouse's slow 4G: a fast host next door would hide what bytes cost. */
const SLOW = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 };

/** What each library's page has in common: the data as rows, the chart's title, its box. */
const COMMON = `
  const title = "China’s exports of rare earths, tonnes a month";
  const box = document.getElementById("box");
  const rows = async () => {
    const lines = (await (await fetch("/own/data/observations.csv")).text()).split("\\n").slice(1);
    return lines.map((line) => line.split(","))
      .filter(([, months, flow, measure, product, partner]) => months === "1" && flow === "export" && measure === "volume" && product === "rare-earths" && partner === "WLD")
      .map(([period, , , , , , value]) => ({ month: new Date(period + "-01T00:00:00Z"), value: Number(value) }))
      .sort((one, other) => one.month - other.month);
  };
`;

/**
 * Each library's own build, and a small script that draws the default chart with it.
 * @type {Record<string, { packages: string[], files: string[], script: string }>}
 */
const LIBRARIES = {
  "Chart.js": {
    packages: ["chart.js"],
    files: ["chart.js/dist/chart.umd.min.js"],
    script: `rows().then((data) => {
      const canvas = box.appendChild(document.createElement("canvas"));
      new Chart(canvas, { type: "line",
        data: { labels: data.map(({ month }) => month.toISOString().slice(0, 7)), datasets: [{ label: "t", data: data.map(({ value }) => value), pointRadius: 0 }] },
        options: { animation: false, maintainAspectRatio: false, plugins: { title: { display: true, text: title } } } });
    });`,
  },
  ECharts: {
    packages: ["echarts"],
    files: ["echarts/dist/echarts.min.js"],
    script: `rows().then((data) => {
      echarts.init(box).setOption({ animation: false, title: { text: title }, tooltip: { trigger: "axis" }, xAxis: { type: "time" }, yAxis: {},
        series: [{ type: "line", showSymbol: false, data: data.map(({ month, value }) => [month, value]) }] });
    });`,
  },
  "Vega-Lite": {
    packages: ["vega", "vega-lite", "vega-embed"],
    files: ["vega/build/vega.min.js", "vega-lite/build/vega-lite.min.js", "vega-embed/build/vega-embed.min.js"],
    script: `rows().then((values) => vegaEmbed(box, { title, width: 780, height: 380, data: { values }, mark: { type: "line", tooltip: true },
      encoding: { x: { field: "month", type: "temporal" }, y: { field: "value", type: "quantitative", title: "t" } } }, { renderer: "canvas", actions: false }));`,
  },
  Plotly: {
    packages: ["plotly.js-dist-min"],
    files: ["plotly.js-dist-min/plotly.min.js"],
    script: `rows().then((data) => Plotly.newPlot(box, [{ x: data.map(({ month }) => month), y: data.map(({ value }) => value), mode: "lines" }], { title: { text: title } }));`,
  },
};

/** @param {string} name */
const pageOf = (name) => {
  const { files = [] } = LIBRARIES[name] ?? {};
  const scripts = files.map((file) => `<script defer src="/peers/${file}"></script>`).join("");
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${name}</title>
    <h1>China’s exports of rare earths</h1><div id="box" style="position: relative; width: 848px; height: 440px"></div>
    ${scripts}<script defer src="/draw/${encodeURIComponent(name)}.js"></script></html>`;
};

const TYPES = /** @type {Record<string, string>} */ ({ ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".wasm": "application/wasm", ".csv": "text/csv", ".svg": "image/svg+xml" });

/** Every file packed once, as a static host does ahead of time. @type {Map<string, Buffer>} */
const packed = new Map();

/** @param {string} path */
function content(path) {
  const [, folder, rest = ""] = /^\/(own|peers|library|draw)\/(.*)$/.exec(path) ?? [];
  if (folder === "own") return readFileSync(`${DIST}/${rest || "index.html"}`);
  if (folder === "peers") return readFileSync(`${PEERS}/${rest}`);
  if (folder === "library") return pageOf(rest);
  return folder === "draw" ? COMMON + LIBRARIES[rest.slice(0, -3)]?.script : "";
}

const server = await listen((request, response) => {
  const path = decodeURIComponent((request.url ?? "").replace(/\?.*/, ""));
  try {
    const known = packed.get(path);
    const body = known ?? brotliCompressSync(content(path), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
    packed.set(path, body);
    const type = (path.startsWith("/library/") ? undefined : TYPES[extname(path)]) ?? "text/html";
    response.writeHead(200, { "content-type": type, "content-encoding": "br", "content-length": body.length }).end(body);
  } catch {
    response.writeHead(404).end();
  }
});

/**
 * Notes, frame by frame, when a chart is first there. A canvas counts once its middle has any ink,
 * a picture of lines once one of them has a length.
 */
const WATCH = `(() => {
  globalThis.first = {};
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
  const look = () => {
    const now = performance.now();
    const live = Array.from(document.querySelectorAll("canvas")).some(inked);
    const drawn = Array.from(document.querySelectorAll("svg")).some(lined);
    if (live || drawn) first.chart ??= now;
    if (live || (drawn && !document.documentElement.classList.contains("scripted"))) first.live ??= now;
    if (!first.live) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
})();`;

/**
 * @param {import("playwright-core").Browser} browser
 * @param {string} name
 * @param {boolean} slow
 */
async function once(browser, name, slow) {
  const context = await browser.newContext({ viewport: { width: 1000, height: 800 } });
  try {
    const tab = await context.newPage();
    const session = await context.newCDPSession(tab);
    await session.send("Network.enable");
    await session.send("Network.setCacheDisabled", { cacheDisabled: true });
    if (slow) await session.send("Network.emulateNetworkConditions", SLOW);
    let bytes = 0;
    let requests = 0;
    session.on("Network.loadingFinished", ({ encodedDataLength }) => {
      bytes += encodedDataLength;
      requests += 1;
    });
    await tab.addInitScript(WATCH);
    await tab.goto(`${server.origin}${name === "Xenotime" ? "/own/" : `/library/${encodeURIComponent(name)}`}`, { waitUntil: "commit" });
    await tab.waitForFunction(() => "first" in globalThis && /** @type {any} */ (globalThis)["first"].live, undefined, { timeout: 60_000 });
    const first = /** @type {{ chart: number, live: number }} */ (await tab.evaluate("first"));
    if (process.env["PICTURES"]) await tab.screenshot({ path: `${RESULTS}/first-${name}-${slow ? "slow" : "fast"}.png` });
    await tab.waitForLoadState("networkidle");
    return { ...first, bytes, requests };
  } finally {
    await context.close();
  }
}

/**
 * When a page without JavaScript has been painted, if it shows a chart at all.
 * @param {import("playwright-core").Browser} browser
 * @param {string} name
 */
async function without(browser, name) {
  const context = await browser.newContext({ viewport: { width: 1000, height: 800 }, javaScriptEnabled: false });
  try {
    const tab = await context.newPage();
    const session = await context.newCDPSession(tab);
    await session.send("Network.enable");
    await session.send("Network.emulateNetworkConditions", SLOW);
    await session.send("Performance.enable");
    await tab.goto(`${server.origin}${name === "Xenotime" ? "/own/" : `/library/${encodeURIComponent(name)}`}`, { waitUntil: "networkidle" });
    const charts = await tab.locator("svg, canvas, img").evaluateAll((parts) => parts.filter((part) => part.getBoundingClientRect().width > 200).length);
    if (process.env["PICTURES"]) await tab.screenshot({ path: `${RESULTS}/first-${name}-without.png` });
    if (charts === 0) return undefined;
    const { metrics } = await session.send("Performance.getMetrics");
    const of = (/** @type {string} */ wanted) => metrics.find((metric) => metric.name === wanted)?.value ?? NaN;
    return (of("FirstMeaningfulPaint") - of("NavigationStart")) * 1000;
  } finally {
    await context.close();
  }
}

/** @param {number[]} numbers */
const middle = (numbers) => [...numbers].sort((one, other) => one - other)[numbers.length >> 1] ?? NaN;

const NAMES = ["Xenotime", ...Object.keys(LIBRARIES)];
mkdirSync(RESULTS, { recursive: true });
/** @type {Record<string, { chart: number, live: number, bytes: number, requests: number }[]>} */
const found = {};
/** @type {Record<string, (number | undefined)[]>} */
const unscripted = {};
const browser = await chromium.launch({
  executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
});
try {
  // Packing is the host's work, done before anybody asks.
  for (const name of NAMES) await once(browser, name, false);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const name of NAMES) {
      for (const slow of [true, false]) (found[`${name} ${slow ? "slow" : "fast"}`] ??= []).push(await once(browser, name, slow));
      (unscripted[name] ??= []).push(await without(browser, name));
    }
  }
} finally {
  await browser.close();
  server.close();
}

console.log(`${ROUNDS} rounds in turns on ${cpus().length} × ${cpus()[0]?.model}, Chromium ${browser.version()}, nothing in the cache:`);
for (const speed of ["slow", "fast"]) {
  console.log(`\n${speed === "slow" ? "Slow 4G (150 ms, 1.6 Mbit/s)" : "A host next door"}`);
  console.log(`${"".padEnd(12)}${["chart ms", "least", "most", "× Xenotime", "live ms", "kB", "requests"].map((head) => head.padStart(11)).join("")}`);
  const own = middle((found[`Xenotime ${speed}`] ?? []).map(({ chart }) => chart));
  for (const name of NAMES) {
    const runs = found[`${name} ${speed}`] ?? [];
    const charts = runs.map(({ chart }) => chart);
    const cells = [
      ...[middle(charts), Math.min(...charts), Math.max(...charts)].map((time) => time.toFixed(0)),
      (middle(charts) / own).toFixed(2),
      middle(runs.map(({ live }) => live)).toFixed(0),
      (middle(runs.map(({ bytes }) => bytes)) / 1000).toFixed(0),
      String(middle(runs.map(({ requests }) => requests))),
    ];
    console.log(`${name.padEnd(12)}${cells.map((cell) => cell.padStart(11)).join("")}`);
  }
}
console.log("\nWithout JavaScript, slow 4G, to the first meaningful paint");
for (const name of NAMES) {
  const times = (unscripted[name] ?? []).filter((time) => time !== undefined);
  console.log(`${name.padEnd(12)}${times.length === 0 ? "no chart" : `${middle(times).toFixed(0)} ms (${Math.min(...times).toFixed(0)}–${Math.max(...times).toFixed(0)})`}`);
}
console.log("\nFrom navigation to the frame with a chart in it; live is the one that can be pointed at, and bytes are what came over the wire.");
const versions = Object.values(LIBRARIES).flatMap(({ packages }) => packages).map((name) => `${name} ${JSON.parse(readFileSync(`${PEERS}/${name}/package.json`, "utf8")).version}`);
console.log(versions.join(", "));
writeFileSync(`${RESULTS}/first.json`, `${JSON.stringify({ rounds: ROUNDS, versions, found, unscripted }, null, 1)}\n`);
console.log("All times are in target/bench/first.json.");
