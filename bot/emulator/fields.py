"""Inputs: where each kind of element keeps its value, what stands in it at first, and what it may hold."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from bot.emulator.rules.blocks import all_blocks, elements_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Json = dict[str, Any]

VALUE_OF: dict[str, str] = {
    "plain_text_input": "value",
    "email_text_input": "value",
    "url_text_input": "value",
    "number_input": "value",
    "rich_text_input": "rich_text_value",
    "static_select": "selected_option",
    "external_select": "selected_option",
    "radio_buttons": "selected_option",
    "users_select": "selected_user",
    "conversations_select": "selected_conversation",
    "channels_select": "selected_channel",
    "multi_static_select": "selected_options",
    "multi_external_select": "selected_options",
    "checkboxes": "selected_options",
    "multi_users_select": "selected_users",
    "multi_conversations_select": "selected_conversations",
    "multi_channels_select": "selected_channels",
    "datepicker": "selected_date",
    "timepicker": "selected_time",
    "datetimepicker": "selected_date_time",
    "file_input": "files",
}
"""The field of a value, by type of element. Elements that are not here have no state."""

_EMAIL = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")
_LINK = re.compile(r"https?://\S+", re.IGNORECASE)
_NUMBER = re.compile(r"-?\d+(\.\d+)?")


def elements(blocks: list[Json]) -> Iterator[tuple[Mapping[str, Any], Mapping[str, Any]]]:
    """Each (block, element) that has an action_id, those inside containers too."""
    for block, _ in all_blocks(blocks):
        for element, _ in elements_of(block):
            if element.get("action_id"):
                yield block, element


def state_of(blocks: list[Json], given: Json) -> Json:
    """Slack's state.values of a surface: what the person has filled in, else what the app put there at first."""
    state: Json = {}
    for block, element in elements(blocks):
        kind = str(element.get("type"))
        if kind not in VALUE_OF:
            continue
        block_id, action_id = str(block["block_id"]), str(element["action_id"])
        around = given.get(block_id)
        mine = around.get(action_id) if isinstance(around, dict) else None
        value = mine.get(VALUE_OF[kind]) if isinstance(mine, dict) else _initial(element, VALUE_OF[kind])
        state.setdefault(block_id, {})[action_id] = {"type": kind, VALUE_OF[kind]: _empty(kind) if value in ("", None) else value}
    return state


def problems(blocks: list[Json], state: Json) -> dict[str, str]:
    """What Slack's window says before it sends a form: {block_id: message} for each input that may not stay as it is."""
    found = {}
    for block, element in elements(blocks):
        if block.get("type") != "input" or element.get("type") not in VALUE_OF:
            continue
        block_id = str(block["block_id"])
        value = state[block_id][element["action_id"]][VALUE_OF[element["type"]]]
        message = _problem(element, value, required=not block.get("optional", False))
        if message:
            found[block_id] = message
    return found


def _initial(element: Mapping[str, Any], field: str) -> Any:
    return element.get("initial_value" if field in ("value", "rich_text_value") else field.replace("selected", "initial"))


def _empty(kind: str) -> list[Any] | None:
    return [] if VALUE_OF[kind].endswith("s") else None


def _problem(element: Mapping[str, Any], value: Any, *, required: bool) -> str | None:
    if value in (None, "", []):
        return "This field is required." if required else None
    check = {
        "plain_text_input": _length,
        "email_text_input": _email,
        "url_text_input": _link,
        "number_input": _number,
    }.get(str(element["type"]))
    return check(element, str(value)) if check else None


def _length(element: Mapping[str, Any], text: str) -> str | None:
    least, most = element.get("min_length") or 0, element.get("max_length") or 3000
    if len(text) < least:
        return f"Write at least {least} characters (now {len(text)})."
    return f"Write at most {most} characters (now {len(text)})." if len(text) > most else None


def _email(_: Mapping[str, Any], text: str) -> str | None:
    return None if _EMAIL.fullmatch(text.strip()) else "Enter an email address, such as name@example.com"


def _link(_: Mapping[str, Any], text: str) -> str | None:
    return None if _LINK.fullmatch(text.strip()) else "Enter a full link, starting with https://"


def _number(element: Mapping[str, Any], text: str) -> str | None:
    text = text.strip()
    if not _NUMBER.fullmatch(text):
        return "Enter a number."
    if "." in text and not element.get("is_decimal_allowed"):
        return "Enter a whole number."
    least, most = element.get("min_value"), element.get("max_value")
    if least is not None and float(text) < float(least):
        return f"Enter {least} or more."
    return f"Enter {most} or less." if most is not None and float(text) > float(most) else None
