/** Checkboxes and radio buttons. */

import { choose, controlAttributes, focusKey } from "./actions.js";
import { freshId, h } from "./dom.js";
import { valueOf } from "./forms.js";
import { textNodes } from "./mrkdwn.js";

export function checkboxes(element, at) {
  const chosen = valueOf(at.surface, at.block, element).selected_options.map((option) => option.value);
  return choices(element, at, "checkbox", chosen, (boxes) => ({
    selected_options: element.options.filter((_, index) => boxes[index].checked),
  }));
}

export function radioButtons(element, at) {
  const chosen = [valueOf(at.surface, at.block, element).selected_option?.value];
  return choices(element, at, "radio", chosen, (boxes) => ({
    selected_option: element.options.find((_, index) => boxes[index].checked) ?? null,
  }));
}

function choices(element, at, type, chosen, read) {
  const name = freshId("choice");
  const { "data-focus": _focus, "data-autofocus": autofocus, ...shared } = controlAttributes(at, element);
  const role = type === "radio" ? "radiogroup" : "group";
  const group = h("div", {
    ...shared,
    class: "choices",
    role,
    "aria-required": role === "group" ? null : shared["aria-required"],
  });
  const boxes = element.options.map((option, index) =>
    h("input", {
      type,
      name,
      value: option.value,
      checked: chosen.includes(option.value),
      "data-focus": `${focusKey(at, element)}|${option.value}`,
      "data-autofocus": autofocus && index === 0,
      onchange,
    }),
  );
  async function onchange() {
    const before = boxes.map((box) => chosen.includes(box.value));
    const value = read(boxes);
    if (await choose(at, element, value, group)) chosen = boxes.filter((box) => box.checked).map((box) => box.value);
    else boxes.forEach((box, index) => (box.checked = before[index]));
  }
  group.append(...boxes.map((box, index) => choice(box, element.options[index])));
  return group;
}

function choice(box, option) {
  const description = option.description ? h("span", { class: "description" }, textNodes(option.description)) : null;
  return h("label", { class: "choice" }, box, h("span", {}, h("span", {}, textNodes(option.text)), description));
}
