/** A large file read in stretches, each by a worker of its own: what comes out is what one reads. */

import { Importer } from "glue/importer";

import { startWorker } from "../util/rpc.js";
import { bytesOf } from "./pieces.js";

/** A smaller file is read before other workers are there. */
const LARGE = 2 ** 24;

/** More workers than that take more memory and are hardly faster. */
const MOST = 8;

/** How far the end of a line is looked for. */
const LOOK = 2 ** 16;

/** How often a call to stop is heard while others read, in milliseconds. */
const TURN = 30;

/** Other workers are not to be had, or what they read cannot be joined: one reads it all. */
export class Alone extends Error {}

/**
 * @typedef {object} Stretch What a worker is asked to read.
 * @property {Blob} file
 * @property {string} name
 * @property {string | undefined} mapping
 * @property {number} head How many first bytes tell what the file is.
 * @property {number} from
 * @property {number} to
 */

/** How many workers read a file. @param {Blob | undefined} file @param {number} cores */
export const readersOf = (file, cores) => (file && file.size >= LARGE ? Math.min(cores, MOST) : 1);

/**
 * Where stretches begin: each behind the end of a line.
 * @param {Blob} file
 * @param {number} head
 * @param {number} count
 */
async function beginnings(file, head, count) {
  const found = [head];
  for (let number = 1; number < count; number += 1) {
    const near = Math.floor((file.size / count) * number);
    const bytes = new Uint8Array(await file.slice(near, near + LOOK).arrayBuffer());
    const first = Importer.firstRecord(bytes);
    const place = near + (first ?? 0);
    if (first !== undefined && place > (found.at(-1) ?? 0)) found.push(place);
  }
  return found;
}

/**
 * Has another worker read a stretch.
 * @param {Record<string, unknown>} first What a worker is told first.
 * @param {Stretch} asked
 * @param {import("./progress.js").Progress} progress
 * @param {(worker: Worker) => void} took
 * @returns {Promise<{ packed: Uint8Array, rows: number }>}
 */
function elsewhere(first, asked, progress, took) {
  let rows = 0;
  return new Promise((resolve, reject) => {
    const failed = () => reject(new Alone());
    const receive = (/** @type {any} */ data) => {
      if (data.packed) {
        resolve({ packed: data.packed, rows });
      } else if (data.passed === undefined) {
        failed();
      } else {
        progress.done += data.passed;
        progress.elsewhere += data.rows - rows;
        rows = data.rows;
      }
    };
    startWorker(location.href, first, receive, failed).then((worker) => {
      took(worker);
      worker.postMessage({ stretch: asked });
    }, failed);
  });
}

/**
 * Reads the rest of a file into the importer that has begun it, unless that is called off.
 * @param {Importer} importer
 * @param {{ file: Blob, name: string, mapping: string | undefined, head: number }} begun
 * @param {{ first: Record<string, unknown>, readers: number }} how
 * @param {import("./progress.js").Progress} progress
 */
export async function readInStretches(importer, begun, { first, readers }, progress) {
  const { file, name, head } = begun;
  const [own = head, ...starts] = await beginnings(file, head, readers);
  /** @type {Set<Worker>} */
  const workers = new Set();
  let over = false;
  const took = (/** @type {Worker} */ worker) => (over ? worker.terminate() : workers.add(worker));
  const others = starts.map((from, index) =>
    elsewhere(first, { ...begun, from, to: starts[index + 1] ?? file.size }, progress, took),
  );
  /** @type {ReturnType<typeof setInterval> | undefined} */
  let listening;
  const called = new Promise((_, reject) => {
    listening = setInterval(() => progress.isCancelled() && reject(new Alone()), TURN);
  });
  // What fails is heard where it is waited for.
  for (const promise of [called, ...others]) promise.catch(() => undefined);
  try {
    const pieces = bytesOf(file.slice(own, starts[0]), (count) => {
      progress.done += count;
    });
    for (let bytes = await pieces.read(); bytes; bytes = await pieces.read()) {
      importer.feed(bytes);
      await progress.tell(name, importer);
      if (progress.isCancelled()) return;
    }
    for (const other of others) {
      const { packed, rows } = /** @type {{ packed: Uint8Array, rows: number }} */ (await Promise.race([called, other]));
      if (!importer.join(packed)) throw new Alone();
      progress.elsewhere -= rows;
      await progress.tell(name, importer);
      if (progress.isCancelled()) return;
    }
  } catch (error) {
    if (!progress.isCancelled()) throw error;
  } finally {
    over = true;
    clearInterval(listening);
    for (const worker of workers) worker.terminate();
    progress.elsewhere = 0;
  }
}

/**
 * Reads a stretch, for the worker that asked.
 * @param {Importer} importer
 * @param {Stretch} asked
 */
export async function readStretch(importer, { file, name, mapping, head, from, to }) {
  importer.begin(name, mapping);
  importer.feed(new Uint8Array(await file.slice(0, head).arrayBuffer()));
  importer.skip();
  let passed = 0;
  const pieces = bytesOf(file.slice(from, to), (count) => {
    passed += count;
  });
  let told = performance.now();
  for (let bytes = await pieces.read(); bytes; bytes = await pieces.read()) {
    importer.feed(bytes);
    if (performance.now() - told < TURN) continue;
    told = performance.now();
    postMessage({ passed, rows: importer.rows() });
    passed = 0;
  }
  postMessage({ passed, rows: importer.rows() });
  const packed = importer.stretch(to === file.size);
  postMessage({ packed }, { transfer: packed ? [/** @type {ArrayBuffer} */ (packed.buffer)] : [] });
}
