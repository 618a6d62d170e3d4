/**
 * The panel in which a reader makes a chart their own: several series and what is shown of them, the
 * stretch of time, notes, and the date on which the figures were known. Every choice is an address.
 */

import { made } from "../util/dom.js";
import { addressOf } from "../util/load.js";
import { createRange } from "./range.js";
import { createSearch } from "./search.js";

/** @typedef {import("../../xenotime").Session} Session */
/** @typedef {import("../../xenotime").Page} Page */

/** Controls that are offered as a row of buttons, with their names. */
const ROWS = /** @type {const} */ ([
  ["as", "Show"],
  ["per", "Months as"],
  ["scale", "Axis"],
]);

/**
 * @param {object} host
 * @param {() => Session | undefined} host.session
 * @param {() => Page | undefined} host.page
 * @param {(address: string) => void} host.go Leads to another view.
 * @param {Element} host.before What the panel stands before.
 */
export function createDesk({ session, page, go, before }) {
  const panel = made("section", "desk page-only");
  panel.id = "desk";
  panel.hidden = true;
  panel.setAttribute("aria-label", "Edit the chart");
  before.before(panel);
  const sheet = document.createElement("link");
  Object.assign(sheet, { rel: "stylesheet", href: addressOf("laterDeskStyle") });
  document.head.append(sheet);

  /** @param {string} name */
  const control = (name) => page()?.controls.find((one) => one.name === name);
  /** @param {string | undefined} address */
  const lead = (address) => {
    if (address !== undefined) go(address);
    return address !== undefined;
  };
  /** @param {string} name @param {string} value */
  const set = (name, value) => lead(session()?.set(name, value));

  const several = made("button", "", "Add series, change or share, quarters, an index …");
  several.addEventListener("click", () => lead(session()?.asSeries()));
  const lines = made("ul", "desk-lines");
  lines.setAttribute("aria-label", "Series shown");
  const search = createSearch({ add: (value) => withLines([...others(), value]) });
  const rows = ROWS.map(([name, label]) => createRow(name, label, (value) => set(name, value)));
  const base = createSelect("Counts as 100", (value) => set("base", value));
  const range = createRange({ narrow: (from, to) => lead(session()?.between(from, to)), all: () => lead(session()?.unzoom()) });
  const notes = createNotes();
  const known = createKnown();
  const opening = made("div", "desk-part");
  opening.append(several);
  const series = made("div", "desk-part");
  series.append(lines, search.part);
  panel.append(opening, series, ...rows.map(({ part }) => part), base.part, range.part, notes.part, known.part);

  /** The series beside the view's own. */
  const others = () => (control("with")?.value ?? "").split(",").filter(Boolean);
  /** @param {string[]} values */
  const withLines = (values) => set("with", values.join(","));

  /** What the view's own series is called, by the control that chooses it. */
  function own() {
    const [flow, product] = [control("flow"), control("product")].map(
      (one) => one?.choices.find(({ value }) => value === one.value)?.label ?? "",
    );
    return [product, flow].filter(Boolean).join(": ");
  }

  /** @param {import("../../xenotime").Control} offered */
  function showLines(offered) {
    const names = new Map(offered.choices.map(({ value, label }) => [value, label]));
    const first = made("li", "", `${own()} `);
    first.append(made("span", "quiet", "chosen under Flow and Series"));
    const rest = others().map((value, place, all) => {
      const name = names.get(value) ?? value;
      return removable(name, name, () => {
        withLines(all.filter((_, other) => other !== place));
        search.focus();
      });
    });
    lines.replaceChildren(first, ...rest);
    search.offer(offered.choices.filter(({ value }) => !others().includes(value)), others().length < MOST);
  }

  function createNotes() {
    const part = made("fieldset", "desk-part");
    part.append(made("legend", "", "Your notes in the chart"));
    const list = made("ul", "desk-lines");
    const [from, to, text] = ["From", "To", "Words"].map((label) => {
      const field = made("label", "field", `${label} `);
      const input = document.createElement("input");
      input.type = label === "Words" ? "text" : "month";
      input.maxLength = 120;
      field.append(input);
      part.append(field);
      return input;
    });
    const said = made("p", "quiet");
    said.setAttribute("role", "status");
    const add = made("button", "", "Add note");
    const put = () => {
      if (!from || !to || !text) return;
      const begins = from.value.trim();
      const done = lead(session()?.withNote(begins, to.value.trim() || begins, text.value));
      said.textContent = done ? "" : "A note needs a month (2024-11), words, and an end that is not before it; a view holds twelve.";
      if (done) text.value = "";
    };
    add.addEventListener("click", put);
    text?.addEventListener("keydown", (event) => event.key === "Enter" && put());
    part.append(add, said, list);
    return {
      part,
      update() {
        const lines = (session()?.notes() ?? "").split("\n").filter(Boolean);
        list.replaceChildren(
          ...lines.map((line, place) => {
            const [begins = "", ends = "", words = ""] = line.split("\t");
            const when = begins === ends ? begins : `${begins} to ${ends}`;
            return removable(`${when}: ${words}`, `the note of ${begins}`, () => lead(session()?.withoutNote(place)));
          }),
        );
        const month = control("month")?.value;
        if (from && !from.value && month) from.value = month;
        part.hidden = !page()?.zoomable;
      },
    };
  }

  function createKnown() {
    const part = made("fieldset", "desk-part");
    part.append(made("legend", "", "As it was known on"));
    const field = made("label", "field", "Date ");
    const input = document.createElement("input");
    input.type = "date";
    field.append(input);
    const all = made("button", "", "All that is known");
    input.addEventListener("change", () => lead(session()?.knownOn(input.value)));
    all.addEventListener("click", () => lead(session()?.knownOn("")));
    part.append(field, all, made("p", "quiet", "Figures, revisions and events published later are left out."));
    return {
      part,
      update() {
        const date = session()?.known() ?? "";
        if (document.activeElement !== input) input.value = date.length === 10 ? date : "";
        all.hidden = date === "";
        part.hidden = !session()?.isDated();
      },
    };
  }

  function update() {
    if (panel.hidden || !page()) return;
    const offered = control("with");
    opening.hidden = Boolean(offered);
    series.hidden = !offered;
    if (offered) showLines(offered);
    for (const row of rows) row.show(control(row.name));
    base.show(control("base"));
    range.show(page()?.zoomable ? [control("from"), control("to")] : []);
    notes.update();
    known.update();
  }

  return {
    update,
    /** Opens or closes it; says whether it is open. @param {boolean} [open] */
    toggle(open = panel.hidden === true) {
      panel.hidden = !open;
      update();
      return open;
    },
  };
}

