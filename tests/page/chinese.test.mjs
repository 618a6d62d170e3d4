// The page in Chinese, and the ways between it and the English one.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { ATONCE, DIST, ready, stage, text } from "./support.mjs";
import { obeysWcag } from "./wcag.mjs";

const { visit } = stage();

/** The page in Chinese. */
const CHINESE = "index.zh.html";

/** A reader whose browser speaks Chinese; the page is led elsewhere while it loads. */
const READER = /** @type {const} */ ({ context: { locale: "zh-CN" }, until: "commit" });

/** What is Han and what is punctuation and figures beside it. */
const HAN = /\p{Script=Han}/u;

/** Names, formats and codes that are typed as they are, which Chinese texts have in Latin letters too. */
const LATIN = new Set("Xenotime JavaScript Markdown JSON HTML CSV XLSX UTF BACI CEPII Comtrade Comext Shift CHN gzip SITC BEC PRODCOM CPC NAICS NACE ISIC OWN WLD TOTAL".split(" "));

/**
 * Words in Latin letters in what is shown under an element, without what a story or a source is called and
 * what is marked as of another language.
 * @param {Page} page
 * @param {string} [under]
 */
async function leftOver(page, under = "body") {
  const shown = await page.locator(under).first().evaluate((root) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) {
      const parent = walker.currentNode.parentElement;
      if (!parent || parent.closest("script, style, noscript, [lang=en], textarea, #marked, .figure, .sentence, .evidence-links, td:last-child, [hidden]")) continue;
      texts.push(walker.currentNode.textContent ?? "");
    }
    const named = Array.from(root.querySelectorAll("[aria-label], [placeholder], [title]"), (one) =>
      ["aria-label", "placeholder", "title"].map((name) => one.getAttribute(name) ?? "").join(" "));
    return [...texts, ...named];
  });
  // What files are called, with the hash behind their names, is no word.
  const words = shown.flatMap((text) => text.replace(/[\w-]*\.[a-z]+(\?[\w=&-]*)?/g, " ").match(/[A-Za-z]{3,}/g) ?? []);
  return [...new Set(words.filter((word) => !LATIN.has(word)))];
}

/** @typedef {import("./support.mjs").Page} Page */

/**
 * The story page in Chinese, once the checker is there.
 * @param {string} hash
 * @param {import("./support.mjs").Visit} how
 * @param {(page: Page) => Promise<unknown>} work
 */
const story = (hash, how, work) =>
  visit(`story.zh.html${hash}`, { live: false, ...how }, async (page) => {
    await page.waitForFunction(() => !/^正在/.test(document.getElementById("state")?.textContent ?? ""));
    await work(page);
  });

/** Waits until exactly so many figures are told of. @param {Page} page @param {number} count */
const found = (page, count) =>
  page.waitForFunction((count) => document.querySelectorAll("#findings > li").length === count, count);

/** @param {Page} page */
const verdicts = (page) =>
  page.locator("#findings > li").evaluateAll((items) =>
    items.map((item) => `${item.querySelector(".figure")?.textContent}：${item.querySelector(".verdict")?.textContent}`).sort(),
  );

const ENGLISH_STORY =
  "China’s rare earth exports fell 7.1% from October to 4,416 tons in November 2024. Imports dropped 22.7% in November.";
const CHINESE_STORY = "海关总署数据显示，2024年11月中国稀土出口4416吨，环比下降7.1%。2024年10月出口稀土4416吨。";

