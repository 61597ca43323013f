/** What stands at the start of a channel: its name, and how to begin with the app, told from the app's manifest. */

import { startWith } from "./composer.js";
import { h } from "./dom.js";
import { state } from "./state.js";

/** An entry for `reconcile`. An empty channel offers the slash commands; one with messages says what their menu holds. */
export function introEntry(channel) {
  const { name } = state.app;
  const words = channel.app
    ? `This is your conversation with ${channel.name}. Only the two of you see it.`
    : `This is the start of #${channel.name}.`;
  const commands = channel.app || channel.messages.length > 0 ? [] : state.commands;
  const withMenu = channel.messages.some((message) => !message.ephemeral);
  const shortcuts = channel.app || !withMenu ? [] : state.shortcuts.message;
  return {
    key: "intro",
    mark: JSON.stringify([words, name, commands, shortcuts]),
    build: () =>
      h(
        "div",
        { class: "intro" },
        h("p", {}, words),
        commands.length > 0 ? begin(name, commands) : null,
        shortcuts.length > 0 ? h("p", {}, menuHint(shortcuts)) : null,
      ),
  };
}

function begin(name, commands) {
  return h(
    "div",
    { class: "begin", role: "group", "aria-label": "How to begin" },
    h("p", {}, "Type ", h("kbd", {}, "/"), ` below to see what ${name} can do, or begin with one of these:`),
    h(
      "ul",
      {},
      commands.map((command) => h("li", {}, starter(command), " ", h("span", { class: "faint" }, command.description))),
    ),
  );
}

function starter({ command }) {
  return h("button", { type: "button", class: "starter", onclick: () => startWith(`${command} `) }, command);
}

function menuHint(shortcuts) {
  const names = shortcuts.map((shortcut) => `“${shortcut.name}”`).join(", ");
  return `The menu of every message (⋯) offers ${names}.`;
}
