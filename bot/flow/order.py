"""In which order waiting posts are answered: by harm, then overdue, then reach.

Severity comes first, always: a serious matter of nobody outranks a routine one of somebody with a million followers. Among
equals what is overdue comes before what is not, the longest overdue first, so that a large audience can delay nobody for
good. Only then does reach count, and after it the time that is left.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.flow.reach import Level

_NEARNESS = {"high": 0, "medium": 1, "low": 2}
_NEVER = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Waiting:
    """One post that waits: `severity` from 1 (critical) to 5, `due` when its first public line is owed."""

    id: str
    severity: int
    due: datetime
    level: Level


def in_order(waiting: Iterable[Waiting], now: datetime) -> tuple[Waiting, ...]:
    """Who is answered first. The id settles what is equal in all else, so that the order is the same for everyone."""
    return tuple(sorted(waiting, key=lambda post: _place(post, now)))


def _place(post: Waiting, now: datetime) -> tuple[int, bool, datetime, int, datetime, str]:
    overdue = post.due < now
    late_since = post.due if overdue else _NEVER
    return post.severity, not overdue, late_since, _NEARNESS[post.level], post.due, post.id
