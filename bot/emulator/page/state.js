/** What the page knows: the latest state of the workspace as this person sees it. Rendering reads it, nothing else writes it. */

import { fetchState, listen } from "./api.js";

/** @type {{seq: number, channels: object[], people: object[], modals: object[]} | null} */
export let state = null;

/** False while the workspace does not answer. */
export let online = true;

const watchers = [];
let fetching = false;
let wanted = false;

/** `watcher()` runs after every change of state. */
export function watch(watcher) {
  watchers.push(watcher);
}

export function changed() {
  for (const watcher of watchers) watcher();
}

/** Fetches the state; calls while one fetch is under way join into a single further one. */
export async function refresh() {
  wanted = true;
  if (fetching) return;
  fetching = true;
  while (wanted) {
    wanted = false;
    await fetchOnce();
  }
  fetching = false;
}

async function fetchOnce() {
  try {
    state = await fetchState();
    online = true;
  } catch {
    online = false;
  }
  changed();
}

function lost() {
  online = false;
  changed();
}

export function follow() {
  listen((seq) => {
    if (!online || !state || seq > state.seq) refresh();
  }, lost);
  refresh();
}

export function channelOf(id) {
  return state.channels.find((channel) => channel.id === id) ?? null;
}

export function appChannel() {
  return state.channels.find((channel) => channel.app) ?? null;
}

export function personName(id) {
  if (id === state.app?.bot_user_id) return state.people.find((person) => person.id === id)?.name ?? state.app.name;
  return state.people.find((person) => person.id === id)?.name ?? id;
}

export function channelName(id) {
  return channelOf(id)?.name ?? id;
}
