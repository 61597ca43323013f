"""What a colleague says of an audience is read however they say it, and what cannot be meant is refused with an example."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import Misuse
from bot.flow.audience import EVERYBODY, Question, read_question
from tests.flow.shipped import shipped_values

VALUES = shipped_values()


def ask(words: str) -> Question:
    return read_question(words, VALUES)


@pytest.mark.parametrize(
    ("words", "handle", "followers"),
    [
        ("@dana 620000", "@dana", 620_000),
        ("@Dana 620,000 followers", "@dana", 620_000),
        ("@dana 620.000", "@dana", 620_000),
        ("@dana 620 000", "@dana", 620_000),
        ("@dana 620k", "@dana", 620_000),
        ("@dana2000 1.2m followers", "@dana2000", 1_200_000),
        ("@dana.bsky.social 1,2m", "@dana.bsky.social", 1_200_000),
        ("620000", "", 620_000),
        ("he says he has a million followers", "", 1_000_000),
        ("she claims half a million fans", "", 500_000),
        ("caller says two million subscribers", "", 2_000_000),
        ("a quarter of a million readers", "", 250_000),
        ("@dana has 0 followers", "@dana", 0),
        ("@dana", "@dana", None),
        ("@dana.", "@dana", None),
    ],
)
def test_a_handle_and_a_number_are_read_however_they_are_written(words: str, handle: str, followers: int | None) -> None:
    assert (ask(words).handle, ask(words).followers) == (handle, followers)


@pytest.mark.parametrize(
    ("words", "standing"),
    [
        ("@dana", "unknown"),
        ("@dana checked", "unknown"),
        ("@dana 620000", "claimed"),
        ("@dana 620000 checked", "checked"),
        ("@dana 620000, I looked", "checked"),
        ("@dana 620000 not checked", "claimed"),
        ("@dana 620000 not yet verified", "claimed"),
        ("@dana 1.2m disputed", "disputed"),
        ("@dana 1.2m but they look bought, checked", "disputed"),
        ("@dana 1.2m, private account", "not_checkable"),
        ("he says a million followers, can't be checked", "not_checkable"),
    ],
)
def test_only_who_says_that_they_looked_has_checked(words: str, standing: str) -> None:
    assert ask(words).standing == standing


@pytest.mark.parametrize(
    ("words", "group"),
    [("a parents' group with 300,000 members", True), ("the union has 12,000", True), ("@dana 300000", False)],
)
def test_groups_are_known_for_groups(words: str, group: bool) -> None:
    assert ask(words).group is group
    assert ask(words).followers in (300_000, 12_000)


@pytest.mark.parametrize(
    ("words", "network"), [("@dana 5k on X", "x"), ("@dana on Google review 12", "google_review"), ("@dana on the phone 5", "")]
)
def test_a_network_is_one_of_ours_or_none(words: str, network: str) -> None:
    assert ask(words).network == network


def test_a_count_of_views_is_no_audience_and_both_may_be_said_at_once() -> None:
    speed = ask("466,000 views in 3 days")
    assert speed.count is not None
    assert (round(speed.count.per_hour), speed.followers) == (6_472, None)
    both = ask("@dana 620000 followers, 300 shares in 2 hours")
    assert both.count is not None
    assert (both.followers, both.count.per_hour) == (620_000, 150)


@pytest.mark.parametrize("words", ["", "what is this", "checked", "dana"])
def test_words_with_nothing_to_weigh_are_answered_with_an_example(words: str) -> None:
    with pytest.raises(Misuse, match="reach @dana 620000"):
        ask(words)


@pytest.mark.parametrize(
    ("words", "said"), [("@dana -5 followers", "below 0"), ("@dana 999999999999", "more than there are people")]
)
def test_numbers_that_cannot_be_are_refused(words: str, said: str) -> None:
    with pytest.raises(Misuse, match=said):
        ask(words)


@given(st.text(max_size=200) | st.from_regex(r"@?\w{0,9} -?[\d.,' ]{0,30}(k|m|million)? (followers|views) in \d{0,9} ?(days|h)?"))
def test_any_text_is_read_or_refused_in_a_sentence(words: str) -> None:
    try:
        found = ask(words)
    except Misuse:
        return
    assert found.followers is None or 0 <= found.followers <= EVERYBODY
    assert found.handle or found.followers is not None or found.count
