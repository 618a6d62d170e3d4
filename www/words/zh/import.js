/** What the panel of a reader's own data says, in Chinese: the build puts this in the place of `www/src/wording/import.js`. */

/** @typedef {import("../../xenotime").Summary} Summary */

const many = (/** @type {number} */ count) => count.toLocaleString("en");

export const panel = {
  head: "自有数据",
  formats: "可打开UN Comtrade（两种格式）、CEPII BACI、美国人口普查局、欧盟统计局Comext、中国海关总署的文件，或由您指定各列含义的任何表格；格式为CSV、JSON或电子表格（.xlsx、.xlsb、.xls、.ods），也可为gzip或.zip压缩文件。所有内容都不会离开此浏览器。",
  ways: "也可以把文件拖放到页面上，或者直接粘贴表格或文件。",
  choose: "选择文件",
  keep: "选择文件并保留访问权限",
  forget: "取消保留",
  cancel: "取消",
  csv: "全部存为整理后的CSV",
  mark: "带BOM，便于Excel打开",
  xlsx: "全部存为XLSX",
  close: "回到内置数据",
  progress: "读取进度",
  choice: "选择显示内容",
  reporter: "报告国（地区）",
  product: "商品：编码或名称",
  partner: "贸易伙伴：代码或名称",
  count: "进口、出口各列出前几位贸易伙伴",
  mirror: "同时显示贸易伙伴的统计（镜像数据）",
  products: "商品",
  partners: "贸易伙伴",
  codes: "较短的编码为其下各编码之和。不填则可逐级浏览编码。流向、数量或金额以及月份在图表旁选择。",
  file: "文件",
  line: "行",
  column: "列",
  found: "实际内容",
  expected: "应为",
};

export const readingFiles = "正在读取……";
export const readingCancelled = "已取消，仍显示现有数据。";
export const readingIndex = "正在读取文件夹的索引……";
export const bundledShown = "现显示内置数据。";
export const currentShown = "仍显示现有数据。";
export const notRead = "Xenotime无法读取该文件。";
export const notShown = "无法显示。";
/** @param {string} name */
export const folderElsewhere = (name) => `无法打开${name}：文件夹须与本页在同一服务器上。`;
/** @param {string} came */
export const preparingChart = (came) => `${came}正在准备图表……`;
/** @param {string} folder @param {number} reporters */
export const folderHolds = (folder, reporters) => `${folder}：${many(reporters)}个报告国（地区）；各章的数据在首次选择时读取。`;
/** @param {string} name */
export const changeSaid = (name) => `修改${name}的导入设置`;
export const changeOfAddress = "修改链接中的导入设置";
/** @param {string[]} names */
export const openAgain = (names) => `再次打开${names.slice(0, 2).join("、")}${names.length > 2 ? "等" : ""}`;
export const fileNeeded = "此链接显示的是您自己的文件，请再次打开该文件。";
/** @param {{ name: string, reason: string }} refused */
export const notOpened = ({ name, reason }) => `无法打开${name}：${reason}。`;
/** @param {string} name @param {string} share @param {number} rows @param {string} speed */
export const readSoFar = (name, share, rows, speed) => `${name}：已读${share}，${many(rows)}行，每秒${speed}MB。`;
export const yourFile = "您的文件";
export const regionNames = "zh-Hans";
/** `2025年1—2月` of `2025-01` and `2025-02`. @param {string} first @param {string} last */
const stretchOf = (first, last) => {
  const [year, month] = first.split("-").map(Number);
  const [until, end] = last.split("-").map(Number);
  const whole = month === 1 && end === 12;
  if (year === until) return whole ? `${year}年` : month === end ? `${year}年${month}月` : `${year}年${month}—${end}月`;
  return whole ? `${year}—${until}年` : `${year}年${month}月至${until}年${end}月`;
};
/** @param {Summary} summary @param {number} seconds */
export const filesCameTo = (summary, seconds) => {
  const { files, notes, read, left_out, skipped, replaced, repeated, unweighed, first, last } = summary;
  const { all_reporters, reporters } = summary;
  /** @type {[number, (count: string) => string][]} */
  const counts = [
    [read, (count) => `读取${count}行`],
    ...left_out.map(([left, why]) => /** @type {[number, (count: string) => string]} */ ([left, (count) => `${count}行未采用：${why}`])),
    [repeated, (count) => `${count}行与前面的行重复`],
    [replaced, (count) => `${count}行取代了前面的数值`],
    [unweighed, (count) => `${count}行只有金额，其数量不是重量`],
    [skipped, (count) => `${count}行无法读取`],
    [all_reporters > reporters.length ? all_reporters : 0, (count) => `${count}个报告国（地区），列出最大的${reporters.length}个`],
  ];
  const rows = counts.filter(([count]) => count > 0).map(([count, said]) => said(many(count)));
  const kinds = files.map(([name, kind]) => `${name}（${kind.replace("（", "，").replace("）", "")}）`).join("、");
  const years = stretchOf(first, last);
  const time = seconds < 0.1 ? "" : `，用时${seconds.toFixed(1)}秒`;
  const supposed = [...new Set(notes.map(([, note]) => note))].map((note) => {
    const names = notes.flatMap(([name, own]) => (own === note ? [name] : []));
    return `${names.length < files.length ? `${names.join("、")}：` : ""}${note}。`;
  });
  return `${kinds}：${rows.join("，")}；时段为${years}${time}。${supposed.join("")}`;
};
/** @param {number} all @param {number} listed */
export const rowErrorsOf = (all, listed) => `未采用的行和单元格：${many(all)}${all > listed ? `，列出前${many(listed)}处` : ""}`;
/** @param {string} what @param {number} found @param {number} all */
export const foundAmong = (what, found, all) => `${what}：${all > found ? `${many(all)}个中的${found}个` : `${all}个`}`;

