// Another data set is another folder: the page and the story checker over made-up data, as if they lay
// beside them.

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { ATONCE, fragment, stage, table, text } from "./support.mjs";

const { visit } = stage();

/** The data of a country that is not, from `tests/made`. */
const MADE = fileURLToPath(new URL("../made/", import.meta.url));

const expected = [/404/];

/** What belongs to the bundled data alone. */
const FOREIGN = /China|rare earth|US\$|dollar|Comtrade/i;

/** @param {import("./support.mjs").BrowserContext} context */
const prepare = (context) =>
  context.route(/\/data\/[\w-]+\.csv/, (route) => {
    const name = new URL(route.request().url()).pathname.split("/").at(-1) ?? "";
    // What the build shortens is not there: a folder of data was put in the place of its own, and nothing built.
    if (/-in-short|-for-stories/.test(name)) return route.fulfill({ status: 404, body: "no" });
    const path = MADE + name;
    return existsSync(path) ? route.fulfill({ path, contentType: "text/csv" }) : route.fallback();
  });

describe("another data set", ATONCE, () => {
  test("begins with what it says, and nothing of the bundled data shows in any chart", () =>
    visit("", { prepare, expected }, async (page) => {
      assert.match(await text(page, "h1"), /^Valdoria’s exports of tea (rose|fell) /);
      const links = page.locator(".charts a");
      const codes = await links.evaluateAll((all) => all.map((link) => new URL(/** @type {HTMLAnchorElement} */ (link).href).search));
      assert(codes.length > 10, `${codes}`);
      let seen = 0;
      for (const code of codes) {
        const link = page.locator(`.charts a[href="./${code}"]`).first();
        // What was offered while its figures were on their way may turn out to have none.
        if ((await link.count()) === 0) continue;
        seen += 1;
        await link.click();
        await page.waitForFunction(() => !document.querySelector("#surface[aria-busy]"));
        assert.equal(new URL(page.url()).search, code);
        const said = await Promise.all(["headline", "sentence", "notes", "source", "charts", "comparisons"].map((name) => fragment(page, name)));
        const { heads, rows } = await table(page);
        assert.doesNotMatch([...said, ...heads, ...rows.flat()].join(" "), FOREIGN, code);
      }
      assert(seen >= 10, `${seen} charts`);
    }));

  test("judges a story about its own trade", () =>
    visit("story.html", { live: false, prepare, expected }, async (page) => {
      await page.locator("#story").fill("Valdoria’s exports of tea came to 86.3 tons in January 2018.");
      await page.locator("#findings > li").first().waitFor();
      assert.match(await text(page, "#findings > li"), /86\.3 tons\s+Supported/);
    }));
});
