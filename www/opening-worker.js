"use strict";

// Reads a reader's own files away from the page's thread, piece by piece, so that the page goes on
// and no file is ever held whole.

/** What is open, and what is being read. @type {import("./xenotime").Importer | undefined} */
let opened;
/** The number of the reading that was called off, and of all before it. */
let cancelled = 0;
/** Breaks a download off. */
let download = new AbortController();

/** How often progress is told, and how often a call to stop can be heard, in milliseconds. */
const OFTEN = 100;
const TURN = 30;

/** The languages that files name countries in; the first is shown. */
const LANGUAGES = ["en", "zh", "de", "fr", "es"];
/** What countries are called in them. */
let names = "";

/** The folder that the parts of a rolled-up data set are fetched from. */
let folder = "";
/** Why a file is not opened, in the words of whoever refused it. */
class Refusal extends Error {}

/** How much of a file is asked for at once: few enough to stay at hand, many enough to be worth it. */
const PIECE = 1 << 19;

/** How many first bytes tell how a file's letters are written. */
const HEAD = 4096;

/**
 * Bytes piece by piece; each is read before the next is asked for.
 * @typedef {{ read: () => Promise<Uint8Array | undefined>, cancel: () => Promise<void> }} Pieces
 */

/**
 * A file's bytes, unpacked, the first of them, and the decoder that they need to become UTF-8.
 * @param {Blob} file
 * @param {(bytes: number) => void} passed Told of bytes as they come from the file, for progress.
 * @returns {Promise<{ head: Uint8Array | undefined, pieces: Pieces, decoder: TextDecoder | undefined }>}
 */
async function bytesOf(file, passed) {
  const first = new Uint8Array(await file.slice(0, HEAD).arrayBuffer());
  const packed = first[0] === 0x1f && first[1] === 0x8b;
  const pieces = packed ? unpacked(file, passed) : lent(file, passed);
  const head = packed ? await pieces.read() : undefined;
  const label = wasm_bindgen.Importer.encoding((head ?? first).subarray(0, HEAD));
  return { head, pieces, decoder: label ? new TextDecoder(label) : undefined };
}

/** @param {Blob} file @param {(bytes: number) => void} passed @returns {Pieces} */
function unpacked(file, passed) {
  const counted = new TransformStream({
    transform(bytes, controller) {
      passed(bytes.length);
      controller.enqueue(bytes);
    },
  });
  const unpacking = /** @type {any} */ (new DecompressionStream("gzip"));
  const reader = file.stream().pipeThrough(counted).pipeThrough(unpacking).getReader();
  return { read: async () => /** @type {Uint8Array | undefined} */ ((await reader.read()).value), cancel: () => reader.cancel() };
}

/**
 * A file's bytes, in the same piece of memory again and again where the browser can do that: new
 * memory for each takes as long as the reading itself.
 * @param {Blob} file
 * @param {(bytes: number) => void} passed
 * @returns {Pieces}
 */
function lent(file, passed) {
  const stream = /** @type {ReadableStream<Uint8Array>} */ (file.stream());
  /** @param {Uint8Array | undefined} value */
  const told = (value) => {
    passed(value?.length ?? 0);
    return value;
  };
  try {
    const reader = stream.getReader({ mode: "byob" });
    let memory = new ArrayBuffer(PIECE);
    const read = async () => {
      const { done, value } = await reader.read(new Uint8Array(memory));
      if (value) memory = value.buffer;
      return told(done ? undefined : value);
    };
    return { read, cancel: () => reader.cancel() };
  } catch {
    const reader = stream.getReader();
    return { read: async () => told((await reader.read()).value), cancel: () => reader.cancel() };
  }
}

/** How far a reading is. */
class Progress {
  /**
   * @param {number} id Of what the page asked for.
   * @param {number} total In bytes.
   */
  constructor(id, total) {
    this.id = id;
    this.total = total;
    this.done = 0;
    this.told = 0;
    this.heard = performance.now();
    this.start = performance.now();
  }

  seconds() {
    return (performance.now() - this.start) / 1000;
  }

  isCancelled() {
    return cancelled >= this.id;
  }

  /**
   * Says how far it is, now and then, and lets what the page says meanwhile be heard.
   * @param {string} name
   * @param {import("./xenotime").Importer} opener
   */
  async tell(name, opener) {
    const now = performance.now();
    if (now - this.heard <= TURN) return;
    if (now - this.told > OFTEN) {
      this.told = now;
      const { id, done, total } = this;
      postMessage({ id, progress: { done, total, seconds: this.seconds(), rows: opener.rows(), name } });
    }
    await turn();
    this.heard = performance.now();
  }
}

