// Runs before anything is painted: an embed must not flash the page around it, and a view other
// than the usual one must not flash the usual chart.
const asked = new URLSearchParams(location.search);
const root = document.documentElement;
root.classList.add("scripted");
if (asked.has("embed") && asked.get("embed") !== "0") root.classList.add("embedded");
const theme = asked.get("theme");
if (theme === "light" || theme === "dark") root.dataset.theme = theme;
const choices = ["chart", "flow", "product", "partner", "measure", "month", "compare", "by", "event", "from", "to"];
if (choices.some((name) => asked.has(name)) || location.hash.includes("rollup=")) root.classList.add("elsewhere");

// Whatever goes wrong before the page's own script can say so: the usual chart shows, and words.
addEventListener(
  "error",
  (event) => {
    const script = event.target instanceof HTMLScriptElement;
    if (root.classList.contains("live") || !(script || event instanceof ErrorEvent)) return;
    root.classList.remove("elsewhere");
    root.classList.add("failed");
    const told = document.getElementById("problems");
    if (!told || !told.hidden) return;
    told.hidden = false;
    told.textContent =
      "The live chart could not be loaded. Shown is the usual chart, as it was when the page was built; reload to try again.";
  },
  true,
);
