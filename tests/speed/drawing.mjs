// How long a long line takes to draw and to hover over, for `cargo xtask bench drawing`: the page's
// own chart and others, in turns, in one browser. Each is told to do its best: no animation, no
// symbols, and its own way of leaving out points where it has one.

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import sirv from "sirv";
import { listen } from "../page/support.mjs";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const RESULTS = `${ROOT}/target/bench`;
const ROUNDS = Number(process.env["ROUNDS"] ?? 10);
const MOVES = 20;

/** How many lines of how many points each are drawn, and by whom: six lines by who comes nearest. */
const DRAWN = [
  ...[1_000, 10_000, 100_000, 1_000_000].map((points) => ({ lines: 1, points, by: ["Xenotime", "uPlot", "Chart.js", "ECharts"] })),
  ...[100_000, 1_000_000].map((points) => ({ lines: 6, points, by: ["Xenotime", "uPlot"] })),
];

/** @typedef {{ draw: () => void, hovered: () => string }} Chart */

/**
 * What each brings: its files, and how it makes a chart of amounts, one line's after the other, in a
 * box of 848 by 440 pixels.
 * @type {Record<string, { files: string[], make: (box: HTMLElement, amounts: Float64Array, lines: number) => Promise<Chart> }>}
 */
const CONTESTANTS = {
  Xenotime: {
    files: ["/own/points.js"],
    make: async (box, amounts, lines) => {
      // @ts-expect-error A script of its own global name.
      const glue = wasm_bindgen;
      await glue({ module_or_path: "/own/points_bg.wasm" });
      const [line, over] = [0, 1].map(() => {
        const canvas = document.createElement("canvas");
        canvas.width = box.clientWidth * devicePixelRatio;
        canvas.height = box.clientHeight * devicePixelRatio;
        canvas.style.cssText = "position: absolute; inset: 0; width: 100%; height: 100%";
        box.append(canvas);
        return canvas;
      });
      const tip = document.createElement("p");
      tip.style.cssText = "position: absolute; margin: 0; pointer-events: none";
      box.append(tip);
      return {
        draw: () => {
          const chart = new glue.Points(amounts, lines);
          chart.draw(line, devicePixelRatio);
          /** @type {PointerEvent | undefined} */
          let moved;
          box.addEventListener("pointermove", (event) => {
            if (!moved) {
              requestAnimationFrame(() => {
                const at = moved ?? event;
                moved = undefined;
                if (over) over.width = box.clientWidth * devicePixelRatio;
                const { left, top } = box.getBoundingClientRect();
                tip.textContent = chart.point(over, devicePixelRatio, at.clientX - left, at.clientY - top);
                tip.style.transform = `translate(${at.clientX - left}px, 8px)`;
              });
            }
            moved = event;
          });
        },
        hovered: () => tip.textContent ?? "",
      };
    },
  },

  uPlot: {
    files: ["/peers/uplot/dist/uPlot.min.css", "/peers/uplot/dist/uPlot.iife.min.js"],
    make: async (box, amounts, lines) => {
      const count = amounts.length / lines;
      const months = Float64Array.from({ length: count }, (_, index) => index);
      const each = Array.from({ length: lines }, (_, line) => amounts.subarray(line * count, (line + 1) * count));
      const strokes = ["#1f5fa8", "#b25e00", "#3f7d20", "#b5306f", "#6a4fb3", "#5c6877"];
      const options = {
        width: box.clientWidth,
        height: box.clientHeight - 40,
        scales: { x: { time: false } },
        series: [{ label: "month" }, ...each.map((_, line) => ({ label: "t", stroke: strokes[line], width: 1.75, points: { show: false } }))],
      };
      return {
        // @ts-expect-error A script of its own global name.
        draw: () => new globalThis.uPlot(options, [months, ...each], box),
        hovered: () => /** @type {HTMLElement | null} */ (box.querySelector(".u-legend"))?.innerText ?? "",
      };
    },
  },

  "Chart.js": {
    files: ["/peers/chart.js/dist/chart.umd.min.js"],
    make: async (box, amounts) => {
      const canvas = document.createElement("canvas");
      box.append(canvas);
      const points = Array.from(amounts, (amount, index) => ({ x: index, y: amount }));
      /** @type {any} */
      let chart;
      return {
        draw: () => {
          // @ts-expect-error A script of its own global name.
          chart = new globalThis.Chart(canvas, {
            type: "line",
            data: { datasets: [{ label: "t", data: points, borderColor: "#1f5fa8", borderWidth: 1.75, pointRadius: 0 }] },
            options: {
              animation: false,
              parsing: false,
              normalized: true,
              maintainAspectRatio: false,
              interaction: { mode: "nearest", axis: "x", intersect: false },
              plugins: { decimation: { enabled: true, algorithm: "min-max" } },
              scales: { x: { type: "linear", min: 0, max: amounts.length - 1 } },
            },
          });
        },
        hovered: () => JSON.stringify(chart.tooltip.dataPoints?.[0]?.raw ?? ""),
      };
    },
  },

  ECharts: {
    files: ["/peers/echarts/dist/echarts.min.js"],
    make: async (box, amounts) => {
      const pairs = new Float64Array(amounts.length * 2);
      amounts.forEach((amount, index) => pairs.set([index, amount], index * 2));
      return {
        draw: () => {
          // @ts-expect-error A script of its own global name.
          const { echarts } = globalThis;
          const chart = echarts.init(box, null, { renderer: "canvas" });
          chart.setOption({
            animation: false,
            tooltip: { trigger: "axis", transitionDuration: 0 },
            dataset: { source: pairs, dimensions: ["month", "t"] },
            xAxis: { type: "value", max: amounts.length - 1 },
            yAxis: { type: "value" },
            series: [{ type: "line", showSymbol: false, sampling: "minmax", lineStyle: { width: 1.75 }, encode: { x: "month", y: "t" } }],
          });
        },
        hovered: () => Array.from(box.querySelectorAll("div"), (part) => part.innerText).join(" ").trim(),
      };
    },
  },
};

