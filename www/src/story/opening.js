/** A story out of a file. */

import * as words from "../wording/story.js";
import { MOST, wordsOf } from "./text.js";

/** The text of a file; fails with the reason where it is none. @param {File} file */
export async function textOf(file) {
  const { name, type, size } = file;
  if (!/\.(txt|text|md|markdown|html?|htm)$/i.test(name) && !type.startsWith("text/")) throw new Error(words.noStoryFile(name));
  if (size > MOST * 4) throw new Error(words.storyFileTooLarge(name, size));
  let text;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer());
  } catch {
    throw new Error(words.storyNotUtf8(name));
  }
  return /\.html?$/i.test(name) || type === "text/html" ? wordsOf(text) : text;
}
