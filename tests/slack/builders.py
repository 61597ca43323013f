"""Everything that we build with anybody's words in it, each from one text that stands wherever it can."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.kept import Brief
from bot.model import Finding
from bot.slack import limits
from bot.slack.blocks import answers, forms
from bot.slack.blocks.card import card_message, card_view, shared_message
from bot.slack.blocks.errors import misuse_message
from bot.slack.blocks.hand_over import hand_over_message, not_reached_message, note_to_asker, taken_message
from bot.slack.blocks.home import home_view
from bot.slack.message import Message
from tests.slack.sample import HOLD, card_for, note_for
from tests.slack.sent import Sent, assert_cannot_ping_link_or_spoof

if TYPE_CHECKING:
    from collections.abc import Callable

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
