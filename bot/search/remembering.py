"""An encoder that remembers: one post is looked up in several indexes, and is encoded once."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    from bot.search.encoder import Encoder

KEPT = 256
"""Vectors of single texts that are kept, the latest ones: 0.4 MB."""


class RememberingEncoder:
    """Any encoder, with the vectors of the last single texts at hand. Many texts at once pass through."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self._lock = Lock()
        self._vectors: OrderedDict[str, NDArray[np.float32]] = OrderedDict()

    @property
    def fingerprint(self) -> str:
        return self._encoder.fingerprint

    @property
    def dimensions(self) -> int:
        return self._encoder.dimensions

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One row a text, each of length 1."""
        if len(texts) != 1:
            return self._encoder.encode(texts)
        with self._lock:
            known = self._vectors.get(texts[0])
        if known is None:
            known = self._encoder.encode(texts)
            with self._lock:
                self._vectors[texts[0]] = known
                if len(self._vectors) > KEPT:
                    self._vectors.popitem(last=False)
        return known.copy()
