/** Date and time, by the browser's own controls. */

import { choose, controlAttributes } from "./actions.js";
import { h } from "./dom.js";
import { valueOf } from "./forms.js";

export function datepicker(element, at) {
  return picker(
    element,
    at,
    "date",
    "selected_date",
    (text) => text,
    (value) => value,
  );
}

export function timepicker(element, at) {
  return picker(
    element,
    at,
    "time",
    "selected_time",
    (text) => text,
    (value) => value,
  );
}

/** Slack counts whole seconds since 1970; the browser shows local time. */
export function datetimepicker(element, at) {
  const toSeconds = (text) => Math.floor(new Date(text).getTime() / 1000);
  const toLocal = (seconds) => {
    const local = new Date(seconds * 1000);
    return new Date(local.getTime() - local.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
  };
  return picker(element, at, "datetime-local", "selected_date_time", toSeconds, toLocal);
}

function picker(element, at, type, field, read, write) {
  const shown = () => {
    const value = valueOf(at.surface, at.block, element)[field];
    return value === null ? "" : write(value);
  };
  const onchange = async (event) => {
    const control = event.currentTarget;
    if (!(await choose(at, element, { [field]: control.value ? read(control.value) : null }, control))) control.value = shown();
  };
  return h("input", { ...controlAttributes(at, element), type, class: "text-field short", value: shown(), onchange });
}
