"""Somebody is on at every hour, somebody stands behind them, and a gap is named before anyone falls into it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.library.hours import UnreadableHours, on_duty, read_hours
from bot.library.lint import lint
from bot.library.rota import last_resort, watch
from tests.flow.shipped import shipped_values
from tests.library.sample import TODAY, Company, write_company

if TYPE_CHECKING:
    from pathlib import Path

VALUES = shipped_values()
NEW_YORK = ZoneInfo("America/New_York")
MONDAY = datetime(2026, 3, 2, tzinfo=NEW_YORK)


@pytest.fixture
def company(tmp_path: Path) -> Company:
    return write_company(tmp_path)


def problems(company: Company) -> list[str]:
    return [str(problem) for problem in lint(company.root, today=date.fromisoformat(TODAY)) if problem.level == "error"]


@pytest.mark.parametrize(
    ("hours", "local", "on"),
    [
        ("always", "2026-03-02 03:00", True),
        ("Mon-Fri 09:00-18:00", "2026-03-02 09:00", True),
        ("Mon-Fri 09:00-18:00", "2026-03-02 18:00", False),
        ("Mon-Fri 09:00-18:00", "2026-03-07 12:00", False),
        ("Mon-Fri 09:00-12:00, Sat 10:00-14:00", "2026-03-07 13:59", True),
        ("Sun 22:00-06:00", "2026-03-02 05:59", True),
        ("Sun 22:00-06:00", "2026-03-02 06:00", False),
        ("Sat-Mon 08:00-24:00", "2026-03-01 23:59", True),
        ("Mon 00:00-24:00", "2026-03-03 00:00", False),
        ("Sun 02:00-03:00", "2026-03-08 03:30", False),
    ],
)
def test_hours_are_read_on_the_wall_clock(hours: str, local: str, on: bool) -> None:
    assert on_duty(hours, NEW_YORK, datetime.fromisoformat(local).replace(tzinfo=NEW_YORK)) is on


def test_office_hours_stay_the_same_on_the_clock_when_the_clocks_change() -> None:
    before, after = datetime(2026, 3, 6, 14, 30, tzinfo=UTC), datetime(2026, 3, 9, 13, 30, tzinfo=UTC)
    assert on_duty("Mon-Fri 09:00-18:00", NEW_YORK, before)
    assert on_duty("Mon-Fri 09:00-18:00", NEW_YORK, after)
    assert not on_duty("Mon-Fri 09:00-18:00", NEW_YORK, before - timedelta(hours=1))


@pytest.mark.parametrize(
    "hours", ["sometimes", "Mon-Fri", "Mon 9-5", "Mon 25:00-26:00", "Mon 09:00-09:00", "Foo 09:00-10:00", ""]
)
def test_hours_that_say_nothing_certain_are_refused_with_the_mend(hours: str) -> None:
    with pytest.raises(UnreadableHours) as refused:
        read_hours(hours)
    assert refused.value.mend.startswith("write ")


def test_outside_office_hours_the_backup_is_on_until_they_begin_again() -> None:
    night = watch("legal", MONDAY - timedelta(hours=3), VALUES)
    assert (night.first, night.backup) == ("duty_manager", "communications")
    assert night.until == MONDAY + timedelta(hours=9)
    day = watch("legal", MONDAY + timedelta(hours=9), VALUES)
    assert (day.first, day.backup) == ("legal", "duty_manager")
    assert day.until == MONDAY + timedelta(hours=18)


def test_who_is_always_on_is_on_for_ever() -> None:
    assert watch("safety", MONDAY, VALUES).until is None


@given(st.datetimes(datetime(2026, 1, 1), datetime(2032, 1, 1), timezones=st.just(UTC)))  # noqa: DTZ001, as the zone stands beside
def test_every_flag_has_one_first_contact_and_another_as_backup_at_any_moment(moment: datetime) -> None:
    for contact in {*(flag.contact for flag in VALUES.red_flags), last_resort(VALUES.contacts)}:
        on = watch(contact, moment, VALUES)
        assert on.first in VALUES.contacts
        assert on.backup in VALUES.contacts
        assert on.first != on.backup
        assert on.until is None or on.until > moment


GAPS = [
    ("hours: always", 'hours: "Mon-Sun 06:00-22:30"', "there is one person and no backup Mon 00:00 to Mon 06:00, UTC"),
    ('"Mon-Sun 00:00-24:00"', '"Mon-Sun 00:00-23:00"', "there is one person and no backup Mon 23:00 to Tue 00:00, UTC"),
    ("backup: office}\n  office", "}\n  office", "no one is on Mon 00:00 to Mon 06:00, UTC"),
    ('"Mon-Sun 00:00-24:00"', '"Mon-Sat 00:00-24:00"', "no backup Sun 00:00 to Sun 06:00, UTC"),
]


@pytest.mark.parametrize(("old", "new", "said"), GAPS)
def test_the_linter_names_the_first_hour_at_which_nobody_stands_there(company: Company, old: str, new: str, said: str) -> None:
    company.edit("values.yaml", old, new)
    line = next(
        number
        for number, words in enumerate((company.root / "values.yaml").read_text(encoding="utf-8").splitlines(), 1)
        if words.startswith("  bridge: {name")
    )
    assert any(problem.startswith(f"values.yaml:{line} `contacts.bridge`") and said in problem for problem in problems(company))


def test_hours_of_two_countries_that_drift_apart_for_a_few_weeks_leave_a_gap_that_is_found(company: Company) -> None:
    """London is five hours ahead of New York, and four in three weeks of spring: only then does an hour have nobody behind."""
    company.edit("values.yaml", "{name: Tern Ferries}", "{name: Tern Ferries, timezone: America/New_York}")
    company.edit("values.yaml", '"Mon-Sun 06:00-23:00"', '"Mon-Sun 04:00-24:00"')
    company.edit("values.yaml", "hours: always", 'hours: "Mon-Sun 05:00-09:00", timezone: Europe/London')
    company.edit("values.yaml", '"Mon-Sun 00:00-24:00"', "always")
    (found,) = problems(company)
    assert "one person and no backup Mon 00:00 to Mon 01:00, America/New_York" in found


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("{name: Tern Ferries}", "{name: Tern Ferries, timezone: Mars/Base}", "`organisation.timezone`: there is no time zone"),
        ("backup: coastguard}", "backup: coastguard, timezone: Europe/Londn}", "did you mean `Europe/London`?"),
    ],
)
def test_time_zones_exist(company: Company, old: str, new: str, said: str) -> None:
    company.edit("values.yaml", old, new)
    assert any(said in problem for problem in problems(company)), problems(company)
