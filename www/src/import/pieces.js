/** Bytes piece by piece, unpacked, and the decoder that they need. */

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
 * The first of bytes and the decoder that they need to become UTF-8.
 * @param {Pieces} pieces
 * @returns {Promise<{ head: Uint8Array | undefined, decoder: TextDecoder | undefined }>}
 */
export async function decoded(pieces) {
  const head = await pieces.read();
  const label = head && Importer.encoding(head.subarray(0, HEAD));
  return { head, decoder: label ? new TextDecoder(label) : undefined };
}

/**
 * A file's bytes, unpacked.
 * @param {Blob} file
 * @param {(bytes: number) => void} passed Told of bytes as they come from the file, for progress.
 */
export async function piecesOf(file, passed) {
  const first = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  return first[0] === 0x1f && first[1] === 0x8b ? unpacked(file, "gzip", passed) : readByob(file, passed);
}

/** Text that is there already. @param {Uint8Array} bytes @returns {Pieces} */
export function textPieces(bytes) {
  let at = 0;
  return {
    read: async () => {
      const piece = bytes.subarray(at, at + PIECE);
      at += piece.length;
      return piece.length > 0 ? piece : undefined;
    },
    cancel: async () => undefined,
  };
}

/**
 * A file of an archive, unpacked; what comes of it is checked.
 * @param {Blob} file
 * @param {import("../../xenotime").Packed} entry
 * @param {import("../../xenotime").Unpacking["Checksum"]} Checksum
 * @param {(bytes: number) => void} passed
 * @returns {Pieces}
 */
export function entryPieces(file, { start, packed, size, crc, stored }, Checksum, passed) {
  const part = file.slice(start, start + packed);
  const pieces = stored ? readByob(part, passed) : unpacked(part, "deflate-raw", passed);
  const checksum = new Checksum();
  let left = size;
  const read = async () => {
    const piece = await pieces.read();
    left -= piece?.length ?? 0;
    if (left < 0) throw new Error("it unpacks to more than its archive says: it is damaged, or made to be");
    if (piece) checksum.update(piece);
    else if (left > 0 || checksum.sum() !== crc) throw new Error("it is cut or damaged: it unpacks to other than its archive says");
    return piece;
  };
  const cancel = async () => {
    checksum.free();
    await pieces.cancel();
  };
  return { read, cancel };
}

/**
 * All members of gzip, which browsers unpack the first of.
 * @param {import("../../xenotime").Unpacking} unpacking
 * @param {import("../../xenotime").Bytes} bytes
 * @param {number} size
 * @returns {Pieces}
 */
export function memberPieces({ Members }, bytes, size) {
  const members = new Members(bytes, size);
  const read = async () => {
    const piece = members.read(PIECE);
    return piece.length > 0 ? piece : undefined;
  };
  return { read, cancel: async () => members.free() };
}

/** All of it, where that is not too much. @param {Pieces} pieces @param {number} most */
export async function enough(pieces, most) {
  /** @type {BlobPart[]} */
  const held = [];
  let size = 0;
  for (let piece = await pieces.read(); piece; piece = await pieces.read()) {
    size += piece.length;
    if (size > most) {
      await pieces.cancel();
      throw new Error(`it is packed twice and larger than ${most / 2 ** 20} MiB: unpack the archive first`);
    }
    // The memory that it stands in may be used again.
    held.push(piece.slice());
  }
  await pieces.cancel();
  return new Blob(held);
}

/** @param {Blob} file @param {"gzip" | "deflate-raw"} format @param {(bytes: number) => void} passed @returns {Pieces} */
function unpacked(file, format, passed) {
  const counted = new TransformStream({
    transform(bytes, controller) {
      passed(bytes.length);
      controller.enqueue(bytes);
    },
  });
  const unpacking = /** @type {any} */ (new DecompressionStream(format));
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
