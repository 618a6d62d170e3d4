/** A large file read in stretches, each by a worker of its own: what comes out is what one reads. */

import { Importer } from "glue/importer";

import { startWorker } from "../util/rpc.js";
import { NeedsAsking, answerOf } from "./asking.js";
import { bytesOf } from "./pieces.js";

/** A smaller file is read before other workers are there. */
const LARGE = 2 ** 24;

/** More workers than that take more memory and are hardly faster. */
const MOST = 8;

/** How much is a stretch: joining what it came to takes less time than a call to stop may wait. */
const STRETCH = 2 ** 23;

/** How far the end of a line is looked for. */
const LOOK = 2 ** 16;

/** How often a call to stop is heard while others read, in milliseconds. */
const TURN = 30;

/** Other workers are not to be had, or what they read cannot be joined: one reads it all. */
export class Alone extends Error {}

/**
 * @typedef {object} Stretch What is to be read.
 * @property {Blob} file
 * @property {string} name
 * @property {string | undefined} mapping
 * @property {number} head How many first bytes tell what the file is.
 * @property {number} from
 * @property {number} to
 */

/** What a stretch came to. @typedef {{ packed: Uint8Array, rows: number }} Came */

/** How many workers read a file. @param {Blob | undefined} file @param {number} cores */
export const readersOf = (file, cores) => (file && file.size >= LARGE ? Math.min(cores, MOST) : 1);

/**
 * Where stretches begin: each behind the end of a line.
 * @param {Blob} file
 * @param {number} head
 * @param {number} count
 */
async function beginnings(file, head, count) {
  const places = Array.from({ length: count - 1 }, (_, index) => Math.floor((file.size / count) * (index + 1)));
  const found = await Promise.all(
    places.map(async (near) => near + (Importer.firstRecord(new Uint8Array(await file.slice(near, near + LOOK).arrayBuffer())) ?? -near)),
  );
  return [...new Set([head, ...found.filter((place) => place > head)])];
}

/** The stretches of a file: what has been read of them, and what is still to be. */
class Work {
  #next = 0;
  #changed = () => {};
  /** What stretches came to that could not be joined yet. @type {Map<number, Came>} */
  done = new Map();
  /** Whether a worker broke down. */
  lost = false;
  /** Whether something is to be asked that this module does not. */
  needsAsking = false;

  /** @param {Stretch[]} stretches */
  constructor(stretches) {
    this.stretches = stretches;
  }

  /** The number of one that nobody reads yet. */
  take() {
    const own = this.#next;
    this.#next += 1;
    return own < this.stretches.length ? own : undefined;
  }

  /** @param {number} number @param {Came} came */
  have(number, came) {
    this.done.set(number, came);
    this.#changed();
  }

  lose() {
    this.lost = true;
    this.#changed();
  }

  ask() {
    this.needsAsking = true;
    this.#changed();
  }

  /** Until something is there, or it is time to listen. */
  change() {
    return new Promise((/** @type {(value?: unknown) => void} */ resolve) => {
      this.#changed = resolve;
      setTimeout(resolve, TURN);
    });
  }
}

/**
 * Has another worker read stretches, as long as there are any.
 * @param {Record<string, unknown>} first What a worker is told first.
 * @param {Work} work
 * @param {import("./progress.js").Progress} progress
 * @param {(worker: Worker) => boolean} took Whether it is still wanted.
 */
function elsewhere(first, work, progress, took) {
  /** @type {Worker | undefined} */
  let worker;
  let [number, rows] = [-1, 0];
  const go = () => {
    const own = work.take();
    if (own === undefined) return;
    [number, rows] = [own, 0];
    worker?.postMessage({ stretch: work.stretches[own] });
  };
  const receive = (/** @type {any} */ data) => {
    if (data.packed) {
      work.have(number, { packed: data.packed, rows });
      go();
    } else if (data.needsAsking) {
      work.ask();
    } else if (data.passed === undefined) {
      work.lose();
    } else {
      progress.done += data.passed;
      progress.elsewhere += data.rows - rows;
      rows = data.rows;
    }
  };
  startWorker(location.href, first, receive, () => work.lose()).then(
    (own) => {
      worker = own;
      if (took(own)) go();
    },
    () => work.lose(),
  );
}

