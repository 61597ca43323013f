"""Who is on: of a contact and those who stand behind them, the first who is on duty, and the next one as backup."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from bot.library.hours import changes, on_duty, zone_named

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

    from bot.library.values import Values

LAST_RESORT = "duty_manager"
"""Who has what belongs to nobody else."""


@dataclass(frozen=True, slots=True)
class Watch:
    """Who answers for `asked` at a moment, as ids of contacts; `backup` is empty where nobody stands behind them.

    `until` is when `first` changes, None: never. `nobody` says that nobody is on duty at all: `first` is the contact asked for.
    """

    asked: str
    first: str
    backup: str
    until: datetime | None = None
    nobody: bool = False


def watch(contact: str, at: datetime, values: Values) -> Watch:
    """Who is on for `contact` at the moment `at`. Where nobody is on duty, the contact itself, so that somebody is named."""
    first, backup = _pair(contact, at, values)
    moments = {
        moment for name in chain(contact, values) for moment in changes(values.contacts[name].hours, zone(name, values), at)
    }
    until = next((moment for moment in sorted(moments) if _pair(contact, moment, values)[0] != first), None)
    return Watch(contact, first or contact, backup, until, nobody=not first)


def chain(contact: str, values: Values) -> tuple[str, ...]:
    """The contact, their backup, the backup's backup and so on, each once."""
    found: list[str] = []
    while contact in values.contacts and contact not in found:
        found.append(contact)
        contact = values.contacts[contact].backup
    return tuple(found)


def on_watch(contact: str, at: datetime, values: Values) -> tuple[str, ...]:
    """Those of `chain` who are on duty at a moment, in order."""
    return tuple(name for name in chain(contact, values) if on_duty(values.contacts[name].hours, zone(name, values), at))


def zone(contact: str, values: Values) -> ZoneInfo:
    """The time zone on whose clock a contact's hours are: their own, else the organisation's."""
    return zone_named(values.contacts[contact].timezone or values.organisation.timezone) or ZoneInfo("UTC")


def last_resort(contacts: Collection[str]) -> str:
    """The contact for what no flag and no playbook gives to anybody: the duty manager, else the first of the file."""
    return LAST_RESORT if LAST_RESORT in contacts else next(iter(contacts), "")


def _pair(contact: str, at: datetime, values: Values) -> tuple[str, str]:
    on = on_watch(contact, at, values)
    return (on[0] if on else "", on[1] if len(on) > 1 else "")
