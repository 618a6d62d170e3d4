/** Finds a series among many by words, and adds it. */

import { made } from "../util/dom.js";
import * as say from "../wording/words.js";

/** More are not listed at once. */
const MOST_FOUND = 8;

/** @typedef {import("../../xenotime").Choice} Choice */

/**
 * The choices that hold every word, in any order: in their name, in the codes of their address (`USA`,
 * `magnets`) or among what else they are called. Those that have every word whole come before those that
 * have parts of words, then those with more words that are codes of theirs; the last word may not be written
 * to its end yet and counts in neither. Then those whose name begins with the first word come before the
 * others, and those found by their name before those found otherwise.
 * @param {Choice[]} choices
 * @param {string} words
 */
export function found(choices, words) {
  const wanted = folded(words).split(/\s+/).filter(Boolean);
  const first = wanted[0] ?? "";
  const finished = wanted.slice(0, -1);
  const holds = (/** @type {string} */ text) => wanted.every((word) => text.includes(word));
  return choices
    .map((choice, place) => {
      const label = folded(choice.label);
      const others = folded(`${choice.value.replaceAll(".", " ")} ${choice.also}`);
      const whole = new Set(`${label} ${others}`.split(/[^\p{L}\p{N}-]+/u));
      const codes = folded(choice.value).split(".");
      return {
        choice,
        place,
        fits: holds(`${label} ${others}`),
        parts: finished.every((word) => whole.has(word)) ? 0 : 1,
        codes: finished.filter((word) => codes.includes(word)).length,
        rank: label.startsWith(first) ? 0 : holds(label) ? 1 : 2,
      };
    })
    .filter(({ fits }) => fits)
    .sort(
      (one, other) =>
        one.parts - other.parts || other.codes - one.codes || one.rank - other.rank || one.place - other.place,
    )
    .map(({ choice }) => choice);
}

/** Without accents and capitals. @param {string} text */
const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/**
 * @param {object} host
 * @param {() => Promise<void>} host.begin Is called when somebody begins to search. What does not come then is not found.
 * @param {(value: string) => void} host.add
 */
export function createSearch({ begin, add }) {
  const part = made("div", "desk-search");
  const field = made("label", "field", say.addSeries);
  const input = document.createElement("input");
  input.type = "search";
  input.placeholder = say.searchHint;
  field.append(input);
  const list = made("ul", "desk-found");
  const said = made("p", "quiet");
  said.setAttribute("role", "status");
  part.append(field, list, said);
  /** @type {Choice[]} */
  let choices = [];
  let room = true;

  function show() {
    if (!room) {
      list.replaceChildren();
      said.textContent = say.upToSix;
      return;
    }
    const words = input.value.trim();
    const all = words ? found(choices, words) : [];
    // Whoever walks the list stays where they are when more names come.
    const here = list.contains(document.activeElement) ? document.activeElement?.textContent : undefined;
    list.replaceChildren(
      ...all.slice(0, MOST_FOUND).map(({ value, label }) => {
        const item = made("li");
        const button = made("button", "", label);
        button.addEventListener("click", () => {
          input.value = "";
          add(value);
          input.focus();
        });
        item.append(button);
        return item;
      }),
    );
    if (here) ([...list.querySelectorAll("button")].find(({ textContent }) => textContent === here) ?? input).focus();
    if (!words) said.textContent = say.toChoose(choices.length);
    else if (all.length === 0) said.textContent = say.noneFound;
    else said.textContent = say.foundOf(all.length, MOST_FOUND);
  }

  input.addEventListener("focus", () => void begin().catch(() => undefined));
  input.addEventListener("input", show);
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    list.querySelector("button")?.click();
  });
  // From the field down through what was found, and back.
  part.addEventListener("keydown", (event) => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step === 0) return;
    const stops = [input, ...list.querySelectorAll("button")];
    const to = stops[stops.findIndex((stop) => stop === document.activeElement) + step];
    if (!to) return;
    event.preventDefault();
    to.focus();
  });

  return {
    part,
    /** @param {Choice[]} offered @param {boolean} more Whether another may be added. */
    offer(offered, more) {
      choices = offered;
      room = more;
      input.disabled = !more;
      show();
    },
    focus: () => input.focus(),
  };
}
