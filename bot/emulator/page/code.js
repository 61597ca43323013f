/** Preformatted text with a button that copies it whole. */

import { h } from "./dom.js";
import { icon } from "./icons.js";

/** `content` is a string, or nodes with `text` saying what is copied. */
export function codeBlock(content, text = content) {
  return h(
    "div",
    { class: "code-block" },
    h("pre", { tabindex: "0" }, content),
    copyButton(() => text),
  );
}

export function copyButton(read, label = "Copy") {
  const name = h("span", {}, label);
  const copy = async () => {
    say((await copyText(read())) ? "Copied" : "Could not copy", true);
    setTimeout(() => say(label, false), 2000);
  };
  const say = (words, done) => {
    name.textContent = words;
    button.classList.toggle("done", done);
  };
  const button = h("button", { type: "button", class: "copy quiet", onclick: copy }, icon("copy"), name);
  return button;
}

async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

/** For browsers that keep the clipboard from pages, e.g. in a background window. */
function copyBySelection(text) {
  const area = h("textarea", { class: "unseen", value: text, "aria-hidden": "true" });
  const before = document.activeElement;
  document.body.append(area);
  area.select();
  const copied = document.execCommand("copy");
  area.remove();
  before?.focus();
  return copied;
}
