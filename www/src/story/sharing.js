/** A story in the address's fragment, which browsers keep to themselves. */

import { MOST } from "./text.js";

/** What every browser and most programs pass on whole. */
export const LIMIT = 16_000;

/**
 * @param {Blob} blob
 * @param {CompressionStream | DecompressionStream} stream
 */
const through = (blob, stream) => new Response(blob.stream().pipeThrough(stream)).arrayBuffer();

/**
 * The fragment that holds a story, and what was decided of its figures.
 * @param {string} text
 * @param {string} date
 * @param {boolean} asof Whether it is judged by what was published by then.
 * @param {{ accepted: string, aside: string }} decided
 * @param {string} [rollup] The folder of parts that it is judged by.
 * @param {boolean} [own] Whether files judge that no link can hold.
 */
export async function fragment(text, date, asof, { accepted, aside }, rollup = "", own = false) {
  const packed = await through(new Blob([text]), new CompressionStream("deflate-raw"));
  let bytes = "";
  for (const byte of new Uint8Array(packed)) bytes += String.fromCharCode(byte);
  const story = btoa(bytes).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
  return `#${new URLSearchParams({ story, ...(date && { date }), ...(asof && { asof: "1" }), ...(accepted && { accepted }), ...(aside && { aside }), ...(rollup && { rollup }), ...(own && { own: "1" }) })}`;
}

/**
 * What a fragment holds, if it holds a story.
 * @param {string} hash
 */
export async function readFragment(hash) {
  const asked = new URLSearchParams(hash.slice(1));
  const story = asked.get("story");
  if (story === null) return undefined;
  const bytes = atob(story.replaceAll("-", "+").replaceAll("_", "/"));
  const packed = Uint8Array.from(bytes, (letter) => letter.charCodeAt(0));
  const unpacked = await unpack(packed);
  const written = asked.get("date") ?? "";
  const date = /^\d{4}-\d{2}-\d{2}$/.test(written) ? written : "";
  return {
    text: unpacked,
    date,
    asof: date !== "" && asked.get("asof") === "1",
    accepted: asked.get("accepted"),
    aside: asked.get("aside"),
    own: asked.has("own"),
  };
}

/**
 * No more than a story may be: a few bytes can unpack to gigabytes.
 * @param {Uint8Array<ArrayBuffer>} packed
 */
async function unpack(packed) {
  const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate-raw")).getReader();
  const decoder = new TextDecoder();
  let text = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    text += decoder.decode(value, { stream: true });
    if (text.length > MOST) {
      await reader.cancel();
      throw new Error("the story in the link is too long");
    }
  }
}
