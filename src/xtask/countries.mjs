// Writes `src/import/countries.tsv`: what countries are called and numbered. A line each: alpha-2 code, names
// with strokes between, numbers after the letter of their list. Run `node src/xtask/countries.mjs` and commit
// what it writes; it names the version of the Unicode CLDR that Node.js has the names of.
import { readFileSync, writeFileSync } from "node:fs";

const LANGUAGES = ["en", "fr", "es", "de", "zh", "pt", "it", "ja", "ko", "tr", "ru"];

// Names that the United Nations, WITS, the US Census Bureau, customs offices and newspapers use beside those
// of the CLDR, by code.
const ALIASES = readFileSync(new URL("./country_aliases.tsv", import.meta.url), "utf8");
const NUMBERS = readFileSync(new URL("./country_numbers.tsv", import.meta.url), "utf8");

/** A table of a code and what stands behind it. @param {string} text */
function table(text) {
  const rows = text.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  return new Map(rows.map((line) => line.split("\t")));
}

// As `folded` in src/import/countries.rs: what is one name to it stands once.
const folded = (name) => name.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replace(/[^\p{L}\p{N}]+/gu, " ").trim();

const source = readFileSync(new URL("../import/countries.rs", import.meta.url), "utf8");
const codes = [...source.matchAll(/\b[A-Z]{3}([A-Z]{2})\d{1,3}\b/g)].map(([, code]) => code);
const [aliases, numbers] = [table(ALIASES), table(NUMBERS)];
const taken = new Set();
const lines = codes.map((code) => {
  const known = LANGUAGES.map((language) => new Intl.DisplayNames(language, { type: "region", fallback: "none" }).of(code));
  const short = new Intl.DisplayNames("en", { type: "region", fallback: "none", style: "short" }).of(code);
  const names = [...(short && short.length > 3 ? [short] : []), ...known, short, ...(aliases.get(code)?.split("|") ?? [])].filter((name) => name && !name.includes("|"));
  const own = names.filter((name, index) => {
    const plain = folded(name);
    const first = index === 0 || !taken.has(plain);
    taken.add(plain);
    return first;
  });
  return [code, own.join("|"), numbers.get(code) ?? ""].join("\t").trimEnd();
});
writeFileSync(new URL("../import/countries.tsv", import.meta.url), `${lines.join("\n")}\n`);
console.log(`${lines.length} countries, CLDR ${process.versions.cldr}`);