/** Messages, a call to stop among them, are heard between turns only; a timer's turn comes late. */
function turn() {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = resolve;
    port2.postMessage(undefined);
  });
}

/**
 * Reads one file into the opener; answers with why it is refused, if it is.
 * @param {import("./xenotime").Importer} opener
 * @param {string} name
 * @param {Blob} file
 * @param {Progress} progress
 * @param {string} [mapping]
 */
async function pass(opener, name, file, progress, mapping) {
  opener.begin(name, mapping);
  const encoder = new TextEncoder();
  const before = progress.done;
  try {
    const { head, pieces, decoder } = await bytesOf(file, (count) => {
      progress.done += count;
    });
    /** @param {Uint8Array | undefined} bytes */
    const feed = (bytes) => {
      const piece = decoder ? encoder.encode(decoder.decode(bytes, { stream: bytes !== undefined })) : bytes;
      return piece && piece.length > 0 ? opener.feed(piece) : undefined;
    };
    let bytes = head ?? (await pieces.read());
    let answer;
    while (bytes && !answer && !progress.isCancelled()) {
      answer = feed(bytes);
      await progress.tell(name, opener);
      bytes = await pieces.read();
    }
    if (progress.isCancelled() || (answer ??= feed(undefined))) {
      await pieces.cancel();
      return answer;
    }
    const passed = progress.done - before;
    if (passed >= file.size) return opener.end();
    return refused(opener, `only ${passed.toLocaleString("en")} of its ${file.size.toLocaleString("en")} bytes could be read: it has changed meanwhile`);
  } catch (error) {
    return refused(opener, unreadable(error));
  }
}

/**
 * Forgets a file that was begun.
 * @param {import("./xenotime").Importer} opener
 * @param {string} reason
 */
function refused(opener, reason) {
  opener.abandon();
  return { reason, header: [], rows: [], guess: [] };
}

/** Why bytes cannot be had, in words that help. @param {unknown} error */
function unreadable(error) {
  const { name = "", message = "" } = error instanceof Error ? error : {};
  const told = message.replace(/\.+$/, "");
  if (/after end of compressed/i.test(told)) {
    return "something follows its compressed part: of several packed files in one, and of what is not packed after it, a browser reads nothing; unpack it first";
  }
  if (/compressed/i.test(told)) return `its compression is cut or damaged (${told}): nothing of it is used`;
  if (name === "NotFoundError" || name === "NotReadableError" || /network/i.test(told)) {
    return "the browser cannot read it: is it a folder, or was it moved or changed meanwhile?";
  }
  return told || String(error);
}

/** A new opener that knows what countries are called. */
function newOpener() {
  const opener = new wasm_bindgen.Importer();
  names ||= countryNames();
  opener.learn(names);
  return opener;
}

function countryNames() {
  const codes = wasm_bindgen.Importer.countries().split(" ");
  const lines = LANGUAGES.flatMap((language) => {
    const known = new Intl.DisplayNames(language, { type: "region", fallback: "none" });
    return codes.map((code) => `${code}\t${known.of(code) ?? ""}`);
  });
  return lines.filter((line) => !line.endsWith("\t")).join("\n");
}

/**
 * Reads files and tells what is in them.
 * @param {{ id: number, files: File[], mappings: (string | undefined)[] }} asked A mapping for each file.
 */
async function read({ id, files, mappings }) {
  const opener = newOpener();
  const total = files.reduce((sum, file) => sum + file.size, 0);
  const progress = new Progress(id, total);
  /** @type {{ name: string, reason: string }[]} */
  const reasons = [];
  let before = 0;
  for (const [index, file] of files.entries()) {
    const answer = await pass(opener, file.name, file, progress, mappings[index]);
    before += file.size;
    progress.done = before;
    if (progress.isCancelled()) {
      opener.free();
      postMessage({ id, cancelled: true });
      return;
    }
    // What has rows to show is a table that nobody knows.
    if (answer && answer.rows.length > 0) {
      opener.free();
      postMessage({ id, unmapped: { index, name: file.name, ...answer } });
      return;
    }
    if (answer) reasons.push({ name: file.name, reason: answer.reason });
  }
  const summary = opener.summary();
  if (summary.sums === 0) {
    opener.free();
    const only = "it holds names only: open it together with the data they belong to";
    const failed = reasons.length > 0 ? reasons : files.map(({ name }) => ({ name, reason: only }));
    postMessage({ id, failed });
    return;
  }
  take(opener, "");
  postMessage({ id, summary, refused: reasons, slips: opener.slips(), seconds: progress.seconds(), bytes: total });
}

