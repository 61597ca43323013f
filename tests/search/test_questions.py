"""A colleague's question is answered with our own words, or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.search.questions import Entry, PassageIndex

if TYPE_CHECKING:
    from bot.search.encoder import Encoder

ENTRIES = [
    Entry(
        "authority",
        "frontline",
        "What you may do",
        "You may refund up to 50 without asking.",
        ("how much money can I give back", "what is my refund limit"),
    ),
    Entry("moderation", "house", "Hiding comments", "Comments stay. Hide only threats and slurs.", ("may I delete a comment",)),
    Entry("guide", "apology", "Saying sorry", "Name what happened, then what you do about it.", ("how do I say sorry",)),
    Entry("guide", "apology", "When not to say sorry", "Do not apologise for what did not happen."),
    Entry("contacts", "press", "Press office", "Press office, day and night.", ("who do I call when a journalist asks",)),
]


@pytest.fixture(scope="module")
def passages(encoder: Encoder) -> PassageIndex:
    return PassageIndex.build(ENTRIES, encoder)


@pytest.mark.parametrize(
    ("question", "right"),
    [
        ("how much money can i hand back on my own", "frontline"),
        ("can we take down a nasty comment", "house"),
        ("what's a decent way to say sorry", "apology"),
        ("a reporter is on the phone, who deals with it", "press"),
    ],
)
def test_a_question_in_other_words_finds_its_passage(passages: PassageIndex, question: str, right: str) -> None:
    assert passages.find(question)[0].id == right


@pytest.mark.parametrize("question", ["capital of australia", "good recipe for banana bread?", "????"])
def test_a_question_about_something_else_finds_nothing(passages: PassageIndex, question: str) -> None:
    assert passages.find(question) == ()


def test_the_text_is_shown_word_for_word_once_for_each_subject(passages: PassageIndex) -> None:
    found = passages.find("how do I say sorry", limit=5)
    assert found[0].text in {entry.text for entry in ENTRIES}
    assert len({(answer.kind, answer.id) for answer in found}) == len(found)


def test_without_entries_nothing_is_found(encoder: Encoder) -> None:
    assert PassageIndex.build([], encoder).find("anything") == ()


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(question=st.text(st.characters(), max_size=200), limit=st.integers(1, 4))
def test_any_question_finds_at_most_the_limit_best_first(passages: PassageIndex, question: str, limit: int) -> None:
    scores = [answer.score for answer in passages.find(question, limit)]
    assert len(scores) <= limit
    assert scores == sorted(scores, reverse=True)
