/** Whether words can be read on a background that an editor chose. */

/** The least contrast of words to what they stand on (WCAG 2.2, 1.4.3). */
export const LEAST_CONTRAST = 4.5;

/** The colours that words have, by their names in the style sheet. */
const WORDS = ["--ink", "--muted", "--main", "--fall"];

/**
 * Relative luminance (WCAG 2.2).
 * @param {string} colour Six hexadecimal digits.
 */
function luminance(colour) {
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/**
 * The contrast of two colours, 1 to 21 (WCAG 2.2).
 * @param {string} one @param {string} other
 */
export function contrast(one, other) {
  const [less = 0, more = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (more + 0.05) / (less + 0.05);
}

/**
 * The least contrast of any words to a background, in any of the themes.
 * @param {string} background @param {string[]} themes
 */
export function leastContrast(background, themes) {
  const root = document.documentElement;
  const own = root.dataset["theme"];
  const style = getComputedStyle(root);
  // Nothing is painted before the page has its own theme again.
  const all = themes.flatMap((theme) => {
    root.dataset["theme"] = theme;
    return WORDS.map((name) => contrast(background, style.getPropertyValue(name).trim().slice(1)));
  });
  if (own === undefined) delete root.dataset["theme"];
  else root.dataset["theme"] = own;
  return Math.min(...all);
}

/**
 * The theme whose words can be read on a background: the one asked for if its own can, else the other; nothing
 * where neither's can.
 * @param {string} background @param {string} asked `light`, `dark`, or nothing for the reader's own.
 */
export function themeOn(background, asked) {
  const themes = asked === "dark" ? ["dark", "light"] : ["light", "dark"];
  return themes.find((theme) => leastContrast(background, [theme]) >= LEAST_CONTRAST);
}
