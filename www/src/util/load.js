/** Brings files, scripts and modules into the page or a worker. */

import * as words from "../wording/loading.js";

/** The server has no such file, or gives none. */
export class Unserved extends Error {
  /**
   * @param {string} address
   * @param {number} status
   */
  constructor(address, status) {
    super(words.answered(address, status));
    this.status = status;
  }
}

/**
 * @param {string} address
 * @param {AbortSignal} [signal]
 * @returns {Promise<Response>}
 */
export async function fetched(address, signal) {
  const response = await fetch(address, { signal: signal ?? null }).catch((error) => {
    // Browsers say it each in its own words, mostly in English.
    throw error instanceof TypeError ? new Error(words.unreachable(address)) : error;
  });
  if (response.ok) return response;
  // Read to its end, or the browser takes it for broken off.
  await response.text();
  // What the build shortens is not there once somebody has put a folder of data in the place of its own.
  const whole = address.replace(/-(in-short|for-stories)\.csv/, ".csv");
  if (response.status === 404 && whole !== address) return fetched(whole, signal);
  throw new Unserved(address, response.status);
}

/** Whether fetching cannot work here, whatever the server does. */
export const confined = () => globalThis.origin === "null" || location.protocol === "file:";

/** The address of a file that the page names on its body. @param {string} name */
export const addressOf = (name) => document.body.dataset[name] ?? "";

/** The address of a part of the data: beside the first of them, in the version they were built in. @param {string} name @param {string} [ending] */
export function partAddress(name, ending = "") {
  const [path = "", query = ""] = addressOf("observations").split("?");
  return `${path.slice(0, path.lastIndexOf("/") + 1)}${name}${ending}${query && `?${query}`}`;
}

/** The same in full, as a worker needs it. @param {string} name */
export const fullAddressOf = (name) => new URL(addressOf(name), location.href).href;

/**
 * Work that is done once however often it is asked for, and again only where it failed.
 * @template T
 * @param {() => Promise<T>} work
 * @returns {() => Promise<T>}
 */
export function once(work) {
  /** @type {Promise<T> | undefined} */
  let done;
  return () => {
    done ??= work().catch((error) => {
      done = undefined;
      throw error;
    });
    return done;
  };
}

/** @type {Map<string, () => Promise<any>>} */
const bundles = new Map();

/**
 * What a classic script hands over, by an event on its own element: scripts that come later share no
 * global with the page. Each is loaded once; one that failed is tried again.
 * @param {string} source
 * @returns {Promise<any>}
 */
export function loadBundle(source) {
  const load = bundles.get(source) ?? once(() => bring(source));
  bundles.set(source, load);
  return load();
}

/** @param {string} source */
function bring(source) {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = source;
    script.addEventListener("xenotime", (event) => resolve(/** @type {CustomEvent} */ (event).detail));
    const failed = () => reject(new Error(words.notLoaded(source)));
    script.addEventListener("error", failed);
    // By then it has handed over what it brings, if it runs at all.
    script.addEventListener("load", failed);
    document.head.append(script);
  });
}

/**
 * Hands over what a script brings to whoever loaded it: the other end of `loadBundle`.
 * @param {unknown} brought
 */
export function handOver(brought) {
  // A worker's script has no element of its own.
  const hand = globalThis.document ? document.currentScript : globalThis;
  hand?.dispatchEvent(new CustomEvent("xenotime", { detail: brought }));
}

/**
 * The same in a worker, which waits while a script is loaded.
 * @param {string} source
 * @returns {any}
 */
export function loadInWorker(source) {
  let brought;
  const take = (/** @type {Event} */ event) => (brought = /** @type {CustomEvent} */ (event).detail);
  addEventListener("xenotime", take);
  try {
    importScripts(source);
  } finally {
    removeEventListener("xenotime", take);
  }
  return brought;
}

/** The address of another file beside one, of the same version. @param {string} address @param {string} name */
export const beside = (address, name) => address.replace(/[^/?]*(?=\?|$)/, name);

/**
 * The same files as a classic script: a frame sandboxed without an origin and a page opened from a
 * folder may run scripts but fetch nothing.
 * @param {string} source
 * @param {string[]} names Of the data files.
 */
export async function loadOffline(source, names) {
  /** @type {{ files: Record<string, string>, module: string }} */
  const { files, module } = await loadBundle(source);
  const bytes = Uint8Array.from(atob(module), (letter) => letter.charCodeAt(0));
  return { module: bytes, texts: names.map((name) => files[`${name}.csv`] ?? "") };
}

/**
 * @param {string[]} addresses
 * @returns {Promise<string[]>}
 */
export const fetchTexts = (addresses) =>
  Promise.all(addresses.map(async (address) => (await fetched(address)).text()));

/** A list of events that holds none. */
export const NO_EVENTS = "date,title,effect,url\n";

/** The files of the bundled data, as the page's body and `offline.js` name them. */
export const BUNDLE = ["observations", "sources", "products", "events", "dataset", "partners"];
