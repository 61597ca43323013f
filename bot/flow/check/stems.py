"""Which words name an issue, so that a reply can be held beside the post that it answers."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from bot.flow.check.words import STOPWORDS, SYNONYMS

if TYPE_CHECKING:
    from collections.abc import Callable

_WORD = re.compile(r"[a-z0-9]+(?:'[a-z]+)?")
_SHORTEST = 3


def content(text: str) -> frozenset[str]:
    """Stems of the words of a lower-case text that say what it is about."""
    stem = _stemmer()
    words = (word.split("'")[0] for word in _WORD.findall(text))
    return frozenset(stem(word) for word in words if len(word) >= _SHORTEST and word not in STOPWORDS and not word.isdigit())


def same_issue(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether the two share a stem, or two words that stand for one another."""
    return bool(one & other) or any(one & group and other & group for group in _groups())


@cache
def _stemmer() -> Callable[[str], str]:
    from Stemmer import Stemmer

    stem: Callable[[str], str] = Stemmer("english").stemWord
    return stem


@cache
def _groups() -> tuple[frozenset[str], ...]:
    stem = _stemmer()
    return tuple(frozenset(map(stem, line.split())) for line in SYNONYMS)
