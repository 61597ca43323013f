/** A list of suggestions with one active entry: under select menus and under the composer. */

import { freshId, h } from "./dom.js";

/** `take(item)` runs on click or takeActive(); `activate(id)` names the active entry for aria-activedescendant. */
export function suggestionList(id, role, take, activate) {
  const node = h("div", { id, role, class: "suggestions", popover: "manual", "aria-label": "Suggestions" });
  let entries = [];
  let active = -1;

  function entry(item, selected) {
    const description = item.description ? h("span", { class: "description" }, item.description) : null;
    const hint = item.hint ? h("span", { class: "hint" }, item.hint) : null;
    const words = h("span", { class: "line" }, h("span", { class: "text" }, item.text), hint);
    const option = h(
      "div",
      {
        id: freshId("option"),
        role: "option",
        class: "suggestion",
        "aria-label": item.text,
        "aria-description": [item.hint, item.description].filter(Boolean).join(", ") || null,
        "aria-selected": String(selected),
        onmousedown: (event) => event.preventDefault(),
        onclick: () => take(item),
        onmousemove: () =>
          setActive(
            entries.findIndex((each) => each.option === option),
            false,
          ),
      },
      words,
      description,
    );
    return { item, option };
  }

  function setActive(index, scroll = true) {
    if (index === active) return;
    entries[active]?.option.classList.remove("active");
    active = index;
    const option = entries[active]?.option;
    if (!option) return;
    option.classList.add("active");
    if (scroll) option.scrollIntoView({ block: "nearest" });
    activate(option.id);
  }

  /** Shows groups [{label?, items}]; the first selected or else the first entry is active. */
  function offer(groups, selected = []) {
    clear();
    for (const group of groups) {
      const made = group.items.map((item) => entry(item, selected.includes(item.value)));
      entries.push(...made);
      const heading = group.label ? h("div", { class: "suggestion-group", role: "presentation" }, group.label) : null;
      node.append(...[heading, ...made.map((each) => each.option)].filter(Boolean));
    }
    if (entries.length === 0) return say("Nothing found");
    setActive(
      Math.max(
        0,
        entries.findIndex((each) => selected.includes(each.item.value)),
      ),
    );
  }

  function clear() {
    entries = [];
    active = -1;
    node.replaceChildren();
  }

  function say(sentence) {
    clear();
    node.append(h("div", { class: "suggestion-note", role: "option", "aria-disabled": "true" }, sentence));
  }

  return {
    node,
    offer,
    say,
    clear,
    move: (step) => entries.length > 0 && setActive((active + step + entries.length) % entries.length),
    takeActive: () => entries[active] && take(entries[active].item),
    size: () => entries.length,
  };
}
