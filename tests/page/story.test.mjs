// The story page: a story in, its figures marked, the evidence beside them.

import assert from "node:assert/strict";
import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { ATONCE, DIST, stage, text } from "./support.mjs";
import { obeysWcag } from "./wcag.mjs";

/** @typedef {import("./support.mjs").Page} Page */
/** @typedef {import("./support.mjs").Visit} Visit */

const { asked, visit } = stage();

/**
 * @param {string} hash
 * @param {Visit} how
 * @param {(page: Page) => Promise<unknown>} work
 */
const story = (hash, how, work) =>
  visit(`story.html${hash}`, { live: false, ...how }, async (page) => {
    await page.waitForFunction(() => !/^(Loading|Checking)/.test(document.getElementById("state")?.textContent ?? ""));
    await work(page);
  });

/** @param {Page} page */
const verdicts = (page) =>
  page.locator("#findings > li").evaluateAll((items) =>
    items.map((item) => `${item.querySelector(".figure")?.textContent}: ${item.querySelector(".verdict")?.textContent}`),
  );

/**
 * Waits until exactly so many figures are told of.
 * @param {Page} page
 * @param {number} count
 */
const found = (page, count) =>
  page.waitForFunction((count) => document.querySelectorAll("#findings > li").length === count, count);

const STORY =
  "China’s rare earth exports fell 7.1% from October to 4,416 tons in November 2024. Imports dropped 22.7% in November.";

