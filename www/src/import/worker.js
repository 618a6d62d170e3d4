// Reads a reader's own files away from the page's thread, piece by piece, so that the page goes on
// and no file is ever held whole.

import init, { Importer, lastPanic } from "glue/importer";

import { messageOf, panicOf } from "../util/error.js";
import { Unserved, fetchTexts, fetched, loadInWorker, once } from "../util/load.js";
import * as wording from "../wording/import.js";
import { NeedsAsking, answerOf } from "./asking.js";
import { LEFT_OUT, lettersChosen, partAnswered, partsOf, withoutParts } from "./parts.js";
import { Packing, decoded, encodingOf, inUtf8, piecesOf } from "./pieces.js";
import { Progress } from "./progress.js";
import { Alone, readInStretches, readStretch, readersOf } from "./stretches.js";

/** What is open, and what is being read. @type {import("../../xenotime").Importer | undefined} */
let opened;
/** The number of the reading that was called off, and of all before it. */
let cancelled = 0;
/** @param {number} id Of a reading. */
const isCancelled = (id) => cancelled >= id;
/** Breaks a download off. */
let download = new AbortController();

/** The folder that the parts of a rolled-up data set are fetched from. */
let folder = "";
/** Why a file is not opened, in the words of whoever refused it. */
class Refusal extends Error {}

/** What countries are called: tables of names. @type {string[]} */
let countries = [];
/** What is fetched later: when a file comes packed in something, when one is saved, when one has codes without names. */
let later = { unpack: ["", ""], spreadsheet: ["", ""], goods: "", cores: 1 };
const unpacking = once(async () => {
  const [script = "", module = ""] = later.unpack;
  try {
    /** @type {import("../../xenotime").Unpacking} */
    const brought = loadInWorker(script);
    await brought.start(fetched(module));
    return brought;
  } catch (error) {
    throw new Error(wording.unpackerLost(messageOf(error)));
  }
});

/**
 * Reads one table into the importer; answers with why it is refused, if it is.
 * @param {import("../../xenotime").Importer} importer
 * @param {import("./parts.js").Part} part
 * @param {Progress} progress
 * @param {string} [mapping]
 * @returns {Promise<import("../../xenotime").Refused | undefined>}
 */
async function pass(importer, part, progress, mapping) {
  const before = progress.done;
  try {
    const pieces = await part.pieces((count) => {
      progress.done += count;
    });
    return await passPieces(importer, part, pieces, progress, mapping);
  } catch (error) {
    if (error instanceof NeedsAsking) throw error;
    if (error instanceof Alone) {
      importer.abandon();
      progress.done = before;
      return pass(importer, { ...part, plain: undefined }, progress, mapping);
    }
    if (!part.members || !(error instanceof Packing && error.goesOn)) return refused(importer, unreadable(error));
  }
  importer.abandon();
  progress.done = before;
  try {
    return await passPieces(importer, { ...part, size: undefined }, await part.members(), progress, mapping);
  } catch (error) {
    if (error instanceof NeedsAsking) throw error;
    return refused(importer, wording.followedByOther);
  }
}

/** How much is read at most before it is known whether others can go on with it. */
const MOST_HEAD = 2 ** 21;

/**
 * @param {import("../../xenotime").Importer} importer
 * @param {import("./parts.js").Part} part
 * @param {import("./pieces.js").Pieces} pieces
 * @param {Progress} progress
 * @param {string} [mapping]
 */
