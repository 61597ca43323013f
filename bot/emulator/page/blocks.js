/** Block Kit blocks as DOM: one builder for each type, and a list of them kept in line with the state. */

import { h, freshId, unseen } from "./dom.js";
import { alert, card, carousel, container, plan, taskCard } from "./agentblocks.js";
import { element, row } from "./elements.js";
import { know } from "./forms.js";
import { icon } from "./icons.js";
import { image } from "./images.js";
import { markdown } from "./markdown.js";
import { plain, textNodes } from "./mrkdwn.js";
import { placeholder } from "./placeholder.js";
import { reconcile } from "./reconcile.js";
import { richText } from "./richtext.js";
import { dataTable, table } from "./tables.js";

const BLOCKS = {
  section,
  header: (block) => h("h3", { class: "block-header" }, plain(block.text.text)),
  divider: () => h("hr"),
  context: (block) => h("div", { class: "context" }, block.elements.map(contextElement)),
  actions: (block, at) => row(block.elements, at, "actions"),
  context_actions: (block, at) => row(block.elements, at, "context-actions"),
  input,
  image: (block) => image(block, "wide"),
  rich_text: richText,
  markdown: (block) => h("div", { class: "markdown" }, markdown(block.text)),
  table,
  data_table: dataTable,
  alert,
  card,
  carousel,
  container,
  task_card: taskCard,
  plan,
};

/** Keeps `parent` showing the blocks of `surface`; a block that has not changed keeps its node, its focus and its text. */
export function showBlocks(parent, surface) {
  know(surface);
  reconcile(
    parent,
    surface.blocks.map((block, index) => ({
      key: `${block.type}:${block.block_id ?? index}`,
      mark: JSON.stringify(block),
      build: () => drawBlock(block, surface),
    })),
  );
}

/** One block. Also what blocks that hold others draw their children with. */
export function drawBlock(block, surface) {
  const build = BLOCKS[block.type] ?? placeholder;
  return h(
    "div",
    { class: `block ${block.type}-block`, "data-block-id": block.block_id, "data-block": block.type },
    build(block, { surface, block }),
  );
}

function section(block, at) {
  const fields = (block.fields ?? []).map((field) => h("div", { class: "field-cell" }, textNodes(field)));
  const words = h(
    "div",
    { class: "section-words" },
    block.text ? h("div", { class: "section-text" }, textNodes(block.text)) : null,
    fields.length > 0 ? h("div", { class: "fields" }, fields) : null,
  );
  if (!block.accessory) return words;
  const label = words.querySelector(".section-text")?.textContent.slice(0, 80);
  return h("div", { class: "section" }, words, h("div", { class: "accessory" }, element(block.accessory, { ...at, label })));
}

function contextElement(each) {
  if (each.type === "image") return image(each, "inline");
  return h("span", { class: "context-text" }, textNodes(each));
}

/** A labelled field with room for its hint and its error. */
function input(block, at) {
  const [labelId, controlId, hintId, errorId] = ["label", "control", "hint", "error"].map(freshId);
  const hint = block.hint ? h("p", { id: hintId, class: "hint" }, plain(block.hint.text)) : null;
  const describedBy = [errorId, hint && hintId].filter(Boolean).join(" ");
  const described = { ...at, controlId, labelledBy: labelId, describedBy, required: !block.optional };
  return h(
    "div",
    { class: "field" },
    h(
      "div",
      { class: "field-label" },
      h("label", { id: labelId, for: controlId }, plain(block.label.text)),
      block.optional ? h("span", { class: "optional" }, " (optional)") : null,
    ),
    element(block.element, described),
    h("p", { id: errorId, class: "field-error", hidden: true }),
    hint,
  );
}

/** Writes {block_id: message} beside the fields inside `parent`; fields without one are cleared. Returns messages that found no field. */
export function showErrors(parent, errors) {
  const homeless = { ...errors };
  for (const block of parent.querySelectorAll(".input-block")) {
    const message = errors[block.dataset.blockId];
    delete homeless[block.dataset.blockId];
    const line = block.querySelector(".field-error");
    line.hidden = !message;
    if (line.dataset.message !== (message ?? "")) {
      line.dataset.message = message ?? "";
      line.replaceChildren(...(message ? [icon("warning", "small"), unseen("Error: "), h("span", {}, message)] : []));
    }
    for (const control of block.querySelectorAll("[data-action-id]")) {
      if (message) control.setAttribute("aria-invalid", "true");
      else control.removeAttribute("aria-invalid");
    }
  }
  return Object.values(homeless);
}
