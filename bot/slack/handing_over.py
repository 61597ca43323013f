"""A hand-over on its way: to the contact, to the backup when Slack will not take it there, and back to the asker."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import structlog

from bot.slack.blocks.hand_over import hand_over_message, not_reached_message, note_to_asker, taken_message
from bot.slack.place import InMessages, InThread, Posted, SeenBy
from bot.slack.send import error_of
from bot.together.passing import Passing

if TYPE_CHECKING:
    from concurrent.futures import Future

    from bot.kept import Asker, HandOverNote
    from bot.slack.counter import Counter
    from bot.slack.place import Place

log = structlog.get_logger(__name__)

OFF_DUTY = "is off duty"
"""Why a note goes past the contact who was asked for."""


def hand_over(counter: Counter, asker: Asker, draft: str, contact: str, question: str, place: Place) -> None:
    """Sends the note to whoever is on duty for the contact, else to who backs them up.

    The card at `place` then says who has it; when nobody could be reached, the asker is told how to call.
    """
    watch = counter.office.on_duty(contact)
    if watch.first == contact:
        note = counter.office.hand_over(asker, draft, contact, question)
    else:
        away = counter.office.desk.knowledge.values.contacts[contact].name
        note = counter.office.hand_over(asker, draft, watch.first, question, away, OFF_DUTY)
    deliver(counter, asker, note, place)


def deliver(counter: Counter, asker: Asker, note: HandOverNote, place: Place | None) -> None:
    """Sends a note that is kept already. `place` is where the asker's card stands; None where nobody is looking at it now."""

    def sent(answer: Future[dict[str, Any]]) -> None:
        tell = place or InMessages(asker.user)
        counter.later(lambda: _delivered(counter, asker, note, answer, place), tell, "hand over")

    contact = counter.office.desk.knowledge.values.contacts[note.hand_over.contact]
    where = InThread(contact.slack, asker.user)
    counter.sender.send(hand_over_message(note), where, seen_by=SeenBy.CHANNEL).add_done_callback(sent)


def _delivered(counter: Counter, asker: Asker, note: HandOverNote, answer: Future[dict[str, Any]], place: Place | None) -> None:
    if error := answer.exception():
        log.warning("hand-over not delivered", contact=note.hand_over.contact, error=error_of(error))
        _try_backup(counter, asker, note, place)
        return
    sent = answer.result()
    where = f"{sent['channel']}/{sent['ts']}"
    if place is None:
        counter.office.store.keep_hand_over(replace(note.hand_over, place=where))
    else:
        counter.show(asker, counter.office.handed_over(asker, note, where), place)


def _try_backup(counter: Counter, asker: Asker, note: HandOverNote, place: Place | None) -> None:
    contacts, given = counter.office.desk.knowledge.values.contacts, note.hand_over
    contact, backup = contacts[given.contact], counter.office.on_duty(given.contact).backup
    Passing(counter.office).unreached(asker, given)
    if backup and (not note.instead_of or note.because == OFF_DUTY):
        again = counter.office.hand_over(asker, given.draft, backup, given.question, instead_of=contact.name)
        deliver(counter, asker, again, place)
        return
    counter.sender.send(not_reached_message(note, contact), InMessages(asker.user), seen_by=SeenBy.ASKER)


def take(counter: Counter, body: dict[str, Any], hand_over_id: str) -> None:
    """ "I have it": the message says who, and the asker is told."""
    note = counter.office.take(counter.asker(body), hand_over_id)
    message = Posted(body["container"]["channel_id"], body["container"]["message_ts"])
    counter.sender.send(taken_message(note), message, seen_by=SeenBy.CHANNEL)
    counter.sender.send(note_to_asker(note), InMessages(note.hand_over.asker), seen_by=SeenBy.ASKER)
