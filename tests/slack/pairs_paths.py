"""The conversations of two people about one draft: approvals, second readers, and hand-overs that go on."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pytest

from bot.together.approvals import Approvals
from tests.slack.conversation import ANA, LEE, MO, Person
from tests.slack.seeing import FIRE, SAFETY, card, handed_over, leave, reached, seers

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bot.emulator.local import LocalSlack

OVER = "Your bag is ours to put right. I've refunded 300 USD today and I'll write here within 4 hours. ^Mo"
LESS = "Your bag is ours to put right. I've refunded 200 USD today and I'll write here within 4 hours. ^Mo"
ASKS = "Please approve a reply"


def asks_for_approval(mo: Person, words: str = OVER, post: str = "", why: str = "two bags") -> None:
    """Own words that go beyond the role, sent to who may approve them."""
    shown = card(mo, post=post) if post else card(mo)
    mo.presses("Edit", shown)
    mo.submits(mo.modal("Edit the reply"), words=words)
    mo.submits(mo.modal("Ask for approval"), question=why)


@contextmanager
def nobody_is_named() -> Iterator[None]:
    """As if values.yaml gave no person a role that may approve."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Approvals, "approvers", lambda *_: ())
        yield


def asks_reader(mo: Person, reader: str = LEE) -> None:
    mo.presses("Second reader", card(mo, post=FIRE))
    mo.submits(mo.modal("Second reader"), who=reader)


def a_request_goes_to_who_may_approve(slack: LocalSlack, mo: Person, ana: Person) -> None:
    asks_for_approval(mo)
    slack.wait(lambda: seers(slack, ASKS) == {ANA, LEE}, what="both to be asked")
    assert MO not in seers(slack, "takes your word")


def a_request_goes_to_the_contacts_channel(slack: LocalSlack, mo: Person, ana: Person) -> None:
    with nobody_is_named():
        asks_for_approval(mo)
        assert reached(slack, ASKS) == {ANA, LEE}
    assert ana.waits_for(ASKS, SAFETY if mo.messages(SAFETY) else "")


def a_channel_that_is_closed_is_told(slack: LocalSlack, mo: Person, ana: Person) -> None:
    leave(slack, "C0DUTY", "C0LEADS")
    with nobody_is_named():
        asks_for_approval(mo)
        assert reached(slack, "Somebody who may approve this could not be reached") == {MO}


def an_approver_opens_the_words(slack: LocalSlack, mo: Person, ana: Person) -> None:
    asks_for_approval(mo)
    ana.presses("Edit and approve", ana.waits_for(ASKS))
    assert reached(slack, "It is checked against what you may say yourself") == {ANA}


def an_approval_is_told(slack: LocalSlack, mo: Person, ana: Person) -> None:
    asks_for_approval(mo)
    ana.presses("Approve", ana.waits_for(ASKS))
    assert reached(slack, "Copy it as it stands") >= {MO}
    mo.waits_for("Copy it as it stands", mo.dm())


def a_decided_request_loses_its_buttons(slack: LocalSlack, mo: Person, ana: Person) -> None:
    asks_for_approval(mo)
    ana.presses("Approve", ana.waits_for(ASKS))
    slack.wait(lambda: not seers(slack, ASKS), what="the requests to change")


def a_second_reader_is_chosen(slack: LocalSlack, mo: Person, ana: Person) -> None:
    mo.presses("Second reader", card(mo, post=FIRE))
    assert reached(slack, "Any colleague will do") == {MO}


def a_second_reader_gets_the_draft(slack: LocalSlack, mo: Person, ana: Person) -> None:
    asks_reader(mo, ANA)
    assert reached(slack, "Please read this before it is posted") == {ANA}


def a_second_reader_cannot_be_reached(slack: LocalSlack, mo: Person, ana: Person) -> None:
    asks_reader(mo, "U0GONE")
    assert reached(slack, "Your second reader could not be reached") == {MO}


def a_second_reader_says_what_to_change(slack: LocalSlack, mo: Person, ana: Person) -> None:
    asks_reader(mo, ANA)
    ana.presses("I would change this", ana.waits_for("Please read this"))
    assert reached(slack, "What would you change?") == {ANA}


