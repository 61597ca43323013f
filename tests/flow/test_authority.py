"""What a person may do: the decision table of severity and reach, role by role."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

import pytest

from bot.flow.authority import authorise
from bot.flow.roles import abilities, higher_role
from bot.model import Ask, Reach

if TYPE_CHECKING:
    from bot.desk import Desk
    from bot.library.playbooks import Playbook
    from bot.library.values import Values
    from bot.model import Authority

Level = Literal["low", "medium", "high"]


@pytest.fixture(scope="module")
def values(desk: Desk) -> Values:
    return desk.knowledge.values


@pytest.fixture(scope="module")
def playbook(desk: Desk) -> Playbook:
    return desk.knowledge.playbooks["overcharge-single"].playbook


def decided(desk: Desk, severity: int, level: Level, role: str = "frontline") -> Authority:
    from bot.flow.reading import read

    values = desk.knowledge.values
    plain = read(Ask("hello"), values)
    reading = replace(plain, severity=severity, why=("said so",), flags=(), reach=Reach("T0", level, "unknown"))
    return authorise(reading, desk.knowledge.playbooks["overcharge-single"].playbook, "one", role, values)


@pytest.mark.parametrize(
    ("severity", "level", "verdict"),
    [
        (1, "low", "hold"),
        (1, "high", "hold"),
        (2, "low", "hold"),
        (2, "high", "hold"),
        (3, "low", "go"),
        (3, "medium", "go_and_tell"),
        (3, "high", "go_and_tell"),
        (4, "low", "go"),
        (4, "medium", "go"),
        (4, "high", "go_and_tell"),
        (5, "low", "go"),
        (5, "high", "go"),
    ],
)
def test_the_verdict_follows_severity_first_and_reach_second(desk: Desk, severity: int, level: Level, verdict: str) -> None:
    assert decided(desk, severity, level).verdict == verdict


@pytest.mark.parametrize("severity", [1, 2, 3, 4, 5])
def test_more_reach_means_sooner_or_as_soon_never_later(desk: Desk, severity: int) -> None:
    levels: tuple[Level, ...] = ("low", "medium", "high")
    due = [decided(desk, severity, level).due_minutes for level in levels]
    assert due == sorted(due, reverse=True)


@pytest.mark.parametrize("severity", [1, 2])
def test_a_held_matter_has_one_owner_names_communications_and_promises_nothing(desk: Desk, severity: int) -> None:
    authority = decided(desk, severity, "low")
    assert sum(tell.owner for tell in authority.tell) == 1
    assert "communications" in {tell.contact for tell in authority.tell}
    assert [remedy.remedy for remedy in authority.may] == ["acknowledge"]
    assert authority.apology_max == "A1"
    assert authority.backing == ""


def test_inside_the_limits_the_backing_line_always_stands(desk: Desk, values: Values) -> None:
    assert decided(desk, 4, "low").backing == values.empowerment.backing


def test_a_manager_may_close_a_serious_matter_but_never_a_critical_one(desk: Desk) -> None:
    assert decided(desk, 2, "low", "manager").verdict == "go_and_tell"
    assert decided(desk, 1, "low", "manager").verdict == "hold"


def test_amounts_come_from_the_role_and_grow_with_it(desk: Desk) -> None:
    limits = [_refund_limit(decided(desk, 4, "low", role)) for role in ("frontline", "lead", "manager")]
    assert limits == sorted(limits)
    assert len(set(limits)) == 3


def _refund_limit(authority: Authority) -> float:
    return next(remedy.limit for remedy in authority.may if remedy.remedy == "refund") or 0.0


def test_who_may_give_more_is_named(values: Values) -> None:
    assert higher_role("refund", "frontline", values) == ("lead", 500.0)
    assert higher_role("refund", "manager", values) is None
    assert higher_role("exception", "frontline", values) == ("lead", 500.0)


def test_a_role_takes_over_what_the_one_before_may(values: Values) -> None:
    assert abilities("frontline", values) <= abilities("lead", values) <= abilities("manager", values)
