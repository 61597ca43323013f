/** Places a pop-up beside its anchor, inside the window. */

const GAP = 4;

/** Below the anchor if there is room, else above; `match` gives it the anchor's width, `end` aligns right edges. */
export function place(panel, anchor, { match = false, end = false } = {}) {
  const box = anchor.getBoundingClientRect();
  if (match) panel.style.width = `${box.width}px`;
  const below = window.innerHeight - box.bottom - 2 * GAP;
  const above = box.top - 2 * GAP;
  panel.style.maxHeight = `${Math.min(360, Math.max(below, above))}px`;
  const size = panel.getBoundingClientRect();
  const top = size.height <= below || below >= above ? box.bottom + GAP : box.top - GAP - size.height;
  const left = end ? box.right - size.width : box.left;
  panel.style.top = `${Math.max(GAP, top)}px`;
  panel.style.left = `${Math.max(GAP, Math.min(left, window.innerWidth - size.width - GAP))}px`;
}
