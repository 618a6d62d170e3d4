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
  const charts = (document.body.dataset["studies"] ?? "").split(" ");
  const asked = new URLSearchParams(search);
  // Values in other money, notes and what was known then are its as well.
  return ["unit", "notes", "asof"].some((name) => asked.has(name)) || charts.includes(asked.get("chart") ?? "");
}
