// How long a large download takes to open, for `cargo xtask bench opening`: the built page's own
// worker, and what an analyst would use instead, each in a browser of its own, in turns, from one
// File to the same monthly totals by partner.

import { mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { chromium } from "playwright-core";
import sirv from "sirv";
import { DIST, listen } from "../page/support.mjs";
import { comtrade } from "./comtrade.mjs";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const RESULTS = `${ROOT}/target/bench`;
const PEERS = fileURLToPath(new URL("peers/node_modules", import.meta.url));
const ROUNDS = Number(process.env["ROUNDS"] ?? 10);
const ROWS = Number(process.env["ROWS"] ?? 1_000_000);
const FILE = `${RESULTS}/comtrade-${ROWS}.csv`;

const CORES = cpus().length;
const BYTES = "the bytes alone";
const BYTES_BY_ALL = `the bytes, by ${CORES}`;
const ONE = "Xenotime, by 1";

/**
 * What runs in the page, by name. Each takes the file, and how many workers may read it, and answers with its
 * totals.
 */
const CONTESTANTS = /** @type {Record<string, (file: File, cores: number) => Promise<Record<string, number>>>} */ ({
  [BYTES]: async (file) => {
    const reader = file.stream().getReader();
    let count = 0;
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return { bytes: count };
      count += value.length;
    }
  },

  // Each in a worker of its own, as nothing could be read faster.
  [BYTES_BY_ALL]: async (file, cores) => {
    const reading = async () => {
      onmessage = async ({ data }) => {
        const reader = data.stream().getReader();
        let count = 0;
        for (let piece = await reader.read(); !piece.done; piece = await reader.read()) count += piece.value.length;
        postMessage(count);
      };
    };
    const source = URL.createObjectURL(new Blob([`(${reading})()`]));
    const part = Math.ceil(file.size / cores);
    const counts = Array.from({ length: cores }, (_, index) => {
      const worker = new Worker(source);
      worker.postMessage(file.slice(index * part, (index + 1) * part));
      return new Promise((/** @type {(count: number) => void} */ resolve) => (worker.onmessage = ({ data }) => resolve(data)));
    });
    return { bytes: (await Promise.all(counts)).reduce((sum, count) => sum + count, 0) };
  },

  Xenotime: async (file, cores) => {
    const whole = (/** @type {string} */ name) => new URL(name, location.href).href;
    const worker = new Worker("reader-worker.js");
    /** @type {(data: any) => void} */
    let heard = () => {};
    worker.onmessage = ({ data }) => {
      if (!data.progress) heard(data);
    };
    const next = () => new Promise((/** @type {(data: any) => void} */ resolve) => (heard = resolve));
    let answer = next();
    const countries = ["countries.tsv", "more_countries.tsv", "other_countries.tsv"].map(whole);
    worker.postMessage({ module: whole("reader_bg.wasm"), countries, cores });
    await answer;
    answer = next();
    worker.postMessage({ id: 1, files: [file], mappings: new Map() });
    const read = await answer;
    if (!read.summary) throw new Error(JSON.stringify(read));
    answer = next();
    // All codes of the chapter together, every partner by itself.
    worker.postMessage({ id: 2, ask: "tidy", words: ["CHN", ["28"], 1000, [], false] });
    const { observations } = (await answer).answer;
    /** @type {Record<string, number>} */
    const totals = {};
    for (const line of observations.split("\n").slice(1)) {
      const [period, , flow, measure, product, partner, value] = line.split(",");
      // Some of its codes stand beside it.
      if (measure === "value" && product === "28" && partner !== "WLD") totals[`${period} ${flow} ${partner}`] = Number(value);
    }
    return totals;
  },

  "DuckDB-wasm": async (file) => {
    // @ts-expect-error Served from the folder of peers.
    const duckdb = await import("/peers/@duckdb/duckdb-wasm/dist/duckdb-browser.mjs");
    const folder = "/peers/@duckdb/duckdb-wasm/dist/";
    const worker = new Worker(`${folder}duckdb-browser-eh.worker.js`);
    const db = new duckdb.AsyncDuckDB(new duckdb.VoidLogger(), worker);
    await db.instantiate(`${folder}duckdb-eh.wasm`);
    await db.registerFileHandle("file.csv", file, duckdb.DuckDBDataProtocol.BROWSER_FILEREADER, true);
    const connection = await db.connect();
    // The commas at the ends of the rows are one column more than the header has.
    const result = await connection.query(`
      SELECT column05 AS period, column09 AS flow, column12 AS partner, sum(column43::DOUBLE) AS total
      FROM read_csv('file.csv', header = false, skip = 1, all_varchar = true, delim = ',', quote = '"', escape = '"', auto_detect = false, null_padding = true,
        columns = {${Array.from({ length: 48 }, (_, index) => `'column${String(index).padStart(2, "0")}': 'VARCHAR'`).join(", ")}})
      GROUP BY ALL`);
    /** @type {Record<string, number>} */
    const totals = {};
    for (const { period, flow, partner, total } of result.toArray()) {
      totals[`${period.slice(0, 4)}-${period.slice(4)} ${flow === "X" ? "export" : "import"} ${partner}`] = total;
    }
    return totals;
  },

  Arquero: async (file) => {
    await new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = "/peers/arquero/dist/arquero.min.js";
      script.onload = resolve;
      script.onerror = reject;
      document.head.append(script);
    });
    // @ts-expect-error A script of its own global name.
    const { aq } = globalThis;
    const table = aq
      .fromCSV(await file.text(), { autoType: false })
      .groupby("period", "flowCode", "partnerISO")
      .rollup({ total: "d => op.sum(op.parse_float(d.primaryValue))" });
    /** @type {Record<string, number>} */
    const totals = {};
    for (const { period, flowCode, partnerISO, total } of table.objects()) {
      totals[`${period.slice(0, 4)}-${period.slice(4)} ${flowCode === "X" ? "export" : "import"} ${partnerISO}`] = total;
    }
    return totals;
  },

  "Papa Parse": async (file) => {
    await new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = "/peers/papaparse/papaparse.min.js";
      script.onload = resolve;
      script.onerror = reject;
      document.head.append(script);
    });
    // @ts-expect-error A script of its own global name.
    const { Papa } = globalThis;
    /** @type {Record<string, number>} */
    const totals = {};
    await new Promise((resolve, reject) =>
      Papa.parse(file, {
        skipFirstNLines: 0,
        chunk: (/** @type {{ data: string[][] }} */ { data }) => {
          for (const row of data) {
            const period = row[5] ?? "";
            if (period.length !== 6 || period === "period") continue;
            const key = `${period.slice(0, 4)}-${period.slice(4)} ${row[9] === "X" ? "export" : "import"} ${row[12]}`;
            totals[key] = (totals[key] ?? 0) + Number(row[43]);
          }
        },
        complete: resolve,
        error: reject,
      }),
    );
    return totals;
  },
});