async function passPieces(importer, { name, letters, size = 0, plain }, pieces, progress, mapping) {
  importer.begin(name, mapping);
  const encoder = new TextEncoder();
  const before = progress.done;
  const { head, decoder } = await decoded(pieces, letters);
  // Before the memory of its first bytes is used again.
  const encoding = encodingOf(head, decoder);
  /** @param {Uint8Array | undefined} bytes */
  const feed = (bytes) => {
    const piece = decoder ? encoder.encode(decoder.decode(bytes, { stream: bytes !== undefined })) : bytes;
    return piece && piece.length > 0 ? answerOf(importer.feed(piece)) : undefined;
  };
  let bytes = head;
  let answer;
  const readers = decoder ? 1 : readersOf(plain, later.cores);
  let read = 0;
  let divided = false;
  while (bytes && !answer && !divided && !progress.isCancelled()) {
    answer = feed(bytes);
    read += bytes.length;
    divided = readers > 1 && read < MOST_HEAD && importer.divides();
    await progress.tell(name, importer);
    if (!divided) bytes = await pieces.read();
  }
  await pieces.cancel();
  if (plain && divided && !progress.isCancelled()) {
    const begun = { file: plain, name, mapping, head: read };
    await readInStretches(importer, begun, { first: { ...later, cores: 1 }, readers, another: newImporter }, progress);
  }
  const withLetters = (/** @type {import("../../xenotime").Refused | undefined} */ own) => own && { ...own, encoding };
  if (progress.isCancelled() || (answer ??= feed(undefined))) return withLetters(answer);
  const passed = progress.done - before;
  if (passed >= size) return withLetters(answerOf(importer.end()));
  return refused(importer, wording.readOnly(passed, size));
}

/**
 * Forgets a file that was begun.
 * @param {import("../../xenotime").Importer} importer
 * @param {string} reason
 */
function refused(importer, reason) {
  importer.abandon();
  return { reason, header: [], letters: [], rows: [], guess: [], questions: [], preview: [] };
}

/** Why bytes cannot be had, in words that help. @param {unknown} error */
function unreadable(error) {
  const { name = "", message = "" } = error instanceof Error ? error : {};
  if (error instanceof Packing) return message;
  if (error instanceof WebAssembly.RuntimeError) {
    return wording.readerStopped;
  }
  if (name === "NotFoundError" || name === "NotReadableError" || /network/i.test(message)) {
    return wording.fileUnreadable;
  }
  return message.replace(/\.+$/, "") || String(error);
}

const goods = once(() => fetchTexts([later.goods]));

/** Names of goods for codes that come without. @param {import("../../xenotime").Importer} importer */
async function nameGoods(importer) {
  if (!importer.wantsGoods()) return;
  try {
    const [names = ""] = await goods();
    importer.nameGoods(names);
  } catch {
    // The codes say the same, to fewer.
  }
}

/** A new importer that knows what countries are called, alike in every browser. */
function newImporter() {
  const importer = new Importer();
  for (const names of countries) importer.learn(names);
  return importer;
}

/**
 * Reads files and tells what is in them.
 * @param {{ id: number, files: File[], mappings: ReadonlyMap<string, string>, known: string | undefined }} asked What was
 *   said of files and of their parts by name, and what is remembered for others.
 */
async function read({ id, files, mappings, known }) {
  const importer = newImporter();
  const total = files.reduce((sum, file) => sum + file.size, 0);
  const progress = new Progress(id, total, isCancelled);
  /** @type {{ name: string, reason: string }[]} */
  const reasons = [];
  const rank = (/** @type {Uint8Array} */ head) => answerOf(importer.tried(inUtf8(head)) ?? null);
  const how = { unpacking, rank, mapping: (/** @type {string} */ name) => mappings.get(name) };
  let before = 0;
  for (const [index, file] of files.entries()) {
    let asked;
    try {
      asked = await readParts(importer, partsOf(file.name, file, how), progress, reasons, { mappings, known, name: file.name });
    } catch (error) {
      importer.free();
      if (!(error instanceof NeedsAsking)) throw error;
      postMessage(progress.isCancelled() ? { id, cancelled: true } : { id, needsAsking: true });
      return;
    }
    before += file.size;
    progress.done = before;
    if (progress.isCancelled() || asked) {
      importer.free();
      postMessage(progress.isCancelled() ? { id, cancelled: true } : { id, unmapped: { index, ...asked } });
      return;
    }
  }
  await nameGoods(importer);
  const summary = importer.summary();
  if (summary.sums === 0) {
    importer.free();
    const only = wording.onlyNames;
    const failed = reasons.length > 0 ? reasons : files.map(({ name }) => ({ name, reason: only }));
    postMessage({ id, failed });
    return;
  }
  take(importer, "");
  postMessage({ id, summary, refused: reasons, slips: importer.slips(), seconds: progress.seconds(), bytes: total });
}

