/** One message: its shell is made once, its parts follow the state. */

import { gesture } from "./api.js";
import { attachment } from "./attachment.js";
import { avatar } from "./avatar.js";
import { showBlocks } from "./blocks.js";
import { h } from "./dom.js";
import { emoji } from "./emoji.js";
import { messageSurface } from "./forms.js";
import { icon } from "./icons.js";
import { mrkdwn } from "./mrkdwn.js";
import { fill, reconcile } from "./reconcile.js";
import { go } from "./route.js";
import { openMessageShortcuts } from "./shortcuts.js";
import { personName, refresh } from "./state.js";
import { clock, time } from "./time.js";
import { toast } from "./toasts.js";
import { atWork } from "./work.js";

/** An entry for `reconcile`. `compact` drops name and picture; `inThread` drops what leads to the thread. */
export function messageEntry(channel, message, { compact = false, inThread = false } = {}) {
  return {
    key: message.ts,
    mark: "message",
    build: () => shell(message),
    patch: (node) => show(node, channel, message, compact, inThread),
  };
}

function shell(message) {
  return h(
    "article",
    { class: "message", role: "article", "data-ts": message.ts, tabindex: "-1" },
    h("div", { class: "gutter" }),
    h(
      "div",
      { class: "message-main" },
      h("div", { class: "message-head" }),
      h("div", { class: "message-body" }, h("div", {}), h("div", {})),
      h("div", { class: "message-foot" }),
    ),
    h("div", { class: "message-tools" }),
  );
}

function show(node, channel, message, compact, inThread) {
  const [gutter, main, tools] = node.children;
  const [head, body, foot] = main.children;
  node.setAttribute("aria-label", nameOf(message));
  node.classList.toggle("compact", compact);
  node.classList.toggle("ephemeral", message.ephemeral);
  node.classList.toggle("streaming", message.streaming === true);
  fill(gutter, `${message.user}${message.name}${compact}`, () =>
    compact
      ? h("span", { class: "gutter-time", "aria-hidden": "true" }, clock(message.ts))
      : avatar(message.user, message.name, message.is_bot),
  );
  fill(head, `${compact}${message.edited}${message.ephemeral}${message.name}`, () => headOf(channel, message, compact));
  showBody(body, channel, message);
  showFoot(foot, channel, message, inThread);
  fill(tools, `${message.ephemeral}${inThread}`, () => toolsOf(channel, message, inThread));
}

function nameOf(message) {
  const marks = [message.ephemeral ? "only visible to you" : null, message.edited ? "edited" : null].filter(Boolean);
  return [message.name, clock(message.ts), ...marks].join(", ");
}

function headOf(channel, message, compact) {
  const name = h("span", { class: "author" }, message.name);
  const badge = message.is_bot ? h("span", { class: "badge" }, "App") : null;
  const edited = message.edited ? h("span", { class: "edited" }, "(edited)") : null;
  const own = message.ephemeral ? h("div", { class: "only-you" }, icon("eye", "small"), "Only visible to you", dismissal(channel, message)) : null;
  return h("div", {}, own, h("div", { class: "byline" }, compact ? null : [name, badge, time(message.ts)], edited));
}

function showBody(body, channel, message) {
  const [main, more] = body.children;
  if (message.blocks?.length > 0) showBlocks(main, messageSurface(channel.id, message));
  else fill(main, `text:${message.text}`, () => h("div", { class: "message-text" }, mrkdwn(message.text ?? "")));
  const attached = message.attachments ?? [];
  reconcile(
    more,
    attached.map((each, index) => ({ key: index, mark: JSON.stringify(each), build: () => attachment(each, channel, message) })),
  );
}

function showFoot(foot, channel, message, inThread) {
  const entries = [];
  const add = (key, mark, build) => entries.push({ key, mark: String(mark), build });
  const reacted = message.reactions ?? {};
  if (Object.keys(reacted).length > 0) add("reactions", JSON.stringify(reacted), () => reactions(reacted));
  if (message.streaming) add("streaming", "", () => atWork(channel, message.thread_ts, "writing"));
  if (message.warning) add("warning", "", warning);
  if (message.reply_count > 0 && !inThread) add("replies", message.reply_count, () => repliesButton(channel, message));
  reconcile(foot, entries);
}

function reactions(reacted) {
  const chips = Object.entries(reacted).map(([name, users]) =>
    h("span", { class: "reaction", title: `${users.map(personName).join(", ")}: ${name}` }, emoji(name), ` ${users.length}`),
  );
  return h("span", { class: "reactions" }, chips);
}

function warning() {
  return h("span", { class: "unanswered" }, icon("warning", "small"), "The app did not answer within three seconds");
}

function repliesButton(channel, message) {
  const words = message.reply_count === 1 ? "1 reply" : `${message.reply_count} replies`;
  return h(
    "button",
    { type: "button", class: "replies", onclick: () => go(channel.id, message.ts) },
    icon("thread", "small"),
    words,
  );
}

function dismissal(channel, message) {
  return h("button", { type: "button", class: "linkish", onclick: () => dismiss(channel, message) }, "Dismiss");
}

async function dismiss(channel, message) {
  await gesture("dismiss", { channel: channel.id, ts: message.ts });
  await refresh();
}

/** Slack offers neither threads nor message shortcuts on ephemeral messages. */
function toolsOf(channel, message, inThread) {
  if (message.ephemeral) return h("span", {});
  const focus = `message:${message.ts}`;
  const reply = h(
    "button",
    {
      type: "button",
      class: "icon-button",
      "aria-label": "Reply in thread",
      title: "Reply in thread",
      "data-focus": `${focus}|reply`,
      onclick: () => go(channel.id, message.thread_ts ?? message.ts),
    },
    icon("thread"),
  );
  const more = h(
    "button",
    {
      type: "button",
      class: "icon-button",
      "aria-label": "More actions",
      title: "More actions",
      "aria-haspopup": "menu",
      "data-focus": `${focus}|more`,
      onclick: (event) => openMessageShortcuts(event.currentTarget, channel, message, () => toast("Copied", "info")),
    },
    icon("more"),
  );
  return h("div", { class: "toolbar", role: "group", "aria-label": "Message actions" }, inThread ? null : reply, more);
}
