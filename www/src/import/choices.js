/** The form in which a reader chooses what is shown of files: reporter, product, partners. */

import { element } from "../util/dom.js";
import { countOf } from "./state.js";
import * as words from "../wording/import.js";
import { named, optionWords } from "./words.js";

/** @typedef {import("./state.js").State} State */
/** @typedef {"products" | "partners"} List */

/** @param {string} id @returns {HTMLSelectElement} */
const select = (id) => element(id);
/** @param {string} id @returns {HTMLInputElement} */
const input = (id) => element(id);
/** What is typed to find products or partners. @param {List} what */
const field = (what) => input(what === "products" ? "own-product" : "own-partner");

/**
 * @param {object} panel
 * @param {() => State} panel.state
 * @param {(event: import("./state.js").Event) => void} panel.dispatch
 * @param {(what: string, ...facts: unknown[]) => Promise<any>} panel.ask
 * @param {() => void} panel.change Shows a choice that the reader made.
 * @param {(work: () => Promise<unknown>) => void} panel.guarded
 */
export function createChoices({ state, dispatch, ask, change, guarded }) {
  /** What is being looked for, and whether something else was typed meanwhile. @type {Map<List, { again: boolean, done: Promise<void> }>} */
  const looking = new Map();

  /**
   * Fills the list of products or partners with what the words typed fit; while that takes its time,
   * only the last of what is typed is looked for.
   * @param {List} what
   */
  function find(what) {
    const running = looking.get(what);
    if (running) {
      running.again = true;
      return running.done;
    }
    const job = { again: true, done: Promise.resolve() };
    looking.set(what, job);
    const search = async () => {
      try {
        while (job.again) {
          job.again = false;
          const { reporter, product } = state().chosen;
          fill(what, await ask(what, reporter, field(what).value, product));
        }
      } finally {
        looking.delete(what);
      }
    };
    job.done = search();
    return job.done;
  }

  const findAll = () => Promise.all([find("products"), find("partners")]);

  /**
   * @param {List} what
   * @param {{ found: import("../../xenotime").Item[], all: number }} answer
   */
  function fill(what, { found, all }) {
    const { chosen } = state();
    const box = select(`own-${what}`);
    const tree = what === "products" && field(what).value.trim() === "";
    const name = (/** @type {import("../../xenotime").Item} */ item) => (what === "partners" ? named(item) : item.name);
    box.replaceChildren(
      ...found.map((item) => new Option(optionWords(item, { name: name(item), tree }), item.code)),
    );
    box.value = what === "products" ? chosen.product : chosen.partner;
    element(`own-${what}-told`).textContent = words.foundAmong(words.panel[what], found.length, all);
  }

  /** Puts what is chosen into the form. */
  function reflect() {
    const { chosen } = state();
    select("own-reporter").value = chosen.reporter;
    input("own-mirror").checked = chosen.mirror;
    input("own-product").value = "";
    input("own-partner").value = "";
  }

  /** Lists the reporters of what was opened. */
  function offer() {
    const reporters = state().summary?.reporters ?? [];
    select("own-reporter").replaceChildren(
      ...reporters.map((item) => new Option(item.made ? named(item) : words.withCode(named(item), item.code), item.code)),
    );
    reflect();
  }

  /** @param {string} product */
  function chooseProduct(product) {
    dispatch({ type: "chose", choice: { product } });
    change();
    guarded(() => find("products"));
  }

  /** Shows the trade with a partner. @param {string} partner */
  function choosePartner(partner) {
    dispatch({ type: "traded", partner });
    change();
  }

  async function chooseReporter() {
    dispatch({ type: "chose", choice: { reporter: select("own-reporter").value, also: [], partner: "" } });
    input("own-product").value = "";
    input("own-partner").value = "";
    await findAll();
    const { reporter, product } = state().chosen;
    const values = Array.from(select("own-products").options, ({ value }) => value);
    // Of a folder's codes only the chapters are known before they are fetched.
    const known = values.includes(product) || (state().folder && values.includes(product.slice(0, 2)));
    if (!known) {
      const first = await ask("first", reporter);
      if (first !== undefined) dispatch({ type: "chose", choice: { product: first } });
      await find("products");
    }
    change();
  }

  /** Takes what the words typed find first. @param {List} what @param {(code: string) => void} take */
  async function takeFirst(what, take) {
    await find(what);
    const first = select(`own-${what}`).options[0];
    if (first) take(first.value);
  }

  function watch() {
    element("own-choice").addEventListener("submit", (event) => event.preventDefault());
    select("own-reporter").addEventListener("change", () => guarded(chooseReporter));
    field("products").addEventListener("input", () => guarded(() => find("products")));
    field("partners").addEventListener("input", () => guarded(() => find("partners")));
    field("products").addEventListener("keydown", (event) => {
      if (event.key !== "Enter") return;
      const typed = field("products").value.trim();
      // Any code will do; of words, what they find first.
      if (/^\d+$/.test(typed)) chooseProduct(typed);
      else if (typed) guarded(() => takeFirst("products", chooseProduct));
    });
    field("partners").addEventListener("keydown", (event) => {
      if (event.key === "Enter") guarded(() => takeFirst("partners", choosePartner));
    });
    select("own-products").addEventListener("change", () => chooseProduct(select("own-products").value));
    select("own-partners").addEventListener("change", () => choosePartner(select("own-partners").value));
    input("own-count").addEventListener("change", change);
    input("own-mirror").addEventListener("change", () => {
      dispatch({ type: "chose", choice: { mirror: input("own-mirror").checked } });
      change();
    });
  }

  return { watch, offer, reflect, findAll, chooseProduct, choosePartner, count: () => countOf(input("own-count").value) };
}
