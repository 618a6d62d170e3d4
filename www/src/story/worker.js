// Checks stories away from the page's own thread, so that typing never waits. The first message
// says where everything lies; each after it is a story.

import { messageOf } from "../util/error.js";
import { answerTo, fetchChecker } from "./checker.js";

/** @type {import("../../xenotime").StoryChecker | undefined} */
let checker;

addEventListener("message", async ({ data }) => {
  if (checker) {
    postMessage(answerTo(checker, data));
    return;
  }
  try {
    checker = await fetchChecker(data);
    postMessage({ ready: true });
  } catch (error) {
    postMessage({ unready: messageOf(error) });
  }
});
