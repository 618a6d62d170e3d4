"use strict";

// Checks stories away from the page's own thread, so that typing never waits. The first message
// says where everything lies; each after it is a story.

/** @type {import("./xenotime").StoryChecker | undefined} */
let checker;

addEventListener("message", async ({ data }) => {
  try {
    if (data.scripts) {
      importScripts(...data.scripts);
      checker = await Checker.load(data);
      postMessage({ ready: true });
    } else if (checker) {
      postMessage({ id: data.id, answer: checker.check(data.text, data.date) });
    }
  } catch (error) {
    const message = typeof Checker === "undefined" ? String(error) : Checker.words(error);
    postMessage({ id: data.id, error: message });
  }
});