/** What every page has: the amounts, and a clock that stops when a frame has been painted. */
const PRELUDE = `
  // Seasonal lines with noise, the same in every run, one above the other.
  const amountsOf = (count, lines) => {
    let seed = 1;
    return Float64Array.from({ length: count * lines }, (_, place) => {
      seed = (seed * 48271) % 2147483647;
      const month = place % count;
      const level = 4000 + 2000 * Math.floor(place / count);
      return level + 900 * Math.sin((month * Math.PI) / 6) + (1500 * month) / count + (600 * seed) / 2147483647;
    });
  };
  // Reading a pixel back waits until the canvas is really painted.
  const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(() => {
    for (const canvas of document.querySelectorAll("canvas")) canvas.getContext("2d").getImageData(0, 0, 1, 1);
    done(performance.now());
  })));
`;

const peers = sirv(fileURLToPath(new URL("peers/node_modules", import.meta.url)), { dev: true });
const own = sirv(RESULTS, { dev: true });
const server = await listen((request, response) => {
  const url = request.url ?? "";
  const [, folder, rest] = /^\/(peers|own)(\/.*)$/.exec(url) ?? [];
  if (folder) {
    request.url = rest ?? "/";
    (folder === "peers" ? peers : own)(request, response);
  } else {
    response
      .writeHead(200, { "content-type": "text/html" })
      .end(`<!doctype html><meta charset="utf-8"><title>bench</title>${["box", "second"].map((id) => `<div id="${id}" style="position: relative; width: 848px; height: 440px"></div>`).join("")}`);
  }
});

/**
 * Draws so many lines of `count` points once and moves over them.
 * @param {import("playwright-core").Browser} browser
 * @param {string} name
 * @param {number} count
 * @param {number} lines
 */
