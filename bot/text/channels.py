"""How long a text is in the unit of a channel.

X counts by its own rules (twitter-text, configuration version 3): after NFC, letters of common scripts weigh 1, others 2,
a link 23 however long, an emoji 2 however composed.
"""

from __future__ import annotations

import bisect
import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import cycle
from typing import TYPE_CHECKING, Literal, get_args

from bot.errors import Misuse
from bot.text.characters import PILED_MARKS
from bot.text.urls import find_links

if TYPE_CHECKING:
    import regex

Unit = Literal["weighted_280", "characters", "utf8_bytes", "graphemes"]

# The constants of twitter-text `config/v3.json`, weights divided by its scale of 100.
WEIGHTED_LIMIT = 280
LINK_WEIGHT = 23
DEFAULT_WEIGHT = 2
LIGHT_RANGES = ((0, 4351), (8192, 8205), (8208, 8223), (8242, 8247))
"""Code points, both ends included, that weigh 1."""
EMOJI_WEIGHT = DEFAULT_WEIGHT

_LIGHT = re.compile(f"[{''.join(f'{chr(first)}-{chr(last)}' for first, last in LIGHT_RANGES)}]")
_INVALID = re.compile("[\ufffe\ufeff\uffff]")
_MENTIONS = re.compile(r"\s*(?:[@\uff20][A-Za-z0-9_]{1,20}(?![A-Za-z0-9_@\uff20])\s*)+")


@dataclass(frozen=True, slots=True)
class Weighed:
    """X's verdict on a text. `length` is weighted; `permillage` is its share of the limit in thousandths.

    `fits_until` counts the UTF-16 units of the original text that fit: everything before it may be posted.
    """

    length: int
    valid: bool
    permillage: int
    fits_until: int


@lru_cache(maxsize=1024)
def count(text: str, unit: str) -> int:
    """The length of the whole of `text` in `unit`. Raises `Misuse` for a unit that is not one of `Unit`."""
    match unit:
        case "weighted_280":
            return sum(weight for _, _, weight in _weights(_composed(text), emoji=True))
        case "characters":
            return len(text)
        case "utf8_bytes":
            return len(text.encode("utf-8", "surrogatepass"))
        case "graphemes":
            return len(text) if text.isascii() and "\r" not in text else sum(1 for _ in _grapheme().finditer(text))
    raise Misuse(f"Unknown counting unit {unit!r}. Use one of: {', '.join(get_args(Unit))}.")


def weigh(text: str, *, emoji: bool = True) -> Weighed:
    """`text` as X weighs it. `emoji=False` is the older rule, by which a composed emoji weighs as much as its parts."""
    normal = _composed(text)
    length, fits = 0, 0
    invalid = _INVALID.search(normal)
    for _, end, weight in _weights(normal, emoji=emoji):
        length += weight
        if length <= WEIGHTED_LIMIT and not (invalid and end > invalid.start()):
            fits = end
    shift = _utf16(text) - _utf16(normal)
    return Weighed(
        length=length,
        valid=0 < length <= WEIGHTED_LIMIT and not invalid,
        permillage=length * 1000 // WEIGHTED_LIMIT,
        fits_until=max(0, _utf16(normal[:fits]) + shift),
    )


def leading_mentions_free(text: str) -> str:
    """`text` without the @names that X puts at the start of a reply by itself, which do not count."""
    mentions = _MENTIONS.match(text)
    return text[mentions.end() :] if mentions else text


def _composed(text: str) -> str:
    """`text` in NFC, save for piles of marks, which no letter composes with and which would take quadratic time."""
    if text.isascii():
        return text
    pieces = PILED_MARKS.split(text)
    return "".join(
        piece if odd else unicodedata.normalize("NFC", piece) for odd, piece in zip(cycle((False, True)), pieces, strict=False)
    )


def _weights(text: str, *, emoji: bool) -> list[tuple[int, int, int]]:
    """(start, end, weight) of each thing that X counts as one, in order and without gaps."""
    wholes = [(link.start, link.end, LINK_WEIGHT) for link in find_links(text)]
    if emoji and not text.isascii():
        starts = [start for start, _, _ in wholes]
        wholes += [
            (found.start(), found.end(), EMOJI_WEIGHT)
            for found in _emoji().finditer(text)
            if not _inside(found.start(), starts, wholes)
        ]
        wholes.sort()
    weights: list[tuple[int, int, int]] = []
    position = 0
    for start, end, weight in wholes:
        weights += _single(text, position, start)
        weights.append((start, end, weight))
        position = end
    return weights + _single(text, position, len(text))


def _single(text: str, start: int, end: int) -> list[tuple[int, int, int]]:
    return [(at, at + 1, 1 if _LIGHT.match(text, at) else DEFAULT_WEIGHT) for at in range(start, end)]


def _inside(place: int, starts: list[int], links: list[tuple[int, int, int]]) -> bool:
    before = bisect.bisect_right(starts, place) - 1
    return before >= 0 and place < links[before][1]


def _utf16(text: str) -> int:
    return len(text) + sum(character > "\uffff" for character in text)


@cache
def _emoji() -> regex.Pattern[str]:
    """An emoji with its looks, skin tone and tags, and the chains of them that a zero-width joiner makes."""
    import regex

    one = r"(?:[\p{Emoji}--[0-9#*©®]](?:\p{Emoji_Modifier}|\uFE0F)?+(?:[\U000E0020-\U000E007E]++\U000E007F)?+|[©®]\uFE0F)"
    return regex.compile(rf"\p{{Regional_Indicator}}{{2}}|[0-9#*]\uFE0F?+\u20E3|{one}(?:\u200D{one})*+", regex.VERSION1)


@cache
def _grapheme() -> regex.Pattern[str]:
    import regex

    # Flags first: for a run of them, `\X` alone counts back to the beginning each time.
    return regex.compile(r"\p{Regional_Indicator}\p{Regional_Indicator}?+[\p{Grapheme_Extend}\u200D\p{Mc}]*+|\X")