/**
 * Opens a folder of parts: its index now, each part when a choice needs it.
 * @param {{ id: number, rollup: string }} asked
 */
async function roll({ id, rollup }) {
  const start = performance.now();
  const opener = newOpener();
  let reason;
  try {
    reason = opener.index(await (await fetched(new URL("index.csv", rollup).href)).text());
  } catch (error) {
    reason = error instanceof Error ? error.message : String(error);
  }
  if (cancelled >= id || reason) {
    opener.free();
    postMessage(cancelled >= id ? { id, cancelled: true } : { id, failed: [{ name: "index.csv", reason }] });
    return;
  }
  take(opener, rollup);
  const seconds = (performance.now() - start) / 1000;
  postMessage({ id, summary: opener.summary(), refused: [], slips: [], seconds, bytes: 0 });
}

/**
 * @param {import("./xenotime").Importer} opener
 * @param {string} from
 */
function take(opener, from) {
  opened?.free();
  opened = opener;
  folder = from;
}

/**
 * The packed bytes of a part, whole: they are few. Nothing where that is called off.
 * @param {string} address
 * @param {Progress} progress
 */
async function part(address, progress) {
  download = new AbortController();
  try {
    return await (await fetched(address, download.signal)).blob();
  } catch (error) {
    if (progress.isCancelled()) return undefined;
    throw error;
  }
}

/**
 * @param {string} address
 * @param {AbortSignal} [signal]
 */
async function fetched(address, signal) {
  const response = await fetch(address, { signal: signal ?? null });
  if (response.ok) return response;
  // Read to its end, or the browser takes it for broken off.
  await response.text();
  throw new Refusal(`the host answered ${response.status}`);
}

/**
 * Fetches and reads the parts of the folder that a choice needs and that are not here yet.
 * @param {string} reporter
 * @param {string} products
 * @param {boolean} mirror
 * @param {number} id
 */
async function bring(reporter, products, mirror, id) {
  const opener = opened;
  if (!opener || !folder) return;
  const needed = opener.needed(reporter, products, mirror);
  const progress = new Progress(id, needed.reduce((sum, { bytes }) => sum + bytes, 0));
  for (const { path } of needed) {
    await progress.tell(path, opener);
    const packed = await part(new URL(path, folder).href, progress);
    const answer = packed && (await pass(opener, path, packed, progress));
    if (!packed || progress.isCancelled()) throw new Refusal("Cancelled.");
    if (answer) throw new Refusal(`${path}: ${answer.reason || "its columns are none that are known"}`);
    opener.have(path);
  }
}

/** What the page asks of what is open. @type {Record<string, (...words: any[]) => unknown>} */
const answers = {
  first: (reporter) => opened?.first(reporter),
  products: (reporter, wanted, chosen) => opened?.products(reporter, wanted, chosen, 200),
  partners: (reporter, wanted) => opened?.partners(reporter, wanted, 50),
  tidy: async (reporter, products, partners, also, mirror, id) => {
    await bring(reporter, products.join("\n"), mirror, id);
    return opened?.tidy(reporter, products.join("\n"), partners, also.join("\n"), mirror);
  },
  slips: () => opened?.slips(),
  csv: () => opened?.csv(),
};

/** Calls off the reading with this number, and all before it. @param {number} id */
function cancel(id) {
  cancelled = Math.max(cancelled, id);
  download.abort();
}

/** @param {{ glue: string, module: string }} asked */
async function prepare({ glue, module }) {
  try {
    importScripts(glue);
    await wasm_bindgen({ module_or_path: fetch(module) });
    postMessage({ ready: true });
  } catch {
    postMessage({ unready: true });
  }
}

addEventListener("message", async ({ data }) => {
  // One thing is read at a time: what is asked for next calls off what came before.
  if (data.files || data.rollup) cancel(data.id - 1);
  try {
    if (data.glue) {
      await prepare(data);
    } else if (data.cancel) {
      cancel(data.cancel);
    } else if (data.files) {
      await read(data);
    } else if (data.rollup) {
      await roll(data);
    } else {
      postMessage({ id: data.id, answer: await answers[data.ask]?.(...data.words, data.id) });
    }
  } catch (error) {
    if (error instanceof Refusal) {
      postMessage({ id: data.id, error: error.message });
      return;
    }
    let panic;
    try {
      panic = wasm_bindgen.lastPanic();
    } catch {
      panic = undefined;
    }
    postMessage({ id: data.id, error: panic ?? (error instanceof Error ? error.message : String(error)) });
  }
});
