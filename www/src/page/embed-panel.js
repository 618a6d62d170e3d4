/** The panel in which an editor makes a frame: what it shows, how it looks, and the code to paste. */

import { element } from "../util/dom.js";
import { codeOf, otherLanguages } from "../util/language.js";
import * as words from "../wording/words.js";
import { frameOf } from "./address.js";
import { LEAST_CONTRAST, leastContrast, themeOn } from "./contrast.js";
import { PARTS, ofLatest, shows, withOptions, withTheme } from "./options.js";
import { snippet } from "./snippet.js";

/** The widths at which a frame is tried: an article's column, and a phone. */
const WIDTHS = [704, 360];

/** How long choosing must rest before a frame is tried, in milliseconds. */
const REST = 250;

/** How often, and how many times, a tried frame is asked whether its chart is there, in milliseconds. */
const ASKED_EVERY = 250;
const ASKED_MOST = 80;

/** How high a tried frame is until it says so. It stands below all buttons: what comes late moves none of them. */
const UNTRIED = 640;

/** How much higher a frame is than a picture of its chart, for its buttons and notes, in CSS pixels. */
const AROUND = 160;

/**
 * @param {object} page
 * @param {() => { base: string, embed: string, dated: boolean, title: string, hash: string } | undefined} page.view
 *   What is embedded: the page's own address, the view's as a frame, whether its month was chosen, its title
 *   and what follows the `#` sign.
 * @param {(width: number) => number | undefined} page.pictureHeight How high a picture of the view is.
 */
