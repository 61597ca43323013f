"""A comment that may have to go: the form, the second person, and the asker's answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import structlog

from bot.errors import Misuse
from bot.flow.authority import shift_lead
from bot.flow.deeds import who_may
from bot.flow.moderation import is_public_body, reasons_here
from bot.slack import ids
from bot.slack.blocks.hiding import (
    asked_message,
    decided_message,
    hide_form,
    outcome_message,
    request_message,
    unreached_message,
)
from bot.slack.modals import said_beside, text_of
from bot.slack.place import InMessages, InThread, Posted, SeenBy, from_metadata, place_of, to_metadata
from bot.slack.send import error_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future

    from slack_bolt import Ack, App

    from bot.kept import Asker, Removal, RemovalState
    from bot.slack.counter import Counter
    from bot.slack.place import Place

log = structlog.get_logger(__name__)

Body = dict[str, Any]


def register(app: App, counter: Counter) -> None:
    """The button opens the form; the form asks somebody else; their button tells the asker what they may do themselves."""
    app.action(ids.HIDE)(_opening(counter))
    app.view(ids.HIDE_FORM)(_asking(counter))
    app.action(ids.HIDE_AGREE)(_deciding(counter, "agreed"))
    app.action(ids.HIDE_KEEP)(_deciding(counter, "kept_up"))


def _opening(counter: Counter) -> Callable[..., None]:
    def pressed(ack: Ack, body: Body, action: Body) -> None:
        ack()
        place = place_of(body)

        def open_it() -> None:
            reasons = reasons_here(counter.office.desk.knowledge.values)
            if not reasons:
                raise Misuse("values.yaml allows no reason to hide a comment; leave it up and answer it")
            form = hide_form(reasons, metadata=to_metadata(place), first=action["value"])
            counter.sender.open_view(form, body["trigger_id"], over=place)

        counter.later(open_it, place, ids.HIDE)

    return pressed


def _asking(counter: Counter) -> Callable[..., None]:
    def submitted(ack: Ack, body: Body) -> None:
        with said_beside(ids.WORDS, ack):
            place, _ = from_metadata(body["view"]["private_metadata"])
            asker = counter.asker(body)
            removal = counter.office.moderator.ask(
                asker, text_of(body, ids.WHICH), text_of(body, ids.WORDS), text_of(body, ids.LINK)
            )
            ack()
            log.info("removal asked", removal=removal.id, reason=removal.reason, asker=asker.user)
            counter.later(lambda: _send_request(counter, asker, removal, place), place, ids.HIDE_FORM)

    return submitted


def _send_request(counter: Counter, asker: Asker, removal: Removal, place: Place) -> None:
    """To whoever is on call for the shift, else to who stands behind them."""
    watch = counter.office.on_duty(shift_lead(counter.office.desk.knowledge.values))
    _deliver(counter, asker, removal, place, [name for name in (watch.first, watch.backup) if name], [])


def _deliver(counter: Counter, asker: Asker, removal: Removal, place: Place, to: list[str], missed: list[str]) -> None:
    knowledge = counter.office.desk.knowledge
    contacts = knowledge.values.contacts
    if not to:
        names = [contacts[name].name for name in missed]
        counter.sender.send(unreached_message(names), InMessages(asker.user), seen_by=SeenBy.ASKER)
        return

    def sent(answer: Future[Body]) -> None:
        if error := answer.exception():
            log.warning("request not delivered", contact=to[0], error=error_of(error))
            again = [*missed, to[0]]
            counter.later(lambda: _deliver(counter, asker, removal, place, to[1:], again), place, "removal")
        else:
            counter.later(lambda: _asked(counter, contact.name, place), place, "removal")

    contact = contacts[to[0]]
    rule = knowledge.where("moderation", "public_body_may_hide" if is_public_body(knowledge.values) else "may_hide")
    message = request_message(removal, contact.name, who_may(ids.HIDE_AGREE, knowledge.values), rule)
    counter.sender.send(message, InThread(contact.slack, asker.user), seen_by=SeenBy.CHANNEL).add_done_callback(sent)


def _asked(counter: Counter, contact: str, place: Place) -> None:
    counter.sender.send(asked_message(contact), place, seen_by=SeenBy.ASKER)


def _deciding(counter: Counter, state: RemovalState) -> Callable[..., None]:
    def pressed(ack: Ack, body: Body, action: Body) -> None:
        ack()

        def decide() -> None:
            removal = counter.office.moderator.decide(counter.asker(body), action["value"], state)
            log.info("removal decided", removal=removal.id, state=removal.state, by=removal.decided_by, reason=removal.reason)
            where = Posted(body["container"]["channel_id"], body["container"]["message_ts"])
            counter.sender.send(decided_message(removal), where, seen_by=SeenBy.CHANNEL)
            if counter.office.first_time(f"removal/{removal.team}/{removal.id}"):  # two may press at once; the asker hears once
                counter.sender.send(outcome_message(removal), InMessages(removal.asker), seen_by=SeenBy.ASKER)

        counter.later(decide, place_of(body), f"removal {state}")

    return pressed
