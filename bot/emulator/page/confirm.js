/** Slack's confirm object as a dialog. */

import { freshId, h } from "./dom.js";
import { textNodes } from "./mrkdwn.js";

/** True when the person goes ahead; Escape means no. */
export function askConfirm({ title, text, confirm, deny, style }) {
  const heading = title?.text ?? "Are you sure?";
  const textId = freshId("confirm");
  return new Promise((resolve) => {
    const dialog = h("dialog", { class: "confirm", "aria-label": heading, "aria-describedby": textId });
    const answer = (label, value, className) =>
      h("button", { type: "button", class: className, onclick: () => dialog.close(value) }, label);
    dialog.append(
      h("h2", {}, heading),
      h("div", { id: textId, class: "confirm-text" }, textNodes(text)),
      h(
        "div",
        { class: "dialog-actions" },
        answer(deny?.text ?? "No", "no", "button"),
        answer(confirm?.text ?? "Yes", "yes", style === "danger" ? "button danger solid" : "button primary"),
      ),
    );
    dialog.addEventListener("keydown", (event) => event.stopPropagation());
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue === "yes");
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}
