"""May I? is answered yes or with a name, never blank."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import Misuse
from bot.flow.permission import permission, read_wish
from bot.library.knowledge import load
from tests.flow.shipped import ROOT

KNOWLEDGE = load(ROOT)
VALUES = KNOWLEDGE.values


@pytest.mark.parametrize(
    ("words", "remedy", "amount"),
    [
        ("refund 80", "refund", 80),
        ("refund $80.50 to a guest", "refund", 80.5),
        ("give them a new one, it was 120", "replace", 120),
        ("waive the change fee", "waive_fee", None),
        ("a meal or hotel for 1,200", "meal_or_hotel", 1200),
    ],
)
def test_plain_words_name_a_remedy_and_an_amount(words: str, remedy: str, amount: float | None) -> None:
    wish = read_wish(words, VALUES)
    assert (wish.remedy, wish.amount) == (remedy, amount)


def test_words_that_name_no_remedy_are_answered_with_the_list() -> None:
    with pytest.raises(Misuse, match="refund, replace"):
        read_wish("be nice to them", VALUES)


def test_up_to_the_limit_the_answer_is_yes() -> None:
    answer = permission(read_wish("refund 100", VALUES), "frontline", KNOWLEDGE)
    assert (answer.answer, answer.limit) == ("yes", 100)


def test_one_unit_over_names_the_next_role_that_may() -> None:
    answer = permission(read_wish("refund 101", VALUES), "frontline", KNOWLEDGE)
    assert (answer.answer, answer.who, answer.who_limit) == ("ask", "lead", 500)


def test_far_over_every_role_names_a_person() -> None:
    answer = permission(read_wish("refund 50000", VALUES), "manager", KNOWLEDGE)
    assert (answer.answer, answer.who) == ("ask", VALUES.contacts["shift_lead"].name)


def test_a_remedy_that_the_role_lacks_names_who_has_it() -> None:
    answer = permission(read_wish("make an exception, 300", VALUES), "frontline", KNOWLEDGE)
    assert (answer.answer, answer.who) == ("ask", "lead")


@given(
    st.sampled_from(["refund", "goodwill", "exception", "rebook"]),
    st.integers(0, 10**6),
    st.sampled_from(["frontline", "lead", "manager"]),
)
def test_the_answer_is_never_blank_and_more_is_never_easier(remedy: str, amount: int, role: str) -> None:
    answer = permission(read_wish(f"{remedy} {amount}", VALUES), role, KNOWLEDGE)
    assert answer.rule
    assert answer.why
    assert answer.answer == "yes" or answer.who
    if answer.answer == "ask":
        assert permission(read_wish(f"{remedy} {amount + 1}", VALUES), role, KNOWLEDGE).answer == "ask"


def test_nobody_gives_less_than_nothing() -> None:
    with pytest.raises(Misuse, match="below 0"):
        read_wish("refund -5", VALUES)
