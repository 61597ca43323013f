/** Pretty JSON with a little colour and a copy button. */

import { h } from "./dom.js";
import { codeBlock } from "./code.js";

const TOKEN = /("(?:[^"\\]|\\.)*")(\s*:)?|\b(true|false|null|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)\b/g;

export function json(value) {
  const text = JSON.stringify(value, null, 2) ?? "";
  const nodes = [];
  let end = 0;
  for (const match of text.matchAll(TOKEN)) {
    nodes.push(text.slice(end, match.index), coloured(match));
    end = match.index + match[0].length;
  }
  return codeBlock([...nodes, text.slice(end)], text);
}

function coloured([whole, string, colon]) {
  if (!string) return h("span", { class: "json-word" }, whole);
  if (!colon) return h("span", { class: "json-string" }, string);
  return h("span", {}, h("span", { class: "json-key" }, string), colon);
}
