"""The table: how much of a thing Slack takes, which surface takes which block, which block takes which element.

Sources: docs.slack.dev (blocks.json lists surfaces and elements), npm @slack/types 3.2.0, slack_sdk 3.48, and answers of the
live API that people have quoted in public. A block or element that is not in these tables is refused.
"""

from __future__ import annotations

from typing import Literal, get_args

Surface = Literal["message", "modal", "home"]
SURFACES: tuple[Surface, ...] = get_args(Surface)

BLOCKS_MOST: dict[Surface, int] = {"message": 50, "modal": 100, "home": 100}

TEXT_MOST = 3000
"""Characters in one text object, where the place sets no smaller limit."""

MARKDOWN_MOST = 12_000
"""Characters in all markdown blocks of one message together, and in one `markdown_text`."""

MESSAGE_TEXT_MOST = 13_000
"""Characters in all blocks of one message together. Slack publishes no figure; messages were refused from about here."""

POST_TEXT_MOST = 40_000
"""`text` of chat.postMessage is cut here; Slack refuses nothing."""

UPDATE_TEXT_MOST = 4_000
"""`text` of chat.update and chat.postEphemeral is refused above this with `msg_too_long`."""

VIEW_BYTES_MOST = 250 * 1024

_ALL = frozenset(SURFACES)
_MESSAGE = frozenset[Surface]({"message"})

BLOCK_SURFACES: dict[str, frozenset[Surface]] = {
    "actions": _ALL,
    "alert": frozenset({"modal"}),
    "auth_provider": _ALL,
    "call": _MESSAGE,
    "card": _ALL,
    "carousel": frozenset({"message", "home"}),
    "container": _MESSAGE,
    "context": _ALL,
    "context_actions": _MESSAGE,
    "data_table": _MESSAGE,
    "data_visualization": _MESSAGE,
    "divider": _ALL,
    "file": _MESSAGE,
    "header": _ALL,
    "image": _ALL,
    "input": _ALL,
    "markdown": _MESSAGE,
    "plan": _MESSAGE,
    "rich_text": _ALL,
    "section": _ALL,
    "table": _MESSAGE,
    "task_card": _MESSAGE,
    "video": _ALL,
}

ELEMENT_SURFACES: dict[str, frozenset[Surface]] = {"file_input": frozenset({"modal"})}
"""Elements that stand on fewer surfaces than their block does."""

ONE_PER_MESSAGE = ("table",)

_SELECTS = (
    "channels_select",
    "conversations_select",
    "external_select",
    "multi_channels_select",
    "multi_conversations_select",
    "multi_external_select",
    "multi_static_select",
    "multi_users_select",
    "static_select",
    "users_select",
)

ACTIONS_ELEMENTS = (
    "button",
    "checkboxes",
    "datepicker",
    "datetimepicker",
    "overflow",
    "radio_buttons",
    "rich_text_input",
    "timepicker",
    "workflow_button",
    *_SELECTS,
)

SECTION_ACCESSORIES = (
    "button",
    "checkboxes",
    "datepicker",
    "image",
    "overflow",
    "radio_buttons",
    "timepicker",
    "workflow_button",
    *_SELECTS,
)

INPUT_ELEMENTS = (
    "checkboxes",
    "datepicker",
    "datetimepicker",
    "email_text_input",
    "file_input",
    "number_input",
    "plain_text_input",
    "radio_buttons",
    "rich_text_input",
    "timepicker",
    "url_text_input",
    *_SELECTS,
)

CONTEXT_ACTIONS_ELEMENTS = ("feedback_buttons", "icon_button")

CONTAINER_CHILDREN = (
    "actions",
    "context",
    "divider",
    "file",
    "header",
    "image",
    "input",
    "rich_text",
    "section",
    "table",
    "video",
)
