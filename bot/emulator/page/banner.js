/** What stands between the person and a working app: no workspace, or no app connected, and what to do about it. */

import { copyButton } from "./code.js";
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { fill, reconcile } from "./reconcile.js";
import { online, state } from "./state.js";

const host = document.getElementById("banner");

const VARIABLES = `SLACK_API_URL=${location.origin}/api/
SLACK_BOT_TOKEN=xoxb-local-sayso
SLACK_APP_TOKEN=xapp-local-sayso
SLACK_SIGNING_SECRET=local-signing-secret`;

export function renderBanner() {
  if (!online) return fill(host, "offline", offline);
  if (state.app.connected) return reconcile(host, []);
  return fill(host, "unconnected", unconnected);
}

function offline() {
  return h(
    "div",
    { class: "banner bad", role: "alert" },
    icon("warning"),
    h("p", {}, h("strong", {}, "The local workspace is not answering. "), "This page tries again by itself."),
  );
}

function unconnected() {
  return h(
    "div",
    { class: "banner", role: "status" },
    icon("info"),
    h(
      "div",
      {},
      h(
        "p",
        {},
        h("strong", {}, "No app is connected. "),
        "Start your Bolt app with these variables; Socket Mode connects by itself.",
      ),
      h(
        "div",
        { class: "code-block" },
        h("pre", { tabindex: "0", "aria-label": "Variables to connect with" }, VARIABLES),
        copyButton(() => VARIABLES),
      ),
    ),
  );
}
