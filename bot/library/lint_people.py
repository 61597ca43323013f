"""`values.yaml`, the people in it: what roles may do, who is told, and the red flags that call them."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from bot.library.lint_moves import known_slots, slot_problems
from bot.library.problems import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from bot.errors import Problem
    from bot.library.sheets import Sheet
    from bot.library.values import RedFlag, Values

_PER_DAY = "per_day"
_PERSON = re.compile(r"[UW][A-Z0-9]{1,20}")


def remedies(values: Values) -> frozenset[str]:
    """Every remedy and ability that some role has."""
    roles = values.empowerment.roles.values()
    named = {ability for role in roles for ability in role.may if not ability.startswith("all_")}
    return frozenset(named | {limit for role in roles for limit in role.limits if limit != _PER_DAY})


def check_roles(sheet: Sheet[Values]) -> Iterator[Problem]:
    """Roles build on those above them in the file, and money never falls on the way."""
    empowerment, located = sheet.value.empowerment, sheet.located
    base = ("empowerment", "roles")
    earlier: list[str] = []
    for name, role in empowerment.roles.items():
        for number, ability in enumerate(role.may):
            inherited = ability.removeprefix("all_")
            if inherited != ability and inherited not in earlier:
                reason = f"`{ability}` needs a role `{inherited}` above `{name}`"
                yield located.problem((*base, name, "may", number), reason, did_you_mean(inherited, earlier))
        earlier.append(name)
    for (lower, below), (higher, above) in pairwise(empowerment.roles.items()):
        for remedy, amount in below.limits.items():
            if above.limits.get(remedy, -1) < amount:
                now = f"{above.limits[remedy]:g}" if remedy in above.limits else "none"
                reason = f"`{higher}` may give less {remedy} ({now}) than `{lower}` ({amount:g})"
                yield located.problem((*base, higher, "limits", remedy), reason, f"write at least {amount:g}")
    for name, role in empowerment.roles.items():
        for remedy in role.tell_from:
            if remedy not in remedies(sheet.value):
                path = (*base, name, "tell_from", remedy)
                yield located.problem(path, f"no role may give `{remedy}`", did_you_mean(remedy, remedies(sheet.value)))
    yield from _unknown_role(sheet, ("empowerment", "default_role"), empowerment.default_role)
    for person, role_name in empowerment.assign.items():
        if not _PERSON.fullmatch(person):
            reason, mend = f"`{person}` is not the id of a person in Slack", "open their profile, ..., Copy member ID: U0ANA"
            if person.startswith("S"):
                reason, mend = f"`{person}` looks like a user group, and groups are not read", "list its people, one by one"
            yield located.problem(("empowerment", "assign", person), reason, mend)
        yield from _unknown_role(sheet, ("empowerment", "assign", person), role_name)
    for number, gesture in enumerate(sheet.value.influence.gestures.items):
        yield from _unknown_role(sheet, ("influence", "gestures", "items", number, "approver"), gesture.approver)


def check_contacts(sheet: Sheet[Values]) -> Iterator[Problem]:
    """Backups exist, and so does the person for hard days."""
    contacts, located = sheet.value.contacts, sheet.located
    for name, contact in contacts.items():
        if contact.backup == name:
            yield located.problem(("contacts", name, "backup"), "stands in for itself", "name someone else")
        elif contact.backup:
            yield from _unknown_contact(sheet, ("contacts", name, "backup"), contact.backup)
    yield from _unknown_contact(sheet, ("people", "wellbeing", "contact"), sheet.value.people.wellbeing.contact)


def check_flags(sheet: Sheet[Values], playbooks: Collection[str]) -> Iterator[Problem]:
    """Each red flag calls someone who exists, and the serious ones have lines to hold with."""
    values, located = sheet.value, sheet.located
    slots = known_slots(values.links)
    for number, flag in enumerate(values.red_flags):
        base = ("red_flags", number)
        yield from _unknown_contact(sheet, (*base, "contact"), flag.contact)
        for place, also in enumerate(flag.also):
            yield from _unknown_contact(sheet, (*base, "also", place), also)
        if flag.playbook and flag.playbook not in playbooks:
            reason = f"there is no playbook `{flag.playbook}` yet"
            yield located.problem((*base, "playbook"), reason, did_you_mean(flag.playbook, playbooks), "warning")
        for place, line in enumerate(flag.hold):
            for reason, mend in slot_problems(line, slots):
                yield located.problem(located.known((*base, "hold", place)), reason, mend)
        if flag.severity <= 2:
            yield from _check_serious(sheet, number, flag)


def _check_serious(sheet: Sheet[Values], number: int, flag: RedFlag) -> Iterator[Problem]:
    place = ("red_flags", number, "hold")
    if not flag.hold:
        reason = f"`{flag.id}` has severity {flag.severity} and no line to hold with"
        yield sheet.located.problem(place, reason, "add `hold:` with two approved lines")
    elif len(flag.hold) == 1:
        reason = f"`{flag.id}` has one line to hold with: everyone would post the same words"
        yield sheet.located.problem(place, reason, "add a second one", "warning")


def _unknown_role(sheet: Sheet[Values], path: tuple[str | int, ...], name: str) -> Iterator[Problem]:
    roles = sheet.value.empowerment.roles
    if name not in roles:
        yield sheet.located.problem(path, f"there is no role `{name}`", did_you_mean(name, roles))


def _unknown_contact(sheet: Sheet[Values], path: tuple[str | int, ...], name: str) -> Iterator[Problem]:
    contacts = sheet.value.contacts
    if name not in contacts:
        yield sheet.located.problem(path, f"there is no contact `{name}`", did_you_mean(name, contacts))
