/** People, channels and groups named inside a text. */

import { me } from "./api.js";
import { h } from "./dom.js";
import { channelName, channelOf, personName } from "./state.js";
import { addressOf } from "./route.js";

export function mention(id, label) {
  return h("span", { class: id === me ? "mention mine" : "mention", "data-user": id }, `@${label ?? personName(id)}`);
}

export function channelMention(id, label) {
  const name = `#${channelOf(id) ? channelName(id) : (label ?? id)}`;
  return channelOf(id) ? h("a", { class: "mention", href: addressOf(id) }, name) : h("span", { class: "mention" }, name);
}

export function broadcast(range) {
  return h("span", { class: "mention mine" }, `@${range.split("|")[0]}`);
}
