"""BM25 over owners: all the words of an owner are one document, which finds more than one document an example."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from bot.search.postings import Postings
from bot.search.terms import stem_terms

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

SCALE = 0.1
"""BM25 scores run to some tens where the other signals run to one."""


def build_keywords(documents: Sequence[Sequence[str]]) -> Postings:
    """BM25 weights of documents given as their stems, worked out by bm25s; serving needs only the arrays."""
    import bm25s

    vocabulary = {stem: number for number, stem in enumerate(sorted(set().union(*documents)))}
    if not vocabulary:
        return Postings({}, np.zeros(1, np.int32), np.empty(0, np.int32), np.empty(0, np.float32), len(documents))
    numbers = [[vocabulary[stem] for stem in document] for document in documents]
    index = bm25s.BM25()
    index.index((numbers, dict(vocabulary)), show_progress=False)
    matrix = index.scores
    return Postings(
        vocabulary,
        np.asarray(matrix["indptr"], dtype=np.int32)[: len(vocabulary) + 1],
        np.asarray(matrix["indices"], dtype=np.int32),
        np.asarray(matrix["data"], dtype=np.float32) * np.float32(SCALE),
        len(documents),
    )


def keyword_scores(postings: Postings, text: str) -> NDArray[np.float32]:
    """One score an owner (or a passage): a stem that the text repeats counts once."""
    return postings.scores(dict.fromkeys(postings.known(stem_terms(text)), 1.0))
