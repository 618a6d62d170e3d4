/** The worker that reads files, as the panel asks it. */

import { addressOf, beside, confined, fullAddressOf } from "../util/load.js";
import { Questions, startWorker } from "../util/rpc.js";
import * as words from "../wording/import.js";
import { moduleOf, scriptOf } from "../util/language.js";

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

/** How long a worker that reads may be silent, in milliseconds: no step of a reading takes as long. */
const PATIENCE = 90_000;

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
  /** The number of the reading that is awaited, and when the worker last said anything. */
  let reading = 0;
  let heard = 0;

  /** A worker that broke down, or says nothing any more, answers nothing: the next question starts another. */
  function lose() {
    starting?.then((own) => own.terminate());
    starting = undefined;
    questions.fail(words.readerGone);
    const id = reading;
    reading = 0;
    if (id) receive({ id, error: words.readerGone });
  }

  /** Watches over a reading: a worker may end without a word. @param {number} id */
  function watch(id) {
    reading = id;
    heard = performance.now();
    const timer = setInterval(() => {
      if (reading !== id) clearInterval(timer);
      else if (performance.now() - heard > PATIENCE) lose();
    }, PATIENCE / 10);
  }

  function worker() {
    const module = fullAddressOf("laterImportModule");
    // Named here, not in the page, which every visitor loads.
    const unpack = [beside(module, scriptOf("unpack")), beside(module, moduleOf("unpacker"))];
    const spreadsheet = [beside(module, scriptOf("spreadsheet")), beside(module, moduleOf("spreadsheet"))];
    const countries = [beside(module, "countries.tsv"), beside(module, "more_countries.tsv")];
    starting ??= startWorker(addressOf("laterImportWorker"), { module, countries, unpack, spreadsheet, cores: navigator.hardwareConcurrency }, hear, lose).catch((error) => {
      starting = undefined;
      throw new Error(unstarted(error));
    });
    return starting;
  }

  /** @param {any} data */
  function hear(data) {
    const asked = questions.has(data.id);
    heard = performance.now();
    if (data.id === reading && !data.progress) reading = 0;
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
      if (!wanted()) return;
      watch(message.id);
      hand.postMessage(message);
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
