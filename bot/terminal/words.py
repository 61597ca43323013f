"""Small words that several screens need: times of day, lists of names."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime


def clock(now: datetime, minutes: int) -> str:
    """The time that is `minutes` away, as a person says it: "14:32", "02:10 tomorrow", "Friday 14:32"."""
    due = now + timedelta(minutes=minutes)
    days = (due.date() - now.date()).days
    if days == 0:
        return f"{due:%H:%M}"
    return f"{due:%H:%M} tomorrow" if days == 1 else f"{due:%A %H:%M}"


def joined(names: Sequence[str]) -> str:
    """Names as a sentence has them: "Safety lead", "Safety lead and Legal"."""
    if len(names) < 2:
        return "".join(names) or "the duty manager"
    return f"{', '.join(names[:-1])} and {names[-1]}"
