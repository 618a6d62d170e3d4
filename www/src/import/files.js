/** The worker that reads files, as the panel asks it. */

import { addressOf, beside, confined, fullAddressOf } from "../util/load.js";
import { Questions, startWorker } from "../util/rpc.js";
import * as words from "../wording/import.js";
import { MODULE, SCRIPT } from "../wording/loading.js";

/** A module that computes with vectors, as the reader of files does: its one function holds one. */
const VECTORS = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11);

/**
 * Why no worker can be had, with what helps.
 * @param {Error} error
 */
function unstarted({ message }) {
  if (!WebAssembly.validate(VECTORS)) {
    return words.tooOld;
  }
  if (confined()) {
    return words.noWorkers(message);
  }
  return words.readerLost(message);
}

/**
 * @param {object} page
 * @param {(data: any) => void} page.receive Takes what a reading comes to.
 * @param {(data: any, asked: boolean) => void} page.progress Takes how far it is.
 * @param {(id: number) => void} page.answered Told of each question that has its answer.
 */
export function createFiles({ receive, progress, answered }) {
  const questions = new Questions();
  /** @type {Promise<Worker> | undefined} */
  let starting;

  function worker() {
    const module = fullAddressOf("laterImportModule");
    // Named here, not in the page, which every visitor loads.
    const unpack = [beside(module, `unpack${SCRIPT}`), beside(module, `unpacker${MODULE}`)];
    const spreadsheet = [beside(module, `spreadsheet${SCRIPT}`), beside(module, `spreadsheet${MODULE}`)];
    starting ??= startWorker(addressOf("laterImportWorker"), { module, unpack, spreadsheet }, hear).catch((error) => {
      starting = undefined;
      throw new Error(unstarted(error));
    });
    return starting;
  }

  /** @param {any} data */
  function hear(data) {
    const asked = questions.has(data.id);
    if (data.progress) {
      progress(data, asked);
    } else if (asked) {
      questions.settle(data);
      answered(data.id);
    } else {
      receive(data);
    }
  }

  return {
    next: () => questions.next(),

    /**
     * Asks the worker to read something, unless that is called off before it is there.
     * @param {{ id: number, files?: File[], mappings?: ReadonlyMap<string, string>, known?: string | undefined, rollup?: string }} message
     * @param {() => boolean} wanted
     */
    async send(message, wanted) {
      const hand = await worker();
      if (wanted()) hand.postMessage(message);
    },

    /**
     * @param {string} what
     * @param {unknown[]} facts
     * @returns {Promise<any>}
     */
    async ask(what, ...facts) {
      const hand = await worker();
      const id = questions.next();
      const answer = questions.wait(id);
      hand.postMessage({ id, ask: what, words: facts });
      return answer;
    },

    /** @param {number} id */
    async cancel(id) {
      (await starting)?.postMessage({ cancel: id });
    },
  };
}
