/**
 * What an editor chooses for a frame beside the view itself: what of the page is shown, on which
 * background, and whether readers may study other months. The module knows nothing of it.
 */

/** What a frame can show besides the drawing. */
export const PARTS = /** @type {const} */ (["title", "notes", "table", "controls"]);

/** Six hexadecimal digits. */
const COLOUR = /^[0-9a-f]{6}$/i;

/** What it shows where the address names nothing. */
const USUAL = ["title"];

/** @typedef {(typeof PARTS)[number]} Part */
/** @typedef {{ show: Part[], background: string, locked: boolean }} Options `background`: six hexadecimal digits, or nothing for the theme's own. */

/**
 * @param {string} search
 * @returns {Options}
 */
export function readOptions(search) {
  const asked = new URLSearchParams(search);
  const named = asked.get("show")?.split(",") ?? USUAL;
  const background = asked.get("background") ?? "";
  const locked = asked.has("lock") && isYes(asked.get("lock"));
  return {
    show: PARTS.filter((part) => named.includes(part) && shows(part, locked)),
    background: COLOUR.test(background) ? background.toLowerCase() : "",
    locked,
  };
}

/**
 * What of these an address says that cannot be meant.
 * @param {string} search
 * @returns {{ name: "show" | "background" | "lock", found: string }[]}
 */
export function misread(search) {
  const asked = new URLSearchParams(search);
  const understood = /** @type {const} */ ({
    show: (/** @type {string} */ text) => text.split(",").every((part) => !part || PARTS.some((known) => known === part)),
    background: (/** @type {string} */ text) => !text || COLOUR.test(text),
    lock: (/** @type {string} */ text) => isYes(text) || isNo(text),
  });
  return /** @type {const} */ (["show", "background", "lock"]).flatMap((name) => {
    const found = asked.get(name) ?? undefined;
    return found === undefined || understood[name](found) ? [] : [{ name, found }];
  });
}

/** Whether a frame can show a part: a locked view has nothing to choose by. @param {Part} part @param {boolean} locked */
export const shows = (part, locked) => !(locked && part === "controls");

/**
 * An address with these options added to it.
 * @param {string} address `?…`, as the module writes it.
 * @param {Options} options
 * @param {string} [language] Of the page that the frame is made in, as HTML has it.
 */
export function withOptions(address, { show, background, locked }, language = "en") {
  const parts = [];
  const usual = show.length === USUAL.length && show.every((part) => USUAL.includes(part));
  if (!usual) parts.push(`show=${show.join(",")}`);
  if (background) parts.push(`background=${background}`);
  if (locked) parts.push("lock");
  // What names no language is English.
  if (!language.startsWith("en")) parts.push(`lang=${language.slice(0, 2)}`);
  if (parts.length === 0) return address;
  return `${address}${address.includes("?") ? "&" : "?"}${parts.join("&")}`;
}

/** Whether a frame is asked for. @param {string} search */
export function isFramed(search) {
  const asked = new URLSearchParams(search);
  return asked.has("embed") && isYes(asked.get("embed"));
}

/** What stands for yes: nothing at all, too. @param {string | null} value */
const isYes = (value) => ["", "1", "true", "yes", "on"].includes((value ?? "").toLowerCase());

/** What stands for no. @param {string} value */
const isNo = (value) => ["0", "false", "no", "off"].includes(value.toLowerCase());

/**
 * An address without its month, which is then the latest of the data.
 * @param {string} address `?…`, as the module writes it.
 */
export const ofLatest = (address) => address.replace(/([?&])month=[^&]*&?/, "$1").replace(/[?&]$/, "");

/**
 * An address in another theme.
 * @param {string} address `?…`, as the module writes it.
 * @param {string} theme `light`, `dark`, or nothing for the reader's own.
 */
export function withTheme(address, theme) {
  const plain = address.replace(/([?&])theme=[^&]*&?/, "$1").replace(/[?&]$/, "");
  if (!theme) return plain;
  return `${plain}${plain.includes("?") ? "&" : "?"}theme=${theme}`;
}
