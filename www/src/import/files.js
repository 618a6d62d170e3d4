/** The worker that reads files, as the panel asks it. */

import { addressOf, beside, fullAddressOf } from "../util/load.js";
import { Questions, startWorker } from "../util/rpc.js";

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
    const unpack = [beside(module, "unpack.js"), beside(module, "unpacker_bg.wasm")];
    const spreadsheet = [beside(module, "spreadsheet.js"), beside(module, "spreadsheet_bg.wasm")];
    starting ??= startWorker(addressOf("laterImportWorker"), { module, unpack, spreadsheet }, hear).catch((error) => {
      starting = undefined;
      throw new Error(`The reader of files could not be loaded. Choose the files again to try once more. (${error.message})`);
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
     * @param {unknown[]} words
     * @returns {Promise<any>}
     */
    async ask(what, ...words) {
      const hand = await worker();
      const id = questions.next();
      const answer = questions.wait(id);
      hand.postMessage({ id, ask: what, words });
      return answer;
    },

    /** @param {number} id */
    async cancel(id) {
      (await starting)?.postMessage({ cancel: id });
    },
  };
}
