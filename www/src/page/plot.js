/** The canvas, and everything a pointer or a key does on it. */

import { element, made } from "../util/dom.js";
import * as words from "../wording/words.js";

/** @typedef {import("../../xenotime").Session} Session */

/** Dragging less than this is a click. */
const LEAST_DRAG = 8;
/** How long a second click may take to make a double one, in milliseconds. */
const DOUBLE_CLICK = 280;

/**
 * @param {object} parts
 * @param {() => Session | undefined} parts.session
 * @param {() => boolean} parts.zoomed Whether the view is narrowed.
 * @param {() => boolean} parts.keeps Whether a click keeps the point, as in a frame, and does not study
 *   its month.
 * @param {() => boolean} parts.locked Whether the view is the editor's, and stays.
 * @param {(address: string) => void} parts.go Leads to another view.
 * @param {(address: string) => void} parts.follow The same by a button, which is then gone.
 * @param {(work: () => void) => void} parts.guard Runs what may fail.
 */
export function createPlot({ session, zoomed, keeps, locked, go, follow, guard }) {
  const plot = element("plot");
  const surface = element("surface");
  const tip = element("tip");
  const band = element("band");
  const caption = element("caption");
  const readout = element("readout");
  const spoken = element("spoken");
  /** @type {HTMLCanvasElement} */
  const canvas = element("canvas");
  /** @type {HTMLCanvasElement} */
  const overlay = element("overlay");
  const darkness = matchMedia("(prefers-color-scheme: dark)");

  /** @type {number | undefined} The point the reader is on. */
  let current;
  /** @type {number | undefined} The point that a click keeps, where there is nothing else to do. */
  let kept;
  /** @type {{ x: number, pointer: number } | null} Where dragging began. */
  let drag = null;
  /** @type {{ x: number, y: number } | null} A movement waiting for its frame. */
  let moved = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} A click that may become a double one. */
  let click;
  let printing = false;
  /** Whether anything is drawn over the chart: to empty what is empty takes as long as to draw. */
  let marked = false;
  const hint = /** @type {Element} */ (readout.lastElementChild);

  function dark() {
    const theme = document.documentElement.dataset["theme"];
    return !printing && (theme ? theme === "dark" : darkness.matches);
  }

  const ratio = () => globalThis.devicePixelRatio || 1;

  /** How large the sheets are, in the screen's pixels. */
  function size() {
    const [width = 1, height = 1] = [plot.clientWidth, plot.clientHeight].map((length) => Math.max(1, Math.round(length * ratio())));
    return { width, height };
  }

  /**
   * Gives a sheet its size, which empties it; whether it had that already.
   * @param {HTMLCanvasElement} sheet
   * @param {{ width: number, height: number }} to
   */
  function fits(sheet, to) {
    // The same size too, but for that takes its memory anew.
    const same = sheet.width === to.width && sheet.height === to.height;
    if (!same) Object.assign(sheet, to);
    return same;
  }

  function draw() {
    const active = session();
    if (!active || plot.clientWidth === 0) return;
    guard(() => {
      // A chart of rows is as high as these.
      const height = `${active.height(plot.clientWidth)}px`;
      if (plot.style.height !== height) plot.style.height = height;
      // Measured once for both: a sheet of another size has the page laid out anew.
      const measured = size();
      // What is drawn begins with paper over all of it.
      fits(canvas, measured);
      active.draw(canvas, ratio(), dark());
      plot.classList.add("drawn");
      surface.hidden = false;
      highlight(measured);
      rest();
    });
  }

  /** @param {{ width: number, height: number }} [measured] */
  function highlight(measured) {
    const active = session();
    if (!marked && current === undefined && !measured) return;
    const to = measured ?? size();
    if (fits(overlay, to) && marked) overlay.getContext("2d")?.clearRect(0, 0, to.width, to.height);
    marked = current !== undefined && active !== undefined;
    if (current !== undefined && active) active.highlight(overlay, ratio(), dark(), current);
  }

  /**
   * @param {number | undefined} index
   * @param {boolean} [aloud] Whether a screen reader should hear it.
   */
  function show(index, aloud = false) {
    const active = session();
    if (!active || index === undefined) return hide();
    if (index === current && !aloud) return undefined;
    return guard(() => {
      const point = active.point(index);
      if (!point) return;
      current = index;
      highlight();
      readOut(point);
      if (aloud) speak(point);
    });
  }

  /** @param {import("../../xenotime").Point} point */
  function readOut(point) {
    tip.replaceChildren(made("strong", "", point.value), ` ${nameOf(point)}`);
    tip.hidden = false;
    const room = plot.clientWidth;
    const left = Math.min(Math.max(point.x - tip.offsetWidth / 2, 0), room - tip.offsetWidth);
    const above = point.y - tip.offsetHeight - 14;
    tip.style.left = `${left}px`;
    tip.style.top = `${above < 0 ? point.y + 14 : above}px`;

    const [said, sources] = paragraphs(point);
    // As high as it is at rest: what is said of a point moves nothing.
    caption.style.height ||= getComputedStyle(caption).height;
    // Many sources may need to be scrolled to, on a phone: what leads on stands before them.
    readout.replaceChildren(said, ...studyButton(point), sources);
  }

  /** What is said of a point, and its sources. @param {import("../../xenotime").Point} point @returns {[HTMLElement, HTMLElement]} */
  function paragraphs(point) {
    const [said, sources] = [made("p"), made("p")];
    said.append(made("strong", "", words.labelled(nameOf(point), point.value)), ` · ${point.status}`);
    if (point.note) said.append(` · ${point.note}`);
    // The module escapes every word of it.
    sources.innerHTML = point.sources ? words.source(point.sources) : "";
    return [said, sources];
  }

  /** @param {number | undefined} index */
  const pointAt = (index) => (index === undefined ? undefined : session()?.point(index));

  /** Reads out the point that walking begins at, before the reader is on any; and makes room anew for what is said. */
  function rest() {
    if (readout.contains(document.activeElement)) return;
    const [first, now] = [session()?.start(), current].map(pointAt);
    caption.style.height = "";
    const written = first ? paragraphs(first) : [];
    // Sources may come later than the chart: what the build wrote of the same point stands until then.
    const stands = first?.sources === "" && written[0]?.isEqualNode(readout.firstElementChild);
    if (!stands) readout.replaceChildren(...written, hint);
    if (now) readOut(now);
  }

  /** @param {import("../../xenotime").Point} point */
  const nameOf = ({ series, period }) => words.nameOf([series, period].filter(Boolean));

  /**
   * Leads where the point does, to its month or its partner: a touch only reads it, and so does a click in a
   * frame.
   * @param {import("../../xenotime").Point} point
   */
  function studyButton({ period, study }) {
    const address = current === undefined || locked() ? undefined : session()?.choose(current);
    if (address === undefined) return [];
    const button = made("button", "study", words.focusOn(study ?? period));
    button.addEventListener("click", () => follow(address));
    return [button];
  }

  /** @param {import("../../xenotime").Point} point */
  function speak(point) {
    const parts = [point.series, point.period, point.value, point.status, point.note];
    spoken.textContent = words.spoken(parts.filter(Boolean), words.pointOf(point.place, point.of));
  }

  /** Leaves the point, for the one that is kept. */
  function hide() {
    if (kept !== undefined && current === kept) return;
    current = undefined;
    tip.hidden = true;
    if (kept === undefined) guard(highlight);
    else show(kept);
  }

  /** Keeps the point, with its source; the same one again lets it go. */
  function keep() {
    kept = kept === current ? undefined : current;
  }

  /** Forgets the points of a view that is no longer there. */
  function forget() {
    kept = undefined;
    hide();
    caption.style.height = "";
    // What stands below the waiting chart stays until the canvas takes its place: nothing moves.
    if (plot.classList.contains("drawn")) readout.replaceChildren(hint);
    spoken.textContent = "";
  }

  /** @param {PointerEvent} event */
  function place(event) {
    const box = plot.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  }

  /** @param {{ x: number, y: number }} at */
  function showNearest(at) {
    show(session()?.nearest(at.x, at.y));
  }

  function onFrame() {
    if (!moved) return;
    const at = moved;
    moved = null;
    if (drag && Math.abs(at.x - drag.x) >= LEAST_DRAG) {
      tip.hidden = true;
      band.hidden = false;
      band.style.left = `${Math.min(at.x, drag.x)}px`;
      band.style.width = `${Math.abs(at.x - drag.x)}px`;
    } else {
      showNearest(at);
    }
  }

  surface.addEventListener("pointermove", (event) => {
    if (!moved) requestAnimationFrame(onFrame);
    moved = place(event);
  });

  surface.addEventListener("pointerdown", (event) => {
    const at = place(event);
    if (event.pointerType === "mouse" && event.button === 0 && plot.dataset["zoomable"] === "true" && !locked()) {
      drag = { x: at.x, pointer: event.pointerId };
      surface.setPointerCapture(event.pointerId);
    }
    if (event.pointerType !== "mouse") showNearest(at);
  });

  surface.addEventListener("pointerup", (event) => {
    const began = drag;
    endDrag();
    if (event.button !== 0) return;
    const at = place(event);
    if (event.pointerType !== "mouse") {
      if (keeps()) {
        showNearest(at);
        kept = current;
      }
      return;
    }
    if (began && Math.abs(at.x - began.x) >= LEAST_DRAG) {
      const address = session()?.zoom(began.x, at.x);
      if (address !== undefined) go(address);
      return;
    }
    showNearest(at);
    clearTimeout(click);
    if (keeps()) {
      keep();
      return;
    }
    // Only a narrowed view has a use for a second click, and need wait for it.
    if (zoomed()) click = setTimeout(choose, DOUBLE_CLICK);
    else choose();
  });

  function endDrag() {
    drag = null;
    band.hidden = true;
  }

  surface.addEventListener("pointercancel", endDrag);
  // A drag that ends beyond the chart selects the words around it in WebKit, whatever the style sheet says.
  surface.addEventListener("selectstart", (event) => event.preventDefault());

  surface.addEventListener("pointerleave", (event) => {
    // A finger leaves as soon as it is lifted; what it touched stays to be read.
    const mouse = event.pointerType === "mouse";
    if (mouse && !drag && (keeps() || document.activeElement !== surface)) hide();
  });

  surface.addEventListener("dblclick", () => {
    clearTimeout(click);
    if (zoomed()) leave();
  });

  function choose() {
    if (current === undefined) return;
    const address = session()?.choose(current);
    if (address !== undefined) go(address);
  }

  function leave() {
    const address = session()?.unzoom();
    if (address !== undefined) go(address);
  }

  /** Narrows the view to half its time, around the point that the reader is on or would begin at. */
  function zoomIn() {
    const active = session();
    const index = current ?? active?.start();
    const point = index === undefined ? undefined : active?.point(index);
    if (!active || !point || locked()) return;
    const reach = plot.clientWidth / 4;
    const address = active.zoom(point.x - reach, point.x + reach);
    if (address !== undefined) go(address);
  }

  /**
   * Goes to another stretch of time, and to the point there that the reader was on.
   * @param {() => void} lead
   */
  function keeping(lead) {
    const was = current === undefined ? undefined : session()?.point(current);
    lead();
    if (!was) return;
    for (let index = 0; ; index += 1) {
      const point = session()?.point(index);
      if (!point) return;
      if (point.series === was.series && point.period === was.period) {
        show(index, true);
        return;
      }
    }
  }

  surface.addEventListener("focus", () => {
    // A click focuses too, and has its own point.
    if (current === undefined && surface.matches(":focus-visible")) show(session()?.start(), true);
  });

  // What the reader goes on to may be the point's own source, which must not be made anew meanwhile.
  surface.addEventListener("blur", ({ relatedTarget }) => {
    if (!(relatedTarget instanceof Node && readout.contains(relatedTarget))) hide();
  });

  surface.addEventListener("keydown", (event) => {
    const active = session();
    if (!active || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") {
      if (zoomed() && !locked()) keeping(leave);
      else {
        kept = undefined;
        hide();
      }
    } else if (event.key === "Enter" || event.key === " ") {
      if (keeps()) keep();
      else choose();
    } else if (event.key === "+" || event.key === "=") {
      keeping(zoomIn);
    } else if (event.key === "-") {
      if (zoomed() && !locked()) keeping(leave);
    } else {
      const from = current ?? active.start();
      const to = from === undefined ? undefined : active.step(from, event.key);
      if (to === undefined) return;
      show(to, true);
    }
    event.preventDefault();
  });

  new ResizeObserver(draw).observe(plot);
  // What a browser lost, as when the graphics card is reset, it gives back empty.
  for (const sheet of [canvas, overlay]) sheet.addEventListener("contextrestored", draw);
  darkness.addEventListener("change", draw);
  addEventListener("beforeprint", () => {
    printing = true;
    draw();
  });
  addEventListener("afterprint", () => {
    printing = false;
    draw();
  });

  // A page moved to another screen, or zoomed, has another ratio: each query is good for one.
  function watchRatio() {
    matchMedia(`(resolution: ${ratio()}dppx)`).addEventListener(
      "change",
      () => {
        draw();
        watchRatio();
      },
      { once: true },
    );
  }
  watchRatio();

  return { draw, forget, dark, zoomIn };
}
