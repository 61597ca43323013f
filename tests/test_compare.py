"""The comparison measures every method on the same posts."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from bot.compare import Labelled, abstention, compare_all, hits, split
from bot.search.encoder import load_encoder
from bot.search.index import PlaybookIndex
from bot.settings import read_settings
from tests.search.sample import OUT_OF_SCOPE, PASSAGES

ASKED = [
    Labelled("our suitcases went missing", "lost-bag"),
    Labelled("cancelled again, no train until nine", "late-train"),
    Labelled("charged twice for one ticket", "double-charge"),
    Labelled("please thank the driver from me", "thanks"),
]


@pytest.fixture(scope="module")
def index() -> PlaybookIndex:
    cache = read_settings({**os.environ, "SAYSO_ROOT": str(Path(__file__).parents[1])}).cache
    return PlaybookIndex.build(PASSAGES, OUT_OF_SCOPE, load_encoder(cache))


def test_every_method_answers_and_the_combination_comes_last(index: PlaybookIndex) -> None:
    found = hits(index, ASKED)
    assert found[0].method.startswith("keywords")
    assert found[-1].method == "combination (ours)"
    assert all(0 <= hit.first <= hit.in_three <= 1 for hit in found)
    assert found[-1].first == 1


def test_posts_outside_are_told_from_posts_inside(index: PlaybookIndex) -> None:
    judged = abstention(index, [post.text for post in ASKED], ["a lemon is not a moon", "my cat plays the drums"])
    assert judged[-1].score == "confidence (ours)"
    assert judged[-1].auroc == 1


def test_examples_and_asked_posts_never_overlap() -> None:
    rows = [Labelled(f"{owner} {number}", owner) for owner in "ab" for number in range(15)]
    examples, asked = split(rows, seed=3)
    assert len(examples) == 20
    assert {passage.text for passage in examples} | {post.text for post in asked} == {row.text for row in rows}
    assert not {passage.text for passage in examples} & {post.text for post in asked}
    assert split(rows, seed=3) == (examples, asked)


def test_without_posts_and_public_sets_there_is_no_table(index: PlaybookIndex, tmp_path: Path) -> None:
    assert list(compare_all(tmp_path, index._encoder, [], [], [])) == []
