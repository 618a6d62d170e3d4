"use strict";

/** The checker: its module and data, wherever they are loaded, in a worker or on the page. */
const Checker = (() => {
  /**
   * Where everything lies, relative to the page.
   * @typedef {{ module: string, files: string[] }} Addresses
   */

  /** @param {string} address */
  async function fetched(address) {
    const response = await fetch(address);
    if (!response.ok) throw new Error(`${address}: the server answered ${response.status}`);
    return response;
  }

  /**
   * The checker over files that are fetched.
   * @param {Addresses} addresses
   */
  async function load({ module, files }) {
    const texts = files.map(async (file) => (await fetched(file)).text());
    const [read] = await Promise.all([
      Promise.all(texts),
      wasm_bindgen({ module_or_path: fetched(module) }),
    ]);
    return over(read);
  }

  /**
   * The checker over what a script brought along.
   * @param {{ files: Record<string, string>, module: string }} brought
   */
  async function bring({ files, module }) {
    const bytes = Uint8Array.from(atob(module), (letter) => letter.charCodeAt(0));
    await wasm_bindgen({ module_or_path: bytes });
    return over(["observations", "sources", "products", "events"].map((name) => files[`${name}.csv`] ?? ""));
  }

  /** @param {string[]} texts */
  function over([observations = "", sources = "", products = "", events = ""]) {
    return new wasm_bindgen.StoryChecker(observations, sources, products, events);
  }

  /**
   * What went wrong, in words.
   * @param {unknown} error
   */
  function words(error) {
    let panic;
    try {
      panic = wasm_bindgen.lastPanic();
    } catch {
      panic = undefined;
    }
    return panic ?? (error instanceof Error ? error.message : String(error));
  }

  return { load, bring, words };
})();
