/** Shortcuts: global ones beside the composer, message ones under each message. */

import { gesture } from "./api.js";
import { openMenu } from "./menu.js";
import { go } from "./route.js";
import { refresh, state } from "./state.js";
import { complain, toast } from "./toasts.js";

const NONE = { heading: "The app has no shortcuts of this kind" };

async function run(name, fields) {
  complain(await gesture(name, fields));
  await refresh();
}

function items(shortcuts, name, fields) {
  if (shortcuts.length === 0) return [NONE];
  return shortcuts.map((shortcut) => ({
    text: shortcut.name,
    description: shortcut.description,
    run: () => run(name, { callback_id: shortcut.callback_id, ...fields }),
  }));
}

export function openGlobalShortcuts(anchor, insertCommand) {
  const commands = state.commands.map((command) => ({
    text: command.command,
    description: command.description,
    run: () => insertCommand(`${command.command} `),
  }));
  const listed = commands.length > 0 ? [{ heading: "Slash commands" }, ...commands] : [];
  openMenu(anchor, [{ heading: "Shortcuts" }, ...items(state.shortcuts.global, "shortcut", {}), ...listed], "Shortcuts");
}

export function openMessageShortcuts(anchor, channel, message, copied) {
  const copy = {
    text: "Copy text",
    run: () => navigator.clipboard.writeText(message.text ?? "").then(copied, () => toast("Could not copy")),
  };
  const reply = { text: "Reply in thread", run: () => go(channel.id, message.thread_ts ?? message.ts) };
  const fields = { channel: channel.id, ts: message.ts };
  openMenu(
    anchor,
    [
      { heading: "Message shortcuts" },
      ...items(state.shortcuts.message, "message_shortcut", fields),
      { heading: "This message" },
      reply,
      copy,
    ],
    "More actions",
  );
}
