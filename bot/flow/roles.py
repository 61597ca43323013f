"""Roles as values.yaml gives them: what each may do, up to how much, and who may do more."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from bot.errors import Misuse
from bot.flow.identity import Same

if TYPE_CHECKING:
    from bot.library.values import Values

PER_DAY = "per_day"
_ALL = "all_"


def require_role(role: str, values: Values) -> str:
    """The role, or the default one where none is named. Raises Misuse for a role that values.yaml does not know."""
    role = role or values.empowerment.default_role
    if role not in values.empowerment.roles:
        raise Misuse(f"unknown role `{role}`; values.yaml has: {', '.join(values.empowerment.roles)}")
    return role


def abilities(role: str, values: Values) -> frozenset[str]:
    """Every remedy and ability of `role`, with those it takes over from another through `all_<role>`."""
    roles = values.empowerment.roles
    return frozenset(ability for name in heritage(role, values) for ability in roles[name].may if not ability.startswith(_ALL))


def heritage(role: str, values: Values) -> tuple[str, ...]:
    """The role, and every role that it takes over through `all_<role>`, nearest first."""
    return _heritage(role, Same(values))


@functools.lru_cache(maxsize=64)
def _heritage(role: str, values: Same[Values]) -> tuple[str, ...]:
    """Asked some hundred times for one reply, and the same for as long as the files are."""
    roles, todo, found = values.it.empowerment.roles, [role], list[str]()
    while todo:
        name = todo.pop(0)
        if name not in found and name in roles:
            found.append(name)
            todo.extend(ability.removeprefix(_ALL) for ability in roles[name].may if ability.startswith(_ALL))
    return tuple(found)


def limit_of(remedy: str, role: str, values: Values) -> float | None:
    """How much `role` may give of a remedy in one case; None where it has no amount, such as another seat.

    The role's own limit, else that of the nearest role it takes over. A remedy that is limited for others is never without
    a limit here: it is 0 until somebody writes one.
    """
    found = limit_and_role(remedy, role, values)
    if found:
        return found[0]
    return 0.0 if any(remedy in rules.limits for rules in values.empowerment.roles.values()) else None


def limit_and_role(name: str, role: str, values: Values) -> tuple[float, str] | None:
    """A limit (of a remedy, or `per_day`) and the role in whose lines it is written; None where neither has one."""
    roles = values.empowerment.roles
    return next(((roles[one].limits[name], one) for one in heritage(role, values) if name in roles[one].limits), None)


def day_limit(role: str, values: Values) -> float | None:
    """How much a person with `role` may give in one day, all remedies together; None where values.yaml sets no such limit."""
    found = limit_and_role(PER_DAY, role, values)
    return found[0] if found else None


def remedies(values: Values) -> tuple[str, ...]:
    """Every remedy and ability that some role has, in the order of the file."""
    named = [ability for role in values.empowerment.roles.values() for ability in (*role.may, *role.limits)]
    return tuple(name for name in dict.fromkeys(named) if not name.startswith(_ALL) and name != PER_DAY)


def money(amount: float, currency: str) -> str:
    """An amount as a person writes it: "100 USD", "12.50 USD"."""
    return f"{amount:,.0f} {currency}" if amount == int(amount) else f"{amount:,.2f} {currency}"


def higher_role(remedy: str, role: str, values: Values) -> tuple[str, float] | None:
    """The first role that may give more of a remedy than `role`, and its limit; None when nobody may, or there is no amount."""
    own = limit_of(remedy, role, values) if remedy in abilities(role, values) else 0.0
    if own is None:
        return None
    for name in values.empowerment.roles:
        limit = limit_of(remedy, name, values)
        if limit is not None and limit > own and remedy in abilities(name, values):
            return name, limit
    return None
