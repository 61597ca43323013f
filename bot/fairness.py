"""How those who wrote to us were served, by tier, channel and language: what is not measured returns (domain F10).

It reads the drafts as they are kept. Who wrote is not in it: no handle, no name, no colleague.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from statistics import median
from typing import TYPE_CHECKING, Literal

from bot.flow.authority import remedies_for
from bot.flow.reading import read
from bot.model import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from bot.kept import Kept
    from bot.library.knowledge import Knowledge

By = Literal["tier", "channel", "language"]
DIMENSIONS: tuple[By, ...] = ("tier", "channel", "language")
GAP = 0.10
"""A gap of more than this, at the same severity, is looked at by a person (domain F10)."""
FEWEST = 10
"""Groups of fewer drafts are shown and not compared: chance alone makes larger gaps."""


@dataclass(frozen=True, slots=True)
class Served:
    """One draft: whether it was answered in public, after how many minutes, and the most that could be given without asking."""

    tier: str
    channel: str
    language: str
    severity: int
    answered: bool
    handed_over: bool
    minutes: float | None
    remedy: float


@dataclass(frozen=True, slots=True)
class Group:
    """What one group got. Rates are 0 to 1; `minutes` is the median of those answered, `remedy` the mean that could be given."""

    name: str
    drafts: int
    answer_rate: float
    hand_over_rate: float
    minutes: float | None
    remedy: float


@dataclass(frozen=True, slots=True)
class Gap:
    """Two groups that were served differently at the same severity: `measure` is "answer rate", "time" or "remedy"."""

    by: By
    severity: int
    measure: str
    better: str
    worse: str
    size: float


@dataclass(frozen=True, slots=True)
class Report:
    """The figures of `days` days. `gaps` are those above `GAP` between groups large enough, largest first."""

    days: int
    drafts: int
    currency: str
    groups: dict[By, tuple[Group, ...]]
    gaps: tuple[Gap, ...]


def report(drafts: Iterable[Kept], knowledge: Knowledge, days: int) -> Report:
    """The figures of these drafts, read with the rules of today."""
    served = [_served(kept, knowledge) for kept in drafts]
    groups = {by: tuple(_group(name, some) for name, some in _by(served, by)) for by in DIMENSIONS}
    gaps = sorted((gap for by in DIMENSIONS for gap in _gaps(served, by)), key=lambda gap: -gap.size)
    return Report(days, len(served), knowledge.values.empowerment.currency, groups, tuple(gaps))


def _served(kept: Kept, knowledge: Knowledge) -> Served:
    reading = read(kept.ask, knowledge.values)
    minutes = (kept.posted_at - kept.made).total_seconds() / 60 if kept.posted_at else None
    return Served(
        tier=reading.reach.tier,
        channel=kept.ask.channel,
        language=reading.language if reading.language_known else "other",
        severity=kept.severity,
        answered=kept.posted_at is not None,
        handed_over=kept.state == "handed_over",
        minutes=minutes,
        remedy=_remedy(kept, knowledge),
    )


def _remedy(kept: Kept, knowledge: Knowledge) -> float:
    """The largest amount that the card named; 0 where it named none, or the playbook is gone."""
    loaded = knowledge.playbooks.get(kept.playbook.partition("@")[0]) or knowledge.playbooks[UNKNOWN]
    role = kept.ask.role if kept.ask.role in knowledge.values.empowerment.roles else knowledge.values.empowerment.default_role
    given = remedies_for(loaded.playbook, kept.verdict, role, knowledge.values)
    return max((remedy.limit or 0.0 for remedy in given), default=0.0)


def _by(served: Iterable[Served], by: By) -> list[tuple[str, list[Served]]]:
    found: dict[str, list[Served]] = {}
    for one in served:
        found.setdefault(getattr(one, by), []).append(one)
    return sorted(found.items())


def _group(name: str, served: Sequence[Served]) -> Group:
    return Group(
        name,
        len(served),
        answer_rate=_answer_rate(served),
        hand_over_rate=sum(one.handed_over for one in served) / len(served),
        minutes=_minutes(served),
        remedy=_mean_remedy(served),
    )


def _answer_rate(served: Sequence[Served]) -> float:
    return sum(one.answered for one in served) / len(served)


def _minutes(served: Sequence[Served]) -> float | None:
    return median(times) if (times := [one.minutes for one in served if one.minutes is not None]) else None


def _mean_remedy(served: Sequence[Served]) -> float:
    return sum(one.remedy for one in served) / len(served)


def _gaps(served: Sequence[Served], by: By) -> Iterator[Gap]:
    """Compared at the same severity only: what is more serious is rightly served otherwise."""
    for severity in sorted({one.severity for one in served}):
        alike = [(name, some) for name, some in _by((one for one in served if one.severity == severity), by)]
        for one, other in combinations([group for group in alike if len(group[1]) >= FEWEST], 2):
            yield from _between(by, severity, one, other)


def _between(by: By, severity: int, one: tuple[str, Sequence[Served]], other: tuple[str, Sequence[Served]]) -> Iterator[Gap]:
    measures: list[tuple[str, Callable[[Sequence[Served]], float | None], bool]] = [
        ("answer rate", _answer_rate, True),
        ("remedy", _mean_remedy, True),
    ]
    if by != "tier":  # because reach may change the time, and nothing else
        measures.append(("time", _minutes, False))
    for measure, value, more_is_better in measures:
        first, second = value(one[1]), value(other[1])
        if first is None or second is None:
            continue
        size = abs(first - second) if measure == "answer rate" else _apart(first, second)
        if size > GAP:
            ahead = (first > second) == more_is_better
            yield Gap(by, severity, measure, *((one[0], other[0]) if ahead else (other[0], one[0])), size=size)


def _apart(first: float, second: float) -> float:
    most = max(first, second)
    return abs(first - second) / most if most else 0.0
