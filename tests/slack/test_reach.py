"""Somebody's reach in Slack: the same card however it is asked for, for the asker alone, at a glance."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.flow.audience import Question, read_question
from bot.flow.influence import Found, Seen, weigh
from bot.library.values import LookUp
from bot.slack.blocks.parts import SCREEN
from bot.slack.blocks.phone import total
from bot.slack.blocks.reach import NEVER_SAID, reach_message
from bot.slack.limits import problems
from bot.slack.words import read_words
from tests.flow.shipped import shipped_values
from tests.slack.conversation import MO, Person, said
from tests.slack.hostile import long_texts
from tests.slack.sample import markup, payload, shown
from tests.slack.seeing import seers
from tests.slack.test_sayso import INSIDES, WAYS

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from bot.emulator.local import LocalSlack

    Way = Callable[[Person, str], str]

VALUES = shipped_values()


@WAYS
@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("reach @ann 620000", "@ann is T0 (everyday), low reach: claimed, not checked"),
        ("reach 620000", "This person is T0 (everyday), low reach: claimed, not checked"),
        ("@bert", "@bert is T0 (everyday), low reach: nobody has said a number"),
        ("he says he has a million followers", "1,000,000 followers, which changes nothing until it is checked."),
        ("reach @carl 1.2m followers checked", "@carl is T5 (million plus), high reach: checked"),
        ("reach a group of 300,000 checked", "This group is T3 (very large), high reach: checked"),
        ("466,000 views in 3 days", "6,472 an hour: viral."),
        ("reach 300 shares in 2 hours", "150 an hour: rising."),
    ],
)
def test_it_is_asked_for_in_a_verb_or_in_plain_words(slack: LocalSlack, mo: Person, way: Way, words: str, told: str) -> None:
    answer = said(mo.waits_for(told, way(mo, words)))
    assert "What does not: " in answer
    assert "remedy, apology, honesty and whether we answer. They are the same for everybody." in answer
    assert not INSIDES.search(answer)
    assert seers(slack, told) == {MO}


def test_what_mo_checked_ana_is_shown_by_name_and_day(mo: Person, ana: Person) -> None:
    mo.waits_for("high reach", (mo.types("/sayso reach @dana 620000 checked"), "C0GENERAL")[1])
    ana.types("/sayso reach @dana")
    card = ana.waits_for("@dana is T4 (mass), high reach: checked", "C0GENERAL", ephemeral=True)
    known = next(block for block in card["blocks"] if block["block_id"] == "known")
    assert {"type": "user", "user_id": MO} in known["elements"][0]["elements"]


@WAYS
@pytest.mark.parametrize(
    ("words", "told"),
    [("reach @dana -5", "An audience cannot be below 0"), ("reach @dana 99999999999999", "more than there are people")],
)
def test_what_cannot_be_is_answered_with_an_example(mo: Person, way: Way, words: str, told: str) -> None:
    assert not INSIDES.search(said(mo.waits_for(told, way(mo, words))))


def test_reach_alone_says_what_to_write(mo: Person) -> None:
    mo.types("/sayso reach")
    assert "reach @dana 620000" in said(mo.waits_for("Say whose reach"))


@pytest.mark.parametrize(
    "post",
    [
        "I have 1.1M followers. Fix this by noon or they all hear about your fridge.",
        "You may not know me but my audience will know YOU.",
        "im an influenser btw",
        "12k retweets and still nothing from you. Incredible.",
        "Reach out to me, nobody picks up the phone",
        "@HarbourPine where is my parcel?",
        "@HarbourPine 3 days and no answer",
        "466,000 views in 3 days and you still won't pay for my guitar!",
        "She has waited 3 hours at gate 4 and nobody came",
    ],
)
def test_a_customers_post_is_never_taken_for_the_question(post: str) -> None:
    assert read_words(post).verb == "plain"


ASKED = ["@d 1m", "@d", "466,000 views in 3 days", "@d 620000 checked, 466,000 views in 3 days", "12k shares"]


@pytest.mark.parametrize("words", ASKED)
def test_the_card_fits_one_screen_and_holds_its_four_lines(words: str) -> None:
    message = reach_message(weigh(read_question(words, VALUES), VALUES), VALUES)
    assert total(message.blocks) <= SCREEN
    assert problems(payload(message)) == ()
    text = shown(message.blocks)
    assert "What changes" in text
    assert "What does not: " in text
    assert NEVER_SAID in text or "checked" in words
    assert ("Check it in a minute" in text) == words.startswith("@d") ^ ("checked" in words)


def test_if_it_continues_comes_with_how_unsure_it_is() -> None:
    text = shown(reach_message(weigh(read_question("466,000 views in 3 days", VALUES), VALUES), VALUES).blocks)
    assert "If it continues: about 621,000 in 24 hours." in text
    assert "544,000 at half the pace, 777,000 at twice" in text
    assert "A viral thread is serious at least: post the approved line and hand it over." in text


@settings(max_examples=60)
@given(long_texts, long_texts, st.integers(0, 10**10), st.dates())
def test_whatever_a_handle_or_a_source_is_called_it_is_shown_as_text(handle: str, source: str, followers: int, day: date) -> None:
    """Nothing is read as markup, and Slack takes the message."""
    trusted = VALUES.influence.model_copy(update={"look_up": LookUp(provider="csv", source="a", counts_as_checked=True)})
    values = VALUES.model_copy(update={"influence": trusted})
    for seen, found in ((None, Found(followers, day, source)), (Seen(followers, "checked", day, source), None)):
        card = weigh(Question(handle="@" + handle, followers=3, standing="claimed"), values, seen, found, note=source)
        message = reach_message(card, values)
        assert problems(payload(message)) == ()
        assert markup(message.blocks) == ""