/**
 * Reads what a file holds; answers with what must be said first, if anything must.
 * @param {import("../../xenotime").Importer} importer
 * @param {AsyncIterable<import("./parts.js").Part>} parts
 * @param {Progress} progress
 * @param {{ name: string, reason: string }[]} reasons Takes why something is not read.
 * @param {{ mappings: ReadonlyMap<string, string>, known: string | undefined, name: string }} said
 */
async function readParts(importer, parts, progress, reasons, { mappings, known, name }) {
  try {
    for await (const part of parts) {
      if (progress.isCancelled()) return undefined;
      // What is said of other files holds as far as a file proposes the same itself.
      const own = mappings.get(part.name);
      const mapping = own ?? (known && `\n${known}`);
      if (mapping === LEFT_OUT) continue;
      const { questions } = part;
      if (questions) {
        const reason = wording.severalTables;
        return { reason, header: [], letters: [], rows: [], guess: [], preview: [], questions, name: part.name, part: part.own };
      }
      // Letters are a file's own: those chosen for one hold for no other.
      const read = { ...part, letters: lettersChosen(own) ?? part.letters };
      const answer = await pass(importer, read, progress, (mapping && withoutParts(mapping)) || undefined);
      // What has rows to show is a table that nobody knows.
      if (answer && answer.rows.length > 0) return { ...answer, name: part.name, part: part.own };
      if (answer) reasons.push({ name: part.name, reason: answer.reason });
    }
  } catch (error) {
    if (error instanceof NeedsAsking) throw error;
    reasons.push({ name, reason: unreadable(error) });
  }
  return undefined;
}

/**
 * Opens a folder of parts: its index now, each part when a choice needs it.
 * @param {{ id: number, rollup: string }} asked
 */
async function openParts({ id, rollup }) {
  const start = performance.now();
  const importer = newImporter();
  let reason;
  try {
    reason = importer.index(await (await served(new URL("index.csv", rollup).href)).text());
  } catch (error) {
    reason = messageOf(error);
  }
  if (isCancelled(id) || reason) {
    importer.free();
    postMessage(isCancelled(id) ? { id, cancelled: true } : { id, failed: [{ name: "index.csv", reason }] });
    return;
  }
  await nameGoods(importer);
  take(importer, rollup);
  const seconds = (performance.now() - start) / 1000;
  postMessage({ id, summary: importer.summary(), refused: [], slips: [], seconds, bytes: 0 });
}

/**
 * @param {import("../../xenotime").Importer} importer
 * @param {string} from
 */
function take(importer, from) {
  opened?.free();
  opened = importer;
  folder = from;
}

/**
 * What a folder's host has at an address.
 * @param {string} address
 * @param {AbortSignal} [signal]
 */
async function served(address, signal) {
  try {
    return await fetched(address, signal);
  } catch (error) {
    throw error instanceof Unserved ? new Refusal(wording.hostAnswered(error.status)) : error;
  }
}

/**
 * The packed bytes of a part, whole: they are few. Nothing where that is called off.
 * @param {string} address
 * @param {Progress} progress
 */
async function part(address, progress) {
  download = new AbortController();
  try {
    return await (await served(address, download.signal)).blob();
  } catch (error) {
    if (progress.isCancelled()) return undefined;
    throw error;
  }
}

/**
 * Fetches and reads the parts of the folder that a choice needs and that are not here yet.
 * @param {string} reporter
 * @param {string} products
 * @param {boolean} mirror
 * @param {number} id
 */
