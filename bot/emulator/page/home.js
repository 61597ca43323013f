/** The app's Home tab. */

import { showBlocks } from "./blocks.js";
import { h } from "./dom.js";
import { homeSurface } from "./forms.js";
import { fill } from "./reconcile.js";
import { state } from "./state.js";

const host = document.getElementById("home");

export function renderHome({ tab }) {
  host.hidden = tab !== "home";
  if (host.hidden) return;
  fill(host, state.home ? "view" : "empty", () => (state.home ? view() : empty()));
  if (!state.home) return;
  const [notice, blocks] = host.firstElementChild.children;
  notice.hidden = !state.home.notice;
  notice.textContent = state.home.notice ?? "";
  showBlocks(blocks, homeSurface(state.home));
}

function view() {
  return h("div", { class: "home-view" }, h("p", { class: "modal-notice", role: "alert", hidden: true }), h("div", {}));
}

function empty() {
  const words = `${state.app.name} has not published a Home tab for you. Apps do so with views.publish, usually on app_home_opened.`;
  return h("p", { class: "empty" }, words);
}
