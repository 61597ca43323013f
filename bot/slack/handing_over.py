"""A hand-over on its way: to the contact, to the backup when Slack will not take it there, and back to the asker."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import structlog

from bot.slack.blocks.hand_over import hand_over_message, not_reached_message, note_to_asker, taken_message
from bot.slack.place import InMessages, InThread, Posted, SeenBy
from bot.slack.send import error_of

if TYPE_CHECKING:
    from concurrent.futures import Future

    from bot.kept import Asker, HandOverNote
    from bot.slack.counter import Counter
    from bot.slack.place import Place

log = structlog.get_logger(__name__)


def hand_over(counter: Counter, asker: Asker, draft: str, contact: str, question: str, place: Place) -> None:
    """Sends the note to whoever is on duty for the contact, else to who backs them up.

    The card at `place` then says who has it; when nobody could be reached, the asker is told how to call.
    """
    watch = counter.office.on_duty(contact)
    note = counter.office.hand_over(asker, draft, watch.first, question)
    if watch.first != contact:
        note = replace(note, instead_of=counter.office.desk.knowledge.values.contacts[contact].name, off_duty=True)
    _deliver(counter, asker, note, place)


def _deliver(counter: Counter, asker: Asker, note: HandOverNote, place: Place) -> None:
    def sent(answer: Future[dict[str, Any]]) -> None:
        counter.later(lambda: _delivered(counter, asker, note, answer, place), place, "hand over")

    contact = counter.office.desk.knowledge.values.contacts[note.hand_over.contact]
    where = InThread(contact.slack, asker.user)
    counter.sender.send(hand_over_message(note), where, seen_by=SeenBy.CHANNEL).add_done_callback(sent)


def _delivered(counter: Counter, asker: Asker, note: HandOverNote, answer: Future[dict[str, Any]], place: Place) -> None:
    if error := answer.exception():
        log.warning("hand-over not delivered", contact=note.hand_over.contact, error=error_of(error))
        _try_backup(counter, asker, note, place)
        return
    sent = answer.result()
    counter.show(asker, counter.office.handed_over(asker, note, f"{sent['channel']}/{sent['ts']}"), place)


def _try_backup(counter: Counter, asker: Asker, note: HandOverNote, place: Place) -> None:
    contacts, given = counter.office.desk.knowledge.values.contacts, note.hand_over
    contact, watch = contacts[given.contact], counter.office.on_duty(given.contact)
    if watch.backup and (not note.instead_of or note.off_duty):
        again = counter.office.hand_over(asker, given.draft, watch.backup, given.question, instead_of=contact.name)
        _deliver(counter, asker, again, place)
        return
    counter.sender.send(not_reached_message(note, contact), InMessages(asker.user), seen_by=SeenBy.ASKER)


def take(counter: Counter, body: dict[str, Any], hand_over_id: str) -> None:
    """ "I have it": the message says who, and the asker is told."""
    note = counter.office.take(counter.asker(body), hand_over_id)
    message = Posted(body["container"]["channel_id"], body["container"]["message_ts"])
    counter.sender.send(taken_message(note), message, seen_by=SeenBy.CHANNEL)
    counter.sender.send(note_to_asker(note), InMessages(note.hand_over.asker), seen_by=SeenBy.ASKER)
