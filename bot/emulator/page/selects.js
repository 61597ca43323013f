/** Select menus of every source: given options, the app's own answers, people, channels. */

import { gesture } from "./api.js";
import { choose, controlAttributes } from "./actions.js";
import { combobox } from "./combobox.js";
import { collect, valueOf } from "./forms.js";
import { state } from "./state.js";
import { withEmoji } from "./emoji.js";

function itemOf(option) {
  return { value: option.value, text: withEmoji(option.text.text), description: option.description?.text, option };
}

function groupsOf({ options, option_groups: groups }) {
  if (groups) return groups.map((group) => ({ label: group.label.text, items: group.options.map(itemOf) }));
  return [{ items: (options ?? []).map(itemOf) }];
}

function matching(groups, query) {
  const words = query.trim().toLowerCase();
  const fits = (item) => `${item.text} ${item.description ?? ""}`.toLowerCase().includes(words);
  return groups.map((group) => ({ ...group, items: group.items.filter(fits) })).filter((group) => group.items.length > 0);
}

export function staticSelect(element, at) {
  const groups = groupsOf(element);
  return optionSelect(element, at, async (query) => matching(groups, query));
}

/** Asks the app as the person types: block_suggestion. */
export function externalSelect(element, at) {
  const load = async (query) => {
    const fields = { where: at.surface.where, block_id: at.block.block_id, action_id: element.action_id, value: query };
    const answer = await gesture("suggest", { ...fields, values: collect(at.surface.key) });
    if (!answer.ok) throw new Error(answer.notice ?? "The app did not answer.");
    return groupsOf(answer);
  };
  const searching = { ...element, placeholder: element.placeholder ?? { text: "Type to search" } };
  return optionSelect(searching, at, load, element.min_query_length ?? 3);
}

function optionSelect(element, at, load, shortest = 0) {
  const value = valueOf(at.surface, at.block, element);
  const chosen = (value.selected_options ?? [value.selected_option]).filter(Boolean).map(itemOf);
  const write = (items, many) =>
    many ? { selected_options: items.map((item) => item.option) } : { selected_option: items[0]?.option ?? null };
  return select(element, at, { load, chosen, write, shortest });
}

export function usersSelect(element, at) {
  const items = state.people.map((person) => ({
    value: person.id,
    text: person.name,
    description: person.title || (person.is_bot ? "App" : ""),
  }));
  return idSelect(element, at, items, "selected_user", "selected_users");
}

export function conversationsSelect(element, at) {
  const { include, exclude_bot_users: withoutBots } = element.filter ?? {};
  const fits = (channel) =>
    (!include || include.includes(channel.kind === "im" ? "im" : "public")) && !(withoutBots && channel.app);
  return idSelect(element, at, state.channels.filter(fits).map(channelItem), "selected_conversation", "selected_conversations");
}

export function channelsSelect(element, at) {
  const items = state.channels.filter((channel) => channel.kind === "channel").map(channelItem);
  return idSelect(element, at, items, "selected_channel", "selected_channels");
}

function channelItem(channel) {
  return { value: channel.id, text: channel.kind === "im" ? channel.name : `#${channel.name}`, description: channel.topic };
}

function idSelect(element, at, items, one, several) {
  const value = valueOf(at.surface, at.block, element);
  const ids = (value[several] ?? [value[one]]).filter(Boolean);
  const chosen = ids.map((id) => items.find((item) => item.value === id) ?? { value: id, text: id });
  const write = (picked, many) => (many ? { [several]: picked.map((item) => item.value) } : { [one]: picked[0]?.value ?? null });
  return select(element, at, { load: async (query) => matching([{ items }], query), chosen, write });
}

function select(element, at, { load, chosen, write, shortest = 0 }) {
  const many = element.type.startsWith("multi_");
  return combobox({
    attributes: controlAttributes(at, element),
    placeholder: element.placeholder?.text ?? (many ? "Choose some" : "Choose one"),
    many,
    maximum: element.max_selected_items ?? Infinity,
    clearable: at.block.optional === true,
    chosen,
    load,
    shortest,
    change: (items, control) => choose(at, element, write(items, many), control),
  });
}
