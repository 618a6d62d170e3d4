/**
 * What the page's scripts say. The build puts another language's module in the place of this one:
 * `www/words/zh/words.js` has the same names.
 */

// Loading and failing.
export const loading = "Loading…";
export const computing = "Computing…";
export const notDone = "Xenotime could not do that.";
export const ownError = "Xenotime has failed. What is on screen stays; reload the page to continue.";
export const neededLost = "What this chart needs could not be loaded.";
export const sourcesLost = "The list of sources could not be loaded. ";
/** @param {string} name */
export const ornamentLost = (name) => `The ${name} could not be loaded; the chart is shown without them. `;
export const tryAgain = "Try again";
export const linkLost = "The chart in this link could not be loaded.";
export const liveLost = "The live chart could not be loaded. This is the chart as the page was built.";
export const seeDrawn = "See this chart as drawn when the page was built, with its default series and month";
export const seeAllDrawn = "See all charts as drawn when the page was built";
export const seeAll = "See all charts";
/** @param {string} name */
export const noChart = (name) => `There is no chart “${name}”.`;
export const late = "The chart’s data have not arrived yet. The page is still waiting for them.";
export const ownGone = "That view of your own data is no longer stored. Open the file again to see it.";
export const noPicture = "the browser could not make a picture";
export const picture = "Picture";
export const pictureNotCopied = "This browser does not allow pictures to be copied. Save the picture as PNG.";

// What the keys do.
export const arrows = "Arrow keys move between points, Home and End go to the first and last";
export const enterKeeps = "Enter keeps the point selected";
export const enterFocuses = "Enter selects the point’s month";
export const plusMinus = "plus zooms in, minus zooms out";
export const escapes = "Escape leaves.";
/** @param {string[]} parts */
export const listed = (parts) => parts.join(", ");

/** Whether a CSV file begins with a mark of UTF-8 unless the reader chooses otherwise. @type {boolean} */
export const csvMarked = false;

// Copying, stepping, pointing.
/** @param {string} what */
export const copied = (what) => `${what} copied.`;
/** @param {string} what @param {string} text */
export const notCopied = (what, text) => `The browser does not allow copying. ${what}: ${text}`;
export const link = "Link";
export const code = "Code";
export const table = "Table";
export const noMonths = "There are no more months.";
/** @param {string} sources */
export const source = (sources) => `Source: ${sources}`;
/** @param {string} period */
export const focusOn = (period) => `Select ${period}`;
/** @param {number} place @param {number} of */
export const pointOf = (place, of) => `Point ${place} of ${of}`;
/** @param {string[]} parts @param {string} place */
export const spoken = (parts, place) => `${parts.join(", ")}. ${place}.`;
/** @param {string} name @param {string} value */
export const labelled = (name, value) => `${name}: ${value}`;
/** @param {string[]} parts A series and a period. */
export const nameOf = (parts) => parts.join(", ");

// Frames.
export const linkAddress = "The link’s address";
export const linksForbidden = "This page does not allow embeds to open links. Copy the address: ";
/** @param {string} ratio @param {number} least */
export const hardToRead = (ratio, least) => `Text is hard to read on this background: its contrast is ${ratio} to 1; at least ${least} to 1 is needed. The background is not used: choose another.`;
/** @param {string} theme */
export const readableIn = (theme) => `On this background the frame is ${theme} for every reader: the other theme cannot be read.`;
/** @param {string} background */
export const backgroundRefused = (background) => `Text cannot be read on the background “${background}”, so it was left out.`;
const EXPECTED = { show: "any of title, notes, table and controls", background: "six hexadecimal digits such as fdf6e3", lock: "nothing, 1 or 0", lang: "a language that this page has, such as en" };
/** @param {keyof typeof EXPECTED} name @param {string} found */
export const notUnderstood = (name, found) => `The link has ${name}=${found}, which is not valid; use ${EXPECTED[name]}. This part of the link is ignored.`;
export const measuring = "Measuring the frame’s height…";
export const preview = "Preview of the embed";

