/** rich_text blocks: sections, lists, quotes and preformatted text with styles, links, mentions, emoji and dates. */

import { h, link } from "./dom.js";
import { emoji } from "./emoji.js";
import { codeBlock } from "./code.js";
import { mention, channelMention, broadcast } from "./mentions.js";
import { placeholder } from "./placeholder.js";
import { formatDate } from "./time.js";

const PARTS = {
  rich_text_section: (part) => h("div", { class: "rich-section" }, ...words(part)),
  rich_text_quote: (part) => h("blockquote", {}, ...words(part)),
  rich_text_preformatted: (part) => codeBlock(part.elements.map(word), plainText(part)),
};

export function richText(block) {
  return h("div", { class: "rich-text" }, joined(block.elements));
}

/** Lists that follow each other belong together: deeper ones are indented, ordered ones count on. */
function joined(parts) {
  const counts = [];
  return parts.map((part) => {
    if (part.type !== "rich_text_list") {
      counts.length = 0;
      return (PARTS[part.type] ?? placeholder)(part);
    }
    const indent = part.indent ?? 0;
    const start = (part.offset ?? 0) + (counts[indent] ?? 0) + 1;
    counts.length = indent + 1;
    counts[indent] = part.style === "ordered" ? start - 1 + part.elements.length : 0;
    return list(part, indent, start);
  });
}

function list(part, indent, start) {
  const ordered = part.style === "ordered";
  const items = part.elements.map((item) =>
    h("li", {}, ...(item.type === "rich_text_section" ? words(item) : [PARTS[item.type]?.(item)])),
  );
  return h(ordered ? "ol" : "ul", { class: `indent-${Math.min(indent, 6)}`, start: ordered && start > 1 ? start : null }, items);
}

function words(part) {
  return part.elements.map((element) => styled(word(element), element.style));
}

function word(element) {
  switch (element.type) {
    case "text":
      return element.text;
    case "link":
      return link(element.url, element.text || element.url);
    case "user":
      return mention(element.user_id);
    case "channel":
      return channelMention(element.channel_id);
    case "usergroup":
      return h("span", { class: "mention" }, "@group");
    case "broadcast":
      return broadcast(element.range);
    case "emoji":
      return emoji(element.name, element.unicode);
    case "date":
      return h("span", { title: element.fallback ?? "" }, formatDate(element.timestamp, element.format));
    case "color":
      return h("code", {}, element.value);
    default:
      return placeholder(element);
  }
}

const TAGS = [
  ["code", "code"],
  ["bold", "strong"],
  ["italic", "em"],
  ["strike", "s"],
  ["underline", "u"],
];

function styled(node, style) {
  return TAGS.reduce((inner, [name, tag]) => (style?.[name] ? h(tag, {}, inner) : inner), node);
}

/** The words of a part without any style: what the copy button takes. */
export function plainText(part) {
  return part.elements.map((element) => element.text ?? element.url ?? element.value ?? "").join("");
}
