/** Whether the browser can run the modules, and what is said where it cannot. */

import * as words from "../wording/loading.js";

/** The browser is too old for the modules: nothing helps but another one. */
export class TooOld extends Error {
  constructor() {
    super(words.noEngine);
  }
}

/**
 * A module of one function that takes a value of the page's own, as all modules here do. To make one, a
 * browser must know of such values and let a policy name what it may compile.
 */
const SAMPLE = Uint8Array.of(
  ...[0, 97, 115, 109, 1, 0, 0, 0], // what every module begins with, and its version
  ...[1, 5, 1, 96, 1, 111, 0], // a type: from such a value to nothing
  ...[3, 2, 1, 0], // a function of it
  ...[10, 4, 1, 2, 0, 11], // that does nothing
);

function isTooOld() {
  try {
    return !new WebAssembly.Module(SAMPLE);
  } catch {
    return true;
  }
}

/**
 * Begins a module. Where that fails because of the browser or of what came in the module's place, it is said
 * so: browsers say it each in words of their own, mostly in English.
 * @template T
 * @param {string} address Where the module lies.
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function begun(address, work) {
  if (isTooOld()) throw new TooOld();
  try {
    return await work();
  } catch (error) {
    throw error instanceof WebAssembly.CompileError ? new Error(words.notLoaded(address)) : error;
  }
}
