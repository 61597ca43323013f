/** Under the messages: suggested prompts and the composer. */

import { composerFor, say } from "./composer.js";
import { h } from "./dom.js";
import { me } from "./api.js";
import { reconcile } from "./reconcile.js";
import { refresh, state } from "./state.js";

const host = document.getElementById("foot");

export function renderFoot({ channel, tab }) {
  host.hidden = tab === "home";
  if (host.hidden) return;
  const prompts = promptsOf(channel);
  const name = channel.kind === "im" ? channel.name : `#${channel.name}`;
  reconcile(host, [
    {
      key: "prompts",
      mark: JSON.stringify([channel.id, channel.prompts_title, prompts]),
      build: () => promptRow(channel, prompts),
    },
    {
      key: "composer",
      mark: channel.id,
      build: () => composerFor({ channel, label: "Message", placeholder: `Message ${name}` }),
    },
  ]);
}

/** Those the app has set for this conversation, or those of its manifest until the person has said something. */
function promptsOf(channel) {
  if (channel.prompts?.length > 0) return channel.prompts;
  const silent = !channel.messages.some((message) => message.user === me);
  return channel.app && silent ? (state.app.agent?.suggested_prompts ?? []) : [];
}

function promptRow(channel, prompts) {
  const send = async (prompt) => {
    await say(channel, null, prompt.message);
    await refresh();
  };
  const buttons = prompts.map((prompt) =>
    h("button", { type: "button", class: "prompt", title: prompt.message, onclick: () => send(prompt) }, prompt.title),
  );
  const title = channel.prompts_title ? h("p", { class: "prompts-title" }, channel.prompts_title) : null;
  return h(
    "div",
    { class: "prompts", role: "group", "aria-label": "Suggested prompts", hidden: prompts.length === 0 },
    title,
    buttons,
  );
}
