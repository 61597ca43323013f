"""The card of somebody's reach: what is known, what that changes, and what it never changes.

Only a number that a colleague saw, or one from a source that the manager trusts, moves a tier (domain: "a claim alone
changes nothing"). Remedy, apology and words are not decided here, so that reach cannot touch them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from bot.flow.authority import told_for_reach
from bot.flow.reach import level_of, pace_of, tier_of
from bot.flow.reading import VIRAL_SEVERITY

if TYPE_CHECKING:
    from datetime import date

    from bot.flow.audience import Question
    from bot.flow.reach import Count, Level, Pace
    from bot.library.values import Values
    from bot.model import Standing

AHEAD_HOURS = 24
"""How far "if it continues" looks."""
SLOWER, FASTER = 0.5, 2.0
"""One count says nothing of whether a thread slows or grows; half and twice its pace are where it may well go."""
APART = 2.0
"""A claim that differs from what a source says by more than this is disputed."""
ROUTINE = (3, 4)
"""The severities in which reach decides who hears of a matter; graver ones are told to everybody concerned anyway."""


@dataclass(frozen=True, slots=True)
class Found:
    """The number that a source has for a handle: when it was seen there, and the source's name."""

    followers: int
    seen: date | None
    source: str


class Audiences(Protocol):
    """Where numbers come from. None: the source does not know this handle. Raises LookUpFailed, in a sentence."""

    def find(self, handle: str, network: str) -> Found | None: ...


class Manual:
    """The default: nobody is asked, colleagues type what they see."""

    def find(self, handle: str, network: str) -> Found | None:  # noqa: ARG002, because the protocol names them
        return None


@dataclass(frozen=True, slots=True)
class Seen:
    """What a colleague noted of a handle. `by` is empty where it is not said."""

    followers: int | None
    standing: Standing
    day: date
    by: str = ""


@dataclass(frozen=True, slots=True)
class Forecast:
    """The count in `hours` from now if the pace stays, and where it may well end instead."""

    hours: int
    likely: int
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class FirstLine:
    """Minutes to the first public line at one severity: for everybody, and at this reach."""

    severity: int
    usual: int
    now: int


@dataclass(frozen=True, slots=True)
class ReachCard:
    """What the card shows. `followers` is the number that counts or was said; `tier` moves only when it is checked.

    `said` is a claim that differs from `followers`. `told` names the contacts by severity who hear of it because of its
    reach; `at_least` is the severity that a viral thread has at least, whoever wrote. `checks` are the steps that settle the
    state, in order. `note` is one sentence about a source that failed.
    """

    question: Question
    followers: int | None
    said: int | None
    standing: Standing
    source: str
    seen: date | None
    tier: str
    tier_name: str
    level: Level
    speed: Pace
    per_hour: int | None
    forecast: Forecast | None
    first_lines: tuple[FirstLine, ...]
    told: tuple[tuple[int, tuple[str, ...]], ...]
    at_least: int | None
    never_changes: tuple[str, ...]
    checks: tuple[str, ...]
    gestures: tuple[str, ...]
    note: str = ""

    @property
    def changes(self) -> bool:
        """Whether anything is different from what everybody gets."""
        return self.level != "low"


def weigh(
    question: Question, values: Values, seen: Seen | None = None, found: Found | None = None, role: str = "", note: str = ""
) -> ReachCard:
    """The card for what was asked, with what a colleague noted earlier and what a source says."""
    influence = values.influence
    followers, standing, source, day = _settled(question, seen, found, trusted=influence.look_up.counts_as_checked)
    targets = sorted(values.response_targets.items())
    tier = tier_of(followers if standing == "checked" else None, influence)
    speed: Pace = pace_of(question.count, influence) if question.count else "quiet"
    level = level_of(tier.id, speed, influence)
    return ReachCard(
        question=question,
        followers=followers,
        said=question.followers if question.followers != followers else None,
        standing=standing,
        source=source,
        seen=day,
        tier=tier.id,
        tier_name=tier.name,
        level=level,
        speed=speed,
        per_hour=round(question.count.per_hour) if question.count else None,
        forecast=_forecast(question.count) if question.count and question.count.timed else None,
        first_lines=tuple(FirstLine(severity, target.low, getattr(target, level)) for severity, target in targets),
        told=tuple(_told(level, role or values.empowerment.default_role, values)),
        at_least=VIRAL_SEVERITY if speed == "viral" else None,
        never_changes=influence.never_changes,
        checks=_checks(question, standing),
        gestures=_gestures(tier.id, values) if standing == "checked" else (),
        note=note,
    )


