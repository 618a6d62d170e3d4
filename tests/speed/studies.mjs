// How long the charts of a series' season keep the page's own thread and the reader waiting, for
// `cargo xtask bench studies`: in the built page, the browser warm, of another series than before, of
// another chart of it, and of one that was shown.

import { mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import sirv from "sirv";
import { DIST, listen } from "../page/support.mjs";

const RESULTS = fileURLToPath(new URL("../../target/bench", import.meta.url));
const ROUNDS = Number(process.env["ROUNDS"] ?? 10);
const CHARTS = ["expectation", "decomposition", "breaks", "effects"];

/** More series than studies are kept of, so that each is a new one when its turn comes again. */
const SERIES = [
  "",
  ...["metals", "compounds-but-cerium", "magnets-metal"].flatMap((product) => [`&product=${product}`, `&product=${product}&measure=value`]),
];

/** What the browser is warmed with. */
const WARMING = 1;

const server = await listen(sirv(DIST, { dev: true }));
const browser = await chromium.launch({
  executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
});
const page = await browser.newPage();
await page.goto(`${server.origin}/?chart=shares&flow=import&month=2023-12`);
await page.waitForSelector(".live .plot.drawn", { state: "attached" });

/** @typedef {{ shown: number, longest: number, whole: number }} Times */

/**
 * Leads to an address as Back and Forward do: how long until it is shown and until its backtest is there as
 * well, and how long the page's own thread could do nothing else at most.
 * @param {string} address
 * @returns {Promise<Times>}
 */
function led(address) {
  return page.evaluate(async (address) => {
    const table = /** @type {HTMLElement} */ (document.querySelector('[data-fragment="table"]'));
    const methods = /** @type {HTMLElement} */ (document.querySelector('[data-fragment="chart-methods"]'));
    const start = performance.now();
    let [shown, whole, longest, last] = [0, 0, 0, start];
    const chosen = new URLSearchParams(address).get("chart");
    const current = () => Array.from(document.querySelectorAll(".charts [aria-current]"));
    const isShown = () => current().some((link) => link.getAttribute("href")?.includes(`chart=${chosen}`));
    const was = table.firstElementChild;
    history.pushState({ own: 0 }, "", address);
    dispatchEvent(new PopStateEvent("popstate", { state: { own: 0 } }));
    const { port1, port2 } = new MessageChannel();
    await new Promise((done) => {
      const tick = () => {
        const now = performance.now();
        longest = Math.max(longest, now - last);
        last = now;
        if (!shown && isShown() && table.firstElementChild !== was) shown = now - start;
        if (shown && !/Computing…/.test(methods.textContent ?? "")) whole ||= now - start;
        if (whole || now - start > 5000) done(undefined);
        else port2.postMessage(0);
      };
      port1.onmessage = tick;
      tick();
    });
    return { shown, whole, longest };
  }, address);
}

/** By what is shown. @type {Record<string, Times[]>} */
const found = {};
for (let round = -WARMING; round < ROUNDS; round += 1) {
  for (const chart of CHARTS) {
    for (const series of SERIES) {
      const others = CHARTS.filter((other) => other !== chart);
      const address = `?chart=${chart}${series}`;
      const times = {
        [`${chart}, of a new series`]: await led(address),
        [`${chart}, then another chart of it`]: await led(`?chart=${others[round & 1]}${series}`),
        [`${chart}, again`]: await led(address),
      };
      if (round < 0) continue;
      for (const [what, own] of Object.entries(times)) (found[what] ??= []).push(own);
    }
  }
  if (process.stderr.isTTY) process.stderr.write(`round ${round + 1} of ${ROUNDS}\r`);
}
await browser.close();
server.close();

/** @param {number[]} numbers */
const middle = (numbers) => [...numbers].sort((one, other) => one - other)[numbers.length >> 1] ?? NaN;

console.log(`${ROUNDS} rounds of ${SERIES.length} series on ${cpus().length} × ${cpus()[0]?.model}, medians (least) in milliseconds:`);
const heads = /** @type {const} */ (["shown", "whole", "longest"]);
console.log(`${"".padEnd(42)}${heads.map((head) => head.padStart(15)).join("")}`);
for (const [what, times] of Object.entries(found)) {
  const cell = (/** @type {typeof heads[number]} */ head) => {
    const own = times.map((one) => one[head]);
    return `${middle(own).toFixed(1)} (${Math.min(...own).toFixed(1)})`.padStart(15);
  };
  console.log(`${what.padEnd(42)}${heads.map(cell).join("")}`);
}
console.log(`
“Shown” is until the chart with its words and table is there, “whole” until its backtest is as well; “longest”
is the longest that the page’s own thread could not answer meanwhile.`);
mkdirSync(RESULTS, { recursive: true });
writeFileSync(`${RESULTS}/studies.json`, `${JSON.stringify({ rounds: ROUNDS, found }, null, 1)}\n`);
console.log("All times are in target/bench/studies.json.");
