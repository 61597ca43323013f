/** What this page cannot draw is said, not hidden. */

import { h } from "./dom.js";
import { icon } from "./icons.js";

export function placeholder({ type }) {
  const words = `Local Slack does not draw “${type}” yet. Slack may.`;
  return h("span", { class: "placeholder", "data-placeholder": type }, icon("info"), words);
}
