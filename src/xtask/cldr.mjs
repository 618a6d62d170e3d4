// Writes `tests/references/cldr.json`: how the Unicode CLDR writes months, days, numbers, shares, money, lists,
// plurals and ordinals in the languages of the page. `tests/wording.rs` holds the rooms of words to it. Run
// `node src/xtask/cldr.mjs` and commit what it writes; it names the version of the CLDR that Node.js has.
import { readdirSync, writeFileSync } from "node:fs";

const WORDS = new URL("../../www/words/", import.meta.url);
const WRITTEN = new URL("../../tests/references/cldr.json", import.meta.url);

/** English is written as in Britain, with the signs of money that the world tells apart. */
const locale = (/** @type {string} */ code) => (code === "en" ? "en-GB" : code);

const NUMBERS = [0, 7, 999, 1000, 4416, 12345.6, 1234567.8];
const MONEY = ["USD", "EUR", "CNY", "GBP"];
const LISTS = [["A"], ["A", "B"], ["A", "B", "C"]];
const SIZES = [123_000, 18_700_000, 320_000_000, 1_690_000_000_000];

/** What the CLDR says of one language. @param {string} code */
function language(code) {
  const own = locale(code);
  /** @param {Intl.DateTimeFormatOptions} options */
  const date = (options) => new Intl.DateTimeFormat(own, { timeZone: "UTC", ...options });
  const months = Array.from({ length: 12 }, (_, month) => Date.UTC(2024, month, 1));
  const numbers = new Intl.NumberFormat(own, { maximumFractionDigits: 1 });
  const percent = new Intl.NumberFormat(own, { style: "percent", minimumFractionDigits: 1 });
  const compact = new Intl.NumberFormat(own, { notation: "compact", compactDisplay: "long", maximumFractionDigits: 2 });
  const list = new Intl.ListFormat(own);
  /** @param {Intl.PluralRulesOptions["type"]} type */
  const forms = (type) => Array.from({ length: 201 }, (_, number) => new Intl.PluralRules(own, { type }).select(number));
  return {
    months: months.map((month) => date({ year: "numeric", month: "long" }).format(month)),
    day: date({ dateStyle: "long" }).format(Date.UTC(2026, 2, 24)),
    numbers: NUMBERS.map((number) => [number, numbers.format(number)]),
    percent: [0.071, -0.071].map((share) => [share, percent.format(share)]),
    sizes: SIZES.map((size) => [size, compact.format(size)]),
    money: MONEY.map((currency) => [
      currency,
      code === "zh"
        ? new Intl.NumberFormat(own, { style: "currency", currency, currencyDisplay: "name" }).format(1234.5)
        : new Intl.NumberFormat(own, { style: "currency", currency, minimumFractionDigits: 2 }).format(1234.5),
    ]),
    lists: LISTS.map((things) => [things, list.format(things)]),
    plurals: forms("cardinal"),
    ordinals: forms("ordinal"),
  };
}

const codes = readdirSync(WORDS).sort();
const all = Object.fromEntries(codes.map((code) => [code, language(code)]));
writeFileSync(WRITTEN, `${JSON.stringify({ cldr: process.versions.cldr, ...all })}\n`);
console.log(`${codes.join(", ")}: CLDR ${process.versions.cldr}`);
