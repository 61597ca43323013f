"""Small valid pieces of Block Kit, to be bent by tests."""

from __future__ import annotations

from typing import Any

Json = dict[str, Any]


def plain(text: str = "Text") -> Json:
    return {"type": "plain_text", "text": text}


def mrkdwn(text: str = "*Text*") -> Json:
    return {"type": "mrkdwn", "text": text}


def section(text: str = "Text", **more: Any) -> Json:
    return {"type": "section", "text": plain(text), **more}


def button(action_id: str = "press", **more: Any) -> Json:
    return {"type": "button", "text": plain("Press"), "action_id": action_id, **more}


def actions(*elements: Json, **more: Any) -> Json:
    return {"type": "actions", "elements": list(elements), **more}


def text_input(action_id: str = "words", **more: Any) -> Json:
    return {"type": "plain_text_input", "action_id": action_id, **more}


def input_block(element: Json | None = None, **more: Any) -> Json:
    return {"type": "input", "label": plain("Label"), "element": element or text_input(), **more}


def option(text: str = "One", value: str = "one") -> Json:
    return {"text": plain(text), "value": value}


def modal(*blocks: Json, **more: Any) -> Json:
    return {"type": "modal", "title": plain("Title"), "blocks": list(blocks) or [section()], **more}


def home(*blocks: Json, **more: Any) -> Json:
    return {"type": "home", "blocks": list(blocks) or [section()], **more}
