/** Keeps Tab inside a dialog. */

const FOCUSABLE = "a[href], button:not([disabled]), input:not([disabled]), textarea:not([disabled]), summary, [tabindex='0']";

export function trapFocus(event, dialog) {
  const stops = [...dialog.querySelectorAll(FOCUSABLE)].filter((stop) => stop.tabIndex >= 0 && stop.getClientRects().length > 0);
  if (stops.length === 0) return;
  const edge = event.shiftKey ? stops[0] : stops.at(-1);
  if (document.activeElement !== edge && dialog.contains(document.activeElement)) return;
  event.preventDefault();
  (event.shiftKey ? stops.at(-1) : stops[0]).focus();
}