async function bring(reporter, products, mirror, id) {
  const importer = opened;
  if (!importer || !folder) return;
  const needed = importer.needed(reporter, products, mirror);
  const progress = new Progress(id, needed.reduce((sum, { bytes }) => sum + bytes, 0), isCancelled);
  for (const { path } of needed) {
    await progress.tell(path, importer);
    const packed = await part(new URL(path, folder).href, progress);
    const whole = packed && { name: path, own: false, size: packed.size, pieces: (/** @type {(bytes: number) => void} */ passed) => piecesOf(packed, passed) };
    const answer = whole && (await passPart(importer, whole, progress));
    if (!packed || progress.isCancelled()) throw new Refusal(wording.readingCancelled);
    if (answer) throw new Refusal(`${path}: ${answer.reason || wording.columnsUnknown}`);
    importer.have(path);
  }
  await nameGoods(importer);
}

/**
 * Reads a part of the folder: nobody can be asked about it.
 * @param {import("../../xenotime").Importer} importer
 * @param {import("./parts.js").Part} whole
 * @param {Progress} progress
 */
async function passPart(importer, whole, progress) {
  try {
    return await pass(importer, whole, progress);
  } catch (error) {
    if (error instanceof NeedsAsking) return refused(importer, "");
    throw error;
  }
}

/** How many first bytes show how a table would be read. */
const MOST_SHOWN = 2 ** 19;

/** The number of what was asked for last to be shown, or read. */
let shown = 0;
/** @typedef {{ name: string, own: boolean, bytes: Uint8Array, whole: boolean }} Beginning */

/** The first bytes of what was shown last, in UTF-8: answers change, these do not. @type {Map<string, { answer: string | undefined, found: Promise<Beginning[]> }>} */
const beginnings = new Map();

/**
 * How a table would be read under answers that nobody has accepted, and what is asked of others that propose
 * something else: what is open stays.
 * @param {import("./files.js").Previewed} asked
 * @param {number} id
 */
async function preview({ file, files, name, mapping, mappings }, id) {
  shown = id;
  const importer = newImporter();
  const words = withoutParts(mapping);
  const said = (/** @type {string} */ own) => (own === name ? mapping : mappings.get(own));
  try {
    const all = await beginningsOf(importer, file, said);
    const first = all.find((own) => own.name === name) ?? (name === file.name ? all[0] : undefined);
    if (!first || shown !== id) return undefined;
    const found = tried(importer, first, words);
    // Where no columns are chosen, those that were found hold for the others.
    const guess = words.split("\n").some((line) => /\t[^=]/.test(line)) ? [] : (found?.guess ?? []);
    const columns = guess.filter(([, column]) => !column.startsWith("=")).map((pair) => pair.join("\t"));
    const carried = ["", ...columns, words].join("\n");
    const others = [];
    let isLater = false;
    for (const [index, other] of files.entries()) {
      for (const beginning of await beginningsOf(importer, other, said)) {
        if (shown !== id) return undefined;
        const asked = isLater && !mappings.has(beginning.name) && tried(importer, beginning, carried);
        if (asked && asked.questions.length > 0) others.push({ ...asked, name: beginning.name, part: beginning.own, index });
        isLater ||= beginning === first;
      }
    }
    return { ...(found ?? refused(importer, "")), name: first.name, columns, others };
  } catch (error) {
    beginnings.clear();
    throw error;
  } finally {
    importer.free();
  }
}

/**
 * What a table would be refused with, which is how it would be read.
 * @param {import("../../xenotime").Importer} importer
 * @param {Beginning} beginning
 * @param {string} mapping
 * @returns {import("../../xenotime").Refused | undefined}
 */
function tried(importer, { name, bytes, whole }, mapping) {
  importer.begin(name, mapping || undefined, true);
  return importer.feed(bytes) ?? (whole ? (importer.end() ?? undefined) : undefined);
}

/**
 * The first bytes of what a file holds: nothing where it must be said first what of it is meant.
 * @param {import("../../xenotime").Importer} importer
 * @param {File} file
 * @param {(name: string) => string | undefined} mapping
 */
function beginningsOf(importer, file, mapping) {
  const key = [file.name, file.size, file.lastModified].join("\n");
  const answer = [partAnswered, lettersChosen].map((of) => of(mapping(file.name))).join("\n");
  const known = beginnings.get(key);
  if (known && known.answer === answer) return known.found;
  if (beginnings.size > MOST_BEGINNINGS) beginnings.clear();
  const found = beginningsIn(importer, file, mapping);
  beginnings.set(key, { answer, found });
  return found;
}

