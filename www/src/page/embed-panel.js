/** The panel in which an editor makes a frame: what it shows, how it looks, and the code to paste. */

import { element } from "../util/dom.js";
import { codeOf, otherLanguages } from "../util/language.js";
import * as words from "../wording/words.js";
import { PARTS, withOptions, withTheme } from "./options.js";
import { snippet } from "./snippet.js";

/** The widths at which a frame is tried: an article's column, and a phone. */
const WIDTHS = [704, 360];

/** How long choosing must rest before a frame is tried, in milliseconds. */
const REST = 250;

/** How high a frame is until it was tried. It stands below all buttons: what comes late moves none of them. */
const UNTRIED = 640;

/**
 * @param {object} page
 * @param {() => { base: string, embed: string, title: string, hash: string } | undefined} page.view What
 *   is embedded: the page's own address, the view's as a frame, its title and what follows the `#` sign.
 */
export function createEmbedPanel({ view }) {
  /** @type {HTMLFormElement} */
  const form = element("embed-options");
  /** @type {HTMLTextAreaElement} */
  const code = element("snippet");
  const preview = element("embed-preview");
  /** The frames that are tried, and how high their charts are. @type {Map<HTMLIFrameElement, number>} */
  const tried = new Map();
  let shown = "";
  let timer = 0;

  /** The frame's address, by what is chosen. */
  function address() {
    const embedded = view();
    if (!embedded) return undefined;
    const chosen = new FormData(form);
    const locked = chosen.has("locked");
    // Controls lead to other views.
    const show = PARTS.filter((part) => chosen.has(part) && !(locked && part === "controls"));
    const background = chosen.has("coloured") ? String(chosen.get("background")).slice(1) : "";
    const themed = withTheme(embedded.embed, String(chosen.get("theme")));
    const options = { show, background, locked };
    const language = String(chosen.get("language"));
    // Another language has a page of its own, which the page names.
    const other = [...otherLanguages()].find(({ hreflang }) => codeOf(hreflang) === language);
    const base = other ? other.href.replace(/[?#].*$/, "") : embedded.base;
    return base + withOptions(themed, options, language) + embedded.hash;
  }

  /** Writes the code; while the panel is open, tries the frame for its height too. */
  function update() {
    const whole = address();
    if (!whole) return;
    if (!element("embed").hidden && whole !== shown) {
      clearTimeout(timer);
      timer = window.setTimeout(() => tryOut(whole), REST);
    }
    const heights = whole === shown ? [...tried.values()].filter((height) => height > 0) : [];
    const height = heights.length > 0 ? Math.max(...heights) : UNTRIED;
    // The frame's own title is in its language.
    const tryout = whole === shown ? [...tried].find(([, height]) => height > 0)?.[0] : undefined;
    const title = tryout?.contentDocument?.title || (view()?.title ?? "");
    code.value = snippet({ address: whole, title, height });
  }

  /** @param {string} whole */
  function tryOut(whole) {
    shown = whole;
    tried.clear();
    const frames = WIDTHS.map((width) => {
      const frame = document.createElement("iframe");
      frame.src = whole;
      frame.title = words.preview;
      frame.style.width = `${width}px`;
      frame.height = String(UNTRIED);
      tried.set(frame, 0);
      return frame;
    });
    // The narrow one only says how high it would be.
    frames[1]?.setAttribute("aria-hidden", "true");
    frames[1]?.setAttribute("tabindex", "-1");
    preview.replaceChildren(...frames);
  }

  addEventListener("message", ({ data, source }) => {
    const frame = [...tried.keys()].find(({ contentWindow }) => contentWindow === source);
    if (!frame || data?.sender !== "xenotime" || !(data.height > 0 && data.height < 5000)) return;
    tried.set(frame, data.height);
    frame.style.height = `${data.height}px`;
    update();
  });
  form.addEventListener("input", update);
  form.addEventListener("submit", (event) => event.preventDefault());

  return {
    update,
    /** Opens or closes it; says whether it is open. */
    toggle() {
      const open = !element("embed").toggleAttribute("hidden");
      if (!open) {
        // What nobody sees need not run.
        clearTimeout(timer);
        preview.replaceChildren();
        tried.clear();
        shown = "";
      }
      update();
      return open;
    },
  };
}
