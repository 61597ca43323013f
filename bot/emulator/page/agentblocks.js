/** The newer blocks of agents: alert, card, carousel, container, task card and plan, in a plain readable form. */

import { h, link, unseen } from "./dom.js";
import { drawBlock } from "./blocks.js";
import { row } from "./elements.js";
import { icon } from "./icons.js";
import { image } from "./images.js";
import { plain, textNodes } from "./mrkdwn.js";
import { richText } from "./richtext.js";

const LEVELS = { info: "info", warning: "warning", error: "failed", success: "check", default: "info" };
const STATUSES = {
  pending: ["pending", "Waiting"],
  in_progress: ["pending", "Under way"],
  complete: ["check", "Done"],
  error: ["failed", "Failed"],
};

export function alert(block) {
  const level = block.level in LEVELS ? block.level : "default";
  return h(
    "div",
    { class: `alert ${level}` },
    icon(LEVELS[level]),
    unseen(`${level === "default" ? "Note" : level}: `),
    h("div", {}, textNodes(block.text)),
  );
}

export function card(block, at) {
  return h(
    "article",
    { class: "card", "aria-label": block.title?.text ?? "Card" },
    block.hero_image ? image(block.hero_image, "hero") : null,
    h(
      "div",
      { class: "card-head" },
      block.icon ? image(block.icon, "icon-image") : null,
      h(
        "div",
        {},
        block.title ? h("div", { class: "card-title" }, textNodes(block.title)) : null,
        block.subtitle ? h("div", { class: "card-subtitle" }, textNodes(block.subtitle)) : null,
      ),
    ),
    block.body ? h("div", { class: "card-body" }, textNodes(block.body)) : null,
    block.actions ? row(block.actions, at, "actions") : null,
  );
}

export function carousel(block, at) {
  return h(
    "div",
    { class: "carousel", tabindex: "0", role: "group", "aria-label": "Cards" },
    block.elements.map((each) => card(each, { ...at, block: each.block_id ? each : block })),
  );
}

export function container(block, at) {
  const title = block.rich_text_title ? richText(block.rich_text_title) : plain(block.title?.text ?? "");
  const head = [
    block.icon ? image(block.icon, "icon-image") : null,
    h("span", { class: "container-title" }, title),
    block.subtitle ? h("span", { class: "container-subtitle" }, textNodes(block.subtitle)) : null,
  ];
  const body = h(
    "div",
    { class: "container-body" },
    (block.child_blocks ?? []).map((child) => drawBlock(child, at.surface)),
  );
  if (!block.is_collapsible) return h("section", { class: "container" }, h("div", { class: "container-head" }, head), body);
  return h(
    "details",
    { class: "container", open: !block.default_collapsed },
    h("summary", { class: "container-head" }, head),
    body,
  );
}

export function taskCard(block) {
  const [drawing, word] = STATUSES[block.status] ?? STATUSES.pending;
  const sources = (block.sources ?? []).map((source) => h("li", {}, link(source.url, source.text)));
  const more = [
    block.details ? richText(block.details) : null,
    block.output ? richText(block.output) : null,
    sources.length > 0 ? h("ul", { class: "sources" }, sources) : null,
  ].filter(Boolean);
  const head = [icon(drawing), unseen(`${word}: `), h("span", {}, block.title)];
  if (more.length === 0) return h("div", { class: `task ${block.status}` }, h("div", { class: "task-head" }, head));
  return h(
    "details",
    { class: `task ${block.status}` },
    h("summary", { class: "task-head" }, head),
    h("div", { class: "task-body" }, more),
  );
}

export function plan(block) {
  return h(
    "section",
    { class: "plan", "aria-label": block.title },
    h("div", { class: "plan-title" }, block.title),
    (block.tasks ?? []).map(taskCard),
  );
}
