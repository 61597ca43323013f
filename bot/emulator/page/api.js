/** Talking to the local workspace: its state, what this person does in it, and word of every change. */

/** Who looks through this window; `?as=` makes two windows two people. Without it the workspace names somebody. */
export let me = new URLSearchParams(location.search).get("as") ?? "";

const SILENT = { ok: false, error: "no_answer", notice: "The local workspace did not answer. Is it still running?" };

async function read(response) {
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  return response.json();
}

export async function fetchState() {
  const response = await fetch(`/_emulator/state?user=${encodeURIComponent(me)}`, { cache: "no-store" });
  if (response.status === 404 && location.search) location.replace(location.pathname);
  const found = await read(response);
  me = found.me.id;
  return found;
}

export async function fetchLog(after) {
  return read(await fetch(`/_emulator/log?after=${after}`, { cache: "no-store" }));
}

/**
 * Does `name` as this person; resolves when Slack itself would have reacted. Always an answer: {"ok": true, …}, or {"ok": false}
 * with a `notice`, and with an `error` where the workspace has not already shown the notice by itself.
 */
export async function gesture(name, fields = {}) {
  try {
    const response = await fetch(`/_emulator/do/${name}`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ user: me, ...fields }),
    });
    return await response.json();
  } catch {
    return SILENT;
  }
}

/** Calls `onNews(seq)` at every change and `onLost()` when the workspace is gone; the browser itself tries again. */
export function listen(onNews, onLost) {
  const source = new EventSource(`/_emulator/stream?user=${encodeURIComponent(me)}`);
  source.onopen = () => onNews(Infinity);
  source.onmessage = (event) => onNews(JSON.parse(event.data).seq);
  source.onerror = onLost;
}
