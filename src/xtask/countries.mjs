// Writes `src/import/cells/countries.tsv`, what countries are called and numbered, and `src/import/cells/more_countries.tsv`
// and `src/import/cells/other_countries.tsv`, what other languages call them. A line each: alpha-2 code, names with strokes between, numbers after the letter
// of their list. The page fetches each by itself when a file is opened. `src/import/cells/regions.txt` has what all these
// languages call parts of the world, with strokes between. Run `node src/xtask/countries.mjs` and commit what it
// writes; it names the version of the Unicode CLDR that Node.js has the names of.
import { readFileSync, writeFileSync } from "node:fs";

const LANGUAGES = ["en", "fr", "es", "de", "zh"];
const MORE = ["pt", "it", "ja", "ko", "tr", "ru", "zh-Hant", "id", "vi"];
const OTHERS = ["nl", "pl", "cs", "sk", "sv", "nb", "da", "hu", "fi", "uk", "ar"];

// Parts of the world by their number in the United Nations' list (M49), and groups that the CLDR names; no country's.
const REGIONS = ["002", "003", "005", "009", "011", "013", "014", "015", "017", "018", "019", "021", "029", "030", "034", "035", "039", "053", "054", "057", "061", "142", "143", "145", "150", "151", "154", "155", "202", "419", "EU", "EZ"];
// In other Chinese text that is China and America; the Central African Republic in short.
const AMBIGUOUS = new Set(["中美", "中非"]);

// Names that the United Nations, WITS, the US Census Bureau, customs offices and newspapers use beside those
// of the CLDR, by code.
const ALIASES = readFileSync(new URL("./country_aliases.tsv", import.meta.url), "utf8");
const NUMBERS = readFileSync(new URL("./country_numbers.tsv", import.meta.url), "utf8");

/** A table of a code and what stands behind it. @param {string} text */
function table(text) {
  const rows = text.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  return new Map(rows.map((line) => line.split("\t")));
}

// What is said in Chinese in place of the CLDR's name: of places that trade in their own name, what Chinese
// customs calls them; of others the usual short name.
const CHINESE = new Map([["TW", "中国台湾"], ["HK", "中国香港"], ["MO", "中国澳门"], ["PS", "巴勒斯坦"], ["FK", "福克兰群岛（马尔维纳斯）"]]);

// As `folded` in src/import/cells/vocabulary/mod.rs: what is one name to it stands once. Other letters keep their marks.
const PLAIN = new Map(["aáàâäãåā", "eéèêë", "iíìîïı", "oóòôöõø", "uúùûü", "cç", "nñ"].flatMap(([to, ...from]) => from.map((letter) => [letter, to])));
const folded = (name) => [...name.toLowerCase().replaceAll("\u0307", "").normalize("NFC")].map((letter) => PLAIN.get(letter) ?? letter).join("").replace(/[^\p{L}\p{N}]+/gu, " ").trim();

const source = readFileSync(new URL("../import/cells/countries.rs", import.meta.url), "utf8");
const codes = [...source.matchAll(/\b[A-Z]{3}([A-Z]{2})\d{1,3}\b/g)].map(([, code]) => code);
const [aliases, numbers] = [table(ALIASES), table(NUMBERS)];
const taken = new Set();

/** What a country is called in a language. @param {string} code @param {string} language @param {"long" | "short"} [style] */
const called = (code, language, style = "long") => new Intl.DisplayNames(language, { type: "region", fallback: "none", style }).of(code);

/** Those names that no country has yet; the first of `kept` stay in any case. @param {(string | undefined)[]} names */
const untaken = (names, kept = 0) =>
  names.filter((name) => name && !name.includes("|")).filter((name, index) => {
    const plain = folded(name);
    const first = index < kept || !taken.has(plain);
    taken.add(plain);
    return first;
  });

/** @param {string} name Of a file. @param {(string | undefined)[][]} rows */
const write = (name, rows) =>
  writeFileSync(new URL(`../import/cells/${name}`, import.meta.url), rows.map((cells) => `${cells.join("\t").trimEnd()}\n`).join(""));

const named = codes.map((code) => {
  const short = called(code, "en", "short");
  const names = [...(short && short.length > 3 ? [short] : []), CHINESE.get(code), ...LANGUAGES.map((language) => called(code, language)), short, ...(aliases.get(code)?.split("|") ?? [])];
  return [code, untaken(names, 1).join("|"), numbers.get(code) ?? ""];
});
write("countries.tsv", named);
// Two letters are rather a code, and a man is no island: Áo, Úc, Man.
const long = (name) => name && !/^([a-z]{1,2}|man)$/.test(folded(name));
for (const [file, languages] of /** @type {const} */ ([["more_countries.tsv", MORE], ["other_countries.tsv", OTHERS]])) {
  const rows = codes.map((code) => [code, untaken(languages.map((language) => called(code, language)).filter(long)).join("|")]);
  write(file, rows.filter(([, names]) => names));
}
const regions = REGIONS.flatMap((code) => [...LANGUAGES, ...MORE].map((language) => called(code, language)));
const plain = untaken(regions).map((name) => folded(name).normalize("NFC")).filter((name) => !AMBIGUOUS.has(name));
writeFileSync(new URL("../import/cells/regions.txt", import.meta.url), `${plain.join("|")}\n`);
console.log(`${codes.length} countries, CLDR ${process.versions.cldr}`);
