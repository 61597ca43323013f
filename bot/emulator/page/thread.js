/** The thread pane: the root, its replies and a composer of its own. */

import { composerFor } from "./composer.js";
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { messageEntry } from "./message.js";
import { fill, reconcile } from "./reconcile.js";
import { go, route } from "./route.js";
import { continues } from "./timeline.js";
import { statusEntry } from "./work.js";

const host = document.getElementById("thread");
let shown = null;

host.addEventListener("keydown", (event) => event.key === "Escape" && close(route().channel));

export function renderThread({ channel, thread }) {
  const root = channel.messages.find((message) => message.ts === thread);
  host.hidden = !root;
  if (!root) {
    host.replaceChildren();
    return void (shown = null);
  }
  const key = `${channel.id}/${thread}`;
  const opened = shown !== key;
  shown = key;
  fill(host, `${key}${channel.titles?.[thread]}`, () => pane(channel, thread));
  const list = host.querySelector(".thread-list");
  const stick = opened || list.scrollHeight - list.scrollTop - list.clientHeight < 120;
  reconcile(list, entries(channel, thread));
  if (stick) list.scrollTop = list.scrollHeight;
  if (opened) host.querySelector("textarea")?.focus();
}

function entries(channel, thread) {
  const messages = channel.messages.filter((message) => message.ts === thread || message.thread_ts === thread);
  const list = messages.map((message, index) =>
    messageEntry(channel, message, { inThread: true, compact: index > 1 && continues(messages[index - 1], message) }),
  );
  const status = channel.statuses.find((each) => each.thread_ts === thread);
  return [...list, statusEntry(channel, status)];
}

function pane(channel, thread) {
  const where = channel.kind === "im" ? channel.name : `#${channel.name}`;
  return h(
    "div",
    { class: "pane" },
    h(
      "header",
      { class: "pane-header" },
      h("h2", {}, `${channel.titles?.[thread] ?? "Thread"} `, h("span", { class: "faint" }, where)),
      h(
        "button",
        { type: "button", class: "icon-button", "aria-label": "Close thread", onclick: () => close(channel) },
        icon("close"),
      ),
    ),
    h("div", { class: "thread-list", role: "log", "aria-live": "off", "aria-label": "Thread messages", tabindex: "-1" }),
    composerFor({ channel, thread, label: "Reply in thread", placeholder: "Reply…" }),
  );
}

function close(channel) {
  go(channel.id, channel.app ? "messages" : undefined);
  document.querySelector("[data-composer]")?.focus();
}
