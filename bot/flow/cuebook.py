"""All cues of a set of values, made ready once: red flags, severity, and our own lists for tone, aim and poster."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from bot.flow.cues import CueBook, CueList
from bot.flow.signals import SIGNALS

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
    return _book(_Same(values))


class _Same:
    """Stands for one object: a cache key by identity, since values hold dictionaries and cannot be hashed."""

    __slots__ = ("values",)

    def __init__(self, values: Values) -> None:
        self.values = values

    def __hash__(self) -> int:
        return id(self.values)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.values is self.values


@functools.lru_cache(maxsize=4)
def _book(key: _Same) -> CueBook:
    return CueBook([*_lists(key.values), *SIGNALS], key.values.cue_words)


def _lists(values: Values) -> Iterator[CueList]:
    for flag in values.red_flags:
        yield CueList(flag.id, flag.cues, flag.unless)
        if flag.severe_cues:
            yield CueList(severe(flag.id), flag.severe_cues, flag.unless)
    for name, cue in values.severity_cues.items():
        yield CueList(criterion(name), cue.cues, cue.unless)
