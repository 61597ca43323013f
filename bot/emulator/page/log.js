/** The request log: what Slack sent, what the app answered, and how long it took. A window into how bots work. */

import { fetchLog } from "./api.js";
import { h, unseen } from "./dom.js";
import { icon } from "./icons.js";
import { json } from "./json.js";
import { fill, reconcile } from "./reconcile.js";
import { changed, watch } from "./state.js";
import { moment } from "./time.js";

const host = document.getElementById("log");
const POLL_MILLISECONDS = 1000;
const MOST = 400;
const STORED = "local-slack.log-open";
const CLOCK = new Intl.DateTimeFormat(undefined, {
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
  fractionalSecondDigits: 3,
  hourCycle: "h23",
});

const GROUPS = {
  All: () => true,
  "Slack to app": (entry) => entry.direction === "to_app",
  "App to Slack": (entry) => entry.direction === "from_app",
  Problems: (entry) => entry.status === "error" || entry.status === "timeout",
};

const NOTHING = {
  waiting: "nothing yet",
  ok: "an empty acknowledgement",
  error: "nothing that could be read",
  timeout: "nothing in time",
};

host.addEventListener("keydown", (event) => event.key === "Escape" && toggleLog());

const entries = new Map();
let cleared = 0;
let group = "All";
let words = "";
let fetching = false;

export function isLogOpen() {
  return localStorage.getItem(STORED) === "yes";
}

/** Opens or closes the log; focus goes in with it and comes back. */
export function toggleLog() {
  localStorage.setItem(STORED, isLogOpen() ? "no" : "yes");
  changed();
  if (isLogOpen()) host.querySelector("input").focus();
  else document.querySelector(".log-button").focus();
}

/** While the log is open it follows by itself: much of what it shows changes nothing on the page. */
export function startLog() {
  watch(catchUp);
  setInterval(() => document.visibilityState === "visible" && catchUp(), POLL_MILLISECONDS);
}

async function catchUp() {
  if (!isLogOpen() || fetching) return;
  fetching = true;
  try {
    const { entries: fresh } = await fetchLog(seen());
    for (const entry of fresh) entries.set(entry.n, entry);
    for (const n of [...entries.keys()].slice(0, -MOST)) entries.delete(n);
    if (fresh.length > 0) renderLog();
  } catch {
    // The banner already says that the workspace is away.
  }
  fetching = false;
}

/** Everything before the first entry that still waits for its answer is settled. */
function seen() {
  const waiting = [...entries.values()].find((entry) => entry.status === "waiting");
  return waiting ? waiting.n - 1 : Math.max(cleared, ...entries.keys(), 0);
}

export function renderLog() {
  host.hidden = !isLogOpen();
  if (host.hidden) return;
  fill(host, "log", pane);
  for (const button of host.querySelectorAll("[data-group]"))
    button.setAttribute("aria-pressed", String(button.dataset.group === group));
  const list = host.querySelector(".log-list");
  const stick = list.scrollHeight - list.scrollTop - list.clientHeight < 60;
  const fits = (entry) =>
    entry.n > cleared && GROUPS[group](entry) && `${entry.title} ${entry.kind}`.toLowerCase().includes(words);
  const shown = [...entries.values()].filter(fits);
  const note = {
    key: "none",
    mark: "",
    build: () => h("p", { class: "empty" }, "Nothing yet. Say something to the app, and every request appears here."),
  };
  reconcile(list, shown.length > 0 ? shown.map(logEntry) : [note]);
  if (stick) list.scrollTop = list.scrollHeight;
}

function pane() {
  const filter = h("input", {
    type: "search",
    class: "text-field",
    placeholder: "Filter by method, event or command",
    "aria-label": "Filter the log",
    oninput: (event) => {
      words = event.currentTarget.value.trim().toLowerCase();
      renderLog();
    },
  });
  const groups = Object.keys(GROUPS).map((name) =>
    h("button", { type: "button", class: "log-group", "data-group": name, onclick: () => choose(name) }, name),
  );
  return h(
    "div",
    { class: "pane" },
    h(
      "header",
      { class: "pane-header" },
      h("h2", {}, "Request log"),
      h("button", { type: "button", class: "button small", onclick: clear }, "Clear"),
      h("button", { type: "button", class: "icon-button", "aria-label": "Close request log", onclick: toggleLog }, icon("close")),
    ),
    h(
      "div",
      { class: "log-filter" },
      filter,
      h("div", { class: "log-groups", role: "group", "aria-label": "Which entries" }, groups),
    ),
    h("div", { class: "log-list", role: "log", "aria-live": "off", "aria-label": "Requests", tabindex: "0" }),
  );
}

function choose(name) {
  group = name;
  renderLog();
}

function clear() {
  cleared = Math.max(0, ...entries.keys());
  renderLog();
}

function logEntry(entry) {
  return {
    key: entry.n,
    mark: "entry",
    build: () => {
      const details = h(
        "details",
        { class: "log-entry", "data-log": entry.n },
        h("summary", {}),
        h("div", { class: "log-body" }),
      );
      details.addEventListener("toggle", () => showBody(details, entries.get(entry.n)));
      return details;
    },
    patch: (details) => {
      details.className = `log-entry ${entry.direction} ${entry.status}`;
      fill(details.firstElementChild, `${entry.status}${entry.ms}`, () => summary(entry));
      showBody(details, entry);
    },
  };
}

function summary({ direction, kind, title, ms, status, at }) {
  const toApp = direction === "to_app";
  const took = typeof ms === "number" ? `${ms < 10 ? ms.toFixed(1) : Math.round(ms)} ms` : status === "waiting" ? "…" : "";
  return h(
    "span",
    { class: "log-line" },
    icon(toApp ? "out" : "in", "small"),
    unseen(toApp ? "Slack to app: " : "App to Slack: "),
    h("span", { class: "log-title" }, title),
    h("span", { class: "log-took" }, took),
    h("span", { class: "log-meta" }, `${CLOCK.format(moment(at))} · ${kind}`),
    h("span", { class: `log-status ${status}` }, status),
  );
}

/** Pretty JSON is made only once somebody looks. */
function showBody(details, entry) {
  if (!details.open || !entry) return;
  fill(details.lastElementChild, `${entry.status}${entry.response !== null}`, () => {
    const [asked, answered] =
      entry.direction === "to_app" ? ["Slack sent", "The app answered"] : ["The app sent", "Slack answered"];
    return h(
      "div",
      {},
      h("h3", {}, asked),
      json(entry.request),
      h("h3", {}, answered),
      entry.response === null ? h("p", { class: "faint" }, NOTHING[entry.status]) : json(entry.response),
    );
  });
}
