/** What the page's address asks for, before the module reads it and beside what that reads. */

/** The page's own address without a query. */
export const base = () => location.href.replace(/[?#].*$/, "");

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
