"""Which rows hold a term, and with what weight: all that keyword scores need at serving, in plain arrays."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, eq=False)
class Postings:
    """For each term of `vocabulary` the rows that hold it: `rows[starts[t]:starts[t + 1]]`, with `weights` beside them."""

    vocabulary: Mapping[str, int]
    starts: NDArray[np.int32]
    rows: NDArray[np.int32]
    weights: NDArray[np.float32]
    size: int

    def scores(self, terms: Mapping[int, float]) -> NDArray[np.float32]:
        """One score a row: the sum of its weights over `terms` (number in the vocabulary to weight in the query)."""
        if not terms:
            return np.zeros(self.size, dtype=np.float32)
        numbers = np.fromiter(terms.keys(), dtype=np.int64, count=len(terms))
        first, counts = self.starts[numbers], self.starts[numbers + 1] - self.starts[numbers]
        ends = np.cumsum(counts)
        places = np.arange(ends[-1]) + np.repeat(first - (ends - counts), counts)
        weights = self.weights[places] * np.repeat(np.fromiter(terms.values(), dtype=np.float32, count=len(terms)), counts)
        return np.bincount(self.rows[places], weights, self.size).astype(np.float32)

    def known(self, terms: Iterable[str]) -> Counter[int]:
        """How often each term of the vocabulary occurs in `terms`; the others are passed over."""
        return Counter(number for term in terms if (number := self.vocabulary.get(term)) is not None)
