"""Edit and approve: what the approver reads, why they were asked, and what the asker hears. Nobody's words are ever markup."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.slack import ids, rich
from bot.slack.blocks.elements import actions, button, header, small_words
from bot.slack.blocks.fields import field, form, words_field
from bot.slack.blocks.say import channel_name, clock, joined
from bot.slack.carry import packed
from bot.slack.message import Message
from bot.slack.table import INPUT_MOST
from bot.slack.text import mention, spoken

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.model import Demand
    from bot.slack.message import Json
    from bot.together.approvals import Request

_POST_MOST = 700
_WHY_MOST = 600
_NOTE_MOST = 500
_HEARD_MOST = 1500
_WHYS = 4
PLACEHOLDER = "Why is it right to say this here?"


def ask_approval_form(demand: Demand, text: str, *, metadata: str) -> Json:
    """In place of the edit form: why somebody must approve these words, and the words, to be mended or sent to them."""
    who = joined([f"a {role.replace('_', ' ')}" for role in demand.roles[:1]])
    return form(
        ids.ASK_APPROVAL_FORM,
        "Ask for approval",
        "Ask",
        metadata,
        [
            rich.rich(
                rich.section(rich.words(f"This needs {who}.", "bold")),
                *_whys(demand.why),
                block_id="why_asked",
            ),
            field(
                ids.WORDS,
                "Your reply",
                words_field(text, lines=True, focus=True),
                hint="Mend it and nobody is asked: what you may post yourself is simply saved.",
            ),
            field(
                ids.QUESTION, "Why this, here?", words_field(lines=True, most=_NOTE_MOST, placeholder=PLACEHOLDER), optional=True
            ),
        ],
    )


def request_message(request: Request) -> Message:
    """The draft for who may approve it, with the three things they can do."""
    approval = request.approval
    value = packed(approval=approval.id, seen=approval.digest)
    row = actions(
        "decide",
        button("Approve", ids.APPROVE, value, style="primary", spoken="Approve: these words may be posted"),
        button("Edit and approve", ids.EDIT_AND_APPROVE, value),
        button("Refuse", ids.REFUSE, value, style="danger", spoken="Refuse, with a reason"),
    )
    heading = f"Please approve a reply by {clock(approval.due, request.card.now)}"
    said = f"{mention(approval.asker)} asks you to approve a reply. {spoken('; '.join(approval.why), _WHY_MOST)}"
    return Message(said, (header(heading, "heading"), *_request(request), row))


def decided_message(request: Request) -> Message:
    """The same once it is decided, is void or is over: no button any more."""
    approval = request.approval
    heading = {"approved": "Approved", "refused": "Refused", "expired": "Too late to approve"}.get(approval.state, "Void")
    said = f"{heading}. {spoken('; '.join(approval.why), _WHY_MOST)}"
    by = [rich.rich(rich.section(*_by(request)), block_id="decided")] if approval.decided_by else []
    return Message(said, (header(heading, "heading"), *_request(request), *by))


def answer_message(request: Request) -> Message:
    """What was decided, for the asker: the approved text to copy, or the reason."""
    approval = request.approval
    if approval.state == "expired":
        shown = [rich.section(rich.words("Nobody approved your words in time. Hand it over, or ask again."))]
    else:
        shown = [rich.section(*_by(request))]
    if approval.state == "approved":
        shown.append(rich.preformatted(approval.text, INPUT_MOST))
    said = {
        "approved": f"Approved by {mention(approval.decided_by)}: {spoken(approval.text, _HEARD_MOST)}",
        "refused": f"Refused by {mention(approval.decided_by)}: {spoken(approval.answer, _NOTE_MOST)}",
    }.get(approval.state, "Nobody approved your words in time.")
    opened = actions("open", button("Open draft", ids.OPEN_DRAFT, approval.draft, style="primary"))
    return Message(said, (rich.rich(*shown, block_id="answer"), opened))


def approve_form(request: Request, *, metadata: str) -> Json:
    """The words in the approver's hands. What they save is what may be posted, and nothing else."""
    draft = request.card.draft
    return form(
        ids.APPROVE_FORM,
        "Edit and approve",
        "Approve",
        metadata,
        [
            rich.rich(*_whys(request.approval.why), block_id="why_asked"),
            rich.rich(rich.quote(request.card.kept.ask.text, _POST_MOST), block_id="post"),
            field(
                ids.WORDS,
                "The reply",
                words_field(request.approval.text, lines=True, focus=True),
                hint=f"For {channel_name(draft.channel)}. It is checked against what you may say yourself.",
            ),
        ],
    )


def refuse_form(*, metadata: str) -> Json:
    """Why not: the asker reads it."""
    element = words_field(lines=True, most=_NOTE_MOST, focus=True)
    hint = "They read this. Say what they can do instead."
    return form(ids.REFUSE_FORM, "Refuse", "Refuse", metadata, [field(ids.WHY, "Why not?", element, hint=hint)])


def _request(request: Request) -> Iterator[Json]:
    approval, card = request.approval, request.card
    asked = [rich.person(approval.asker), rich.words(" wants to post this, and it takes your word:")]
    yield rich.rich(rich.section(*asked), *_whys(approval.why), block_id="why_asked")
    yield rich.rich(rich.section(rich.words("The post", "bold")), rich.quote(card.kept.ask.text, _POST_MOST), block_id="post")
    yield rich.rich(rich.section(rich.words("The reply", "bold")), rich.preformatted(approval.text, INPUT_MOST), block_id="reply")
    if approval.reason:
        because = rich.section(rich.words("Because: ", "bold"), rich.words(approval.reason, most=_NOTE_MOST))
        yield rich.rich(because, block_id="reason")
    facts = f"Severity {card.kept.severity} · {channel_name(card.kept.ask.channel)}"
    yield small_words("rule", facts, f"Rule: {approval.rule}")


def _whys(why: tuple[str, ...]) -> list[Json]:
    return [rich.bullets([rich.words(one, most=_WHY_MOST)] for one in why[:_WHYS])]


def _by(request: Request) -> list[Json]:
    approval = request.approval
    when = f" at {clock(approval.decided_at, request.card.now)}" if approval.decided_at else ""
    if approval.state == "approved":
        return [rich.words("Approved by "), rich.person(approval.decided_by), rich.words(f"{when}. Copy it as it stands:")]
    because = rich.words(approval.answer, most=_NOTE_MOST)
    return [rich.words("Refused by "), rich.person(approval.decided_by), rich.words(f"{when}: "), because]
