// Checks stories away from the page's own thread, so that typing never waits. The first message
// says where everything lies; each after it is a question.

import { messageOf } from "../util/error.js";
import { fetchChecker } from "./checker.js";

/** @type {Awaited<ReturnType<typeof fetchChecker>> | undefined} */
let answer;

addEventListener("message", async ({ data }) => {
  if (answer) {
    postMessage(await answer(data));
    return;
  }
  try {
    answer = await fetchChecker(data);
    postMessage({ ready: true });
  } catch (error) {
    postMessage({ unready: messageOf(error) });
  }
});