export function createEmbedPanel({ view, pictureHeight }) {
  /** @type {HTMLFormElement} */
  const form = element("embed-options");
  /** @type {HTMLTextAreaElement} */
  const code = element("snippet");
  const preview = element("embed-preview");
  /** The frames that are tried, and how high their charts are. @type {Map<HTMLIFrameElement, number>} */
  const tried = new Map();
  let shown = "";
  let timer = 0;
  /** Whether the view's month was chosen, when the choice of months was last set by it. @type {boolean | undefined} */
  let dated;

  /** The background chosen, six hexadecimal digits. @param {FormData} chosen */
  const backgroundOf = (chosen) => (chosen.has("coloured") ? String(chosen.get("background")).slice(1) : "");

  /** The frame's address, by what is chosen. */
  function address() {
    const embedded = view();
    if (!embedded) return undefined;
    const chosen = new FormData(form);
    const locked = chosen.has("locked");
    // Controls lead to other views.
    const show = PARTS.filter((part) => chosen.has(part) && shows(part, locked));
    const theme = String(chosen.get("theme"));
    const colour = backgroundOf(chosen);
    // On one that words cannot be read on, readers would be told that it is not used.
    const readable = colour && themeOn(colour, theme);
    const background = readable ? colour : "";
    const monthly = follows() ? ofLatest(embedded.embed) : embedded.embed;
    const themed = withTheme(monthly, theme);
    const options = { show, background, locked };
    const base = otherBase() ?? embedded.base;
    // What is drawn is of the bundled data, never of a folder that the address names.
    const page = embedded.hash ? base : frameOf(base, themed);
    // Where no script may run, the style sheet knows the theme from what follows the `#` sign.
    const fixed = readable || theme;
    return page + withOptions(themed, options, language()) + (embedded.hash || (fixed && `#${fixed}`));
  }

  /** The language chosen. */
  const language = () => String(new FormData(form).get("language"));

  /** The page of that language, where it is another's: this page names it. */
  function otherBase() {
    const own = language();
    return [...otherLanguages()].find(({ hreflang }) => codeOf(hreflang) === own)?.href.replace(/[?#].*$/, "");
  }

  /** @type {HTMLIFrameElement | undefined} The page of another language that pins. */
  let pinning;

  /**
   * The page of the language chosen with the same view, where that is another's: it pins in its own words.
   * @returns {Promise<Document | undefined>}
   */
  async function inLanguage() {
    const [base, embedded] = [otherBase(), view()];
    if (!base || !embedded) return undefined;
    const frame = document.createElement("iframe");
    frame.src = base + withOptions(embedded.embed, { show: [], background: "", locked: false }, language());
    frame.style.width = `${WIDTHS[0]}px`;
    frame.setAttribute("aria-hidden", "true");
    frame.setAttribute("tabindex", "-1");
    pinning?.remove();
    pinning = frame;
    preview.append(frame);
    for (let left = ASKED_MOST; left > 0; left -= 1) {
      await new Promise((done) => setTimeout(done, ASKED_EVERY));
      if (isThere(frame)) return frame.contentDocument ?? undefined;
    }
    throw new Error(words.late);
  }

  /** Whether the frame is to show the latest month, whichever that will be. */
  const follows = () => new FormData(form).get("follows") === "latest";

  /** A view whose month nobody chose is of the latest. */
  function follow() {
    const now = view()?.dated;
    if (now === undefined || now === dated) return;
    dated = now;
    form["follows"].value = now ? "this" : "latest";
  }

  /** Says that words on the chosen background cannot be read well, or in which theme alone they can. */
  function judge() {
    const chosen = new FormData(form);
    const background = backgroundOf(chosen);
    const theme = String(chosen.get("theme"));
    const readable = background ? themeOn(background, theme) : theme;
    const said = () => {
      if (readable === undefined) return words.hardToRead(Math.max(...["light", "dark"].map((one) => leastContrast(background, [one]))).toFixed(1), LEAST_CONTRAST);
      return readable === theme ? "" : words.readableIn(form["theme"].querySelector(`[value="${readable}"]`).textContent);
    };
    element("hard-to-read").textContent = said();
  }

  /** The frame's title: its headline, or what it shows where that will be another month's. @param {boolean} current Whether it was tried as it is. */
  function titleOf(current) {
    const frame = current ? [...tried.keys()].find(isThere) : undefined;
    const inside = frame?.contentDocument;
    // Its page is in another language, and not there yet.
    const elsewhere = language() !== codeOf(document.documentElement.lang);
    if (!inside && elsewhere) return "Xenotime";
    const shown = inside ?? document;
    if (!follows()) return shown.title;
    const named = shown.querySelectorAll('.charts ul:last-of-type [aria-current], #controls :is([name="flow"], [name="product"]) option:checked');
    return [...named].map((name) => name.textContent?.trim()).filter(Boolean).reverse().join(" · ");
  }

  /** Whether a frame shows its chart. @param {HTMLIFrameElement} frame */
  const isThere = ({ contentDocument }) => Boolean(contentDocument?.querySelector(":root.live.named"));

  /** Writes the code; while the panel is open, tries the frame for its height too. */
  function update() {
    follow();
    judge();
    form["controls"].disabled = new FormData(form).has("locked");
    const whole = address();
    if (!whole) {
      rest();
      return;
    }
    if (!element("embed").hidden && whole !== shown) {
      clearTimeout(timer);
      timer = window.setTimeout(() => tryOut(whole), REST);
    }
    const heights = whole === shown ? [...tried.values()].filter((height) => height > 0) : [];
    // Until it was tried, the code has about the chart's own height: somebody may take it at once.
    const picture = () => (pictureHeight(Math.min(...WIDTHS)) ?? UNTRIED - AROUND) + AROUND;
    const height = heights.length > 0 ? Math.max(...heights) : picture();
    code.value = snippet({ address: whole, title: titleOf(whole === shown), height });
  }

  /** Whether the code has the height that was measured of what is chosen, and its title. */
  function isMeasured() {
    const known = (/** @type {[HTMLIFrameElement, number]} */ [frame, height]) => height > 0 && (!frame.contentDocument || isThere(frame));
    return address() === shown && tried.size > 0 && [...tried].every(known);
  }

  /** The code once its height is measured; as it is where that takes too long. */
  async function settled() {
    const rest = () => new Promise((done) => setTimeout(done, ASKED_EVERY));
    for (let left = ASKED_MOST; left > 0 && !isMeasured(); left -= 1) await rest();
    // What it measured last may still be on its way here.
    await rest();
    update();
    return code.value;
  }

  /** Ends the trial of frames: what nobody sees need not run. */
  function rest() {
    clearTimeout(timer);
    preview.replaceChildren();
    tried.clear();
    shown = "";
  }

  /** @param {string} whole */
  function tryOut(whole) {
    shown = whole;
    // A frame that pins in another language stays: it may be at work.
    for (const frame of tried.keys()) frame.remove();
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
    preview.append(...frames);
    awaitTitle(whole);
  }

  /** Writes the code anew once a frame has its title, which no message tells. @param {string} whole */
  function awaitTitle(whole, left = ASKED_MOST) {
    if (whole !== shown || left === 0) return;
    if ([...tried.keys()].some(isThere)) update();
    else setTimeout(() => awaitTitle(whole, left - 1), ASKED_EVERY);
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
    inLanguage,
    isMeasured,
    settled,
    /** Opens or closes it; says whether it is open. */
    toggle() {
      const open = !element("embed").toggleAttribute("hidden");
      if (!open) rest();
      update();
      return open;
    },
  };
}
