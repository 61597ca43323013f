"""The second reader: asked from the card, answers in their Messages tab, and the asker reads it in theirs."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import structlog

from bot.slack import ids
from bot.slack.blocks.errors import misuse_message
from bot.slack.blocks.second_reader import (
    opinion_message,
    second_reader_form,
    to_read_message,
    was_read_message,
    would_change_form,
)
from bot.slack.modals import said_beside, text_of
from bot.slack.place import InMessages, Posted, SeenBy, from_metadata, place_of, to_metadata
from bot.slack.send import error_of
from bot.together.readers import Readers

if TYPE_CHECKING:
    from concurrent.futures import Future

    from slack_bolt import Ack, App

    from bot.kept import Asker
    from bot.slack.counter import Counter
    from bot.slack.place import Place
    from bot.together.readers import ToRead

    Body = dict[str, Any]

log = structlog.get_logger(__name__)

NOT_REACHED = "your second reader could not be reached in Slack; ask somebody else"


def register(app: App, counter: Counter) -> None:
    """The button of the card with its form, and the two answers of the reader."""

    @app.action(ids.SECOND_READER)
    def wanted(ack: Ack, body: Body, action: Body) -> None:
        ack()
        place = place_of(body)

        def open_it() -> None:
            card = counter.office.open(counter.asker(body), action["value"])
            form = second_reader_form(metadata=to_metadata(place, card.kept.id))
            counter.sender.open_view(form, body["trigger_id"], over=place)

        counter.later(open_it, place, ids.SECOND_READER)

    @app.view(ids.SECOND_READER_FORM)
    def chosen(ack: Ack, body: Body) -> None:
        with said_beside(ids.WHO, ack):
            place, draft = from_metadata(body["view"]["private_metadata"])
            asker = counter.asker(body)
            to_read = Readers(counter.office).ask(asker, draft, text_of(body, ids.WHO))
            ack()
            counter.later(partial(_send, counter, asker, to_read, place), place, ids.SECOND_READER_FORM)

    @app.action(ids.READS_WELL)
    def well(ack: Ack, body: Body, action: Body) -> None:
        ack()

        def answer() -> None:
            read = Readers(counter.office).answer(counter.asker(body), action["value"], "well")
            _answered(counter, read, _where(body))

        counter.later(answer, InMessages(body["user"]["id"]), ids.READS_WELL)

    @app.action(ids.WOULD_CHANGE)
    def change(ack: Ack, body: Body, action: Body) -> None:
        ack()
        place = InMessages(body["user"]["id"], *_where(body).split("/", 1))

        def open_it() -> None:
            to_read = Readers(counter.office).open(counter.asker(body), action["value"])
            form = would_change_form(metadata=to_metadata(place, to_read.reading.id))
            counter.sender.open_view(form, body["trigger_id"], over=InMessages(body["user"]["id"]))

        counter.later(open_it, InMessages(body["user"]["id"]), ids.WOULD_CHANGE)

    @app.view(ids.WOULD_CHANGE_FORM)
    def changed(ack: Ack, body: Body) -> None:
        with said_beside(ids.WHY, ack):
            place, reading = from_metadata(body["view"]["private_metadata"])
            read = Readers(counter.office).answer(counter.asker(body), reading, "change", text_of(body, ids.WHY))
            ack()
            where = f"{place.channel}/{place.thread}" if isinstance(place, InMessages) else "/"
            counter.later(partial(_answered, counter, read, where), InMessages(read.reading.reader), ids.WOULD_CHANGE_FORM)


def _send(counter: Counter, asker: Asker, to_read: ToRead, place: Place) -> None:
    def sent(answer: Future[Body]) -> None:
        if error := answer.exception():
            log.warning("second reader not reached", error=error_of(error))
            counter.later(partial(_not_reached, counter, asker), place, "second reader")

    where = InMessages(to_read.reading.reader)
    counter.sender.send(to_read_message(to_read), where, seen_by=SeenBy.ASKER).add_done_callback(sent)
    counter.show(asker, counter.office.open(asker, to_read.reading.draft), place)


def _not_reached(counter: Counter, asker: Asker) -> None:
    counter.sender.send(misuse_message(NOT_REACHED), InMessages(asker.user), seen_by=SeenBy.ASKER)


def _answered(counter: Counter, read: ToRead, where: str) -> None:
    """The asker reads it; the reader's message loses its buttons."""
    counter.sender.send(opinion_message(read), InMessages(read.reading.asker), seen_by=SeenBy.ASKER)
    channel, _, ts = where.partition("/")
    if channel and ts:
        counter.sender.send(was_read_message(read), Posted(channel, ts), seen_by=SeenBy.CHANNEL)


def _where(body: Body) -> str:
    """Where the message stands whose button was pressed."""
    container = body.get("container") or {}
    return f"{container.get('channel_id', '')}/{container.get('message_ts', '')}"
