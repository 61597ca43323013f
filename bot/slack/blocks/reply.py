"""The reply itself, ready to copy, with its count and what is still open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.slack import rich
from bot.slack.blocks.elements import small_words
from bot.slack.blocks.parts import ALWAYS, Part
from bot.slack.blocks.say import channel_name, open_slots, size
from bot.slack.table import INPUT_MOST
from bot.slack.text import units

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.kept import Card

HOLDING = 5


def reply(card: Card) -> Iterator[Part]:
    """The text to copy."""
    yield Part(ALWAYS, (rich.rich(rich.preformatted(card.draft.text, INPUT_MOST), block_id="reply"),))


def below(card: Card) -> Iterator[Part]:
    """The line below the reply, and the one to post instead where this must wait for somebody."""
    yield Part(ALWAYS, (small_words("count", count_line(card)),))
    holding = card.advice.holding.text
    if card.kept.verdict == "hold" and card.kept.state == "open" and holding != card.draft.text:
        yield Part(HOLDING, (small_words("holding_line", f"Or the holding line: {holding}"),))


def count_line(card: Card) -> str:
    """How long the reply is, for where, and whether it may be copied as it is."""
    said = [f"{size(card.draft)} for {channel_name(card.draft.channel)}", _readiness(card)]
    if card.kept.own_words:
        said.append("your own words")
    return " · ".join(part for part in said if part)


def ready(card: Card) -> bool:
    """Whether the text may be posted as it stands."""
    return card.draft.ready and not any(finding.level == "block" for finding in card.findings)


def _readiness(card: Card) -> str:
    if units(card.draft.text) > INPUT_MOST:
        return "too long to show whole"
    if slots := open_slots(card.draft.text):
        return f"fill in first: {', '.join(slots)}"
    if card.kept.state == "posted":
        return ""
    return "ready to copy" if ready(card) else "not ready: see what to mend"
