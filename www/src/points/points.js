/**
 * Points of a drawing made beforehand, to hover, touch and walk by keyboard: in a pinned file, and on the
 * first page until its module takes over. Their words lie beside it as JSON.
 */
(() => {
  "use strict";

  /**
   * @typedef {object} Points
   * @property {boolean} rows Whether the vertical axis is one of rows.
   * @property {boolean} [plane] Whether there are no axes.
   * @property {[source: string, place: string, comma: string, colon: string]} words What stands before sources, and a
   *   point's place, with stars for its number and their count.
   * @property {string[]} sources Safe HTML.
   * @property {[places: number[], group: number, series: string, period: string, value: string, status: string, note: string, sources: (number | number[])[]][]} points
   *   The places: across and down, of each drawing. The sources: those of one publisher together.
   */

  const SPACE = "http://www.w3.org/2000/svg";
  /** Points nearer than this along the axis stand in one column. */
  const COLUMN = 0.75;
  const FAR = 12;

  /** @param {HTMLElement} plot */
  function start(plot) {
    const data = document.getElementById("points");
    const readout = document.getElementById("readout");
    const caption = readout?.parentElement;
    const spoken = document.getElementById("spoken");
    // A page that was asked for another view than the one drawn waits for its module.
    const elsewhere = document.documentElement.classList.contains("elsewhere");
    if (!data?.textContent || !readout || !caption || !spoken || elsewhere) return;
    /** @type {Points} */
    const { rows, plane, words: [source, numbered, comma, colon], sources, points } = JSON.parse(data.textContent);
    if (points.length === 0) return;
    if (readout.dataset["hint"]) readout.append(Object.assign(document.createElement("p"), { textContent: readout.dataset["hint"] }));
    const rest = Array.from(readout.childNodes);
    let width = 0;
    const tip = document.createElement("div");
    tip.className = "tip";
    tip.hidden = true;
    tip.setAttribute("aria-hidden", "true");
    plot.append(tip);
    plot.tabIndex = 0;
    plot.setAttribute("role", "application");
    plot.setAttribute("aria-roledescription", "chart");
    plot.setAttribute("aria-label", plot.dataset["points"] ?? "");

    /** @type {number | undefined} */
    let current;
    /** @type {SVGGElement | undefined} */
    let ring;

    /** The drawing on screen, its scale and where a point's places in it begin. */
    function drawing() {
      for (const svg of plot.querySelectorAll("svg")) {
        const box = svg.getBoundingClientRect();
        if (box.width > 0) {
          const scale = box.width / svg.viewBox.baseVal.width;
          return { svg, box, scale, at: 2 * Number(svg.closest("[data-at]")?.getAttribute("data-at")) };
        }
      }
      return undefined;
    }

    /** @param {number} index @param {number} at */
    const place = (index, at) => /** @type {[number, number]} */ (points[index]?.[0].slice(at, at + 2) ?? [0, 0]);

    /** @param {PointerEvent} event */
    function nearest(event) {
      const shown = drawing();
      if (!shown) return undefined;
      const x = (event.clientX - shown.box.left) / shown.scale;
      const y = (event.clientY - shown.box.top) / shown.scale;
      const away = points.map((_, index) => {
        const [across, down] = place(index, shown.at);
        if (plane) return [0, Math.hypot(across - x, down - y)];
        const off = [Math.abs(across - x), Math.abs(down - y)];
        return rows ? off.reverse() : off;
      });
      const least = Math.min(...away.map(([along = 0]) => along));
      let found = 0;
      let best = Infinity;
      away.forEach(([along = 0, beside = 0], index) => {
        if (along < least + COLUMN && beside < best) [found, best] = [index, beside];
      });
      return found;
    }

    /** @param {number} from @param {string} key */
    function step(from, key) {
      const group = points[from]?.[1];
      const own = points.flatMap((point, index) => (point[1] === group ? [index] : []));
      // Bars stand alone in their rows: their first and last are those of the chart.
      const line = own.length > 1 || !/^(Home|End)$/.test(key) ? own : [...points.keys()];
      const here = line.indexOf(from);
      const last = line.length - 1;
      /** @type {Record<string, number>} */
      const along = {
        ArrowLeft: here - 1,
        ArrowRight: here + 1,
        PageUp: here - FAR,
        PageDown: here + FAR,
        Home: 0,
        End: last,
      };
      const to = along[key];
      if (to !== undefined) return line[Math.min(Math.max(to, 0), last)];
      if (key !== "ArrowUp" && key !== "ArrowDown") return undefined;
      const [x, y] = place(from, 0);
      const sign = key === "ArrowUp" ? -1 : 1;
      const apart = points.flatMap((point, index) => {
        const [otherX, otherY] = place(index, 0);
        const [across, down] = [Math.abs(otherX - x), (otherY - y) * sign];
        const away = rows ? [down, across] : [across, down];
        return point[1] === group ? [] : [{ index, away, across, down }];
      });
      // Where another line has a point in the same column, none is left for another column.
      const column = !rows && apart.some(({ across }) => across === 0);
      const others = apart.filter(({ across, down }) => down > 0 && !(column && across > 0));
      others.sort((one, other) => (one.away[0] ?? 0) - (other.away[0] ?? 0) || (one.away[1] ?? 0) - (other.away[1] ?? 0));
      return others[0]?.index ?? from;
    }

    /** @param {string} text */
    function strong(text) {
      const made = document.createElement("strong");
      made.textContent = text;
      return made;
    }

    /** @param {Points["points"][number]} point */
    const nameOf = (point) => [point[2], point[3]].filter(Boolean).join(comma);

    /** @param {Points["points"][number]} point */
    function paragraphs(point) {
      const [, , , , value, status, note, from] = point;
      const words = document.createElement("p");
      words.append(strong(`${nameOf(point)}${colon}${value}`), ` · ${status}`);
      if (note) words.append(` · ${note}`);
      const credit = document.createElement("p");
      // The library escaped every word of it. Blanks stand where they stand after commas.
      credit.innerHTML = from.length ? source + from.map((own) => [own].flat().map((one) => sources[one]).join(comma.slice(1))).join(comma) : "";
      return [words, credit];
    }

    /** @param {number | undefined} index @param {boolean} aloud */
    function show(index, aloud) {
      const point = index === undefined ? undefined : points[index];
      const shown = drawing();
      if (index === undefined || !point || !shown || !readout || !caption || !spoken) return;
      current = index;
      const [, , series, period, value, status, note] = point;
      mark(shown, place(index, shown.at));
      tip.replaceChildren(strong(value), ` ${nameOf(point)}`);
      tip.hidden = false;
      const [x, y] = place(index, shown.at).map((length) => length * shown.scale);
      const top = (y ?? 0) - tip.offsetHeight - 14;
      const left = Math.min(Math.max((x ?? 0) - tip.offsetWidth / 2, 0), shown.box.width - tip.offsetWidth);
      tip.style.left = `${left}px`;
      tip.style.top = `${top < 0 ? (y ?? 0) + 14 : top}px`;
      // As high as at rest: pointing moves nothing.
      if (width !== innerWidth) {
        width = innerWidth;
        readout.replaceChildren(...rest);
        caption.style.height = "";
        caption.style.height = getComputedStyle(caption).height;
      }
      readout.replaceChildren(...paragraphs(point));
      if (!aloud) return;
      const said = [series, period, value, status, note].filter(Boolean).join(comma);
      const numbers = [index + 1, points.length];
      spoken.textContent = `${said}. ${numbered.replace(/\*/g, () => String(numbers.shift()))}`;
    }

    /** @param {{ svg: SVGSVGElement }} shown @param {[number, number]} at */
    function mark({ svg }, [x, y]) {
      ring?.remove();
      ring = document.createElementNS(SPACE, "g");
      for (const [radius, token] of /** @type {const} */ ([[8, "paper"], [6, "ink"], [3, "paper"]])) {
        const disc = document.createElementNS(SPACE, "circle");
        disc.setAttribute("cx", `${x}`);
        disc.setAttribute("cy", `${y}`);
        disc.setAttribute("r", `${radius}`);
        disc.setAttribute("fill", `var(--${token})`);
        ring.append(disc);
      }
      svg.append(ring);
    }

    function hide() {
      current = undefined;
      tip.hidden = true;
      ring?.remove();
    }

    const start = () => Number(plot.dataset["start"] ?? points.length - 1);
    const listening = new AbortController();
    const { signal } = listening;
    for (const kind of /** @type {const} */ (["pointermove", "pointerdown"])) {
      plot.addEventListener(kind, (event) => show(nearest(event), false), { signal });
    }
    plot.addEventListener("pointerleave", (event) => {
      // A finger leaves as soon as it is lifted; what it touched stays to be read.
      if (event.pointerType === "mouse" && document.activeElement !== plot) hide();
    }, { signal });
    plot.addEventListener("focus", () => {
      if (current === undefined && plot.matches(":focus-visible")) show(start(), true);
    }, { signal });
    plot.addEventListener("blur", hide, { signal });
    plot.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === "Escape") return hide();
      const to = step(current ?? start(), event.key);
      if (to === undefined) return;
      show(to, true);
      event.preventDefault();
    }, { signal });
    addEventListener("resize", () => show(current, false), { signal });

    // On the first page the module draws over this, and takes over.
    new MutationObserver((_, observer) => {
      if (!plot.classList.contains("drawn")) return;
      observer.disconnect();
      listening.abort();
      hide();
      tip.remove();
      for (const name of ["tabindex", "role", "aria-roledescription", "aria-label"]) plot.removeAttribute(name);
    }).observe(plot, { attributeFilter: ["class"] });
  }

  for (const plot of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".plot[data-points]"))) start(plot);
})();
