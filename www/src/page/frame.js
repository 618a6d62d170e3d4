/** The page as a frame in another one: its height, its links, what a sandbox forbids. */

import { made } from "../util/dom.js";
import * as words from "../wording/words.js";

const isFramed = () => parent !== window;

const root = document.documentElement;
/** The height told last. */
let told = 0;

/** How long the line that names the publications is waited for, in milliseconds. */
const NAMED_WITHIN = 4000;
let late = false;
let waiting = 0;

/** Whether all that makes the frame's height is there: its chart, and who published the figures, who are named last. */
function isComplete() {
  const has = (/** @type {string} */ name) => root.classList.contains(name);
  if (has("failed")) return true;
  return has("live") ? has("named") || late : !has("elsewhere");
}

/**
 * Tells the page around how high this one is: who sends it, in which version, which frame it is (its
 * `name`, where the host gave one) and its height in CSS pixels. The height is the content's, never
 * the window's: one that followed the other would grow for ever. Of what is not there yet nothing is told,
 * so that the article moves once.
 */
function tellHeight() {
  if (!isComplete()) {
    if (root.classList.contains("live")) waiting ||= window.setTimeout(tellLate, NAMED_WITHIN);
    return;
  }
  const height = Math.ceil(document.body.getBoundingClientRect().height);
  if (height === told) return;
  told = height;
  const message = { sender: "xenotime", version: 1, type: "height", id: window.name, height };
  // A height is no secret, and the host's origin cannot be known in a sandbox.
  parent.postMessage(message, "*");
}

function tellLate() {
  late = true;
  tellHeight();
}

/**
 * Opens a link as a page of its own; where a sandbox forbids that, shows its address to be copied.
 * @param {HTMLAnchorElement} link
 */
function openOrShow(link) {
  const opened = window.open(link.href);
  if (opened) {
    opened.opener = null;
    return;
  }
  document.getElementById("address-shown")?.remove();
  const box = made("p", "address-shown");
  box.id = "address-shown";
  box.setAttribute("role", "status");
  const field = document.createElement("input");
  field.readOnly = true;
  field.value = link.href;
  field.setAttribute("aria-label", words.linkAddress);
  box.append(words.linksForbidden, field);
  // At the end, so that nothing the reader looks at moves.
  document.body.append(box);
  field.focus({ preventScroll: true });
  field.select();
}

export function startFrame() {
  if (!isFramed()) return;
  new ResizeObserver(tellHeight).observe(document.body);
  // What was waited for may be as high as the page that waited.
  new MutationObserver(tellHeight).observe(root, { attributeFilter: ["class"] });
  tellHeight();
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (!link || link.target !== "_blank" || event.defaultPrevented) return;
    event.preventDefault();
    openOrShow(link);
  });
}
