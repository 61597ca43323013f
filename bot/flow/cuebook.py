"""All cues of a set of values, made ready once: red flags, severity, and our own lists for tone, aim and poster."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from bot.flow.aim_cues import AIM
from bot.flow.cues import CueBook, CueList
from bot.flow.identity import Same
from bot.flow.tone_cues import TONE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.library.values import Values


def severe(flag_id: str) -> str:
    """Name of the list of a red flag's `severe_cues`."""
    return f"{flag_id}!"


def criterion(cue_id: str) -> str:
    """Name of the list of a `severity_cues` entry."""
    return f"severity:{cue_id}"


def book_of(values: Values) -> CueBook:
    """The cue book of these values. Raises `CueError` when a cue cannot be read."""
    return _book(Same(values))


@functools.lru_cache(maxsize=4)
def _book(values: Same[Values]) -> CueBook:
    return CueBook([*_lists(values.it), *TONE, *AIM], values.it.cue_words)


def _lists(values: Values) -> Iterator[CueList]:
    for flag in values.red_flags:
        yield CueList(flag.id, flag.cues, flag.unless)
        if flag.severe_cues:
            yield CueList(severe(flag.id), flag.severe_cues, flag.unless)
    for name, cue in values.severity_cues.items():
        yield CueList(criterion(name), cue.cues, cue.unless)
