/** What is done at a figure in the story itself: other words in its place, and the keys that go from one to the next. */

import * as words from "../wording/story.js";
import { shiftPlaces } from "./text.js";

/** @typedef {import("./text.js").Place} Place */

/**
 * The page as this needs it.
 * @typedef {object} Editor
 * @property {HTMLTextAreaElement} story
 * @property {() => { text: string, places: Place[], verdicts: import("./triage.js").Verdict[], marks: number[] }} shown
 * @property {() => boolean} current Whether that is of the story as it stands.
 * @property {(back: () => void) => void} note Takes note of a step, by what takes it back.
 * @property {(said: string) => void} toast
 * @property {(index: number) => void} choose
 * @property {(index: number) => Promise<HTMLElement | undefined>} open
 * @property {() => number | undefined} chosen The figure that the reader is at.
 */

/** @param {Editor} editor */
export function createEditing({ story, shown, current, note, toast, choose, open, chosen }) {
  /** Puts other words in the story, while the keyboard stays where it is. @param {Place} place @param {string} other */
  function swap([from, to], other) {
    const before = document.activeElement;
    story.focus({ preventScroll: true });
    story.setSelectionRange(from, to);
    if (!document.execCommand("insertText", false, other)) {
      story.setRangeText(other, from, to, "select");
      story.dispatchEvent(new Event("input"));
    }
    if (before instanceof HTMLElement) before.focus({ preventScroll: true });
  }

  // F8 goes to the next figure, Shift+F8 to the one before, Enter from there to its evidence.
  story.addEventListener("keydown", (event) => {
    const { text, places, verdicts, marks } = shown();
    if (event.key !== "F8" || marks.length === 0) return;
    event.preventDefault();
    const here = event.shiftKey ? story.selectionStart : story.selectionEnd;
    const starts = marks.map((index) => places[index]?.[0] ?? 0);
    const next = event.shiftKey
      ? starts.filter((from) => from < here).length - 1
      : starts.findIndex((from) => from >= here);
    const index = marks[next < 0 ? (event.shiftKey ? marks.length - 1 : 0) : next];
    if (index === undefined) return;
    choose(index);
    void open(index);
    const figure = text.slice(...(places[index] ?? [0, 0]));
    toast(words.keyForEvidence(figure, words.verdicts[verdicts[index] ?? "close"]));
  });
  story.addEventListener("keydown", async (event) => {
    const index = chosen();
    if (event.key !== "F9" || index === undefined) return;
    event.preventDefault();
    (await open(index))?.focus({ preventScroll: true });
  });

  return {
    /**
     * Puts other words in a figure's place, as if they were typed: both Undo and the browser's own take them back.
     * @param {number} index
     * @param {string} other
     */
    reword(index, other) {
      const { text, places } = shown();
      const place = places[index];
      if (!place || !current() || place[0] < 0) {
        toast(words.justChanged);
        return;
      }
      const was = text.slice(...place);
      swap(place, other);
      const after = story.value;
      const end = place[0] + other.length;
      note(() => {
        const [now] = shiftPlaces([[place[0], end]], after, story.value);
        if (now && now[0] >= 0) swap(now, was);
      });
      toast(words.changedTo(was, other));
    },
  };
}
