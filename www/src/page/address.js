/** What the page's address asks for, before the module reads it and beside what that reads. */

/** The page's own address without a query; of a frame's page that of the page with everything. */
export const base = () => location.href.replace(/[?#].*$/, "").replace(/frame-[\w-]+((?:\.\w+)?\.html)$/, "index$1");

/**
 * The page to put into a frame: the one that the build drew the chart for, where there is one. What may run
 * no script shows that, and not the usual chart.
 * @param {string} base The address of the page with everything.
 * @param {string} view `?…`, as the module writes it.
 */
export function frameOf(base, view) {
  const drawn = (document.body.dataset["drawn"] ?? "").split(" ");
  const chart = new URLSearchParams(view).get("chart") ?? drawn[0];
  if (!chart || !drawn.includes(chart)) return base;
  return base.replace(/(?:index((?:\.\w+)?)\.html)?$/, (_, mark = "") => `frame-${chart}${mark}.html`);
}

/** What the address holds after its `#` sign. @param {string} name */
export const behind = (name) => new URLSearchParams(location.hash.slice(1)).get(name);

/** A folder of parts that the address names, with what is chosen of it. */
export const folder = () => (behind("rollup") ? location.hash : "");

/**
 * Words from the address as they were meant.
 * @param {string} problem
 */
export function readable(problem) {
  try {
    return decodeURIComponent(problem);
  } catch {
    return problem;
  }
}

/**
 * Whether only the whole module can draw what an address asks for.
 * @param {string} search
 */
export function asksForWhole(search) {
  const { choices = "", studies = "" } = document.body.dataset;
  const asked = new URLSearchParams(search);
  const named = choices.split(" ").some((name) => asked.has(name));
  return named || studies.split(" ").includes(asked.get("chart") ?? "");
}
