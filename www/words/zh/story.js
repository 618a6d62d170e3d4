/** What the story page's scripts say, in Chinese: the build puts this in the place of `www/src/wording/story.js`. */

/** @typedef {import("../../xenotime").Finding["verdict"]} Verdict */

const number = (/** @type {number} */ count) => count.toLocaleString("en");

/** @type {Record<Verdict, string>} */
export const verdicts = {
  contradicted: "与数据不符",
  misplaced: "时期或比较有误",
  unclear: "存疑",
  close: "基本相符",
  supported: "相符",
  not_checkable: "无法核对",
};
/** @param {number} count @param {Verdict} verdict */
export const verdictsOf = (count, verdict) => `${verdicts[verdict]} ${number(count)}处`;
/** @param {number} all @param {{ holds: number, look: number, accepted: number, aside: number, lacking: number }} count */
export const summedUp = (all, count) => {
  if (all === 0) return "没有发现可用数据核对的数字。";
  const parts = /** @type {[number, string][]} */ ([
    [count.holds, "相符或基本相符"],
    [count.look, "待处理"],
    [count.accepted, "已确认有误"],
    [count.aside, "已搁置"],
    [count.lacking, "无法核对"],
  ]).filter(([many]) => many !== 0);
  return `共标出${number(all)}处数字：${parts.map(([many, what]) => `${number(many)}处${what}`).join("，")}。未标出的没有核对。`;
};

export const checkingStory = "正在核对……";
export const undoStep = "撤销";
export const undone = "已撤销。";
/** @param {string} was @param {string} now */
export const changedTo = (was, now) => `已将“${was}”改为“${now}”。`;
/** @param {number} length @param {number} most */
export const storyTooLong = (length, most) => `报道有${number(length)}个字符，上限为${number(most)}个。请粘贴其中一部分。`;
export const storyNotChecked = "报道无法核对。文字已保留，请修改后重试，或重新加载本页。";
export const checkerLost = "核对程序无法加载，请重新加载本页。";
export const checkerStopped = "核对程序已停止";
export const checkerSilent = "核对程序没有响应";
/** @param {string} name */
export const noStoryFile = (name) => `无法读取${name}：只能读取.txt、.md或.html文件。现有报道未改动。`;
/** @param {string} name @param {number} bytes */
export const storyFileTooLarge = (name, bytes) => `无法读取${name}：文件有${number(bytes)}字节，超出报道的上限。现有报道未改动。`;
/** @param {string} name */
export const storyNotUtf8 = (name) => `无法读取${name}：文件须为UTF-8文本。现有报道未改动。`;
/** @param {number} count */
export const oneStoryOnly = (count) => `拖入了${count}个文件，每次只能读取一篇报道。现有报道未改动。`;
export const linkNotUnpacked = "此浏览器无法解压链接中的报道（缺少DecompressionStream，其他浏览器2023年起均已支持）。请直接粘贴报道。";
export const linkBroken = "无法读取链接中的报道：链接不完整或被改动。请重新索取链接，或直接粘贴报道。";

/** @param {string} reporter @param {string} origin */
export const judgedByOwn = (reporter, origin) => `依据您自己的数据核对：${reporter}的贸易，数据来自${origin}。`;
/** @param {string} day */
export const judgedUntil = (day) => `只依据${new Date(day).toLocaleDateString("zh-CN", { dateStyle: "long", timeZone: "UTC" })}及以前公布的数据。`;

export const earlierFigures = "显示前面的数字";
export const moreFigures = "显示更多数字";
/** @param {string} reason */
export const asSentence = (reason) => `${reason}。`.replace(/。。$/, "。");
export const judgedElsewhere = "分享此链接的人是用自己的文件核对这篇报道的：打开该文件才能看到同样的结果。";
/** @param {string[]} codes @param {number} all */
export const unnamedGoods = (codes, all) => `报道没有提到您文件中的任何商品（编码${codes.join("、")}${all > codes.length ? `等${number(all)}个` : ""}）：文件中没有名称的商品，其数字不予核对。`;
/** @param {string} day */
export const useDay = (day) => `采用${new Date(day).toLocaleDateString("zh-Hans", { dateStyle: "long", timeZone: "UTC" })}`;
export const wasSetAside = "已搁置。";
export const wasAccepted = "已确认有误。";
/** @param {string} words */
export const writeInstead = (words) => `改为“${words}”`;
export const acceptFigure = "确认有误";
export const setAside = "搁置";
export const justChanged = "该数字刚刚改动，正在重新核对。";
/** @param {string} figure @param {string} verdict */
export const keyForEvidence = (figure, verdict) => `${figure}：${verdict}。按F9查看依据。`;
export const evidenceHead = "依据";
/** @param {string} formula */
export const calculatedAs = (formula) => `${/[÷−]/.test(formula) ? "算式：" : ""}${formula}。`;
export const seeChart = "查看图表";
/** @param {string} unit */
export const evidenceHeads = (unit) => ["时期", `数值（${unit}）`, "性质", "来源"];
/** @type {Record<string, string>} */
const STATUSES = {
  reported: "公布值",
  revised: "修订值",
  derived: "推算值",
  sum: "各月合计",
  "sum of months": "各月合计",
  "difference of sums": "累计数相减",
};
/** @param {string} code */
export const statusOf = (code) => STATUSES[code] ?? code;
/** @param {string[]} credits */
export const creditsOf = (credits) => credits.join("；");
/** @param {string} first @param {number} count */
export const monthsOf = (first, count) => {
  const [year = 0, month = 1] = first.split("-").map(Number);
  if (count === 12 && month === 1) return `${year}年`;
  if (count === 1) return `${year}年${month}月`;
  const last = month + count - 1;
  if (last <= 12) return `${year}年${month}—${last}月`;
  return `${year}年${month}月—${year + Math.floor((last - 1) / 12)}年${((last - 1) % 12) + 1}月`;
};

/** @param {string} what */
export const reportCopied = (what) => `已复制${what}。`;
export const copyingForbidden = "浏览器不允许复制。";
export const storyLinkCopied = "链接已复制。";
export const linkInBar = "浏览器不允许复制，链接在地址栏中。";
export const linkWithoutFiles = "链接只含报道，不含您的文件：打开链接的人看到的是依据内置数据的核对结果。";
/** @param {number} length @param {number} most */
export const linkTooLong = (length, most) => `报道太长，无法做成链接：链接将有${number(length)}个字符，上限为${number(most)}个。`;
