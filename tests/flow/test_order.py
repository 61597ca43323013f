"""By harm, then overdue, then reach."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from bot.flow.order import Waiting, in_order

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
POSTS = st.lists(
    st.builds(
        Waiting,
        st.uuids().map(str),
        st.integers(1, 5),
        st.integers(-600, 600).map(lambda minutes: NOW + timedelta(minutes=minutes)),
        st.sampled_from(["low", "medium", "high"]),
    ),
    max_size=12,
)


def order(*posts: Waiting) -> list[str]:
    return [post.id for post in in_order(posts, NOW)]


def test_harm_comes_before_reach_always() -> None:
    assert order(Waiting("star", 4, NOW - HOUR, "high"), Waiting("nobody", 2, NOW + HOUR, "low")) == ["nobody", "star"]


def test_an_overdue_post_of_nobody_comes_before_a_fresh_one_of_a_star() -> None:
    assert order(Waiting("star", 3, NOW + HOUR, "high"), Waiting("nobody", 3, NOW - HOUR, "low")) == ["nobody", "star"]


def test_among_fresh_ones_reach_counts_and_then_the_time_left() -> None:
    fresh = [Waiting("a", 3, NOW + HOUR, "low"), Waiting("b", 3, NOW + 2 * HOUR, "low"), Waiting("c", 3, NOW + 3 * HOUR, "high")]
    assert order(*reversed(fresh)) == ["c", "a", "b"]


@given(POSTS, st.randoms())
def test_the_order_is_the_same_however_they_came_in_and_loses_nobody(posts: list[Waiting], chance: object) -> None:
    mixed = sorted(posts, key=lambda post: post.id[::-1])
    assert in_order(mixed, NOW) == in_order(posts, NOW)
    assert sorted(post.id for post in in_order(posts, NOW)) == sorted(post.id for post in posts)


@given(POSTS)
def test_nobody_stands_before_somebody_more_serious_and_nobody_fresh_before_an_overdue_equal(posts: list[Waiting]) -> None:
    places = in_order(posts, NOW)
    for earlier, later in pairwise(places):
        assert earlier.severity <= later.severity
        if earlier.severity == later.severity:
            assert not (later.due < NOW <= earlier.due)


@given(POSTS, st.sampled_from(["low", "medium", "high"]))
def test_once_overdue_no_reach_of_anybody_moves_a_post_back(posts: list[Waiting], level: str) -> None:
    """Whatever comes later is due later: who waits longest is answered, so a stream of stars starves nobody."""
    nobody = Waiting("nobody", 3, NOW - timedelta(minutes=601), "low")
    before = [post for post in in_order([*posts, nobody], NOW) if post.severity == 3]
    assert before[0] == nobody
