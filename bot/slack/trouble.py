"""What a failed call to Slack means: to wait, to try again, or that it may have worked and must not be repeated."""

from __future__ import annotations

import math
from dataclasses import dataclass
from http.client import HTTPException
from typing import TYPE_CHECKING, Literal
from urllib.error import URLError

from slack_sdk.errors import SlackApiError

if TYPE_CHECKING:
    from collections.abc import Mapping

TOO_MANY = 429
UNAVAILABLE = 503
SERVER_ERROR = 500

_SLACK_IS_ILL = frozenset({"internal_error", "fatal_error", "request_timeout", "service_unavailable", "team_added_to_org"})
"""Errors in the body of an answer that say "not now" and nothing about our call."""

_HALFWAY = (ConnectionResetError, ConnectionAbortedError, BrokenPipeError)


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why a call did not succeed.

    "paced": Slack asks us to wait `seconds`. "unreached": Slack did not take the call. "unsure": it may have done what was
    asked. "refused": it has said no, and would say so again.
    """

    kind: Literal["paced", "unreached", "unsure", "refused"]
    seconds: float | None = None


def trouble_of(error: BaseException) -> Trouble:
    """Reads an exception from slack_sdk or the network below it. `seconds` is None where Slack does not say how long."""
    if isinstance(error, SlackApiError):
        return _answered(error)
    if isinstance(error, (URLError, ConnectionRefusedError)):
        # urllib wraps what happens up to the last byte sent, and leaves bare what happens while it waits for the answer
        return Trouble("unsure" if isinstance(getattr(error, "reason", None), _HALFWAY) else "unreached")
    if isinstance(error, (OSError, HTTPException)):
        return Trouble("unsure")
    return Trouble("refused")


def error_name(error: SlackApiError) -> str:
    """Slack's own word for what is wrong ("invalid_auth"); empty where the answer was none of Slack's."""
    answer = getattr(error.response, "data", error.response)
    name = answer.get("error") if isinstance(answer, dict) else None
    return name if isinstance(name, str) else ""


def _answered(error: SlackApiError) -> Trouble:
    response, name = error.response, error_name(error)
    status = int(getattr(response, "status_code", 0) or 0)
    if status == TOO_MANY or name in ("ratelimited", "rate_limited"):
        return Trouble("paced", _retry_after(getattr(response, "headers", None) or {}))
    if status == UNAVAILABLE:
        return Trouble("unreached")
    if status >= SERVER_ERROR or name in _SLACK_IS_ILL:
        return Trouble("unsure")
    return Trouble("refused")


def _retry_after(headers: Mapping[str, object]) -> float | None:
    for name, value in headers.items():
        if name.lower() == "retry-after":
            try:
                seconds = float(str(value[0] if isinstance(value, (list, tuple)) else value))
            except (ValueError, IndexError):
                return None
            return max(0.0, seconds) if math.isfinite(seconds) else None
    return None
