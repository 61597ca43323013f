/** Buttons of every kind: plain, linking, feedback, icon and the overflow menu. */

import { me } from "./api.js";
import { controlAttributes, press } from "./actions.js";
import { h, safeUrl } from "./dom.js";
import { icon } from "./icons.js";
import { openMenu } from "./menu.js";
import { plain } from "./mrkdwn.js";
import { withEmoji } from "./emoji.js";

function attributes(element, at) {
  return {
    ...controlAttributes({ ...at, labelledBy: null }, element),
    "aria-label": element.accessibility_label ?? null,
    type: "button",
  };
}

export function button(element, at) {
  const style = element.style ? `button ${element.style}` : "button";
  const onclick = (event) => {
    const href = element.url && safeUrl(element.url);
    if (href) window.open(href, "_blank", "noopener,noreferrer");
    press(at, element, { value: element.value, text: element.text }, event.currentTarget);
  };
  const mark = element.url ? icon("out", "small") : null;
  return h("button", { ...attributes(element, at), class: style, onclick }, h("span", {}, plain(element.text.text)), mark);
}

export function workflowButton(element, at) {
  const hint = "Workflows do not run in Local Slack.";
  return h("button", { ...attributes(element, at), class: "button", disabled: true, title: hint }, plain(element.text.text));
}

export function iconButton(element, at) {
  if (element.visible_to_user_ids && !element.visible_to_user_ids.includes(me)) return null;
  const onclick = (event) => press(at, element, { value: element.value }, event.currentTarget);
  const name = element.accessibility_label ?? element.text.text;
  return h(
    "button",
    { ...attributes(element, at), class: "icon-button", "aria-label": name, title: element.text.text, onclick },
    icon(element.icon),
  );
}

/** Thumbs up and down; the one chosen stays marked, as in Slack. */
export function feedbackButtons(element, at) {
  const group = h("span", { class: "feedback", role: "group", "aria-label": "Feedback" });
  const thumb = (described, drawing) => {
    const onclick = async (event) => {
      const chosen = event.currentTarget;
      for (const each of group.children) each.setAttribute("aria-pressed", String(each === chosen));
      await press(at, element, { value: described.value, text: described.text }, chosen);
    };
    const own = {
      "data-focus": null,
      "aria-label": described.accessibility_label ?? described.text.text,
      title: described.text.text,
    };
    return h(
      "button",
      { ...attributes(element, at), ...own, class: "icon-button", "aria-pressed": "false", onclick },
      icon(drawing),
    );
  };
  group.append(thumb(element.positive_button, "up"), thumb(element.negative_button, "down"));
  return group;
}

export function overflow(element, at) {
  const open = (event) => {
    const anchor = event.currentTarget;
    const items = element.options.map((option) => ({
      text: withEmoji(option.text.text),
      description: option.description?.text,
      run: () => pick(option, anchor),
    }));
    openMenu(anchor, items, "More options");
  };
  const pick = (option, anchor) => {
    const href = option.url && safeUrl(option.url);
    if (href) window.open(href, "_blank", "noopener,noreferrer");
    press(at, element, { selected_option: option }, anchor);
  };
  const own = { "aria-label": "More options", "aria-haspopup": "menu", class: "icon-button framed" };
  return h("button", { ...attributes(element, at), ...own, onclick: open }, icon("more"));
}
