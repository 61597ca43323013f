/** What Slack's client checks before a modal is sent. The workspace checks it again. */

import { inputsOf } from "./forms.js";

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** {block_id: message} for every input block that may not be sent as it stands. */
export function problems(blocks, values) {
  const found = {};
  for (const block of blocks.filter((each) => each.type === "input")) {
    const [element] = inputsOf(block);
    if (!element) continue;
    const message = problem(block, element, values[block.block_id][element.action_id]);
    if (message) found[block.block_id] = message;
  }
  return found;
}

function problem(block, element, value) {
  const { type: _, ...content } = value;
  const [filled] = Object.values(content);
  const empty = filled === null || filled === "" || (Array.isArray(filled) && filled.length === 0);
  if (empty) return block.optional ? null : "This field is required.";
  return CHECKS[element.type]?.(String(filled), element) ?? null;
}

function lengths(text, { min_length: least, max_length: most }) {
  const length = [...text].length;
  if (least && length < least) return `Write at least ${least} characters (now ${length}).`;
  if (most && length > most) return `Write at most ${most} characters (now ${length}).`;
  return null;
}

function url(text) {
  try {
    return ["http:", "https:"].includes(new URL(text).protocol) ? null : "Enter a full link, starting with https://";
  } catch {
    return "Enter a full link, starting with https://";
  }
}

function number(text, { is_decimal_allowed: decimal, min_value: least, max_value: most }) {
  if (!/^-?\d+(\.\d+)?$/.test(text.trim())) return "Enter a number.";
  if (!decimal && text.includes(".")) return "Enter a whole number.";
  if (least !== undefined && Number(text) < Number(least)) return `Enter ${least} or more.`;
  if (most !== undefined && Number(text) > Number(most)) return `Enter ${most} or less.`;
  return null;
}

const CHECKS = {
  plain_text_input: lengths,
  email_text_input: (text) => (EMAIL.test(text) ? null : "Enter an email address, such as name@example.com"),
  url_text_input: url,
  number_input: number,
};
