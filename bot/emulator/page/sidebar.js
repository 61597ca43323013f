/** The sidebar: the workspace, its channels, the app, and who you are. */

import { me } from "./api.js";
import { avatar } from "./avatar.js";
import { h, unseen } from "./dom.js";
import { icon } from "./icons.js";
import { openMenu } from "./menu.js";
import { reconcile } from "./reconcile.js";
import { addressOf } from "./route.js";
import { state } from "./state.js";

const host = document.getElementById("sidebar");
const scrim = document.getElementById("scrim");

scrim.addEventListener("click", () => closeDrawer());
host.addEventListener("keydown", (event) => event.key === "Escape" && closeDrawer());
host.addEventListener("click", (event) => event.target.closest("a") && closeDrawer());

export function openDrawer() {
  document.body.classList.add("drawer");
  host.querySelector("a[aria-current]")?.focus();
}

export function closeDrawer() {
  if (!document.body.classList.contains("drawer")) return;
  document.body.classList.remove("drawer");
  document.getElementById("open-drawer")?.focus();
}

export function renderSidebar({ channel: current }) {
  const channels = state.channels.filter((channel) => channel.kind === "channel");
  const messages = state.channels.filter((channel) => channel.kind === "im");
  reconcile(host, [
    { key: "brand", mark: state.team.name, build: brand },
    { key: "lists", mark: "", build: lists, patch: (node) => showLists(node, channels, messages, current) },
    { key: "person", mark: JSON.stringify(state.me), build: personSwitch },
  ]);
  const unread = state.channels.filter((channel) => channel.unread > 0).length;
  const place = current.kind === "im" ? current.name : `#${current.name}`;
  document.title = `${unread > 0 ? `(${unread}) ` : ""}${place} · Local Slack`;
}

function brand() {
  const mark = h("img", { src: "/page/icon.svg", alt: "", class: "brand-mark" });
  return h("div", { class: "brand" }, mark, h("div", {}, h("h1", {}, "Local Slack"), h("p", {}, state.team.name)));
}

function lists() {
  return h(
    "div",
    { class: "channel-lists" },
    h("h2", { id: "channels-title" }, "Channels"),
    h("ul", { "aria-labelledby": "channels-title" }),
    h("h2", { id: "apps-title" }, "Direct messages"),
    h("ul", { "aria-labelledby": "apps-title" }),
  );
}

function showLists(node, channels, messages, current) {
  const [first, second] = node.querySelectorAll("ul");
  reconcile(
    first,
    channels.map((channel) => entry(channel, current)),
  );
  reconcile(
    second,
    messages.map((channel) => entry(channel, current)),
  );
}

function entry(channel, current) {
  const isCurrent = channel.id === current.id;
  const unread = isCurrent ? 0 : channel.unread;
  return {
    key: channel.id,
    mark: `${channel.name}`,
    build: () =>
      h("li", {}, h("a", { href: addressOf(channel.id), "data-channel": channel.id, "data-focus": `channel:${channel.id}` })),
    patch: (item) => {
      const anchor = item.firstElementChild;
      if (isCurrent) anchor.setAttribute("aria-current", "page");
      else anchor.removeAttribute("aria-current");
      anchor.classList.toggle("unread", unread > 0);
      reconcile(anchor, [{ key: "words", mark: String(unread), build: () => words(channel, unread) }]);
    },
  };
}

function words(channel, unread) {
  const count = unread > 0 ? h("span", { class: "count" }, String(unread), unseen(" unread")) : null;
  return h(
    "span",
    { class: "channel-words" },
    icon(channel.app ? "sparkle" : channel.kind === "im" ? "thread" : "hash", "small"),
    h("span", { class: "name" }, channel.name),
    count,
  );
}

/** Each person is a link: opened in a second window, two people can talk. */
function personSwitch() {
  const people = state.people.filter((person) => !person.is_bot);
  const items = people.map((person) => ({
    text: person.name,
    description: person.title,
    checked: person.id === me,
    href: `?as=${encodeURIComponent(person.id)}${location.hash.startsWith("#/D") ? "" : location.hash}`,
  }));
  const open = (event) =>
    openMenu(event.currentTarget, [{ heading: "Be another person (a new window makes two)" }, ...items], "Switch person");
  const who = h(
    "span",
    { class: "who" },
    unseen("You are "),
    h("span", { class: "name" }, state.me.name),
    " ",
    h("span", { class: "title" }, state.me.title),
    unseen(". Switch person"),
  );
  const picture = avatar(state.me.id, state.me.name, false);
  return h(
    "button",
    { type: "button", class: "person", "aria-haspopup": "menu", onclick: open },
    picture,
    who,
    icon("chevron", "small"),
  );
}
