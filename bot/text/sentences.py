"""Where the sentences of a reply are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_SENTENCE = re.compile(r"[^.!?\n]++(?:[.!?](?=\w)[^.!?\n]++)*+[.!?\n]*+")
"""A stop inside a word or a figure ("4.2.1", "example.com") ends nothing."""


def sentences(text: str) -> Iterator[re.Match[str]]:
    """The sentences of `text` with their places; lines end sentences."""
    return _SENTENCE.finditer(text)