/** Of more tables than these none is asked about beside others. */
const MOST_BEGINNINGS = 24;

/**
 * @param {import("../../xenotime").Importer} importer
 * @param {File} file
 * @param {(name: string) => string | undefined} mapping
 */
async function beginningsIn(importer, file, mapping) {
  const rank = (/** @type {Uint8Array} */ head) => importer.tried(inUtf8(head)) ?? 0;
  /** @type {Beginning[]} */
  const found = [];
  for await (const part of partsOf(file.name, file, { unpacking, rank, mapping })) {
    if (part.questions || found.length > MOST_BEGINNINGS) return found;
    const pieces = await part.pieces(() => {});
    const { head, decoder } = await decoded(pieces, lettersChosen(mapping(part.name)) ?? part.letters);
    const encoder = new TextEncoder();
    /** @type {BlobPart[]} */
    const held = [];
    let size = 0;
    let piece = head;
    for (; piece && size < MOST_SHOWN; piece = await pieces.read()) {
      size += piece.length;
      // The memory that it stands in may be used again.
      held.push(decoder ? encoder.encode(decoder.decode(piece, { stream: true })) : piece.slice());
    }
    await pieces.cancel();
    found.push({ name: part.name, own: part.own, bytes: new Uint8Array(await new Blob(held).arrayBuffer()), whole: !piece });
  }
  return found;
}

/** What writes spreadsheets, once one was saved. @type {((csv: string, module: string) => Promise<Uint8Array>) | undefined} */
let writer;

/** What the page asks of what is open. @type {Record<string, (...words: any[]) => unknown>} */
const answers = {
  first: (reporter) => opened?.first(reporter),
  products: (reporter, wanted, chosen) => opened?.products(reporter, wanted, chosen, 200),
  partners: (reporter, wanted) => opened?.partners(reporter, wanted, 50),
  tidy: async (reporter, products, partners, also, mirror, id) => {
    await bring(reporter, products.join("\n"), mirror, id);
    return opened?.tidy(reporter, products[0], partners, also.join("\n"), mirror);
  },
  forStories: (reporter) => opened?.forStories(reporter),
  slips: () => opened?.slips(),
  preview,
  table: (asked) => opened?.table(asked),
  tableCsv: (asked) => opened?.tableCsv(asked),
  csv: () => opened?.csv(),
  xlsx: async () => {
    const [script = "", module = ""] = later.spreadsheet;
    writer ??= loadInWorker(script);
    return writer?.(opened?.csv() ?? "", module);
  },
};

/** Calls off the reading with this number, and all before it. @param {number} id */
function cancel(id) {
  cancelled = Math.max(cancelled, id);
  download.abort();
}

/** @param {string} module @param {string[]} tables Of the names of countries. */
async function prepare(module, tables) {
  try {
    [countries] = await Promise.all([fetchTexts(tables), init({ module_or_path: fetched(module) })]);
    postMessage({ ready: true });
  } catch (error) {
    postMessage({ unready: messageOf(error) });
  }
}

addEventListener("message", async ({ data }) => {
  // One thing is read at a time: what is asked for next calls off what came before.
  if (data.files || data.rollup) {
    cancel(data.id - 1);
    shown = data.id;
  }
  try {
    if (data.module) {
      later = data;
      await prepare(data.module, data.countries);
    } else if (data.cancel) cancel(data.cancel);
    else if (data.stretch) await readStretch(newImporter(), data.stretch);
    else if (data.files) await read(data);
    else if (data.rollup) await openParts(data);
    else postMessage({ id: data.id, answer: await answers[data.ask]?.(...data.words, data.id) });
  } catch (error) {
    const panic = error instanceof Refusal ? undefined : panicOf(lastPanic);
    postMessage({ id: data.id, error: panic ?? messageOf(error) });
  }
});
