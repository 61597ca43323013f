/** Slack's own notices, and ours, in a corner. Errors stay until they are dismissed or the person goes elsewhere. */

import { gesture } from "./api.js";
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { reconcile } from "./reconcile.js";
import { state } from "./state.js";

const host = document.getElementById("toasts");
const SECONDS_OF_AN_INFO = 6;
let own = [];
let count = 0;

window.addEventListener("hashchange", () => all().forEach(({ id }) => dismiss(id)));

/** Shows a notice of the page itself. */
export function toast(text, kind = "error") {
  count += 1;
  const id = `own-${count}`;
  own.push({ id, kind, text });
  renderToasts();
}

/** Says why a gesture was refused, unless the workspace shows it anyway: as a toast, on the message or in the window. */
export function complain(answer) {
  if (!answer.ok && answer.error) toast(answer.notice ?? answer.error);
}

export function renderToasts() {
  reconcile(
    host,
    all().map((each) => ({ key: String(each.id), mark: each.text, build: () => draw(each) })),
  );
}

function all() {
  return [...(state?.toasts ?? []), ...own];
}

function draw({ id, kind, text }) {
  if (kind === "info") setTimeout(() => dismiss(id), SECONDS_OF_AN_INFO * 1000);
  return h(
    "div",
    { class: `toast ${kind}`, role: kind === "error" ? "alert" : "status" },
    icon(kind === "error" ? "warning" : "info"),
    h("p", {}, text),
    h(
      "button",
      { type: "button", class: "icon-button small", "aria-label": "Dismiss notice", onclick: () => dismiss(id) },
      icon("close"),
    ),
  );
}

async function dismiss(id) {
  const isOwn = own.some((each) => each.id === id);
  own = own.filter((each) => each.id !== id);
  renderToasts();
  if (!isOwn) await gesture("dismiss_toast", { id });
}