describe("the page in Chinese", ATONCE, () => {
  test("draws its charts in Chinese and leads to others without leaving the language", () =>
    visit(`${CHINESE}?month=2024-11`, {}, async (page) => {
      assert.equal(await page.evaluate(() => document.documentElement.lang), "zh-Hans");
      assert.equal(await text(page, "h1"), "2024年11月中国出口稀土4,416吨，同比增长5.0%");
      assert.match(await text(page, ".subtitle"), /^月度数据，单位：吨/);
      // The module's words and the scripts' own: panels that are opened, too.
      await page.locator("#show-table").click();
      await page.locator("#rows td").first().waitFor();
      await page.locator("#show-desk").click();
      // Nothing that is shown is English alone: every button and every label has Han characters.
      const labels = await page.locator("button:visible, label:visible, legend:visible, summary:visible, h2:visible, .rows-told, .desk .quiet:visible").allInnerTexts();
      const kept = ["CSV", "XLSX", "SVG", "PNG", "‹", "›", ""];
      assert.deepEqual(labels.map((label) => label.trim()).filter((label) => !HAN.test(label) && !kept.includes(label)), []);
      await page.locator(".asked a").nth(2).click();
      await ready(page);
      assert.match(page.url(), /index\.zh\.html\?chart=/);
      assert.match(await text(page, "h1"), HAN);
    }));

  test("draws and tells every chart in Chinese", () =>
    visit(CHINESE, {}, async (page) => {
      const charts = await page.evaluate(() => (document.body.dataset["drawn"] ?? "").split(" "));
      assert(charts.length > 20, `${charts.length} charts`);
      for (const chart of charts) {
        const address = `${page.url().replace(/\?.*/, "")}?chart=${chart}`;
        await page.goto(address);
        await ready(page);
        assert.match(await text(page, "h1"), HAN, address);
        // Sentences, heads, labels and choices: none is in English alone.
        const told = await page.locator("main :is(h1, h2, .subtitle, button, label, legend, summary, caption, th, option, dt, p, li)").evaluateAll((all) =>
          all.filter((one) => !one.closest("[lang=en], noscript") && !one.querySelector("input, select")).map((one) => one.textContent?.trim() ?? ""));
        // A publisher may be called by its address.
        const kept = /^(CSV|XLSX|SVG|PNG|English|([a-z0-9-]+\.)+[a-z]+)$/;
        assert(told.length > 60, address);
        assert.deepEqual(told.filter((words) => /[A-Za-z]{2}/.test(words) && !HAN.test(words) && !kept.test(words)), [], address);
      }
    }));

  test("switches to English and back with the chart kept", () =>
    visit("?chart=season&month=2024-11", {}, async (page) => {
      await page.locator(".language").click();
      await page.waitForURL(/index\.zh\.html\?.*chart=season/);
      await ready(page);
      assert.match(await text(page, "h1"), /^2024年11月中国稀土出口量为4,416吨，比此前5年同期均值高27\.9%$/);
      await page.locator(".language").click();
      await page.waitForURL(/index\.html\?.*lang=en/);
      await ready(page);
      assert.match(await text(page, "h1"), /27\.9% above the five-year mean$/);
      // What was asked for stays asked for.
      await page.locator("#month-before").click();
      assert.match(page.url(), /month=2024-10.*lang=en/);
    }));

  test("is where a reader of Chinese is led, unless another language is asked for", async () => {
    await visit("?month=2024-11", READER, async (page) => {
      assert.match(page.url(), /index\.zh\.html\?month=2024-11$/);
      assert.match(await text(page, "h1"), HAN);
    });
    await visit("?month=2024-11&lang=en", READER, async (page) => {
      assert.match(await text(page, "h1"), /^China/);
    });
    await visit("?month=2024-11&lang=zh", { until: "commit" }, async (page) => assert.match(await text(page, "h1"), HAN));
    await visit(`${CHINESE}?month=2024-11&lang=en`, { until: "commit" }, async (page) => assert.match(await text(page, "h1"), /^China/));
    await visit("?month=2024-11&lang=fr", {}, async (page) => assert.match(await text(page, "#problems"), /lang=fr, which is not valid/));
    for (const name of ["story", "article"]) {
      await visit(`${name}.html`, { ...READER, live: false }, (page) => page.waitForURL(new RegExp(`${name}\\.zh\\.html$`)));
      await visit(`${name}.html?lang=zh`, { until: "commit", live: false }, (page) => page.waitForURL(new RegExp(`${name}\\.zh\\.html\\?lang=zh$`)));
      await visit(`${name}.html?lang=en`, { ...READER, live: false }, async (page) => assert.match(await text(page, "h1"), /[a-z]/));
    }
  });

  test("saves tables, frames, pictures and pinned files in Chinese", () =>
    // The file's own style is read here under the page's policy, which leaves it out.
    visit(`${CHINESE}?month=2024-11`, { expected: [/Applying inline style/] }, async (page) => {
      const saved = async (/** @type {string} */ button) => {
        const [download] = await Promise.all([page.waitForEvent("download"), page.locator(button).click()]);
        return readFile(await download.path(), "utf8");
      };
      const csv = await saved("#save-csv");
      assert.match(csv, /^\ufeff月份,出口（吨）,12个月均值（吨）,同比（%）,性质,备注,来源\n/);
      assert.match(csv, /公布值/);
      await page.locator("#show-embed").click();
      const snippet = await page.locator("#snippet").inputValue();
      assert.match(snippet, /frame-months\.zh\.html\?[^"]*lang=zh/);
      assert.match(snippet, /title="[^"]*稀土/);
      const pinned = await saved("#save-pinned");
      assert.match(pinned, /<html lang="zh-Hans"/);
      assert.match(pinned, /本图为存档/);
      const drawing = await saved("#save-svg");
      const labels = Array.from(drawing.matchAll(/<text[^>]*>([^<]*)/g), ([, words = ""]) => words);
      assert(labels.length > 10);
      const foreign = (/** @type {string} */ words) => /[A-Za-z]{3}/.test(words) && !HAN.test(words) && words !== "Xenotime";
      assert.deepEqual(labels.filter(foreign), []);
      const told = await page.evaluate((file) => {
        const shown = new DOMParser().parseFromString(file, "text/html").querySelectorAll(":is(h1, h2, .subtitle, caption, th, p, li)");
        return Array.from(shown, (one) => one.textContent ?? "");
      }, pinned);
      assert(told.length > 20);
      assert.deepEqual(told.filter(foreign), []);
    }));

  test("breaks no rule of WCAG that a machine can check, at either width", async () => {
    for (const width of [390, 1280]) {
      await visit(`${CHINESE}?month=2024-11`, { context: { viewport: { width, height: 844 } } }, async (page) => {
        for (const summary of await page.locator("summary:visible").all()) await summary.click();
        await obeysWcag(page);
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true, `${width}`);
      });
    }
  });

  test("a frame speaks as its snippet says, whatever the reader’s browser does", async () => {
    await visit("?month=2024-11&embed", READER, async (page) => assert.match(await text(page, "h1"), /^China/));
    await visit("?month=2024-11&embed&lang=zh", { until: "commit" }, async (page) => assert.match(await text(page, "h1"), HAN));
  });
});

