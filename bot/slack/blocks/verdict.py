"""The head of the card: may I answer, who must know, and by when the first line is due."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from bot.slack import rich
from bot.slack.blocks.elements import header, small_words
from bot.slack.blocks.pairs import approval_state, second_reader_state
from bot.slack.blocks.parts import ALWAYS, Part, ladder
from bot.slack.blocks.say import ago, as_words, clock, joined, lasting
from bot.slack.text import line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.kept import Card, HandOverNote
    from bot.model import Tell
    from bot.slack.message import Json

STAKE = 6
SECOND_READER = 5
_SHORT_TIME = len("by 14:32")


def verdict_line(card: Card, given: HandOverNote | None = None) -> str:
    """Verdict and clock in one or two sentences: the first thing that is read, or heard."""
    if card.kept.state == "posted":
        return f"Posted by you, {clock(card.kept.changed, card.now)}."
    if card.kept.state == "handed_over":
        return _handed_over(card, given)
    return f"{_may_answer(card)} {_due(card)}"


def short_verdict(card: Card, given: HandOverNote | None = None) -> str:
    """The same in one line of a phone, as far as names allow."""
    if card.kept.state != "open":
        return verdict_line(card, given)
    due = card.kept.made + timedelta(minutes=card.advice.authority.due_minutes)
    when = f"by {clock(due, card.now)}" if due >= card.now else f"now, {lasting(card.now - due)} late"
    is_long = len(when) > _SHORT_TIME
    if card.kept.verdict == "hold":
        return f"Hold: post {'it' if is_long else 'this line'} {when}"
    if card.kept.verdict == "go_and_tell":
        return f"Go {when}, and tell {joined(_named(card))}"
    return f"Go: answer {'it' if is_long else 'this yourself'} {when}"


def verdict(card: Card, given: HandOverNote | None = None) -> Iterator[Part]:
    """The heading, what was just refused, the link or the taker, red flags and who else to tell; what is at stake."""
    yield from _head(card, verdict_line(card, given), given)
    if card.kept.state == "open" and (warned := [*_flags(card), *second_reader_state(card)]):
        yield Part(ALWAYS, (rich.rich(rich.section(*warned), block_id="flags"),))
    if card.kept.state == "open" and (told := [*_told_why(card)]):
        yield Part(ALWAYS, (rich.rich(rich.section(*told), block_id="tell"),))
    if card.kept.state == "open" and card.advice.authority.stake:
        yield Part(STAKE, (small_words("stake", card.advice.authority.stake),))


def brief_verdict(card: Card, given: HandOverNote | None = None) -> Iterator[Part]:
    """The same on a phone: the heading short, red flags, and whom to tell beside those whom the heading names."""
    yield from _head(card, short_verdict(card, given), given)
    if card.kept.state == "open":
        yield from _warned(card)


def owners(card: Card) -> list[str]:
    """Names of those who have the substance when it must be handed over."""
    return [tell.name for tell in _told(card, owner=True)]


def _may_answer(card: Card) -> str:
    if card.kept.verdict == "hold":
        return f"Hold: post this line; {joined(owners(card)[:1])} has it."
    if card.kept.verdict == "go_and_tell":
        return f"Go, and tell {joined(_named(card))}."
    return "Go: you can answer this yourself."


def _due(card: Card) -> str:
    due = card.kept.made + timedelta(minutes=card.advice.authority.due_minutes)
    if due >= card.now:
        return f"First line due by {clock(due, card.now)}."
    return f"Late: the first line was due at {clock(due, card.now)}, {ago(due, card.now)}."


def _handed_over(card: Card, given: HandOverNote | None) -> str:
    if given is None:
        return "Handed over: you are told here who has it."
    if given.hand_over.taken_by:
        by = f", answers by {clock(given.hand_over.answer_by, card.now)}" if given.hand_over.answer_by else ""
        return f"Handed over: {joined([given.contact_name])} has it{by}."
    return f"Handed over to {joined([given.contact_name])}; an answer is due by {clock(given.due, card.now)}."


def _state(card: Card, given: HandOverNote | None) -> Iterator[Json]:
    if card.kept.state == "posted" and card.kept.posted_link:
        yield rich.section(rich.words("It stands at "), rich.link(card.kept.posted_link))
    if card.kept.state == "handed_over" and given is not None and given.hand_over.taken_by:
        since = f" has it since {clock(given.hand_over.taken_at, card.now)}." if given.hand_over.taken_at else " has it."
        yield rich.section(rich.person(given.hand_over.taken_by), rich.words(since))


def _head(card: Card, heading: str, given: HandOverNote | None) -> Iterator[Part]:
    yield Part(ALWAYS, (header(heading, "verdict"),))
    if said := list(approval_state(card)):
        yield Part(ALWAYS, (rich.rich(rich.section(*said), block_id="approval"),))
    if card.note:
        yield Part(ALWAYS, (small_words("note", card.note),))
    if state := list(_state(card, given)):
        yield Part(ALWAYS, (rich.rich(*state, block_id="state"),))


def _warned(card: Card) -> Iterator[Part]:
    """That a second reader is advised gives way to a full screen last: the button beside it says so too."""
    head, told, reader = [*_holder(card), *_flags(card)], [*_told_too(card)], [*second_reader_state(card)]
    least = [Part(ALWAYS, (rich.rich(rich.section(*head, *told), block_id="flags"),))] if head or told else []
    if reader:
        whole = Part(SECOND_READER, (rich.rich(rich.section(*head, *reader, *told), block_id="flags"),))
        yield ladder(whole, *least)
    else:
        yield from least


def _holder(card: Card) -> Iterator[Json]:
    if card.kept.verdict == "hold":
        yield rich.words(f"{joined(owners(card)[:1])} has it. ", "bold")


def _flags(card: Card) -> Iterator[Json]:
    if flags := card.advice.reading.flags:
        names = ", ".join(as_words(flag.id) for flag in flags)
        yield from (rich.words("Red flags: ", "bold"), rich.words(f"{line(names, 300)}. "))


def _told_why(card: Card) -> Iterator[Json]:
    """Everybody who must know, the owner first, with the reason."""
    owner_first = sorted(card.advice.authority.tell, key=lambda tell: not tell.owner)
    if owner_first and card.kept.verdict != "go":
        tells = "; ".join(f"{tell.name} ({tell.why})" if tell.why else tell.name for tell in owner_first)
        yield from (rich.words("Tell: ", "bold"), rich.words(tells, most=400))


def _told_too(card: Card) -> Iterator[Json]:
    """Those who must know and whom the heading does not name."""
    told = owners(card) + [tell.name for tell in _told(card, owner=False)]
    named = owners(card)[:1] if card.kept.verdict == "hold" else _named(card)
    if (more := [name for name in dict.fromkeys(told) if name not in named]) and card.kept.verdict != "go":
        yield from (rich.words("Tell: ", "bold"), rich.words(joined(more)))


def _named(card: Card) -> list[str]:
    """Whom the heading tells of a reply that may go out: two at most, the owner first."""
    return (owners(card) + [tell.name for tell in _told(card, owner=False)])[:2]


def _told(card: Card, *, owner: bool) -> list[Tell]:
    return [tell for tell in card.advice.authority.tell if tell.owner == owner]