describe("the story page", ATONCE, () => {
  test("marks figures as they are typed and says what the data say of each", () =>
    story("", {}, async (page) => {
      await page.locator("#story").fill(STORY.slice(0, -40));
      await page.locator("#story").press("Control+End");
      await page.locator("#story").pressSequentially(STORY.slice(-40));
      await found(page, 3);
      assert.deepEqual(await verdicts(page), [
        "22.7%: Unclear",
        "7.1%: Supported",
        "4,416 tons: Supported",
      ]);
      assert.deepEqual(await page.locator(".mark").allTextContents(), ["7.1%", "4,416 tons", "22.7%"]);
      // The comparison is not said, so nobody is accused; what the data give is told.
      assert.match(await text(page, "#findings > li:nth-child(1)"), /11,327 t in November 2024.*\+19\.6%.*would be right for .*January–November 2024/s);
      assert.match(await text(page, "#findings > li:nth-child(1) .sentence"), /^Imports dropped 22\.7% in November\.$/);
      assert.equal(await text(page, "#state"), "3 figures found: 2 supported or close, 1 to review. Unmarked figures were not checked.");
      await page.locator("#order").selectOption("story");
      assert.deepEqual((await verdicts(page)).at(-1), "22.7%: Unclear");
      assert(asked.some((path) => path.startsWith("/story-worker.js")), "a worker checks");
    }));

  test("a story is judged by the reader’s own file, and by the bundled data again", () =>
    story("", { permissions: ["clipboard-read", "clipboard-write"] }, async (page) => {
      const head =
        "period,months,flow,measure,product,partner,value,unit,status,source,note,reporter,product_label,partner_name,reporter_name,product_system";
      const rows = [
        ["2024-10", "WLD", "World", 48125],
        ["2024-11", "WLD", "World", 52310],
        ["2024-11", "NLD", "Netherlands", 12987],
      ].map(([month, partner, name, tons]) => `${month},1,export,volume,1801,${partner},${tons},t,reported,port,,GHA,Cocoa beans,${name},Ghana,hs`);
      const words = "Ghana exported 52,310 tonnes of cocoa beans in November 2024, up 8.7% from October, and 21,987 tonnes of them to the Netherlands.";
      await page.locator("#story").fill(words);
      await page.waitForFunction(() => document.getElementById("state")?.textContent !== "");
      assert.deepEqual((await verdicts(page)).filter((words) => /Supported|Contradicted/.test(words)), []);
      assert.match(await text(page, "#judged"), /^Checked against the bundled data\. Data compiled on \d/);
      await page.locator("#open-own").click();
      await page.waitForSelector("#own-files", { state: "attached" });
      const file = { name: "cocoa.csv", mimeType: "text/csv", buffer: Buffer.from([head, ...rows].join("\n")) };
      await page.locator("#own-files").setInputFiles(file);
      await page.waitForFunction(() => /Ghana/.test(document.getElementById("judged")?.textContent ?? ""));
      // As many figures were told of before.
      await page.waitForFunction(() => /Supported/.test(document.getElementById("findings")?.textContent ?? ""));
      await found(page, 3);
      assert.deepEqual((await verdicts(page)).sort(), ["21,987 tonnes: Contradicted", "52,310 tonnes: Supported", "8.7%: Supported"]);
      // The bundled charts know nothing of these figures.
      assert.equal(await page.locator("#findings a", { hasText: "See the chart" }).count(), 0);
      assert(await page.locator("#own-product").isHidden(), "all goods judge: there is none to choose");
      // Whoever opens the link learns that something else judged.
      await page.locator("#share").click();
      await page.waitForFunction(() => /not your files/.test(document.getElementById("said")?.textContent ?? ""));
      const other = await page.context().newPage();
      await other.goto(page.url());
      await other.waitForFunction(() => /Whoever shared this link checked the story against a file of their own/.test(document.getElementById("judged")?.textContent ?? ""));
      await other.close();
      // A story of other goods than the file's is not passed over in silence.
      await page.locator("#story").fill("Ghana exported 52,310 tonnes of tea in November 2024.");
      await page.waitForFunction(() => /names none of the goods in your file, which are 1801:/.test(document.querySelector(".results")?.textContent ?? ""));
      await page.locator("#story").fill(words);
      await page.waitForFunction(() => !/names none/.test(document.querySelector(".results")?.textContent ?? ""));
      await page.locator("#own-close").click();
      await page.waitForFunction(() => /bundled/.test(document.getElementById("judged")?.textContent ?? ""));
      await page.locator("#story").fill("China’s rare earth exports came to 4,416 tons in November 2024.");
      await found(page, 1);
      assert.deepEqual(await verdicts(page), ["4,416 tons: Supported"]);
    }));

  test("a story is judged by what was published until its date, where that is chosen", () =>
    story("", {}, async (page) => {
      assert(await page.locator("#asof").isDisabled(), "no day, nothing known until then");
      await page.locator("#story").fill("China’s rare earth exports came to 4,416 tons in November 2024.");
      await page.locator("#date").fill("2024-11-20");
      await found(page, 1);
      assert.deepEqual(await verdicts(page), ["4,416 tons: Supported"]);
      await page.locator("#asof").check();
      assert.match(await text(page, "#judged"), /Only what was published by 20 November 2024 counts\.$/);
      await page.waitForFunction(() => /Not checkable/.test(document.getElementById("findings")?.textContent ?? ""));
      await page.locator("#share").click();
      await page.waitForFunction(() => /asof=1/.test(location.hash));
      await page.locator("#date").fill("2024-12-31");
      await page.waitForFunction(() => /Supported/.test(document.getElementById("findings")?.textContent ?? ""));
      assert.match(await text(page, "#judged"), /31 December 2024/);
      await page.goBack();
      await page.waitForFunction(() => /Only what was published by 20 November 2024/.test(document.getElementById("judged")?.textContent ?? ""));
      assert(await page.locator("#asof").isChecked());
      await page.goForward();
      await page.waitForFunction(() => /31 December 2024/.test(document.getElementById("judged")?.textContent ?? ""));
      await page.locator("#date").fill("");
      assert(await page.locator("#asof").isDisabled());
      assert.match(await text(page, "#judged"), /^Checked against the bundled data\. Data compiled/);
    }));

  test("a figure that is right for another month is misplaced, and its card says for which", () =>
    story("", {}, async (page) => {
      await page.locator("#story").fill("China’s rare earth exports came to 4,416 tons in October 2024.");
      await found(page, 1);
      assert.deepEqual(await verdicts(page), ["4,416 tons: Wrong period or comparison"]);
      assert.match(await text(page, "#findings > li:nth-child(1)"), /right for exports of rare earths, November 2024/);
      assert.equal(await text(page, "#state"), "1 figure found: 1 to review. Unmarked figures were not checked.");
    }));

  test("a change of the year so far that is said of its month is unclear where the base is derived, and its card says for which it is right", () =>
    story("", {}, async (page) => {
      await page.locator("#story").fill("China’s imports of rare earths dropped 22.7% on the year in November 2024.");
      await found(page, 1);
      assert.deepEqual(await verdicts(page), ["22.7%: Unclear"]);
      assert.match(await text(page, "#findings > li:nth-child(1)"), /January–November 2024/);
    }));

  test("a mark lies under its figure, letter for letter", () =>
    story("#example", {}, async (page) => {
      const apart = await page.evaluate(() => {
        const area = /** @type {HTMLTextAreaElement} */ (document.getElementById("story"));
        const marked = /** @type {HTMLElement} */ (document.getElementById("marked"));
        const styles = [area, marked].map((element) => getComputedStyle(element));
        const same = ["font", "lineHeight", "letterSpacing", "whiteSpace", "paddingLeft", "borderLeftWidth", "tabSize"];
        return {
          styles: same.filter((name) => styles[0]?.getPropertyValue(name) !== styles[1]?.getPropertyValue(name)),
          width: area.clientWidth - marked.clientWidth,
          scrolled: area.scrollHeight - area.clientHeight,
          words: marked.textContent === `${area.value}\n`,
        };
      });
      assert.deepEqual(apart, { styles: [], width: 0, scrolled: 0, words: true });
    }));

  test("marks move along with the words while the next check is under way", () =>
    story("#example", {}, async (page) => {
      const marked = await page.evaluate(() => {
        const area = /** @type {HTMLTextAreaElement} */ (document.getElementById("story"));
        area.value = `A line before.\n\n${area.value}`;
        area.dispatchEvent(new Event("input"));
        return {
          words: document.getElementById("marked")?.textContent === `${area.value}\n`,
          marks: Array.from(document.querySelectorAll(".mark"), (mark) => mark.textContent).slice(0, 3),
        };
      });
      assert.deepEqual(marked, { words: true, marks: ["22.7%", "22.7%", "11,327 tons"] });
    }));

  test("the keyboard goes from figure to figure, to the evidence, and back", () =>
    story("#example", {}, async (page) => {
      const selected = () =>
        page.locator("#story").evaluate((area) => {
          const { value, selectionStart, selectionEnd } = /** @type {HTMLTextAreaElement} */ (area);
          return value.slice(selectionStart, selectionEnd);
        });
      const marks = await page.locator(".mark").allTextContents();
      await page.locator("#story").focus();
      await page.keyboard.press("Control+Home");
      for (const mark of marks.slice(0, 3)) {
        await page.keyboard.press("F8");
        assert.equal(await selected(), mark);
      }
      await page.keyboard.press("Shift+F8");
      assert.equal(await selected(), marks[1]);
      assert.match(await text(page, "#said"), /22\.7%: Unclear\. Press F9 for the evidence/);
      assert.match(await text(page, "#keys"), /F8 moves to the next marked figure/);
      await page.keyboard.press("F9");
      const item = page.locator("#findings > li.chosen");
      assert.equal(await item.locator("details").evaluate((one) => /** @type {HTMLDetailsElement} */ (one).open), true);
      await item.locator(".figure:focus").waitFor();
      // And back: the finding's button selects its figure in the story.
      await page.keyboard.press("Enter");
      assert.equal(await selected(), marks[1]);
    }));

  test("a desk works through the findings: set aside, accepted, undone, and kept with the link", () =>
    story("", { permissions: ["clipboard-read", "clipboard-write"] }, async (page) => {
      const drafts = `${STORY} Exports came to 9,999 tons in November 2024.`;
      await page.locator("#story").fill(drafts);
      await found(page, 4);
      assert.match(await text(page, "#state"), /^4 figures found: 2 supported or close, 2 to review/);
      const card = (/** @type {string} */ figure) => page.locator("#findings > li").filter({ has: page.locator(".figure", { hasText: figure }) });
      await card("22.7%").getByRole("button", { name: "Set aside" }).click();
      assert.match(await text(page, "#state"), /1 to review, 1 set aside/);
      await card("9,999 tons").getByRole("button", { name: "Confirm error" }).click();
      assert.match(await text(page, "#state"), /2 supported or close, 1 confirmed as wrong, 1 set aside/);
      await page.locator("#undo").click();
      assert.match(await text(page, "#state"), /1 to review, 1 set aside/);
      await card("9,999 tons").getByRole("button", { name: "Confirm error" }).click();
      // What was decided stays with its figure while the story is written on.
      await page.locator("#story").press("Control+Home");
      await page.locator("#story").pressSequentially("A new first line.\n\n");
      await page.waitForFunction(() => /1 confirmed as wrong, 1 set aside/.test(document.getElementById("state")?.textContent ?? ""));
      await page.locator("#share").click();
      await page.waitForFunction(() => document.getElementById("said")?.textContent === "Link copied.");
      const link = await page.evaluate(() => navigator.clipboard.readText());
      const other = await page.context().newPage();
      await other.goto(link);
      await found(other, 4);
      assert.match(await text(other, "#state"), /2 supported or close, 1 confirmed as wrong, 1 set aside/);
    }));

  test("a worker that dies is started again with the story", () =>
    story("", {
      prepare: (context) =>
        context.addInitScript(() => {
          const workers = (/** @type {any} */ (globalThis).workers = /** @type {Worker[]} */ ([]));
          globalThis.Worker = class extends Worker {
            /** @param {string | URL} address */
            constructor(address) {
              super(address);
              workers.push(this);
            }
          };
        }),
    }, async (page) => {
      await page.locator("#story").fill(STORY);
      await found(page, 3);
      await page.evaluate(() => {
        const [worker] = /** @type {any} */ (globalThis).workers;
        worker.terminate();
        worker.dispatchEvent(new ErrorEvent("error", { message: "gone", cancelable: true }));
      });
      await page.locator("#story").fill(`${STORY} It was 4,753 tons in October 2024.`);
      await found(page, 4);
      assert.equal(await page.evaluate(() => /** @type {any} */ (globalThis).workers.length), 2);
      assert.equal(await page.locator("#problems").isVisible(), false);
    }));

  test("a worker that says nothing any more is started again, and where none answers the page says so", () =>
    story("", {
      prepare: async (context) => {
        await context.addInitScript(() => {
          const { postMessage } = Worker.prototype;
          // From the first story on nobody hears what is asked.
          Worker.prototype.postMessage = function (/** @type {any} */ message) {
            if (!message.ask) postMessage.call(this, message);
          };
        });
        await context.clock.install();
      },
    }, async (page) => {
      await page.locator("#story").fill(STORY);
      await page.clock.runFor(200);
      for (let minute = 0; minute < 20 && !(await page.locator("#problems").isVisible()); minute += 1) {
        await page.clock.fastForward(25_000);
        await new Promise((resolve) => setTimeout(resolve, 500));
      }
      assert.match(await text(page, "#problems"), /could not be checked\. .*is not responding/s);
      assert.equal(await page.locator("#story").inputValue(), STORY);
    }));

  test("of a very long story only what is in view has marks and cards", () =>
    story("", {}, async (page) => {
      await page.evaluate(() => {
        const area = /** @type {HTMLTextAreaElement} */ (document.getElementById("story"));
        const lines = [];
        for (let line = 0; line < 5000; line += 1) {
          lines.push(`China exported 4,416 tons of rare earths in November 2024, 7.1% less than in October.${line % 3 ? "" : "\n"}`);
        }
        area.value = lines.join("\n");
        area.dispatchEvent(new Event("input"));
      });
      await page.waitForFunction(() => /figures found/.test(document.getElementById("state")?.textContent ?? ""), undefined, { timeout: 60_000 });
      const count = () => page.evaluate(() => document.querySelectorAll("*").length);
      assert((await count()) < 4000, `${await count()} elements`);
      const last = page.locator(".mark").last();
      assert.equal(await page.evaluate(() => {
        const area = /** @type {HTMLTextAreaElement} */ (document.getElementById("story"));
        return document.getElementById("marked")?.textContent === `${area.value}\n`;
      }), true);
      // Far down there are marks as well, once one is there, and they lie where the words are.
      await page.locator("#sheet").evaluate((sheet) => sheet.scrollTo({ top: sheet.scrollHeight, behavior: "instant" }));
      await page.waitForFunction(() => {
        const marks = Array.from(document.querySelectorAll(".mark"));
        const sheet = document.getElementById("sheet")?.getBoundingClientRect();
        return marks.some((mark) => sheet && mark.getBoundingClientRect().bottom > sheet.bottom - 120);
      });
      assert.equal(await last.textContent(), "7.1%");
      assert((await count()) < 4000, `${await count()} elements`);
      // More cards come as one gets to the end of those that are there.
      await page.getByRole("button", { name: "Show more figures" }).evaluate((more) => more.scrollIntoView());
      await page.waitForFunction(() => document.querySelectorAll("#findings > li").length >= 80);
    }));

  test("evidence leads to the chart that shows it and to the publications", () =>
    story("#example", {}, async (page) => {
      const item = page.locator("#findings > li").filter({ has: page.locator(".figure", { hasText: "4,416 metric tons" }) });
      await item.locator("summary").click();
      const links = await item.locator("a").evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
      assert.equal(links[0], "index.html?month=2024-11");
      assert(links.slice(1).some((link) => /^https:\/\//.test(link)), links.join(" "));
      assert.deepEqual(await item.locator("td").allInnerTexts().then((cells) => cells.slice(0, 3)), ["Nov 2024", "4,416", "reported"]);
    }));

  test("the season as a reason is set against the same month of the years before", () =>
    story("#example", {}, async (page) => {
      const note = await page.locator("#findings .note", { hasText: "season" }).first().innerText();
      assert.match(note, /In the same month of the five years before, figures ranged from 2,611 t to 4,859 t and averaged 3,452 t; November 2024, at 4,416 t/);
    }));

  test("the story’s date says which month is meant", () =>
    story("", {}, async (page) => {
      await page.locator("#story").fill("Rare earth exports came to 4,416 tons last month.");
      await page.locator("#date").fill("2024-12-08");
      await found(page, 1);
      await page.waitForFunction(() => document.querySelector("#findings .verdict")?.textContent === "Supported");
      await page.locator("#date").fill("2024-11-08");
      await page.waitForFunction(() => document.querySelector("#findings .verdict")?.textContent === "Wrong period or comparison");
    }));

  test("a date that was not given is told, with how it is known", () =>
    story("", {}, async (page) => {
      await page.locator("#story").fill("BEIJING, Dec. 8, 2024 (Desk) - Rare earth exports came to 4,416 tons last month.");
      await found(page, 1);
      assert.equal(await text(page, "#date-read"), "The story is dated December 2024 here, by the date in its first lines. Use 8 December 2024");
      assert(await page.locator("#asof").isDisabled());
      // The day that they name is taken by one press.
      await page.locator("#date-read button").click();
      assert.equal(await page.locator("#date").inputValue(), "2024-12-08");
      assert(await page.locator("#asof").isEnabled());
      await page.waitForFunction(() => document.getElementById("date-read")?.textContent === "");
      await page.locator("#story").fill("Rare earth exports came to 4,416 tons in November 2024.");
      await page.locator("#date").fill("");
      await page.waitForFunction(() => /^The story is dated /.test(document.getElementById("date-read")?.textContent ?? ""));
      await page.locator("#clear").click();
      await page.waitForFunction(() => document.getElementById("date-read")?.textContent === "");
    }));

  test("clearing takes everything away, and Undo or Back brings it back", () =>
    story("", {}, async (page) => {
      assert.equal(await page.locator("#clear").isDisabled(), true);
      await page.locator("#try").click();
      await page.waitForSelector("#findings > li");
      const whole = await page.locator("#story").inputValue();
      await page.locator("#clear").click();
      await found(page, 0);
      assert.equal(await page.locator("#story").inputValue(), "");
      assert.equal(await page.locator("#marked").innerText().then((words) => words.trim()), "");
      await page.locator("#undo").click();
      await page.waitForSelector("#findings > li");
      assert.equal(await page.locator("#story").inputValue(), whole);
      await page.goBack();
      await found(page, 0);
      await page.goBack();
      await page.waitForSelector("#findings > li");
    }));

  test("Clear and the example are undone by Ctrl+Z and by Undo, with text and decisions, and nothing typed is lost", () =>
    story("", {}, async (page) => {
      const value = () => page.locator("#story").inputValue();
      await page.locator("#story").fill(STORY);
      await found(page, 3);
      await page.getByRole("button", { name: "Set aside" }).first().click();
      await page.waitForFunction(() => /1 set aside/.test(document.getElementById("state")?.textContent ?? ""));
      for (const button of ["#clear", "#try"]) {
        await page.locator(button).click();
        await page.waitForFunction((before) => /** @type {HTMLTextAreaElement} */ (document.getElementById("story")).value !== before, STORY);
        // Wherever the keyboard is, but in another field.
        if (button === "#try") await page.locator("#story").focus();
        await page.keyboard.press("Control+z");
        await page.waitForFunction((before) => /** @type {HTMLTextAreaElement} */ (document.getElementById("story")).value === before, STORY);
        await page.waitForFunction(() => /1 set aside/.test(document.getElementById("state")?.textContent ?? ""));
        assert.equal(await text(page, "#said"), "Undone.");
      }
      await page.locator("#clear").click();
      await page.locator("#story").pressSequentially("Another story.");
      await page.locator("#undo").click();
      assert.equal(await value(), STORY);
      await page.locator("#undo").click();
      assert.equal(await value(), "Another story.");
    }));

  test("a figure that was changed is told of, the keyboard stays with its finding, and Undo takes it back", () =>
    story("", {}, async (page) => {
      const draft = "China’s rare earth exports came to 4,416 tons in October 2024.";
      await page.locator("#story").fill(draft);
      await found(page, 1);
      await page.getByRole("button", { name: "Change to “4,753 tons”" }).press("Enter");
      await page.waitForFunction(() => document.querySelector("#findings .verdict")?.textContent === "Supported");
      assert.equal(await text(page, "#said"), "Changed “4,416 tons” to “4,753 tons”.");
      assert.equal(await page.evaluate(() => document.activeElement?.closest("li")?.className.includes("supported")), true);
      // What was written since stays.
      await page.locator("#story").press("Control+End");
      await page.locator("#story").pressSequentially(" More.");
      await page.locator("#undo").click();
      assert.equal(await page.locator("#story").inputValue(), `${draft} More.`);
    }));

  test("what was typed after a step is there again when one comes back to it", () =>
    story("", {}, async (page) => {
      await page.locator("#try").click();
      await page.waitForSelector("#findings > li");
      const edited = `${await page.locator("#story").inputValue()} Edited.`;
      await page.locator("#story").fill(edited);
      await page.goBack();
      await found(page, 0);
      await page.goForward();
      await page.waitForSelector("#findings > li");
      assert.equal(await page.locator("#story").inputValue(), edited);
    }));

  test("a link holds the story after the # sign, and opens it elsewhere", () =>
    story("", { permissions: ["clipboard-read", "clipboard-write"] }, async (page) => {
      await page.locator("#story").fill(STORY);
      await page.locator("#date").fill("2024-12-08");
      await found(page, 3);
      /** @type {string[]} */
      const sent = [];
      page.context().on("request", (request) => {
        // A browser may ask for the icon anew when the address changes; figures may be on their way still.
        if (!/\/icon\.svg|\/data\//.test(request.url())) sent.push(request.url());
      });
      await page.locator("#share").click();
      await page.waitForFunction(() => document.getElementById("said")?.textContent === "Link copied.");
      const link = await page.evaluate(() => navigator.clipboard.readText());
      assert.match(link, /story\.html#story=[\w-]+&date=2024-12-08$/);
      assert.equal(sent.length, 0, `sent: ${sent.join(" ")}`);
      const other = await page.context().newPage();
      await other.goto(link);
      await found(other, 3);
      assert.equal(await other.locator("#story").inputValue(), STORY);
      assert(sent.length > 5 && sent.every((address) => address === link || !address.includes("story=")), sent.join(" "));
    }));

  test("a story too long for a link is told so", () =>
    story("", {}, async (page) => {
      const words = Array.from({ length: 6000 }, (_, index) => `word${(index * 7919) % 10007}`).join(" ");
      await page.locator("#story").fill(words);
      await page.locator("#share").click();
      await page.waitForFunction(() => document.getElementById("said")?.textContent?.startsWith("Too long for a link"));
    }));

  for (const hash of ["#story=%%%", "#story=AAAA", "#story=", "#story=!!&date=<b>"]) {
    test(`a damaged link is told of: ${hash}`, () =>
      story(hash, {}, async (page) => {
        await page.waitForSelector("#problems:not([hidden])");
        assert.match(await text(page, "#problems"), /cannot be read/);
        assert.equal(await page.locator("#story").inputValue(), "");
      }));
  }

  test("a link that unpacks to more than a story is refused", () =>
    story("", {}, async (page) => {
      const hash = await page.evaluate(async () => {
        const stream = new Blob(["a".repeat(5_000_000)]).stream().pipeThrough(new CompressionStream("deflate-raw"));
        const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
        let letters = "";
        for (const byte of bytes) letters += String.fromCharCode(byte);
        return `#story=${btoa(letters).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "")}`;
      });
      const other = await page.context().newPage();
      await other.goto(page.url() + hash);
      await other.waitForSelector("#problems:not([hidden])");
    }));

  test("reports are saved, and copied as Markdown and as JSON", () =>
    story("", { permissions: ["clipboard-read", "clipboard-write"] }, async (page) => {
      await page.locator("#story").fill(STORY);
      await found(page, 3);
      await page.locator("#copy-markdown").click();
      await page.waitForFunction(() => document.getElementById("said")?.textContent === "Markdown copied.");
      assert.match(await page.evaluate(() => navigator.clipboard.readText()), /\| 22\.7% \| unclear \| .* \| Imports dropped 22\.7% in November\. \|  \| /);
      await page.getByRole("button", { name: "Set aside" }).click();
      await page.locator("#said").evaluate((said) => said.replaceChildren());
      await page.locator("#copy-markdown").click();
      await page.waitForFunction(() => document.getElementById("said")?.textContent === "Markdown copied.");
      const table = await page.evaluate(() => navigator.clipboard.readText());
      assert.match(table, /^3 figures found: .* The story is dated .*\n\n\| /);
      assert.match(table, /\| 22\.7% \| unclear \| .* \| set aside \| /);
      assert.match(table, /\[See the chart\]\(http:\/\/localhost:\d+\/some\/where\/index\.html\?/);
      const saving = page.waitForEvent("download");
      await page.locator("#save-report").click();
      const saved = await saving;
      assert.equal(saved.suggestedFilename(), "story-check.md");
      assert.equal(await readFile(await saved.path(), "utf8"), table);
      await page.locator("#copy-json").click();
      await page.waitForFunction(() => document.getElementById("said")?.textContent === "JSON copied.");
      const report = JSON.parse(await page.evaluate(() => navigator.clipboard.readText()));
      const bytes = Buffer.from(STORY);
      for (const { start, end, text } of report) assert.equal(bytes.subarray(start, end).toString(), text);
      assert.deepEqual(report.map((/** @type {{ verdict: string }} */ one) => one.verdict), ["supported", "supported", "unclear"]);
      assert.deepEqual(report.map((/** @type {{ decision: string | null }} */ one) => one.decision), [null, null, "aside"]);
      for (const { chart, sentence, story_dated } of report) {
        assert.match(chart ?? "http://localhost/", /^http:\/\/localhost/);
        assert(STORY.includes(sentence) && sentence !== "");
        assert.match(story_dated, /^The story is dated /);
      }
    }));

  test("files are opened, and what is none is refused while the story stays", async () => {
    const folder = await mkdtemp(join(tmpdir(), "story-"));
    const files = {
      "a.txt": STORY,
      "b.html": `<!doctype html><title>x</title><p>${STORY.replace("7.1%", "<b>7.1%</b>")}</p><script>document.title="had"</script>`,
      "c.md": `# Trade\n\n${STORY}`,
    };
    for (const [name, words] of Object.entries(files)) await writeFile(join(folder, name), words);
    await writeFile(join(folder, "d.txt"), Buffer.from([0xff, 0xfe, 0x00, 0xd8]));
    await writeFile(join(folder, "e.png"), "no text");
    await story("", {}, async (page) => {
      for (const name of Object.keys(files)) {
        await page.locator("#story").fill("");
        await found(page, 0);
        await page.locator("#file").setInputFiles(join(folder, name));
        await found(page, 3);
        assert.equal(await page.title(), "Check a story · Xenotime");
        assert.doesNotMatch(await page.locator("#story").inputValue(), /[<>]/);
      }
      const before = await page.locator("#story").inputValue();
      for (const [name, expected] of /** @type {const} */ ([["d.txt", /UTF-8 text was expected/], ["e.png", /\.txt, \.md or \.html file was expected/]])) {
        await page.locator("#file").setInputFiles(join(folder, name));
        // The words are of this file and shown; those of the file before may still be.
        await page.waitForFunction((name) => {
          const problems = document.getElementById("problems");
          return problems?.hidden === false && problems.textContent?.startsWith(name);
        }, name);
        assert.match(await text(page, "#problems"), expected);
        assert.equal(await page.locator("#story").inputValue(), before);
      }
    });
  });

  for (const hostile of [
    `<img src=x onerror="document.title='had'">Rare earth exports were <b onclick="document.title='had'">4,416 tons</b> in November 2024.`,
    `<script>document.title='had'</script>Rare earth exports were 4,416 tons in November 2024.`,
    `"><svg onload=document.title='had'> Rare earth exports were 4,416 tons in November 2024.`,
    `</textarea><script>document.title='had'</script> Rare earth exports were 4,416 <i>tons</i> in November 2024.`,
    `<p>javascript:document.title='had'</p><p>Rare earth exports were 4,416 tons in November 2024.</p>`,
  ]) {
    test(`markup in a story stays words: ${hostile.slice(0, 40)}`, () =>
      story("", {}, async (page) => {
        await page.locator("#story").fill(hostile);
        await page.waitForFunction(() => !document.getElementById("share")?.hasAttribute("disabled"));
        await page.waitForTimeout(300);
        assert.equal(await page.title(), "Check a story · Xenotime");
        const made = await page.evaluate(() => ({
          foreign: document.querySelectorAll("img, svg, body script, b[onclick], iframe, object").length,
          handlers: Array.from(document.querySelectorAll("*")).filter((one) =>
            Array.from(one.attributes).some(({ name }) => name.startsWith("on")),
          ).length,
        }));
        assert.deepEqual(made, { foreign: 0, handlers: 0 });
      }));
  }

  test("where no worker may run, the page checks by itself", () =>
    story("", { prepare: (context) => context.addInitScript(() => { delete (/** @type {{ Worker?: unknown }} */ (globalThis)).Worker; }) }, async (page) => {
      await page.locator("#story").fill(STORY);
      await found(page, 3);
    }));

  test("opened from a folder, without a server", () =>
    visit(
      pathToFileURL(join(DIST, "story.html")).href,
      { live: false, origins: ["null"] },
      async (page) => {
        await page.locator("#story").fill(STORY);
        await found(page, 3);
      },
    ));

  test("a checker that does not come is told of, and the story stays", () =>
    story(
      "",
      {
        expected: [/refused: .*checker_bg\.wasm/, /console: Failed to load resource/],
        prepare: (context) => context.route("**/checker_bg.wasm*", (route) => route.fulfill({ status: 404, body: "" })),
      },
      async (page) => {
        await page.waitForSelector("#problems:not([hidden])");
        assert.match(await text(page, "#problems"), /could not be loaded/);
        await page.locator("#story").fill(STORY);
        assert.equal(await page.locator("#story").inputValue(), STORY);
      },
    ));

  for (const [name, context] of Object.entries({
    desktop: {},
    "dark phone": { viewport: { width: 390, height: 844 }, colorScheme: /** @type {const} */ ("dark") },
  })) {
    test(`no rule of WCAG that a machine can check is broken, ${name}`, () =>
      story("#example", { context }, async (page) => {
        await page.waitForSelector("#findings > li");
        for (const summary of await page.locator("summary").all()) await summary.click();
        await obeysWcag(page);
        const width = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert(width <= 0, `wider than the screen by ${width}`);
      }));
  }

  test("without JavaScript the page says what it needs", () =>
    visit("story.html", { live: false, context: { javaScriptEnabled: false } }, async (page) => {
      assert.match(await text(page, "noscript p"), /needs JavaScript/);
      // Nothing is loading, and no control would answer.
      assert(!(await page.locator("#state").isVisible()) && !(await page.locator("#try").isVisible()));
    }));

  test("the example is the data set’s own and starts with its heading", () =>
    story("", {}, async (page) => {
      await page.locator("#try").click();
      await page.waitForFunction(() => /** @type {HTMLTextAreaElement} */ (document.getElementById("story")).value !== "");
      assert.match(await page.locator("#story").inputValue(), /^Rare earth exports slip/);
      assert.equal(await page.locator("#date").inputValue(), "2024-12-10");
    }));
});
