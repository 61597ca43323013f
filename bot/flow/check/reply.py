"""A draft made ready for the checks once: a copy that rules can match, sentences, and the way back to the original."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from bot.flow.check.actions import has_action
from bot.flow.check.times import find_times
from bot.model import Finding
from bot.text.characters import LOOKALIKES
from bot.text.clean import fold
from bot.text.urls import find_links

if TYPE_CHECKING:
    from bot.model import Level
    from bot.text.clean import Folded
    from bot.text.urls import Link

READ_CHARS = 1_200
"""Characters of a draft that are checked, a third more than the longest house length; a longer one is blocked, unread."""
_NEAR = 300
_BREAK = re.compile(r"(?<=[.!?…])[\"')\]]?\s+(?=\S)|\n+")
_SPACES = re.compile(r"\s+")
_UNEVEN = re.compile(r"\s\s|[^\S ]")
_TO_LATIN = str.maketrans(LOOKALIKES | {"`": "'"})


@dataclass(frozen=True)
class Reply:
    """A draft. `text` is lower case, with one kind of quote, dash and space; `finding` turns its places into those of `original`.

    `as_written` keeps capitals, `unmasked` also the look-alike letters (a host with one is another host); the places in all
    three are the same. `original` is what was read of the `whole` draft: its first `READ_CHARS` characters.
    """

    whole: str
    original: str
    unmasked: str
    as_written: str
    text: str
    _folded: Folded
    _places: tuple[int, ...]

    @classmethod
    def of(cls, original: str) -> Reply:
        """Prepare any string, as it came."""
        whole, original = original, original[:READ_CHARS]
        folded = fold(original)
        flat, places = _collapse(folded.text)
        as_written = flat.translate(_TO_LATIN)
        return cls(whole, original, flat, as_written, _lower(as_written), folded, places)

    @cached_property
    def sentences(self) -> tuple[tuple[int, int], ...]:
        """Start and end of each sentence in `text`."""
        edges = [0]
        for found in _BREAK.finditer(self.text):
            edges += [found.start(), found.end()]
        edges.append(len(self.text))
        return tuple((start, end) for start, end in zip(edges[::2], edges[1::2], strict=True) if start < end)

    @cached_property
    def acts(self) -> bool:
        """Whether one of us does something in it."""
        return has_action(self.text)

    @cached_property
    def times(self) -> tuple[tuple[int, int], ...]:
        """Start and end in `text` of each clock time, day and span."""
        return find_times(self.text)

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """The web addresses, with or without `https://`."""
        return tuple(find_links(self.unmasked))

    def sentence_at(self, place: int) -> str:
        """The sentence of `text` that holds `place`, cut to what stands near it when it goes on and on."""
        start, end = self.sentence_span(place)
        return self.text[max(start, place - _NEAR) : min(end, place + _NEAR)]

    def sentence_span(self, place: int) -> tuple[int, int]:
        """Start and end of the sentence that holds `place`."""
        at = bisect_right(self.sentences, (place, len(self.text))) - 1
        return self.sentences[at] if at >= 0 else (0, len(self.text))

    def finding(self, check: str, level: Level, message: str, mend: str, span: tuple[int, int] = (0, 0)) -> Finding:
        """A finding at a place in `text`, given as a place in the original; (0, 0) is the whole."""
        start, end = span
        if start >= end:
            return Finding(check, level, message, mend)
        begin, finish = self._folded.span(self._places[start], self._places[end - 1] + 1)
        return Finding(check, level, message, mend, begin, finish)


def _collapse(text: str) -> tuple[str, tuple[int, ...]]:
    """`text` with each run of white space made one space (a line end stays a line end), and where each character came from."""
    if not _UNEVEN.search(text):
        return text, tuple(range(len(text)))
    pieces: list[str] = []
    places: list[int] = []
    at = 0
    for run in _SPACES.finditer(text):
        pieces += [text[at : run.start()], "\n" if "\n" in run.group() and _ends_line(text, run.start()) else " "]
        places += [*range(at, run.start()), run.start()]
        at = run.end()
    pieces.append(text[at:])
    places += range(at, len(text))
    return "".join(pieces), tuple(places)


def _ends_line(text: str, place: int) -> bool:
    """A line that ends in a letter or comma goes on in the next: people break lines by hand."""
    return place > 0 and not (text[place - 1].isalnum() or text[place - 1] == ",")


def _lower(text: str) -> str:
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := character.lower()) == 1 else character for character in text)
