"""Slack's limits for every block and element that we send, in one table (docs.slack.dev/reference/block-kit, 2026)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.slack.rules import Rule, boolean, by_type, many, number, one_of, record, string, text, with_one_of

if TYPE_CHECKING:
    from collections.abc import Mapping

MESSAGE_BLOCKS = 50
VIEW_BLOCKS = 100
MESSAGE_TEXT = 12_000
"""Characters of all blocks of a message together; Slack refuses somewhere between this and 13,300."""
TOP_TEXT = 4_000
VIEW_BYTES = 250_000
METADATA = 3_000
INPUT_MOST = 3_000

_NAME = string(255)
_PLAIN = "plain_text"
_ANY = ("plain_text", "mrkdwn")
_RICH_RUN_MOST = 12_000

_OPTION = record({"text": text(75, *_ANY), "value": string(75)}, {"description": text(75, *_ANY)})
_CONFIRM = record(
    {"title": text(100, _PLAIN), "text": text(300, *_ANY), "confirm": text(30, _PLAIN), "deny": text(30, _PLAIN)},
    {"style": one_of("primary", "danger")},
)
_ACTION: Mapping[str, Rule] = {"action_id": _NAME, "confirm": _CONFIRM, "focus_on_load": boolean}
_FEEDBACK = record({"text": text(75, _PLAIN), "value": string(2000)}, {"accessibility_label": string(75)})


def _choice(most: int, *, initial: str) -> Rule:
    one = _OPTION if initial == "initial_option" else many(_OPTION, most)
    return record({"options": many(_OPTION, most)}, {**_ACTION, initial: one, "placeholder": text(150, _PLAIN)})


def _input(**more: Rule) -> Rule:
    dispatch = record({"trigger_actions_on": many(one_of("on_enter_pressed", "on_character_entered"), 2)}, {})
    return record({}, {**_ACTION, "placeholder": text(150, _PLAIN), "dispatch_action_config": dispatch, **more})


ELEMENTS: Mapping[str, Rule] = {
    "button": record(
        {"text": text(75, _PLAIN)},
        {
            **_ACTION,
            "value": string(2000),
            "url": string(3000),
            "style": one_of("primary", "danger"),
            "accessibility_label": string(75),
        },
    ),
    "checkboxes": _choice(10, initial="initial_options"),
    "radio_buttons": _choice(10, initial="initial_option"),
    "static_select": _choice(100, initial="initial_option"),
    "overflow": record({"options": many(_OPTION, 5)}, _ACTION),
    "plain_text_input": _input(
        initial_value=string(INPUT_MOST),
        multiline=boolean,
        min_length=number(0, INPUT_MOST),
        max_length=number(1, INPUT_MOST),
    ),
    "url_text_input": _input(initial_value=string(3000)),
    "users_select": _input(),
    "timepicker": _input(),
    "number_input": record(
        {"is_decimal_allowed": boolean},
        {
            **_ACTION,
            "placeholder": text(150, _PLAIN),
            "initial_value": string(40),
            "min_value": string(40),
            "max_value": string(40),
        },
    ),
    "image": record({"image_url": string(3000), "alt_text": string(2000)}, {}),
    "feedback_buttons": record({"positive_button": _FEEDBACK, "negative_button": _FEEDBACK}, {"action_id": _NAME}),
}

_STYLE = record({}, dict.fromkeys(("bold", "italic", "strike", "code"), boolean))
_RUN: Mapping[str, Rule] = {
    "text": record({"text": string(_RICH_RUN_MOST)}, {"style": _STYLE}),
    "link": record({"url": string(3000)}, {"text": string(3000), "style": _STYLE}),
    "user": record({"user_id": string(24)}, {"style": _STYLE}),
    "date": record({"timestamp": number(0, 2**40), "format": string(200)}, {"fallback": string(200), "style": _STYLE}),
}
_RUNS = many(by_type(_RUN, "a run of rich text"), 1000)
_SECTION = record({"elements": _RUNS}, {})
_PRE = record({"elements": many(by_type({name: _RUN[name] for name in ("text", "link")}, "a run of text"), 1000)}, {})
RICH: Mapping[str, Rule] = {
    "rich_text_section": _SECTION,
    "rich_text_quote": _SECTION,
    "rich_text_preformatted": _PRE,
    "rich_text_list": record(
        {"style": one_of("bullet", "ordered"), "elements": many(by_type({"rich_text_section": _SECTION}, "a list item"), 200)},
        {"indent": number(0, 8), "offset": number(0, 1000)},
    ),
}


def _among(what: str, *names: str) -> Rule:
    return by_type({name: ELEMENTS[name] for name in names}, what)


_PRESSED = ("button", "checkboxes", "radio_buttons", "static_select", "overflow")
_TYPED = (
    "plain_text_input",
    "url_text_input",
    "number_input",
    "checkboxes",
    "radio_buttons",
    "static_select",
    "users_select",
    "timepicker",
)
_SMALL = by_type({"plain_text": text(3000, _PLAIN), "mrkdwn": text(3000, "mrkdwn"), "image": ELEMENTS["image"]}, "small print")
_ID: Mapping[str, Rule] = {"block_id": _NAME}

BLOCKS: Mapping[str, Rule] = {
    "header": record({"text": text(150, _PLAIN)}, _ID),
    "section": with_one_of(
        ("text", "fields"),
        record(
            {},
            {
                **_ID,
                "text": text(3000, *_ANY),
                "fields": many(text(2000, *_ANY), 10),
                "accessory": _among("an accessory", *_PRESSED, "image"),
                "expand": boolean,
            },
        ),
    ),
    "context": record({"elements": many(_SMALL, 10)}, _ID),
    "actions": record({"elements": many(_among("an action", *_PRESSED), 25)}, _ID),
    "context_actions": record({"elements": many(_among("an action", "feedback_buttons"), 5)}, _ID),
    "divider": record({}, _ID),
    "image": record({"image_url": string(3000), "alt_text": string(2000)}, {**_ID, "title": text(2000, _PLAIN)}),
    "input": record(
        {"label": text(2000, _PLAIN), "element": _among("a field", *_TYPED)},
        {**_ID, "hint": text(2000, _PLAIN), "optional": boolean, "dispatch_action": boolean},
    ),
    "rich_text": record({"elements": many(by_type(RICH, "a part of rich text"), 200)}, _ID),
}
ONLY_IN_MESSAGES = frozenset({"context_actions"})
BLOCK = by_type(BLOCKS, "a block")

VIEW = record(
    {"blocks": many(BLOCK, VIEW_BLOCKS)},
    {
        "callback_id": string(255, least=0),
        "external_id": string(255, least=0),
        "private_metadata": string(METADATA, least=0),
        "title": text(24, _PLAIN),
        "submit": text(24, _PLAIN),
        "close": text(24, _PLAIN),
        "clear_on_close": boolean,
        "notify_on_close": boolean,
        "submit_disabled": boolean,
    },
)
