/** What the page's scripts say, in Chinese: the build puts this in the place of `www/src/wording/words.js`. */

export const loading = "正在加载……";
export const computing = "正在计算……";
export const notDone = "Xenotime无法完成此操作。";
export const ownError = "Xenotime出现内部错误。屏幕上的内容保留不变，请重新加载本页后继续。";
export const neededLost = "此图所需的内容无法加载。";
export const sourcesLost = "来源列表无法加载。";
/** @type {Record<string, string>} */
const ORNAMENTS = { events: "事件" };
/** @param {string} name */
export const ornamentLost = (name) => `${ORNAMENTS[name] ?? name}无法加载，图表照常显示。`;
export const tryAgain = "重试";
export const linkLost = "此链接中的图表无法加载。";
export const liveLost = "最新图表无法加载，这里显示的是本页生成时的图表。";
export const seeDrawn = "查看此类图表在本页生成时绘制的样子（默认序列和月份）";
export const seeAllDrawn = "查看本页生成时绘制的全部图表";
export const seeAll = "查看全部图表";
/** @param {string} name */
export const noChart = (name) => `没有名为“${name}”的图表。`;
export const late = "图表数据仍在加载，请稍候。";
export const ownGone = "您自己的数据视图已不再保存，请重新打开文件。";
export const noPicture = "浏览器无法生成图片";
export const picture = "图片";
export const pictureNotCopied = "此浏览器不允许复制图片，请保存为PNG。";

export const arrows = "方向键在各点之间移动，Home和End键移到第一个和最后一个点";
export const enterKeeps = "Enter键固定所选的点";
export const enterFocuses = "Enter键选定该月";
export const plusMinus = "加号放大，减号缩小";
export const escapes = "Esc键退出。";
/** @param {string[]} parts */
export const listed = (parts) => parts.join("，");

/** Without this mark spreadsheets in Chinese take a file for one in an older encoding. */
export const csvMarked = true;

/** @param {string} what */
export const copied = (what) => `已复制${what}。`;
/** @param {string} what @param {string} text */
export const notCopied = (what, text) => `浏览器不允许复制。${what}：${text}`;
export const link = "链接";
export const code = "代码";
export const table = "表格";
export const noMonths = "没有更多月份。";
/** @param {string} sources */
export const source = (sources) => `来源：${sources}`;
/** @param {string} period */
export const focusOn = (period) => `选定${period}`;
/** @param {number} place @param {number} of */
export const pointOf = (place, of) => `第${place}个点，共${of}个`;
/** @param {string[]} parts @param {string} place */
export const spoken = (parts, place) => `${parts.join("，")}。${place}。`;
/** @param {string} name @param {string} value */
export const labelled = (name, value) => `${name}：${value}`;
/** @param {string[]} parts */
export const nameOf = (parts) => parts.join("，");

export const linkAddress = "链接地址";
export const linksForbidden = "此页不允许嵌入内容打开链接，请复制地址：";
/** @param {string} ratio @param {number} least */
export const hardToRead = (ratio, least) => `此背景上的文字难以辨认：对比度为${ratio}∶1，至少需要${least}∶1。嵌入时不采用此背景，请另选。`;
/** @param {string} theme */
export const readableIn = (theme) => `在此背景上，所有读者看到的都是${theme}主题：只有这种主题的文字可以辨认。`;
/** @param {string} background */
export const backgroundRefused = (background) => `背景“${background}”上的文字难以辨认，未采用。`;
/** @param {string} name @param {string} found */
export const notUnderstood = (name, found) => `链接中的参数“${name}”取值“${found}”无效，已改用默认值。`;
export const measuring = "正在测量嵌入框的高度……";
export const preview = "嵌入效果预览";

export const rowsHead = "贸易伙伴和商品";
export const rowsAsked = "表格内容";
export const rowsOf = "行";
export const partners = "贸易伙伴";
export const products = "商品";
export const period = "时期";
export const search = "搜索";
export const rowsOfTable = "表格各行";
/** @type {Record<string, string>} */
export const kinds = { group: "包含所列的其他各行", outside: "不计入总量" };
export const addingUp = "正在汇总……";
/** @param {string} why */
export const tableNotMade = (why) => `无法生成表格。${why}`;
/** @param {string} why */
export const tableNotSaved = (why) => `无法保存表格。${why}`;
/** @param {"partner" | "product"} side @param {string} all @param {string | undefined} found @param {string | undefined} first */
export const counted = (side, all, found, first) => {
  const [each, what] = side === "partner" ? ["个", "贸易伙伴"] : ["种", "商品"];
  const fitting = found === undefined ? `共${all}${each}${what}` : found === "0" ? `${all}${each}${what}中没有符合搜索的` : `${all}${each}${what}中有${found}${each}符合`;
  return first === undefined ? `${fitting}。` : `${fitting}，显示前${first}${each}。`;
};
/** @param {string} count */
export const showMore = (count) => `再显示${count}个`;
/** @param {string} sources */
export const sourcesOf = (sources) => `来源：${sources}`;
export const numbers = "zh-Hans";

export const pastedTable = "粘贴的表格";
export const editChart = "编辑图表";
export const rowNames = { as: "显示", per: "月份合并为", scale: "纵轴" };
export const addSeveral = "添加序列、增减幅度或占比、季度、指数……";
/** @param {string} row */
export const thisSeries = (row) => `本序列：${row}`;
export const seriesShown = "所示序列";
export const counts100 = "基期（＝100）";
export const chosenUnder = "在“流向”和“序列”中选择";
/** @param {string[]} parts */
export const seriesOf = (parts) => parts.join("：");
export const yourNotes = "您在图中的批注";
export const noteFields = ["起", "止", "文字"];
export const addNote = "添加批注";
export const noteAdded = "批注已添加。";
export const noteRemoved = "批注已移除。";
export const noteNeeds = "批注须有月份（如2024-11）和文字，终点不得早于起点；每个视图最多12条。";
/** @param {string} begins @param {string} ends */
export const stretch = (begins, ends) => (begins === ends ? begins : `${begins}至${ends}`);
/** @param {string} month */
export const noteOf = (month) => `${month}的批注`;
export const knownOn = "截至某日的数据";
export const date = "日期 ";
export const allKnown = "全部数据";
export const laterLeftOut = "该日之后公布的数值、修订和事件不计入。";
export const remove = "移除";
/** @param {string} name */
export const removeOf = (name) => `移除${name}`;
export const timeShown = "所示时段";
export const ends = ["第一个月", "最后一个月"];
export const bothEnds = "两端同时移动，时段长度不变";
/** @param {string} from @param {string} to */
export const fromTo = (from, to) => `${from}至${to}`;
/** @param {number} count */
export const years = (count) => `${count}年`;
export const all = "全部";
export const addSeries = "添加序列 ";
export const searchHint = "商品、贸易伙伴、出口……";
export const upToSix = "一张图最多显示6个序列：先移除一个再添加。";
/** @param {number} count */
export const toChoose = (count) => `共有${count}个序列可选。`;
export const noneFound = "没有符合的序列。";
/** @param {number} count @param {number} listed */
export const foundOf = (count, listed) => (count > listed ? `找到${count}个，列出前${listed}个。` : `找到${count}个。`);
