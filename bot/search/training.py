"""The heads of an index, each trained on all its rows, with what every row scores while it is left out."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from bot.search.keywords import build_keywords, keyword_scores
from bot.search.ridge import Fit, fit_kernel, fit_linear, meaning_kernel
from bot.search.signals import SIGNALS, Owners, nearest_and_top
from bot.search.term_head import TermHead, fit_terms
from bot.search.terms import letter_terms, stem_terms, word_terms

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from bot.search.passages import Passage

KERNEL_UP_TO = 6_000
"""Rows up to which heads compare a post with every row: inverting 4,000 x 4,000 takes some 5 s, 6,000 x 6,000 some 15 s."""

NOISE = {"example": 0.1, "when": 0.2, "title": 0.3, "summary": 0.3}
"""Kinds that are matched by meaning, and how little a head trusts each: a manager's words are not a customer's."""

LINEAR_NOISE = 10.0
"""A head on the vectors themselves needs ten times the penalty of one on likenesses."""

LEAST_WORDS, LEAST_LETTERS = 1, 2
"""Documents that must hold a term for it to be kept."""

STRANGER_NOISE = 0.3
FOLDS = 10


TermFit = tuple[TermHead, "NDArray[np.float32]"]
"""A head, and what it says of each row while left out."""


@dataclass(frozen=True, slots=True, eq=False)
class Trained:
    """Fits of the heads. In a very large index `by_kernel` is false, and there are no heads on words and letters."""

    meaning: Fit
    by_kernel: bool
    words: TermFit | None
    letters: TermFit | None


def meaningful(passages: Sequence[Passage]) -> list[Passage]:
    """The passages that are matched by meaning, owner by owner."""
    return sorted((passage for passage in passages if passage.kind in NOISE), key=lambda passage: passage.owner)


def owners_of(rows: Sequence[Passage]) -> Owners:
    """Who owns which of the rows, which stand together by owner."""
    names = [row.owner for row in rows]
    starts = [0, *(number for number, (left, right) in enumerate(pairwise(names), start=1) if left != right)]
    return Owners(tuple(names[start] for start in starts), np.array(starts, dtype=np.int64), len(rows))


def train(rows: Sequence[Passage], vectors: NDArray[np.float32], owners: Owners) -> Trained:
    """Train all heads to name the owner of each row."""
    targets = np.eye(len(owners.names), dtype=np.float32)[owners.numbers]
    noise = np.array([NOISE[row.kind] for row in rows], dtype=np.float32)
    if len(rows) > KERNEL_UP_TO:
        return Trained(fit_linear(vectors, targets, noise * LINEAR_NOISE), by_kernel=False, words=None, letters=None)

    return Trained(
        meaning=fit_kernel(meaning_kernel(vectors @ vectors.T), targets, noise),
        by_kernel=True,
        words=fit_terms([word_terms(row.text) for row in rows], targets, noise, LEAST_WORDS),
        letters=fit_terms([letter_terms(row.text) for row in rows], targets, noise, LEAST_LETTERS),
    )


def train_familiar(vectors: NDArray[np.float32], strangers: NDArray[np.float32]) -> tuple[Fit, bool]:
    """Train a head that says how much a post is like the rows (1) rather than the strangers (0), and whether it is by kernel."""
    both = np.vstack([vectors, strangers])
    targets = np.repeat(np.array([[1.0], [0.0]], dtype=np.float32), [len(vectors), len(strangers)], axis=0)
    noise = np.full(len(both), STRANGER_NOISE, dtype=np.float32)
    if len(both) > KERNEL_UP_TO:
        return fit_linear(both, targets, noise * LINEAR_NOISE), False
    return fit_kernel(meaning_kernel(both @ both.T), targets, noise), True


def owner_documents(passages: Sequence[Passage], owners: Owners, without: frozenset[int] = frozenset()) -> list[list[str]]:
    """All the stems of each owner in one document. `without` leaves out passages by their number."""
    documents: defaultdict[str, list[str]] = defaultdict(list)
    for number, passage in enumerate(passages):
        if number not in without:
            documents[passage.owner] += stem_terms(passage.text)
    return [documents[name] for name in owners.names]


def left_out_signals(
    passages: Sequence[Passage],
    rows: Sequence[Passage],
    vectors: NDArray[np.float32],
    owners: Owners,
    trained: Trained,
    asked: NDArray[np.int64],
) -> NDArray[np.float32]:
    """Rows `asked` x owners x signals: what each would get, were it not in the index."""
    if len(asked) == 0:
        return np.zeros((0, len(owners.names), len(SIGNALS) if trained.words else len(SIGNALS) - 2), dtype=np.float32)
    columns = [trained.meaning.left_out[asked], *_left_out_cosines(vectors, owners, asked)]
    columns.append(_left_out_keywords(passages, rows, owners, asked))
    columns += [head[1][asked] for head in (trained.words, trained.letters) if head]
    return np.stack(columns, axis=2)


def centroids_of(vectors: NDArray[np.float32], owners: Owners) -> NDArray[np.float32]:
    """The middle of each owner's rows, as a unit vector."""
    return _unit_rows(np.add.reduceat(vectors, owners.starts, axis=0))


def _left_out_cosines(vectors: NDArray[np.float32], owners: Owners, asked: NDArray[np.int64]) -> list[NDArray[np.float32]]:
    sums = np.add.reduceat(vectors, owners.starts, axis=0)
    numbers = owners.numbers
    near, tops = [], []
    for row in asked:
        cosines = vectors @ vectors[row]
        cosines[row] = 0  # no row of its own: a stranger's likeness
        nearest, top = nearest_and_top(cosines, owners)
        near.append(nearest)
        tops.append(top)
    centroids = vectors[asked] @ _unit_rows(sums).T
    own = _unit_rows(sums[numbers[asked]] - vectors[asked])
    centroids[np.arange(len(asked)), numbers[asked]] = (own * vectors[asked]).sum(axis=1)
    return [np.array(near), np.array(tops), centroids]


def _left_out_keywords(
    passages: Sequence[Passage], rows: Sequence[Passage], owners: Owners, asked: NDArray[np.int64]
) -> NDArray[np.float32]:
    places = {id(passage): number for number, passage in enumerate(passages)}
    scores = np.zeros((len(asked), len(owners.names)), dtype=np.float32)
    for fold in range(FOLDS):
        mine = range(fold, len(asked), FOLDS)
        without = frozenset(places[id(rows[asked[place]])] for place in mine)
        keywords = build_keywords(owner_documents(passages, owners, without))
        for place in mine:
            scores[place] = keyword_scores(keywords, rows[asked[place]].text)
    return scores


def _unit_rows(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    unit: NDArray[np.float32] = vectors / np.maximum(lengths, np.float32(1e-6))
    return unit
