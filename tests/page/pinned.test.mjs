// Pinned files: the page's own chart, words and points, with nothing fetched and nothing allowed.

import assert from "node:assert/strict";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { ATONCE, VIEWS, copiedBy, fragment, frame, listen, ready, saved, stage, text, walked } from "./support.mjs";

const { visit } = stage();

/** Charts whose points lie on lines, in rows and in cells. */
const CHARTS = ["?month=2024-11", "?month=2024-11&chart=framing", "?month=2024-11&chart=heat"];

/**
 * What is said of the points on the way through a chart: along it, and down from its end.
 * @param {import("./support.mjs").Page} page
 * @param {string} plot What has the keys.
 */
const told = (page, plot) =>
  page.evaluate((plot) => {
    const place = /** @type {HTMLElement} */ (document.querySelector(plot));
    const said = () => document.getElementById("spoken")?.textContent ?? "";
    const press = (/** @type {string} */ key) =>
      place.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
    place.focus();
    const all = [];
    for (const [start, step, most] of /** @type {const} */ ([["Home", "ArrowRight", 400], ["End", "ArrowUp", 60], ["Home", "ArrowDown", 60]])) {
      press(start);
      let last = "";
      for (let count = 0; count < most && said() !== last; count += 1) {
        last = said();
        all.push(last);
        press(step);
      }
    }
    return all;
  }, plot);

