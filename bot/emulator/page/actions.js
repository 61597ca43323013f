/** From a control to the app: keep the value, ask if Slack would ask, then send the action. */

import { gesture } from "./api.js";
import { askConfirm } from "./confirm.js";
import { collect, setValue, valueOf } from "./forms.js";
import { refresh } from "./state.js";
import { complain } from "./toasts.js";

/** Elements inside `input` blocks stay silent until submit, unless the block says otherwise. */
export function dispatches(block) {
  return block.type !== "input" || block.dispatch_action === true;
}

/** Sends block_actions for `element`. False when the person said no to its confirm dialog. */
export async function press(at, element, details, control) {
  if (element.confirm && !(await askConfirm(element.confirm))) return false;
  control?.setAttribute("aria-busy", "true");
  const action = { type: element.type, block_id: at.block.block_id, action_id: element.action_id, ...details };
  const answer = await gesture("press", { where: at.surface.where, action, values: collect(at.surface.key) });
  control?.removeAttribute("aria-busy");
  complain(answer);
  await refresh();
  return true;
}

/** Keeps a choice and, where the block dispatches, sends it. A refused confirm puts the old value back and answers false. */
export async function choose(at, element, value, control) {
  const before = valueOf(at.surface, at.block, element);
  setValue(at.surface, at.block, element, value);
  control?.dispatchEvent(new CustomEvent("edited", { bubbles: true }));
  if (!dispatches(at.block)) return true;
  if (await press(at, element, value, control)) return true;
  const { type: _, ...old } = before;
  setValue(at.surface, at.block, element, old);
  return false;
}

/** The key by which focus finds a control that was drawn anew. */
export function focusKey(at, element) {
  return `${at.surface.key}|${at.block.block_id}|${element.action_id}`;
}

/** Attributes every control of an element carries. */
export function controlAttributes(at, element) {
  return {
    id: at.controlId,
    "data-action-id": element.action_id,
    "data-focus": focusKey(at, element),
    "data-autofocus": element.focus_on_load === true,
    "aria-labelledby": at.labelledBy,
    "aria-label": at.labelledBy ? null : (element.placeholder?.text ?? at.label ?? element.action_id),
    "aria-describedby": at.describedBy,
    "aria-required": at.required ? "true" : null,
  };
}
