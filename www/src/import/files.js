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

/** What is to be read. @typedef {{ id: number, files?: File[], mappings?: ReadonlyMap<string, string>, known?: string | undefined, rollup?: string }} Message */

/**
 * A file, or a part of it by name, what is read with it, and what is said of it and of others.
 * @typedef {{ file: File, files: File[], name: string, mapping: string, mappings: ReadonlyMap<string, string> }} Previewed
 */

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
  /**
   * The workers that are there. One knows layouts and asks nothing, and is half as large; the one that asks is
   * fetched for what that one leaves to it, and reads from then on.
   * @type {Record<"known" | "asking", Promise<Worker> | undefined>}
   */
  const hands = { known: undefined, asking: undefined };
  /** Who has what is open. @type {keyof typeof hands} */
  let opened = "known";
  /** The number of the reading that is awaited, and when a worker last said anything. */
  let reading = 0;
  let heard = 0;
  /** What is read, and whether that is still wanted. @type {{ message: Message, wanted: () => boolean } | undefined} */
  let sent;

  /** Who reads. */
  const reader = () => (hands.asking ? "asking" : "known");

  /** @param {keyof typeof hands} which */
  function end(which) {
    hands[which]?.then((own) => own.terminate()).catch(() => {});
    hands[which] = undefined;
  }

  /** Workers of which one broke down, or says nothing any more, answer nothing: the next question starts another. */
  function lose() {
    end("known");
    end("asking");
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

  /** @param {keyof typeof hands} which */
  function worker(which) {
    const [script, module] = [addressOf("laterImportWorker"), fullAddressOf("laterImportModule")];
    // Named here, not in the page, which every visitor loads.
    const own = { known: [beside(script, scriptOf("reader-worker")), beside(module, moduleOf("reader"))], asking: [script, module] };
    const unpack = [beside(module, scriptOf("unpack")), beside(module, moduleOf("unpacker"))];
    const spreadsheet = [beside(module, scriptOf("spreadsheet")), beside(module, moduleOf("spreadsheet"))];
    const countries = ["countries", "more_countries", "other_countries"].map((name) => beside(module, `${name}.tsv`));
    const goods = beside(module, "goods.tsv");
    const [address = "", wasm = ""] = own[which];
    const first = { module: wasm, countries, goods, unpack, spreadsheet, cores: navigator.hardwareConcurrency };
    hands[which] ??= startWorker(address, first, (data) => hear(data, which), lose).catch((error) => {
      hands[which] = undefined;
      throw new Error(unstarted(error));
    });
    return hands[which];
  }

  /** Has a worker read what was sent last, unless that is no longer wanted. @param {keyof typeof hands} which */
  async function pass(which) {
    const hand = await worker(which);
    if (!sent?.wanted()) return;
    watch(sent.message.id);
    hand.postMessage(sent.message);
  }

  /** @param {any} data @param {keyof typeof hands} which */
  function hear(data, which) {
    const asked = questions.has(data.id);
    heard = performance.now();
    if (data.id === reading && !data.progress) reading = 0;
    if (data.progress) {
      progress(data, asked);
    } else if (asked) {
      questions.settle(data);
      answered(data.id);
    } else if (data.needsAsking) {
      // Of what another reading took the place of nothing is begun again.
      if (data.id === sent?.message.id) pass("asking").catch((error) => receive({ id: data.id, error: error.message }));
    } else {
      // What was open before is given up for it.
      if (data.summary && which !== opened) end(opened);
      if (data.summary) opened = which;
      receive(data);
    }
  }

  /**
   * @param {keyof typeof hands} which
   * @param {string} what
   * @param {unknown[]} facts
   * @returns {Promise<any>}
   */
  async function put(which, what, facts) {
    const hand = await worker(which);
    const id = questions.next();
    const answer = questions.wait(id);
    hand.postMessage({ id, ask: what, words: facts });
    return answer;
  }

  return {
    next: () => questions.next(),

    /**
     * Asks a worker to read something, unless that is called off before it is there.
     * @param {Message} message
     * @param {() => boolean} wanted
     */
    async send(message, wanted) {
      sent = { message, wanted };
      await pass(reader());
    },

    /**
     * @param {string} what
     * @param {unknown[]} facts
     */
    ask: (what, ...facts) => put(opened, what, facts),

    /**
     * How a table would be read under answers that nobody has accepted.
     * @param {Previewed} asked
     * @returns {Promise<import("../../xenotime").Previewed | undefined>}
     */
    preview: (asked) => put("asking", "preview", [asked]),

    /** @param {number} id */
    async cancel(id) {
      for (const hand of Object.values(hands)) (await hand)?.postMessage({ cancel: id });
    },
  };
}
