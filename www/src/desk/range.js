/** The stretch of time shown: two handles on one track, by mouse, touch and keyboard, to the month. */

import { made } from "../util/dom.js";
import * as words from "../wording/words.js";

/** Stretches that are asked for most, in years. */
const YEARS = [1, 3, 5, 10];

/** How long a handle must rest before the chart follows, in milliseconds. */
const REST = 120;

/** @typedef {import("../../xenotime").Control} Control */

/** A month as a number. @param {string} month `2024-11` */
export const indexOf = (month) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;

/** A number as a month. @param {number} index */
export const monthOf = (index) => `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}`;

/**
 * @param {object} host
 * @param {(from: string, to: string) => void} host.narrow
 * @param {() => void} host.all
 */
export function createRange({ narrow, all }) {
  const part = made("fieldset", "desk-part");
  part.append(made("legend", "", words.timeShown));
  const track = made("div", "range");
  const filled = made("span", "range-filled");
  const [from, to] = /** @type {[HTMLInputElement, HTMLInputElement]} */ (
    words.ends.map((label) => {
      const input = document.createElement("input");
      input.type = "range";
      input.setAttribute("aria-label", label);
      return input;
    })
  );
  track.append(filled, from, to);
  const said = made("output", "quiet");
  const buttons = made("div", "segments");
  part.append(track, said, buttons);
  /** @type {Map<string, string>} What months are called. */
  let names = new Map();
  let timer = 0;

  function paint() {
    const [first, last] = [Number(from.min), Number(from.max)];
    const share = (/** @type {HTMLInputElement} */ input) => ((Number(input.value) - first) / Math.max(last - first, 1)) * 100;
    filled.style.left = `${share(from)}%`;
    filled.style.right = `${100 - share(to)}%`;
    for (const input of [from, to]) {
      const month = monthOf(Number(input.value));
      input.setAttribute("aria-valuetext", names.get(month) ?? month);
    }
    const named = (/** @type {HTMLInputElement} */ input) => input.getAttribute("aria-valuetext") ?? "";
    said.textContent = words.fromTo(named(from), named(to));
  }

  function moved() {
    clearTimeout(timer);
    timer = window.setTimeout(() => narrow(monthOf(Number(from.value)), monthOf(Number(to.value))), REST);
  }

  // A handle stops at the other.
  from.addEventListener("input", () => {
    if (Number(from.value) > Number(to.value)) from.value = to.value;
    paint();
    moved();
  });
  to.addEventListener("input", () => {
    if (Number(to.value) < Number(from.value)) to.value = from.value;
    paint();
    moved();
  });

  const years = YEARS.map((count) => {
    const button = made("button", "", words.years(count));
    button.addEventListener("click", () => narrow(monthOf(Math.max(Number(to.max) - 12 * count + 1, Number(to.min))), monthOf(Number(to.max))));
    return button;
  });
  const whole = made("button", "", words.all);
  whole.addEventListener("click", () => all());
  buttons.append(...years, whole);

  return {
    part,
    /** @param {(Control | undefined)[]} controls The first month shown and the last, with those there are. */
    show([first, last]) {
      part.hidden = !first || !last;
      if (!first || !last) return;
      names = new Map([...first.choices, ...last.choices].map(({ value, label }) => [value, label]));
      const ends = [first.choices[0]?.value ?? first.value, last.choices.at(-1)?.value ?? last.value];
      const [least, most] = ends.map(indexOf);
      for (const [input, { value }] of /** @type {const} */ ([[from, first], [to, last]])) {
        Object.assign(input, { min: String(least), max: String(most) });
        if (document.activeElement !== input || timer === 0) input.value = String(indexOf(value));
      }
      timer = 0;
      paint();
    },
  };
}
