import { CHOICES } from "../util/parameters.js";

/**
 * `<xenotime-chart chart="season" month="2024-11" theme="light">`: a chart's frame, for hosts that
 * allow scripts. Its attributes are the address's parameters; what they ask for the frame shows, as
 * high as the chart is. `lock` needs no value. `theme="host"` is the one that the host's own style gives
 * the element: an address cannot know it.
 */

const NAMES = [...CHOICES, "theme", "lang", "show", "background", "lock"];
const SANDBOX = "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-downloads";
/** Until the frame has told its height; and what no chart exceeds. */
const FIRST = 640;
const MOST = 5000;

/** Where the script lies, the page lies too. */
const script = document.currentScript;
const home = script instanceof HTMLScriptElement ? new URL(".", script.src) : new URL(".", location.href);

/** The colour scheme that the host's page says it has, in its head. */
function schemeOfHead() {
  /** @type {HTMLMetaElement | null} */
  const told = document.querySelector('meta[name="color-scheme" i]');
  return told?.content.toLowerCase() ?? "";
}

/** The charts that have a page of their own for frames, the usual one first: the build writes here which it drew. */
const drawn = "{{drawn}}".split(" ");

/** The page for a frame of a chart. @param {string | undefined} chart */
const pageOf = (chart) => (chart && drawn.includes(chart) ? `frame-${chart}.html` : "index.html");

class XenotimeChart extends HTMLElement {
  static observedAttributes = NAMES;

  #frame = document.createElement("iframe");

  /** The device's theme, which hosts with both follow. */
  #device = matchMedia("(prefers-color-scheme: dark)");

  /** Whoever writes the chart's name between the tags may do so after the element is there: a page's parser does. */
  #naming = new MutationObserver(() => this.#name());

  constructor() {
    super();
    // Without a slot what stands between the tags is not shown: it is for where no script runs.
    this.attachShadow({ mode: "open" });
    const { style } = this.#frame;
    style.width = "100%";
    style.border = "0";
    this.#frame.height = `${FIRST}`;
    this.#frame.loading = "lazy";
    this.#frame.setAttribute("sandbox", SANDBOX);
  }

  connectedCallback() {
    this.style.display = "block";
    this.#name();
    this.#naming.observe(this, { childList: true, characterData: true, subtree: true });
    this.#ask();
    // Not before it has an address: a browser would load an empty page.
    this.shadowRoot?.append(this.#frame);
    addEventListener("message", this.#hear);
    this.#device.addEventListener("change", this.#ask);
  }

  disconnectedCallback() {
    this.#naming.disconnect();
    removeEventListener("message", this.#hear);
    this.#device.removeEventListener("change", this.#ask);
  }

  attributeChangedCallback() {
    if (this.isConnected) this.#ask();
  }

  #name() {
    this.#frame.title = this.getAttribute("title") || this.textContent?.trim() || "Chart";
  }

  /** The theme of the page around it, by the colour scheme that its style has here. */
  #host() {
    const styled = getComputedStyle(this).colorScheme;
    // Where no style sheet says it, the page's head may.
    const scheme = styled === "normal" ? schemeOfHead() : styled;
    const dark = scheme.includes("dark") && (!scheme.includes("light") || this.#device.matches);
    return dark ? "dark" : "light";
  }

  #ask = () => {
    const address = new URL(pageOf(this.getAttribute("chart") ?? drawn[0]), home);
    for (const name of NAMES) {
      const value = this.getAttribute(name);
      const hosts = name === "theme" && value === "host";
      // What is locked says so by being there.
      if (value || (name === "lock" && value === "")) address.searchParams.set(name, hosts ? this.#host() : value);
      // For a frame that may run no script.
      if (name === "theme" && value) address.hash = hosts ? this.#host() : value;
    }
    address.search += `${address.search ? "&" : "?"}embed`;
    if (this.#frame.src !== address.href) this.#frame.src = address.href;
  };

  /** @param {MessageEvent} event */
  #hear = ({ source, origin, data }) => {
    // A page opened from disk has no origin, and says “null”.
    const ours = origin === home.origin || origin === "null";
    if (!ours || source !== this.#frame.contentWindow || data?.sender !== "xenotime" || data.version !== 1) return;
    if (data.height > 0 && data.height < MOST) this.#frame.height = `${Math.ceil(data.height)}`;
  };
}

if (!customElements.get("xenotime-chart")) customElements.define("xenotime-chart", XenotimeChart);
