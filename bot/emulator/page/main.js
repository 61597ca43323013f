/** Starts the page and draws it anew, as little as possible, at every change. */

import { announce } from "./announce.js";
import { gesture, me } from "./api.js";
import { renderBanner } from "./banner.js";
import { renderFoot } from "./foot.js";
import { renderHeader } from "./header.js";
import { renderHome } from "./home.js";
import { renderLog, startLog } from "./log.js";
import { renderModals } from "./modal.js";
import { keepingFocus } from "./reconcile.js";
import { route } from "./route.js";
import { renderSidebar } from "./sidebar.js";
import { follow, refresh, state, watch } from "./state.js";
import { renderThread } from "./thread.js";
import { renderTimeline } from "./timeline.js";
import { renderToasts } from "./toasts.js";

let opened = null;

function render() {
  if (!state) return renderBannerAlone();
  const here = route();
  keepingFocus(() => {
    for (const draw of [
      renderSidebar,
      renderHeader,
      renderBanner,
      renderTimeline,
      renderHome,
      renderFoot,
      renderThread,
      renderLog,
      renderModals,
      renderToasts,
    ])
      draw(here);
  });
  announce(here);
  document.body.dataset.person = me;
  document.body.dataset.ready = "true";
  tellOpened(here);
}

/** Before the first state there is nothing to draw but the reason. */
function renderBannerAlone() {
  renderBanner();
}

/** Opening one of the app's tabs is an event for the app: app_home_opened. */
function tellOpened({ channel, tab }) {
  const now = channel.app ? `${channel.id}/${tab}` : null;
  if (now && now !== opened) gesture("open_home", { tab });
  opened = now;
}

/** As in Slack, ephemeral messages do not survive a reload of the page. */
async function start() {
  const [navigation] = performance.getEntriesByType("navigation");
  if (navigation?.type === "reload") {
    await refresh();
    await gesture("reload");
  }
  watch(render);
  window.addEventListener("hashchange", render);
  document.addEventListener("visibilitychange", render);
  document.getElementById("skip").addEventListener("click", () => document.querySelector("[data-composer]")?.focus());
  startLog();
  follow();
}

start();
