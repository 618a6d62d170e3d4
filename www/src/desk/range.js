/**
 * The stretch of time shown, to the month, by mouse, touch and keyboard: two handles on one track, between
 * them what is shown, which moves as a whole, and above it the whole series, in which a stretch is drawn.
 */

import { made } from "../util/dom.js";
import * as words from "../wording/words.js";

/** Stretches that are asked for most, in years. */
const YEARS = [1, 3, 5, 10];

/** How long a handle must rest before the chart follows, in milliseconds. */
const REST = 120;

/** A stretch drawn shorter than this is none, in months. */
const LEAST = 2;

/** @typedef {import("../../xenotime").Control} Control */

/** A month as a number. @param {string} month `2024-11` */
export const indexOf = (month) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;

/** A number as a month. @param {number} index */
export const monthOf = (index) => `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}`;

/**
 * A stretch moved by so many months, as long as it was, as far as the ends let it.
 * @param {[number, number]} stretch
 * @param {number} by
 * @param {[number, number]} ends
 * @returns {[number, number]}
 */
export function movedBy([from, to], by, [first, last]) {
  const room = Math.min(Math.max(by, first - from), last - to);
  return [from + room, to + room];
}

/** How wide a handle is, and what lies between two at least, so that it can be taken; in root sizes. */
const [HANDLE, BETWEEN] = [1.75, 1.5];

/**
 * Where the middles of two handles are drawn: where their months are, but so far apart that what lies between
 * them can be taken, and both within the track.
 * @param {[number, number]} middles
 * @param {number} width The track's.
 * @param {number} root The root's size.
 * @returns {[number, number]}
 */
export function apart([from, to], width, root) {
  const least = (HANDLE + BETWEEN) * root;
  if (to - from >= least || width < least + HANDLE * root) return [from, to];
  const half = (HANDLE * root) / 2;
  const first = Math.min(Math.max((from + to - least) / 2, half), width - half - least);
  return [first, first + least];
}

/** How far a key moves the stretch, in months. @type {ReadonlyMap<string, number>} */
const STEPS = new Map([
  ["ArrowLeft", -1],
  ["ArrowDown", -1],
  ["ArrowRight", 1],
  ["ArrowUp", 1],
  ["PageDown", -12],
  ["PageUp", 12],
  ["Home", -Infinity],
  ["End", Infinity],
]);

/**
 * @param {object} host
 * @param {(from: string, to: string) => void} host.narrow
 */
