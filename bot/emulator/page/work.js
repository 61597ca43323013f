/** What the app is doing in a thread, with the Stop button that Slack shows for apps that listen to it. */

import { gesture } from "./api.js";
import { h } from "./dom.js";
import { refresh, state } from "./state.js";
import { complain } from "./toasts.js";

export function atWork(channel, thread, words) {
  return h(
    "span",
    { class: "status" },
    h("span", { class: "dots", "aria-hidden": "true" }),
    h("span", {}, words),
    state.app.stoppable ? stopButton(channel, thread) : null,
  );
}

function stopButton(channel, thread) {
  const stop = async () => {
    complain(await gesture("stop", { channel: channel.id, thread_ts: thread }));
    await refresh();
  };
  const attributes = { type: "button", class: "stop", "aria-label": `Stop ${state.app.name}`, onclick: stop };
  return h("button", { ...attributes, "data-focus": `stop:${thread}` }, "Stop");
}

/** The line below a conversation: "Sayso is thinking…". An entry for `reconcile`; `status` is {thread_ts, text} or nothing. */
export function statusEntry(channel, status) {
  const { thread_ts: thread, text } = status ?? {};
  const words = text?.startsWith(state.app.name) ? text : `${state.app.name} ${text}`;
  return {
    key: "status",
    mark: text ? `${thread}${words}` : "",
    build: () => h("div", { class: "status-line", role: "status" }, text ? atWork(channel, thread, words) : null),
  };
}
