/** Bytes piece by piece, unpacked, and the decoder that they need. */

import { Importer } from "glue/importer";

import * as words from "../wording/import.js";

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
 * @param {string} [letters] The decoder’s label, where that is known.
 * @returns {Promise<{ head: Uint8Array | undefined, decoder: TextDecoder | undefined }>}
 */
export async function decoded(pieces, letters) {
  const head = await pieces.read();
  return { head, decoder: head && decoderOf(head, letters) };
}

/**
 * What letters are taken for that are no UTF-8: stray bytes that no decoder is needed for are read cell by cell.
 * @param {Uint8Array | undefined} head It may end within a letter.
 * @param {TextDecoder | undefined} decoder
 */
export function encodingOf(head, decoder) {
  if (decoder || !head) return decoder?.encoding;
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(head, { stream: true });
    return undefined;
  } catch {
    return "windows-1252";
  }
}

/**
 * @param {Uint8Array} head
 * @param {string} [letters]
 */
function decoderOf(head, letters) {
  try {
    if (letters) return new TextDecoder(letters);
  } catch {
    // A page may name what no browser knows.
  }
  const label = Importer.encoding(head.subarray(0, HEAD));
  return label ? new TextDecoder(label) : undefined;
}

/** First bytes as UTF-8. @param {Uint8Array} head */
export const inUtf8 = (head) => {
  const decoder = decoderOf(head);
  return decoder ? new TextEncoder().encode(decoder.decode(head)) : head;
};

/** Why a packed file cannot be unpacked, in words that help. */
export class Packing extends Error {
  /** Whether it is whole, with another packed file behind it. */
  goesOn = false;
}

/**
 * The bytes of a packed file. What browsers say of one that is damaged differs, and is wrong in some: what
 * is wrong with it is told by where it failed.
 * @param {Blob} file
 * @param {"gzip" | "deflate-raw"} format
 * @param {(bytes: number) => void} passed
 * @returns {Pieces}
 */
function unpacked(file, format, passed) {
  if (typeof DecompressionStream === "undefined") {
    throw new Packing(words.notUnpackable);
  }
  const source = /** @type {ReadableStream<Uint8Array<ArrayBuffer>>} */ (file.stream()).getReader();
  const unpacking = new DecompressionStream(format);
  const writer = unpacking.writable.getWriter();
  const reader = /** @type {ReadableStreamDefaultReader<Uint8Array>} */ (unpacking.readable.getReader());
  /** What the file's bytes have come to. @type {"taken" | "unpacked" | "ended"} */
  let stage = "taken";

  async function pump() {
    for (;;) {
      stage = "taken";
      const { done, value } = await source.read();
      if (done) break;
      passed(value.length);
      stage = "unpacked";
      await writer.write(value);
    }
    stage = "ended";
    await writer.close();
  }
  // Whoever reads hears of it.
  pump().catch((error) => writer.abort(error).catch(() => {}));

  return {
    async read() {
      try {
        return (await reader.read()).value;
      } catch (error) {
        if (stage === "taken") throw error;
        if (stage === "ended") throw new Packing(words.cutOff);
        const reason = new Packing(words.damaged);
        reason.goesOn = format === "gzip" && (await holdsSeveral(file));
        throw reason;
      }
    },
    async cancel() {
      await Promise.all([source.cancel(), reader.cancel()]);
    },
  };
}

/** How a packed file begins, and how many places that look like it are tried. */
const BEGINNING = [0x1f, 0x8b, 0x08];
const TRIES = 3;

/**
 * Whether a file is a whole packed one with another behind it.
 * @param {Blob} file
 */
async function holdsSeveral(file) {
  let tries = TRIES;
  for (let from = 1; from < file.size; from += PIECE) {
    // A beginning may lie across two pieces.
    const bytes = new Uint8Array(await file.slice(from, from + PIECE + BEGINNING.length - 1).arrayBuffer());
    for (let at = bytes.indexOf(0x1f); at >= 0 && at < PIECE; at = bytes.indexOf(0x1f, at + 1)) {
      if (!BEGINNING.every((byte, index) => bytes[at + index] === byte)) continue;
      if (await unpacks(file.slice(0, from + at))) return true;
      tries -= 1;
      if (tries === 0) return false;
    }
  }
  return false;
}

/** @param {Blob} file */
async function unpacks(file) {
  try {
    const reader = file.stream().pipeThrough(new DecompressionStream("gzip")).getReader();
    while (!(await reader.read()).done);
    return true;
  } catch {
    return false;
  }
}

/** Whether a file that begins so is packed by gzip. @param {Uint8Array} first */
export const isGzip = (first) => first[0] === 0x1f && first[1] === 0x8b;

/**
 * A file's bytes, unpacked.
 * @param {Blob} file
 * @param {(bytes: number) => void} passed Told of bytes as they come from the file, for progress.
 */
export async function piecesOf(file, passed) {
  const first = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  return isGzip(first) ? unpacked(file, "gzip", passed) : bytesOf(file, passed);
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
  const pieces = stored ? bytesOf(part, passed) : unpacked(part, "deflate-raw", passed);
  const checksum = new Checksum();
  let left = size;
  const read = async () => {
    const piece = await pieces.read();
    left -= piece?.length ?? 0;
    if (left < 0) throw new Error(words.unpacksToMore);
    if (piece) checksum.update(piece);
    else if (left > 0 || checksum.sum() !== crc) throw new Error(words.unpacksToOther);
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
      throw new Error(words.packedTwice(most / 2 ** 20));
    }
    // The memory that it stands in may be used again.
    held.push(piece.slice());
  }
  await pieces.cancel();
  return new Blob(held);
}

/**
 * A file's bytes, in the same piece of memory again and again where the browser can do that: new
 * memory for each takes as long as the reading itself.
 * @param {Blob} file
 * @param {(bytes: number) => void} passed
 * @returns {Pieces}
 */
export function bytesOf(file, passed) {
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
