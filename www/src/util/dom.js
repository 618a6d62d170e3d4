/** Finds, makes and fills elements. All words are set as text. */

/**
 * @template {HTMLElement} [T=HTMLElement]
 * @param {string} id
 * @returns {T}
 */
export function element(id) {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no element “${id}”`);
  return /** @type {T} */ (found);
}

/**
 * @param {string} tag
 * @param {string} [className]
 * @param {string} [words]
 */
export function made(tag, className, words) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (words !== undefined) element.textContent = words;
  return element;
}

/**
 * A paragraph for each line.
 * @param {string[]} lines
 * @param {string} [className]
 */
export const paragraphs = (lines, className) => lines.map((line) => made("p", className, line));

/**
 * Says what went wrong, or takes it back.
 * @param {string[]} lines
 */
export function showProblems(lines) {
  const box = element("problems");
  const said = lines.filter(Boolean);
  box.hidden = said.length === 0;
  box.replaceChildren(...paragraphs(said));
}
