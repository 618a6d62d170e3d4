// Pinned files: the page's own chart, words and points, with nothing fetched and nothing allowed.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { ATONCE, saved, stage, text, walked } from "./support.mjs";

const { visit } = stage();

/** Charts whose points lie on lines, in rows and in cells. */
const CHARTS = ["?month=2024-11", "?month=2024-11&chart=framing", "?month=2024-11&chart=heat"];

describe("pinned files", ATONCE, () => {
  for (const search of CHARTS) {
    test(`${search}: a pinned file shows and says what the page does, in a sandbox and offline`, () =>
      visit(search, { expected: [/Blocked script execution in 'about:srcdoc'/] }, async (page) => {
        const live = await walked(page);
        const headline = await text(page, "h1");
        await page.locator("#show-embed").click();
        const file = await saved(page, "pinned");
        assert.match(file.name, /^xenotime-.*\.html$/);
        const html = file.bytes.toString("utf8");
        await page.goto("about:blank");
        // In a host of its own: a frame made here would come under this page's policy.
        await page.context().setOffline(true);
        const host = await page.context().newPage();
        await host.evaluate(async (html) => {
          const waits = ["allow-scripts", ""].map((sandbox) => {
            const frame = document.createElement("iframe");
            frame.name = sandbox || "bare";
            frame.setAttribute("sandbox", sandbox);
            frame.width = "700";
            frame.height = "760";
            frame.srcdoc = html;
            document.body.append(frame);
            return new Promise((done) => frame.addEventListener("load", done));
          });
          await Promise.all(waits);
        }, html);
        const within = (/** @type {string} */ name) => host.frameLocator(`iframe[name="${name}"]`);
        const [scripted, bare] = [within("allow-scripts"), within("bare")];
        for (const frame of [scripted, bare]) {
          assert.equal(await frame.locator("h1").innerText(), headline);
          assert.equal(await frame.locator(".plot svg").filter({ visible: true }).count(), 1);
          assert((await frame.locator("tbody tr").count()) > 5);
        }
        const plot = scripted.locator(".plot");
        await plot.focus();
        await plot.press("Home");
        const said = await scripted.locator("#spoken").textContent();
        const own = live.find(({ place }) => place === Number(/Point (\d+) of/.exec(said ?? "")?.[1]));
        assert(own, `${said}`);
        assert.equal(said, own.spoken);
        assert.match(await scripted.locator("#readout").innerText(), /Source: /);
      }));
  }
});
