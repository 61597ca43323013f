"""Texts with their vectors, kept so that only what changed is encoded again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from bot.search.passages import text_key
from bot.search.terms import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from bot.search.encoder import Encoder
    from bot.search.progress import Progress

_STEP = 64


@dataclass(frozen=True, slots=True, eq=False)
class Vectorised:
    """Vectors of texts, by `text_key`, all by the encoder named."""

    fingerprint: str
    rows: dict[str, int]
    matrix: NDArray[np.float32]

    def of(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One row a text."""
        return self.matrix[[self.rows[text_key(text)] for text in texts]]


def vectorise(texts: Sequence[str], encoder: Encoder, known: Vectorised | None, progress: Progress) -> Vectorised:
    """Vectors of all `texts`, encoding only those that are not `known`."""
    keys = {text_key(text): text for text in texts}
    new = [key for key in keys if known is None or key not in known.rows]
    parts = [np.empty((0, encoder.dimensions), dtype=np.float32)]
    for start in range(0, len(new), _STEP):
        progress("encode", start / len(new))
        parts.append(encoder.encode([plain(keys[key]) for key in new[start : start + _STEP]]))
    progress("encode", 1.0)
    old = [key for key in keys if known is not None and key in known.rows]
    if known is not None:
        parts.append(known.matrix[[known.rows[key] for key in old]])
    return Vectorised(encoder.fingerprint, {key: row for row, key in enumerate([*new, *old])}, np.vstack(parts))
