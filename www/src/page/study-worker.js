// Computes what takes longer than a frame, away from the page's own thread. The first message says where
// the module lies; each after it is a question, with what is new of the data that it is asked of.

import init, { Session, lastPanic } from "glue/whole";

import { begun } from "../util/engine.js";
import { messageOf } from "../util/error.js";
import { fetched } from "../util/load.js";

/** @type {Session | undefined} */
let session;

/** @param {import("./studies.js").Question} question */
function answer({ what, search, made, added }) {
  if (made) {
    session?.free();
    session = made.own
      ? Session.own(.../** @type {Parameters<typeof Session.own>} */ (made.texts))
      : new Session(.../** @type {ConstructorParameters<typeof Session>} */ (made.texts));
  }
  for (const [name, text] of added) session?.addPart(name, text);
  return session?.[what](search);
}

addEventListener("message", async ({ data }) => {
  if (data.module) {
    try {
      await begun(data.module, () => init({ module_or_path: fetched(data.module) }));
      postMessage({ ready: true });
    } catch (error) {
      postMessage({ unready: messageOf(error) });
    }
    return;
  }
  try {
    postMessage({ id: data.id, answer: answer(data) });
  } catch (error) {
    // After a panic nothing can be asked any more.
    postMessage(lastPanic() ? { unready: lastPanic() } : { id: data.id, error: messageOf(error) });
  }
});
