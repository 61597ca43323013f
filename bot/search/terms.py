"""A post as terms that can be counted: word pairs, letter runs (which survive misspelling) and word stems."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from bot.text.clean import MAX_CHARS

if TYPE_CHECKING:
    from collections.abc import Iterator

_NOISE = re.compile(r"https?://\S+|www\.\S+|@\w+")
_TOKEN = re.compile(r"\w+|[^\w\s\x00-\x7f]")
_SHORTEST, _LONGEST = 2, 4
_LONGEST_WORD = 40
_STOP_WORDS = """
a an and are as at be but by for from had has have he her his i if in into is it its me my no not of on or our she so such than
that the their them then there these they this to was we were will with you your
"""


def plain(text: str) -> str:
    """The words of a post without addresses and links, which say who is spoken to and not what about.

    A post of nothing else stays as it is.
    """
    start = encodable(text[:MAX_CHARS])
    return " ".join(_NOISE.sub(" ", start).split()) or start


def encodable(text: str) -> str:
    """The text without lone surrogates, which posts from the outside world may hold and no library takes."""
    return text.encode("utf-8", "replace").decode("utf-8")


def word_terms(text: str) -> list[str]:
    """Words, emoji and pairs of neighbours."""
    tokens = _tokens(text)
    return tokens + [f"{left} {right}" for left, right in pairwise(tokens)]


def letter_terms(text: str) -> list[str]:
    """Runs of two to four letters inside each word, its edges included."""
    return [run for token in _tokens(text) for run in _runs(f" {token[:_LONGEST_WORD]} ")]


def stem_terms(text: str) -> list[str]:
    """English stems without the commonest words."""
    common = _stop_words()
    stems: list[str] = _stemmer().stemWords([token for token in _tokens(text) if token not in common])
    return stems


def _tokens(text: str) -> list[str]:
    return _TOKEN.findall(unicodedata.normalize("NFKC", plain(text)).casefold().replace("’", "'"))


def _runs(word: str) -> Iterator[str]:
    for length in range(_SHORTEST, _LONGEST + 1):
        if len(word) <= length:
            yield word
            return
        for start in range(len(word) - length + 1):
            yield word[start : start + length]


@cache
def _stop_words() -> frozenset[str]:
    return frozenset(_STOP_WORDS.split())


@cache
def _stemmer() -> Any:
    import Stemmer

    return Stemmer.Stemmer("english")
