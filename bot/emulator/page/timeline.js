/** The messages of the open channel, by day, with a mark where the unread ones begin. */

import { gesture, me } from "./api.js";
import { h } from "./dom.js";
import { introEntry } from "./intro.js";
import { messageEntry } from "./message.js";
import { reconcile } from "./reconcile.js";
import { state } from "./state.js";
import { day } from "./time.js";
import { statusEntry } from "./work.js";

const host = document.getElementById("timeline");
const GROUP_SECONDS = 300;
const NEAR_END = 120;

let shown = null;
let newFrom = null;
let readUpTo = null;

export function renderTimeline({ channel, tab }) {
  host.hidden = tab === "home";
  if (host.hidden) return void (shown = null);
  const opened = shown !== channel.id;
  const stick = opened || host.scrollHeight - host.scrollTop - host.clientHeight < NEAR_END;
  const messages = channel.messages.filter(
    (message) => !message.thread_ts || message.thread_ts === message.ts || message.broadcast,
  );
  if (opened) newFrom = firstUnread(channel, messages);
  if (opened) host.replaceChildren();
  shown = channel.id;
  reconcile(host, [introEntry(channel), ...entries(channel, messages), statusEntry(channel, channel.app && channel.status)]);
  if (stick) host.scrollTop = host.scrollHeight;
  read(channel);
}

function firstUnread(channel, messages) {
  if (!channel.unread) return null;
  return messages.filter((message) => message.user !== me).at(-channel.unread)?.ts ?? null;
}

/** Reading is a gesture too: what is on screen in a visible window counts as read. */
async function read(channel) {
  const last = `${channel.id}/${channel.messages.at(-1)?.ts}`;
  if (!channel.unread || readUpTo === last || document.visibilityState !== "visible") return;
  readUpTo = last;
  await gesture("read", { channel: channel.id });
}

function entries(channel, messages) {
  const list = [];
  let before = null;
  for (const message of messages) {
    const label = day(message.ts, state.now);
    const newDay = !before || label !== day(before.ts, state.now);
    if (newDay) list.push({ key: `day:${label}`, mark: label, build: () => divider(label, "day") });
    const isNew = message.ts === newFrom;
    if (isNew) list.push({ key: "new", mark: newFrom, build: () => divider("New", "new") });
    list.push(messageEntry(channel, message, { compact: !newDay && !isNew && continues(before, message) }));
    before = message;
  }
  return list;
}

/** Does `message` go on where its author left off? */
export function continues(before, message) {
  const sameAuthor = before.user === message.user && before.name === message.name;
  return sameAuthor && !before.ephemeral && !message.ephemeral && Number(message.ts) - Number(before.ts) < GROUP_SECONDS;
}

function divider(text, kind) {
  return h("div", { class: `divider ${kind}`, role: "separator", "aria-label": text }, h("span", {}, text));
}