async function once(browser, name, count, lines) {
  const contestant = CONTESTANTS[name];
  if (!contestant) throw new Error(`there is no ${name}`);
  const tab = await browser.newPage({ viewport: { width: 900, height: 600 } });
  try {
    await tab.goto(`${server.origin}/`);
    for (const url of contestant.files) await (url.endsWith(".css") ? tab.addStyleTag({ url }) : tab.addScriptTag({ url }));
    const { own, drawn, again } = /** @type {{ own: number, drawn: number, again: number }} */ (
      await tab.evaluate(`(async () => {
        ${PRELUDE}
        const drawnIn = async (box) => {
          const chart = await (${contestant.make})(box, amountsOf(${count}, ${lines}), ${lines});
          await painted();
          const start = performance.now();
          chart.draw();
          // uPlot goes on when what called it has ended.
          await Promise.resolve();
          const own = performance.now() - start;
          return { chart, own, drawn: (await painted()) - start };
        };
        const { chart, own, drawn } = await drawnIn(document.getElementById("box"));
        globalThis.chart = chart;
        // Another chart of the same page, as a reader's second: the code is compiled by then.
        const second = document.getElementById("second");
        const again = (await drawnIn(second)).own;
        second.remove();
        // Each move's time, from its event to the painted frame after it.
        globalThis.moves = [];
        let begun;
        addEventListener("mousemove", () => { begun = performance.now(); painted().then((end) => moves.push(end - begun)); }, true);
        return { own, drawn, again };
      })()`)
    );
    const said = new Set();
    for (let move = 0; move < MOVES; move += 1) {
      await tab.mouse.move(120 + (600 * move) / MOVES, 150 + (move % 5) * 20);
      await tab.waitForFunction(`moves.length === ${move + 1}`, undefined, { polling: 5 });
      said.add(await tab.evaluate("chart.hovered()"));
    }
    if (said.size < MOVES / 2) throw new Error(`${name} told only ${[...said].join("; ")} of ${MOVES} moves`);
    if (process.env["PICTURES"]) await tab.screenshot({ path: `${RESULTS}/drawing-${name}-${count}-${lines}.png` });
    const moves = /** @type {number[]} */ (await tab.evaluate("moves"));
    // The first of all makes ready what the others use.
    return { own, drawn, again, first: moves[0] ?? NaN, hovered: middle(moves) };
  } finally {
    await tab.close();
  }
}

/** @param {number[]} numbers */
function middle(numbers) {
  return [...numbers].sort((one, other) => one - other)[numbers.length >> 1] ?? NaN;
}

mkdirSync(RESULTS, { recursive: true });
/** @typedef {{ own: number[], again: number[], drawn: number[], first: number[], hovered: number[] }} Found */
/** By who draws, lines and points. @type {Record<string, Found>} */
const found = {};
/**
 * @param {string} name
 * @param {{ lines: number, points: number }} drawn
 */
const of = (name, { lines, points }) => (found[`${name}, ${lines} × ${points}`] ??= { own: [], again: [], drawn: [], first: [], hovered: [] });
// Frames as soon as they are ready: a wait for the screen would hide what is faster than it.
const browser = await chromium.launch({
  executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-frame-rate-limit"],
});
try {
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const drawing of DRAWN) {
      for (const name of drawing.by) {
        const times = await once(browser, name, drawing.points, drawing.lines);
        const { own, again, drawn, first, hovered } = of(name, drawing);
        own.push(times.own);
        again.push(times.again);
        drawn.push(times.drawn);
        first.push(times.first);
        hovered.push(times.hovered);
      }
    }
  }
} finally {
  await browser.close();
  server.close();
}

const heads = ["lines", "points each", "own work", "second one", "painted ms", "least", "most", "× Xenotime", "hover ms", "first hover"];
console.log(`${ROUNDS} rounds in turns on ${cpus().length} × ${cpus()[0]?.model}, Chromium ${browser.version()}, 848 × 440 pixels:`);
console.log(`${"".padEnd(10)}${heads.map((head) => head.padStart(12)).join("")}`);
for (const drawing of DRAWN) {
  const ours = middle(of("Xenotime", drawing).drawn);
  for (const name of drawing.by) {
    const { own, again, drawn, first, hovered } = of(name, drawing);
    const cells = [
      String(drawing.lines),
      drawing.points.toLocaleString("en"),
      ...[middle(own), middle(again), middle(drawn), Math.min(...drawn), Math.max(...drawn)].map((time) => time.toFixed(1)),
      (middle(drawn) / ours).toFixed(2),
      ...[middle(hovered), middle(first)].map((time) => time.toFixed(1)),
    ];
    console.log(`${name.padEnd(10)}${cells.map((cell) => cell.padStart(12)).join("")}`);
  }
}
console.log("\nFrom the amounts in memory to a painted frame, the code being there; own work is until the script has ended, which leaves the browser’s painting out, of the page’s first chart and of its second; a hover is from the move to the painted frame.");
const versions = ["uplot", "chart.js", "echarts"].map((name) => {
  const { version } = JSON.parse(readFileSync(new URL(`peers/node_modules/${name}/package.json`, import.meta.url), "utf8"));
  return `${name} ${version}`;
});
console.log(versions.join(", "));
writeFileSync(`${RESULTS}/drawing.json`, `${JSON.stringify({ rounds: ROUNDS, versions, found }, null, 1)}\n`);
console.log("All times are in target/bench/drawing.json.");
