// The page's scripts are rooms too: a script imports only what its room may use, in no circle, and
// nothing is declared in two of them.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../www/src", import.meta.url));

/** Which rooms and scripts around the modules each room may use beside itself: a table of ARCHITECTURE. */
const MAY_USE = /** @type {Record<string, string[]>} */ ({});
const [, TABLE = ""] = readFileSync(new URL("../../ARCHITECTURE.md", import.meta.url), "utf8").split("| room of scripts | uses |\n");
for (const row of TABLE.split("\n").slice(1)) {
  if (!row.startsWith("| `")) break;
  const [own = "", ...others] = Array.from(row.matchAll(/`([^`]+)`/g), ([, name = ""]) => name);
  MAY_USE[own] = others;
}

/** The scripts, by their paths below www/src. */
const scripts = readdirSync(ROOT, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".js"))
  .map((path) => {
    const text = readFileSync(join(ROOT, path), "utf8");
    const imports = Array.from(text.matchAll(/^(?:import|export)\b[^;"=]*?(?:from )?"([^"]+)";$/gm), ([, name = ""]) => name);
    return { path, text, imports };
  });

/** @param {string} path @param {string} name As the script at `path` imports it. */
const target = (path, name) =>
  name.startsWith(".") ? relative(ROOT, resolve(ROOT, dirname(path), name)) : name;

/** @param {string} path */
const room = (path) => (/^glue\//.test(path) ? path : (path.split("/")[0] ?? ""));

test("every script stands in a room of the table, and every room has scripts", () => {
  assert.deepEqual([...new Set(scripts.map(({ path }) => room(path)))].sort(), Object.keys(MAY_USE).sort());
});

test("no import is missed, and each leads to a script", () => {
  const known = new Set(scripts.map(({ path }) => path));
  for (const { path, text, imports } of scripts) {
    const words = text.split("\n").filter((line) => /^import\b|^export [^=]* from /.test(line));
    assert.equal(imports.length, words.length, `${path}: ${words.join(" ")}`);
    assert(!/\bimport\(|\brequire\(/.test(text.replace(/import\("[^"]+"\)\.|\{import\("|<import\("/g, "").replace(/\/\*\*.*?\*\//gs, "")), `${path} imports later`);
    for (const name of imports) {
      const leads = target(path, name);
      assert(known.has(leads) || /^glue\/\w+$/.test(leads), `${path} imports ${name}`);
    }
  }
});

test("a script uses only the rooms that its own may use", () => {
  for (const { path, imports } of scripts) {
    for (const name of imports) {
      const [from, to] = [room(path), room(target(path, name))];
      assert(from === to || MAY_USE[from]?.includes(to), `${path} uses ${name}: ${from} may not use ${to}`);
    }
  }
});

test("no circle: each script can be read after those that it uses", () => {
  const left = new Map(scripts.map(({ path, imports }) => [path, new Set(imports.map((name) => target(path, name)).filter((leads) => !/^glue\/|\.tsv$/.test(leads)))]));
  for (;;) {
    const free = [...left].filter(([, needs]) => ![...needs].some((need) => left.has(need)));
    if (free.length === 0) break;
    for (const [path] of free) left.delete(path);
  }
  assert.deepEqual([...left.keys()], [], "these use one another in a circle");
});

test("nothing is declared for others twice, and nothing is global", () => {
  /** @type {Map<string, string>} */
  const declared = new Map();
  for (const { path, text } of scripts) {
    for (const [, name = ""] of text.matchAll(/^export (?:async )?(?:function|const|class|let) (\w+)/gm)) {
      assert(!declared.has(name), `${name} is declared in ${declared.get(name)} and in ${path}`);
      declared.set(name, path);
    }
    // What is declared for others is imported from there, not declared again.
    assert(!/globalThis\.xenotime|window\.xenotime/.test(text), `${path} makes a global`);
  }
  for (const { path, text } of scripts) {
    for (const [, name = ""] of text.matchAll(/^(?:async )?(?:function|const|class|let) (\w+)/gm)) {
      assert(declared.get(name) === undefined || !declared.get(name)?.startsWith("util/"), `${path} declares ${name} anew, which ${declared.get(name)} has`);
    }
  }
});
