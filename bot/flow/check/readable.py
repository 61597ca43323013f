"""How hard a text is to read: the grade of Flesch and Kincaid (Kincaid and others 1975), with syllables counted by rule."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_VOWELS = re.compile(r"[aeiouy]+")
_SILENT = re.compile(r"(?:[^laeiouy]e|[^td]ed|[^scxzg]es)$|(?<=[aeiouy])(?:re|ne|le)(?:ly)?$")
_TWO_VOWELS = re.compile(r"i(?:a|o(?!us|n)|um|ng\b)|(?:[^aeiouy]le|sm)$|eo|[uo]i?ng$")


@lru_cache(maxsize=4_096)
def syllables(word: str) -> int:
    """Syllables of a lower-case English word: groups of vowels, less a silent ending, plus vowels that part; at least one."""
    groups = len(_VOWELS.findall(word))
    if groups > 1 and _SILENT.search(word):
        groups -= 1
    return max(1, groups + len(_TWO_VOWELS.findall(word)) // 2)


def grade(words: Sequence[str], sentences: int) -> float:
    """School grade that is needed to read `words` in `sentences` sentences; 0 without words."""
    if not words or sentences < 1:
        return 0.0
    return 0.39 * len(words) / sentences + 11.8 * sum(map(syllables, words)) / len(words) - 15.59
