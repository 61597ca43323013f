/** What people have typed and chosen, kept by surface, block_id and action_id as Slack keeps it: a refresh never loses it. */

import { state } from "./state.js";
import { route } from "./route.js";

const typed = new Map();
const surfaces = new Map();

/** Where blocks live. `where` is the address that gestures use; `blocks` the latest ones. */
export function messageSurface(channel, message) {
  return { key: `message:${channel}:${message.ts}`, where: { message: { channel, ts: message.ts } }, blocks: message.blocks };
}

export function viewSurface(view) {
  return { key: `view:${view.id}`, where: { view: view.id }, blocks: view.blocks };
}

export function homeSurface(view) {
  return { key: "home", where: { home: true }, blocks: view.blocks };
}

/** Remembers a surface's latest blocks, so that a control drawn earlier still collects the values of its neighbours. */
export function know(surface) {
  surfaces.set(surface.key, surface.blocks);
}

/** Drops what was typed on surfaces that are gone. */
export function forget(isGone) {
  for (const key of [...surfaces.keys()].filter(isGone)) {
    surfaces.delete(key);
    typed.delete(key);
  }
}

function slot(block, element) {
  return JSON.stringify([block.block_id, element.action_id, element.type]);
}

export function valueOf(surface, block, element) {
  return typed.get(surface.key)?.get(slot(block, element)) ?? initialValue(element);
}

export function setValue(surface, block, element, value) {
  if (!typed.has(surface.key)) typed.set(surface.key, new Map());
  typed.get(surface.key).set(slot(block, element), { type: element.type, ...value });
}

/** All inputs of a surface as they stand: Slack's state.values. */
export function collect(key) {
  const values = {};
  for (const block of surfaces.get(key) ?? []) {
    for (const element of inputsOf(block)) {
      values[block.block_id] ??= {};
      values[block.block_id][element.action_id] = valueOf({ key }, block, element);
    }
  }
  return values;
}

export function inputsOf(block) {
  return [block.element, block.accessory, ...(block.elements ?? [])].filter((element) => element && INITIAL[element.type]);
}

const text = (element) => ({ value: element.initial_value ?? null });
const option = (element) => ({ selected_option: element.initial_option ?? null });
const options = (element) => ({ selected_options: element.initial_options ?? [] });

const INITIAL = {
  plain_text_input: text,
  email_text_input: text,
  url_text_input: text,
  number_input: text,
  rich_text_input: (element) => ({ rich_text_value: element.initial_value ?? null }),
  static_select: option,
  external_select: option,
  radio_buttons: option,
  multi_static_select: options,
  multi_external_select: options,
  checkboxes: options,
  users_select: (element) => ({ selected_user: element.initial_user ?? null }),
  multi_users_select: (element) => ({ selected_users: element.initial_users ?? [] }),
  conversations_select: (element) => ({ selected_conversation: element.initial_conversation ?? current(element) }),
  multi_conversations_select: (element) => ({
    selected_conversations: element.initial_conversations ?? [current(element)].filter(Boolean),
  }),
  channels_select: (element) => ({ selected_channel: element.initial_channel ?? null }),
  multi_channels_select: (element) => ({ selected_channels: element.initial_channels ?? [] }),
  datepicker: (element) => ({ selected_date: element.initial_date ?? null }),
  timepicker: (element) => ({ selected_time: element.initial_time ?? null }),
  datetimepicker: (element) => ({ selected_date_time: element.initial_date_time ?? null }),
};

function current(element) {
  return element.default_to_current_conversation && state ? (route().channel?.id ?? null) : null;
}

export function initialValue(element) {
  return { type: element.type, ...INITIAL[element.type](element) };
}
