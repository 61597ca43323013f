"""Keyword scores are those of bm25s, without bm25s."""

from __future__ import annotations

import bm25s
import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from bot.search.keywords import SCALE, build_keywords, keyword_scores
from bot.search.terms import stem_terms

DOCUMENTS = [stem_terms(text) for text in ("lost bag, lost hope", "train late again", "bag late and refund refused", "thanks")]


def test_scores_are_those_of_bm25s() -> None:
    theirs = bm25s.BM25()
    theirs.index(DOCUMENTS, show_progress=False)
    ours = keyword_scores(build_keywords(DOCUMENTS), "my bag is late")
    assert np.allclose(ours, theirs.get_scores(stem_terms("bag late")) * SCALE, atol=1e-5)


def test_no_words_at_all_can_be_indexed_and_asked() -> None:
    assert keyword_scores(build_keywords([[], []]), "bag").tolist() == [0, 0]


@given(st.text(st.characters(), max_size=200))
def test_any_text_gets_one_score_for_each_document(text: str) -> None:
    scores = keyword_scores(build_keywords(DOCUMENTS), text)
    assert scores.shape == (len(DOCUMENTS),)
    assert np.isfinite(scores).all()
