/** The bytes of a file, piece by piece, unpacked and with the decoder that they need. */

import { Importer } from "glue/importer";

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
export async function bytesOf(file, passed) {
  const first = new Uint8Array(await file.slice(0, HEAD).arrayBuffer());
  const packed = first[0] === 0x1f && first[1] === 0x8b;
  const pieces = packed ? unpacked(file, passed) : readByob(file, passed);
  const head = packed ? await pieces.read() : undefined;
  const label = Importer.encoding((head ?? first).subarray(0, HEAD));
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
function readByob(file, passed) {
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
