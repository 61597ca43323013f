"""What may be done with a draft, on the real desk and a real database."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from bot.errors import Blocked, Misuse, NotYours
from bot.kept import Asker, Brief
from bot.model import Ask
from bot.office import ONLY_ONE, SHORTEST, Office
from bot.store.store import new_id, open_store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bot.desk import Desk

POST = "my bag came off the belt in two pieces and the desk says fill in a form"
MO = Asker("T1", "U1", "Mo", timezone="Europe/Oslo")
EVA = Asker("T1", "U2", "Eva")
STRANGER = Asker("T2", "U1", "Mo")


class Clock:
    def __init__(self) -> None:
        self.now = datetime(2026, 3, 1, 14, 5, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def office(desk: Desk, tmp_path: Path) -> Iterator[Office]:
    store = open_store(f"sqlite:///{tmp_path}/sayso.db")
    yield Office(desk, store, Clock(), new_id)
    store.close()


def test_a_draft_is_found_again_as_it_was_shown(office: Office) -> None:
    card = office.draft(MO, Ask(POST), Brief(link="https://x.com/a/1"))
    assert office.open(MO, card.kept.id) == card
    assert [kept.id for kept in office.mine(MO)] == [card.kept.id]
    assert card.draft.text.endswith("^Mo")


def test_the_clock_is_the_askers_own(office: Office) -> None:
    card = office.draft(MO, Ask(POST), Brief())
    assert f"{card.now:%H:%M}" == "15:05"
    assert f"{office.draft(EVA, Ask(POST), Brief()).now:%H:%M}" == "09:05"


@pytest.mark.parametrize("somebody", [EVA, STRANGER])
def test_nobody_else_can_touch_a_draft(office: Office, somebody: Asker) -> None:
    draft = office.draft(MO, Ask(POST), Brief()).kept.id
    for touch in (
        lambda: office.open(somebody, draft),
        lambda: office.another(somebody, draft),
        lambda: office.shorter(somebody, draft),
        lambda: office.hold(somebody, draft),
        lambda: office.choose(somebody, draft, "staff-rude"),
        lambda: office.edit(somebody, draft, "Thank you. ^E"),
        lambda: office.posted(somebody, draft),
        lambda: office.tick(somebody, draft, [0]),
        lambda: office.feedback(somebody, draft, good=True),
        lambda: office.hand_over(somebody, draft, "safety"),
    ):
        with pytest.raises(NotYours):
            touch()
    assert office.mine(somebody) == ()


def test_every_other_version_is_new_and_approved(office: Office) -> None:
    card = office.draft(MO, Ask(POST), Brief())
    texts = [card.draft.text]
    for _ in range(3):
        card = office.another(MO, card.kept.id)
        texts.append(card.draft.text)
        assert not card.kept.own_words
        assert all(sentence.source != "own words" for sentence in card.draft.sentences)
    assert all(one != other for one, other in itertools.pairwise(texts))


def test_where_there_is_only_one_version_the_card_says_so(office: Office, desk: Desk) -> None:
    card = office.draft(MO, Ask("there is smoke coming out of the heater you sold me", channel="tiktok"), Brief())
    seen = set()
    while card.draft.text not in seen and not card.note:
        seen.add(card.draft.text)
        card = office.another(MO, card.kept.id)
    assert card.note in ("", ONLY_ONE)


def test_shorter_is_shorter_until_it_cannot_be(office: Office) -> None:
    first = office.draft(MO, Ask(POST), Brief())
    short = office.shorter(MO, first.kept.id)
    assert short.draft.count < first.draft.count
    again = office.shorter(MO, first.kept.id)
    assert (again.draft.text, again.note) == (short.draft.text, SHORTEST)


def test_the_holding_line_takes_the_place_of_the_reply(office: Office) -> None:
    card = office.draft(MO, Ask(POST), Brief())
    held = office.hold(MO, card.kept.id)
    assert held.draft == card.advice.holding
    assert office.open(MO, card.kept.id).draft.text == held.draft.text


def test_another_playbook_makes_another_reply(office: Office) -> None:
    card = office.draft(MO, Ask(POST), Brief())
    chosen = office.choose(MO, card.kept.id, "staff-rude")
    assert chosen.kept.playbook.startswith("staff-rude@")
    assert chosen.draft.text != card.draft.text
    with pytest.raises(Misuse, match="no playbook"):
        office.choose(MO, card.kept.id, "no-such-thing")


def test_own_words_that_must_not_be_posted_change_nothing(office: Office) -> None:
    card = office.draft(MO, Ask(POST), Brief())
    with pytest.raises(Blocked) as blocked:
        office.edit(MO, card.kept.id, "So sorry! Call me on 555 010 9999 and I'll refund 5000 dollars. ^Mo")
    assert all(finding.mend for finding in blocked.value.findings)
    assert office.open(MO, card.kept.id).draft.text == card.draft.text


def test_own_words_that_are_fine_stand_as_they_were_written(office: Office) -> None:
    card = office.draft(MO, Ask(POST), Brief())
    words = "Your bag is ours to put right. I've opened a claim in my name and I'll write here within 4 hours. ^Mo"
    edited = office.edit(MO, card.kept.id, words)
    assert (edited.draft.text, edited.kept.own_words) == (words, True)
    assert office.open(MO, card.kept.id).draft.text == words


def test_a_reply_with_something_to_fill_in_is_not_posted_yet(office: Office) -> None:
    card = office.draft(MO, Ask("what time do you open on Sunday"), Brief())
    if card.draft.ready:
        card = office.another(MO, card.kept.id)
    assert not card.draft.ready
    with pytest.raises(Blocked):
        office.posted(MO, card.kept.id)


def test_a_posted_reply_keeps_its_link(office: Office) -> None:
    card = office.draft(MO, Ask(POST), Brief())
    posted = office.posted(MO, card.kept.id, "https://x.com/us/2")
    assert (posted.kept.state, office.open(MO, card.kept.id).kept.posted_link) == ("posted", "https://x.com/us/2")


def test_ticks_are_kept(office: Office) -> None:
    card = office.draft(MO, Ask(POST), Brief())
    office.tick(MO, card.kept.id, [1, 0, 1])
    assert office.open(MO, card.kept.id).kept.ticked == (0, 1)


def test_an_action_that_was_not_in_view_stays_ticked(office: Office) -> None:
    card = office.draft(MO, Ask(POST), Brief())
    office.tick(MO, card.kept.id, [0, 3])
    office.tick(MO, card.kept.id, [1], shown=2)
    assert office.open(MO, card.kept.id).kept.ticked == (1, 3)


def test_the_owner_whom_the_authority_names_comes_first(office: Office) -> None:
    card = office.draft(MO, Ask("the fryer caught fire and my son burnt his hand"), Brief())
    assert card.kept.verdict == "hold"
    owner = next(tell.contact for tell in card.advice.authority.tell if tell.owner)
    contacts = office.contacts(card.advice)
    assert contacts[0] == owner
    assert set(contacts) == set(office.desk.knowledge.values.contacts)


def test_a_hand_over_counts_once_it_has_arrived(office: Office) -> None:
    card = office.draft(MO, Ask("the fryer caught fire and my son burnt his hand"), Brief())
    note = office.hand_over(MO, card.kept.id, "safety", "What may we say?")
    assert office.open(MO, card.kept.id).kept.state == "open"
    assert office.given(MO, card) is None
    assert note.due - note.card.kept.made == timedelta(minutes=card.advice.authority.due_minutes)
    handed = office.handed_over(MO, note, "C0SAFE/1.2")
    assert handed.kept.state == "handed_over"
    given = office.given(MO, handed)
    assert given is not None
    assert given.hand_over.place == "C0SAFE/1.2"


def test_who_takes_it_first_has_it_and_the_asker_stays_the_asker(office: Office) -> None:
    card = office.draft(MO, Ask("the fryer caught fire and my son burnt his hand"), Brief())
    note = office.hand_over(MO, card.kept.id, "safety")
    office.handed_over(MO, note, "C0SAFE/1.2")
    taken = office.take(EVA, note.hand_over.id)
    assert (taken.hand_over.taken_by, taken.hand_over.asker) == ("U2", "U1")
    assert office.take(replace(EVA, user="U3"), note.hand_over.id).hand_over.taken_by == "U2"
    with pytest.raises(NotYours):
        office.take(STRANGER, note.hand_over.id)


def test_a_role_of_values_yaml_decides_what_may_be_done(office: Office) -> None:
    lead = replace(EVA, role="lead")
    mine, theirs = office.draft(MO, Ask(POST), Brief()), office.draft(lead, Ask(POST), Brief())
    limits = [max(remedy.limit or 0 for remedy in card.advice.authority.may) for card in (mine, theirs)]
    assert limits[0] < limits[1]
