"""May I? is answered yes or with a name, never blank."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import Misuse
from bot.flow.permission import permission
from bot.flow.roles import limit_of, remedies
from bot.flow.wish import Wish, read_wish
from bot.library.knowledge import load
from tests.flow.shipped import ROOT
from tests.library.sample import write_company

if TYPE_CHECKING:
    from pathlib import Path

    from bot.library.loaded import Knowledge

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


MONDAY_NIGHT = datetime(2026, 3, 3, 3, tzinfo=UTC)


@pytest.mark.parametrize(
    ("words", "remedy", "amount"),
    [
        ("comp the room for 3 nights, it cost 140", "meal_or_hotel", 140),
        ("refund 80 to order #12345", "refund", 80),
        ("a refund of 80 for 2 people", "refund", 80),
        ("refund two hundred dollars", "refund", 200),
        ("a coffee voucher", "goodwill", None),
        ("80 refund", "refund", 80),
        ("refund 1,250.50", "refund", 1250.5),
    ],
)
def test_the_amount_is_the_money_and_not_what_is_counted_beside_it(words: str, remedy: str, amount: float | None) -> None:
    wish = read_wish(words, VALUES)
    assert (wish.remedy, wish.amount) == (remedy, amount)


@pytest.mark.parametrize(("words", "said"), [("refund 50%", "a percentage"), ("refund £50", "GBP")])
def test_what_is_no_amount_in_our_money_is_asked_for_again(words: str, said: str) -> None:
    with pytest.raises(Misuse, match=said):
        read_wish(words, VALUES)


def test_the_rule_is_named_with_the_line_where_it_stands() -> None:
    lines = (ROOT / "values.yaml").read_text(encoding="utf-8").splitlines()
    for role, first in (
        ("frontline", "limits: {refund: 100"),
        ("lead", "limits: {refund: 500"),
        ("manager", "limits: {refund: 2000"),
    ):
        rule = permission(read_wish("refund 10", VALUES), role, KNOWLEDGE).rule
        file, line = rule.split(":")
        assert file == "values.yaml"
        assert first in lines[int(line) - 1]
    rebook = permission(read_wish("rebook them", VALUES), "manager", KNOWLEDGE)
    assert "rebook" in lines[int(rebook.rule.split(":")[1]) - 1]


def test_lines_are_right_after_an_edit_above_them(tmp_path: Path) -> None:
    write_company(tmp_path)
    company = load(tmp_path)
    before = permission(read_wish("refund 10", company.values), "deck", company).rule
    words = (tmp_path / "values.yaml").read_text(encoding="utf-8")
    (tmp_path / "values.yaml").write_text("# a word\n# and another\n" + words, encoding="utf-8")
    company = load(tmp_path)
    after = permission(read_wish("refund 10", company.values), "deck", company).rule
    assert int(after.split(":")[1]) == int(before.split(":")[1]) + 2


def test_the_days_rest_is_the_limit_where_it_is_less_than_that_of_the_case() -> None:
    assert permission(read_wish("refund 50", VALUES), "frontline", KNOWLEDGE, given=250).answer == "yes"
    answer = permission(read_wish("refund 51", VALUES), "frontline", KNOWLEDGE, given=250)
    assert (answer.answer, answer.who, answer.left) == ("ask", "lead", 50)
    assert "per_day" in answer.rule_text


def test_from_some_amount_on_it_is_yes_and_tell() -> None:
    assert permission(read_wish("hotel 99", VALUES), "frontline", KNOWLEDGE).answer == "yes"
    told = permission(read_wish("hotel 100", VALUES), "frontline", KNOWLEDGE)
    assert (told.answer, told.who) == ("yes_and_tell", "Shift lead")


def test_who_is_on_call_is_named_for_the_moment() -> None:
    assert permission(read_wish("refund 101", VALUES), "frontline", KNOWLEDGE, at=MONDAY_NIGHT).on_call == "Shift lead"


def _with_limits(**limits: dict[str, float]) -> Knowledge:
    roles = {
        name: role.model_copy(update={"limits": limits.get(name, role.limits)}) for name, role in VALUES.empowerment.roles.items()
    }
    values = VALUES.model_copy(update={"empowerment": VALUES.empowerment.model_copy(update={"roles": roles})})
    return replace(KNOWLEDGE, values=values)


def test_a_limit_is_taken_over_with_the_role_it_belongs_to() -> None:
    company = _with_limits(lead={"exception": 500.0})
    assert limit_of("refund", "lead", company.values) == 100
    answer = permission(read_wish("refund 101", VALUES), "lead", company)
    assert (answer.answer, answer.who) == ("ask", "manager")


def test_a_remedy_without_a_limit_here_that_has_one_elsewhere_is_never_without_end() -> None:
    company = _with_limits(frontline={"goodwill": 50.0}, lead={"goodwill": 150.0})
    assert limit_of("refund", "frontline", company.values) == 0
    answer = permission(read_wish("refund 1", VALUES), "frontline", company)
    assert (answer.answer, answer.who) == ("ask", "manager")


@given(
    st.sampled_from(remedies(VALUES)), st.floats(0, 10**5), st.sampled_from(list(VALUES.empowerment.roles)), st.floats(0, 10**4)
)
def test_who_has_given_more_today_is_never_allowed_more(remedy: str, amount: float, role: str, given_today: float) -> None:
    wish = Wish(remedy, round(amount, 2))
    later = permission(wish, role, KNOWLEDGE, given=given_today)
    if later.answer != "ask":
        assert permission(wish, role, KNOWLEDGE, given=0.0).answer != "ask"
        assert later.left is None or later.left >= wish.amount  # type: ignore[operator]
    assert later.rule.startswith("values.yaml:")
    assert later.rule_text
