/** What leaves the page: reports, and links that hold the story. */

import { element } from "../util/dom.js";
import { messageOf } from "../util/error.js";
import { copyText, save } from "../util/file.js";
import { otherLanguages } from "../util/language.js";
import * as words from "../wording/story.js";
import { reported } from "./report.js";
import { LIMIT, fragment } from "./sharing.js";
import { heldBy } from "./triage.js";

/** @typedef {import("./triage.js").Decision} Decision */

/**
 * What is on the page.
 * @typedef {object} Held
 * @property {string} dated When the story was written, as given or supposed.
 * @property {ReadonlyMap<number, Decision>} decided
 * @property {import("./text.js").Place[]} places
 * @property {string} rollup The folder of parts that judges, which a link can name.
 * @property {boolean} owned Whether the reader's own files judge, which no link holds.
 */

/**
 * @typedef {object} Page
 * @property {() => { text: string, date: string, asof: boolean }} written
 * @property {() => Held} held Of thousands of figures, so it is asked for no oftener than it must be.
 * @property {(what: string, ...facts: string[]) => Promise<string>} ask Of the checker.
 * @property {(said: string) => void} toast
 * @property {(hash: string) => void} stepTo Where Back leads from.
 */

/** @param {Page} page */
export function createOutgoing({ written, held, ask, toast, stepTo }) {
  const buttons = ["save-report", "copy-markdown", "copy-json", "share"].map((id) => /** @type {HTMLButtonElement} */ (element(id)));

  /** The fragment that holds what is on the page. */
  function hash() {
    const { decided, places, rollup, owned } = held();
    const { text, date, asof } = written();
    const chosen = { accepted: heldBy(decided, places, "accepted"), aside: heldBy(decided, places, "aside") };
    return fragment(text, date, asof, chosen, rollup, owned);
  }

  /** @param {"markdown" | "json"} kind */
  const report = async (kind) => reported(kind, ask, held());

  for (const [kind, name] of /** @type {const} */ ([["markdown", "Markdown"], ["json", "JSON"]])) {
    element(`copy-${kind}`).addEventListener("click", async () => {
      toast((await copyText(report(kind))) ? words.reportCopied(name) : words.copyingForbidden);
    });
  }

  element("save-report").addEventListener("click", async () => {
    try {
      save(new Blob([await report("markdown")], { type: "text/markdown;charset=utf-8" }), "story-check.md");
    } catch (error) {
      toast(messageOf(error));
    }
  });

  element("share").addEventListener("click", async () => {
    // Begun in the click itself: some browsers let nothing be copied that comes later than that.
    const link = hash().then((hash) => {
      const whole = new URL(hash, location.href).href;
      if (whole.length > LIMIT) {
        throw new Error(words.linkTooLong(whole.length, LIMIT));
      }
      return whole;
    });
    const copying = copyText(link);
    try {
      stepTo(new URL(await link).hash);
      const apart = held().owned ? words.linkWithoutFiles : "";
      toast((await copying) ? words.storyLinkCopied + apart : words.linkInBar);
    } catch (error) {
      toast(messageOf(error));
    }
  });

  return {
    /** Offers what there is to take away, and has the links to the other language take it along. */
    async offer() {
      const { text } = written();
      for (const button of buttons) button.disabled = text.trim() === "";
      const carried = text === "" ? "" : await hash();
      // A later one may have been quicker.
      if (written().text === text) for (const link of otherLanguages()) link.hash = carried;
    },
  };
}
