"""What is due by now. Pure: times in, verdicts out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Generic, TypeVar

T = TypeVar("T")

GRACE = timedelta(minutes=1)
"""Later than this it is marked late: we were not running when it was due, or could not keep up."""


@dataclass(frozen=True, slots=True)
class Due(Generic[T]):
    """Something whose time has come; `late` says by how much it was missed, None when it is done in time."""

    what: T
    late: timedelta | None


def due(what: T, at: datetime | None, now: datetime) -> Due[T] | None:
    """Whether something that falls due at `at` (None: never) is due `now`, and how late that is."""
    if at is None or at > now:
        return None
    missed = now - at
    return Due(what, missed if missed > GRACE else None)
