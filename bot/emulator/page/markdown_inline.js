/** Inline styles of standard markdown; Slack's own mentions in angle brackets work here too. */

import { h, link } from "./dom.js";
import { emoji } from "./emoji.js";
import { mention, channelMention } from "./mentions.js";

const INLINE = new RegExp(
  [
    "\\\\(?<escaped>[\\\\`*_{}\\[\\]()#+.!~|<>-])",
    "`(?<code>[^`\\n]+)`",
    '!?\\[(?<label>[^\\[\\]]*)\\]\\((?<target>[^\\s()]+(?:\\([^\\s()]*\\))?[^\\s()]*)(?:\\s+"[^"]*")?\\)',
    "<(?<angle>(?:https?://|mailto:|@[UW]|#C)[^<>\\s]+)>",
    ":(?<emoji>[a-z0-9_+-]+):",
    "(?<strong>\\*\\*(?=\\S)(?<boldStar>[^\\n]+?)\\*\\*|(?<!\\w)__(?=\\S)(?<boldLine>[^\\n]+?)__(?!\\w))",
    "~~(?<strike>[^~\\n]+)~~",
    "\\*(?<italicStar>[^\\s*](?:[^*\\n]*[^\\s*])?)\\*",
    "(?<!\\w)_(?<italicLine>[^\\s_](?:[^_\\n]*[^\\s_])?)_(?!\\w)",
    "(?<url>https?://[^\\s<>]+[^\\s<>.,;:!?)'\"])",
  ].join("|"),
  "g",
);

export function markdownInline(text) {
  const nodes = [];
  let end = 0;
  for (const match of text.matchAll(INLINE)) {
    nodes.push(text.slice(end, match.index), styled(match));
    end = match.index + match[0].length;
  }
  nodes.push(text.slice(end));
  return nodes.filter((node) => node !== "");
}

function styled({ 0: whole, groups }) {
  const bold = groups.boldStar ?? groups.boldLine;
  const italic = groups.italicStar ?? groups.italicLine;
  if (groups.escaped) return groups.escaped;
  if (groups.code) return h("code", {}, groups.code);
  if (groups.target) return link(groups.target, ...markdownInline(groups.label || groups.target));
  if (groups.angle) return angle(groups.angle);
  if (groups.emoji) return emoji(groups.emoji);
  if (bold) return h("strong", {}, ...markdownInline(bold));
  if (groups.strike) return h("s", {}, ...markdownInline(groups.strike));
  if (italic) return h("em", {}, ...markdownInline(italic));
  if (groups.url) return link(groups.url, groups.url);
  return whole;
}

function angle(content) {
  const [target, label] = content.split("|");
  if (target.startsWith("@")) return mention(target.slice(1), label);
  if (target.startsWith("#")) return channelMention(target.slice(1), label);
  return link(target, label ?? target);
}