/** @type {Record<string, string>} */
export const otherRoles = {
  year: "年份",
  month: "月份",
  months: "月数",
  "partner-name": "贸易伙伴名称",
  measure: "计量方式",
  exports: "出口额",
  imports: "进口额",
  "exports-quantity": "出口数量",
  "imports-quantity": "进口数量",
  "second-quantity": "第二数量",
  "second-unit": "第二数量单位",
};
/** @type {Record<string, string>} */
export const roles = {
  period: "月份或年份",
  flow: "出口或进口",
  reporter: "报告国（地区）",
  partner: "贸易伙伴",
  product: "商品编码",
  name: "商品名称",
  value: "金额",
  quantity: "数量",
  unit: "数量单位",
};
/** @param {string} name @param {string} code */
export const withCode = (name, code) => `${name}（${code}）`;
/** @param {string} name @param {string} letter */
export const columnName = (name, letter) => (letter ? `${letter}列` : name);
/** @type {Record<string, string>} */
export const fixedRoles = { export: "全部为出口", import: "全部为进口", t: "吨", kg: "千克" };
export const likelyMarks = "按前几行推断";
export const numbersLook = "数字的写法";
export const lettersLook = "字符编码";
export const reporterUnnamed = "报告国（地区；无此列时填写）";
export const reporterHint = "如CHN";
export const exportsLabelled = "文件中表示出口的词";
export const importsLabelled = "文件中表示进口的词";
export const optional = "选填";
/** @param {{ name: string, reason: string, columns: boolean, among: boolean, open: boolean, previewed: boolean }} asked */
export const mappingHead = ({ name, reason, columns, among, open, previewed }) => {
  if (open) return `${name}：以下是您此前的回答，请更改有误之处；再次导入之前，现有数据不变。`;
  const why = reason || (columns ? (previewed ? "以下为推测的读取方式" : "无法识别各列") : "还缺少一些信息");
  const what = columns ? (previewed && !reason ? "请核对各列的含义" : "请在下面指定") : among ? "请在下面的列表中选择" : "请回答下面的问题";
  return `${name}：${why}，${what}。确认导入前，现有数据不变。`;
};
export const readSo = "将按以下方式读取：";
export const readAgain = "正在按您的回答重新读取……";
export const readAnew = "以上按您的回答显示。";
/** @param {number} count */
export const askedBesides = (count) => `您的回答带来了另外${count}个问题，已列在其他问题之后。`;
/** @param {string} reason */
export const notReadSo = (reason) => `按这些回答无法读取：${reason.replace(/[.。]$/, "")}。`;
export const proposedBesides = "以下表格建议采用其他答案：";
export const columnsFound = "各列含义和数字写法";
export const importNow = "导入";
export const importAgain = "再次导入";
export const keepAsIs = "保持不变";
export const skipFile = "跳过此文件";

export const tooOld = "此浏览器版本过低，无法打开文件：它缺少WebAssembly SIMD，Chrome和Edge自91版、Firefox自89版、Safari自16.4版起支持。";
/** @param {string} message */
export const noWorkers = (message) => `从文件夹打开的页面不能在此浏览器中打开文件，因为它不允许使用Worker。请改用Firefox，或从网络服务器打开本页。（${message}）`;
/** @param {string} message */
export const readerLost = (message) => `文件读取程序无法加载，请重新选择文件。（${message}）`;
/** @param {string} name */
export const notAllowed = (name) => `无法打开${name}：浏览器未获准读取该文件。`;
export const notUnpackable = "此浏览器无法解压文件（其他浏览器2023年起均可），请先解压";
export const cutOff = "压缩数据不完整或已损坏：文件在压缩部分结束之前就中断了，其内容未采用";
export const damaged = "压缩数据不完整或已损坏，或其后还有未压缩的内容，其内容未采用";
export const unpacksToMore = "解压后的内容超过压缩包所注明的大小：文件已损坏，或被人为改动";
export const unpacksToOther = "文件不完整或已损坏：解压后的内容与压缩包所注明的不符";
/** @param {number} mebibytes */
export const packedTwice = (mebibytes) => `文件经过两次压缩且超过${mebibytes}MiB，请先解压`;
export const archiveWithin = "压缩包中还有压缩包，请先解压";
/** @param {string} message */
export const unpackerLost = (message) => `电子表格和压缩包的读取程序无法加载，请重新打开文件（${message}）`;
export const followedByOther = "压缩文件的后一部分不完整，或其后另有无法解压的内容，请先解压";
/** @param {number} passed @param {number} size */
export const readOnly = (passed, size) => `${many(size)}字节中只能读取${many(passed)}字节：文件已改动`;
export const readerGone = "文件读取程序已停止，可能是内存不足。请重新打开文件。";
export const readerStopped = "读取程序因内存不足或自身错误而停止，请将所需表格存为CSV";
export const fileUnreadable = "浏览器无法读取：可能是文件夹，或已被移动、改动";
export const onlyNames = "其中只有名称，请与所对应的数据一同打开";
export const severalTables = "其中有多个表格";
/** @param {number} status */
export const hostAnswered = (status) => `服务器返回${status}`;
export const columnsUnknown = "无法识别各列";
