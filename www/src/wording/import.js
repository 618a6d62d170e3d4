/** What the panel of a reader's own data says, and the worker that reads them. The build puts another language's module in the place of this one. */

/** @typedef {import("../../xenotime").Summary} Summary */

const many = (/** @type {number} */ count) => count.toLocaleString("en");
const rule = new Intl.PluralRules("en");
/** Which of two forms stands with a number. @param {number} count @param {string} one @param {string} other */
const form = (count, one, other) => (rule.select(count) === "one" ? one : other);
const capital = (/** @type {string} */ said) => said.charAt(0).toUpperCase() + said.slice(1);

/** What stands on the panel. */
export const panel = {
  head: "Your own data",
  formats: "UN Comtrade (old and new layout), CEPII BACI, US Census, Eurostat Comext, China Customs, or any table whose columns you match; as CSV, JSON or a spreadsheet (.xlsx, .xlsb, .xls, .ods), also in gzip or .zip. Nothing leaves this browser.",
  ways: "Files can also be dropped on the page, and a table or a file can be pasted.",
  choose: "Choose files",
  keep: "Choose files and remember them",
  forget: "Forget them",
  cancel: "Cancel",
  csv: "Save all as tidy CSV",
  mark: "for Excel (UTF-8 with BOM)",
  xlsx: "Save all as XLSX",
  close: "Back to the bundled data",
  progress: "Reading progress",
  choice: "Choose what is shown",
  reporter: "Reporter",
  product: "Product: code or name",
  partner: "Partner: code or name",
  count: "Largest partners for exports and for imports",
  mirror: "Also show what partners report (mirror data)",
  products: "Products",
  partners: "Partners",
  codes: "A shorter code adds up everything below it. Leave the box empty to browse the tree of codes. Choose flow, quantity or value, and month beside the chart.",
  file: "File",
  line: "Line",
  column: "Column",
  found: "Found",
  expected: "Expected",
};