/**
 * Reads the rest of a file into the importer that has begun it, unless that is called off.
 * @param {Importer} importer
 * @param {Pick<Stretch, "file" | "name" | "mapping" | "head">} begun
 * @param {{ first: Record<string, unknown>, readers: number, another: () => Importer }} how
 * @param {import("./progress.js").Progress} progress
 */
export async function readInStretches(importer, begun, { first, readers, another }, progress) {
  const { file, name, head } = begun;
  const count = Math.max(readers, Math.ceil(file.size / STRETCH));
  const [own = head, ...starts] = await beginnings(file, head, count);
  const work = new Work(starts.map((from, index) => ({ ...begun, from, to: starts[index + 1] ?? file.size })));
  /** @type {Set<Worker>} */
  const workers = new Set();
  let over = false;
  const took = (/** @type {Worker} */ worker) => {
    if (over) worker.terminate();
    else workers.add(worker);
    return !over;
  };
  for (let number = 1; number < readers; number += 1) elsewhere(first, work, progress, took);
  /** @param {Importer} into @param {number} from @param {number | undefined} to @param {() => void} [told] */
  const read = async (into, from, to, told) => {
    const pieces = bytesOf(file.slice(from, to), (bytes) => {
      progress.done += bytes;
    });
    for (let bytes = await pieces.read(); bytes && !progress.isCancelled(); bytes = await pieces.read()) {
      answerOf(into.feed(bytes));
      told?.();
      await progress.tell(name, importer);
    }
  };
  try {
    await read(importer, own, starts[0]);
    for (let joined = 0; joined < work.stretches.length && !progress.isCancelled(); await progress.tell(name, importer)) {
      if (work.needsAsking) throw new NeedsAsking();
      if (work.lost) throw new Alone();
      const came = work.done.get(joined);
      const next = came ? undefined : work.take();
      const stretch = work.stretches[next ?? -1];
      if (came) {
        if (!importer.join(came.packed)) throw new Alone();
        progress.elsewhere -= came.rows;
        work.done.delete(joined);
        joined += 1;
      } else if (next !== undefined && stretch) {
        await readHere(another(), stretch, next);
      } else {
        await work.change();
      }
    }
  } finally {
    over = true;
    for (const worker of workers) worker.terminate();
    progress.elsewhere = 0;
  }

  /** @param {Importer} into @param {Stretch} stretch @param {number} number */
  async function readHere(into, stretch, number) {
    let rows = 0;
    try {
      await begin(into, stretch);
      await read(into, stretch.from, stretch.to, () => {
        progress.elsewhere += into.rows() - rows;
        rows = into.rows();
      });
      const packed = progress.isCancelled() ? undefined : into.stretch(stretch.to === file.size);
      if (packed) work.have(number, { packed, rows });
    } finally {
      into.free();
    }
  }
}

/** Has an importer know what the file of a stretch is. @param {Importer} importer @param {Stretch} stretch */
async function begin(importer, { file, name, mapping, head }) {
  importer.begin(name, mapping);
  importer.feed(new Uint8Array(await file.slice(0, head).arrayBuffer()));
  importer.skip();
}

/**
 * Reads a stretch, for the worker that asked.
 * @param {Importer} importer
 * @param {Stretch} asked
 */
export async function readStretch(importer, asked) {
  const { file, from, to } = asked;
  try {
    await begin(importer, asked);
    let passed = 0;
    const pieces = bytesOf(file.slice(from, to), (count) => {
      passed += count;
    });
    let told = performance.now();
    for (let bytes = await pieces.read(); bytes; bytes = await pieces.read()) {
      answerOf(importer.feed(bytes));
      if (performance.now() - told < TURN) continue;
      told = performance.now();
      postMessage({ passed, rows: importer.rows() });
      passed = 0;
    }
    postMessage({ passed, rows: importer.rows() });
    const packed = importer.stretch(to === file.size);
    postMessage({ packed }, { transfer: packed ? [/** @type {ArrayBuffer} */ (packed.buffer)] : [] });
  } catch (error) {
    if (!(error instanceof NeedsAsking)) throw error;
    postMessage({ needsAsking: true });
  } finally {
    importer.free();
  }
}
