"""What Slack refuses in the chunks of a streamed message."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.emulator.rules import blocks
from bot.emulator.rules.shapes import Anything, Kinds, OneOf, Record, Several, Text

if TYPE_CHECKING:
    from bot.emulator.rules.problem import Problem

TASK_STATUSES = ("pending", "in_progress", "complete", "error")

_SOURCE = Kinds({"url": Record({"url": Text(least=1), "text": Text(least=1)})})

_CHUNKS = Several(
    Kinds(
        {
            "markdown_text": Record({"text": Text()}),
            "task_update": Record(
                {"id": Text(least=1), "title": Text(least=1), "status": OneOf(TASK_STATUSES)},
                {"details": Text(), "output": Text(), "sources": Several(_SOURCE)},
            ),
            "plan_update": Record({"title": Text(least=1)}),
            "blocks": Record({"blocks": Anything()}),
        }
    )
)


def problems(chunks: object) -> list[Problem]:
    """What Slack refuses in these chunks; empty when it takes them. Takes any JSON and never raises."""
    found = list(_CHUNKS.problems(chunks, "/chunks"))
    for index, chunk in enumerate(chunks if isinstance(chunks, list) else []):
        if isinstance(chunk, dict) and chunk.get("type") == "blocks":
            found += blocks.problems(chunk.get("blocks"), at=f"/chunks/{index}/blocks")
    return found
