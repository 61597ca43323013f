/** The channel's header: its name, the app's tabs, the customer feed's Play, and the request log's switch. */

import { h } from "./dom.js";
import { isPlaying, playNext, togglePlay } from "./feed.js";
import { icon } from "./icons.js";
import { isLogOpen, toggleLog } from "./log.js";
import { reconcile } from "./reconcile.js";
import { addressOf } from "./route.js";
import { openDrawer } from "./sidebar.js";
import { state } from "./state.js";

const host = document.getElementById("header");

export function renderHeader({ channel, tab }) {
  const entries = [
    { key: "drawer", mark: "", build: drawerButton },
    { key: "title", mark: `${channel.id}${channel.name}${channel.topic}`, build: () => title(channel) },
  ];
  if (channel.app) entries.push({ key: "tabs", mark: `${channel.id}${tab}`, build: () => tabs(channel, tab) });
  if (channel.id === state.feed_channel) entries.push({ key: "feed", mark: String(isPlaying()), build: feedButtons });
  entries.push({ key: "log", mark: String(isLogOpen()), build: logButton });
  reconcile(host, entries);
}

function drawerButton() {
  return h(
    "button",
    { type: "button", id: "open-drawer", class: "icon-button", "aria-label": "Open the channel list", onclick: openDrawer },
    icon("menu"),
  );
}

function title(channel) {
  const name = channel.kind === "im" ? channel.name : `# ${channel.name}`;
  return h("div", { class: "title" }, h("h2", {}, name), channel.topic ? h("p", { title: channel.topic }, channel.topic) : null);
}

function tabs(channel, current) {
  const offered = [state.app.home_tab && ["home", "Home"], state.app.messages_tab && ["messages", "Messages"]].filter(Boolean);
  const links = offered.map(([tab, words]) =>
    h(
      "a",
      { href: addressOf(channel.id, tab), "aria-current": tab === current ? "page" : null, "data-focus": `tab:${tab}` },
      words,
    ),
  );
  return h("nav", { class: "tabs", "aria-label": `${channel.name} tabs` }, links);
}

function feedButtons() {
  const playing = isPlaying();
  return h(
    "div",
    { class: "feed-buttons", role: "group", "aria-label": "Customer feed" },
    h(
      "button",
      {
        type: "button",
        class: "button small",
        "data-focus": "feed:play",
        title: "A new customer post every 25 seconds",
        onclick: togglePlay,
      },
      icon(playing ? "pause" : "play", "small"),
      h("span", {}, playing ? "Pause" : "Play"),
    ),
    h(
      "button",
      {
        type: "button",
        class: "button small",
        "data-focus": "feed:next",
        title: "One more customer post now",
        onclick: playNext,
      },
      icon("next", "small"),
      h("span", {}, "Next post"),
    ),
  );
}

function logButton() {
  const attributes = {
    type: "button",
    class: "button small log-button",
    "aria-pressed": String(isLogOpen()),
    "data-focus": "log:switch",
  };
  return h(
    "button",
    { ...attributes, title: "What Slack sent and what the app answered", onclick: toggleLog },
    icon("log", "small"),
    h("span", {}, "Request log"),
  );
}
