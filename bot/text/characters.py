"""How one character is folded for matching, by its Unicode properties, and which characters only pretend."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

LOOKALIKES = dict(
    zip(
        "авеѕіјкмнорсԁтухһԛԝьАВЕЅІЈКМНОРСТУХԚԜαορνικτυχγεΑΒΕΖΗΙΚΜΝΟΡΤΥΧ",
        "abesijkmhopcdtyxhqwbABESIJKMHOPCTYXQWaopviktuxyeABEZHIKMNOPTYX",
        strict=True,
    )
)
"""Cyrillic and Greek letters that a reader takes for Latin ones."""

_QUOTES = dict.fromkeys("‘’‚‛′ʼʹ`´＇", "'") | dict.fromkeys("“”„‟″«»＂", '"')
_MINUS_SIGNS = "−⁃˗"
_MARKS_THAT_HIDE = "\u115f\u1160\u3164\uffa0\u034f\u2800"
"""Fillers and joiners that are letters or marks by category, yet show nothing."""


PILED_MARKS = re.compile(
    r"([\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{9,})"
)
"""More marks on one letter than any script has; to put thousands of them in order takes quadratic time."""


def is_variation_selector(character: str) -> bool:
    """Whether it only chooses between looks of the character before."""
    return "\ufe00" <= character <= "\ufe0f" or "\U000e0100" <= character <= "\U000e01ef"


def is_tag(character: str) -> bool:
    """Whether it is an invisible copy of an ASCII character (U+E0000 to U+E007F)."""
    return "\U000e0000" <= character <= "\U000e007f"


def is_bidirectional(character: str) -> bool:
    """Whether it turns the reading direction of what follows."""
    return character in "\u061c\u200e\u200f" or "\u202a" <= character <= "\u202e" or "\u2066" <= character <= "\u2069"


class _Table(dict[int, str]):
    """A table for `str.translate` that works out each character once, when it is first met."""

    def __init__(self, rule: Callable[[str], str]) -> None:
        super().__init__()
        self._rule = rule

    def __missing__(self, code: int) -> str:
        result = self._rule(chr(code))
        if len(self) < _REMEMBERED:
            self[code] = result
        return result


def _folded(character: str) -> str:
    return "".join(map(_fold_one, unicodedata.normalize("NFKC", character)))


def _fold_one(character: str) -> str:
    category = unicodedata.category(character)
    if character.isspace() or category in {"Zs", "Zl", "Zp"}:
        return character if character in "\n\r\t" else " "
    if category in {"Cf", "Cc", "Cs"} or is_variation_selector(character) or character in _MARKS_THAT_HIDE:
        return ""
    if category == "Pd" or character in _MINUS_SIGNS:
        return "-"
    if category == "Nd":
        return str(unicodedata.digit(character))
    return _QUOTES.get(character, character)


def _traced(character: str) -> str:
    """What is read of a character that stands for several: "(1)" is 1, "a.m." is am; only ligatures keep three letters."""
    folded = FOLDS[ord(character)]
    if len(folded) <= 2 or (len(folded) == 3 and folded.isalpha()):
        return folded
    return "".join(filter(str.isalnum, folded.partition(_FRACTION_SLASH)[0]))[:2] or folded[:1]


def _shown(character: str) -> str:
    if character in "\n\t" or unicodedata.category(character) not in {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}:
        return character
    return f"<U+{ord(character):04X}>"


_FRACTION_SLASH = "\u2044"
_REMEMBERED = 5_000
FOLDS = _Table(_folded)
"""For `str.translate`: NFKC of each character alone, one kind of dash, quote, space and digit, the invisible gone."""
TRACED = _Table(_traced)
"""The same for one character in its place: never longer than three, so that no text grows many times longer."""
TERMINAL = _Table(_shown)
"""For `str.translate`: what moves a cursor, hides or turns text round becomes its number; lines and tabs stay."""
