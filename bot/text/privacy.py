"""Personal data in a text: where it is, and the text without it.

Names are not looked for: no rule finds them, and no customer's free text flows into a reply. Look-alike digits, invisible
characters, odd spaces and dashes and "name [at] host dot com" are seen through. Nothing is looked up outside the text.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.text.asks import PrivateAsk, asks_for_private
from bot.text.clean import clip, fold
from bot.text.private_finders import FEWEST_DIGITS, FINDERS, Find, Kind, digits_of
from bot.text.urls import find_links

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Kind", "PrivateAsk", "PrivateSpan", "asks_for_private", "find_private", "redact"]

_LONGEST_PREFIX = 3  # digits that an international prefix adds to a national number


@dataclass(frozen=True, slots=True)
class PrivateSpan:
    """Personal data at `text[start:end]` of the original text. `document` is a passport, licence or number plate."""

    kind: Kind
    start: int
    end: int


def find_private(text: str, *, allowed: Iterable[str] = (), allowed_domains: Iterable[str] = ()) -> list[PrivateSpan]:
    """Personal data in the first `MAX_CHARS` characters, in order, without overlaps.

    `allowed` are our own numbers, addresses and references, in any notation; `allowed_domains` the domains (and those
    below them) whose e-mail addresses and links may stand. Text beyond `MAX_CHARS` is not examined: see `clean.clip`.
    """
    folded = fold(text)
    ours = _Ours(tuple(allowed), tuple(domain.lower().lstrip("@.") for domain in allowed_domains))
    free = ours.links(folded.text)
    taken: list[Find] = []
    covered = bytearray(len(folded.text))
    for finder in FINDERS:
        for find in finder(folded.text):
            if any(covered[find.start : find.end]) or _within(find, free) or ours.allow(find, folded.text):
                continue
            covered[find.start : find.end] = b"\x01" * (find.end - find.start)
            taken.append(find)
    taken.sort(key=lambda find: find.start)
    spans = (PrivateSpan(find.kind, *folded.span(find.start, find.end)) for find in taken)
    return _apart(spans)


def redact(text: str) -> str:
    """`text` with each find replaced by its kind in brackets, fit for a log; what is past the analysed part is dropped."""
    shown, cut = clip(text)
    for _ in range(5):  # a replacement can bring two halves together
        spans = find_private(shown)
        if not spans:
            break
        for span in reversed(spans):
            shown = f"{shown[: span.start]}[{span.kind}]{shown[span.end :]}"
    return f"{shown} [cut]" if cut else shown


@dataclass(frozen=True, slots=True)
class _Ours:
    """What the company may say about itself."""

    allowed: tuple[str, ...]
    domains: tuple[str, ...]

    def links(self, text: str) -> list[tuple[int, int]]:
        if not self.domains:
            return []
        return [(link.start, link.end) for link in find_links(text) if self._domain(link.host)]

    def allow(self, find: Find, text: str) -> bool:
        found = text[find.start : find.end]
        if find.kind == "email" and "@" in found and self._domain(found.rpartition("@")[2]):
            return True
        return any(_same(found, fold(own).text) for own in self.allowed)

    def _domain(self, host: str) -> bool:
        host = host.lower()
        return any(host == domain or host.endswith(f".{domain}") for domain in self.domains)


def _same(found: str, own: str) -> bool:
    if found.strip().casefold() == own.strip().casefold():
        return True
    digits, own_digits = digits_of(found), digits_of(own)
    longer, shorter = sorted((digits, own_digits), key=len, reverse=True)
    return (
        len(shorter) >= FEWEST_DIGITS and longer.endswith(shorter.lstrip("0")) and len(longer) - len(shorter) <= _LONGEST_PREFIX
    )


def _within(find: Find, places: list[tuple[int, int]]) -> bool:
    return any(start <= find.start and find.end <= end for start, end in places)


def _apart(spans: Iterable[PrivateSpan]) -> list[PrivateSpan]:
    """Two finds can share an original character that stands for several; the first keeps it."""
    result: list[PrivateSpan] = []
    for span in spans:
        if not result or span.start >= result[-1].end:
            result.append(span)
    return result
