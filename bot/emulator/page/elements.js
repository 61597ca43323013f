/** Every interactive element by its Block Kit type. `at` says where it stands: {surface, block, labelledBy?, describedBy?, required?}. */

import { h } from "./dom.js";
import { button, feedbackButtons, iconButton, overflow, workflowButton } from "./buttons.js";
import { checkboxes, radioButtons } from "./choices.js";
import { image } from "./images.js";
import { datepicker, datetimepicker, timepicker } from "./pickers.js";
import { placeholder } from "./placeholder.js";
import { channelsSelect, conversationsSelect, externalSelect, staticSelect, usersSelect } from "./selects.js";
import { emailInput, numberInput, plainTextInput, richTextInput, urlInput } from "./inputs.js";

const ELEMENTS = {
  button,
  workflow_button: workflowButton,
  overflow,
  icon_button: iconButton,
  feedback_buttons: feedbackButtons,
  image: (picture) => image(picture, "thumbnail"),
  plain_text_input: plainTextInput,
  email_text_input: emailInput,
  url_text_input: urlInput,
  number_input: numberInput,
  rich_text_input: richTextInput,
  static_select: staticSelect,
  multi_static_select: staticSelect,
  external_select: externalSelect,
  multi_external_select: externalSelect,
  users_select: usersSelect,
  multi_users_select: usersSelect,
  conversations_select: conversationsSelect,
  multi_conversations_select: conversationsSelect,
  channels_select: channelsSelect,
  multi_channels_select: channelsSelect,
  checkboxes,
  radio_buttons: radioButtons,
  datepicker,
  timepicker,
  datetimepicker,
};

export function element(described, at) {
  const build = ELEMENTS[described.type];
  return build ? build(described, at) : placeholder(described);
}

/** Elements in a row. */
export function row(elements, at, className) {
  return h(
    "div",
    { class: className, role: "group" },
    (elements ?? []).map((each) => element(each, at)),
  );
}
