"""blocks.validate: the rules themselves, asked directly."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.emulator.call import SlackError
from bot.emulator.rules import blocks, messages, views

if TYPE_CHECKING:
    from bot.emulator.call import Call
    from bot.emulator.rules.problem import Problem

Json = dict[str, Any]

KINDS = ("blocks", "view", "message")


def validate(call: Call) -> Json:
    """Raises SlackError invalid_blocks, invalid_view or invalid_message, with each problem and where it stands."""
    given = [kind for kind in KINDS if call.get(kind) is not None]
    if len(given) != 1:
        message = "must provide exactly one of `blocks`, `view`, or `message`"
        raise SlackError("invalid_arguments", response_metadata={"messages": [message]})
    kind = given[0]
    found = _problems(kind, call.arguments[kind])
    if found:
        raise SlackError(f"invalid_{kind}", errors=[problem.item() for problem in found])
    return {"ok": True}


def _problems(kind: str, payload: object) -> list[Problem]:
    if kind == "view":
        return views.problems(payload, at="")
    if kind == "blocks":
        return blocks.problems(payload, at="")
    return messages.problems(payload)
