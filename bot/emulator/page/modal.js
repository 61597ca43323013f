/** The stack of modals: only the top one is shown, the ones below wait with everything typed in them. */

import { gesture } from "./api.js";
import { showBlocks, showErrors } from "./blocks.js";
import { h } from "./dom.js";
import { collect, forget, viewSurface } from "./forms.js";
import { icon } from "./icons.js";
import { withEmoji } from "./emoji.js";
import { reconcile } from "./reconcile.js";
import { refresh, state } from "./state.js";
import { problems } from "./validate.js";
import { complain } from "./toasts.js";
import { trapFocus } from "./focus.js";

const host = document.getElementById("modals");
const frame = document.getElementById("frame");

/** What the page itself found wrong, and which views are being sent: by view id. */
const found = new Map();
const sending = new Set();
let opener = null;
let top = null;

export function renderModals() {
  const views = state.modals;
  const newTop = views.at(-1)?.id ?? null;
  if (newTop && !top) opener = document.activeElement;
  reconcile(
    host,
    views.map((view) => ({
      key: view.id,
      mark: view.id,
      build: () => shell(view.id),
      patch: (node) => show(node, view, view.id === newTop),
    })),
  );
  forget((key) => key.startsWith("view:") && !views.some((view) => key === `view:${view.id}`));
  frame.inert = views.length > 0;
  if (newTop !== top) moveFocus(newTop);
  top = newTop;
}

function moveFocus(id) {
  if (!id)
    return opener?.isConnected && opener !== document.body ? opener.focus() : document.querySelector("[data-composer]")?.focus();
  const dialog = host.lastElementChild;
  const wanted = dialog.querySelector("[data-autofocus]") ?? dialog.querySelector(".modal-body :is(input, textarea, button)");
  (wanted ?? dialog.querySelector(".modal-close")).focus();
}

function shell(id) {
  const dialog = h("div", { class: "modal", role: "dialog", "aria-modal": "true", "data-view-id": id, tabindex: "-1" });
  const form = h(
    "form",
    { class: "modal-form", novalidate: true },
    h(
      "header",
      { class: "modal-header" },
      h("h2", {}),
      h(
        "button",
        { type: "button", class: "icon-button modal-close", "aria-label": "Close dialog", onclick: () => close(id, true) },
        icon("close"),
      ),
    ),
    h("div", { class: "modal-notice", role: "alert", hidden: true }),
    h("div", { class: "modal-body" }),
    h("footer", { class: "modal-footer" }),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    submit(dialog);
  });
  form.addEventListener("edited", (event) => forgive(dialog, event.target));
  dialog.addEventListener("keydown", (event) => onkeydown(event, dialog));
  dialog.append(form);
  return dialog;
}

function show(dialog, view, isTop) {
  const busy = view.busy || sending.has(view.id);
  dialog.view = view;
  dialog.hidden = !isTop;
  dialog.setAttribute("aria-label", withEmoji(view.title.text));
  dialog.setAttribute("aria-busy", String(busy));
  dialog.querySelector("h2").textContent = withEmoji(view.title.text);
  const body = dialog.querySelector(".modal-body");
  showBlocks(body, viewSurface(view));
  const homeless = showErrors(body, found.get(view.id) ?? view.errors ?? {});
  const notice = dialog.querySelector(".modal-notice");
  const words = [view.notice, ...homeless].filter(Boolean).join(" ");
  notice.hidden = !words;
  if (notice.textContent !== words) notice.textContent = words;
  showFooter(dialog.querySelector(".modal-footer"), view, busy);
}

function showFooter(footer, view, busy) {
  const closeText = view.close?.text ?? (view.submit ? "Cancel" : "Close");
  const build = (className, text, attributes) =>
    h("button", { class: className, "data-focus": `${view.id}|${className}`, ...attributes }, withEmoji(text));
  const entries = [
    { key: "close", mark: closeText, build: () => build("button", closeText, { type: "button", onclick: () => close(view.id) }) },
  ];
  const submitText = view.submit?.text ?? (view.blocks.some((block) => block.type === "input") ? "Submit" : null);
  if (submitText) {
    const patch = (button) => {
      button.setAttribute("aria-disabled", String(busy));
      button.classList.toggle("busy", busy);
    };
    entries.push({
      key: "submit",
      mark: submitText,
      build: () => build("button primary", submitText, { type: "submit" }),
      patch,
    });
  }
  reconcile(footer, entries);
}

async function submit(dialog) {
  const view = dialog.view;
  if (sending.has(view.id)) return;
  const values = collect(`view:${view.id}`);
  const wrong = problems(view.blocks, values);
  found.set(view.id, wrong);
  if (Object.keys(wrong).length === 0) await send(view, values);
  if (!dialog.isConnected) return;
  show(dialog, dialog.view, !dialog.hidden);
  dialog.querySelector("[aria-invalid]:is(input, textarea), [aria-invalid] input")?.focus();
}

async function send(view, values) {
  sending.add(view.id);
  renderModals();
  const answer = await gesture("submit", { view_id: view.id, values });
  sending.delete(view.id);
  if (answer.errors) found.set(view.id, answer.errors);
  else found.delete(view.id);
  if (!answer.errors) complain(answer);
  await refresh();
}

/** An error stands until its field is edited. */
function forgive(dialog, control) {
  const { view } = dialog;
  const errors = { ...(found.get(view.id) ?? view.errors ?? {}) };
  delete errors[control.closest("[data-block-id]")?.dataset.blockId];
  found.set(view.id, errors);
  showErrors(dialog.querySelector(".modal-body"), errors);
}

/** `all` is the cross in the corner: Slack clears the whole stack with it. */
async function close(id, all = false) {
  await gesture("close", { view_id: id, all });
  await refresh();
}

function onkeydown(event, dialog) {
  if (event.key === "Escape") close(dialog.view.id);
  else if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) submit(dialog);
  else if (event.key === "Tab") return trapFocus(event, dialog);
  else return;
  event.preventDefault();
}
