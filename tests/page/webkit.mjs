// WebKit as Debian packages it, through its own driver and the standard protocol: Playwright's client
// drives no other WebKit than one of its own build.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

/** What the protocol calls a handle of an element. */
const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";

/** A window's size unless said otherwise. */
const SIZE = { width: 1200, height: 900 };

/** Where Debian keeps the browser itself. */
const BROWSER = process.env["MINIBROWSER"] ?? "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser";

/** @returns {Promise<number>} A port that nobody listens on. */
async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const address = server.address();
  assert(address && typeof address === "object");
  await new Promise((resolve) => server.close(resolve));
  return address.port;
}

/** A screen that nobody sees: WebKitGTK draws on no other. */
async function startScreen() {
  const screen = spawn(process.env["XVFB"] ?? "Xvfb", ["-displayfd", "1", "-screen", "0", "1600x1300x24", "-nolisten", "tcp"], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  const [number] = await Promise.race([
    screen.stdout.iterator({ destroyOnReturn: false }).next().then(({ value }) => [String(value).trim()]),
    new Promise((_, reject) => screen.on("error", reject)),
  ]);
  return { display: `:${number}`, end: () => screen.kill() };
}

/**
 * Starts the driver with a home of its own, which is where the browser saves files.
 * @param {Record<string, string>} [more] What else the browser finds in its environment.
 */
export async function startWebKit(more = {}) {
  const screen = await startScreen();
  const home = await mkdtemp(join(tmpdir(), "xenotime-webkit-"));
  const port = await freePort();
  const driver = spawn(process.env["WEBKITDRIVER"] ?? "WebKitWebDriver", [`--port=${port}`], {
    env: { ...process.env, HOME: home, DISPLAY: screen.display, GDK_BACKEND: "x11", LANG: "C.UTF-8", ...more },
    stdio: "ignore",
  });
  driver.on("error", () => {});

  /**
   * @param {string} method
   * @param {string} path
   * @param {unknown} [body]
   * @param {number} [patience] In milliseconds.
   */
  async function ask(method, path, body, patience = 60_000) {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      body: method === "POST" ? JSON.stringify(body ?? {}) : null,
      signal: AbortSignal.timeout(patience),
    });
    const { value } = /** @type {any} */ (await response.json());
    if (!response.ok) throw new Error(`${method} ${path}: ${value?.error}: ${value?.message}`);
    return value;
  }

  const capabilities = {
    alwaysMatch: {
      acceptInsecureCerts: true,
      "webkitgtk:browserOptions": { binary: BROWSER, args: ["--automation"] },
    },
  };

  /** A start that is never answered happens once in some hundreds: it is tried again. */
  async function start() {
    for (let tries = 1; ; tries += 1) {
      try {
        return (await ask("POST", "/session", { capabilities }, 15_000)).sessionId;
      } catch (error) {
        if (tries === 5) throw error;
        await pause(200);
      }
    }
  }

  return {
    home,
    async close() {
      driver.kill();
      screen.end();
      await rm(home, { recursive: true, force: true });
    },
    /** @returns {Promise<WebKit>} */
    async open() {
      const id = await start();
      const window = new WebKit((method, path, body) => ask(method, `/session/${id}${path}`, body));
      await window.size(SIZE);
      return window;
    },
  };
}

/** A window of the browser. */
export class WebKit {
  #ask;

  /** @param {(method: string, path: string, body?: unknown) => Promise<any>} ask */
  constructor(ask) {
    this.#ask = ask;
  }

  close() {
    return this.#ask("DELETE", "");
  }

  /** @param {{ width: number, height: number }} size */
  async size({ width, height }) {
    await this.#ask("POST", "/window/rect", { x: 0, y: 0, width, height });
    // A window has edges and bars, which belong to it and not to the page.
    const [inner, outer] = await this.evaluate(() => [[innerWidth, innerHeight], [outerWidth, outerHeight]]);
    const room = { width: width + outer[0] - inner[0], height: height + outer[1] - inner[1] };
    await this.#ask("POST", "/window/rect", { x: 0, y: 0, ...room });
  }

  /** @param {string} address */
  goto(address) {
    return this.#ask("POST", "/url", { url: address });
  }

  url() {
    return this.#ask("GET", "/url");
  }

  /**
   * Runs a function in the page.
   * @param {Function} work
   * @param {unknown} [given]
   */
  async evaluate(work, given) {
    const script = `const done = arguments[1];
      new Promise((resolve) => resolve((${work})(arguments[0]))).then((value) => done({ value }), (error) => done({ error: String(error) }));`;
    const { value, error } = await this.#ask("POST", "/execute/async", { script, args: [given ?? null] });
    if (error) throw new Error(error);
    return value;
  }

  /** @param {string} selector */
  async #element(selector) {
    const found = await this.#ask("POST", "/element", { using: "css selector", value: selector });
    // With the page's smooth scrolling the driver would find it on its way.
    await this.evaluate((/** @type {string} */ selector) => document.querySelector(selector)?.scrollIntoView({ block: "center", behavior: "instant" }), selector);
    return found[ELEMENT];
  }

  /** @param {string} selector */
  async click(selector) {
    await this.#ask("POST", `/element/${await this.#element(selector)}/click`);
  }

  /**
   * @param {string} selector
   * @param {string} words Typed, or the paths of files, a line each.
   */
  async type(selector, words) {
    await this.#ask("POST", `/element/${await this.#element(selector)}/value`, { text: words });
  }

  /** @param {{ type: string, [more: string]: unknown }[]} actions Of a mouse. */
  async pointer(actions) {
    await this.#ask("POST", "/actions", {
      actions: [{ type: "pointer", id: "mouse", parameters: { pointerType: "mouse" }, actions }],
    });
  }

  /** @param {string} key As the protocol writes it. */
  async press(key) {
    const actions = [{ type: "keyDown", value: key }, { type: "keyUp", value: key }];
    await this.#ask("POST", "/actions", { actions: [{ type: "key", id: "keys", actions }] });
  }

  /** Goes into a frame, or back to the page. @param {string} [selector] */
  async within(selector) {
    if (!selector) return this.#ask("POST", "/frame", { id: null });
    return this.#ask("POST", "/frame", { id: { [ELEMENT]: await this.#element(selector) } });
  }

  async screenshot() {
    return Buffer.from(await this.#ask("GET", "/screenshot"), "base64");
  }
}
