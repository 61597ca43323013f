"""A draft made ready for the checks once: a copy that rules can match, sentences, words, and the way back to the original."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from bot.model import Finding
from bot.text.characters import LOOKALIKES
from bot.text.clean import MAX_CHARS, fold

if TYPE_CHECKING:
    from bot.model import Level
    from bot.text.clean import Folded

_BREAK = re.compile(r"(?<=[.!?…])[\"')\]]?\s+(?=\S)|\n+")
_SPACES = re.compile(r"\s+")
_WORD = re.compile(r"[a-z0-9]+(?:'[a-z]+)*")
_TO_LATIN = str.maketrans(LOOKALIKES)


@dataclass(frozen=True)
class Reply:
    """A draft. `text` is lower case, one kind of quote, dash and space; its places are turned into those of `original` by `finding`.

    `as_written` has the same letters and places as `text` but keeps capitals. Only the first 4,000 characters are looked at.
    """

    original: str
    as_written: str
    text: str
    _folded: Folded
    _places: tuple[int, ...]

    @classmethod
    def of(cls, original: str) -> Reply:
        """Prepare any string, as it came."""
        folded = fold(original[:MAX_CHARS])
        flat, places = _collapse(folded.text)
        as_written = flat if flat.isascii() else flat.translate(_TO_LATIN)
        return cls(original, as_written, _lower(as_written), folded, places)

    @cached_property
    def sentences(self) -> tuple[tuple[int, int], ...]:
        """Start and end of each sentence in `text`."""
        edges = [0]
        for found in _BREAK.finditer(self.text):
            edges += [found.start(), found.end()]
        edges.append(len(self.text))
        return tuple((start, end) for start, end in zip(edges[::2], edges[1::2], strict=True) if start < end)

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words of `text`, without punctuation."""
        return tuple(_WORD.findall(self.text))

    def sentence_at(self, place: int) -> str:
        """The sentence of `text` that holds `place`."""
        for start, end in self.sentences:
            if start <= place < end:
                return self.text[start:end]
        return self.text

    def finding(self, check: str, level: Level, message: str, mend: str, span: tuple[int, int] = (0, 0)) -> Finding:
        """A finding at a place in `text`, given as a place in the original; (0, 0) is the whole."""
        start, end = span
        if start >= end:
            return Finding(check, level, message, mend)
        begin, finish = self._folded.span(self._places[start], self._places[end - 1] + 1)
        return Finding(check, level, message, mend, begin, finish)


def _collapse(text: str) -> tuple[str, tuple[int, ...]]:
    """`text` with each run of white space made one space (a line end stays a line end), and where each character came from."""
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
