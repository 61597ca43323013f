"""What a message or a view may consist of: the checks that every method makes before it takes something in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from bot.emulator.call import SlackError, invalid_arguments
from bot.emulator.rules import messages, table, views
from bot.emulator.wire import with_ids

if TYPE_CHECKING:
    from bot.emulator.call import Call

Json = dict[str, Any]

ATTACHMENTS_MOST = 100


@dataclass(frozen=True, slots=True)
class Content:
    """A message's words; None for what was not given."""

    text: str | None
    blocks: list[Json] | None
    attachments: list[Json] | None


def content_of(call: Call, *, text_most: int | None = None) -> Content:
    """The words of a call of chat.*. Raises SlackError in Slack's words; with `text_most`, msg_too_long above it."""
    markdown = _string(call, "markdown_text")
    text = _string(call, "text")
    blocks = call.arguments.get("blocks")
    if markdown is not None:
        if text or blocks:
            raise SlackError("markdown_text_conflict")
        if len(markdown) > table.MARKDOWN_MOST:
            raise SlackError("msg_too_long")
        return Content(markdown, checked_blocks([{"type": "markdown", "text": markdown}]), None)
    attachments = checked_attachments(call.arguments.get("attachments"))
    if not text and not blocks and not attachments:
        raise SlackError("no_text")
    if text is not None and text_most is not None and len(text) > text_most:
        raise SlackError("msg_too_long")
    return Content(text, checked_blocks(blocks) if blocks else None, attachments)


def checked_blocks(blocks: object) -> list[Json]:
    """A copy of a message's blocks with every missing id filled in. Raises SlackError in Slack's form."""
    refused = messages.refusal(blocks)
    if refused is None:
        assert isinstance(blocks, list)
        return with_ids(blocks)
    found = [str(problem) for problem in refused.problems]
    if not found:
        raise SlackError(refused.error)
    raise SlackError(refused.error, errors=found, response_metadata={"messages": [f"[ERROR] {problem}" for problem in found]})


def checked_view(view: object, kind: Literal["modal", "home"]) -> Json:
    """A copy of a view with its missing ids filled in. Raises SlackError view_too_large, or invalid_arguments in Slack's form."""
    found = views.problems(view)
    if found:
        raise invalid_arguments(*(str(problem) for problem in found))
    assert isinstance(view, dict)
    if view["type"] != kind:
        raise invalid_arguments("must be a valid enum value [json-pointer:/view/type]")
    if views.too_large(view):
        raise SlackError("view_too_large")
    return {**view, "blocks": with_ids(view["blocks"])}


def checked_attachments(attachments: object) -> list[Json] | None:
    """Raises SlackError invalid_attachments or too_many_attachments."""
    if not attachments:
        return None
    if not isinstance(attachments, list) or not all(isinstance(one, dict) for one in attachments):
        raise SlackError("invalid_attachments")
    if len(attachments) > ATTACHMENTS_MOST:
        raise SlackError("too_many_attachments")
    return attachments


def checked_metadata(metadata: object) -> Json | None:
    """{"event_type", "event_payload"}, {} or None. Raises SlackError invalid_metadata_format or invalid_metadata_schema."""
    if metadata is None:
        return None
    if not isinstance(metadata, dict):
        raise SlackError("invalid_metadata_format")
    if metadata == {}:
        return {}
    if not isinstance(metadata.get("event_type"), str) or not isinstance(metadata.get("event_payload"), dict):
        raise SlackError("invalid_metadata_schema")
    return metadata


def _string(call: Call, name: str) -> str | None:
    value = call.arguments.get(name)
    return None if value is None else str(value)
