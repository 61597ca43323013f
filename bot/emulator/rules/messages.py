"""What Slack refuses in the blocks of a message as a whole, with the error that it answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.emulator.rules import blocks as rules
from bot.emulator.rules import table
from bot.emulator.rules.problem import INVALID_TYPE, Problem
from bot.emulator.rules.shapes import Text


@dataclass(frozen=True, slots=True)
class Refusal:
    """`error` is what stands in the answer; `problems` say where, when the error alone does not."""

    error: str
    problems: tuple[Problem, ...] = ()


def refusal(blocks: object) -> Refusal | None:
    """Why a message with these blocks is refused, or None. Takes any JSON and never raises."""
    if not isinstance(blocks, list):
        return Refusal("invalid_blocks_format")
    found = rules.problems(blocks)
    if found:
        return Refusal("invalid_blocks", tuple(found))
    markdown = sum(len(str(block["text"])) for block in blocks if block["type"] == "markdown")
    if markdown > table.MARKDOWN_MOST or text_length(blocks) > table.MESSAGE_TEXT_MOST:
        return Refusal("msg_blocks_too_long")
    return None


def problems(message: object) -> list[Problem]:
    """What Slack refuses in a whole message payload, as `blocks.validate` reads it: {"blocks": [...], "text": ...}."""
    if not isinstance(message, Mapping):
        return [Problem("", "must provide an object", INVALID_TYPE)]
    found = list(Text().problems(message["text"], "/text")) if "text" in message else []
    return found + (rules.problems(message["blocks"]) if "blocks" in message else [])


def text_length(blocks: object) -> int:
    """Characters of all texts in these blocks, as far as Slack's total for a message counts them."""
    total = 0
    waiting: list[object] = [blocks]
    while waiting:  # a list of our own, because deep JSON would exhaust the stack of a recursion
        part = waiting.pop()
        if isinstance(part, Mapping):
            total += sum(len(value) for name, value in part.items() if name == "text" and isinstance(value, str))
            waiting.extend(part.values())
        elif isinstance(part, list):
            waiting.extend(part)
    return total
