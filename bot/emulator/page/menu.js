/** A menu under a button: arrows move, Enter chooses, Escape or a click outside leaves. */

import { freshId, h } from "./dom.js";
import { place } from "./place.js";

/** Items are {text, description?, danger?, href?, run()} or {heading}. */
export function openMenu(anchor, items, label) {
  const menu = h("div", { class: "menu", role: "menu", popover: "auto", "aria-label": label });
  menu.append(
    ...items.map((item) =>
      item.heading ? h("div", { class: "menu-heading", role: "presentation" }, item.heading) : entry(item, close),
    ),
  );
  const choices = [...menu.querySelectorAll("[role^=menuitem]")];
  menu.addEventListener("keydown", onkeydown);
  menu.addEventListener("toggle", (event) => event.newState === "closed" && leave());
  (anchor.closest("[role=dialog]") ?? document.body).append(menu);
  menu.showPopover();
  place(menu, anchor, { end: anchor.getBoundingClientRect().left > window.innerWidth / 2 });
  anchor.setAttribute("aria-expanded", "true");
  choices[0]?.focus();

  function close() {
    menu.hidePopover();
  }

  function leave() {
    const hadFocus = menu.contains(document.activeElement) || document.activeElement === document.body;
    menu.remove();
    anchor.setAttribute("aria-expanded", "false");
    if (hadFocus) anchor.focus();
  }

  function onkeydown(event) {
    const at = choices.indexOf(document.activeElement);
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: choices.length - 1 }[event.key];
    if (next !== undefined) choices[(next + choices.length) % choices.length]?.focus();
    else if (event.key === "Escape" || event.key === "Tab") close();
    else return;
    event.stopPropagation();
    event.preventDefault();
  }
}

function entry({ text, description, danger, href, checked, run }, close) {
  const [textId, descriptionId] = [freshId("item"), freshId("about")];
  const words = [
    h("span", { id: textId, class: "text" }, text),
    description ? h("span", { id: descriptionId, class: "description" }, description) : null,
  ];
  const shared = {
    role: checked === undefined ? "menuitem" : "menuitemradio",
    class: danger ? "menu-item danger" : "menu-item",
    tabindex: "-1",
    "aria-labelledby": textId,
    "aria-describedby": description ? descriptionId : null,
    "aria-checked": checked === undefined ? null : String(checked),
  };
  if (href) return h("a", { ...shared, href }, words);
  const onclick = () => {
    close();
    run();
  };
  return h("button", { ...shared, type: "button", onclick }, words);
}