CONTESTANTS[ONE] = /** @type {typeof CONTESTANTS[string]} */ (CONTESTANTS["Xenotime"]);

/** The code each of them downloads, in the folders served. */
const CODE = /** @type {Record<string, string[]>} */ ({
  Xenotime: ["reader-worker.js", "reader_bg.wasm", "countries.tsv", "more_countries.tsv", "other_countries.tsv"].map((name) => `${DIST}/${name}`),
  "DuckDB-wasm": [
    ...["duckdb-browser.mjs", "duckdb-browser-eh.worker.js", "duckdb-eh.wasm"].map((name) => `${PEERS}/@duckdb/duckdb-wasm/dist/${name}`),
    // What its module imports.
    ...modules(`${PEERS}/apache-arrow`),
  ],
  Arquero: [`${PEERS}/arquero/dist/arquero.min.js`],
  "Papa Parse": [`${PEERS}/papaparse/papaparse.min.js`],
});

/**
 * The modules of a folder that a browser would load, one by one.
 * @param {string} folder
 * @returns {string[]}
 */
function modules(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".mjs") && !/bin|test|node\.mjs/.test(`${entry.parentPath}/${entry.name}`))
    .map((entry) => `${entry.parentPath}/${entry.name}`);
}

const page = `<!doctype html><meta charset="utf-8"><title>bench</title>
<script type="importmap">{"imports": {"apache-arrow": "/peers/apache-arrow/Arrow.dom.mjs", "tslib": "/peers/tslib/tslib.es6.mjs", "flatbuffers": "/peers/flatbuffers/mjs/flatbuffers.js"}}</script>
<input type="file" id="file">`;
const dist = sirv(DIST, { dev: true });
const peers = sirv(PEERS, { dev: true });
const server = await listen((request, response) => {
  const url = request.url ?? "";
  if (url === "/") {
    response.writeHead(200, { "content-type": "text/html" }).end(page);
  } else if (url.startsWith("/peers/")) {
    request.url = url.slice("/peers".length);
    peers(request, response);
  } else {
    dist(request, response);
  }
});

