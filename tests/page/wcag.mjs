// The rules of WCAG that a machine can check.

import assert from "node:assert/strict";
import { AxeBuilder } from "@axe-core/playwright";

/** @typedef {import("playwright-core").Page} Page */

/**
 * Fails where a rule is broken, and says which and at what.
 * @param {Page} page
 * @param {(axe: AxeBuilder) => AxeBuilder} [limited] What is looked at, where not all of it.
 */
export async function obeysWcag(page, limited = (axe) => axe) {
  // What puts the findings of several frames together does so in a page of its own, which takes as long as
  // the looking; "legacy" leaves that out.
  const alone = page.frames().length === 1;
  // Its own choice leaves out what WCAG 2.2 added.
  const all = new AxeBuilder({ page }).options({ rules: { "target-size": { enabled: true } } });
  const { violations } = await limited(all.setLegacyMode(alone)).analyze();
  const told = violations.map(({ id, impact, nodes }) => ({ id, impact, at: nodes.slice(0, 3).map(({ html }) => html.slice(0, 160)) }));
  assert.deepEqual(told, []);
}
