/** Brings a parent's children in line with a list, touching only what has changed: nothing flickers, nothing loses focus. */

const known = new WeakMap();

/**
 * Each entry is {key, mark, build(), patch?(node)}. A child is kept while its key and mark stay the same, built anew when the
 * mark changes, and removed when its key is gone. `patch` runs on kept and new children alike.
 */
export function reconcile(parent, entries) {
  const kept = keep(parent, entries);
  let place = parent.firstElementChild;
  for (const { key, mark, build, patch } of entries) {
    let node = kept.get(key);
    kept.delete(key);
    if (!node) {
      node = build();
      known.set(node, { key, mark });
    }
    if (node === place) place = place.nextElementSibling;
    else parent.insertBefore(node, place);
    patch?.(node);
  }
}

/** Removes what is stale before anything is placed: a node that need not move keeps its focus and scroll position. */
function keep(parent, entries) {
  const marks = new Map(entries.map((entry) => [entry.key, entry.mark]));
  const kept = new Map();
  for (const child of [...parent.children]) {
    const { key, mark } = known.get(child) ?? {};
    if (kept.has(key) || !marks.has(key) || marks.get(key) !== mark) child.remove();
    else kept.set(key, child);
  }
  return kept;
}

/** One child that depends on `mark` alone. */
export function fill(parent, mark, build) {
  reconcile(parent, [{ key: "only", mark, build }]);
}

/** Runs `render`; if the focused control was built anew, its successor (same data-focus) takes over focus and selection. */
export function keepingFocus(render) {
  const before = document.activeElement;
  const key = before?.dataset?.focus;
  const selection = key && "selectionStart" in before ? [before.selectionStart, before.selectionEnd] : null;
  render();
  if (!key || before.isConnected) return;
  const after = document.querySelector(`[data-focus="${CSS.escape(key)}"]`);
  if (!after) return;
  after.focus({ preventScroll: true });
  if (selection && selection[0] !== null && after.setSelectionRange) after.setSelectionRange(...selection);
}
