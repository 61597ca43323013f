"""Everything that we build with anybody's words in it, each from one text that stands wherever it can."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.decided import Approval, SecondReading, digest_of
from bot.kept import Brief
from bot.model import Demand, Finding
from bot.slack import limits
from bot.slack.blocks import answers, approval, forms, second_reader
from bot.slack.blocks.card import card_message, card_view, shared_message
from bot.slack.blocks.errors import misuse_message
from bot.slack.blocks.hand_over import (
    hand_over_message,
    nobody_has_it_message,
    not_reached_message,
    note_to_asker,
    passed_message,
    taken_message,
)
from bot.slack.blocks.home import home_view
from bot.slack.message import Message
from bot.together.approvals import Request
from bot.together.readers import ToRead
from tests.slack.sample import HOLD, card_for, note_for
from tests.slack.sent import Sent, assert_cannot_ping_link_or_spoof

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.decided import ApprovalState
    from bot.desk import Desk
    from bot.kept import Card, HandOverNote
    from bot.library.values import Contact
    from bot.slack.message import Json

    Builder = Callable[[str], Message | Json]

MARK = "Qzmark"
"""Begins everything that somebody else writes, so that it can be told from our own words."""


def builders(desk: Desk) -> dict[str, Builder]:
    """Each by its name."""
    base = card_for(desk, HOLD)
    note = note_for(desk, base)
    contact = desk.knowledge.values.contacts["safety"]

    def card(text: str) -> Card:
        """Whose post, brief, reply, link, findings and nearest example are all `text`, as a person or a file may have it."""
        kept = replace(base.kept, ask=replace(base.kept.ask, text=text), text=text, own_words=True, posted_link=text)
        matches = tuple(replace(match, title=text, drawn_by=text) for match in base.advice.matches.ranked)
        advice = replace(base.advice, matches=replace(base.advice.matches, ranked=matches), onlooker=text)
        kept = replace(kept, brief=Brief(text, text, text, text))
        return replace(base, kept=kept, advice=advice, draft=replace(base.draft, text=text), findings=(finding(text),), note=text)

    def finding(text: str) -> Finding:
        return Finding("c", "block", text, text)

    def handed(text: str) -> HandOverNote:
        given_over = replace(note.hand_over, question=text, taken_by="U0ANA", taken_at=base.now)
        return replace(note, card=card(text), hand_over=given_over, contact_name=text, instead_of=text)

    def asked(text: str, state: ApprovalState) -> Request:
        why = (text, text)
        made = Approval("a1", "T", "d1", "U0MO", text, digest_of(text), why, ("lead",), text, 1, 2, text, base.now, base.now)
        made = replace(made, state=state, decided_by="U0ANA", decided_role="lead", decided_at=base.now, answer=text)
        return Request(made, replace(card(text), approval=made))

    def read(text: str) -> ToRead:
        reading = SecondReading("s1", "T", "d1", "U0MO", "U0ANA", digest_of(text), base.now, "change", text, base.now)
        return ToRead(reading, card(text))

    values = desk.knowledge.values
    return {
        "card": lambda text: card_message(card(text), share=True),
        "card view": lambda text: card_view(card(text), "{}"),
        "shared": lambda text: shared_message(card(text)),
        "edit form": lambda text: forms.edit_form(card(text), metadata="{}"),
        "posted form": lambda text: forms.posted_form(card(text), metadata="{}"),
        "playbook form": lambda text: forms.playbook_form(card(text), metadata="{}"),
        "hand-over form": lambda text: forms.hand_over_form(card(text), (("safety", text),), metadata="{}"),
        "reply form": lambda text: forms.reply_form(values, metadata="{}", post=text, link=text, handle=text, sign_as=text),
        "note": lambda text: hand_over_message(handed(text)),
        "taken": lambda text: taken_message(handed(text)),
        "note to the asker": lambda text: note_to_asker(handed(text)),
        "not reached": lambda text: not_reached_message(handed(text), replace_name(contact, text)),
        "passed": lambda text: passed_message(handed(text), text, text),
        "nobody has it": lambda text: nobody_has_it_message(handed(text), replace_name(contact, text), text),
        "ask approval form": lambda text: approval.ask_approval_form(Demand((text,), (text,), text), text, metadata="{}"),
        "request": lambda text: approval.request_message(asked(text, "open")),
        "approve form": lambda text: approval.approve_form(asked(text, "open"), metadata="{}"),
        "decided": lambda text: approval.decided_message(asked(text, "refused")),
        "approved": lambda text: approval.answer_message(asked(text, "approved")),
        "refused": lambda text: approval.answer_message(asked(text, "refused")),
        "card of a refused text": lambda text: card_view(asked(text, "refused").card, "{}"),
        "to read": lambda text: second_reader.to_read_message(read(text)),
        "was read": lambda text: second_reader.was_read_message(read(text)),
        "opinion": lambda text: second_reader.opinion_message(read(text)),
        "card with an opinion": lambda text: card_message(replace(card(text), reader=read(text).reading, reader_advised=True)),
        "home": lambda text: home_view((card(text).kept,), base.now, text),
        "empty home": lambda text: home_view((), base.now, text),
        "welcome": answers.welcome_message,
        "no answer": lambda text: answers.ask_answers(text, (), text),
        "check": lambda text: answers.findings_message(text, (finding(text),)),
        "no playbook": lambda text: answers.playbooks_message((), text),
        "misuse": misuse_message,
    }


def replace_name(contact: Contact, text: str) -> Contact:
    return contact.model_copy(update={"name": text, "hours": text, "phone_ref": text})


def assert_built_safely(name: str, builder: Builder, text: str) -> None:
    built = builder(text)
    if isinstance(built, Message):
        fitted = limits.fit_message(built)
        one = Sent("chat.postMessage", {"text": fitted.text, "blocks": list(fitted.blocks)}, "ok", name)
    else:
        one = Sent("views.open", limits.fit_view(built), "ok", name)
    assert_cannot_ping_link_or_spoof(one, MARK)
    json.dumps(one.content).encode()
