"""Every way in which an owner can answer a post, one number each; fusion.py weighs them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from bot.search.keywords import keyword_scores
from bot.search.ridge import meaning_kernel
from bot.search.terms import letter_terms, word_terms
from bot.search.vectors import ExactVectors, GraphVectors

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bot.search.postings import Postings
    from bot.search.ridge import Ridge
    from bot.search.term_head import TermHead
    from bot.search.vectors import Vectors

TOP = 3

SIGNALS = ("meaning", "nearest", "top", "centroid", "keywords", "words", "letters")
"""In the order of the last axis: a head on meanings, the nearest passage, the mean of the nearest three, the centroid, BM25 over
the owner's joined words, and heads on word pairs and on letter runs. The last two are left out of a very large index."""

NEAREST = SIGNALS.index("nearest")

PRIOR = (5.0, 2.5, 2.5, 4.0, 3.0, 3.0, 4.0)
"""Weights to start from: about the middle of what our own posts and banking77 chose."""


@dataclass(frozen=True, eq=False)
class Owners:
    """Whose rows are whose: rows stand together by owner, `starts[i]` is the first of owner i."""

    names: tuple[str, ...]
    starts: NDArray[np.int64]
    rows: int

    @cached_property
    def counts(self) -> NDArray[np.int64]:
        return np.diff(np.append(self.starts, self.rows))

    @cached_property
    def numbers(self) -> NDArray[np.int64]:
        """The owner of each row."""
        return np.repeat(np.arange(len(self.names)), self.counts)


def nearest_and_top(cosines: NDArray[np.float32], owners: Owners) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """For each owner the greatest cosine and the mean of the greatest `TOP` (of all, where it has fewer)."""
    left = cosines[: owners.rows].copy()
    total: NDArray[np.float32] = np.zeros(len(owners.names), dtype=np.float32)
    counts = owners.counts
    nearest: NDArray[np.float32] = np.maximum.reduceat(left, owners.starts)
    best = nearest
    for place in range(TOP):
        total += np.where(counts > place, best, 0)
        left[_first_of_each(left == best[owners.numbers], owners)] = -2
        best = np.maximum.reduceat(left, owners.starts)
    total /= np.minimum(counts, TOP)
    return nearest, total


def _first_of_each(hits: NDArray[np.bool_], owners: Owners) -> NDArray[np.int64]:
    rows = np.flatnonzero(hits)
    numbers = owners.numbers[rows]
    first: NDArray[np.int64] = rows[np.append(True, numbers[1:] != numbers[:-1])]
    return first


@dataclass(frozen=True, slots=True, eq=False)
class Familiar:
    """How much a post is like those in scope rather than those out of it: about 1 and about 0."""

    ridge: Ridge
    by_kernel: bool

    def score(self, vector: NDArray[np.float32], cosines: NDArray[np.float32]) -> float:
        return float(self.ridge.predict(meaning_kernel(cosines) if self.by_kernel else vector)[0])


@dataclass(frozen=True)
class Scorer:
    """All that scores owners.

    Below the rows' vectors `matrix` has those of the out-of-scope posts, where `familiar` is by kernel. A very large index
    has a `graph` over the rows of `matrix`.
    """

    owners: Owners
    matrix: NDArray[np.float32]
    graph: NDArray[np.uint8] | None
    centroids: NDArray[np.float32]
    meaning: Ridge
    meaning_by_kernel: bool
    familiar: Familiar
    keywords: Postings
    words: TermHead | None
    letters: TermHead | None

    @cached_property
    def vectors(self) -> Vectors:
        return ExactVectors(self.matrix) if self.graph is None else GraphVectors(self.graph, len(self.matrix))

    def signals(self, text: str, vector: NDArray[np.float32], cosines: NDArray[np.float32]) -> NDArray[np.float32]:
        """Owners x signals for one post, of which `cosines` are those with all rows of `matrix`."""
        nearest, top = nearest_and_top(cosines, self.owners)
        meaning = self.meaning.predict(meaning_kernel(cosines[: self.owners.rows]) if self.meaning_by_kernel else vector)
        columns = [meaning, nearest, top, self.centroids @ vector, keyword_scores(self.keywords, text)]
        if self.words:
            columns.append(self.words.predict(word_terms(text)))
        if self.letters:
            columns.append(self.letters.predict(letter_terms(text)))
        return np.stack(columns, axis=1)
