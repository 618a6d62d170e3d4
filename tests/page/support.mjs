// What the tests of the page share: a plain static server, a browser that tells of everything that
// goes wrong, and ways to read what the page shows.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { after, before } from "node:test";
import { fileURLToPath } from "node:url";
import { chromium, firefox } from "playwright-core";
import sirv from "sirv";

/** @typedef {import("playwright-core").Page} Page */
/** @typedef {import("playwright-core").Frame} Frame */
/** @typedef {import("playwright-core").BrowserContext} BrowserContext */
/** @typedef {import("playwright-core").BrowserContextOptions} ContextOptions */
/** @typedef {import("playwright-core").Download} Download */

/** The built page. */
export const DIST = process.env["DIST"] ?? fileURLToPath(new URL("../../dist", import.meta.url));

/** Not the root, so that an address which begins with a slash is found out. */
const FOLDER = "/some/where/";

/** No first-run pages, no updates, and nothing asked of any other machine. */
const SWITCHES = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  // Pages of one test share a process: starting one for each took a sixth of the charts' tests.
  "--process-per-site",
  "--disable-site-isolation-trials",
];

/** The engine that the tests run in: `chromium`, `firefox`, or `webkit`, which only `engines.test.mjs` knows. */
export const ENGINE = process.env["ENGINE"] ?? "chromium";

/** No panel that takes the focus when a file is saved, and scroll bars that take no room, as in Chromium. */
const PREFERENCES = {
  "browser.download.alwaysOpenPanel": false,
  "ui.useOverlayScrollbars": 1,
  "widget.gtk.overlay-scrollbars.enabled": true,
};

/**
 * Starts the browser that Playwright drives.
 * @param {{ downloadsPath?: string, preferences?: Record<string, string | number | boolean> }} [how]
 */