// The table of partners and products.
export const rowsHead = "Partners and products";
export const rowsAsked = "What the table shows";
export const rowsOf = "Rows";
export const partners = "Partners";
export const products = "Products";
export const period = "Period";
export const search = "Search";
export const rowsOfTable = "Rows of the table";
/** What rows are that hold others, or stand beside the total. @type {Record<string, string>} */
export const kinds = { group: "holds others listed here", outside: "not in the total" };
export const addingUp = "Adding up…";
/** @param {string} why */
export const tableNotMade = (why) => `The table could not be made. ${why}`;
/** @param {string} why */
export const tableNotSaved = (why) => `The table could not be saved. ${why}`;
/** What fits, and how many of it are shown. @param {"partner" | "product"} side @param {string} all @param {string | undefined} found @param {string | undefined} first */
export const counted = (side, all, found, first) => {
  const what = all === "1" ? side : { partner: "partners", product: "products" }[side];
  const fitting = found === undefined ? `${all} ${what}` : `${found === "0" ? "None" : found} of ${all} ${what} match${found === "0" ? "es the search" : ""}`;
  return first === undefined ? `${fitting}.` : `${fitting}; the first ${first} are shown.`;
};
/** @param {string} count */
export const showMore = (count) => `Show ${count} more`;
/** @param {string} sources */
export const sourcesOf = (sources) => `Sources: ${sources}`;
/** As numbers are written. */
export const numbers = "en";

/** What a table that was pasted is called, as a file. */
export const pastedTable = "pasted table";

// Editing the chart.
export const editChart = "Edit the chart";
export const rowNames = { as: "Show", per: "Period", scale: "Axis" };
export const addSeveral = "Add series, changes, shares, quarters or an index…";
/** @param {string} row */
export const thisSeries = (row) => `This series: ${row.toLowerCase()}`;
export const seriesShown = "Series shown";
export const counts100 = "Base (= 100)";
export const chosenUnder = "chosen under Flow and Series";
/** @param {string[]} parts A product and a flow. */
export const seriesOf = (parts) => parts.join(": ");
export const yourNotes = "Your notes in the chart";
export const noteFields = ["From", "To", "Text"];
export const addNote = "Add note";
export const noteAdded = "Note added.";
export const noteRemoved = "Note removed.";
export const noteNeeds = "Give a month (2024-11) and a text; the end, if any, must not be before the start. A chart can have up to 12 notes.";
/** @param {string} begins @param {string} ends */
export const stretch = (begins, ends) => (begins === ends ? begins : `${begins} to ${ends}`);
/** @param {string} month */
export const noteOf = (month) => `the note of ${month}`;
export const knownOn = "As it was known on";
export const date = "Date ";
export const allKnown = "All that is known";
export const laterLeftOut = "Figures, revisions and events published later are left out.";
export const remove = "Remove";
/** @param {string} name */
export const removeOf = (name) => `Remove ${name}`;
export const timeShown = "Time shown";
export const ends = ["First month", "Last month"];
export const bothEnds = "Move the whole range";
/** @param {string} from @param {string} to */
export const fromTo = (from, to) => `${from} to ${to}`;
/** @param {number} count */
export const years = (count) => `${count} ${new Intl.PluralRules("en").select(count) === "one" ? "year" : "years"}`;
export const all = "All";
export const addSeries = "Add a series ";
export const searchHint = "goods, partner, exports…";
export const upToSix = "A chart shows up to six series: remove one to add another.";
/** @param {number} count */
export const toChoose = (count) => `${count} series to choose from.`;
export const noneFound = "No series matches these words.";
/** @param {number} count @param {number} listed */
export const foundOf = (count, listed) => (count > listed ? `${count} found; the first ${listed} are listed.` : `${count} found.`);
