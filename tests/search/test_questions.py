"""A colleague's question is answered with our own words, or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.errors import Misuse
from bot.flow.catalogue import question_entries

if TYPE_CHECKING:
    from bot.desk import Desk


@pytest.mark.parametrize(
    ("question", "right"),
    [
        ("how much dosh can i hand back on my own", ("authority", "frontline")),
        ("that comment is foul, can we take it down", ("moderation", "house-rules")),
        ("some telly presenter is ringing, what do i tell them", ("guide", "press-basics")),
        ("do big accounts get more than the pensioner next door", ("influence", "tiers")),
        ("who do i ring when a lad says he'll come back with a knife", ("contacts", "security")),
    ],
)
def test_a_question_in_other_words_finds_its_passage(desk: Desk, question: str, right: tuple[str, str]) -> None:
    assert right in {(answer.kind, answer.id) for answer in desk.ask(question)}


@pytest.mark.parametrize("question", ["capital of australia", "good recipe for banana bread?", "my payslip is wrong again"])
def test_a_question_about_something_else_finds_nothing(desk: Desk, question: str) -> None:
    assert desk.ask(question) == ()


def test_what_is_shown_is_word_for_word_ours_and_once_for_each_subject(desk: Desk) -> None:
    ours = {entry.text for entry in question_entries(desk.knowledge)}
    found = desk.ask("may I refund eighty", limit=5)
    assert {answer.text for answer in found} <= ours
    assert len({(answer.kind, answer.id) for answer in found}) == len(found)


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=200))
def test_any_text_gives_passages_or_one_clear_sentence(desk: Desk, text: str) -> None:
    try:
        assert len(desk.ask(text)) <= 3
    except Misuse as misuse:
        assert "\n" not in str(misuse)  # noqa: PT017 - either outcome is right, a traceback is not
