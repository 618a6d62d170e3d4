/**
 * A pinned file in another page's frame: folded to its chart and as high as that, so that a finger on it
 * scrolls the article. Without scripts everything stays unfolded.
 */
(() => {
  "use strict";

  if (parent === window) return;
  const folded = document.querySelectorAll("details");
  /** @param {boolean} open */
  const fold = (open) => {
    for (const part of folded) part.open = open;
  };
  fold(false);
  addEventListener("beforeprint", () => fold(true));
  // Where a sandbox forbids new pages: the address.
  addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (link?.target !== "_blank") return;
    event.preventDefault();
    const opened = open(link.href);
    if (opened) {
      opened.opener = null;
      return;
    }
    const field = document.querySelector("input");
    const label = field?.parentElement;
    if (!field || !label) return;
    label.hidden = false;
    field.value = link.href;
    field.focus();
    field.select();
  });
  new ResizeObserver(() => {
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    // A height is no secret, and the host's origin cannot be known in a sandbox.
    parent.postMessage({ sender: "xenotime", version: 1, type: "height", id: window.name, height }, "*");
  }).observe(document.body);
})();
