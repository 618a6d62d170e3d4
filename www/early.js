"use strict";

// Runs before anything is painted: an embed must not flash the page around it, and a view other
// than the usual one must not flash the usual chart.
(() => {
  const asked = new URLSearchParams(location.search);
  const root = document.documentElement;
  root.classList.add("scripted");
  if (asked.has("embed") && asked.get("embed") !== "0") root.classList.add("embedded");
  const theme = asked.get("theme");
  if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  const choices = ["chart", "flow", "product", "partner", "measure", "month", "compare", "from", "to"];
  if (choices.some((name) => asked.has(name))) root.classList.add("elsewhere");
})();
