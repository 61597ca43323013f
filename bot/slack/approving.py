"""Approvals on their way: to those who may, back to the asker, and every message about it kept up to date.

What a button or a modal carries (the request and the hash of the text that was shown) is only a claim: `Approvals` reads who
pressed, their role, and the text again.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import structlog

from bot.decided import Approval
from bot.slack import ids
from bot.slack.blocks.approval import answer_message, approve_form, decided_message, refuse_form, request_message
from bot.slack.blocks.errors import misuse_message
from bot.slack.carry import packed, unpacked
from bot.slack.modals import said_beside, text_of
from bot.slack.place import InMessages, InThread, Posted, SeenBy, from_metadata, place_of, to_metadata
from bot.slack.send import error_of
from bot.together.approvals import Approvals

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future

    from slack_bolt import Ack, App

    from bot.kept import Asker
    from bot.slack.counter import Counter
    from bot.slack.place import Place
    from bot.together.approvals import Request

    Body = dict[str, Any]

log = structlog.get_logger(__name__)

NOT_REACHED = "somebody who may approve this could not be reached in Slack; call them, or hand it over"


def register(app: App, counter: Counter) -> None:
    """The asker's form, and the three answers of an approver."""
    app.action(ids.EDIT_AND_APPROVE)(_opening(counter, ids.EDIT_AND_APPROVE, _approve_form))
    app.action(ids.REFUSE)(_opening(counter, ids.REFUSE, _refuse_form))

    @app.action(ids.APPROVE)
    def approved(ack: Ack, body: Body, action: Body) -> None:
        ack()
        approval, seen = _claimed(action["value"])
        place = InMessages(body["user"]["id"])

        def approve() -> None:
            _told(counter, Approvals(counter.office).approve(counter.asker(body), approval, seen))

        counter.later(approve, place, ids.APPROVE)

    @app.view(ids.ASK_APPROVAL_FORM)
    def asked(ack: Ack, body: Body) -> None:
        with said_beside(ids.WORDS, ack):
            place, draft = from_metadata(body["view"]["private_metadata"])
            asker = counter.asker(body)
            found = Approvals(counter.office).ask(asker, draft, text_of(body, ids.WORDS), text_of(body, ids.QUESTION))
            ack()
            if isinstance(found, Approval):
                counter.later(partial(_send, counter, asker, found, place), place, ids.ASK_APPROVAL_FORM)
            else:
                counter.later(partial(counter.show, asker, found, place), place, ids.ASK_APPROVAL_FORM)

    @app.view(ids.APPROVE_FORM)
    def edited(ack: Ack, body: Body) -> None:
        _decided(
            counter,
            ack,
            body,
            ids.WORDS,
            lambda person, approval, seen, words: _approvals(counter).approve(person, approval, seen, words),
        )

    @app.view(ids.REFUSE_FORM)
    def refused(ack: Ack, body: Body) -> None:
        _decided(
            counter,
            ack,
            body,
            ids.WHY,
            lambda person, approval, seen, words: _approvals(counter).refuse(person, approval, seen, words),
        )


def expired(counter: Counter, asker: Asker, approval: Approval) -> None:
    """The time of a request is over: its asker and those who were asked are told, once."""
    if _approvals(counter).expire(asker, approval):
        current = counter.office.store.approval(approval.team, approval.id)
        _told(counter, _approvals(counter).request(asker, current or approval))


def _approvals(counter: Counter) -> Approvals:
    return Approvals(counter.office)


def _decided(counter: Counter, ack: Ack, body: Body, field: str, decide: Callable[[Asker, str, str, str], Request]) -> None:
    """What cannot be decided is said beside `field`, and the form stays open with the approver's words."""
    with said_beside(field, ack):
        place, claim = from_metadata(body["view"]["private_metadata"])
        request = decide(counter.asker(body), *_claimed(claim), text_of(body, field))
        ack()
        counter.later(lambda: _told(counter, request), place, field)


def _send(counter: Counter, asker: Asker, approval: Approval, place: Place) -> None:
    """To everybody whose role may, each in their Messages tab; where nobody is named, to the contact's channel."""
    approvals = _approvals(counter)
    request = approvals.request(asker, approval)
    people = approvals.approvers(approval)
    for user in people:
        theirs = approvals.request(counter.people.asker(asker.team, user), approval)
        sent = counter.sender.send(request_message(theirs), InMessages(user), seen_by=SeenBy.ASKER)
        sent.add_done_callback(partial(_noted, counter, asker, approval))
    if not people:
        contact = counter.office.desk.knowledge.values.contacts[approvals.contact(request.card)]
        where = InThread(contact.slack, asker.user)
        sent = counter.sender.send(request_message(request), where, seen_by=SeenBy.CHANNEL)
        sent.add_done_callback(partial(_noted, counter, asker, approval))
    counter.show(asker, request.card, place)


def _noted(counter: Counter, asker: Asker, approval: Approval, answer: Future[Body]) -> None:
    """Where the message stands, so that it can lose its buttons later."""

    def note() -> None:
        if error := answer.exception():
            log.warning("approval not delivered", error=error_of(error))
            counter.sender.send(misuse_message(NOT_REACHED), InMessages(asker.user), seen_by=SeenBy.ASKER)
            return
        sent = answer.result()
        counter.office.store.approval_placed(approval.team, approval.id, f"{sent['channel']}/{sent['ts']}")
        current = counter.office.store.approval(approval.team, approval.id)
        if current is not None and current.state != "open":  # somebody was quicker than our note
            _close(counter, _approvals(counter).request(asker, current))

    counter.later(note, InMessages(asker.user), "approval sent")


def _told(counter: Counter, request: Request) -> None:
    """The asker hears what was decided, and nobody can press a button about it any more."""
    approval = request.approval
    asker = counter.people.asker(approval.team, approval.asker)
    theirs = _approvals(counter).request(asker, approval)
    counter.sender.send(answer_message(theirs), InMessages(approval.asker), seen_by=SeenBy.ASKER)
    _close(counter, request)


def _close(counter: Counter, request: Request) -> None:
    for place in request.approval.places:
        channel, _, ts = place.partition("/")
        counter.sender.send(decided_message(request), Posted(channel, ts), seen_by=SeenBy.CHANNEL)


def _opening(counter: Counter, action_id: str, form: Callable[[Request, str], Body]) -> Callable[..., None]:
    def pressed(ack: Ack, body: Body, action: Body) -> None:
        ack()
        approval, seen = _claimed(action["value"])
        place = InMessages(body["user"]["id"])

        def open_it() -> None:
            request = _approvals(counter).open(counter.asker(body), approval, seen)
            metadata = to_metadata(place, packed(approval=approval, seen=seen))
            counter.sender.open_view(form(request, metadata), body["trigger_id"], over=place_of(body))

        counter.later(open_it, place, action_id)

    return pressed


def _approve_form(request: Request, metadata: str) -> Body:
    return approve_form(request, metadata=metadata)


def _refuse_form(_request: Request, metadata: str) -> Body:
    return refuse_form(metadata=metadata)


def _claimed(value: str) -> tuple[str, str]:
    """The request, and the hash of the text that was shown."""
    fields = unpacked(value)
    return fields.get("approval", ""), fields.get("seen", "")
