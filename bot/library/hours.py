"""When somebody is on duty: `always`, or windows of a week such as `Mon-Fri 09:00-18:00, Sat 22:00-06:00`, on a wall clock."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from functools import cache
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

if TYPE_CHECKING:
    from collections.abc import Iterator

ALWAYS = "always"
DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
A_DAY, A_WEEK = 24 * 60, 7 * 24 * 60
_DAY = "|".join(DAYS)
_WINDOW = re.compile(rf"(?P<first>{_DAY})(?:-(?P<last>{_DAY}))? (?P<start>[0-2]\d:[0-5]\d)-(?P<end>[0-2]\d:[0-5]\d)", re.ASCII)
_MEND = "write `always`, or windows such as `Mon-Fri 09:00-18:00, Sat 10:00-14:00`"


class UnreadableHours(ValueError):
    """Hours that say nothing certain; `mend` is what to write instead."""

    def __init__(self, reason: str, mend: str = _MEND) -> None:
        super().__init__(reason)
        self.mend = mend


@dataclass(frozen=True, slots=True)
class Window:
    """Minutes of a week from Monday 00:00, from `start` up to but not including `end`; `end` may lie in the next week."""

    start: int
    end: int

    def has(self, minute: int) -> bool:
        return self.start <= minute < self.end or self.start <= minute + A_WEEK < self.end


@cache
def read_hours(hours: str) -> tuple[Window, ...]:
    """The windows of a week; one that ends before it begins goes on over midnight. Raises UnreadableHours."""
    if hours == ALWAYS:
        return (Window(0, A_WEEK),)
    return tuple(window for words in re.split(r"[,;] ", hours) for window in _windows(words, hours))


def on_duty(hours: str, zone: ZoneInfo, at: datetime) -> bool:
    """Whether these hours, on the wall clock of `zone`, hold the moment `at` (which has a zone of its own).

    Nobody is on in hours that cannot be read: the linter refuses them, and whoever serves meanwhile falls back on the backup.
    """
    minute = minute_of_week(at.astimezone(zone))
    return any(window.has(minute) for window in _known(hours))


def changes(hours: str, zone: ZoneInfo, after: datetime, days: int = 8) -> Iterator[datetime]:
    """The moments in the `days` from `after` at which a window of these hours begins or ends, in UTC."""
    if hours == ALWAYS:
        return
    monday = after.astimezone(zone).date() - timedelta(days=after.astimezone(zone).weekday() + 7)
    for week in range(2 + days // 7 + 1):
        for window in _known(hours):
            for minute in (window.start, window.end):
                day, rest = divmod(minute, A_DAY)
                wall = datetime.combine(monday + timedelta(days=7 * week + day), time(rest // 60, rest % 60), zone)
                moment = wall.astimezone(UTC)
                if after < moment <= after + timedelta(days=days):
                    yield moment


def minute_of_week(local: datetime) -> int:
    """Minutes since Monday 00:00 on the wall clock that `local` shows."""
    return local.weekday() * A_DAY + local.hour * 60 + local.minute


@cache
def zone_named(name: str) -> ZoneInfo | None:
    """The time zone of that IANA name; None when there is none."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def _known(hours: str) -> tuple[Window, ...]:
    try:
        return read_hours(hours)
    except UnreadableHours:
        return ()


def _windows(words: str, hours: str) -> Iterator[Window]:
    found = _WINDOW.fullmatch(words)
    if not found:
        raise UnreadableHours(f"`{hours}` cannot be read as hours")
    start, end = _minute(found["start"]), _minute(found["end"])
    if start is None or end is None or start == A_DAY:
        raise UnreadableHours(f"`{words}` has a time that no clock shows", "write times from 00:00 to 24:00")
    if start == end:
        raise UnreadableHours(f"`{words}` begins and ends at the same time", "write 00:00-24:00 for a whole day")
    first, last = DAYS.index(found["first"]), DAYS.index(found["last"] or found["first"])
    for step in range((last - first) % 7 + 1):
        day = (first + step) % 7 * A_DAY
        yield Window(day + start, day + end + (A_DAY if end < start else 0))


def _minute(clock: str) -> int | None:
    hour, minute = int(clock[:2]), int(clock[3:])
    return hour * 60 + minute if hour * 60 + minute <= A_DAY else None
