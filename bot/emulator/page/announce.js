/** Reads new messages of the open conversation to those who listen instead of look. */

import { me } from "./api.js";

const host = document.getElementById("announcer");
let place = null;
let heard = new Set();

export function announce({ channel, tab }) {
  const key = `${channel.id}/${tab}`;
  const fresh = channel.messages.filter((message) => !heard.has(message.ts) && message.user !== me && !message.streaming);
  const news = place === key ? fresh.map(sentence) : [];
  place = key;
  heard = new Set(channel.messages.filter((message) => !message.streaming).map((message) => message.ts));
  if (news.length > 0) host.textContent = news.join(" ");
}

function sentence(message) {
  const toWhom = message.ephemeral ? ", only visible to you" : "";
  return `${message.name}${toWhom}: ${message.text || "a message without text"}`;
}