export function launch({ preferences, ...how } = {}) {
  if (ENGINE === "chromium") {
    return chromium.launch({ executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium", args: SWITCHES, ...how });
  }
  assert.equal(ENGINE, "firefox", "Playwright drives no other engine");
  const executablePath = process.env["FIREFOX"] ?? "/usr/bin/firefox-esr";
  return firefox.launch({ channel: "moz-firefox", executablePath, firefoxUserPrefs: { ...PREFERENCES, ...preferences }, ...how });
}

/** Whoever copies last has had the clipboard. */
let clipboard = Promise.resolve();

/**
 * The text that something the page is asked to do puts on the clipboard, which all windows share: one at a time.
 * @param {import("playwright-core").Page} page
 * @param {() => Promise<unknown>} act
 * @returns {Promise<string>}
 */
export function copiedBy(page, act) {
  const turn = clipboard.then(async () => {
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.locator("#said").evaluate((line) => (line.textContent = ""));
    await act();
    await page.waitForFunction(() => document.getElementById("said")?.textContent?.includes("copied"), undefined, { timeout: 60_000 });
    return page.evaluate(() => navigator.clipboard.readText());
  });
  clipboard = turn.then(() => undefined, () => undefined);
  return turn;
}

/** How many of a file's tests run at once. */
export const ATONCE = { concurrency: 2 };

/**
 * A chart's record, as the program prints it.
 * @typedef {object} ChartRecord
 * @property {string} code
 * @property {string} question
 * @property {boolean} offered Whether the page offers it of the bundled data.
 * @property {string[]} controls
 * @property {string} example An address under which it has something to show.
 */

/** The program, where it is built already: Cargo would wait for whatever else it is building. */
const built = process.env["XENOTIME"];

/** What the program prints. @param {string[]} words Its arguments. */
export const program = (...words) =>
  execFileSync(built ?? "cargo", [...(built ? [] : ["run", "--quiet", "--"]), ...words], {
    cwd: fileURLToPath(new URL("../..", import.meta.url)),
    encoding: "utf8",
  });

/** Every chart, from the registry itself. @type {ChartRecord[]} */
export const RECORDS = JSON.parse(program("charts", "--format", "json"));

/** The charts of what happened that the page offers, as addresses name them. */
export const CHARTS = RECORDS.flatMap(({ code, question, offered }) =>
  question === "What happened" && offered ? [code] : [],
);

/** Every chart with an address under which it has something to show. */
export const VIEWS = Object.fromEntries(RECORDS.map(({ code, example }) => [code, example]));

/** The charts of the other two questions, likewise. */
export const STUDIES = Object.fromEntries(
  RECORDS.flatMap(({ code, question, example }) => (question === "What happened" ? [] : [[code, example]])),
);

/**
 * @param {import("node:http").RequestListener} listener
 * @returns {Promise<{ origin: string, close: () => void }>}
 */
export async function listen(listener) {
  const server = createServer(listener);
  await new Promise((resolve) => server.listen(0, "localhost", () => resolve(undefined)));
  const address = server.address();
  assert(address && typeof address === "object");
  return {
    origin: `http://localhost:${address.port}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/**
 * What a visit may come with.
 * @typedef {object} Visit
 * @property {ContextOptions} [context]
 * @property {string[]} [permissions]
 * @property {boolean} [live] Whether to wait until the chart is drawn; true unless said otherwise.
 * @property {"load" | "commit"} [until] How much of the page to wait for; all that it names, unless said
 *   otherwise.
 * @property {RegExp[]} [expected] What must go wrong; anything else that does fails the visit.
 * @property {string[]} [origins] Other origins that may be asked for something.
 * @property {(context: BrowserContext) => Promise<unknown>} [prepare] Runs before the page loads.
 */

/**
 * A server and a browser for a file of tests.
 * @param {string} [beside] A folder that is served beside the page.
 */
export function stage(beside) {
  /** @type {{ origin: string, close: () => void } | undefined} */
  let server;
  /** @type {import("playwright-core").Browser | undefined} */
  let browser;
  /** @type {string[]} The paths asked of the server, the folder left out. */
  const asked = [];

  before(async () => {
    const files = sirv(DIST, { dev: true });
    const more = beside === undefined ? undefined : sirv(beside, { dev: true });
    server = await listen((request, response) => {
      const url = request.url ?? "";
      if (!url.startsWith(FOLDER)) {
        response.writeHead(404).end();
        return;
      }
      request.url = url.slice(FOLDER.length - 1);
      asked.push(request.url);
      files(request, response, more && (() => more(request, response)));
    });
    browser = await launch();
  });

  after(async () => {
    await browser?.close();
    server?.close();
  });

  const address = (path = "") => `${server?.origin}${FOLDER}${path}`;

  /**
   * Opens `path` of the built page in a browser window of its own, runs `work` and fails if
   * anything went wrong meanwhile that `expected` does not foresee.
   * @param {string} path
   * @param {Visit} visit
   * @param {(page: Page) => Promise<unknown>} work
   */
  async function visit(path, { live = true, until = "load", expected = [], origins = [], ...how }, work) {
    assert(browser && server);
    const context = await browser.newContext({ viewport: { width: 1200, height: 900 }, ...how.context });
    const problems = watch(context, [server.origin, ...origins]);
    // What is still loading when a visit ends fails by that.
    let told = problems;
    try {
      if (how.permissions) await context.grantPermissions(how.permissions);
      await how.prepare?.(context);
      const page = await context.newPage();
      page.setDefaultTimeout(10_000);
      await page.goto(/^(https?|file):/.test(path) ? path : address(path), { waitUntil: until });
      if (live) await ready(page);
      await work(page);
      told = problems.slice();
    } finally {
      await context.close();
    }
    const foreseen = (/** @type {string} */ problem) => expected.some((kind) => kind.test(problem));
    assert.deepEqual(told.filter((problem) => !foreseen(problem)), [], "went wrong");
    for (const kind of expected) {
      assert(told.some((problem) => kind.test(problem)), `nothing went wrong like ${kind}`);
    }
  }

  return { address, asked, visit };
}

/**
 * Collects everything that should not happen.
 * @param {BrowserContext} context
 * @param {string[]} origins
 */
function watch(context, origins) {
  /** @type {string[]} */
  const problems = [];
  context.on("weberror", (error) => problems.push(`error: ${error.error()}`));
  context.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) problems.push(`console: ${message.text()}`);
  });
  context.on("requestfailed", (request) => {
    // A browser may give up asking for the icon when the address changes.
    if (/\/icon\.svg(\?|$)/.test(request.url())) return;
    // What the page itself breaks off: a preview led elsewhere while it loads, a reload.
    if (request.failure()?.errorText === "net::ERR_ABORTED") return;
    problems.push(`failed: ${request.url()} ${request.failure()?.errorText}`);
  });
  context.on("response", (response) => {
    if (response.status() >= 400) problems.push(`refused: ${response.url()} ${response.status()}`);
  });
  context.on("request", (request) => {
    const { origin, protocol } = new URL(request.url());
    if (protocol !== "data:" && protocol !== "blob:" && !origins.includes(origin)) {
      problems.push(`elsewhere: ${request.url()}`);
    }
  });
  return problems;
}

/**
 * Waits until the module has drawn its chart.
 * @param {Page | Frame} page
 */
export async function ready(page) {
  await page.waitForSelector(".live .plot.drawn", { state: "attached" });
}

/**
 * The words of an element, as a reader sees them.
 * @param {Page | Frame} page
 * @param {string} selector
 */
export const text = async (page, selector) => (await page.locator(selector).innerText()).trim();

/**
 * The words of a fragment, shown or not.
 * @param {Page | Frame} page
 * @param {string} name
 */
export async function fragment(page, name) {
  const words = await page.locator(`[data-fragment="${name}"]`).textContent();
  return (words ?? "").replace(/\s+/g, " ").trim();
}

/**
 * The table behind the chart: heads, and rows of words.
 * @param {Page | Frame} page
 * @returns {Promise<{ heads: string[], rows: string[][], chosen: string[][] }>}
 */
export const table = (page) =>
  page.locator('[data-fragment="table"]').evaluate((place) => {
    const words = (/** @type {Element} */ row) =>
      Array.from(row.children, (cell) => (cell.textContent ?? "").trim());
    return {
      heads: Array.from(place.querySelectorAll("thead tr"), words)[0] ?? [],
      rows: Array.from(place.querySelectorAll("tbody tr"), words),
      chosen: Array.from(place.querySelectorAll("tbody tr.chosen"), words),
    };
  });

/**
 * Moves over the page without a mouse button and waits for the frame in which it shows.
 * @param {Page | Frame} page
 */
export const frame = (page) =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(undefined)));
      }),
  );

/**
 * The colours of the style sheet, as `[red, green, blue]`, by name.
 * @param {Page | Frame} page
 * @returns {Promise<Record<string, number[]>>}
 */
export const colours = (page) =>
  page.evaluate(() => {
    const style = getComputedStyle(document.documentElement);
    const names = ["paper", "ink", "muted", "grid", "main", "mean", "second", "fall", "near", "context", "band", "pale", "deep"];
    return Object.fromEntries(
      names.map((name) => {
        const hex = style.getPropertyValue(`--${name}`).trim();
        return [name, [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))];
      }),
    );
  });

/**
 * A picture: four bytes a pixel.
 * @typedef {{ width: number, height: number, data: Uint8Array }} Picture
 */

/** @param {{ width: number, height: number, bytes: string }} sent */
function received({ width, height, bytes }) {
  return { width, height, data: new Uint8Array(Buffer.from(bytes, "base64")) };
}

/**
 * What is on a canvas of the page.
 * @param {Page | Frame} page
 * @param {"canvas" | "overlay"} id
 * @returns {Promise<Picture>}
 */
export async function canvas(page, id = "canvas") {
  return received(
    await page.evaluate((id) => {
      const shown = /** @type {HTMLCanvasElement} */ (document.getElementById(id));
      // By way of a copy: reading a canvas itself again and again is warned of.
      const copy = document.createElement("canvas");
      const { width, height } = shown;
      Object.assign(copy, { width, height });
      const context = copy.getContext("2d", { willReadFrequently: true });
      if (!context) throw new Error("no canvas to read from");
      context.drawImage(shown, 0, 0);
      const { data } = context.getImageData(0, 0, width, height);
      let bytes = "";
      for (let at = 0; at < data.length; at += 8192) {
        bytes += String.fromCharCode(...data.subarray(at, at + 8192));
      }
      return { width, height, bytes: btoa(bytes) };
    }, id),
  );
}

/**
 * A picture file as the browser draws it.
 * @param {Page} page
 * @param {Buffer | string} file
 * @param {"image/png" | "image/svg+xml"} type
 * @param {{ width: number, height: number }} [size] To draw it at, unless its own.
 * @param {number} [share] Of that size, what is kept: less to compare.
 * @returns {Promise<Picture>}
 */
export async function rasterized(page, file, type, size, share = 1) {
  const source = `data:${type};base64,${Buffer.from(file).toString("base64")}`;
  return received(
    await page.evaluate(
      async ({ source, size, share }) => {
        const image = new Image();
        image.src = source;
        await image.decode();
        const sheet = (/** @type {number} */ width, /** @type {number} */ height) => {
          const made = document.createElement("canvas");
          Object.assign(made, { width, height });
          const context = made.getContext("2d", { willReadFrequently: true });
          if (!context) throw new Error("no canvas to read from");
          return { made, context };
        };
        const width = size?.width ?? image.naturalWidth;
        const height = size?.height ?? image.naturalHeight;
        const whole = sheet(width, height);
        whole.context.drawImage(image, 0, 0, width, height);
        const kept = sheet(width * share, height * share);
        kept.context.drawImage(whole.made, 0, 0, width * share, height * share);
        const { data } = kept.context.getImageData(0, 0, width * share, height * share);
        let bytes = "";
        for (let at = 0; at < data.length; at += 8192) {
          bytes += String.fromCharCode(...data.subarray(at, at + 8192));
        }
        return { width: width * share, height: height * share, bytes: btoa(bytes) };
      },
      { source, size, share },
    ),
  );
}

/**
 * @param {Picture} picture
 * @param {number} x
 * @param {number} y
 */
export function pixel({ width, data }, x, y) {
  const at = (Math.round(y) * width + Math.round(x)) * 4;
  return [...data.subarray(at, at + 4)];
}

/**
 * How far two colours lie apart, 0 to 255.
 * @param {number[]} one
 * @param {number[]} other
 */
export const apart = (one, other) =>
  Math.max(...[0, 1, 2].map((part) => Math.abs((one[part] ?? 0) - (other[part] ?? 0))));

/**
 * How many of a picture's pixels have a colour, or nearly.
 * @param {Picture} picture
 * @param {number[]} colour
 */
export function count({ data }, [red = 0, green = 0, blue = 0]) {
  let found = 0;
  for (let at = 0; at < data.length; at += 4) {
    const away = Math.max(
      Math.abs((data[at] ?? 0) - red),
      Math.abs((data[at + 1] ?? 0) - green),
      Math.abs((data[at + 2] ?? 0) - blue),
    );
    if (away < 8) found += 1;
  }
  return found;
}

/**
 * Of what is drawn in `one` (all that is not paper), the share that has nothing of its colour in
 * `other` within `reach` pixels. Two renderings of one drawing differ in how they smooth edges and
 * shape letters, but not in where a line of a colour runs; so a colour that fades into the paper
 * counts as the full one.
 * @param {Picture} one
 * @param {Picture} other
 * @param {number[]} paper
 * @param {number} reach
 */
export function missing(one, other, paper, reach) {
  assert.deepEqual([one.width, one.height], [other.width, other.height], "pictures of one size");
  const { width, height } = one;
  const [red = 0, green = 0, blue = 0] = paper;
  const DRAWN = 24;
  const LIKE = 32;
  let drawn = 0;
  let lost = 0;
  // Every second pixel of every second row is sample enough.
  for (let y = 0; y < height; y += 2) {
    for (let x = 0; x < width; x += 2) {
      const at = (y * width + x) * 4;
      const r = (one.data[at] ?? 0) - red;
      const g = (one.data[at + 1] ?? 0) - green;
      const b = (one.data[at + 2] ?? 0) - blue;
      if (Math.max(Math.abs(r), Math.abs(g), Math.abs(b)) < DRAWN) continue;
      drawn += 1;
      const like = (/** @type {number} */ there) => {
        const r2 = (other.data[there] ?? 0) - red;
        const g2 = (other.data[there + 1] ?? 0) - green;
        const b2 = (other.data[there + 2] ?? 0) - blue;
        const share = Math.min((r * r2 + g * g2 + b * b2) / (r2 * r2 + g2 * g2 + b2 * b2 + 1), 1);
        return (
          Math.abs(r - r2 * share) < LIKE &&
          Math.abs(g - g2 * share) < LIKE &&
          Math.abs(b - b2 * share) < LIKE
        );
      };
      let found = like(at);
      for (let dy = Math.max(-reach, -y); dy <= Math.min(reach, height - 1 - y) && !found; dy += 1) {
        for (let dx = Math.max(-reach, -x); dx <= Math.min(reach, width - 1 - x) && !found; dx += 1) {
          found = like(((y + dy) * width + x + dx) * 4);
        }
      }
      if (!found) lost += 1;
    }
  }
  assert(drawn > 0, "something is drawn");
  return lost / drawn;
}

/**
 * Clicks what saves a file, and reads the file.
 * @param {Page} page
 * @param {"csv" | "svg" | "png" | "pinned" | "placed-svg" | "placed-png"} kind
 */
export async function saved(page, kind) {
  const waiting = page.waitForEvent("download");
  await page.locator(`#save-${kind}`).click();
  const download = await waiting;
  const path = await download.path();
  return { name: download.suggestedFilename(), bytes: await readFile(path) };
}

/**
 * The rows of a CSV file (RFC 4180).
 * @param {string} file
 */
export function parseCsv(file) {
  const rows = [];
  /** @type {string[]} */
  let row = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/y;
  while (cell.lastIndex < file.length) {
    const at = cell.lastIndex;
    const found = cell.exec(file);
    assert(found, `CSV that cannot be read at ${at}: ${file.slice(at, at + 60)}`);
    const [, quoted, plain = "", end] = found;
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === ",") continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

/**
 * The words in a drawing, each as it was set.
 * @param {string} svg
 */
export const svgWords = (svg) =>
  Array.from(svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g), ([, words = ""]) =>
    words.replaceAll("&apos;", "’").replaceAll("&amp;", "&").trim(),
  );

/**
 * A number as the page prints it: `−1,234.5%`, `4,416 t`, `6,061.3*`.
 * @param {string} words
 */
export function number(words) {
  const found = /^([+−]?)(?:US\$)?([\d,]+(?:\.\d+)?)(?: t|%)?[*†]?$/.exec(words);
  assert(found, `“${words}” is no number`);
  const [, sign, digits = ""] = found;
  return Number(digits.replaceAll(",", "")) * (sign === "−" ? -1 : 1);
}

/**
 * A point that the reader is on.
 * @typedef {object} Point
 * @property {string} spoken
 * @property {string} tip
 * @property {string} series
 * @property {string} period
 * @property {string} value
 * @property {string} status
 * @property {number} place
 * @property {number} of
 * @property {{ x: number, y: number }} at In pixels of the canvas.
 */

/**
 * Walks to every point that the keys reach: along each line, and from each of its points to the
 * lines above and below.
 * @param {Page} page
 * @param {number} [each] Of so many points one is looked for on the canvas, the first and last always.
 * @returns {Promise<Point[]>}
 */
export async function walked(page, each = 1) {
  const { ink } = await colours(page);
  return page.evaluate(({ ink = [], each }) => {
    const surface = /** @type {HTMLElement} */ (document.getElementById("surface"));
    const overlay = /** @type {HTMLCanvasElement} */ (document.getElementById("overlay"));
    const words = (/** @type {string} */ id) => document.getElementById(id)?.textContent ?? "";
    const copy = document.createElement("canvas");
    const { width, height } = overlay;
    Object.assign(copy, { width, height });
    const context = copy.getContext("2d", { willReadFrequently: true });
    if (!context) throw new Error("no canvas to read from");

    /** The middle of what is drawn in ink over the chart: the ring around the point. */
    const ring = () => {
      context.clearRect(0, 0, width, height);
      context.drawImage(overlay, 0, 0);
      const { data } = context.getImageData(0, 0, width, height);
      let [left, right, top, bottom] = [width, -1, height, -1];
      for (let at = 0; at < data.length; at += 4) {
        const away = [0, 1, 2].some((part) => Math.abs((data[at + part] ?? 0) - (ink[part] ?? 0)) > 8);
        if (away || (data[at + 3] ?? 0) < 250) continue;
        const [x, y] = [(at / 4) % width, Math.floor(at / 4 / width)];
        left = Math.min(left, x);
        right = Math.max(right, x);
        top = Math.min(top, y);
        bottom = Math.max(bottom, y);
      }
      return { x: (left + right + 1) / 2, y: (top + bottom + 1) / 2 };
    };

    const press = (/** @type {string} */ key) =>
      surface.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
    const place = () => {
      const found = /Point (\d+) of (\d+)\.$/.exec(words("spoken"));
      if (!found) throw new Error(`no place in “${words("spoken")}”`);
      return { place: Number(found[1]), of: Number(found[2]) };
    };
    /** @type {Map<number, Point>} */
    const points = new Map();
    const note = () => {
      const here = place();
      if (!points.has(here.place)) {
        const spoken = words("spoken");
        const read = document.querySelector("#readout p");
        const bold = read?.querySelector("strong")?.textContent ?? "";
        const [name = "", value = ""] = [bold.slice(0, bold.lastIndexOf(": ")), bold.slice(bold.lastIndexOf(": ") + 2)];
        const cut = name.lastIndexOf(", ");
        points.set(here.place, {
          ...here,
          spoken,
          tip: words("tip"),
          series: cut < 0 ? "" : name.slice(0, cut),
          period: cut < 0 ? name : name.slice(cut + 2),
          value,
          status: ((read?.textContent ?? "").split(" · ")[1] ?? "").trim(),
          at: here.place % each === 0 || here.place === 1 || here.place === here.of ? ring() : { x: NaN, y: NaN },
        });
      }
      return here;
    };
    surface.focus();
    const go = (/** @type {string[]} */ keys) => {
      // Not Escape, which would leave a narrowed view as well.
      surface.blur();
      surface.focus();
      for (const key of keys) press(key);
    };
    /** The steps from here to where the line begins. */
    const back = () => {
      const steps = [];
      for (let last = -1; place().place !== last; ) {
        last = place().place;
        press("ArrowLeft");
        if (place().place !== last) steps.push("ArrowLeft");
      }
      return steps;
    };
    /**
     * Walks the line that `keys` lead to, and from it those not yet met.
     * @param {string[]} keys
     */
    const walk = (keys) => {
      go(keys);
      let length = 0;
      for (let last = -1, here = note(); here.place !== last; length += 1) {
        last = here.place;
        press("ArrowRight");
        here = note();
      }
      for (let step = 0; step < length; step += 1) {
        for (const way of ["ArrowUp", "ArrowDown"]) {
          if (points.size === place().of) return;
          const on = [...keys, ...Array(step).fill("ArrowRight"), way];
          go(on);
          // Home goes through all rows where each holds one bar: a line's beginning is found step by step.
          if (!points.has(place().place)) walk([...on, ...back()]);
        }
      }
    };
    walk(["Home"]);
    surface.blur();
    return [...points.values()].sort((one, other) => one.place - other.place);
  }, { ink, each });
}

/**
 * The value at which the points of a line lie, from where they lie: least squares.
 * @param {{ from: number, to: number }[]} pairs
 */
export function fitted(pairs) {
  const mean = (/** @type {number[]} */ list) => list.reduce((sum, next) => sum + next, 0) / list.length;
  const from = mean(pairs.map((pair) => pair.from));
  const to = mean(pairs.map((pair) => pair.to));
  const slope =
    mean(pairs.map((pair) => (pair.from - from) * (pair.to - to))) /
    mean(pairs.map((pair) => (pair.from - from) ** 2));
  const at = (/** @type {number} */ value) => to + (value - from) * slope;
  const worst = Math.max(...pairs.map((pair) => Math.abs(at(pair.from) - pair.to)));
  return { slope, at, worst };
}

/** @param {string} period `November 2024` as a table has it: `Nov 2024`. */
export const short = (period) =>
  period.replace(/[A-Z][a-z]{3,}/g, (name) => name.slice(0, 3));

/** Has pages note when a worker says that it has cancelled. @param {BrowserContext} context */
export const notingCancels = (context) =>
  context.addInitScript(() => {
    globalThis.Worker = class extends Worker {
      /** @param {string | URL} address */
      constructor(address) {
        super(address);
        this.addEventListener("message", ({ data }) => {
          if (data.cancelled) Object.assign(globalThis, { cancelledAt: performance.now() });
        });
      }
    };
  });

/**
 * Cancels what is being opened as soon as the page says how fast that is; how long it takes until the worker says so, in
 * milliseconds, without end where it was read by then.
 * @param {Page} page
 */
export const cancelledAfter = (page) =>
  page.evaluate(async () => {
    const said = () => document.getElementById("own-state")?.textContent ?? "";
    const turn = () => new Promise((resolve) => setTimeout(resolve, 1));
    const began = performance.now();
    while (!/MB a second/.test(said()) && performance.now() - began < 20_000) await turn();
    if (document.getElementById("own-progress")?.hidden) throw new Error("no progress is shown");
    const start = performance.now();
    document.getElementById("own-cancel")?.click();
    const own = /** @type {any} */ (globalThis);
    while (own.cancelledAt === undefined && performance.now() - start < 10_000) await turn();
    return /** @type {number} */ ((own.cancelledAt ?? Infinity) - start);
  });
