"""Red flags: rules on words that run before and apart from the search for a playbook. A match may add a flag, never lift one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.flow.cuebook import book_of, severe
from bot.flow.words import Words
from bot.model import Flag

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.flow.cues import Hit
    from bot.library.values import RedFlag, Values


def find_flags(text: str, values: Values) -> tuple[Flag, ...]:
    """The red flags of a post, gravest first and then in the order of `values.yaml`.

    Each carries the manager's cue that raised it. Raises `CueError` when a cue of these values cannot be read.
    """
    return flags_of(book_of(values).find(Words.of(text)), values)


def flags_of(hits: Mapping[str, Hit], values: Values) -> tuple[Flag, ...]:
    """The same from the hits of the values' cue book, for a caller that has them already."""
    flags = [flag for rule in values.red_flags if (flag := _raised(rule, hits)) is not None]
    return tuple(sorted(flags, key=lambda flag: flag.severity))


def _raised(rule: RedFlag, hits: Mapping[str, Hit]) -> Flag | None:
    hit = hits.get(rule.id)
    if hit is None:
        return None
    grave = hits.get(severe(rule.id))
    if grave is None or rule.severe is None or rule.severe >= rule.severity:
        return Flag(rule.id, rule.severity, hit.cue)
    return Flag(rule.id, rule.severe, grave.cue)
