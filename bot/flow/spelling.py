"""Which word was meant: one slip of the thumb in a long word still finds it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

SHORTEST = 7
"""Shorter words are left alone: `treat` is not a slip for `threat`."""
SHORTEST_MISTAKEN = 9
"""For a letter mistaken for another: `spotting` is not a slip for `spitting`."""

_VOWELS = frozenset("aeiouy")
_SOUND_ALIKE = (frozenset("csz"), frozenset("ckq"), frozenset("sz"))


class Speller:
    """Finds the known word that a token is one soft slip away from.

    A soft slip is a letter left out, doubled or put in, two neighbours swapped, or a vowel (or c, s, z, k) mistaken. A
    consonant mistaken for another is not: `explored` is not `exploded`. The first letter must be right.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._by_gap: dict[str, list[str]] = {}
        for word in sorted(set(words)):
            if len(word) >= SHORTEST and word.isalpha():
                for short in {word, *_without_one(word)}:
                    self._by_gap.setdefault(short, []).append(word)

    def meant(self, token: str) -> tuple[str, ...]:
        """The known words one soft slip away; empty for short tokens."""
        if len(token) < SHORTEST or len(token) > 20:
            return ()
        near: set[str] = set(self._by_gap.get(token, ()))
        for short in _without_one(token):
            near.update(self._by_gap.get(short, ()))
        return tuple(sorted(word for word in near if _soft(token, word)))


def _without_one(word: str) -> list[str]:
    return [word[:at] + word[at + 1 :] for at in range(1, len(word))]


def _soft(token: str, word: str) -> bool:
    if token[0] != word[0]:
        return False
    if len(token) != len(word):
        # A plural or a verb's -d is another form, which the manager lists or leaves out, not a slip.
        return token[:-1] != word and word[:-1] != token
    differ = [at for at in range(len(word)) if token[at] != word[at]]
    if len(differ) == 2:
        first, second = differ
        return second == first + 1 and token[first] == word[second] and token[second] == word[first]
    return len(differ) == 1 and len(word) >= SHORTEST_MISTAKEN and _alike(token[differ[0]], word[differ[0]])


def _alike(one: str, other: str) -> bool:
    return (one in _VOWELS and other in _VOWELS) or any(one in group and other in group for group in _SOUND_ALIKE)
