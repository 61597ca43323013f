"""Long answers come in pages: `limit` and `cursor` in, `next_cursor` out."""

from __future__ import annotations

import base64
import binascii
from typing import TYPE_CHECKING, Any, TypeVar

from bot.emulator.call import SlackError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.emulator.call import Call

Item = TypeVar("Item")

PAGE_MOST = 1000


def page_of(items: Sequence[Item], call: Call, *, size: int = 100) -> tuple[list[Item], dict[str, Any]]:
    """The asked page and the fields that tell of the next. Raises SlackError invalid_cursor or invalid_limit."""
    limit = call.number("limit", size) or size
    if limit < 0 or limit > PAGE_MOST:
        raise SlackError("invalid_limit")
    start = _position(call.text("cursor"))
    more = start + limit < len(items)
    return list(items[start : start + limit]), {"next_cursor": _cursor(start + limit) if more else ""}


def _cursor(position: int) -> str:
    return base64.b64encode(f"from:{position}".encode()).decode()


def _position(cursor: str) -> int:
    if not cursor:
        return 0
    try:
        word, _, position = base64.b64decode(cursor, validate=True).decode().partition(":")
        if word == "from":
            return max(0, int(position))
    except (binascii.Error, UnicodeDecodeError, ValueError):
        pass
    raise SlackError("invalid_cursor")
