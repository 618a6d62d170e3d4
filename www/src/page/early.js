// Runs before anything is painted: an embed must not flash the page around it, and a view other
// than the usual one must not flash the usual chart. The build writes it into the page.

import { PATIENCE, offerRetry, reportFailure } from "./failure.js";
import { preload, preloadWhenNamed } from "./ahead.js";
import { themeOn } from "./contrast.js";
import { leadToLanguage } from "../util/language.js";
import { CHOICES } from "../util/parameters.js";
import * as words from "../wording/words.js";
import { isFramed, readOptions } from "./options.js";

const asked = new URLSearchParams(location.search);
const root = document.documentElement;
root.classList.add("scripted");
let theme = asked.get("theme") ?? "";
if (isFramed(location.search)) {
  const { show, background } = readOptions(location.search);
  root.classList.add("embedded");
  root.dataset["show"] = show.join(" ");
  const readable = background && themeOn(background, theme);
  if (readable) {
    theme = readable;
    root.classList.add("on-background");
    root.style.setProperty("--background", `#${background}`);
  }
}
leadToLanguage(isFramed(location.search));
// A frame's page of one chart shows no other, whoever wrote its address. That of the usual one needs no name.
const { own } = root.dataset;
if (own && !asked.get("chart")) {
  asked.set("chart", own);
  location.replace(`?${asked}${location.hash}`);
}
if (theme === "light" || theme === "dark") root.dataset["theme"] = theme;
const folder = location.hash.includes("rollup=");
if (CHOICES.some((name) => asked.has(name)) || folder) {
  root.classList.add("elsewhere");
  // Nothing can be shown of it before they are there.
  preloadWhenNamed(location.search, folder);
}

const isOver = () => root.classList.contains("live") || root.classList.contains("failed");

// Whatever goes wrong before the page's own script can say so is said here.
addEventListener(
  "error",
  (event) => {
    const script = event.target instanceof HTMLScriptElement;
    // What changes its size while it is measured is drawn once more, and no failure.
    const measured = event instanceof ErrorEvent && event.message.startsWith("ResizeObserver");
    if (isOver() || measured || !(script || event instanceof ErrorEvent)) return;
    if (document.getElementById("problems")) reportFailure([]);
    else addEventListener("DOMContentLoaded", () => reportFailure([]));
  },
  true,
);

setTimeout(() => {
  if (!isOver()) offerRetry([words.late]);
}, PATIENCE);

// The page's own scripts, in their order, fetched at once and run when the page is there. The policy lets
// them in because this one, whose hash it has, brings them: in a frame sandboxed without an origin WebKit
// takes no file to be the page's own ('self').
const { points, heads, ...others } = /** @type {Record<string, string>} */ ({ ...document.currentScript?.dataset });
// Points of the drawing, or for a view other than that the headlines that the build foresaw.
const early = root.classList.contains("elsewhere") ? heads : points;
for (const source of [early ?? "", ...Object.values(others)].filter(Boolean)) {
  preload("script", source);
  addEventListener("DOMContentLoaded", () => {
    document.head.append(Object.assign(document.createElement("script"), { src: source, async: false }));
  });
}