export function createRange({ narrow }) {
  const part = made("fieldset", "brush");
  part.append(made("legend", "unseen", words.timeShown));
  const track = made("div", "range");
  const filled = made("div", "range-filled");
  filled.setAttribute("role", "slider");
  filled.setAttribute("aria-label", words.bothEnds);
  filled.tabIndex = 0;
  const [from, to] = /** @type {[HTMLInputElement, HTMLInputElement]} */ (
    words.ends.map((label) => {
      const input = document.createElement("input");
      input.type = "range";
      input.setAttribute("aria-label", label);
      return input;
    })
  );
  const { picture, line } = createOverview();
  track.append(picture, filled, from, to);
  const said = made("output");
  const buttons = made("div", "segments");
  buttons.append(said);
  part.append(track, buttons);
  /** @type {Map<string, string>} What months are called. */
  let names = new Map();
  let timer = 0;

  /** Whether a handle is being moved: it then stays under the pointer. */
  let grasped = false;
  for (const input of [from, to]) {
    input.addEventListener("pointerdown", () => {
      grasped = true;
      const release = () => {
        for (const end of ["pointerup", "pointercancel"]) removeEventListener(end, release);
        grasped = false;
        place();
      };
      for (const end of ["pointerup", "pointercancel"]) addEventListener(end, release);
    });
  }

  /** How much of the track lies before a handle's month, in percent. @param {HTMLInputElement} input */
  const share = (input) => ((Number(input.value) - Number(from.min)) / Math.max(Number(from.max) - Number(from.min), 1)) * 100;

  /** Draws the handles, and what lies between them, where they can be taken. */
  function place() {
    const width = track.clientWidth;
    if (grasped || width === 0) return;
    const root = parseFloat(getComputedStyle(document.documentElement).fontSize);
    const middle = (/** @type {HTMLInputElement} */ input) => HANDLE * root * 0.5 + (share(input) / 100) * (width - HANDLE * root);
    const middles = /** @type {[number, number]} */ ([middle(from), middle(to)]);
    const drawn = apart(middles, width, root);
    [from, to].forEach((input, at) => {
      const by = (drawn[at] ?? 0) - (middles[at] ?? 0);
      input.style.transform = by === 0 ? "" : `translateX(${by}px)`;
    });
    filled.style.setProperty("--before", `${drawn[0] - (share(from) / 100) * width}px`);
    filled.style.setProperty("--behind", `${(share(to) / 100) * width - drawn[1]}px`);
  }
  new ResizeObserver(place).observe(track);

  function paint() {
    const [first, last] = [Number(from.min), Number(from.max)];
    filled.style.left = `${share(from)}%`;
    filled.style.right = `${100 - share(to)}%`;
    for (const input of [from, to]) {
      const month = monthOf(Number(input.value));
      input.setAttribute("aria-valuetext", names.get(month) ?? month);
    }
    const named = (/** @type {HTMLInputElement} */ input) => input.getAttribute("aria-valuetext") ?? "";
    said.textContent = words.fromTo(named(from), named(to));
    // Where all is shown there is nowhere to move it.
    const held = Number(from.value) <= first && Number(to.value) >= last;
    filled.setAttribute("aria-disabled", String(held));
    for (const [name, value] of /** @type {const} */ ([["min", from.min], ["max", to.max], ["now", from.value]])) filled.setAttribute(`aria-value${name}`, value);
    filled.setAttribute("aria-valuetext", said.textContent);
    place();
  }

  /** @param {[number, number]} stretch @param {number} by */
  function shift(stretch, by) {
    const [begins, ends] = movedBy(stretch, by, [Number(from.min), Number(to.max)]);
    if (begins === Number(from.value)) return;
    [from.value, to.value] = [String(begins), String(ends)];
    paint();
    narrowed();
  }

  /** What is shown. @returns {[number, number]} */
  const stretch = () => [Number(from.value), Number(to.value)];

  filled.addEventListener("keydown", (event) => {
    const step = STEPS.get(event.key);
    if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    shift(stretch(), step);
  });
  /**
   * Follows a pointer from where it is put down until it is lifted.
   * @param {HTMLElement | SVGElement} on
   * @param {PointerEvent} event
   * @param {(months: number) => void} moved Told how far from there it is.
   */
  function follow(on, event, moved) {
    if (event.button !== 0) return;
    const months = (Number(to.max) - Number(from.min)) / Math.max(track.clientWidth, 1);
    on.setPointerCapture(event.pointerId);
    const move = (/** @type {PointerEvent} */ { clientX }) => moved(Math.round((clientX - event.clientX) * months));
    const hear = /** @type {EventListener} */ (move);
    on.addEventListener("pointermove", hear);
    on.addEventListener("lostpointercapture", () => on.removeEventListener("pointermove", hear), { once: true });
  }

  /** Draws a stretch from where the pointer is put down. @param {HTMLElement | SVGElement} on @param {PointerEvent} event */
  function draw(on, event) {
    const { left, width } = track.getBoundingClientRect();
    const [first, last] = [Number(from.min), Number(to.max)];
    const begun = Math.round(first + ((event.clientX - left) / Math.max(width, 1)) * (last - first));
    follow(on, event, (months) => {
      if (Math.abs(months) < LEAST) return;
      const other = Math.min(Math.max(begun + months, first), last);
      [from.value, to.value] = [String(Math.min(begun, other)), String(Math.max(begun, other))];
      paint();
      narrowed();
    });
  }

  filled.addEventListener("pointerdown", (event) => {
    const begun = stretch();
    // Where all is shown there is nowhere to move it: a part of it is drawn.
    if (filled.getAttribute("aria-disabled") === "true") draw(filled, event);
    else follow(filled, event, (months) => shift(begun, months));
  });
  picture.addEventListener("pointerdown", (event) => draw(picture, event));

  function narrowed() {
    clearTimeout(timer);
    timer = window.setTimeout(() => narrow(monthOf(Number(from.value)), monthOf(Number(to.value))), REST);
  }

  // A handle stops at the other.
  from.addEventListener("input", () => {
    if (Number(from.value) > Number(to.value)) from.value = to.value;
    paint();
    narrowed();
  });
  to.addEventListener("input", () => {
    if (Number(to.value) < Number(from.value)) to.value = from.value;
    paint();
    narrowed();
  });

  const years = YEARS.map((count) => {
    const button = made("button", "", words.years(count));
    button.addEventListener("click", () => narrow(monthOf(Math.max(Number(to.max) - 12 * count + 1, Number(to.min))), monthOf(Number(to.max))));
    return button;
  });
  const whole = made("button", "", words.all);
  // All that lies above the track, also before a long gap.
  whole.addEventListener("click", () => narrow(monthOf(Number(from.min)), monthOf(Number(to.max))));
  buttons.append(...years, whole);

  return {
    part,
    /**
     * @param {(Control | undefined)[]} controls The first month shown and the last, with those there are.
     * @param {string} overview The whole series as a path; empty where there is none.
     */
    show([first, last], overview) {
      part.hidden = !first || !last;
      line.setAttribute("d", overview);
      track.classList.toggle("range-alone", overview === "");
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

/** The whole series, small: what is said of it is said by the chart and the handles. */
function createOverview() {
  const space = "http://www.w3.org/2000/svg";
  const picture = document.createElementNS(space, "svg");
  const line = document.createElementNS(space, "path");
  for (const [name, value] of [["class", "range-overview"], ["viewBox", "0 0 1000 1000"], ["preserveAspectRatio", "none"], ["aria-hidden", "true"]]) picture.setAttribute(name ?? "", value ?? "");
  picture.append(line);
  return { picture, line };
}
