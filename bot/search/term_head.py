"""A head on the terms of a post: TF-IDF and ridge regression, folded into one weight a term and owner for serving."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from math import log
from typing import TYPE_CHECKING, Any

import numpy as np

from bot.search.ridge import fit_kernel

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, eq=False)
class TermHead:
    """`weights` has a row for each term of `vocabulary`, a column for each owner; `mean` is added."""

    vocabulary: Mapping[str, int]
    idf: NDArray[np.float32]
    weights: NDArray[np.float32]
    mean: NDArray[np.float32]

    def predict(self, terms: Iterable[str]) -> NDArray[np.float32]:
        """One score an owner for a text given as its terms; those never seen before do not count."""
        numbers, values = _tfidf(terms, self.vocabulary, self.idf)
        scores: NDArray[np.float32] = values @ self.weights[numbers] + self.mean
        return scores


def fit_terms(
    documents: Sequence[Sequence[str]], targets: NDArray[np.float32], noise: NDArray[np.float32], least: int
) -> tuple[TermHead, NDArray[np.float32]]:
    """A head on documents given as their terms, and what it says of each while left out.

    Terms of fewer than `least` documents are dropped.
    """
    from scipy.sparse import csr_array  # type: ignore[import-untyped]

    spread = Counter(term for terms in documents for term in set(terms))
    kept = sorted(term for term, count in spread.items() if count >= least)
    vocabulary = {term: number for number, term in enumerate(kept)}
    idf = np.array([log((1 + len(documents)) / (1 + spread[term])) + 1 for term in kept], dtype=np.float32)
    rows = [_tfidf(terms, vocabulary, idf) for terms in documents]
    places = np.cumsum([0, *(len(numbers) for numbers, _ in rows)])
    parts = (np.concatenate([values for _, values in rows]), np.concatenate([numbers for numbers, _ in rows]), places)
    matrix: Any = csr_array(parts, shape=(len(documents), len(kept)))
    fit = fit_kernel((matrix @ matrix.T).toarray(), targets, noise)
    weights = np.asarray(matrix.T @ fit.ridge.weights, dtype=np.float32)
    return TermHead(vocabulary, idf, weights, fit.ridge.mean), fit.left_out


def _tfidf(
    terms: Iterable[str], vocabulary: Mapping[str, int], idf: NDArray[np.float32]
) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    """Numbers of the terms that are known, and their weights: damped counts times rarity, of length 1."""
    counts = Counter(number for term in terms if (number := vocabulary.get(term)) is not None)
    numbers = np.fromiter(counts.keys(), dtype=np.int64, count=len(counts))
    values = (1 + np.log(np.fromiter(counts.values(), dtype=np.float32, count=len(counts)))) * idf[numbers]
    length = float(np.sqrt(values @ values))
    return numbers, values / length if length else values