def the_asker_reads_what_the_reader_thinks(slack: LocalSlack, mo: Person, ana: Person) -> None:
    asks_reader(mo, ANA)
    ana.presses("Reads well", ana.waits_for("Please read this"))
    assert reached(slack, "read your reply: reads well") == {MO}


def the_readers_message_loses_its_buttons(slack: LocalSlack, mo: Person, ana: Person) -> None:
    asks_reader(mo, ANA)
    ana.presses("Reads well", ana.waits_for("Please read this"))
    assert reached(slack, "has your answer") == {ANA}


def a_taker_chooses_a_time(slack: LocalSlack, mo: Person, ana: Person) -> None:
    handed_over(mo)
    ana.presses("I have it", ana.waits_for("May we collect it?"))
    ana.presses("At a time", ana.waits_for("In hand, answer due by"))
    assert reached(slack, "When do you answer?") >= {ANA}
    assert MO not in seers(slack, "When do you answer?")


def a_note_says_when_it_is_answered(slack: LocalSlack, mo: Person, ana: Person) -> None:
    handed_over(mo)
    ana.presses("I have it", ana.waits_for("May we collect it?"))
    ana.chooses("Answer in 60 minutes", ana.waits_for("In hand, answer due by"))
    slack.wait(lambda: not seers(slack, "Answer in 60 minutes"), what="the choice to be gone")
    slack.wait(lambda: len([m for m in mo.messages(mo.dm()) if "and answers by" in m["text"]]) == 2, what="Mo to be told twice")


def a_note_goes_on_to_the_backup(slack: LocalSlack, mo: Person, ana: Person) -> None:
    handed_over(mo)
    ana.presses("I can't", ana.waits_for("May we collect it?"))
    assert reached(slack, "Not here any more") == {ANA, LEE}
    assert ana.waits_for("in place of Safety lead", "C0DUTY")


def nobody_is_left(slack: LocalSlack, mo: Person, ana: Person) -> None:
    handed_over(mo)
    for _ in range(3):
        message = slack.wait(
            lambda: next((m for m in ana.messages() if "please decide" in str(m["blocks"])), None), what="a note"
        )
        ana.presses("I can't", message)
        slack.wait(
            lambda message=message: "please decide" not in str(_again(ana, message)["blocks"]),  # type: ignore[misc]
            what="the note to go on",
        )
        if seers(slack, "nobody is left to ask"):
            break
    assert reached(slack, "nobody is left to ask") == {MO}


def _again(person: Person, message: dict[str, Any]) -> dict[str, Any]:
    return next(one for one in person.messages(message["channel"]) if one["ts"] == message["ts"])


PAIRS: dict[str, Callable[[LocalSlack, Person, Person], None]] = {
    "approving._send 1": a_request_goes_to_who_may_approve,
    "approving._send 2": a_request_goes_to_the_contacts_channel,
    "approving._noted.note 1": a_channel_that_is_closed_is_told,
    "approving._opening.pressed.open_it 1": an_approver_opens_the_words,
    "approving._told 1": an_approval_is_told,
    "approving._close 1": a_decided_request_loses_its_buttons,
    "reading_twice.register.wanted.open_it 1": a_second_reader_is_chosen,
    "reading_twice._send 1": a_second_reader_gets_the_draft,
    "reading_twice._not_reached 1": a_second_reader_cannot_be_reached,
    "reading_twice.register.change.open_it 1": a_second_reader_says_what_to_change,
    "reading_twice._answered 1": the_asker_reads_what_the_reader_thinks,
    "reading_twice._answered 2": the_readers_message_loses_its_buttons,
    "passing_on.register.later.open_it 1": a_taker_chooses_a_time,
    "passing_on._answers 1": a_note_says_when_it_is_answered,
    "passing_on._answers 2": a_note_says_when_it_is_answered,
    "passing_on._pass_on 1": a_note_goes_on_to_the_backup,
    "passing_on._pass_on 2": nobody_is_left,
}
