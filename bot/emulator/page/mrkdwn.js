/** Slack's mrkdwn as DOM nodes. The text arrives with & < > escaped, as apps send it. */

import { h, link, present } from "./dom.js";
import { emoji } from "./emoji.js";
import { codeBlock } from "./code.js";
import { mention, channelMention, broadcast } from "./mentions.js";
import { formatDate } from "./time.js";

const INLINE = new RegExp(
  [
    "`(?<code>[^`\\n]+)`",
    "<(?<angle>[^<>\\n]+)>",
    ":(?<emoji>[a-z0-9_+'-]+(?:::skin-tone-\\d)?):",
    "(?<![\\w*])\\*(?<bold>[^\\s*](?:[^*\\n]*[^\\s*])?)\\*(?![\\w*])",
    "(?<![\\w_])_(?<italic>[^\\s_](?:[^_\\n]*[^\\s_])?)_(?![\\w_])",
    "(?<![\\w~])~(?<strike>[^\\s~](?:[^~\\n]*[^\\s~])?)~(?![\\w~])",
    "(?<url>https?://[^\\s<>|]+[^\\s<>|.,;:!?)'\"])",
  ].join("|"),
  "g",
);

export function unescape(text) {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}

/** Nodes for a mrkdwn text: fenced code, quotes, and inline styles. */
export function mrkdwn(text) {
  return text.split("```").flatMap((part, index) => {
    if (index % 2 === 0) return prose(part);
    return part.trim() ? [codeBlock(unescape(part.replace(/^\n|\n$/g, "")))] : [];
  });
}

function prose(text) {
  const nodes = [];
  let quote = null;
  const lines = text.split("\n");
  lines.forEach((line, index) => {
    const quoted = /^(?:&gt;|>) ?/.exec(line);
    if (quoted) {
      if (quote) quote.append(h("br"));
      else nodes.push((quote = h("blockquote")));
      quote.append(...inline(line.slice(quoted[0].length)));
      return;
    }
    const afterQuote = quote !== null;
    quote = null;
    if (index > 0 && !afterQuote) nodes.push(h("br"));
    nodes.push(...inline(line));
  });
  return nodes;
}

/** Nodes for one line. */
export function inline(text) {
  const nodes = [];
  let end = 0;
  for (const match of text.matchAll(INLINE)) {
    nodes.push(unescape(text.slice(end, match.index)), styled(match));
    end = match.index + match[0].length;
  }
  nodes.push(unescape(text.slice(end)));
  return present(nodes).filter((node) => node !== "");
}

function styled({ 0: whole, groups }) {
  if (groups.code) return h("code", {}, unescape(groups.code));
  if (groups.angle) return angle(groups.angle);
  if (groups.emoji) return emoji(groups.emoji);
  if (groups.bold) return h("strong", {}, ...inline(groups.bold));
  if (groups.italic) return h("em", {}, ...inline(groups.italic));
  if (groups.strike) return h("s", {}, ...inline(groups.strike));
  if (groups.url) return link(unescape(groups.url), unescape(groups.url));
  return whole;
}

/** What stands between < and >: a person, a channel, a broadcast, a date or a link. */
function angle(content) {
  const bar = content.indexOf("|");
  const target = bar < 0 ? content : content.slice(0, bar);
  const label = bar < 0 ? null : unescape(content.slice(bar + 1));
  if (/^@[UWB]/.test(target)) return mention(target.slice(1), label);
  if (/^#C/.test(target)) return channelMention(target.slice(1), label);
  if (target.startsWith("!date^")) return date(target, label);
  if (target.startsWith("!subteam^")) return h("span", { class: "mention" }, label ?? "@group");
  if (target.startsWith("!")) return broadcast(target.slice(1));
  return link(unescape(target), label ?? unescape(target.replace(/^mailto:/, "")));
}

function date(target, fallback) {
  const [, seconds, format, url] = target.split("^");
  const text = Number.isFinite(Number(seconds)) ? formatDate(Number(seconds), format ?? "") : fallback;
  return url ? link(unescape(url), text) : h("span", { title: fallback ?? "" }, text);
}

/** A text object of Block Kit. */
export function textNodes(object) {
  if (!object) return [];
  return object.type === "mrkdwn" ? mrkdwn(object.text) : plain(object.text);
}

/** Plain text: line breaks and :emoji: only. */
export function plain(text) {
  return unescape(text)
    .split("\n")
    .flatMap((line, index) => [index > 0 ? h("br") : "", ...emojis(line)])
    .filter((node) => node !== "");
}

function emojis(line) {
  return line.split(/(:[a-z0-9_+'-]+:)/).map((part) => (/^:.+:$/.test(part) ? emoji(part.slice(1, -1)) : part));
}