def _only_speed(question: Question) -> bool:
    return question.count is not None and not question.handle and question.followers is None


def _settled(
    question: Question, seen: Seen | None, found: Found | None, *, trusted: bool
) -> tuple[int | None, Standing, str, date | None]:
    """The number, its state, where it is from and of which day: a colleague's own look now wins, then an earlier one."""
    if question.standing in ("checked", "disputed", "not_checkable"):
        return question.followers, question.standing, "you", None
    if seen and not _apart(question.followers, seen.followers):
        return seen.followers, seen.standing, seen.by or "a colleague", seen.day
    if found and trusted:
        return found.followers, "checked", found.source, found.seen
    if found and _apart(question.followers, found.followers):
        return question.followers, "disputed", found.source, found.seen
    if found:
        number = question.followers if question.followers is not None else found.followers
        return number, "claimed", found.source, found.seen
    return question.followers, question.standing, "", None


def _apart(one: int | None, other: int | None) -> bool:
    if one is None or other is None:
        return False
    return max(one, other) > APART * max(1, min(one, other))


def _forecast(count: Count) -> Forecast:
    grown = count.per_hour * AHEAD_HOURS
    return Forecast(
        AHEAD_HOURS,
        likely=round(count.number + grown),
        low=round(count.number + SLOWER * grown),
        high=round(count.number + FASTER * grown),
    )


def _told(level: str, role: str, values: Values) -> list[tuple[int, tuple[str, ...]]]:
    named = [(severity, told_for_reach(severity, level, role)) for severity in ROUTINE]
    return [
        (severity, tuple(values.contacts[contact].name for contact in contacts if contact in values.contacts))
        for severity, contacts in named
        if contacts
    ]


def _gestures(tier: str, values: Values) -> tuple[str, ...]:
    """What the manager allows on top of what everybody is owed; empty as shipped."""
    gestures = values.influence.gestures
    if not gestures.enabled:
        return ()
    return tuple(
        f"{item.gift.replace('_', ' ')} up to {item.max:g} {values.empowerment.currency}, approved by {item.approver}, "
        "with a reason in writing"
        for item in gestures.items
        if item.tier == tier
    )


def _checks(question: Question, standing: Standing) -> tuple[str, ...]:
    """How to settle it in a minute: no data bought, no photo looked at, the first reply never waits."""
    name = question.handle or "the handle"
    if standing == "checked" or _only_speed(question):
        return ()
    again = f"Then write: reach {question.handle or '@handle'} {question.followers or 'number'}"
    if standing == "not_checkable":
        return ("Ask for a public handle if you talk anyway; without one it counts as an everyday audience",)
    ask = () if question.handle else ("Ask for the handle and the network",)
    if standing == "disputed":
        return (
            *ask,
            f"Look once more at {name}: is it the same person, and since when is the account there",
            f"{again} checked, if it holds after all",
        )
    return (
        *ask,
        f"Open the public profile of {name}: the number stands there",
        "Is the one who writes a member, and do they speak for it?"
        if question.group
        else "Is it the same person? The name they gave, or a post that tells the same story",
        "Is it grown, not bought? No sudden jump, and likes and answers that fit the number",
        f"{again} checked (or: disputed, not checkable)",
    )