/** So many series may stand beside the view's own. */
const MOST = 5;

/**
 * A line of a list with a button that takes it away.
 * @param {string} words
 * @param {string} name What the button says that it removes.
 * @param {() => void} work
 */
function removable(words, name, work) {
  const item = made("li", "", `${words} `);
  const remove = made("button", "", "Remove");
  remove.setAttribute("aria-label", `Remove ${name}`);
  remove.addEventListener("click", work);
  item.append(remove);
  return item;
}

/**
 * A row of buttons of which one is chosen: radio buttons, so that arrow keys walk it.
 * @param {string} name
 * @param {string} label
 * @param {(value: string) => void} chosen
 */
function createRow(name, label, chosen) {
  const part = made("fieldset", "desk-part segmented");
  part.append(made("legend", "", label));
  const buttons = made("div", "segments");
  part.append(buttons);
  let shown = "";
  return {
    part,
    name,
    /** @param {import("../../xenotime").Control | undefined} control */
    show(control) {
      part.hidden = !control;
      if (!control) return;
      const choices = control.choices.map(({ value }) => value).join(" ");
      if (choices !== shown) {
        shown = choices;
        buttons.replaceChildren(
          ...control.choices.map(({ value, label: words }) => {
            const option = made("label");
            const input = document.createElement("input");
            Object.assign(input, { type: "radio", name: `desk-${name}`, value });
            input.addEventListener("change", () => chosen(value));
            option.append(input, made("span", "", words));
            return option;
          }),
        );
      }
      for (const input of buttons.querySelectorAll("input")) input.checked = input.value === control.value;
    },
  };
}

/**
 * @param {string} label
 * @param {(value: string) => void} chosen
 */
function createSelect(label, chosen) {
  const part = made("label", "field desk-part", `${label} `);
  const select = document.createElement("select");
  select.addEventListener("change", () => chosen(select.value));
  part.append(select);
  return {
    part,
    /** @param {import("../../xenotime").Control | undefined} control */
    show(control) {
      part.hidden = !control || control.choices.length === 0;
      if (part.hidden || !control) return;
      select.replaceChildren(...control.choices.map(({ value, label: words }) => new Option(words, value)));
      select.value = control.value;
    },
  };
}
