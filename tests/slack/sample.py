"""Cards and notes on the real desk, and what can be read off blocks."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from bot.kept import Asker, Brief, Card, HandOver, HandOverNote, Kept
from bot.model import Ask

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.desk import Desk
    from bot.slack.message import Message

MADE = datetime(2026, 3, 3, 18, 2, tzinfo=UTC)
NEW_YORK = ZoneInfo("America/New_York")
"""Where it is 13:02 then."""
GO = "my train was cancelled and I missed my connection"
TELL = "charged twice and nobody answers my mails"
HOLD = "Your lasagne gave my daughter an allergic reaction, she is in hospital"
NONE = "hmm what"


def _first_card(desk: Desk, post: str, playbook: str) -> Card:
    ask = Ask(post, playbook=playbook)
    advice = desk.reply(ask)
    kept = Kept(
        id="d1",
        team="T0LOCAL",
        asker="U0MO",
        ask=ask,
        brief=Brief(),
        text=advice.drafts[0].text,
        own_words=False,
        playbook=f"{advice.matches.first.playbook}@{advice.playbook_version}",
        verdict=advice.authority.verdict,
        severity=advice.reading.severity,
        made=MADE,
        changed=MADE,
    )
    return Card(kept, advice, advice.drafts[0], advice.findings[0], MADE.astimezone(NEW_YORK))


def card_for(desk: Desk, post: str = GO, *, playbook: str = "", minutes_later: int = 0, **kept: Any) -> Card:
    """The card that a post gets, seen some minutes after it was made; further fields change what is kept."""
    card = _first_card(desk, post, playbook)
    now = card.now + timedelta(minutes=minutes_later)
    return replace(card, kept=replace(card.kept, **kept), now=now)


def undecided(card: Card) -> Card:
    """The card of a post that two playbooks fit about as well."""
    return replace(card, advice=replace(card.advice, matches=replace(card.advice.matches, decision="which")))


def with_text(card: Card, text: str) -> Card:
    """The card after a person wrote `text` themselves."""
    return replace(card, draft=replace(card.draft, text=text), kept=replace(card.kept, text=text, own_words=True))


def note_for(desk: Desk, card: Card | None = None, *, question: str = "May we name the cause?", **given: Any) -> HandOverNote:
    """A hand-over of a card to the safety lead."""
    card = card or card_for(desk, HOLD)
    hand_over = replace(HandOver("h1", "d1", "T0LOCAL", "U0MO", "safety", question, MADE), **given)
    return HandOverNote(hand_over, card, Asker("T0LOCAL", "U0MO", "Mo"), "Safety lead", card.now + timedelta(minutes=15))


def payload(message: Message) -> dict[str, Any]:
    """A message as it is sent."""
    return {"text": message.text, "blocks": list(message.blocks)}


def texts(node: Any) -> Iterator[tuple[str, str]]:
    """Every text that is shown, in order, with the kind of what holds it."""
    if isinstance(node, list | tuple):
        for inner in node:
            yield from texts(inner)
    elif isinstance(node, dict):
        for name, inner in node.items():
            if name in ("text", "initial_value") and isinstance(inner, str):
                yield str(node.get("type", "")), inner
            elif name != "private_metadata":
                yield from texts(inner)


def shown(node: Any) -> str:
    """All that can be read in blocks, from the top."""
    return "\n".join(text for _, text in texts(node))


def markup(node: Any) -> str:
    """All that Slack would read as markup."""
    return "\n".join(text for kind, text in texts(node) if kind == "mrkdwn")


def elements(node: Any) -> Iterator[dict[str, Any]]:
    """Everything that can be pressed or filled in, in order."""
    if isinstance(node, list | tuple):
        for inner in node:
            yield from elements(inner)
    elif isinstance(node, dict):
        if "action_id" in node:
            yield node
        for inner in node.values():
            yield from elements(inner)


def actions(node: Any) -> list[str]:
    """The action ids in order."""
    return [element["action_id"] for element in elements(node)]


def block(node: Any, block_id: str) -> dict[str, Any]:
    """The block with an id that begins so. Raises StopIteration where there is none."""
    blocks = node if isinstance(node, list | tuple) else node["blocks"]
    return next(one for one in blocks if one["block_id"].startswith(block_id))
