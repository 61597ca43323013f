"""What the card says of a second pair of eyes: who approved it, who was asked, who read it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.slack import rich
from bot.slack.blocks.say import clock
from bot.slack.text import line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.kept import Card
    from bot.slack.message import Json

_WORDS_MOST = 200
ADVISED = "Second reader advised. "


def wants_reader(card: Card) -> bool:
    """Whether somebody should still read this text: a matter that asks for it, and nobody has answered."""
    return card.reader_advised and not (card.reader and card.reader.opinion)


def second_reader_state(card: Card) -> Iterator[Json]:
    """That a second reader is advised, until one has answered; then what they said."""
    reader = card.reader
    if not card.reader_advised and reader is None:
        return
    if reader is None:
        yield rich.words(ADVISED, "bold")
    elif not reader.opinion:
        yield from (rich.words(ADVISED, "bold"), rich.person(reader.reader), rich.words(" was asked. "))
    elif reader.opinion == "well":
        yield from (rich.person(reader.reader), rich.words(" read it: reads well. "))
    else:
        yield from (rich.person(reader.reader), rich.words(f" would change this: “{line(reader.words, _WORDS_MOST)}”. "))


def approval_state(card: Card) -> Iterator[Json]:
    """Where the approval of a text stands; nothing once the draft says something else."""
    approval = card.approval
    if approval is None:
        return
    if approval.covers(card.kept.text):
        when = f" at {clock(approval.decided_at, card.now)}" if approval.decided_at else ""
        yield from (rich.words("Approved by "), rich.person(approval.decided_by))
        yield rich.words(f"{when}, word for word. An edit makes it void.")
    elif approval.state == "open" and card.kept.state != "posted":
        yield rich.words("Your own words wait for approval until ")
        yield rich.words(f"{clock(approval.due, card.now)}. Below is what you may post meanwhile.")
    elif approval.state == "refused" and card.kept.state != "posted":
        yield from (rich.words("Your own words were refused by "), rich.person(approval.decided_by))
        yield rich.words(f": “{line(approval.answer, _WORDS_MOST)}”")
