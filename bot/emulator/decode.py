"""The arguments of a request, whatever their form: JSON, a form, a query, or nothing at all."""

from __future__ import annotations

import json
from typing import Any
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


def arguments(content_type: str, body: bytes, query: str) -> Json:
    """Decoded arguments; those of the query give way to those of the body. Raises ValueError for JSON that is none."""
    given: Json = dict(parse_qsl(query, keep_blank_values=True))
    if not body.strip():
        return _nested(given)
    if "json" in content_type:
        parsed = json.loads(body)
        if not isinstance(parsed, dict):
            raise ValueError("the body must be a JSON object")
        return _nested({**given, **parsed})
    return _nested({**given, **dict(parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True))})


def hook_body(content_type: str, body: bytes) -> Json:
    """What was posted to a response_url: JSON, or a form with the one field `payload`. Raises ValueError."""
    if "form" in content_type:
        body = dict(parse_qsl(body.decode("utf-8", "replace"))).get("payload", "").encode()
    parsed = json.loads(body)
    if not isinstance(parsed, dict):
        raise ValueError("the body must be a JSON object")
    return _nested(parsed)


def _nested(given: Json) -> Json:
    return {name: _parsed(value) if name in NESTED and isinstance(value, str) else value for name, value in given.items()}


def _parsed(value: str) -> Any:
    """What is not JSON stays as it is: the method says what is wrong with it."""
    try:
        return json.loads(value)
    except ValueError:
        return value
