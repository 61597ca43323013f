/** Completion in the composer: slash commands at the start, @people anywhere; the usage of a command stays in view. */

import { freshId, h } from "./dom.js";
import { state } from "./state.js";
import { suggestionList } from "./suggestions.js";

export function completion(box, changed) {
  const id = freshId("completion");
  const list = suggestionList(id, "listbox", take, (active) => box.setAttribute("aria-activedescendant", active));
  const hint = h("div", { class: "usage", role: "status", hidden: true });
  list.node.removeAttribute("popover");
  list.node.classList.add("above");
  list.node.hidden = true;
  box.setAttribute("aria-controls", id);
  let offer = null;

  function update() {
    offer = commandOffer(box) ?? personOffer(box);
    list.node.hidden = !offer;
    if (offer) list.offer([{ label: offer.label, items: offer.items }]);
    else box.removeAttribute("aria-activedescendant");
    showUsage();
  }

  function showUsage() {
    const [word] = box.value.split(/\s/, 1);
    const command = box.value.length > word.length ? state.commands.find((each) => each.command === word) : null;
    hint.hidden = !command;
    hint.replaceChildren(
      ...(command ? [h("code", {}, `${command.command} ${command.usage_hint ?? ""}`), " ", command.description ?? ""] : []),
    );
  }

  function close() {
    offer = null;
    list.node.hidden = true;
    list.clear();
    box.removeAttribute("aria-activedescendant");
  }

  function take(item) {
    const { start, end } = offer;
    box.setRangeText(`${item.insert} `, start, end, "end");
    close();
    changed();
  }

  /** True when the key was for the list. */
  function takes(event) {
    if (!offer) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) list.move(step);
    else if (event.key === "Escape") close();
    else if (event.key === "Tab" && !event.shiftKey) list.takeActive();
    else if (event.key === "Enter" && !event.shiftKey && !offer.complete) list.takeActive();
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  }

  return { list: list.node, hint, update, close, takes };
}

/** A command word is complete once typed whole: Enter then sends instead of completing. */
function commandOffer(box) {
  const word = box.value;
  if (!/^\/\S*$/.test(word)) return null;
  const items = state.commands
    .filter((command) => command.command.startsWith(word))
    .map((command) => ({
      value: command.command,
      text: command.command,
      hint: command.usage_hint,
      description: command.description,
      insert: command.command,
    }));
  if (items.length === 0) return null;
  return { label: "Slash commands", items, start: 0, end: word.length, complete: items.some((item) => item.value === word) };
}

function personOffer(box) {
  const before = box.value.slice(0, box.selectionStart);
  const match = /(?:^|\s)@([\p{L}\d_-]*)$/u.exec(before);
  if (!match) return null;
  const items = state.people
    .filter((person) => person.name.toLowerCase().startsWith(match[1].toLowerCase()))
    .map((person) => ({ value: person.id, text: `@${person.name}`, hint: person.title, insert: `@${person.name}` }));
  return items.length > 0
    ? { label: "People and apps", items, start: before.length - match[1].length - 1, end: before.length }
    : null;
}
