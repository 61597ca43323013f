"""Comments stay. The list of what may go is closed, shorter for a public body, and never has an opinion on it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.flow.moderation import NEVER, REASONS, hide_answer, reasons_here
from bot.library.knowledge import load
from bot.library.values import HideReason
from tests.flow.shipped import ROOT

if TYPE_CHECKING:
    from bot.library.loaded import Knowledge

KNOWLEDGE = load(ROOT)


def company(*, profiles: tuple[str, ...] = (), **moderation: object) -> Knowledge:
    values = KNOWLEDGE.values
    changed = values.model_copy(
        update={
            "organisation": values.organisation.model_copy(update={"profiles": profiles}),
            "moderation": values.moderation.model_copy(update=moderation),
        }
    )
    return replace(KNOWLEDGE, values=changed)


def test_the_list_of_the_files_is_the_list_that_is_walked() -> None:
    assert get_args(HideReason) == tuple(REASONS)


def test_a_public_body_has_a_shorter_list() -> None:
    assert reasons_here(KNOWLEDGE.values) == tuple(REASONS)
    public = company(profiles=("public_body",))
    assert reasons_here(public.values) == ("private_data", "threat", "explicit", "spam", "legal_order")
    assert hide_answer("it is hateful", public).reason == ""
    assert hide_answer("it is hateful", KNOWLEDGE).reason == "hate"


@pytest.mark.parametrize("name", NEVER)
def test_no_file_can_make_a_reason_of_what_never_is_one(name: str) -> None:
    changed = company(may_hide=(name, "spam"), never_for=())
    assert reasons_here(changed.values) == ("spam",)
    assert hide_answer(name.replace("_", " "), changed).reason == ""


def test_a_public_bodys_file_cannot_make_its_list_longer() -> None:
    changed = company(profiles=("public_body",), public_body_may_hide=("hate", "threat"))
    assert reasons_here(changed.values) == ("threat",)


@given(st.text(max_size=200))
def test_whatever_is_said_the_comment_stays_or_the_reason_is_of_the_list(words: str) -> None:
    answer = hide_answer(words, KNOWLEDGE)
    assert answer.reason in ("", *reasons_here(KNOWLEDGE.values))
    assert not (answer.reason and answer.never)
    assert answer.rule.startswith("values.yaml:")


def test_every_question_fits_below_its_reason() -> None:
    assert all(0 < len(reason.test) <= 75 for reason in REASONS.values())


@pytest.mark.parametrize("name", REASONS)
def test_a_reason_is_known_by_its_own_name(name: str) -> None:
    assert hide_answer(name, KNOWLEDGE).reason == name


@pytest.mark.parametrize("name", NEVER)
def test_what_never_is_a_reason_is_known_by_its_own_name(name: str) -> None:
    assert hide_answer(name.replace("_", " "), KNOWLEDGE).never == name


@pytest.mark.parametrize(
    "words",
    ["they hate our coffee", "says the queue is killing me", "they judge us", "one star, and nothing is true", "calls us liars"],
)
def test_an_opinion_in_strong_words_is_on_no_list(words: str) -> None:
    assert hide_answer(words, KNOWLEDGE).reason == ""
