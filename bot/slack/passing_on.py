"""A hand-over that goes on: "I can't", half of the time over with nobody, and the taker's word when they answer."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

import structlog

from bot.errors import Misuse, NotYours
from bot.slack import ids
from bot.slack.approving import expired
from bot.slack.blocks.hand_over import answer_at_form, nobody_has_it_message, note_to_asker, passed_message, taken_message
from bot.slack.carry import unpacked
from bot.slack.handing_over import deliver
from bot.slack.modals import said_beside, text_of
from bot.slack.place import InMessages, Posted, SeenBy, from_metadata, to_metadata
from bot.together.passing import CANT, NOBODY, Passing
from bot.watch.clocks import due

if TYPE_CHECKING:
    from slack_bolt import Ack, App

    from bot.kept import Asker, HandOver, HandOverNote
    from bot.slack.counter import Counter

    Body = dict[str, Any]

log = structlog.get_logger(__name__)


def register(app: App, counter: Counter) -> None:
    """The contact's other buttons."""

    @app.action(ids.CANNOT_TAKE)
    def cannot(ack: Ack, body: Body, action: Body) -> None:
        ack()

        def pass_it() -> None:
            given = Passing(counter.office).cannot(counter.asker(body), action["value"])
            box = body["container"]
            _pass_on(counter, replace(given, place=f"{box['channel_id']}/{box['message_ts']}"), CANT)

        counter.later(pass_it, InMessages(body["user"]["id"]), ids.CANNOT_TAKE)

    @app.action(ids.ANSWER_IN)
    def soon(ack: Ack, body: Body, action: Body) -> None:
        ack()
        chosen = unpacked((action.get("selected_option") or {}).get("value", ""))

        def say() -> None:
            _answers(counter, Passing(counter.office).in_minutes(counter.asker(body), chosen["given"], int(chosen["minutes"])))

        counter.later(say, InMessages(body["user"]["id"]), ids.ANSWER_IN)

    @app.action(ids.ANSWER_AT)
    def later(ack: Ack, body: Body, action: Body) -> None:
        ack()
        place = InMessages(body["user"]["id"])

        def open_it() -> None:
            form = answer_at_form(metadata=to_metadata(place, action["value"]))
            counter.sender.open_view(form, body["trigger_id"], over=place)

        counter.later(open_it, place, ids.ANSWER_AT)

    @app.view(ids.ANSWER_AT_FORM)
    def chosen(ack: Ack, body: Body) -> None:
        with said_beside(ids.WHEN, ack):
            place, given = from_metadata(body["view"]["private_metadata"])
            person = counter.asker(body)
            note = Passing(counter.office).answers(person, given, _next(text_of(body, ids.WHEN), counter.office.now(person)))
            ack()
            counter.later(partial(_answers, counter, note), place, ids.ANSWER_AT_FORM)


def look(counter: Counter) -> None:
    """Does what is due: hand-overs that nobody took go to the backup, approvals that nobody gave are over. Each once."""
    office = counter.office
    now = office.clock()
    for given in office.store.overdue_hand_overs(now):
        if found := due(given, given.pass_at, now):
            _quietly(partial(_late, counter, given, found.late), given.id)
    for approval in office.store.overdue_approvals(now):
        _quietly(partial(expired, counter, counter.people.asker(approval.team, approval.asker), approval), approval.id)


def _late(counter: Counter, given: HandOver, late: timedelta | None) -> None:
    if Passing(counter.office).late(counter.people.asker(given.team, given.asker), given):
        minutes = f", {late // timedelta(minutes=1)} minutes late" if late else ""
        _pass_on(counter, given, f"{NOBODY}{minutes}")


def _pass_on(counter: Counter, given: HandOver, because: str) -> None:
    """To the backup; where there is none left, the asker is told to call."""
    asker = counter.people.asker(given.team, given.asker)
    contacts = counter.office.desk.knowledge.values.contacts
    backup = Passing(counter.office).next_contact(given)
    note = counter.office.note_of(asker, counter.office.store.hand_over(given.team, given.id))
    if given.place:
        channel, _, ts = given.place.partition("/")
        to = contacts[backup].name if backup else ""
        counter.sender.send(passed_message(note, because, to), Posted(channel, ts), seen_by=SeenBy.CHANNEL)
    if not backup:
        contact = contacts[given.contact]
        counter.sender.send(nobody_has_it_message(note, contact, because), InMessages(given.asker), seen_by=SeenBy.ASKER)
        return
    again = counter.office.hand_over(asker, given.draft, backup, given.question, contacts[given.contact].name, because)
    deliver(counter, asker, again, None)


def _answers(counter: Counter, note: HandOverNote) -> None:
    """The message says by when, and the asker is told."""
    channel, _, ts = note.hand_over.place.partition("/")
    if ts:
        counter.sender.send(taken_message(note), Posted(channel, ts), seen_by=SeenBy.CHANNEL)
    theirs = counter.office.note_of(_asker_of(counter, note), note.hand_over)
    counter.sender.send(note_to_asker(theirs), InMessages(note.hand_over.asker), seen_by=SeenBy.ASKER)


def _asker_of(counter: Counter, note: HandOverNote) -> Asker:
    return counter.people.asker(note.hand_over.team, note.hand_over.asker)


def _quietly(job: partial[None], what: str) -> None:
    """One that fails does not keep the others waiting."""
    try:
        job()
    except NotYours as gone:
        log.info("not passed on", what=what, why=str(gone))
    except Exception:
        log.exception("could not be passed on", what=what)


def _next(said: str, now: datetime) -> datetime:
    """The next time that it is this o'clock where the person is. Raises Misuse for what is no time."""
    try:
        at = datetime.combine(now.date(), time.fromisoformat(said), now.tzinfo)
    except ValueError:
        raise Misuse("choose a time, like 14:20") from None
    return at if at > now else at + timedelta(days=1)
