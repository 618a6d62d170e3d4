"use strict";

/** Brings the module and the data into the page. */
const Loading = (() => {
  const names = /** @type {const} */ (["observations", "sources", "products", "events"]);

  /** @param {string} address */
  async function fetched(address) {
    const response = await fetch(address);
    if (!response.ok) throw new Error(`${address}: the server answered ${response.status}`);
    return response;
  }

  /** @param {string} name */
  const address = (name) => document.body.dataset[name] ?? "";

  /** @returns {Promise<string[]>} The data files' texts. */
  const fetchTexts = () =>
    Promise.all(names.map(async (name) => (await fetched(address(name))).text()));

  async function fetchModule() {
    await wasm_bindgen({ module_or_path: fetched(address("module")) });
  }

  /**
   * @param {string} source
   * @param {string} [name] Of what it brings: where that is there already, there is nothing to load.
   */
  const script = (source, name = "") =>
    new Promise((resolve, reject) => {
      if (name in globalThis) {
        resolve(undefined);
        return;
      }
      const added = document.createElement("script");
      added.src = source;
      added.onload = resolve;
      added.onerror = () => reject(new Error(`${source} could not be loaded`));
      document.head.append(added);
    });

  /**
   * The same bytes as a classic script. A frame sandboxed without an origin and a page opened from
   * a folder may run scripts but fetch nothing.
   */
  async function loadOffline() {
    await script(`offline.js?v=${address("version")}`);
    const { files, module } = globalThis.xenotimeOffline;
    const bytes = Uint8Array.from(atob(module), (letter) => letter.charCodeAt(0));
    await wasm_bindgen({ module_or_path: bytes });
    return names.map((name) => files[`${name}.csv`] ?? "");
  }

  /** Whether fetching cannot work here, whatever the server does. */
  const confined = () => globalThis.origin === "null" || location.protocol === "file:";

  /** @returns {Promise<import("./xenotime").Session>} */
  async function session() {
    const texts = confined()
      ? await loadOffline()
      : (await Promise.all([fetchTexts(), fetchModule()]))[0];
    const [observations = "", sources = "", products = "", events = ""] = texts;
    return new wasm_bindgen.Session(observations, sources, products, events);
  }

  return { session, script };
})();