describe("pinned files", ATONCE, () => {
  test("a press on its button that the preview comes in the middle of saves it: nothing moves away under a reader", () =>
    visit("?month=2024-11", {}, async (page) => {
      await page.locator("#show-embed").click();
      const button = page.locator("#save-pinned");
      await button.scrollIntoViewIfNeeded({ timeout: 60_000 });
      await button.hover();
      const waiting = page.waitForEvent("download", { timeout: 30_000 });
      await page.mouse.down();
      await page.waitForFunction(() => document.querySelectorAll("#embed-preview iframe").length === 2);
      for (const inside of page.frames().slice(1)) await ready(inside);
      await frame(page);
      await page.mouse.up();
      assert.match((await waiting).suggestedFilename(), /^xenotime-.*\.html$/);
    }));

  for (const [chart, search] of Object.entries(VIEWS)) {
    test(`${chart}: a pinned file says of every point what the page says`, () =>
      visit(search, {}, async (page) => {
        const live = await told(page, "#surface");
        assert(live.length > 1 && live.every(Boolean), `${live.length} points`);
        await page.locator("#show-embed").click();
        // The charts of the first question are pinned by the whole module, which comes first.
        await page.locator("#save-pinned").waitFor({ timeout: 60_000 });
        const html = (await saved(page, "pinned")).bytes.toString("utf8");
        const file = await page.context().newPage();
        await file.setContent(html);
        assert.deepEqual(await told(file, ".plot"), live);
      }));
  }

  for (const search of CHARTS) {
    test(`${search}: no letters of a pinned file’s drawing are below eleven pixels, at any width of its host`, () =>
      visit(search, {}, async (page) => {
        await page.locator("#show-embed").click();
        const html = (await saved(page, "pinned")).bytes.toString("utf8");
        const file = await page.context().newPage();
        await file.setContent(html);
        for (const width of [320, 340, 360, 384, 385, 390, 440, 488, 489, 560, 600, 601, 660, 700, 708, 709, 760, 848, 1280]) {
          await file.setViewportSize({ width, height: 900 });
          const { drawn, least, beyond } = await file.evaluate(() => {
            const [svg, ...more] = [...document.querySelectorAll(".plot svg")].filter((one) => one.getBoundingClientRect().width > 0);
            const scale = svg ? svg.getBoundingClientRect().width / /** @type {SVGSVGElement} */ (svg).viewBox.baseVal.width : 0;
            const sizes = [...(svg?.querySelectorAll("text") ?? [])].map((text) => parseFloat(getComputedStyle(text).fontSize) * scale);
            return { drawn: 1 + more.length, least: Math.min(...sizes), beyond: document.documentElement.scrollWidth > innerWidth };
          });
          assert.equal(drawn, 1, `${width}`);
          assert(least >= 11 && least < 20, `${least} at ${width}`);
          assert.equal(beyond, false, `scrolls sideways at ${width}`);
        }
      }));

    test(`${search}: a pinned file shows and says what the page does, in a sandbox and offline`, () =>
      visit(search, { expected: [/Blocked script execution in 'about:srcdoc'/, /^console: Blocked opening/] }, async (page) => {
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
        // Where the host forbids pages of their own, a link's address is shown to be copied.
        const link = scripted.locator(".edition a");
        const address = await link.getAttribute("href");
        await link.click();
        assert.equal(await scripted.getByLabel(/^Links cannot be opened here/).inputValue(), address);
      }));
  }

  test("of a reader’s own files a pinned file can be made, without a frame or a link that nobody else could follow", async () => {
    const folder = await mkdtemp(join(tmpdir(), "pinned-"));
    const path = join(folder, "customs.csv");
    const head = "period,months,flow,measure,product,partner,value,unit,status,source,note,reporter,product_label,partner_name,reporter_name,product_system";
    const towns = Array.from({ length: 40 }, (_, town) =>
      [1, 2].map((month) => `2024-0${month},1,export,value,2846,C${town},${(town + 1) * 100 + month},USD,reported,port,,AUS,Compounds,Town ${town},Australia,hs`),
    );
    await writeFile(path, `${[head, ...towns.flat()].join("\n")}\n`);
    await visit("", { expected: [/Blocked script execution/, /^elsewhere: file:/] }, async (page) => {
      await page.locator("#open-own").click();
      await page.locator("#own-files").setInputFiles(path);
      await page.waitForFunction(() => document.documentElement.classList.contains("owned") && /rows? read.*\.$/.test(document.getElementById("own-state")?.textContent ?? ""), undefined, { timeout: 60_000 });
      await page.waitForFunction(() => !document.querySelector("#surface[aria-busy]"), undefined, { timeout: 60_000 });
      const live = await told(page, "#surface");
      const headline = await text(page, "h1");
      assert.match(headline, /compounds/i);
      assert.equal(await page.locator("#copy-link").isVisible(), false);
      await page.locator("#show-embed").click();
      await page.locator('#show-embed[aria-expanded="true"]').waitFor();
      for (const name of ["#snippet", "#copy-snippet", "#copy-picture", "#embed-preview", '[name="language"]']) {
        assert.equal(await page.locator(name).isVisible(), false, name);
      }
      await page.locator('#embed-options [name="theme"]').selectOption("dark");
      const file = await saved(page, "pinned");
      assert.equal(await page.locator("iframe").count(), 0, "no frame was tried");
      const html = file.bytes.toString("utf8");
      assert.doesNotMatch(html, /href="http|See it with today/);
      assert.match(html, /data-theme="dark"/);
      // From disk, with the network off.
      const pinned = join(folder, file.name);
      await writeFile(pinned, file.bytes);
      await page.context().setOffline(true);
      const alone = await page.context().newPage();
      await alone.goto(pathToFileURL(pinned).href);
      assert.deepEqual(await told(alone, ".plot"), live);
      await writeFile(join(folder, "host.html"), `<!doctype html><html lang="en"><title>Host</title><iframe sandbox="" src="${file.name}" width="700" height="760"></iframe>`);
      await alone.goto(pathToFileURL(join(folder, "host.html")).href);
      const bare = alone.frameLocator("iframe");
      assert.equal(await bare.locator("h1").innerText(), headline);
      assert.equal(await bare.locator(".plot svg").filter({ visible: true }).count(), 1);
      assert.match(await bare.locator("table").innerText(), /2024/);
    });
  });

  test("a pinned file is in the language chosen for frames", () =>
    visit("?month=2024-11", {}, async (page) => {
      await page.locator("#show-embed").click();
      await page.locator('#embed-options [name="language"]').selectOption("zh");
      await page.locator('#embed-options [name="theme"]').selectOption("dark");
      const html = (await saved(page, "pinned")).bytes.toString("utf8");
      assert.match(html, /<html lang="zh-Hans" data-theme="dark">/);
      assert.match(html, /2024年11月/);
      assert.match(html, /index\.zh\.html\?month=2024-11/);
      const code = await copiedBy(page, () => page.locator("#copy-pinned").click());
      assert.match(code, /title="[^"]*2024年11月/);
      // As high as the chart, its words and its read-out are on a phone.
      assert.ok(Number(/height="(\d+)"/.exec(code)?.[1]) > 800, code);
    }));

  test("a pinned file in a frame is folded to its chart and as high as it: a finger scrolls the article", async () => {
    let code = "";
    /** @type {Awaited<ReturnType<typeof saved>> | undefined} */
    let file;
    const host = await listen((request, response) => {
      response.writeHead(200, { "content-type": "text/html" });
      const article = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Host</title><link rel="icon" href="data:,"><body>${code}<p style="height:2000px">`;
      response.end(file && request.url?.includes(file.name) ? file.bytes : article);
    });
    try {
      await visit("?chart=season&month=2024-11", { origins: [host.origin] }, async (page) => {
        await page.locator("#show-embed").click();
        file = await saved(page, "pinned");
        code = await copiedBy(page, () => page.locator("#copy-pinned").click());
        assert(code.includes(`src="${file.name}"`));
        const article = await page.context().newPage();
        await article.setViewportSize({ width: 390, height: 700 });
        await article.goto(`${host.origin}/`);
        const inside = article.frames()[1];
        assert(inside);
        await article.waitForFunction(() => /px/.test(document.querySelector("iframe")?.style.height ?? ""));
        assert.equal(await inside.locator("table").isVisible(), false);
        const [content = 0, room] = await inside.evaluate(() => [document.documentElement.scrollHeight, innerHeight]);
        assert.equal(content, room, "nothing of it scrolls by itself");
        await inside.locator("summary").click();
        await article.waitForFunction((before) => (document.querySelector("iframe")?.clientHeight ?? 0) > before, content);
        assert.equal(await inside.locator("table").isVisible(), true);
      });
    } finally {
      host.close();
    }
  });

  for (const view of ["?chart=map", "?month=2024-11"]) {
    test(`where no script of the host follows it, the code of ${view} gives the file room at any width`, async () => {
      let code = "";
      /** @type {Awaited<ReturnType<typeof saved>> | undefined} */
      let file;
      const host = await listen((request, response) => {
        response.writeHead(200, { "content-type": "text/html" });
        const frame = code.replace(/<script>.*<\/script>/s, "");
        const article = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Host</title><link rel="icon" href="data:,"><body style="margin:0">${frame}`;
        response.end(file && request.url?.includes(file.name) ? file.bytes : article);
      });
      try {
        await visit(view, { origins: [host.origin] }, async (page) => {
          await page.locator("#show-embed").click();
          file = await saved(page, "pinned");
          code = await copiedBy(page, () => page.locator("#copy-pinned").click());
          const article = await page.context().newPage();
          await article.goto(`${host.origin}/`);
          const inside = article.frames()[1];
          assert(inside);
          await inside.locator("figure svg").first().waitFor({ state: "attached" });
          for (const width of [320, 360, 390, 704, 720, 900]) {
            await article.setViewportSize({ width, height: 700 });
            await inside.waitForFunction((width) => innerWidth === width, width);
            const [content = 0, room = 0] = await inside.evaluate(() => [document.documentElement.scrollHeight, innerHeight]);
            assert.equal(content, room, `at ${width} nothing of it scrolls by itself`);
          }
        });
      } finally {
        host.close();
      }
    });
  }

  test("notes of one's own, of a point and of a range, are kept by the address, by Back and by a pinned file", () =>
    visit("?from=2024-01&to=2024-12&month=2024-11", { expected: [/Blocked script execution in 'about:srcdoc'/] }, async (page) => {
      await page.locator("#show-desk").click();
      const group = page.getByRole("group", { name: "Your notes in the chart" });
      /** @param {string} from @param {string} to @param {string} words */
      const write = async (from, to, words) => {
        await group.getByLabel("From").fill(from);
        await group.getByLabel("To").fill(to);
        await group.getByRole("textbox", { name: "Text" }).fill(words);
        await group.getByRole("button", { name: "Add note" }).click();
      };
      await write("2024-11", "", "Licences begin");
      await page.waitForURL(/notes=2024-11_Licences\+begin$/);
      await write("2024-03", "2024-05", "A slow spring");
      await page.waitForURL(/2024-03\.2024-05_A\+slow\+spring/);
      const [point, range] = [/Your note, November 2024: Licences begin/, /Your note, March–May 2024: A slow spring/];
      assert.match(await fragment(page, "notes"), range);
      await page.goBack();
      await page.waitForURL(/notes=2024-11_Licences\+begin$/);
      await page.waitForFunction(() => !/slow spring/.test(document.querySelector("[data-fragment=notes]")?.textContent ?? ""));
      assert.match(await fragment(page, "notes"), point);
      await page.goForward();
      await page.waitForURL(/slow\+spring/);
      // The address alone brings both.
      await page.reload();
      await ready(page);
      for (const note of [point, range]) assert.match(await fragment(page, "notes"), note);
      await page.locator("#show-embed").click();
      const html = (await saved(page, "pinned")).bytes.toString("utf8");
      await page.goto("about:blank");
      await page.context().setOffline(true);
      const host = await page.context().newPage();
      await host.evaluate((html) => {
        const frame = document.createElement("iframe");
        frame.setAttribute("sandbox", "");
        [frame.width, frame.height] = ["900", "900"];
        frame.srcdoc = html;
        document.body.append(frame);
        return new Promise((done) => frame.addEventListener("load", () => done(undefined)));
      }, html);
      const frame = host.frameLocator("iframe");
      const listed = await frame.locator("body").innerText();
      for (const note of [point, range]) assert.match(listed, note);
      const drawn = await frame.locator(".plot svg").filter({ visible: true }).locator("text").allTextContents();
      for (const words of ["Licences begin", "A slow spring"]) {
        assert(drawn.some((text) => text.includes(words)), `${words} is not in the drawing: ${drawn}`);
      }
    }));
});
