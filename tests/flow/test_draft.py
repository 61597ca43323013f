"""Replies put together from approved sentences: in order, inside the channel, and never beyond the person's limits."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.flow.promised import MONEY, allowed_sentences
from bot.flow.slots import OPEN, Filling, within
from bot.model import UNKNOWN, Ask
from bot.text.promises import find_promises

if TYPE_CHECKING:
    from bot.desk import Desk


def situations(desk: Desk) -> list[str]:
    return [name for name in desk.knowledge.playbooks if name != UNKNOWN]


@pytest.mark.parametrize(
    ("minutes", "said"),
    [
        (15, "within 15 minutes"),
        (60, "within the hour"),
        (120, "within 2 hours"),
        (1440, "within a day"),
        (4320, "within 3 days"),
    ],
)
def test_a_span_is_said_as_people_say_it(minutes: int, said: str) -> None:
    assert within(minutes) == said


def test_a_slot_without_words_stays_open_and_visible() -> None:
    assert Filling({"name": "Mo"}).fill("{name} at {gate_number}") == "Mo at [add: gate number]"


@settings(max_examples=100, deadline=None)
@given(text=st.text())
def test_filling_never_fails_and_leaves_no_slot(text: str) -> None:
    assert not re.search(r"\{[a-z_]+\}", Filling({}).fill(text))


@pytest.mark.parametrize("channel", ["x", "tiktok", "facebook", "google_review", "google_play", "phone"])
def test_every_situation_has_a_reply_that_fits_every_channel(desk: Desk, channel: str) -> None:
    rules = desk.knowledge.values.channels[channel]
    for name in situations(desk):
        advice = desk.reply(Ask("well, what now", channel=channel, playbook=name, name="Mo"))
        for draft in (*advice.drafts, advice.holding):
            assert draft.text.strip(), name
            assert rules.hard is None or draft.count <= rules.hard, (name, draft.text)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 30), data=st.data())
def test_moves_stand_in_the_channels_order(desk: Desk, seed: int, data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(situations(desk)))
    channel = data.draw(st.sampled_from(["x", "facebook", "google_review"]))
    advice = desk.reply(Ask("well, what now", channel=channel, playbook=name, seed=seed))
    moves = [sentence.source.split("#")[1].split("@")[0] for sentence in advice.drafts[0].sentences]
    order = [*desk.knowledge.values.channels[channel].moves]
    assert moves == sorted(moves, key=lambda move: order.index(move))  # type: ignore[arg-type]


@pytest.mark.parametrize("role", ["frontline", "lead"])
def test_no_reply_promises_a_remedy_that_this_person_may_not_give(desk: Desk, role: str) -> None:
    for name in situations(desk):
        advice = desk.reply(Ask("well, what now", playbook=name, role=role))
        may = {remedy.remedy for remedy in advice.authority.may}
        for draft in advice.drafts:
            promised = {promise.kind for promise in find_promises(draft.text)} & MONEY
            assert promised <= may, (name, draft.text)


def test_a_sentence_that_promises_too_much_is_not_offered(desk: Desk) -> None:
    for loaded in desk.knowledge.playbooks.values():
        authority = desk.reply(Ask("well, what now", playbook=loaded.playbook.id)).authority
        nothing = allowed_sentences(loaded, replace(authority, may=()))
        assert not {promise.kind for text in nothing for promise in find_promises(text)} & MONEY
        assert set(nothing) <= set(allowed_sentences(loaded, authority))


def test_a_reply_with_an_open_slot_is_not_ready(desk: Desk) -> None:
    for name in situations(desk):
        for seed in range(4):
            for draft in desk.reply(Ask("well, what now", playbook=name, seed=seed)).drafts:
                assert draft.ready == (not OPEN.search(draft.text))
