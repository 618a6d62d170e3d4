/** The selects beside the chart. */

/** @param {HTMLFormElement} form */
const selects = (form) => Array.from(form.querySelectorAll("select"));

/**
 * Shows what there is to choose and what is chosen.
 * @param {HTMLFormElement} form
 * @param {import("../../xenotime").Control[]} controls
 */
export function showControls(form, controls) {
  for (const select of selects(form)) {
    const control = controls.find(({ name }) => name === select.name);
    // Some charts have a control that others have no use for.
    const field = select.closest(".field");
    // One choice is none; the headline says what it is.
    if (field instanceof HTMLElement) field.hidden = !control || control.choices.length < 2;
    if (control) fill(select, control);
  }
}

/** What each select was filled with: to read hundreds of months back takes as long as to write them. @type {WeakMap<HTMLSelectElement, string>} */
const filled = new WeakMap();

/**
 * @param {HTMLSelectElement} select
 * @param {import("../../xenotime").Control} control
 */
function fill(select, { choices, value }) {
  const all = JSON.stringify(choices);
  if (filled.get(select) !== all) select.replaceChildren(...choices.map(({ value, label }) => new Option(label, value)));
  filled.set(select, all);
  select.value = value;
}

/**
 * @param {HTMLFormElement} form
 * @param {(name: string, value: string) => void} chosen
 */
export function watchControls(form, chosen) {
  form.addEventListener("submit", (event) => event.preventDefault());
  for (const select of selects(form)) {
    select.addEventListener("change", () => chosen(select.name, select.value));
  }
}
