/** Where people write: plain words, @mentions and slash commands with completion. Drafts stay where they were begun. */

import { gesture } from "./api.js";
import { completion } from "./completion.js";
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { go } from "./route.js";
import { openGlobalShortcuts } from "./shortcuts.js";
import { refresh, state } from "./state.js";
import { complain } from "./toasts.js";

const drafts = new Map();
const COMMAND = /^\/[a-z0-9_-]+/i;

export function composerFor({ channel, thread = null, label, placeholder }) {
  const key = `${channel.id}/${thread ?? ""}`;
  const box = h("textarea", {
    class: "composer-text",
    rows: "1",
    "aria-label": label,
    "aria-autocomplete": "list",
    "data-composer": thread ? "thread" : "channel",
    "data-focus": `composer:${key}`,
    placeholder,
    value: drafts.get(key) ?? "",
    oninput: () => typed(),
    onkeydown: (event) => onkeydown(event),
    onblur: () => complete.close(),
  });
  const complete = completion(box, () => typed());
  const shortcuts = h(
    "button",
    {
      type: "button",
      class: "icon-button",
      "aria-label": "Shortcuts",
      title: "Shortcuts",
      "aria-haspopup": "menu",
      onclick: (event) => openGlobalShortcuts(event.currentTarget, write),
    },
    icon("lightning"),
  );
  const submit = h("button", { type: "submit", class: "send", "aria-label": "Send", title: "Send" }, icon("send"));
  const form = h(
    "form",
    { class: "composer" },
    complete.list,
    complete.hint,
    box,
    h(
      "div",
      { class: "composer-tools" },
      shortcuts,
      h("span", { class: "keys", "aria-hidden": "true" }, "Enter sends · Shift+Enter new line"),
      submit,
    ),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send();
  });
  requestAnimationFrame(grow);
  return form;

  function typed() {
    drafts.set(key, box.value);
    grow();
    complete.update();
  }

  function grow() {
    box.style.height = "auto";
    box.style.height = `${Math.min(box.scrollHeight, window.innerHeight * 0.4)}px`;
  }

  function write(text) {
    box.value = text;
    box.focus();
    typed();
  }

  function onkeydown(event) {
    if (event.isComposing || complete.takes(event)) return;
    if (event.key !== "Enter" || event.shiftKey) return;
    event.preventDefault();
    send();
  }

  async function send() {
    const text = box.value.trim();
    if (!text) return;
    write("");
    const answer = await say(channel, thread, text);
    if (!answer.ok && box.value === "") write(text);
    await refresh();
  }
}

/** Puts `text` where the person writes in the open conversation; they go on from there. */
export function startWith(text) {
  const box = document.querySelector("[data-composer='channel']");
  box.value = text;
  box.focus();
  box.dispatchEvent(new Event("input"));
}

/**
 * Says `text` as this person; what begins with a slash is a command. With an agent every message begins a thread, which opens:
 * the answer will stand there.
 */
export async function say(channel, thread, text) {
  const name = COMMAND.test(text) ? "command" : "say";
  const fields = { channel: channel.id, text: name === "say" ? escaped(text) : text };
  const answer = await gesture(name, thread ? { ...fields, thread_ts: thread } : fields);
  complain(answer);
  if (answer.ok && name === "say" && channel.app && state.app.agent && !thread) go(channel.id, answer.ts);
  return answer;
}

/** As clients write it; names behind @ and # become ids in the workspace. */
function escaped(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
