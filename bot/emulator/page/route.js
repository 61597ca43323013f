/** Where the person is, kept in the address: #/C0GENERAL, #/C0GENERAL/1790000000.000100 (a thread), #/D0MO/home. */

import { state, channelOf } from "./state.js";

const TABS = ["home", "messages"];

/** {channel, tab: "home" | "messages", thread: ts | null}; falls back to the first channel. */
export function route() {
  const [id, rest] = location.hash.replace(/^#\/?/, "").split("/");
  const channel = channelOf(id) ?? state.channels.find((each) => each.kind === "channel") ?? state.channels[0];
  const known = channel?.id === id ? rest : undefined;
  return {
    channel,
    tab: channel?.app ? tabOf(known) : "messages",
    thread: known && !TABS.includes(known) ? known : null,
  };
}

function tabOf(rest) {
  if (!state.app.home_tab) return "messages";
  if (!state.app.messages_tab) return "home";
  return rest === undefined ? "home" : rest === "home" ? "home" : "messages";
}

export function addressOf(channel, rest) {
  return rest ? `#/${channel}/${rest}` : `#/${channel}`;
}

export function go(channel, rest) {
  location.hash = addressOf(channel, rest);
}
