"""Somebody is on, and somebody behind them, at every hour of the week: proved for whoever may be called to a grave matter."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from bot.library.hours import ALWAYS, DAYS, UnreadableHours, changes, read_hours, zone_named
from bot.library.problems import did_you_mean
from bot.library.rota import chain, last_resort, on_watch, zone

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date
    from zoneinfo import ZoneInfo

    from bot.errors import Problem
    from bot.library.playbooks import Playbook
    from bot.library.sheets import Sheet
    from bot.library.values import Values

WEEKS = 53
"""How far ahead the clocks are looked at: every change to and from daylight saving falls into it."""
NEEDED = 2
_COMMON_ZONES = ("America/New_York", "Europe/London", "Europe/Berlin", "Asia/Tokyo", "UTC")


class Gap(NamedTuple):
    """A stretch in which fewer than two of a chain are on duty; `nobody` when it is none at all."""

    start: datetime
    end: datetime
    nobody: bool


def check_hours(sheet: Sheet[Values]) -> Iterator[Problem]:
    """Hours that can be read, in time zones that exist."""
    located = sheet.located
    yield from _zone(sheet, ("organisation", "timezone"), sheet.value.organisation.timezone)
    for name, contact in sheet.value.contacts.items():
        if contact.timezone:
            yield from _zone(sheet, ("contacts", name, "timezone"), contact.timezone)
        try:
            read_hours(contact.hours)
        except UnreadableHours as error:
            yield located.problem(("contacts", name, "hours"), str(error), error.mend)


def check_rota(sheet: Sheet[Values], playbooks: Mapping[str, Sheet[Playbook]], today: date) -> Iterator[Problem]:
    """Every contact who may be first has one on duty and another behind them, each hour of each kind of week of a year."""
    if any(True for _ in check_hours(sheet)):
        return
    values = sheet.value
    for contact, why in _called(values, playbooks).items():
        gap = _first_gap(contact, values, today)
        if gap:
            yield sheet.located.problem(("contacts", contact), *_words(contact, why, gap, values))


def _called(values: Values, playbooks: Mapping[str, Sheet[Playbook]]) -> dict[str, str]:
    """Whoever a grave matter may be given to first, and why."""
    called: dict[str, str] = {}
    for flag in values.red_flags:
        called.setdefault(flag.contact, f"`{flag.id}` has severity {flag.severity}")
    for name, sheet in playbooks.items():
        for rule in sheet.value.escalate_if:
            called.setdefault(rule.to, f"`{name}` is handed to it")
    called.setdefault(last_resort(values.contacts), "what belongs to nobody else is handed to it")
    return {contact: why for contact, why in called.items() if contact in values.contacts}


def _first_gap(contact: str, values: Values, today: date) -> Gap | None:
    names = chain(contact, values)
    if sum(values.contacts[name].hours == ALWAYS for name in names) >= NEEDED:
        return None
    zones = {zone(name, values) for name in names}
    for monday in _kinds_of_week(zones, zone(contact, values), today):
        if gap := _gap_in_week(contact, monday, values):
            return gap
    return None


def _kinds_of_week(zones: set[ZoneInfo], home: ZoneInfo, today: date) -> Iterator[datetime]:
    """A Monday 00:00 for every way in which the clocks of the zones stand to each other in a week of the year ahead."""
    seen: set[tuple[object, ...]] = set()
    monday = datetime(today.year, today.month, today.day, tzinfo=home) - timedelta(days=today.weekday())
    for week in range(WEEKS):
        start = monday + timedelta(days=7 * week)
        ends = (start, start + timedelta(days=7))
        kind = tuple(at.astimezone(one).utcoffset() for at in ends for one in sorted(zones, key=str))
        if kind not in seen:
            seen.add(kind)
            yield start


def _gap_in_week(contact: str, monday: datetime, values: Values) -> Gap | None:
    """Looks at all 168 hours, and at each moment at which somebody's duty begins or ends."""
    start, end = monday.astimezone(UTC), (monday + timedelta(days=7)).astimezone(UTC)
    hours = {start + timedelta(hours=hour) for hour in range(round((end - start) / timedelta(hours=1)))}
    turns = {turn for name in chain(contact, values) for turn in changes(values.contacts[name].hours, zone(name, values), start)}
    moments = sorted({*hours, *(turn for turn in turns if turn < end)})
    gap: Gap | None = None
    for moment in moments:
        on = len(on_watch(contact, moment, values))
        if gap and (on >= NEEDED or gap.nobody != (on == 0)):
            return gap._replace(end=moment)
        if not gap and on < NEEDED:
            gap = Gap(moment, end, on == 0)
    return gap


def _words(contact: str, why: str, gap: Gap, values: Values) -> tuple[str, str]:
    home = zone(contact, values)
    when = f"{_clock(gap.start, home)} to {_clock(gap.end, home)}, {home}"
    if gap.nobody:
        return (
            f"nobody stands behind `{contact}` at all hours, and {why}: no one is on {when}",
            "give it a backup whose hours are `always`",
        )
    return (
        f"nobody stands behind `{contact}` at all hours, and {why}: there is one person and no backup {when}",
        "give the backup a backup of its own, so that two are on at every hour",
    )


def _clock(moment: datetime, home: ZoneInfo) -> str:
    local = moment.astimezone(home)
    return f"{DAYS[local.weekday()]} {local:%H:%M}"


def _zone(sheet: Sheet[Values], path: tuple[str | int, ...], name: str) -> Iterator[Problem]:
    if zone_named(name) is None:
        yield sheet.located.problem(path, f"there is no time zone `{name}`", did_you_mean(name, _COMMON_ZONES))
