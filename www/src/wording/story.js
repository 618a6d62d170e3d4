/** What the story page's scripts say. The build puts another language's module in the place of this one. */

/** @typedef {import("../../xenotime").Finding["verdict"]} Verdict */

const number = (/** @type {number} */ count) => count.toLocaleString("en");
const rule = new Intl.PluralRules("en");
/** Which of two forms stands with a number. @param {number} count @param {string} one @param {string} other */
const form = (count, one, other) => (rule.select(count) === "one" ? one : other);

/** Verdicts as readers see them. @type {Record<Verdict, string>} */
export const verdicts = {
  contradicted: "Contradicted",
  misplaced: "Wrong period or comparison",
  unclear: "Unclear",
  close: "Close",
  supported: "Supported",
  not_checkable: "Not checkable",
};
/** @param {number} count @param {Verdict} verdict */
export const verdictsOf = (count, verdict) => `${number(count)} ${verdicts[verdict].toLowerCase()}`;
/** One line that sums up. @param {number} all @param {{ holds: number, look: number, accepted: number, aside: number, lacking: number }} count */
export const summedUp = (all, count) => {
  if (all === 0) return "No figures found that the data can check.";
  const parts = /** @type {[number, string][]} */ ([
    [count.holds, "supported or close"],
    [count.look, "to review"],
    [count.accepted, "confirmed as wrong"],
    [count.aside, "set aside"],
    [count.lacking, "not checkable"],
  ]).filter(([many]) => many !== 0);
  return `${number(all)} ${form(all, "figure", "figures")} found: ${parts.map(([many, what]) => `${number(many)} ${what}`).join(", ")}. Unmarked figures were not checked.`;
};

// The story coming in.
export const checkingStory = "Checking…";
export const undoStep = "Undo";
export const undone = "Undone.";
/** @param {string} was @param {string} now */
export const changedTo = (was, now) => `Changed “${was}” to “${now}”.`;
/** @param {number} length @param {number} most */
export const storyTooLong = (length, most) => `The story has ${number(length)} characters; the limit is ${number(most)}. Paste part of it.`;
export const storyNotChecked = "The story could not be checked. Change it or reload the page to try again; its text is kept.";
export const checkerLost = "The checker could not be loaded. Reload the page to try again.";
export const checkerStopped = "the checker has stopped";
export const checkerSilent = "the checker is not responding";
/** @param {string} name */
export const noStoryFile = (name) => `${name} could not be read: a .txt, .md or .html file was expected. The story is unchanged.`;
/** @param {string} name @param {number} bytes */
export const storyFileTooLarge = (name, bytes) => `${name} could not be read: it has ${number(bytes)} bytes, over the limit for a story. The story is unchanged.`;
/** @param {string} name */
export const storyNotUtf8 = (name) => `${name} could not be read: UTF-8 text was expected. The story is unchanged.`;
/** @param {number} count */
export const oneStoryOnly = (count) => `${count} files were dropped, but only one story can be read at a time. The story is unchanged.`;
export const linkNotUnpacked = "This browser cannot unpack the story in the link: it lacks DecompressionStream, which others have had since 2023. Paste the story instead.";
export const linkBroken = "The story in the link cannot be read: the link was cut short or altered. Ask for it again, or paste the story.";

// What judges.
/** @param {string} reporter @param {string} origin */
export const judgedByOwn = (reporter, origin) => `Checked against your own data: ${reporter}’s trade, from ${origin}.`;
/** @param {string} day */
export const judgedUntil = (day) => ` Only what was published by ${new Date(day).toLocaleDateString("en-GB", { dateStyle: "long", timeZone: "UTC" })} counts.`;

export const judgedElsewhere = " Whoever shared this link checked the story against a file of their own: open that file to see the same.";

// Findings.
/** @param {string[]} codes @param {number} all */
export const unnamedGoods = (codes, all) => `The story names none of the goods in your file, which are ${codes.join(", ")}${all > codes.length ? ` and ${number(all - codes.length)} more` : ""}: figures for goods that the file does not name are not checked.`;
/** @param {string} day */
export const useDay = (day) => `Use ${new Date(day).toLocaleDateString("en-GB", { dateStyle: "long", timeZone: "UTC" })}`;
export const earlierFigures = "Show earlier figures";
export const moreFigures = "Show more figures";
/** What is known of a figure, as a sentence. @param {string} reason */
export const asSentence = (reason) => `${reason.slice(0, 1).toUpperCase()}${reason.slice(1)}.`.replace(/\.\.$/, ".");
export const wasSetAside = "Set aside. ";
export const wasAccepted = "Confirmed as wrong. ";
/** @param {string} words */
export const writeInstead = (words) => `Change to “${words}”`;
export const acceptFigure = "Confirm error";
export const setAside = "Set aside";
export const justChanged = "The figure has just changed and is being checked again.";
/** @param {string} figure @param {string} verdict */
export const keyForEvidence = (figure, verdict) => `${figure}: ${verdict}. Press F9 for the evidence.`;
export const evidenceHead = "Evidence";
/** @param {string} formula */
export const calculatedAs = (formula) => asSentence(formula);
export const seeChart = "See the chart";
/** Heads of the figures that a verdict rests on. @param {string} unit */
export const evidenceHeads = (unit) => ["Months", `Amount, ${unit}`, "Status", "Source"];
/** How a figure of the data came about. @param {string} code */
export const statusOf = (code) => code;
/** @param {string[]} credits */
export const creditsOf = (credits) => credits.join("; ");
/** `Nov 2024`, `Jan–Nov 2024`. @param {string} first `2024-11` @param {number} count */
export const monthsOf = (first, count) => {
  const [year = 0, month = 1] = first.split("-").map(Number);
  if (count === 12 && month === 1) return String(year);
  const name = (/** @type {number} */ index, /** @type {boolean} */ dated) =>
    new Intl.DateTimeFormat("en", { month: "short", ...(dated && { year: "numeric" }), timeZone: "UTC" }).format(
      Date.UTC(year, index, 1),
    );
  if (count === 1) return name(month - 1, true);
  const last = month + count - 2;
  return `${name(month - 1, last > 11)}–${name(last, true)}`;
};

// The report going out.
/** @param {string} what */
export const reportCopied = (what) => `${what} copied.`;
export const copyingForbidden = "The browser did not allow copying.";
export const storyLinkCopied = "Link copied.";
export const linkInBar = "The browser did not allow copying. The link is in the address bar.";
export const linkWithoutFiles = " It contains the story but not your files: whoever opens it sees the story checked against the bundled data.";
/** @param {number} length @param {number} most */
export const linkTooLong = (length, most) => `Too long for a link: it would have ${number(length)} characters, and the limit is ${number(most)}.`;
