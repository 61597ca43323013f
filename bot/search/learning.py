"""From passages and their vectors to everything that answers, and what calibrates it: all that building an index learns.

Every figure learned from our own posts comes from scores that a post got while it was left out.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from bot.search.confidence import Calibrator, calibrate, evidence
from bot.search.fusion import fuse, learn_weights
from bot.search.keywords import build_keywords
from bot.search.signals import NEAREST, PRIOR, Familiar, Scorer
from bot.search.training import (
    Trained,
    centroids_of,
    left_out_signals,
    owner_documents,
    owners_of,
    train,
    train_familiar,
)
from bot.search.vectors import GRAPH_FROM, build_graph

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from bot.search.passages import Passage
    from bot.search.signals import Owners

LEARN_FROM = 2_000
"""Posts that weights and calibrators are learned from, at most: evenly drawn from all."""


@dataclass(frozen=True, slots=True, eq=False)
class Learned:
    """What a search needs: `weights` weigh the signals of `scorer`, `in_scope` turns evidence into a chance."""

    scorer: Scorer
    weights: NDArray[np.float32]
    in_scope: Calibrator


def learn(
    passages: Sequence[Passage],
    rows: Sequence[Passage],
    vectors: NDArray[np.float32],
    strangers: Sequence[str],
    stranger_vectors: NDArray[np.float32],
) -> Learned:
    """Learn from all `passages`. `rows` are the `meaningful` ones with their `vectors`; `strangers` are out-of-scope posts."""
    owners = owners_of(rows)
    trained = train(rows, vectors, owners)
    familiar, by_kernel = train_familiar(vectors, stranger_vectors)
    scorer = _scorer(passages, vectors, stranger_vectors, owners, trained, Familiar(familiar.ridge, by_kernel))

    asked = _asked(rows)
    right = owners.numbers[asked]
    seen = left_out_signals(passages, rows, vectors, owners, trained, asked)
    weights = learn_weights(seen, right, np.array(PRIOR[: seen.shape[2]], dtype=np.float32))
    inside = [
        evidence(scores, float(signals[:, NEAREST].max()), float(familiar.left_out[row, 0]), rows[row].text)
        for signals, scores, row in zip(seen, fuse(seen, weights), asked, strict=True)
    ]
    outside = _outside(scorer, weights, strangers, stranger_vectors, familiar.left_out[len(rows) :, 0])
    known = np.repeat([True, False], [len(inside), len(outside)])
    return Learned(scorer, weights, calibrate(np.array([*inside, *outside], dtype=np.float32), known))


def _scorer(
    passages: Sequence[Passage],
    vectors: NDArray[np.float32],
    stranger_vectors: NDArray[np.float32],
    owners: Owners,
    trained: Trained,
    familiar: Familiar,
) -> Scorer:
    matrix = np.vstack([vectors, stranger_vectors]) if familiar.by_kernel else vectors
    return Scorer(
        owners=owners,
        matrix=matrix,
        graph=build_graph(matrix) if len(matrix) >= GRAPH_FROM else None,
        centroids=centroids_of(vectors, owners),
        meaning=trained.meaning.ridge,
        meaning_by_kernel=trained.by_kernel,
        familiar=familiar,
        keywords=build_keywords(owner_documents(passages, owners)),
        words=trained.words[0] if trained.words else None,
        letters=trained.letters[0] if trained.letters else None,
    )


def _outside(
    scorer: Scorer,
    weights: NDArray[np.float32],
    texts: Sequence[str],
    vectors: NDArray[np.float32],
    familiar: NDArray[np.float32],
) -> list[NDArray[np.float32]]:
    found = []
    for text, vector, likeness in zip(texts, vectors, familiar, strict=True):
        signals = scorer.signals(text, vector, scorer.vectors.similarities(vector))
        found.append(evidence(fuse(signals, weights), float(signals[:, NEAREST].max()), float(likeness), text))
    return found


def _asked(rows: Sequence[Passage]) -> NDArray[np.int64]:
    """The rows that play a customer while they are left out."""
    examples = np.array([number for number, row in enumerate(rows) if row.kind == "example"], dtype=np.int64)
    if len(examples) <= LEARN_FROM:
        return examples
    return examples[np.linspace(0, len(examples) - 1, LEARN_FROM).astype(np.int64)]
