/** Which language a page is in: each has pages of its own. */

/** The language that the address asks for, if any. */
const asked = () => new URLSearchParams(location.search).get("lang") ?? undefined;

/**
 * Leads to the page in the language asked for, else in the reader's. A frame speaks as it was made to.
 * @param {Record<string, string>} pages this page in each language
 * @param {boolean} [framed]
 */
export function leadToLanguage(pages, framed = false) {
  const here = document.documentElement.lang.slice(0, 2);
  const usual = here === "en" && !framed ? navigator.language.slice(0, 2) : here;
  const spoken = asked() ?? usual;
  const other = spoken === here ? undefined : new Map(Object.entries(pages)).get(spoken);
  if (other) location.replace(other + location.search + location.hash);
}

/** An address of this site in the language that this page was asked in, if it was. @param {string} address */
export function inLanguage(address) {
  const language = asked();
  if (!language) return address;
  const [, path = "", query = "", hash = ""] = /^([^?#]*)\??([^#]*)(.*)$/s.exec(address) ?? [];
  return `${path}?${query}${query && "&"}lang=${encodeURIComponent(language)}${hash}`;
}
