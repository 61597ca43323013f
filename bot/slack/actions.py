"""The buttons of the card. Each carries the draft's id; whose draft it is, the office looks up."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from bot.slack import ids
from bot.slack.blocks import forms
from bot.slack.blocks.card import shared_message
from bot.slack.blocks.why import PICK
from bot.slack.carry import unpacked
from bot.slack.commands import open_reply_form
from bot.slack.handing_over import take
from bot.slack.place import InMessages, InThread, SeenBy, place_of, to_metadata

if TYPE_CHECKING:
    from collections.abc import Callable

    from slack_bolt import Ack, App

    from bot.kept import Asker, Card
    from bot.office import Office
    from bot.slack.counter import Counter

    Change = Callable[[Office, Asker, str], Card]


def register(app: App, counter: Counter) -> None:
    """Buttons that change the card at once, buttons that open a form, and the rest one by one."""
    for action_id, change in _CHANGES.items():
        app.action(action_id)(_changing(counter, change, action_id))
    for action_id in _FORMS:
        app.action(action_id)(_opening(counter, action_id))
    app.action(ids.DO_NOW)(_ticking(counter))
    app.action(_PICK)(_choosing(counter))
    app.action(ids.FEEDBACK)(_judging(counter))
    app.action(ids.SHARE)(_sharing(counter))
    app.action(ids.TAKE)(_taking(counter))
    app.action(ids.OPEN_DRAFT)(_opening_draft(counter))
    app.action(ids.OPEN_FORM)(_opening_form(counter))


_CHANGES: dict[str, Change] = {
    ids.ANOTHER: lambda office, asker, draft: office.another(asker, draft),
    ids.SHORTER: lambda office, asker, draft: office.shorter(asker, draft),
    ids.HOLDING: lambda office, asker, draft: office.hold(asker, draft),
}
_PICK = re.compile(rf"{PICK}_\d")
_FORMS = (ids.EDIT, ids.PLAYBOOK, ids.POSTED, ids.HAND_OVER)


def _form(counter: Counter, card: Card, metadata: str, action_id: str) -> dict[str, Any]:
    match action_id:
        case ids.EDIT:
            return forms.edit_form(card, metadata=metadata)
        case ids.PLAYBOOK:
            return forms.playbook_form(card, metadata=metadata)
        case ids.POSTED:
            return forms.posted_form(card, metadata=metadata)
        case _:
            return forms.hand_over_form(card, _named_contacts(counter, card), metadata=metadata)


def _named_contacts(counter: Counter, card: Card) -> tuple[tuple[str, str], ...]:
    contacts = counter.office.desk.knowledge.values.contacts
    return tuple((contact, contacts[contact].name) for contact in counter.office.contacts(card.advice))


def _changing(counter: Counter, change: Change, what: str) -> Callable[..., None]:
    def pressed(ack: Ack, body: dict[str, Any], action: dict[str, Any]) -> None:
        ack()
        place = place_of(body)

        def change_it() -> None:
            asker = counter.asker(body)
            counter.show(asker, change(counter.office, asker, action["value"]), place)

        counter.later(change_it, place, what)

    return pressed


def _opening(counter: Counter, action_id: str) -> Callable[..., None]:
    def pressed(ack: Ack, body: dict[str, Any], action: dict[str, Any]) -> None:
        ack()
        place = place_of(body)

        def open_it() -> None:
            card = counter.office.open(counter.asker(body), action["value"])
            form = _form(counter, card, to_metadata(place, card.kept.id), action_id)
            counter.sender.open_view(form, body["trigger_id"], over=place)

        counter.later(open_it, place, action_id)

    return pressed


def _ticking(counter: Counter) -> Callable[..., None]:
    def ticked(ack: Ack, body: dict[str, Any], action: dict[str, Any]) -> None:
        ack()
        draft, done, shown = forms.read_ticks(action)
        counter.later(lambda: counter.office.tick(counter.asker(body), draft, done, shown), place_of(body), ids.DO_NOW)

    return ticked


def _choosing(counter: Counter) -> Callable[..., None]:
    """ "Which of these?": one of two playbooks that fit nearly as well."""

    def chosen(ack: Ack, body: dict[str, Any], action: dict[str, Any]) -> None:
        ack()
        place = place_of(body)
        picked = unpacked(action["value"])

        def choose() -> None:
            asker = counter.asker(body)
            counter.show(asker, counter.office.choose(asker, picked.get("draft", ""), picked.get("playbook", "")), place)

        counter.later(choose, place, PICK)

    return chosen


def _judging(counter: Counter) -> Callable[..., None]:
    def judged(ack: Ack, body: dict[str, Any], action: dict[str, Any]) -> None:
        ack()
        place = place_of(body)
        thumb = unpacked(action["value"])
        draft, good = thumb.get("draft", ""), thumb.get("good") == "true"

        def keep() -> None:
            counter.office.feedback(counter.asker(body), draft, good=good)
            if not good:
                counter.sender.open_view(forms.feedback_form(metadata=to_metadata(place, draft)), body["trigger_id"], over=place)

        counter.later(keep, place, ids.FEEDBACK)

    return judged


def _sharing(counter: Counter) -> Callable[..., None]:
    """The one button that shows something to others, in the thread where it was asked."""

    def shared(ack: Ack, body: dict[str, Any], action: dict[str, Any]) -> None:
        ack()

        def share() -> None:
            card = counter.office.open(counter.asker(body), action["value"])
            channel, _, thread = card.kept.brief.thread.partition("/")
            counter.sender.send(shared_message(card), InThread(channel, body["user"]["id"], thread), seen_by=SeenBy.CHANNEL)

        counter.later(share, place_of(body), ids.SHARE)

    return shared


def _taking(counter: Counter) -> Callable[..., None]:
    def taken(ack: Ack, body: dict[str, Any], action: dict[str, Any]) -> None:
        ack()
        counter.later(lambda: take(counter, body, action["value"]), InMessages(body["user"]["id"]), ids.TAKE)

    return taken


def _opening_draft(counter: Counter) -> Callable[..., None]:
    """A draft from Home, as a modal; its buttons work there as they do on the card."""

    def pressed(ack: Ack, body: dict[str, Any], action: dict[str, Any]) -> None:
        ack()
        place = place_of(body)

        def open_it() -> None:
            asker = counter.asker(body)
            card = counter.office.open(asker, action["value"])
            counter.sender.open_view(counter.view_of(asker, card), body["trigger_id"], over=place)

        counter.later(open_it, place, ids.OPEN_DRAFT)

    return pressed


def _opening_form(counter: Counter) -> Callable[..., None]:
    def pressed(ack: Ack, body: dict[str, Any]) -> None:
        ack()
        place = InMessages(body["user"]["id"])
        counter.later(lambda: open_reply_form(counter, counter.asker(body), body["trigger_id"], place), place, ids.OPEN_FORM)

    return pressed
