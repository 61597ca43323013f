"""What comes in through any door: JSON, and the arguments of a request in whatever form (JSON, a form, a query, nothing)."""

from __future__ import annotations

import json
import math
import re
from typing import Any, NoReturn
from urllib.parse import parse_qsl

Json = dict[str, Any]

NESTED = frozenset(
    {
        "attachments",
        "blocks",
        "channels",
        "chunks",
        "context",
        "icons",
        "loading_messages",
        "message",
        "metadata",
        "prompts",
        "unfurls",
        "view",
    }
)
"""Arguments that a form carries as JSON. All else is a string, however it begins."""

DEEPEST = 100
"""Levels of nesting; Slack's own payloads have about ten."""
HALF_A_PAIR = re.compile("[\ud800-\udfff]")


def parsed(text: str | bytes) -> Any:
    """JSON that can be sent on to anybody. Raises ValueError for what is none, too deep, or holds a number without end."""
    try:
        return readable(json.loads(text, parse_float=_finite, parse_constant=_no_number))
    except RecursionError:
        raise ValueError("nested too deeply") from None


def readable(value: Any, depth: int = 0) -> Any:
    """A copy in which half a surrogate pair, which no UTF-8 can carry, is "�". Raises ValueError for what is too deep."""
    if depth > DEEPEST:
        raise ValueError("nested too deeply")
    if isinstance(value, str):
        return HALF_A_PAIR.sub("\ufffd", value)
    if isinstance(value, dict):
        return {readable(name, depth): readable(part, depth + 1) for name, part in value.items()}
    return [readable(part, depth + 1) for part in value] if isinstance(value, list) else value


def json_object(text: str | bytes) -> Json:
    """`parsed`, and an object. Raises ValueError."""
    value = parsed(text)
    if not isinstance(value, dict):
        raise ValueError("the body must be a JSON object")
    return value


def arguments(content_type: str, body: bytes, query: str) -> Json:
    """Decoded arguments; those of the query give way to those of the body. Raises ValueError for JSON that is none."""
    given: Json = dict(parse_qsl(query, keep_blank_values=True))
    if not body.strip():
        return _nested(given)
    if "json" in content_type:
        return _nested({**given, **json_object(body)})
    return _nested({**given, **dict(parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True))})


def hook_body(content_type: str, body: bytes) -> Json:
    """What was posted to a response_url: JSON, or a form with the one field `payload`. Raises ValueError."""
    if "form" in content_type:
        body = dict(parse_qsl(body.decode("utf-8", "replace"))).get("payload", "").encode()
    return _nested(json_object(body))


def _nested(given: Json) -> Json:
    return {name: _or_itself(value) if name in NESTED and isinstance(value, str) else value for name, value in given.items()}


def _or_itself(value: str) -> Any:
    """What is not JSON stays as it is: the method says what is wrong with it."""
    try:
        return parsed(value)
    except ValueError:
        return value


def _finite(number: str) -> float:
    value = float(number)
    if not math.isfinite(value):
        raise ValueError(f"{number} is beyond all numbers")
    return value


def _no_number(word: str) -> NoReturn:
    raise ValueError(f"{word} is not JSON")
