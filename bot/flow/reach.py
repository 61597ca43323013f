"""How many will read it, and how fast that grows. It changes order, speed and who is told, never what is owed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from bot.flow import aim_cues as aim
from bot.model import Reach
from bot.text.clean import matching_copy

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bot.flow.cues import Hit
    from bot.library.values import Influence, Speed, Tier
    from bot.model import Ask

State = Literal["unknown", "claimed", "checked"]
Pace = Literal["quiet", "rising", "viral"]
Level = Literal["low", "medium", "high"]

UNTIMED_HOURS = 7 * 24
"""A count without a time is read as a week's growth, so that only a very large one is called viral."""

MULTIPLES = {"": 1, "k": 1_000, "thousand": 1_000, "m": 1_000_000, "mil": 1_000_000, "mill": 1_000_000, "million": 1_000_000}
_HOURS = {"minute": 1 / 60, "min": 1 / 60, "hour": 1, "hr": 1, "h": 1, "day": 24, "week": 168, "wk": 168, "month": 720}
_NUMBER = r"(\d{1,12}(?:[.,]\d{1,12}){0,4}) ?(k|thousand|mill?|million|m)?"
# Likes are left out: they cost nothing, and do not carry a post further.
COUNT = re.compile(rf"\b{_NUMBER}\+? (?:\w+ )?(views?|plays|shares?|retweets?|rts?|reposts?|replies|comments|quotes?)\b")
PERIOD = re.compile(
    r"\b(?:in|after|over|within|for|past|last|under)(?: the| only| just| less than| under| about)*"
    r"(?: (\d{1,4}|an|a|one|two|three|four|five|six))? (minute|min|hour|hr|h|day|week|wk|month)s?\b"
)
_PER = re.compile(r"^\W{0,3}(?:an|a|per|every|each|/) ?(minute|min|hour|hr|h|day|week)\b")
_SINCE = (
    ("overnight", 10),
    ("this morning", 6),
    ("since last night", 14),
    ("this afternoon", 4),
    ("since yesterday", 30),
    ("today", 12),
)
_SMALL = {"an": 1, "a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "": 1}


@dataclass(frozen=True, slots=True)
class Count:
    """A count of views or of engagement in a text, such as "466,000 views in 3 days".

    `what` is the word of the text; `timed` is False where no time was said and `hours` is only assumed.
    """

    number: float
    what: str
    hours: float
    timed: bool

    @property
    def of_views(self) -> bool:
        return self.what.startswith(("view", "play"))

    @property
    def per_hour(self) -> float:
        return self.number / self.hours


def reach_of(ask: Ask, hits: Mapping[str, Hit], influence: Influence, *, press: bool = False) -> Reach:
    """The reach of a post. Only checked followers move the tier; the press counts as high reach whatever its audience."""
    state = _state(ask, hits)
    tier = tier_of(ask.followers if state == "checked" else None, influence).id
    speed = speed_of(ask.text, hits, influence)
    return Reach(tier, level_of(tier, speed, influence, press=press), state, speed, ask.followers)


def speed_of(text: str, hits: Mapping[str, Hit], influence: Influence) -> Pace:
    """What the post itself says of its spread: "12k retweets", "466,000 views in 3 days", "gone viral"."""
    pace: Pace = "rising" if aim.VIRAL_WORDS.name in hits else "quiet"
    paces = {pace_of(count, influence) for count in counts(text)}
    return "viral" if "viral" in paces else "rising" if "rising" in paces else pace


def pace_of(count: Count, influence: Influence) -> Pace:
    """How fast one count grows, by the thresholds of values.yaml."""
    if _reaches(count, influence.speed.get("viral")):
        return "viral"
    return "rising" if _reaches(count, influence.speed.get("rising")) else "quiet"


def counts(text: str) -> Iterator[Count]:
    """Every count of views or of engagement in a text, in its order."""
    copy = matching_copy(text)
    for found in COUNT.finditer(copy):
        hours = _hours(copy[found.end() : found.end() + 60], copy)
        number = plain_number(found[1]) * MULTIPLES[found[2] or ""]
        yield Count(number, found[3], hours or UNTIMED_HOURS, timed=hours is not None)


def plain_number(digits: str) -> float:
    """`466,000` and `1.234.567` have groups of three; `1.1` and `2,5` have decimals."""
    head, *groups = re.split(r"[.,]", digits)
    if groups and all(len(group) == 3 for group in groups):
        return float(head + "".join(groups))
    return float(f"{head}.{groups[0]}") if groups else float(head)


def _hours(after: str, copy: str) -> float | None:
    """The hours in which something was counted; None where the text does not say."""
    each = _PER.match(after)
    if each:
        return _HOURS[each[1]]
    period = PERIOD.search(after) or PERIOD.search(copy)
    if period:
        amount = period[1] or ""
        return max(1.0, _HOURS[period[2]] * (_SMALL[amount] if amount in _SMALL else int(amount)))
    return next((hours for words, hours in _SINCE if words in copy), None)


def _reaches(count: Count, threshold: Speed | None) -> bool:
    if threshold is None:
        return False
    return count.per_hour >= (threshold.views_per_hour if count.of_views else threshold.engagement_per_hour)


def _state(ask: Ask, hits: Mapping[str, Hit]) -> State:
    if ask.followers is None:
        return "claimed" if aim.CLAIM.name in hits else "unknown"
    return "checked" if ask.checked else "claimed"


def tier_of(followers: int | None, influence: Influence) -> Tier:
    """The tier of a checked audience; the lowest for one that is not known, and where influence is switched off."""
    if followers is None or not influence.enabled:
        return influence.tiers[0]
    return [tier for tier in influence.tiers if tier.start <= max(0, followers)][-1]


def level_of(tier: str, speed: Pace, influence: Influence, *, press: bool = False) -> Level:
    """The reach level that tier and speed give together, whichever is more."""
    order = [one.id for one in influence.tiers]
    place = order.index(tier)
    if press or speed == "viral" or place >= order.index(influence.reach_levels.high_from):
        return "high"
    if speed == "rising" or place >= order.index(influence.reach_levels.medium_from):
        return "medium"
    return "low"
