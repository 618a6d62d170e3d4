/** The files a reader asked to be offered again: their handles, kept by the browser, never their content. */

import { notAllowed } from "../wording/import.js";

const STORE = "files";
const KEY = "last";

/** Whether this browser has handles of files that outlive a page. */
export const allowed = () => typeof globalThis.showOpenFilePicker === "function" && typeof indexedDB !== "undefined";

/**
 * Does one thing with what is kept.
 * @template T
 * @param {IDBTransactionMode} mode
 * @param {(store: IDBObjectStore) => IDBRequest<T>} work
 * @returns {Promise<T>}
 */
async function kept(mode, work) {
  /** @type {IDBDatabase} */
  const database = await new Promise((resolve, reject) => {
    const request = indexedDB.open("xenotime", 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  try {
    return await new Promise((resolve, reject) => {
      const request = work(database.transaction(STORE, mode).objectStore(STORE));
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  } finally {
    database.close();
  }
}

/** Lets the reader choose files and keeps their handles. @returns {Promise<File[]>} */
export async function choose() {
  const handles = await globalThis.showOpenFilePicker?.({ multiple: true });
  if (!handles) return [];
  await kept("readwrite", (store) => store.put(handles, KEY));
  return Promise.all(handles.map((handle) => handle.getFile()));
}

/** What was kept, if anything was. @returns {Promise<import("../../xenotime").Handle[]>} */
export async function recall() {
  try {
    return (await kept("readonly", (store) => store.get(KEY))) ?? [];
  } catch {
    // A browser that keeps nothing, as some do in private windows, has nothing to offer.
    return [];
  }
}

/**
 * The files behind handles, once the reader has allowed it anew.
 * @param {import("../../xenotime").Handle[]} handles
 */
export async function reopen(handles) {
  for (const handle of handles) {
    if ((await handle.requestPermission({ mode: "read" })) !== "granted") {
      throw new Error(notAllowed(handle.name));
    }
  }
  return Promise.all(handles.map((handle) => handle.getFile()));
}

export const forget = () => kept("readwrite", (store) => store.delete(KEY));
