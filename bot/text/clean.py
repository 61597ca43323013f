"""What a string says to a machine: a copy for matching, and what must never reach a terminal or a public reply.

The original text is always kept; everything here returns another one. All functions take linear time and the two that
look at single characters closely (`matching_copy`, `fold`) look at no more than `MAX_CHARS` of them.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from bot.text.characters import FOLDS, LOOKALIKES, PILED_MARKS, TERMINAL, TRACED, is_bidirectional, is_tag

if TYPE_CHECKING:
    from collections.abc import Sequence

MAX_CHARS = 4_000
"""Characters of a text that are analysed. The rest is stored, and the text marked as cut."""

_SPACES = re.compile(r"\s+")
_WORD = re.compile(r"\w+")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
_LOOKALIKE = re.compile(f"[{''.join(LOOKALIKES)}]")
_FOREIGN = re.compile(r"[\u0370-\u03ff\u0400-\u052f]")
_ASCII_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x7f]")
_COMBINING_RUN = 3


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded copy of a text that knows where it came from: `starts[i]` is the place of `text[i]` in the original."""

    text: str
    starts: Sequence[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The place in the original of `text[start:end]`, which must not be empty."""
        return self.starts[start], self.starts[end - 1] + 1


@dataclass(frozen=True, slots=True)
class Suspicious:
    """A stretch that has no honest use in a reply. `start` and `end` are places in the text."""

    kind: Literal["bidi", "tag", "surrogate", "combining"]
    start: int
    end: int


def clip(text: str) -> tuple[str, bool]:
    """The part of `text` that is analysed, and whether anything was cut off."""
    return text[:MAX_CHARS], len(text) > MAX_CHARS


def matching_copy(text: str) -> str:
    """`text` as rules and search compare it: one case, one kind of dash, quote, space and digit, nothing invisible.

    Compatibility forms are resolved (NFKC), Cyrillic and Greek look-alikes inside Latin words become Latin. Idempotent.
    """
    copy = text[:MAX_CHARS]
    for _ in range(5):  # case folding and stripping can each make new compositions; two rounds are the rule
        before, copy = copy, _fold_once(copy)
        if copy == before:
            break
    return copy


def fold(text: str) -> Folded:
    """The first `MAX_CHARS` of `text`, folded as by `matching_copy` save case and white space, each character traced."""
    text = text[:MAX_CHARS]
    if text.isascii() and not _ASCII_CONTROL.search(text):
        return Folded(text, range(len(text)))
    pieces: list[str] = []
    starts: list[int] = []
    for place, character in enumerate(text):
        piece = TRACED[ord(character)]
        pieces.append(piece)
        starts.extend([place] * len(piece))
    return Folded("".join(pieces), starts)


def visible(text: str) -> bool:
    """Whether anything in `text` can be read: one letter or digit of any script."""
    return any(character.isalnum() and FOLDS[ord(character)] for character in text)


def safe_for_terminal(text: str) -> str:
    """`text` fit to print: lines and tabs kept; what moves a cursor, hides or turns text round is shown as `<U+001B>`."""
    return text.translate(TERMINAL)


def suspicious_characters(text: str) -> list[Suspicious]:
    """What a draft must not hold: bidirectional controls, tag characters, unpaired surrogates, over three marks on a letter."""
    if text.isascii():
        return []
    found: list[Suspicious] = []
    marks = 0
    for place, character in enumerate(text):
        if character < "\u0300":
            if marks > _COMBINING_RUN:
                found.append(Suspicious("combining", place - marks, place))
            marks = 0
            continue
        if unicodedata.combining(character):
            marks += 1
            continue
        if marks > _COMBINING_RUN:
            found.append(Suspicious("combining", place - marks, place))
        marks = 0
        if kind := _kind_of(character):
            found.append(Suspicious(kind, place, place + 1))
    if marks > _COMBINING_RUN:
        found.append(Suspicious("combining", len(text) - marks, len(text)))
    return found


def _fold_once(text: str) -> str:
    if not text.isascii():
        text = PILED_MARKS.sub(lambda marks: marks.group()[:8], text.translate(FOLDS))
        text = unicodedata.normalize("NFKC", text)[:MAX_CHARS].translate(FOLDS)
        text = _WORD.sub(_latin_again, text)
    elif _ASCII_CONTROL.search(text):
        text = text.translate(FOLDS)
    return _SPACES.sub(" ", text.casefold()).strip()[:MAX_CHARS].rstrip()


def _latin_again(word: re.Match[str]) -> str:
    """A word of Latin letters and look-alikes only is a disguise; one with other Cyrillic or Greek letters is left alone."""
    letters = word.group()
    if letters.isascii() or not _LOOKALIKE.search(letters) or not _LATIN.search(letters):
        return letters
    latin = letters.translate(_TO_LATIN)
    return letters if _FOREIGN.search(latin) else latin


def _kind_of(character: str) -> Literal["bidi", "tag", "surrogate"] | None:
    if is_bidirectional(character):
        return "bidi"
    if is_tag(character):
        return "tag"
    return "surrogate" if "\ud800" <= character <= "\udfff" else None


_TO_LATIN = str.maketrans(LOOKALIKES)
