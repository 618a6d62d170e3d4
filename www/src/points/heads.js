/**
 * What a frame says of a view that the build foresaw: headline, subtitle and source, while the module that draws it
 * is still on its way. The build writes a copy for each chart, with the words in it.
 */
(() => {
  "use strict";

  /**
   * @typedef {object} Heads
   * @property {string} chart
   * @property {string[]} said Subtitles and sources. Safe HTML, as the headlines are.
   * @property {Record<string, [headline: string, subtitle: number, source: number]>} views By their addresses.
   */

  /** What of an address is the frame's own. */
  const OPTIONS = ["chart", "embed", "theme", "show", "background", "lock", "lang"];

  const root = document.documentElement;
  const { chart, said, views } = /** @type {Heads} */ (/** @type {unknown} */ ("{{heads}}"));
  const asked = new URLSearchParams(location.search);
  if ((asked.get("chart") ?? chart) !== chart) return;
  for (const name of OPTIONS) asked.delete(name);
  asked.sort();
  const found = views[asked.toString()];
  if (!found || location.hash || !root.classList.contains("elsewhere")) return;
  const [headline, subtitle = 0, source = 0] = found;
  for (const [name, html] of [["headline", headline], ["subtitle", said[subtitle]], ["source", said[source]]]) {
    const place = /** @type {HTMLElement | null} */ (document.querySelector(`[data-fragment="${name}"]`));
    if (!place || html === undefined) continue;
    place.innerHTML = html;
    // What belongs to the view that was drawn stays out of sight.
    place.style.visibility = "visible";
  }
})();
