/** Images. The page loads nothing from outside, so a picture from elsewhere is shown by its alternative text and its address. */

import { h, link, unseen } from "./dom.js";
import { plain } from "./mrkdwn.js";

function isOwn(url) {
  try {
    return url.startsWith("data:image/") || new URL(url, location.href).origin === location.origin;
  } catch {
    return false;
  }
}

export function image(described, size) {
  const url = described.image_url ?? described.slack_file?.url ?? "";
  const title = described.title ? h("figcaption", {}, plain(described.title.text)) : null;
  const picture = isOwn(url) ? h("img", { src: url, alt: described.alt_text, loading: "lazy" }) : absent(described, url);
  return h("figure", { class: `image ${size}` }, title, picture);
}

function absent(described, url) {
  return h("span", { class: "absent-image", title: url }, unseen("Image: "), link(url, described.alt_text));
}
