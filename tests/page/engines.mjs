// One way to drive a window of any of the three engines, for the tests that run in all of them: through
// Playwright, or through WebKit's own driver.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { cp, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { DIST, ENGINE, launch } from "./support.mjs";
import { startWebKit } from "./webkit.mjs";

/** How long something may take to come, in milliseconds. */
const PATIENCE = 40_000;

/** What the protocol calls the keys that have no letter. @type {Record<string, string>} */
const KEYS = { Home: "\uE011", End: "\uE010", ArrowRight: "\uE014", ArrowLeft: "\uE012", Enter: "\uE007", Escape: "\uE00C", Tab: "\uE004" };

/**
 * A window: what the tests do in every engine. A function runs in the page with one thing given, or in
 * the frame that `within` leads to.
 * @typedef {object} Window
 * @property {(address: string) => Promise<unknown>} goto
 * @property {() => Promise<string>} url
 * @property {<T, G>(work: (given: G) => T, given?: G) => Promise<Awaited<T>>} evaluate
 * @property {(selector: string) => Promise<unknown>} click
 * @property {(selector: string, paths: string[]) => Promise<unknown>} choose Files.
 * @property {(x: number, y: number) => Promise<unknown>} hover
 * @property {(from: Place, to: Place) => Promise<unknown>} drag
 * @property {(key: string) => Promise<unknown>} press
 * @property {(selector?: string) => Promise<unknown>} within Goes into a frame of the page, or back.
 * @property {(size: { width: number, height: number }) => Promise<unknown>} size
 * @property {() => Promise<Buffer>} screenshot
 * @property {() => Promise<unknown>} close
 */
/** In the window. @typedef {{ x: number, y: number }} Place */

/**
 * An engine that runs.
 * @typedef {object} Engine
 * @property {() => Promise<Window>} open
 * @property {string} downloads Where it saves files.
 * @property {() => Promise<unknown>} close
 */

/** @returns {Promise<Engine>} */
async function startPlaywright() {
  const downloads = await mkdtemp(join(tmpdir(), "xenotime-saved-"));
  const browser = await launch({ downloadsPath: downloads });
  return {
    downloads,
    async close() {
      await browser.close();
      await rm(downloads, { recursive: true, force: true });
    },
    async open() {
      const context = await browser.newContext({ viewport: { width: 1200, height: 900 }, ignoreHTTPSErrors: true });
      // The others ask for no permission where a click is behind it.
      if (ENGINE === "chromium") await context.grantPermissions(["clipboard-read", "clipboard-write"]);
      const page = await context.newPage();
      page.setDefaultTimeout(PATIENCE);
      /** @type {import("playwright-core").Page | import("playwright-core").Frame} */
      let place = page;
      return {
        goto: (address) => page.goto(address),
        url: async () => page.url(),
        evaluate: (work, given) => /** @type {any} */ (place.evaluate)(work, given),
        click: (selector) => place.locator(selector).click(),
        choose: (selector, paths) => place.locator(selector).setInputFiles(paths),
        hover: (x, y) => page.mouse.move(x, y),
        async drag(from, to) {
          await page.mouse.move(from.x, from.y);
          await page.mouse.down();
          await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2);
          await page.mouse.move(to.x, to.y);
          await page.mouse.up();
        },
        press: (key) => page.keyboard.press(key),
        async within(selector) {
          if (!selector) {
            place = page;
            return;
          }
          const element = page.locator(selector);
          await element.scrollIntoViewIfNeeded();
          const frame = await (await element.elementHandle())?.contentFrame();
          assert(frame, selector);
          place = frame;
        },
        size: (size) => page.setViewportSize(size),
        screenshot: () => page.screenshot(),
        close: () => context.close(),
      };
    },
  };
}

/** @returns {Promise<Engine>} */
async function startDriver() {
  const engine = await startWebKit();
  return {
    downloads: engine.home,
    close: engine.close,
    async open() {
      const window = await engine.open();
      return {
        goto: (address) => window.goto(address),
        url: () => window.url(),
        evaluate: (work, given) => window.evaluate(work, given),
        click: (selector) => window.click(selector),
        choose: (selector, paths) => window.type(selector, paths.join("\n")),
        hover: (x, y) => window.pointer([{ type: "pointerMove", duration: 0, x: Math.round(x), y: Math.round(y) }]),
        async drag(from, to) {
          const move = (/** @type {Place} */ { x, y }) => ({ type: "pointerMove", duration: 50, x: Math.round(x), y: Math.round(y) });
          const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
          await window.pointer([move(from), { type: "pointerDown", button: 0 }, move(middle), move(to), { type: "pointerUp", button: 0 }]);
        },
        press: (key) => window.press(KEYS[key] ?? key),
        within: (selector) => window.within(selector),
        size: (size) => window.size(size),
        screenshot: () => window.screenshot(),
        close: () => window.close(),
      };
    },
  };
}

