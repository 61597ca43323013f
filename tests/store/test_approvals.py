"""Of many who decide at once one is heard, and what is approved is what the draft says."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from threading import Barrier
from typing import TYPE_CHECKING, Any, Literal

import pytest

from bot.decided import Approval, Decision, digest_of
from bot.errors import NotYours
from bot.store.store import Store, open_store
from tests.store import sample
from tests.store.sample import NOW

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

TEXT = "I've refunded 300 USD. ^Mo"
ASKED = Approval(
    "a_1",
    "T1",
    "d_1",
    "U1",
    TEXT,
    digest_of(TEXT),
    ("over the limit",),
    ("lead",),
    "rule",
    100,
    300,
    "",
    NOW,
    NOW + timedelta(hours=1),
)
RECORD = Decision("T1", NOW, "U2", "lead", "approved", "a_1")


@pytest.fixture
def asked(store: Store) -> Store:
    store.keep(sample.kept())
    store.ask_approval(ASKED, record=replace(RECORD, action="asked"))
    return store


@pytest.fixture
def programs(asked: Store, url: str) -> Iterator[list[Store]]:
    """Several programs on one database."""
    others = [open_store(url) for _ in range(3)]
    yield [asked, *others]
    for other in others:
        other.close()


def _approves(
    store: Store,
    who: str = "U2",
    text: str = TEXT,
    state: Literal["approved", "refused"] = "approved",
    seen: str = ASKED.digest,
    at: datetime = NOW,
) -> Approval:
    digest = digest_of(text)
    decided = replace(ASKED, state=state, decided_by=who, decided_role="lead", decided_at=at, text=text, digest=digest)
    return store.decide(decided, seen=seen, record=replace(RECORD, who=who, action=state, at=at))


def test_what_is_asked_is_found_as_it_was(asked: Store) -> None:
    assert asked.approval("T1", "a_1") == asked.approval_of("T1", "d_1") == ASKED
    assert asked.approval("T2", "a_1") is None


def test_an_approved_text_is_the_drafts_text_from_then_on(asked: Store) -> None:
    approved = _approves(asked, text="I've refunded 200 USD. ^Mo")
    kept = asked.draft("T1", "d_1")
    assert kept is not None
    assert kept.text == approved.text == "I've refunded 200 USD. ^Mo"
    assert approved.covers(kept.text)
    assert not approved.covers(kept.text + " ")


def test_of_many_who_decide_at_once_in_several_programs_one_wins(programs: list[Store]) -> None:
    people = 12
    at_once = Barrier(people)

    def decide(number: int) -> str:
        at_once.wait()
        try:
            state: Literal["approved", "refused"] = "refused" if number % 3 == 0 else "approved"
            return _approves(programs[number % len(programs)], f"U{number}", f"{TEXT} {number}", state).decided_by
        except NotYours as late:
            assert "already" in str(late)  # noqa: PT017, because all but one of them must be told so
            return ""

    with ThreadPoolExecutor(people) as pool:
        winners = [winner for winner in pool.map(decide, range(people)) if winner]
    assert len(winners) == 1
    approval, kept = programs[0].approval("T1", "a_1"), programs[0].draft("T1", "d_1")
    assert approval is not None
    assert kept is not None
    assert approval.decided_by == winners[0]
    assert approval.covers(kept.text) == (approval.state == "approved")
    assert programs[0].verify_audit().rows == 2


def test_an_edit_at_the_same_moment_never_leaves_an_approval_on_another_text(programs: list[Store]) -> None:
    for round_ in range(8):
        name = f"d_{round_}x"
        programs[0].keep(sample.kept(name))
        asked = replace(ASKED, id=f"a_{round_}x", draft=name)
        programs[0].ask_approval(asked, record=RECORD)
        at_once = Barrier(2)

        def approve(asked: Approval = asked, at_once: Barrier = at_once) -> None:
            at_once.wait()
            try:
                programs[1].decide(replace(asked, state="approved", decided_by="U2"), seen=asked.digest, record=RECORD)
            except NotYours as late:
                assert "changed" in str(late)  # noqa: PT017, because both outcomes are right and the sentence must fit

        def edit(name: str = name, at_once: Barrier = at_once) -> None:
            at_once.wait()
            programs[2].change("T1", name, text="other words")

        with ThreadPoolExecutor(2) as pool:
            for done in [pool.submit(approve), pool.submit(edit)]:
                done.result()
        approval, kept = programs[0].approval("T1", asked.id), programs[0].draft("T1", name)
        assert approval is not None
        assert kept is not None
        assert approval.state == ("approved" if kept.text == TEXT else "void")


def test_another_text_makes_an_approval_void_and_another_tick_does_not(asked: Store) -> None:
    _approves(asked)
    asked.change("T1", "d_1", ticked=(1,))
    asked.change("T1", "d_1", text=TEXT)
    assert asked.approval("T1", "a_1").state == "approved"  # type: ignore[union-attr]
    asked.change("T1", "d_1", text=TEXT + "!")
    assert asked.approval("T1", "a_1").state == "void"  # type: ignore[union-attr]


def test_a_second_request_for_a_draft_makes_the_first_one_void(asked: Store) -> None:
    asked.ask_approval(replace(ASKED, id="a_2", made=NOW + timedelta(minutes=1)), record=RECORD)
    assert asked.approval_of("T1", "d_1").id == "a_2"  # type: ignore[union-attr]
    with pytest.raises(NotYours, match="void"):
        _approves(asked)


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ({"at": NOW + timedelta(hours=1)}, "time to approve this is over"),
        ({"seen": digest_of("an older text")}, "changed since you opened it"),
    ],
)
def test_who_comes_too_late_or_saw_another_text_is_told_so_and_nothing_changes(
    asked: Store, more: dict[str, Any], why: str
) -> None:
    with pytest.raises(NotYours, match=why):
        _approves(asked, **more)
    assert asked.approval("T1", "a_1") == ASKED
    assert asked.draft("T1", "d_1") == sample.kept()
    assert asked.verify_audit().rows == 1


def test_a_request_expires_once(asked: Store) -> None:
    late = NOW + timedelta(hours=2)
    assert asked.overdue_approvals(NOW) == ()
    assert asked.overdue_approvals(late) == (ASKED,)
    assert [asked.expire(ASKED, record=RECORD) for _ in range(2)] == [True, False]
    assert asked.overdue_approvals(late) == ()


def test_every_message_about_a_request_is_remembered(asked: Store) -> None:
    for place in ("D1/1.1", "D2/2.2"):
        asked.approval_placed("T1", "a_1", place)
    assert asked.approval("T1", "a_1").places == ("D1/1.1", "D2/2.2")  # type: ignore[union-attr]
