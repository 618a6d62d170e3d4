import { leadToLanguage } from "../util/language.js";

leadToLanguage();

// What a host page needs beside the frames, if it wants them as high as their charts: it hears only its
// own frames, of these only the host that each was taken from, and only heights that can be meant.
addEventListener("message", ({ data, origin, source }) => {
  const { sender, version, height } = data ?? {};
  if (sender !== "xenotime" || version !== 1 || !(height > 0 && height < 5000)) return;
  for (const frame of document.querySelectorAll("iframe")) {
    // A frame whose sandbox gives it no origin of its own says “null”, and so does a page from a folder.
    const confined = frame.sandbox.length > 0 && !frame.sandbox.contains("allow-same-origin");
    const expected = confined || location.protocol === "file:" ? "null" : new URL(frame.src).origin;
    if (frame.contentWindow === source && origin === expected) frame.style.height = `${height}px`;
  }
});
