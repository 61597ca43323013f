"""Block elements: buttons, menus, pickers, inputs, images."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.emulator.rules.problem import Constraint, Problem
from bot.emulator.rules.rich_text import RICH_TEXT_ONLY
from bot.emulator.rules.shapes import Flag, Number, OneOf, Record, Rule, Several, Shape, Text
from bot.emulator.rules.texts import (
    ANY_OPTION,
    CHOICES,
    CHOICES_RULE,
    CONFIRM,
    CONVERSATION_FILTER,
    DISPATCH,
    PLAIN_OPTION,
    STYLE,
    picture,
    plain,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_ACTION: dict[str, Shape] = {"action_id": Text(255)}
_CONFIRM: dict[str, Shape] = {"confirm": CONFIRM}
_FOCUS: dict[str, Shape] = {"focus_on_load": Flag()}
_PLACEHOLDER: dict[str, Shape] = {"placeholder": plain(150)}
_DISPATCH: dict[str, Shape] = {"dispatch_action_config": DISPATCH}
_RESPONSE: dict[str, Shape] = {"response_url_enabled": Flag()}
_MANY: dict[str, Shape] = {"max_selected_items": Number(least=1)}
_ID = Text(least=1)
_LABEL: dict[str, Shape] = {"accessibility_label": Text(75)}

_MENU = {**_ACTION, **_CONFIRM, **_FOCUS, **_PLACEHOLDER}
_INPUT = {**_ACTION, **_DISPATCH, **_FOCUS, **_PLACEHOLDER}


def _menu(*shared: Mapping[str, Shape], rules: tuple[Rule, ...] = (), **own: Shape) -> Record:
    optional: dict[str, Shape] = {**_MENU, **own}
    for part in shared:
        optional.update(part)
    return Record(optional=optional, rules=rules)


def _input(required: dict[str, Shape] | None = None, **own: Shape) -> Record:
    return Record(required or {}, {**_INPUT, **own})


def _lengths(value: Mapping[str, object], at: str) -> Iterator[Problem]:
    least, most = value.get("min_length"), value.get("max_length")
    if isinstance(least, int) and isinstance(most, int) and least > most:
        yield Problem(
            f"{at}/min_length", "must be less than or equal to max_length", constraint=Constraint("maximum", most, least)
        )


_FILTER: dict[str, Shape] = {"filter": CONVERSATION_FILTER, "default_to_current_conversation": Flag()}
_TRIGGER = Record(
    {"url": Text(least=1)},
    {"customizable_input_parameters": Several(Record({"name": Text(), "value": Text()}))},
)
_FEEDBACK = Record({"text": plain(75), "value": Text(2000)}, _LABEL)

IMAGE = picture()

ELEMENTS: dict[str, Shape] = {
    "button": Record(
        {"text": plain(75)},
        {
            **_ACTION,
            **_CONFIRM,
            **_LABEL,
            "value": Text(2000),
            "url": Text(3000),
            "style": STYLE,
            "agent_prompt": Text(4000),
            "agent_prompt_display": Text(),
        },
    ),
    "checkboxes": Record(
        {"options": Several(ANY_OPTION, most=10, least=1)},
        {**_ACTION, **_CONFIRM, **_FOCUS, "initial_options": Several(ANY_OPTION, most=10, least=1)},
    ),
    "datepicker": _menu(initial_date=Text(pattern=r"\d{4}-\d{2}-\d{2}")),
    "datetimepicker": Record(optional={**_ACTION, **_CONFIRM, **_FOCUS, "initial_date_time": Number()}),
    "timepicker": _menu(initial_time=Text(pattern=r"\d{2}:\d{2}"), timezone=Text()),
    "email_text_input": _input(initial_value=Text()),
    "url_text_input": _input(initial_value=Text()),
    "number_input": _input({"is_decimal_allowed": Flag()}, initial_value=Text(), min_value=Text(), max_value=Text()),
    "plain_text_input": Record(
        optional={
            **_INPUT,
            "initial_value": Text(3000),
            "multiline": Flag(),
            "min_length": Number(least=0, most=3000),
            "max_length": Number(least=1, most=3000),
        },
        rules=(_lengths,),
    ),
    "rich_text_input": _input(
        initial_value=RICH_TEXT_ONLY, min_lines=Number(least=1, most=100), max_lines=Number(least=1, most=100)
    ),
    "file_input": Record(optional={**_ACTION, "filetypes": Several(Text()), "max_files": Number(least=1, most=10)}),
    "feedback_buttons": Record({"positive_button": _FEEDBACK, "negative_button": _FEEDBACK}, _ACTION),
    "icon_button": Record(
        {"icon": OneOf(("trash",)), "text": plain(75)},
        {**_ACTION, **_CONFIRM, **_LABEL, "value": Text(2000), "visible_to_user_ids": Several(_ID, most=10)},
    ),
    "image": IMAGE,
    "overflow": Record({"options": Several(PLAIN_OPTION, most=5, least=1)}, {**_ACTION, **_CONFIRM}),
    "radio_buttons": Record(
        {"options": Several(ANY_OPTION, most=10, least=1)},
        {**_ACTION, **_CONFIRM, **_FOCUS, "initial_option": ANY_OPTION},
    ),
    "workflow_button": Record(
        {"text": plain(75), "workflow": Record({"trigger": _TRIGGER})},
        {**_ACTION, **_CONFIRM, **_LABEL, "style": STYLE},
    ),
    "static_select": _menu(CHOICES, rules=(CHOICES_RULE,), initial_option=PLAIN_OPTION),
    "multi_static_select": _menu(CHOICES, _MANY, rules=(CHOICES_RULE,), initial_options=Several(PLAIN_OPTION, least=1)),
    "external_select": _menu(initial_option=PLAIN_OPTION, min_query_length=Number(least=0)),
    "multi_external_select": _menu(_MANY, initial_options=Several(PLAIN_OPTION, least=1), min_query_length=Number(least=0)),
    "users_select": _menu(initial_user=_ID),
    "multi_users_select": _menu(_MANY, initial_users=Several(_ID)),
    "conversations_select": _menu(_FILTER, _RESPONSE, initial_conversation=_ID),
    "multi_conversations_select": _menu(_FILTER, _MANY, initial_conversations=Several(_ID)),
    "channels_select": _menu(_RESPONSE, initial_channel=_ID),
    "multi_channels_select": _menu(_MANY, initial_channels=Several(_ID)),
}


def holding(*names: str) -> dict[str, Shape]:
    """The elements with these names, for the place that may hold them."""
    return {name: ELEMENTS[name] for name in names}
