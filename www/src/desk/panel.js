/**
 * The panel in which a reader makes a chart their own: several series and what is shown of them, the
 * stretch of time, notes, and the date on which the figures were known. Every choice is an address.
 */

import { element, made } from "../util/dom.js";
import * as words from "../wording/words.js";
import { addressOf } from "../util/load.js";
import { createRange } from "./range.js";
import { createSearch } from "./search.js";
import { tones } from "./tones.js";

/** @typedef {import("../../xenotime").Session} Session */
/** @typedef {import("../../xenotime").Page} Page */

/** Controls that are offered as a row of buttons. */
const ROWS = /** @type {const} */ (["as", "per", "scale"]);

/**
 * @param {object} host
 * @param {() => Session | undefined} host.session
 * @param {() => Page | undefined} host.page
 * @param {(address: string) => void} host.go Leads to another view.
 * @param {() => Promise<void>} host.nameAll Has the session know what series are called besides.
 * @param {Element} host.before What the panel stands before.
 */
export function createDesk({ session, page, go, nameAll, before }) {
  const panel = made("section", "desk page-only");
  panel.id = "desk";
  panel.hidden = true;
  panel.setAttribute("aria-label", words.editChart);
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

  const several = made("button", "", words.addSeveral);
  several.addEventListener("click", () => lead(session()?.asSeries()));
  const lines = made("ul", "desk-lines");
  lines.setAttribute("aria-label", words.seriesShown);
  const search = createSearch({ begin: nameAll, add: (value) => withLines([...others(), value]) });
  const rows = ROWS.map((name) => createRow(name, words.rowNames[name], (value) => set(name, value)));
  const base = createSelect(words.counts100, (value) => set("base", value));
  const range = createRange({ narrow: (from, to) => lead(session()?.between(from, to)) });
  const notes = createNotes();
  const known = createKnown();
  const opening = made("div", "desk-part");
  /** What a chart of one series leads to by a press. */
  const ways = createWays((name, value) => lead(session()?.seriesWith(name, value)));
  opening.append(several, ways.part);
  const series = made("div", "desk-part");
  series.append(lines, search.part);
  panel.append(opening, series, ...rows.map(({ part }) => part), base.part, notes.part, known.part);
  // What it narrows is the chart above it.
  element("plot").after(range.part);

  /** The series beside the view's own. */
  const others = () => (control("with")?.value ?? "").split(",").filter(Boolean);
  /** @param {string[]} values */
  const withLines = (values) => set("with", values.join(","));

  /** What the view's own series is called, by the control that chooses it. */
  function own() {
    const [flow, product] = [control("flow"), control("product")].map(
      (one) => one?.choices.find(({ value }) => value === one.value)?.label ?? "",
    );
    return words.seriesOf([product, flow].filter((part) => part !== undefined && part !== ""));
  }

  /** @param {import("../../xenotime").Control} offered */
  function showLines(offered) {
    const names = new Map(offered.choices.map(({ value, label }) => [value, label]));
    const first = made("li", "", `${own()} `);
    const flows = [control("flow")?.value ?? "", ...others().map((code) => code.split(".")[0] ?? "")];
    const [ownTone, ...tonesOfRest] = tones(flows);
    first.prepend(swatch(ownTone ?? 0));
    first.append(made("span", "quiet", words.chosenUnder));
    const rest = others().map((value, place, all) => {
      const name = names.get(value) ?? value;
      const item = removable(name, name, () => {
        withLines(all.filter((_, other) => other !== place));
        search.focus();
      });
      item.prepend(swatch(tonesOfRest[place] ?? 0));
      return item;
    });
    lines.replaceChildren(first, ...rest);
    search.offer(offered.choices.filter(({ value }) => !others().includes(value)), others().length < MOST);
  }

  function createNotes() {
    const part = made("fieldset", "desk-part");
    part.append(made("legend", "", words.yourNotes));
    const list = made("ul", "desk-lines");
    const [from, to, text] = words.noteFields.map((label, place) => {
      const field = made("label", "field", `${label} `);
      const input = document.createElement("input");
      input.type = place === 2 ? "text" : "month";
      input.maxLength = 120;
      field.append(input);
      part.append(field);
      return input;
    });
    const said = made("p", "quiet");
    said.setAttribute("role", "status");
    const add = made("button", "", words.addNote);
    const put = () => {
      if (!from || !to || !text) return;
      const begins = from.value.trim();
      const done = lead(session()?.withNote(begins, to.value.trim() || begins, text.value));
      said.textContent = done ? words.noteAdded : words.noteNeeds;
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
            const [begins = "", ends = "", note = ""] = line.split("\t");
            const item = words.labelled(words.stretch(begins, ends), note);
            return removable(item, words.noteOf(begins), () => {
              // The button goes, and with it the focus.
              text?.focus();
              lead(session()?.withoutNote(place));
              said.textContent = words.noteRemoved;
            });
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
    part.append(made("legend", "", words.knownOn));
    const field = made("label", "field", words.date);
    const input = document.createElement("input");
    input.type = "date";
    field.append(input);
    const all = made("button", "", words.allKnown);
    input.addEventListener("change", () => lead(session()?.knownOn(input.value)));
    all.addEventListener("click", () => {
      // The button goes, and with it the focus.
      input.focus();
      lead(session()?.knownOn(""));
    });
    part.append(field, all, made("p", "quiet", words.laterLeftOut));
    return {
      part,
      update() {
        const date = session()?.known() ?? "";
        if (document.activeElement !== input || date === "") input.value = date.length === 10 ? date : "";
        all.hidden = date === "";
        part.hidden = !session()?.isDated();
      },
    };
  }

  function update() {
    if (panel.hidden || !page()) return;
    const offered = control("with");
    opening.hidden = Boolean(offered);
    ways.show(session()?.transforms() ?? []);
    series.hidden = !offered;
    if (offered) showLines(offered);
    for (const row of rows) row.show(control(row.name));
    base.show(control("base"));
    range.show(page()?.zoomable ? [control("from"), control("to")] : [], session()?.overview() ?? "");
    notes.update();
    known.update();
  }

  return {
    update,
    /** Opens or closes it; says whether it is open. @param {boolean} [open] */
    toggle(open = panel.hidden === true) {
      panel.hidden = !open;
      range.part.hidden = true;
      update();
      return open;
    },
  };
}

/** So many series may stand beside the view's own. */
const MOST = 5;

/** A stroke in the colour that a series has in the chart, by its number. @param {number} tone */
function swatch(tone) {
  const stroke = made("span", "swatch");
  stroke.classList.add(`line-${tone}`);
  stroke.setAttribute("aria-hidden", "true");
  return stroke;
}

/**
 * A line of a list with a button that takes it away.
 * @param {string} line
 * @param {string} name What the button says that it removes.
 * @param {() => void} work
 */
function removable(line, name, work) {
  const item = made("li", "", `${line} `);
  const remove = made("button", "", words.remove);
  remove.setAttribute("aria-label", words.removeOf(name));
  remove.addEventListener("click", work);
  item.append(remove);
  return item;
}

/**
 * Rows of buttons that each lead to the same series shown in another way.
 * @param {(name: string, value: string) => void} chosen
 */
function createWays(chosen) {
  const part = made("div");
  let shown = "";
  return {
    part,
    /** @param {import("../../xenotime").Control[]} controls */
    show(controls) {
      part.hidden = controls.length === 0;
      const names = controls.map(({ name }) => name).join(" ");
      if (names === shown) return;
      shown = names;
      part.replaceChildren(
        ...controls.map(({ name, choices }) => {
          const row = made("fieldset", "desk-part");
          const head = name === "per" ? words.rowNames.per : words.rowNames.as;
          const buttons = choices.map(({ value, label }) => {
            const button = made("button", "", label);
            button.addEventListener("click", () => chosen(name, value));
            return button;
          });
          row.append(made("legend", "", words.thisSeries(head)), ...buttons.flatMap((button) => [button, " "]));
          return row;
        }),
      );
    },
  };
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
      part.hidden = !control || control.choices.length < 2;
      if (!control) return;
      const choices = control.choices.map(({ value }) => value).join(" ");
      if (choices !== shown) {
        shown = choices;
        buttons.replaceChildren(
          ...control.choices.map(({ value, label: choice }) => {
            const option = made("label");
            const input = document.createElement("input");
            Object.assign(input, { type: "radio", name: `desk-${name}`, value });
            input.addEventListener("change", () => chosen(value));
            option.append(input, made("span", "", choice));
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
      part.hidden = !control || control.choices.length < 2;
      if (part.hidden || !control) return;
      select.replaceChildren(...control.choices.map(({ value, label: choice }) => new Option(choice, value)));
      select.value = control.value;
    },
  };
}
