/** Secondary attachments, the older way to add to a message. */

import { drawBlock } from "./blocks.js";
import { h, link } from "./dom.js";
import { messageSurface } from "./forms.js";
import { mrkdwn } from "./mrkdwn.js";

export function attachment(described, channel, message) {
  const surface = messageSurface(channel.id, message);
  const title = described.title ? h("div", { class: "card-title" }, titleOf(described)) : null;
  const words = described.text ?? (described.blocks ? null : described.fallback);
  return h(
    "div",
    { class: "attachment" },
    described.pretext ? h("div", {}, mrkdwn(described.pretext)) : null,
    title,
    words ? h("div", {}, mrkdwn(words)) : null,
    (described.blocks ?? []).map((block) => drawBlock(block, surface)),
  );
}

function titleOf({ title, title_link: url }) {
  return url ? link(url, title) : title;
}
