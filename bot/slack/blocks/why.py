"""Why this reply: the playbook and its version, the example that drew it, how sure we are, and the values behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.model import UNKNOWN
from bot.slack.blocks.elements import button, own, section, small, small_words
from bot.slack.blocks.parts import Part
from bot.slack.carry import packed
from bot.slack.text import line, mrkdwn, plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.kept import Card
    from bot.model import Match
    from bot.slack.message import Json

PICK = "pick_playbook"
"""Action of the buttons under "Which of these is it?": `pick_playbook_1` and on, each value `packed(draft=, playbook=)`."""
CHOOSE = "Choose"
WHICH = 1
TITLE = 3
EXAMPLE = 4
REASONS = 8
ONLOOKER = 9
_CANDIDATES = 2
_PIECE_MOST = 300
_EXAMPLE_MOST = 130


def offered(card: Card) -> Sequence[Match]:
    """The playbooks that fit about as well, best first, while the person may still choose; else none."""
    if card.advice.matches.decision != "which" or card.kept.ask.playbook or card.kept.state != "open":
        return ()
    return [match for match in card.advice.matches.ranked[:_CANDIDATES] if match.playbook != UNKNOWN]


def which(card: Card) -> Iterator[Part]:
    """Two playbooks that fit about as well: the person chooses."""
    if candidates := offered(card):
        heading = own("*Which of these is it?* The reply below answers the first.", "which")
        yield Part(WHICH, (heading, *(_candidate(card, match, place) for place, match in enumerate(candidates, 1))))


def _candidate(card: Card, match: Match, place: int) -> Json:
    value = packed(draft=card.kept.id, playbook=match.playbook)
    choose = button(CHOOSE, f"{PICK}_{place}", value, spoken=f"Use the playbook: {match.title}")
    return section(plain(match.title, _PIECE_MOST), f"{PICK}_{place}", choose)


def why(card: Card) -> Iterator[Part]:
    """The reasons in small print, each part less needed than the one before."""
    first = card.advice.matches.first
    yield Part(TITLE, (small("why", *_title(card)),))
    if card.advice.matches.decision != "none" and first.drawn_by and _is_first(card, first):
        yield Part(EXAMPLE, (small_words("example", f"Like: “{line(first.drawn_by, _EXAMPLE_MOST)}”"),))
    if reasons := [reason for reason in card.advice.reading.why if reason != first.title]:
        yield Part(REASONS, (small_words("reasons", f"Serious because: {'; '.join(reasons)}"),))
    if card.advice.onlooker:
        yield Part(ONLOOKER, (small_words("onlooker", card.advice.onlooker),))


def reason(card: Card, *, titled: bool) -> str:
    """The playbook with its version and how sure we are, or that none fits; `titled` adds what it is about."""
    first, version = card.advice.matches.first, card.advice.playbook_version
    if card.advice.matches.decision == "none" and not card.kept.ask.playbook:
        return "No playbook fits this post well enough, so none is named." if titled else "no playbook fits, so none is named"
    if not _is_first(card, first):
        title, said = _title_of(card), f"your choice, {card.kept.ask.playbook}@{version}"
    else:
        title, said = first.title, f"{first.playbook}@{version}, {first.score:.0%} sure"
    return f"{title} ({said})" if titled else said


def _title(card: Card) -> Iterator[Json]:
    yield mrkdwn("*Why*")
    yield plain(reason(card, titled=True), _PIECE_MOST)
    if values := ", ".join(value.name for value in card.advice.values):
        yield plain(f"Our values: {values}", _PIECE_MOST)


def _is_first(card: Card, first: Match) -> bool:
    return card.kept.ask.playbook in ("", first.playbook)


def _title_of(card: Card) -> str:
    chosen = card.kept.ask.playbook
    return next((match.title for match in card.advice.matches.ranked if match.playbook == chosen), chosen)
