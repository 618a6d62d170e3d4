/** Which language a page is in: each has pages of its own. */

/** The language that the address asks for, if any. */
const asked = () => new URLSearchParams(location.search).get("lang") ?? undefined;

/** The code of a language by what HTML calls it: `zh-Hans` is `zh`. @param {string} tag */
export const codeOf = (tag) => tag.slice(0, 2);

/** The code of the page's own language. */
const here = () => codeOf(document.documentElement.lang);

/** What the names of the page's own files have before their endings; English is without. */
export const mark = () => (here() === "en" ? "" : `.${here()}`);

/** The page's own script of this name. @param {string} name */
export const scriptOf = (name) => `${name}${mark()}.js`;

/** The page's own module of this name. @param {string} name */
export const moduleOf = (name) => name + mark().replace(".", "-") + "_bg.wasm";

/** The page's other languages, as its head names them. @returns {NodeListOf<HTMLLinkElement>} */
const others = () => document.querySelectorAll("link[hreflang]");

/** The language that the address asks for, where no page is in it. */
export function lackingLanguage() {
  const language = asked();
  const there = language === here() || [...others()].some(({ hreflang }) => codeOf(hreflang) === language);
  return there ? undefined : language;
}

/**
 * Leads to the page in the language asked for, else in the reader's, as the page's head names them. A frame
 * speaks as it was made to.
 * @param {boolean} [framed]
 */
export function leadToLanguage(framed = false) {
  const usual = here() === "en" && !framed ? codeOf(navigator.language) : here();
  const spoken = asked() ?? usual;
  if (spoken === here()) return;
  for (const { hreflang, href } of others()) {
    if (codeOf(hreflang) === spoken) location.replace(href + location.search + location.hash);
  }
}

/** The links to this page in other languages. @returns {NodeListOf<HTMLAnchorElement>} */
export const otherLanguages = () => document.querySelectorAll("a.language");

/** An address of this site in the language that this page was asked in, if it was. @param {string} address */
export function inLanguage(address) {
  const language = asked();
  if (!language) return address;
  const [, path = "", query = "", hash = ""] = /^([^?#]*)\??([^#]*)(.*)$/s.exec(address) ?? [];
  return `${path}?${query}${query && "&"}lang=${encodeURIComponent(language)}${hash}`;
}