// How far a reading is, and what comes of it.
export const readingFiles = "Reading…";
export const readingCancelled = "Cancelled. The current data are still shown.";
export const readingIndex = "Reading the folder’s index…";
export const bundledShown = "Showing the bundled data.";
export const currentShown = "The current data are still shown.";
export const notRead = "Xenotime could not read that.";
export const notShown = "That could not be shown.";
/** @param {string} name */
export const folderElsewhere = (name) => `${name} could not be opened: a folder on this page’s own host was expected.`;
/** @param {string} came */
export const preparingChart = (came) => `${came} Preparing the chart…`.trim();
/** @param {string} folder @param {number} reporters */
export const folderHolds = (folder, reporters) => `${folder}: ${many(reporters)} reporters; each chapter is fetched when first chosen.`;
/** @param {string} name */
export const changeSaid = (name) => `Change the answers for ${name}`;
export const changeOfAddress = "Change the answers in the address";
/** @param {string[]} names */
export const openAgain = (names) => `Open ${names.slice(0, 2).join(", ")}${names.length > 2 ? " …" : ""} again`;
export const fileNeeded = "This link shows your own file. Open the file again to see it.";
/** @param {{ name: string, reason: string }} refused */
export const notOpened = ({ name, reason }) => {
  // The name of a file in an archive stays as it is.
  const said = /^\S+\.\w+: /.test(reason) ? reason : capital(reason);
  return `${name} could not be opened. ${said}.`;
};
/** @param {string} name @param {string} share @param {number} rows @param {string} speed */
export const readSoFar = (name, share, rows, speed) => `${name}: ${share} read, ${many(rows)} rows, ${speed} MB a second.`;
/** What a reader's own file is called, where nobody says whose trade it is. */
export const yourFile = "Your file";
/** The language that browsers name countries in. */
export const regionNames = "en";
/** `January–April 2024` of `2024-01` and `2024-04`; `2021–2023` of whole years. @param {string} first @param {string} last */
const stretchOf = (first, last) => {
  const [year, until] = [first.slice(0, 4), last.slice(0, 4)];
  if (first.endsWith("-01") && last.endsWith("-12")) return year === until ? year : `${year}–${until}`;
  const name = (/** @type {string} */ month) =>
    new Intl.DateTimeFormat("en", { month: "long", timeZone: "UTC" }).format(new Date(`${month}-01`));
  if (first === last) return `${name(first)} ${year}`;
  return `${name(first)}${year === until ? "" : ` ${year}`}–${name(last)} ${until}`;
};
/** What files came to. @param {Summary} summary @param {number} seconds */
export const filesCameTo = (summary, seconds) => {
  const { files, notes, read, left_out, skipped, replaced, repeated, unweighed, first, last } = summary;
  const { all_reporters, reporters } = summary;
  /** @type {[number, string][]} */
  const counts = [
    [read, form(read, "row read", "rows read")],
    ...left_out.map(([count, why]) => /** @type {[number, string]} */ ([count, `left out (${why})`])),
    [repeated, "repeated an earlier row"],
    [replaced, "replaced an earlier row’s figure"],
    [unweighed, "with a value only, as their quantity is not a weight"],
    [skipped, "unreadable"],
    [
      all_reporters > reporters.length ? all_reporters : 0,
      `reporters (the ${reporters.length} largest are listed)`,
    ],
  ];
  const rows = counts.filter(([count]) => count > 0).map(([count, what]) => `${many(count)} ${what}`);
  const kinds = files.map(([name, kind]) => `${name} (${kind})`).join(", ");
  const time = seconds < 0.1 ? "" : `; ${seconds.toFixed(1)} s`;
  const supposed = [...new Set(notes.map(([, note]) => note))].map((note) => {
    const names = notes.flatMap(([name, own]) => (own === note ? [name] : []));
    return ` ${names.length < files.length ? `${names.join(", ")}: ${note}` : capital(note)}.`;
  });
  return `${kinds}: ${rows.join(", ")}; ${stretchOf(first, last)}${time}.${supposed.join("")}`;
};
/** @param {number} all @param {number} listed */
export const rowErrorsOf = (all, listed) =>
  `Rows and cells not used: ${many(all)}${all > listed ? `, the first ${many(listed)} listed` : ""}`;
/** @param {string} what @param {number} found @param {number} all */
export const foundAmong = (what, found, all) => `${what}: ${all > found ? `${found} of ${many(all)}` : all}`;

