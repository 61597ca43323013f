/** Text inputs. What is typed is kept at every keystroke; what is dispatched follows dispatch_action_config. */

import { controlAttributes, dispatches, press } from "./actions.js";
import { h } from "./dom.js";
import { setValue, valueOf } from "./forms.js";
import { placeholder } from "./placeholder.js";

export function plainTextInput(element, at) {
  return textControl(element, at, element.multiline ? "textarea" : "input", element.multiline ? { rows: "4" } : { type: "text" });
}

export function emailInput(element, at) {
  return textControl(element, at, "input", { type: "text", inputmode: "email", autocomplete: "off" });
}

export function urlInput(element, at) {
  return textControl(element, at, "input", { type: "text", inputmode: "url", autocomplete: "off" });
}

export function numberInput(element, at) {
  return textControl(element, at, "input", {
    type: "text",
    inputmode: element.is_decimal_allowed ? "decimal" : "numeric",
    autocomplete: "off",
  });
}

function textControl(element, at, tag, attributes) {
  const triggers = element.dispatch_action_config?.trigger_actions_on ?? ["on_enter_pressed"];
  const send = (control) => dispatches(at.block) && press(at, element, { value: control.value || null }, control);
  const oninput = (event) => {
    const control = event.currentTarget;
    setValue(at.surface, at.block, element, { value: control.value || null });
    control.dispatchEvent(new CustomEvent("edited", { bubbles: true }));
    count(control, element.max_length);
    if (triggers.includes("on_character_entered")) send(control);
  };
  const onkeydown = (event) => {
    if (event.key !== "Enter" || event.isComposing || tag === "textarea") return;
    if (!dispatches(at.block) || !triggers.includes("on_enter_pressed")) return;
    event.preventDefault();
    send(event.currentTarget);
  };
  const control = h(tag, {
    ...controlAttributes(at, element),
    ...attributes,
    class: "text-field",
    placeholder: element.placeholder?.text,
    value: valueOf(at.surface, at.block, element).value ?? "",
    oninput,
    onkeydown,
  });
  if (!element.max_length) return control;
  const wrap = h("span", { class: "counted" }, control, h("span", { class: "count", "aria-hidden": "true" }));
  count(control, element.max_length);
  return wrap;
}

/** How much room is left, once that is worth knowing. */
function count(control, maximum) {
  const label = control.nextElementSibling;
  if (!maximum || !label) return;
  const left = maximum - [...control.value].length;
  label.textContent = left <= Math.max(20, maximum * 0.2) ? String(left) : "";
  label.classList.toggle("over", left < 0);
}

/** Typed as plain text and sent as rich text of one section. */
export function richTextInput(element, at) {
  const section = valueOf(at.surface, at.block, element).rich_text_value?.elements?.[0];
  const simple =
    !section || (section.type === "rich_text_section" && section.elements.every((part) => part.type === "text" && !part.style));
  if (!simple) return placeholder(element);
  const oninput = (event) => {
    const text = event.currentTarget.value;
    const value = { type: "rich_text", elements: [{ type: "rich_text_section", elements: [{ type: "text", text }] }] };
    setValue(at.surface, at.block, element, { rich_text_value: text ? value : null });
    event.currentTarget.dispatchEvent(new CustomEvent("edited", { bubbles: true }));
  };
  const value = section?.elements.map((part) => part.text).join("") ?? "";
  const rows = String(element.min_lines ?? 4);
  return h("textarea", {
    ...controlAttributes(at, element),
    class: "text-field",
    rows,
    placeholder: element.placeholder?.text,
    value,
    oninput,
  });
}
