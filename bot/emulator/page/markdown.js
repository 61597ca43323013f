/** The standard markdown of `markdown` blocks and streamed messages, as DOM nodes. */

import { h } from "./dom.js";
import { codeBlock } from "./code.js";
import { markdownInline } from "./markdown_inline.js";

const ITEM = /^(\s*)([-*+]|\d+[.)])\s+(.*)$/;
const RULE = /^\s*([-*_])(\s*\1){2,}\s*$/;
const TABLE_LINE = /^\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$/;

/** Block-level nodes for `text`. */
export function markdown(text) {
  const lines = text.replaceAll("\r\n", "\n").split("\n");
  const nodes = [];
  while (lines.length > 0) {
    const node =
      blank(lines) ??
      fence(lines) ??
      heading(lines) ??
      rule(lines) ??
      quote(lines) ??
      table(lines) ??
      list(lines) ??
      paragraph(lines);
    if (node !== "") nodes.push(node);
  }
  return nodes;
}

function blank(lines) {
  return lines[0].trim() === "" ? (lines.shift(), "") : null;
}

function fence(lines) {
  const open = /^\s*(```+|~~~+)/.exec(lines[0]);
  if (!open) return null;
  lines.shift();
  const body = [];
  while (lines.length > 0 && !lines[0].trim().startsWith(open[1])) body.push(lines.shift());
  lines.shift();
  return codeBlock(body.join("\n"));
}

function heading(lines) {
  const match = /^(#{1,6})\s+(.*?)\s*#*$/.exec(lines[0]);
  if (!match) return null;
  lines.shift();
  return h(`h${Math.min(6, match[1].length + 2)}`, {}, ...markdownInline(match[2]));
}

function rule(lines) {
  return RULE.test(lines[0]) ? (lines.shift(), h("hr")) : null;
}

function quote(lines) {
  const body = [];
  while (lines.length > 0 && /^\s*>/.test(lines[0])) body.push(lines.shift().replace(/^\s*> ?/, ""));
  return body.length > 0 ? h("blockquote", {}, ...markdown(body.join("\n"))) : null;
}

function table(lines) {
  if (!lines[0].includes("|") || !TABLE_LINE.test(lines[1] ?? "")) return null;
  const cells = (line) =>
    line
      .trim()
      .replace(/^\||\|$/g, "")
      .split("|")
      .map((cell) => markdownInline(cell.trim()));
  const head = cells(lines.shift()).map((cell) => h("th", { scope: "col" }, ...cell));
  lines.shift();
  const rows = [];
  while (lines.length > 0 && lines[0].includes("|"))
    rows.push(
      h(
        "tr",
        {},
        cells(lines.shift()).map((cell) => h("td", {}, ...cell)),
      ),
    );
  return h(
    "div",
    { class: "table-wrap", tabindex: "0" },
    h("table", {}, h("thead", {}, h("tr", {}, head)), h("tbody", {}, rows)),
  );
}

function list(lines) {
  const first = ITEM.exec(lines[0]);
  if (!first) return null;
  const depth = first[1].length;
  const ordered = /\d/.test(first[2]);
  const node = h(ordered ? "ol" : "ul", ordered && !first[2].startsWith("1") ? { start: Number.parseInt(first[2], 10) } : {});
  while (lines.length > 0) {
    const item = ITEM.exec(lines[0]);
    if (!item || item[1].length < depth) break;
    if (item[1].length > depth + 1) node.lastElementChild.append(list(lines));
    else if (/\d/.test(item[2]) !== ordered) break;
    else node.append(listItem(lines));
  }
  return node;
}

function listItem(lines) {
  const [, , , text] = ITEM.exec(lines.shift());
  const task = /^\[([ xX])\]\s+(.*)$/.exec(text);
  const body = [task ? task[2] : text];
  while (lines.length > 0 && /^\s+\S/.test(lines[0]) && !ITEM.test(lines[0])) body.push(lines.shift().trim());
  const words = markdownInline(body.join(" "));
  if (!task) return h("li", {}, ...words);
  return h("li", { class: "task" }, task[1] === " " ? "☐ " : "☑ ", ...words);
}

function startsBlock(line) {
  return line.trim() === "" || /^(\s*(```|~~~|>)|#{1,6}\s)/.test(line) || ITEM.test(line) || RULE.test(line);
}

function paragraph(lines) {
  const body = [lines.shift()];
  while (lines.length > 0 && !startsBlock(lines[0])) body.push(lines.shift());
  return h(
    "p",
    {},
    body.flatMap((line, index) => [index > 0 ? h("br") : null, ...markdownInline(line.trim())]),
  );
}
