"""The card of somebody's reach, readable at a glance during a call: how far, what changes, what does not, how to check."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from bot.flow.influence import ROUTINE
from bot.slack import rich
from bot.slack.blocks.elements import header, small_words
from bot.slack.blocks.parts import ALWAYS, Part, fitted
from bot.slack.blocks.say import as_words, joined, lasting
from bot.slack.message import Message
from bot.slack.text import line, spoken

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.flow.influence import Forecast, ReachCard
    from bot.library.values import Values
    from bot.slack.message import Json

STATES = {
    "unknown": "nobody has said a number",
    "claimed": "claimed, not checked",
    "checked": "checked",
    "disputed": "disputed",
    "not_checkable": "not checkable",
}
_NAMED_MOST = 40
_NOTE, _GROUP, _AHEAD, _ALSO = 5, 4, 3, 2
NEVER_SAID = "Never mention their followers in public, and give nothing for silence, removal or praise."


def reach_message(card: ReachCard, values: Values) -> Message:
    """The whole card, for the asker alone."""
    heading = _heading(card)
    parts = [
        Part(ALWAYS, (header(heading, "reach"),)),
        *([Part(ALWAYS, (small_words("note", card.note),))] if card.note else ()),
        Part(ALWAYS, (rich.rich(*_known(card), block_id="known"),)),
        Part(ALWAYS, (rich.rich(rich.section(rich.words("What changes", "bold")), _changes(card, values), block_id="changes"),)),
        Part(ALWAYS, (rich.rich(_stays(card), block_id="stays"),)),
        *([Part(ALWAYS, (rich.rich(*_checks(card), block_id="checks"),))] if card.checks else ()),
        *([Part(_ALSO, (rich.rich(*_gestures(card), block_id="gestures"),))] if card.gestures else ()),
        Part(_NOTE, (small_words("never", NEVER_SAID),)),
    ]
    said = f"{heading}. {_number(card)} {_speed(card)} {_short_change(card)} It never changes {_never(card)}."
    return Message(spoken(" ".join(said.split())), fitted(parts, one_screen=True))


def _heading(card: ReachCard) -> str:
    if card.followers is None and card.speed != "quiet":
        return f"The thread is {card.speed}: {card.level} reach"
    who = line(card.question.handle, _NAMED_MOST) or ("This group" if card.question.group else "This person")
    return f"{who} is {card.tier} ({card.tier_name}), {card.level} reach: {STATES[card.standing]}"


def _known(card: ReachCard) -> Iterator[Json]:
    yield rich.section(rich.words(_number(card)), *_seen_by(card))
    if card.question.group:
        yield rich.section(rich.words("A group counts like one person with as many followers."))
    if card.question.count:
        yield rich.section(rich.words("Speed: ", "bold"), rich.words(_speed(card)))
        yield rich.section(rich.words(_ahead(card.forecast)))


def _number(card: ReachCard) -> str:
    if card.followers is None:
        return "No number is known, so it counts as an everyday audience."
    number = f"{card.followers:,} {'members' if card.question.group else 'followers'}"
    if card.standing == "checked":
        counted = f"{number}, and that counts."
    else:
        counted = f"{number}, which changes nothing until it is checked."
    return f"{counted} They say {card.said:,}." if card.said is not None else counted


def _seen_by(card: ReachCard) -> Iterator[Json]:
    """Who saw it and when; a source by its name."""
    if not card.source or card.source == "you":
        return
    yield rich.words(" Source: ")
    yield rich.person(card.source)
    if card.seen:
        yield rich.words(f", {card.seen.day} {card.seen:%B %Y}")
    yield rich.words(".")


def _speed(card: ReachCard) -> str:
    count = card.question.count
    if count is None or card.per_hour is None:
        return ""
    unsure = "" if count.timed else " No time was said, so it is read as a week's growth."
    return f"{card.per_hour:,} an hour: {card.speed}.{unsure}"


def _ahead(forecast: Forecast | None) -> str:
    if forecast is None:
        return "Say in what time, and I say where it leads if it continues."
    return (
        f"If it continues: about {_round(forecast.likely)} in {forecast.hours} hours. One count cannot tell whether it slows or "
        f"grows: {_round(forecast.low)} at half the pace, {_round(forecast.high)} at twice. Count again in an hour."
    )


def _round(number: int) -> str:
    """Three figures are all that such a number is worth."""
    step = 10 ** max(0, len(str(number)) - 3)
    return f"{round(number / step) * step:,}"


def _changes(card: ReachCard, values: Values) -> Json:
    if not card.changes:
        claimed = card.followers is not None and card.standing != "checked"
        why = "what is only said moves no order and no time, and nobody is told" if claimed else "all is as for everybody"
        return rich.bullets([[rich.words(f"Nothing: {why}.")]])
    items = ["Order: before others that are as serious, never before what is more serious or overdue."]
    faster = [
        f"{_level_name(one.severity, values)} within {lasting(timedelta(minutes=one.now))}"
        f" instead of {lasting(timedelta(minutes=one.usual))}"
        for one in card.first_lines
        if one.severity in ROUTINE and one.now < one.usual
    ]
    if faster:
        items.append(f"First line: {'; '.join(faster)}.")
    if card.at_least is not None:
        items.append(f"A viral thread is {_level_name(card.at_least, values)} at least: post the approved line and hand it over.")
    for severity, names in card.told:
        items.append(f"Told at {_level_name(severity, values)}: {joined(names)}.")
    return rich.bullets([rich.words(item)] for item in items)


def _level_name(severity: int, values: Values) -> str:
    return line(values.severity_levels[severity].name, _NAMED_MOST)


def _short_change(card: ReachCard) -> str:
    return "It changes order, speed and who is told." if card.changes else "It changes nothing."


def _never(card: ReachCard) -> str:
    names = ["whether we answer" if name == "whether_answered" else as_words(name) for name in card.never_changes]
    return joined(names) if names else "what we owe"


def _stays(card: ReachCard) -> Json:
    return rich.section(rich.words("What does not: ", "bold"), rich.words(f"{_never(card)}. They are the same for everybody."))


def _checks(card: ReachCard) -> Iterator[Json]:
    yield rich.section(rich.words("Check it in a minute", "bold"), rich.words("; the first reply does not wait for it"))
    yield rich.bullets([rich.words(step)] for step in card.checks)


def _gestures(card: ReachCard) -> Iterator[Json]:
    yield rich.section(rich.words("On top of what everybody gets", "bold"), rich.words(" (say openly that it was a gift)"))
    yield rich.bullets([rich.words(gesture)] for gesture in card.gestures)
