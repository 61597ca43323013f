/** The customer feed: while it plays, a new post comes every 25 seconds. */

import { gesture } from "./api.js";
import { changed, refresh } from "./state.js";
import { toast } from "./toasts.js";

const SECONDS_BETWEEN_POSTS = 25;
let timer = null;

export function isPlaying() {
  return timer !== null;
}

export function togglePlay() {
  if (timer === null) {
    timer = setInterval(playNext, SECONDS_BETWEEN_POSTS * 1000);
    playNext();
  } else {
    clearInterval(timer);
    timer = null;
  }
  changed();
}

export async function playNext() {
  const answer = await gesture("feed");
  if (!answer.ok) toast(answer.notice ?? "The feed has no more posts.", "info");
  if (!answer.ok && isPlaying()) togglePlay();
  await refresh();
}
