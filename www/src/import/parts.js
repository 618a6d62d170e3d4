/** What is read of a file: itself, or the sheets or files that it holds. */

import { archiveWithin } from "../wording/import.js";
import { NeedsAsking } from "./asking.js";
import { enough, entryPieces, isGzip, memberPieces, piecesOf, textPieces } from "./pieces.js";

/** @typedef {import("./pieces.js").Pieces} Pieces */

/**
 * Something to read as a table; `size` is how many bytes it must come to, where that is known. Gzip of
 * several members is read otherwise, once that is noticed.
 * @typedef {object} Part
 * @property {string} name
 * @property {boolean} own Whether it is one of several that a file holds.
 * @property {(passed: (bytes: number) => void) => Pieces | Promise<Pieces>} pieces
 * @property {string | undefined} [letters] The label of the decoder, where that is known.
 * @property {(() => Promise<Pieces>) | undefined} [members]
 * @property {number | undefined} [size]
 * @property {Blob | undefined} [plain] Its bytes as they lie, where they are not packed.
 * @property {import("../../xenotime").Question[]} [questions] What must be answered first.
 */

/** What is said of a part that is not to be read. */
export const LEFT_OUT = "left out";

/** What of a mapping chooses among parts. */
const PART = /^(?:sheet|file)\t=(.*)$/m;

/** What of it says how a file's letters are written. */
const LETTERS = /^letters\t=(.+)$/m;

/** A mapping without what chooses among parts, or how the bytes are read. @param {string} mapping */
export const withoutParts = (mapping) => mapping.split("\n").filter((line) => ![PART, LETTERS].some((own) => own.test(line))).join("\n");

/** The label of the decoder that was chosen for a file's letters. @param {string | undefined} mapping */
export const lettersChosen = (mapping) => LETTERS.exec(mapping ?? "")?.[1];

/** What was answered to the question for a part. @param {string | undefined} mapping */
export const partAnswered = (mapping) => PART.exec(mapping ?? "")?.[1];

/**
 * First bytes of what holds others: an archive with files, without, or of the longer kind; a spreadsheet as
 * before archives; a web page, whatever its name ends in.
 */
const CONTAINER = /^(?:PK(?:\x03\x04|\x05\x06|\x06\x06)|\xd0\xcf\x11\xe0|(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?[\s\0]*<\0?(?:h\0?[te]|m\0?e|t\0?a|b\0?o|s\0?t|!\0?[d-]))/i;

/** How many first bytes tell it. */
const MAGIC = 64;

/** More parts of a file than are tried before one is proposed. */
const MOST_TRIED = 24;

/** The largest file of an archive that is held whole, since it is packed itself. */
const MOST_HELD = 2 ** 28;

/** @param {Uint8Array} bytes */
const begins = (bytes) => String.fromCharCode(...bytes.subarray(0, MAGIC));

/** A file that is read at once, wherever. @param {Blob} file */
function readable(file) {
  const reader = new FileReaderSync();
  return {
    read: (/** @type {number} */ from, /** @type {number} */ length) =>
      new Uint8Array(reader.readAsArrayBuffer(file.slice(from, from + length))),
  };
}

/**
 * @param {string} name
 * @param {Blob} file
 * @param {object} how
 * @param {() => Promise<import("../../xenotime").Unpacking>} how.unpacking
 * @param {(head: Uint8Array) => number} how.rank How surely first bytes are those of a table of trade.
 * @param {(name: string) => string | undefined} how.mapping What was said of a file or a part.
 * @param {boolean} [within] Whether it came out of an archive.
 * @returns {AsyncGenerator<Part, void, void>}
 */
export async function* partsOf(name, file, how, within = false) {
  const first = new Uint8Array(await file.slice(0, MAGIC).arrayBuffer());
  const head = begins(first);
  if (!CONTAINER.test(head)) {
    const members = async () => memberPieces(await how.unpacking(), readable(file), file.size);
    const plain = isGzip(first) ? undefined : file;
    yield { name, own: within, size: file.size, plain, pieces: (passed) => piecesOf(file, passed), members };
    return;
  }
  const { Unpacker, Checksum } = await how.unpacking();
  const unpacker = new Unpacker(readable(file), file.size);
  try {
    const { parts, sheets, named, questions } = chosen(unpacker, ranksOf(unpacker, how.rank), partAnswered(how.mapping(name)));
    if (questions.length > 0) yield { name, own: within, questions, pieces: () => textPieces(new Uint8Array()) };
    const own = within || parts.length > 1;
    for (const { at, name: part } of parts) {
      if (sheets) {
        yield { name: named ? `${name}, ${part}` : name, own, letters: unpacker.letters(), pieces: () => textPieces(unpacker.sheet(at)) };
      } else if (within) {
        throw new Error(archiveWithin);
      } else {
        const entry = placed(unpacker, at, part);
        const pieces = (/** @type {(bytes: number) => void} */ passed) => entryPieces(file, entry, Checksum, passed);
        const held = await packedAgain(pieces);
        if (held) yield* partsOf(part, held, how, true);
        else yield { name: part, own, pieces };
      }
    }
  } finally {
    unpacker.free();
  }
}

/**
 * How surely each of several parts is a table of trade.
 * @param {import("../../xenotime").Unpacker} unpacker
 * @param {(head: Uint8Array) => number} rank
 */
function ranksOf(unpacker, rank) {
  const count = unpacker.count();
  if (count < 2 || count > MOST_TRIED) return new Uint8Array();
  return Uint8Array.from({ length: count }, (_, at) => {
    try {
      return rank(unpacker.head(at));
    } catch (error) {
      if (error instanceof NeedsAsking) throw error;
      return 0;
    }
  });
}

/**
 * Which parts are meant; an answer that another file of the name was given is asked for anew.
 * @param {import("../../xenotime").Unpacker} unpacker
 * @param {Uint8Array} ranks
 * @param {string | undefined} answer
 */
function chosen(unpacker, ranks, answer) {
  try {
    return unpacker.choose(ranks, answer);
  } catch {
    return unpacker.choose(ranks);
  }
}

/**
 * Where a file of an archive lies.
 * @param {import("../../xenotime").Unpacker} unpacker
 * @param {number} at
 * @param {string} name
 */
function placed(unpacker, at, name) {
  try {
    return unpacker.entry(at);
  } catch (error) {
    throw new Error(`${name}: ${error instanceof Error ? error.message : error}`);
  }
}

/**
 * What an archive's file unpacks to, where it is packed itself.
 * @param {(passed: (bytes: number) => void) => Pieces} pieces
 */
async function packedAgain(pieces) {
  const first = pieces(() => undefined);
  const head = begins((await first.read()) ?? new Uint8Array());
  await first.cancel();
  if (!CONTAINER.test(head) && !head.startsWith("\x1f\x8b")) return undefined;
  return enough(pieces(() => undefined), MOST_HELD);
}