describe("the story page in Chinese", ATONCE, () => {
  test("tells its findings in Chinese of a story in English and of one in Chinese", () =>
    story("", {}, async (page) => {
      assert.equal(await page.evaluate(() => document.documentElement.lang), "zh-Hans");
      await page.locator("#story").fill(ENGLISH_STORY);
      await found(page, 3);
      assert.deepEqual(await verdicts(page), ["22.7%：存疑", "4,416 tons：相符", "7.1%：相符"]);
      assert.equal(await text(page, "#state"), "共标出3处数字：2处相符或基本相符，1处待处理。未标出的没有核对。");
      assert.match(await text(page, "#findings > li:nth-child(1)"), /2024年11月稀土进口量为11,327吨（.*），.*增长19\.6%；如指“2024年1—11月稀土进口量同比”，则该数字相符。/s);
      for (const summary of await page.locator("#findings summary").all()) await summary.click();
      assert.deepEqual(await leftOver(page), []);
      await page.locator("#story").fill(CHINESE_STORY);
      await page.waitForFunction(() => /时期或比较有误/.test(document.getElementById("findings")?.textContent ?? ""));
      await found(page, 3);
      assert.deepEqual(await verdicts(page), ["4416吨：时期或比较有误", "4416吨：相符", "7.1%：相符"]);
      const wrong = page.locator("#findings > li.misplaced");
      assert.match(await wrong.innerText(), /该数字与“2024年11月稀土出口量”相符/);
      // What the story could say instead is in its own language.
      await wrong.getByRole("button", { name: "改为“4753吨”" }).click();
      await page.waitForFunction(() => /** @type {HTMLTextAreaElement} */ (document.getElementById("story")).value.includes("出口稀土4753吨"));
    }));

  test("an English story is told what it could say in English, and the report is copied in Chinese", () =>
    story("", { permissions: ["clipboard-read", "clipboard-write"] }, async (page) => {
      await page.locator("#story").fill("China’s rare earth exports came to 4,416 tons in October 2024.");
      await found(page, 1);
      await page.getByRole("button", { name: "改为“4,753 tons”" }).waitFor();
      await page.locator("#copy-markdown").click();
      await page.waitForFunction(() => document.getElementById("said")?.textContent === "已复制Markdown。");
      const report = await page.evaluate(() => navigator.clipboard.readText());
      assert.match(report, /^共标出1处数字：1处[^。]+。.*\n\n\| 数字 \| 结论 \| 理解为 \| 依据 \| 来源 \| 句子 \| 处理 \| 图表 \|\n.* \| \[查看图表\]\(http/s);
    }));

  test("tries a story in Chinese", () =>
    story("", {}, async (page) => {
      await page.locator("#try").click();
      await page.waitForFunction(() => /^共标出1\d处数字/.test(document.getElementById("state")?.textContent ?? ""));
      assert.match(await page.locator("#story").inputValue(), /^11月稀土出口回落/);
    }));

  test("the other language takes the story along, and the charts’ page leads here and back", () =>
    visit(`${CHINESE}?month=2024-11`, {}, async (page) => {
      await page.locator(".questions p a").click();
      await page.waitForURL(/story\.zh\.html$/);
      await page.locator("#story").fill(ENGLISH_STORY);
      await page.locator("#date").fill("2024-12-10");
      await found(page, 3);
      await page.locator("#findings > li.unclear").getByRole("button", { name: "搁置" }).click();
      await page.waitForFunction(() => /aside=/.test(/** @type {HTMLAnchorElement} */ (document.querySelector(".language")).hash));
      await page.locator(".language").click();
      await page.waitForURL(/story\.html\?lang=en#story=/);
      await found(page, 3);
      assert.equal(await page.locator("#story").inputValue(), ENGLISH_STORY);
      assert.equal(await page.locator("#date").inputValue(), "2024-12-10");
      assert.equal(await text(page, "#state"), "3 figures found: 2 supported or close, 1 set aside. Unmarked figures were not checked.");
      await page.waitForFunction(() => /story=/.test(/** @type {HTMLAnchorElement} */ (document.querySelector(".language")).hash));
      await page.locator(".language").click();
      await page.waitForURL(/story\.zh\.html\?lang=zh#story=/);
      await found(page, 3);
      assert.equal(await text(page, "#state"), "共标出3处数字：2处相符或基本相符，1处已搁置。未标出的没有核对。");
      await page.locator("header .name").click();
      await page.waitForURL(/index\.zh\.html\?lang=zh$/);
    }));

  test("opened from a folder, without a server", () =>
    visit(pathToFileURL(join(DIST, "story.zh.html")).href, { live: false, origins: ["null"] }, async (page) => {
      await page.locator("#story").fill(CHINESE_STORY);
      await found(page, 3);
    }));

  test("breaks no rule of WCAG that a machine can check, at either width", async () => {
    for (const [width, colorScheme] of /** @type {const} */ ([[390, "dark"], [1280, "light"]])) {
      await story("#example", { context: { viewport: { width, height: 844 }, colorScheme } }, async (page) => {
        await page.waitForSelector("#findings > li");
        for (const summary of await page.locator("summary").all()) await summary.click();
        await obeysWcag(page);
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true, `${width}`);
      });
    }
  });
});

describe("the panel of own data in Chinese", ATONCE, () => {
  const rows = Array.from({ length: 12 }, (_, index) => `2024-${String(index + 1).padStart(2, "0")},日本,2846,${1000 + index}`);
  const file = { name: "mine.csv", mimeType: "text/csv", buffer: Buffer.from(`月份,国家,编码,千克\n${rows.join("\n")}\n`) };

  test("asks in Chinese what a file does not say, and shows what was answered", () =>
    visit(CHINESE, {}, async (page) => {
      await page.locator("#open-own").click();
      await page.waitForSelector("#own-files", { state: "attached" });
      assert.equal(await text(page, "#own-head"), "自有数据");
      await page.locator("#own-files").setInputFiles(file);
      const form = page.locator("#own-mapping");
      await form.waitFor();
      assert.match(await form.innerText(), /mine\.csv：.*确认导入前，现有数据不变。\s*将按以下方式读取：/s);
      const flow = form.locator("select[name=flow]");
      assert.deepEqual((await flow.locator("option").allInnerTexts()).slice(0, 3), ["–", "出口", "进口"]);
      assert.deepEqual(await leftOver(page, "#own"), []);
      await flow.selectOption("=export");
      await form.locator("button[type=submit]").click();
      await page.waitForFunction(() => /读取12行/.test(document.getElementById("own-state")?.textContent ?? ""));
      await page.waitForFunction(() => document.documentElement.classList.contains("owned"));
      assert.match(await text(page, "h1"), /^.*您的文件/);
      assert.match(await text(page, "#own-state"), /数量单位为千克/);
      await obeysWcag(page, (axe) => axe.include("#own"));
    }));

  test("refuses in Chinese what it cannot read, and opens on the story page too", () =>
    story("", {}, async (page) => {
      await page.locator("#open-own").click();
      await page.waitForSelector("#own-files", { state: "attached" });
      await page.locator("#own-files").setInputFiles({ ...file, name: "words.csv", buffer: Buffer.from("一,二\n甲,乙\n丙,丁\n") });
      await page.waitForFunction(() => document.getElementById("own-problems")?.textContent !== "");
      assert.match(await text(page, "#own-problems"), /^无法打开words\.csv：没有.*。/);
    }));

  test("tells in Chinese which rows it could not read, and why", () =>
    visit(CHINESE, {}, async (page) => {
      await page.locator("#open-own").click();
      await page.waitForSelector("#own-files", { state: "attached" });
      const broken = [...rows, "2025-01,日本,2846,很多", "2025-13,日本,2846,5", "2025-02,日本,,5"];
      await page.locator("#own-files").setInputFiles({ ...file, buffer: Buffer.from(`月份,国家,编码,千克\n${broken.join("\n")}\n`) });
      const form = page.locator("#own-mapping");
      await form.waitFor();
      await form.locator("select[name=flow]").selectOption("=export");
      await form.locator("button[type=submit]").click();
      await page.waitForFunction(() => document.documentElement.classList.contains("owned"));
      await page.locator("#own-slips summary").click();
      assert.equal(await text(page, "#own-slips summary"), "未采用的行和单元格：3");
      const told = await page.locator("#own-slips tbody tr").evaluateAll((lines) => lines.map((line) => Array.from(line.children, (cell) => cell.textContent)));
      assert.deepEqual(told.map(([, line, column, found]) => [line, column, found]), [["14", "千克", "很多"], ["15", "月份", "2025-13"], ["16", "编码", ""]]);
      assert.match(told[0]?.[4] ?? "", /^小于10¹⁸的数字，如4416/);
      assert.match(told[1]?.[4] ?? "", /^1900至2100年的月份、年份/);
      assert.equal(told[2]?.[4], "商品编码");
    }));

  test("asks in Chinese which sheet of a spreadsheet is meant, by modules that speak it", () =>
    visit(CHINESE, {}, async (page) => {
      /** @type {string[]} */
      const fetched = [];
      page.on("request", (request) => fetched.push(request.url().replace(/.*\/|\?.*/g, "")));
      await page.locator("#open-own").click();
      await page.waitForSelector("#own-files", { state: "attached" });
      await page.locator("#own-files").setInputFiles(fileURLToPath(new URL("../import/packed/sheets.xlsx", import.meta.url)));
      const form = page.locator("#own-mapping");
      await form.waitFor();
      assert.match(await form.innerText(), /^sheets\.xlsx：其中有多个表格，请在下面的列表中选择。.*采用哪个工作表？/s);
      assert.deepEqual(await form.locator("select[name=sheet] option").allTextContents(), [
        "2023（Month、Flow、Partner、HS code、Value (US$)等）",
        "2024（Month、Flow、Partner、HS code、Value (US$)等）",
        "全部2个，合并读取",
      ]);
      // Both workers may begin it.
      const unpacking = new Set(fetched.filter((name) => name.startsWith("unpack")));
      assert.deepEqual([...unpacking].sort(), ["unpack.zh.js", "unpacker-zh_bg.wasm"]);
      await page.locator("#own-files").setInputFiles(fileURLToPath(new URL("../import/packed/locked.xlsx", import.meta.url)));
      await page.waitForFunction(() => document.getElementById("own-problems")?.textContent !== "");
      assert.match(await text(page, "#own-problems"), /^无法打开locked\.xlsx：电子表格设有密码，请另存为不带密码的文件。/);
    }));
});

test("what does not load is told of in Chinese, whatever the browser calls it", () =>
  visit(`${CHINESE}?flow=import&month=2024-11`, {
    live: false,
    expected: [/failed: .*(wasm|offline.*\.js).* net::ERR_FAILED/, /console: /],
    prepare: (context) => context.route(/\.wasm|offline/, (route) => route.abort()),
  }, async (page) => {
    await page.locator("#problems").waitFor();
    assert.match(await text(page, "#problems"), /^此链接中的图表无法加载。/);
    assert.match(await text(page, "#problems"), /无法连接服务器，或连接中断|无法加载/);
    assert.deepEqual(await leftOver(page, "#problems"), []);
  }));