/** The engine that the tests are to run in. */
export const startEngine = () => (ENGINE === "webkit" ? startDriver() : startPlaywright());

/** Notes all that should not happen, in the page itself: WebKit's driver tells of nothing. */
const PROBE = `{
  const wentWrong = (globalThis.wentWrong = []);
  for (const level of ["error", "warn"]) {
    const own = console[level];
    console[level] = (...words) => {
      wentWrong.push(level + ": " + words.map(String).join(" "));
      own.apply(console, words);
    };
  }
  addEventListener("error", ({ message, target }) => wentWrong.push("error: " + (message || target.src || target.href)), true);
  addEventListener("unhandledrejection", ({ reason }) => wentWrong.push("rejection: " + reason));
  addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => wentWrong.push("policy: " + violatedDirective + " " + blockedURI));
}`;

const PROBE_HASH = `'sha256-${createHash("sha256").update(PROBE).digest("base64")}'`;

/** @param {string} html With the probe as its first script, which its policy lets in. */
export const probed = (html) =>
  html.replace(/(<meta charset[^>]*>)/, `$1<script>${PROBE}</script>`).replace(/script-src /, `script-src ${PROBE_HASH} `);

/** A copy of the built page with the probe in each of its pages. */
export async function probedPage() {
  const folder = await mkdtemp(join(tmpdir(), "xenotime-page-"));
  await cp(DIST, folder, { recursive: true });
  for (const name of await readdir(folder, { recursive: true })) {
    if (!name.endsWith(".html")) continue;
    const html = await readFile(join(folder, name), "utf8");
    // What stands on top of it is the tests' own, like the probe's hash in its policy.
    await writeFile(join(folder, name), probed(html));
  }
  return { folder, close: () => rm(folder, { recursive: true, force: true }) };
}

/** What a browser says where a size changes while it tells of sizes: the next frame has it, and nothing is lost. */
const NOTICE = /^error: ResizeObserver loop completed with undelivered notifications/;

/** What went wrong in the page or frame that a window is at. @param {Window} window */
export async function wentWrong(window) {
  const noted = await window.evaluate(() => /** @type {{ wentWrong?: string[] }} */ (globalThis).wentWrong ?? ["the probe did not run"]);
  return noted.filter((words) => !NOTICE.test(words));
}

/**
 * Waits until a function answers with something, and answers with that.
 * @template T, G
 * @param {Window} window
 * @param {(given: G) => T} work
 * @param {G} [given]
 * @returns {Promise<NonNullable<Awaited<T>>>}
 */
export async function until(window, work, given) {
  const end = Date.now() + PATIENCE;
  for (;;) {
    // While the page is left for another WebKit's driver has no answer that it can read.
    const found = await window.evaluate(work, given).catch((error) => {
      if (/Could not parse script result/.test(error.message)) return undefined;
      throw error;
    });
    if (found) return /** @type {NonNullable<Awaited<T>>} */ (found);
    if (Date.now() > end) {
      const seen = await window.evaluate(() => document.body.innerText.slice(0, 600));
      assert.fail(`waited in vain for ${work} of ${JSON.stringify(given)}; the page: ${seen}; went wrong: ${await wentWrong(window)}`);
    }
    await pause(40);
  }
}

/** Waits until the chart is drawn. @param {Window} window */
export const drawn = (window) => until(window, () => document.querySelector(".live .plot.drawn") !== null);

/**
 * Does what saves a file, and reads the file. No driver tells of every download: the folder does.
 * @param {Engine} engine
 * @param {() => Promise<unknown>} work
 */
export async function savedBy({ downloads }, work) {
  /** What begins with a dot is the browser's own. */
  const files = async () => (await readdir(downloads)).filter((name) => !/^\.|\.(part|wkdownload|crdownload)$/.test(name));
  const before = new Set(await files());
  await work();
  const end = Date.now() + PATIENCE;
  for (let size = -1; ; ) {
    const [name] = (await files()).filter((name) => !before.has(name));
    if (name) {
      const bytes = await readFile(join(downloads, name));
      // It may still be written to.
      if (bytes.length > 0 && bytes.length === size) return { name, bytes };
      size = bytes.length;
    }
    if (Date.now() > end) assert.fail(`no file came to ${downloads}`);
    await pause(60);
  }
}
