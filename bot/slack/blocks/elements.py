"""The few blocks and elements of Slack that we build with, each text already inside its limit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from bot.slack.text import line, mrkdwn, plain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.slack.message import Json

HEADER_MOST = 150
LABEL_MOST = 75
VALUE_MOST = 2000
CONTEXT_MOST = 1000
OPTION_MOST = 75
OPTIONS_MOST = 100
CHOICES_MOST = 10
"""How many checkboxes or radio buttons stand together."""


def header(text: str, block_id: str) -> Json:
    """A heading: larger, and a landmark for screen readers."""
    return {"type": "header", "block_id": block_id, "text": label(text, HEADER_MOST)}


def section(text: Json, block_id: str, accessory: Json | None = None) -> Json:
    """A paragraph, with an element beside it."""
    block: Json = {"type": "section", "block_id": block_id, "text": text}
    return block | {"accessory": accessory} if accessory else block


def own(words: str, block_id: str, accessory: Json | None = None) -> Json:
    """A paragraph of our own words, with an element beside it."""
    return section(mrkdwn(words), block_id, accessory)


def small(block_id: str, *texts: Json) -> Json:
    """Small grey print."""
    return {"type": "context", "block_id": block_id, "elements": list(texts)}


def small_words(block_id: str, *texts: str) -> Json:
    """Small grey print of anybody's words."""
    return small(block_id, *(plain(text, CONTEXT_MOST) for text in texts))


def divider(block_id: str) -> Json:
    """A thin line."""
    return {"type": "divider", "block_id": block_id}


def actions(block_id: str, *elements: Json) -> Json:
    """A row of buttons or other elements."""
    return {"type": "actions", "block_id": block_id, "elements": list(elements)}


def button(text: str, action_id: str, value: str, *, style: Literal["", "primary", "danger"] = "", spoken: str = "") -> Json:
    """A button. `spoken` is what a screen reader says where `text` alone would not tell."""
    block: Json = {"type": "button", "action_id": action_id, "text": label(text), "value": value[:VALUE_MOST]}
    if style:
        block["style"] = style
    if spoken:
        block["accessibility_label"] = line(spoken, LABEL_MOST)
    return block


def label(text: str, most: int = LABEL_MOST) -> Json:
    """Plain text on one line."""
    return plain(line(text, most), most)


def option(text: str, value: str, description: str = "") -> Json:
    """One choice. What does not fit into its text goes on in the description, which is shown below it."""
    text, rest = _broken(" ".join(text.split()))
    choice: Json = {"text": label(text, OPTION_MOST), "value": value[:OPTION_MOST]}
    below = " ".join(part for part in (rest, description) if part)
    return choice | {"description": label(below, OPTION_MOST)} if below else choice


def chosen(options: Iterable[Json], values: Iterable[str]) -> list[Json]:
    """Those of `options` that have one of `values`."""
    wanted = set(values)
    return [choice for choice in options if choice["value"] in wanted]


def _broken(text: str) -> tuple[str, str]:
    """`text` in two at the last space that leaves the first part short enough."""
    if len(text) <= OPTION_MOST:
        return text, ""
    place = text.rfind(" ", 0, OPTION_MOST)
    return (text[:place], text[place + 1 :]) if place > 0 else (text, "")
