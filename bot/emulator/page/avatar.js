/** A person's or app's mark: initials on a colour that is always the same for the same id. */

import { h } from "./dom.js";
import { icon } from "./icons.js";

const COLOURS = 8;

export function avatar(id, name, isBot, size = "") {
  const colour = [...id].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)) % 9973, 7) % COLOURS;
  const initials = name
    .split(/\s+/)
    .map((word) => word[0])
    .join("")
    .slice(0, 2)
    .toUpperCase();
  return h(
    "span",
    { class: `avatar colour-${colour} ${isBot ? "bot" : ""} ${size}`, "aria-hidden": "true" },
    isBot ? icon("sparkle") : initials,
  );
}