// The form that asks which column holds what.
/** What columns can hold. @type {Record<string, string>} */
export const roles = {
  period: "Month or year",
  flow: "Exports or imports",
  reporter: "Reporter",
  partner: "Partner",
  product: "Product code",
  name: "Product name",
  value: "Value",
  quantity: "Quantity",
  unit: "Unit of quantity",
};
/** The same where a guess found it in a column. @type {Record<string, string>} */
export const otherRoles = {
  year: "Year",
  month: "Month",
  months: "Number of months",
  "partner-name": "Partner’s name",
  measure: "What is measured",
  exports: "Value of exports",
  imports: "Value of imports",
  "exports-quantity": "Quantity of exports",
  "imports-quantity": "Quantity of imports",
  "second-quantity": "Second quantity",
  "second-unit": "Unit of the second quantity",
};
/** A country’s name and its code. @param {string} name @param {string} code */
export const withCode = (name, code) => `${name} (${code})`;
/** A column as it is offered: one without a name is called by its letter. @param {string} name @param {string} letter */
export const columnName = (name, letter) => (letter ? `column ${letter}` : name);
/** What holds for every row. @type {Record<string, string>} */
export const fixedRoles = { export: "all are exports", import: "all are imports", t: "tonnes", kg: "kilograms" };
export const likelyMarks = "as the first rows suggest";
export const numbersLook = "Number format";
export const lettersLook = "Letters (character encoding)";
export const reporterUnnamed = "Reporter, if not in a column";
export const reporterHint = "such as CHN";
export const exportsLabelled = "How the file labels exports";
export const importsLabelled = "How the file labels imports";
export const optional = "optional";
/** What is asked of a file. @param {{ name: string, reason: string, columns: boolean, among: boolean, open: boolean, previewed: boolean }} asked */
export const mappingHead = ({ name, reason, columns, among, open, previewed }) => {
  if (open) return `${name}: these are your answers so far. Correct what is wrong. Nothing changes until you import again.`;
  const why = reason || (columns ? (previewed ? "its columns were guessed" : "the columns are not recognised") : "some details are missing");
  const what = columns ? (previewed && !reason ? "Check them below" : "Match them below") : among ? "Choose from the list below" : "Answer the questions below";
  return `${name}: ${why}. ${what}. Nothing changes until you import.`;
};
export const readSo = "This is how it would be read:";
export const readAgain = "Reading it again with your answers…";
export const readAnew = "Shown as your answers have it.";
/** @param {number} count */
export const askedBesides = (count) => `Your answers raise ${form(count, "a further question", `${count} further questions`)}, shown with the others.`;
/** @param {string} reason */
export const notReadSo = (reason) => `With these answers it could not be read: ${reason.replace(/\.$/, "")}.`;
export const proposedBesides = "These tables propose other answers:";
export const columnsFound = "Columns and number format";
export const importNow = "Import";
export const importAgain = "Import again";
export const keepAsIs = "Keep as it is";
export const skipFile = "Skip this file";

// Why files are not read.
export const tooOld = "This browser is too old to open files: it lacks WebAssembly SIMD, which Chrome and Edge have had since version 91, Firefox since 89 and Safari since 16.4.";
/** @param {string} message */
export const noWorkers = (message) => `This browser cannot open files on a page loaded from a folder, because it allows no workers there. Use Firefox, or load the page from a web server. (${message})`;
/** @param {string} message */
export const readerLost = (message) => `The file reader could not be loaded. Choose the files again to retry. (${message})`;
/** @param {string} name */
export const notAllowed = (name) => `${name} could not be opened: the browser was not allowed to read it.`;
export const notUnpackable = "this browser cannot unpack files, which others have been able to since 2023: unpack it first";
export const cutOff = "its compression is cut off or damaged: the file ends before its packed part does, and none of it is used";
export const damaged = "its compression is cut off or damaged, or followed by something that is not packed: none of it is used";
export const unpacksToMore = "it unpacks to more than its archive states: it is damaged, perhaps on purpose";
export const unpacksToOther = "it is cut off or damaged: it does not unpack to what its archive states";
/** @param {number} mebibytes */
export const packedTwice = (mebibytes) => `it is packed twice and larger than ${mebibytes} MiB: unpack the archive first`;
export const archiveWithin = "it is an archive within an archive: unpack it first";
/** @param {string} message */
export const unpackerLost = (message) => `the reader of spreadsheets and archives could not be loaded: open the file again to retry (${message})`;
export const followedByOther = "its compression is cut off in a later part, or followed by something that cannot be unpacked: unpack it first";
/** @param {number} passed @param {number} size */
export const readOnly = (passed, size) => `only ${many(passed)} of its ${many(size)} bytes could be read: the file has changed`;
export const readerGone = "The reader of files has stopped, perhaps because it ran out of memory. Open the files again.";
export const readerStopped = "its reader stopped, because it ran out of memory or has a fault: save the table you need as CSV";
export const fileUnreadable = "the browser cannot read it: it may be a folder, or have been moved or changed";
export const onlyNames = "it holds only names: open it together with the data they belong to";
export const severalTables = "it holds several tables";
/** @param {number} status */
export const hostAnswered = (status) => `the host answered ${status}`;
export const columnsUnknown = "its columns are not recognised";