/** The most memory that the browser's processes under `pid` have held together, in megabytes. @param {number} pid */
function peak(pid) {
  /** @type {Map<number, number[]>} */
  const children = new Map();
  const held = (/** @type {number} */ process) => {
    const status = readFileSync(`/proc/${process}/status`, "utf8");
    return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
  };
  for (const name of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    try {
      const parent = Number(readFileSync(`/proc/${name}/stat`, "utf8").split(") ")[1]?.split(" ")[1]);
      children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
    } catch {
      // It has ended meanwhile.
    }
  }
  const all = [pid];
  for (const process of all) all.push(...(children.get(process) ?? []));
  // The largest of them is the page's: the others are the browser itself.
  return Math.max(...all.slice(1).map((process) => {
    try {
      return held(process);
    } catch {
      return 0;
    }
  }));
}

/** @param {string} name */
async function once(name) {
  const browserServer = await chromium.launchServer({
    executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
  });
  const browser = await chromium.connect(browserServer.wsEndpoint());
  try {
    const tab = await browser.newPage();
    await tab.goto(`${server.origin}/`);
    // As a reader's own: from the disk, and not through the connection to the browser.
    const session = await tab.context().newCDPSession(tab);
    const { root } = await session.send("DOM.getDocument");
    const { nodeId } = await session.send("DOM.querySelector", { nodeId: root.nodeId, selector: "#file" });
    await session.send("DOM.setFileInputFiles", { files: [FILE], nodeId });
    const work = `(${CONTESTANTS[name]})(document.getElementById("file").files[0], ${name === ONE ? 1 : CORES})`;
    const { time, totals } = /** @type {{ time: number, totals: Record<string, number> }} */ (
      await tab.evaluate(`(async () => {
        const start = performance.now();
        const totals = await ${work};
        return { time: performance.now() - start, totals };
      })()`)
    );
    return { time, totals, memory: peak(browserServer.process().pid ?? 0) };
  } finally {
    await browser.close();
    await browserServer.close();
  }
}

/** @param {Record<string, number>} one @param {Record<string, number>} other */
function compare(one, other) {
  const keys = Object.keys(one);
  const apart = keys.filter((key) => Math.abs((one[key] ?? 0) - (other[key] ?? Number.NaN)) > 1e-6 * Math.abs(one[key] ?? 0) || !(key in other));
  if (keys.length === 0 || keys.length !== Object.keys(other).length || apart.length > 0) {
    throw new Error(`the totals differ: ${keys.length} and ${Object.keys(other).length}, ${apart.slice(0, 3)}`);
  }
}

mkdirSync(RESULTS, { recursive: true });
await comtrade(FILE, ROWS);
const megabytes = statSync(FILE).size / 1e6;
/** @type {Record<string, { times: number[], memories: number[] }>} */
const found = {};
/** @type {Record<string, number> | undefined} */
let agreed;
try {
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const name of Object.keys(CONTESTANTS)) {
      const { time, totals, memory } = await once(name);
      if (name !== BYTES && name !== BYTES_BY_ALL) {
        if (agreed) compare(agreed, totals);
        else agreed = totals;
      }
      found[name] ??= { times: [], memories: [] };
      found[name].times.push(time);
      found[name].memories.push(memory);
      if (process.stderr.isTTY) process.stderr.write(`round ${round + 1} of ${ROUNDS}: ${name}        \r`);
    }
  }
} finally {
  server.close();
}

/** @param {number[]} numbers */
const middle = (numbers) => [...numbers].sort((one, other) => one - other)[numbers.length >> 1] ?? NaN;
const own = middle(found["Xenotime"]?.times ?? []);
const heads = ["median s", "least", "most", "× Xenotime", "peak MB", "code kB"].map((head) => head.padStart(11));
console.log(`${ROUNDS} rounds in turns on ${cpus().length} × ${cpus()[0]?.model}, ${megabytes.toFixed(0)} MB, ${ROWS.toLocaleString("en")} rows, equal totals:`);
console.log(`${"".padEnd(18)}${heads.join("")}`);
for (const [name, { times, memories }] of Object.entries(found)) {
  const code = (CODE[name] ?? []).reduce((sum, path) => sum + brotliCompressSync(readFileSync(path)).length, 0);
  const cells = [
    (middle(times) / 1000).toFixed(2),
    (Math.min(...times) / 1000).toFixed(2),
    (Math.max(...times) / 1000).toFixed(2),
    (middle(times) / own).toFixed(2),
    middle(memories).toFixed(0),
    code > 0 ? (code / 1000).toFixed(0) : "",
  ];
  console.log(`${name.padEnd(18)}${cells.map((cell) => cell.padStart(11)).join("")}`);
}
console.log("\nFrom the File to the totals, the loading of code included; peak is of the page's process, with all its workers; code is with Brotli.");
writeFileSync(`${RESULTS}/opening.json`, `${JSON.stringify({ rounds: ROUNDS, rows: ROWS, megabytes, found }, null, 1)}\n`);
console.log("All times are in target/bench/opening.json.");
