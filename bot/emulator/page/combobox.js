/** One select widget for all: type to filter, arrows to move, Enter to choose, Escape to leave. Many choices become chips. */

import { freshId, h } from "./dom.js";
import { icon } from "./icons.js";
import { place } from "./place.js";
import { suggestionList } from "./suggestions.js";

/** `load(query)` gives groups of items {value, text, description?}; `change(items, control)` answers false to refuse the choice. */
export function combobox({ attributes, placeholder, many, maximum, clearable, chosen, load, shortest, change }) {
  let picked = chosen;
  let asked = 0;
  const listId = freshId("list");
  const input = h("input", {
    ...attributes,
    type: "text",
    role: "combobox",
    class: "combobox-input",
    autocomplete: "off",
    "aria-autocomplete": "list",
    "aria-expanded": "false",
    "aria-controls": listId,
    onfocus: () => input.select(),
    onclick: () => open(),
    oninput: () => open(input.value),
    onkeydown,
    onblur: () => close(),
  });
  const chips = h("span", { class: "chips" });
  const clear = h(
    "button",
    { type: "button", class: "icon-button small", "aria-label": "Clear", onclick: () => pick([]) },
    icon("close"),
  );
  const list = suggestionList(
    listId,
    "listbox",
    (item) => toggle(item),
    (id) => input.setAttribute("aria-activedescendant", id),
  );
  const root = h("div", { class: "combobox" }, chips, input, clear, icon("chevron", "small"), list.node);
  show();
  return root;

  function show() {
    input.value = many ? "" : (picked[0]?.text ?? "");
    input.placeholder = many && picked.length > 0 ? "" : placeholder;
    clear.hidden = many || !clearable || picked.length === 0;
    chips.replaceChildren(...(many ? picked.map(chip) : []));
  }

  function chip(item) {
    const remove = () => pick(picked.filter((other) => other !== item));
    const cross = h(
      "button",
      { type: "button", class: "icon-button tiny", "aria-label": `Remove ${item.text}`, onclick: remove },
      icon("close"),
    );
    return h("span", { class: "chip" }, item.text, cross);
  }

  async function open(query = "") {
    const turn = (asked += 1);
    if (query.length < shortest)
      return (list.say(`Type ${shortest === 1 ? "a letter" : `${shortest} letters`} to search`), reveal());
    list.say("Looking…");
    reveal();
    try {
      const groups = await load(query);
      if (turn === asked)
        list.offer(
          groups,
          picked.map((item) => item.value),
        );
    } catch (problem) {
      if (turn === asked) list.say(problem.message);
    }
  }

  function reveal() {
    if (document.activeElement !== input) return;
    input.setAttribute("aria-expanded", "true");
    if (!list.node.matches(":popover-open")) list.node.showPopover();
    place(list.node, root, { match: true });
  }

  function close() {
    asked += 1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
    if (list.node.isConnected && list.node.matches(":popover-open")) list.node.hidePopover();
    list.clear();
    input.value = many ? "" : (picked[0]?.text ?? "");
  }

  function toggle(item) {
    const has = picked.some((other) => other.value === item.value);
    if (!many) return pick([item]);
    if (has) return pick(picked.filter((other) => other.value !== item.value));
    if (picked.length >= maximum) return list.say(`No more than ${maximum}`);
    return pick([...picked, item]);
  }

  async function pick(items) {
    const before = picked;
    picked = items;
    show();
    close();
    if ((await change(items, input)) === false) {
      picked = before;
      show();
    }
  }

  function onkeydown(event) {
    const isOpen = input.getAttribute("aria-expanded") === "true";
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (isOpen) list.move(event.key === "ArrowDown" ? 1 : -1);
      else open();
    } else if (event.key === "Enter") {
      event.preventDefault();
      if (isOpen) list.takeActive();
      else open();
    } else if (event.key === "Escape" && isOpen) {
      event.stopPropagation();
      event.preventDefault();
      close();
    } else if (event.key === "Backspace" && many && input.value === "" && picked.length > 0) {
      pick(picked.slice(0, -1));
    }
  }
}
