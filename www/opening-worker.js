"use strict";

// Reads a reader's own files away from the page's thread, piece by piece, so that the page goes on
// and no file is ever held whole.

/** What is open, and what is being read. @type {import("./xenotime").Opener | undefined} */
let opened;
/** The number of the reading that was called off, and of all before it. */
let cancelled = 0;

/** How often progress is told, in milliseconds. */
const OFTEN = 100;

/**
 * A file's bytes, unpacked and as UTF-8.
 * @param {File} file
 * @param {(bytes: number) => void} passed Told of the file's own bytes, for progress.
 */
async function bytesOf(file, passed) {
  const magic = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  const packed = magic[0] === 0x1f && magic[1] === 0x8b;
  /** @type {ReadableStream<Uint8Array>} */
  let stream = file.stream();
  if (packed) {
    const counted = new TransformStream({
      transform(chunk, controller) {
        passed(chunk.byteLength);
        controller.enqueue(chunk);
      },
    });
    const unpacking = /** @type {any} */ (new DecompressionStream("gzip"));
    stream = stream.pipeThrough(counted).pipeThrough(unpacking);
  }
  const reader = stream.getReader();
  const { value } = await reader.read();
  const head = value ?? new Uint8Array();
  const label = wasm_bindgen.Opener.encoding(head.subarray(0, 4096));
  return { reader, head, packed, decoder: label ? new TextDecoder(label) : undefined };
}

/**
 * @param {{ id: number, files: File[], mappings: Record<string, string> }} asked
 */
async function read({ id, files, mappings }) {
  const opener = new wasm_bindgen.Opener();
  const total = files.reduce((sum, file) => sum + file.size, 0);
  const start = performance.now();
  const encoder = new TextEncoder();
  /** @type {{ name: string, reason: string }[]} */
  const refused = [];
  let done = 0;
  let told = 0;
  for (const file of files) {
    const before = done;
    opener.begin(file.name, mappings[file.name]);
    let answer;
    try {
      const { reader, head, packed, decoder } = await bytesOf(file, (count) => {
        done += count;
      });
      /** @param {Uint8Array | undefined} bytes */
      const feed = (bytes) => {
        const last = bytes === undefined;
        if (!packed) done += bytes?.length ?? 0;
        const piece = decoder ? encoder.encode(decoder.decode(bytes, { stream: !last })) : bytes;
        return piece && piece.length > 0 ? opener.feed(piece) : undefined;
      };
      answer = feed(head);
      while (!answer) {
        if (cancelled >= id) {
          await reader.cancel();
          opener.free();
          postMessage({ id, cancelled: true });
          return;
        }
        const { done: over, value } = await reader.read();
        answer = feed(value);
        const now = performance.now();
        if (now - told > OFTEN) {
          told = now;
          postMessage({ id, progress: { done, total, seconds: (now - start) / 1000, rows: opener.rows(), name: file.name } });
          // Messages, a call to stop among them, are heard between turns only.
          await new Promise((resolve) => setTimeout(resolve, 0));
        }
        if (over) break;
      }
      if (answer) await reader.cancel();
      else answer = opener.end();
    } catch (error) {
      answer = { reason: `${error instanceof Error ? error.message : error}`, header: [], rows: [], guess: [] };
      opener.begin("", undefined);
    }
    done = before + file.size;
    if (answer && answer.header.length > 0) {
      opener.free();
      postMessage({ id, unmapped: { name: file.name, ...answer } });
      return;
    }
    if (answer) refused.push({ name: file.name, reason: answer.reason });
  }
  const summary = opener.summary();
  if (summary.sums === 0) {
    opener.free();
    postMessage({ id, failed: refused });
    return;
  }
  opened?.free();
  opened = opener;
  const seconds = (performance.now() - start) / 1000;
  postMessage({ id, summary, refused, slips: opener.slips(), seconds, bytes: total });
}

/** What the page asks of what is open. @type {Record<string, (...words: any[]) => unknown>} */
const answers = {
  products: (reporter, wanted) => opened?.products(reporter, wanted, 50),
  partners: (reporter, wanted) => opened?.partners(reporter, wanted, 50),
  tidy: (reporter, products, partners, also, mirror) =>
    opened?.tidy(reporter, products.join("\n"), partners, also.join("\n"), mirror),
  csv: () => opened?.csv(),
};

addEventListener("message", async ({ data }) => {
  try {
    if (data.glue) {
      importScripts(data.glue);
      await wasm_bindgen({ module_or_path: fetch(data.module) });
      postMessage({ ready: true });
    } else if (data.cancel) {
      cancelled = data.cancel;
    } else if (data.files) {
      await read(data);
    } else {
      postMessage({ id: data.id, answer: answers[data.ask]?.(...data.words) });
    }
  } catch (error) {
    let panic;
    try {
      panic = wasm_bindgen.lastPanic();
    } catch {
      panic = undefined;
    }
    postMessage({ id: data.id, error: panic ?? (error instanceof Error ? error.message : String(error)) });
  }
});
