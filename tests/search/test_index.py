"""The index names the right playbook, says how sure it is, and answers alike however it was built."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.errors import Misuse
from bot.search.index import PlaybookIndex
from bot.search.passages import Passage
from tests.search.sample import OUT_OF_SCOPE, PASSAGES, POSTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    from bot.search.encoder import Encoder

ASKED = {
    "our suitcases went missing at the airport": "lost-bag",
    "service to Leeds cancelled with no warning": "late-train",
    "i have been charged two times for one ticket": "double-charge",
    "what a wonderful driver, please thank him from me": "thanks",
}


class Counting:
    """An encoder that notes what it was asked to encode."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self.fingerprint, self.dimensions = encoder.fingerprint, encoder.dimensions
        self.texts: list[str] = []

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self.texts += texts
        return self._encoder.encode(texts)


@pytest.mark.parametrize(("post", "owner"), ASKED.items())
def test_a_post_finds_its_playbook(index: PlaybookIndex, post: str, owner: str) -> None:
    assert index.search(post).ranked[0].owner == owner


@pytest.mark.parametrize("post", ASKED)
def test_the_example_shown_belongs_to_the_playbook_named(index: PlaybookIndex, post: str) -> None:
    for scored in index.search(post).ranked:
        assert Passage(scored.owner, "example", scored.nearest) in PASSAGES or scored.nearest not in POSTS[scored.owner]


def test_a_post_about_something_else_is_less_sure_than_one_in_scope(index: PlaybookIndex) -> None:
    assert index.search("my dog has learned to open the oven").confidence < min(index.search(post).confidence for post in ASKED)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(st.characters(), max_size=300), k=st.integers(1, 10))
def test_any_text_gets_chances_best_first(index: PlaybookIndex, text: str, k: int) -> None:
    found = index.search(text, k)
    scores = [scored.score for scored in found.ranked]
    assert len(scores) == min(k, len(POSTS))
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 1 for score in scores)
    assert sum(scores) <= 1.0001
    assert 0 <= found.confidence <= 1


def test_an_index_built_on_a_previous_one_encodes_only_what_is_new_and_answers_alike(encoder: Encoder) -> None:
    counting = Counting(encoder)
    before = PlaybookIndex.build(PASSAGES[:-8], OUT_OF_SCOPE, counting)
    counting.texts.clear()
    grown = [*PASSAGES, Passage("thanks", "example", "hats off to the cleaners")]
    again = PlaybookIndex.build(grown, OUT_OF_SCOPE, counting, before)
    assert "hats off to the cleaners" in counting.texts
    assert not set(counting.texts) & {passage.text for passage in PASSAGES[:-8]}
    fresh = PlaybookIndex.build(grown, OUT_OF_SCOPE, encoder)
    assert all(again.search(post) == fresh.search(post) for post in ASKED)


def test_passages_may_come_in_any_order_of_owners(index: PlaybookIndex, encoder: Encoder) -> None:
    turned = PlaybookIndex.build(sorted(PASSAGES, key=lambda passage: passage.owner, reverse=True), OUT_OF_SCOPE, encoder)
    for post in ASKED:
        found, again = index.search(post).ranked[0], turned.search(post).ranked[0]
        assert (found.owner, found.nearest) == (again.owner, again.nearest)


@pytest.mark.parametrize(
    "passages",
    [
        [Passage("only", "title", "Lost belongings")],
        [Passage("one", "title", "Lost belongings"), Passage("two", "title", "Late trains")],
        [Passage("one", "example", "lost my bag"), Passage("two", "example", "train is late")],
        [Passage("one", "example", "lost my bag"), Passage("one", "example", "bag is gone")],
    ],
)
def test_the_smallest_sets_of_playbooks_can_be_searched(encoder: Encoder, passages: list[Passage]) -> None:
    for strangers in ([], ["the moon is a lemon"]):
        assert PlaybookIndex.build(passages, strangers, encoder).search("my bag is lost").ranked[0].owner in {"only", "one"}


def test_no_passages_are_refused_with_the_mend(encoder: Encoder) -> None:
    with pytest.raises(Misuse, match="no playbook has an example"):
        PlaybookIndex.build([], [], encoder)
