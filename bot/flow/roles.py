"""Roles as values.yaml gives them: what each may do, up to how much, and who may do more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.errors import Misuse

if TYPE_CHECKING:
    from bot.library.values import Values


def require_role(role: str, values: Values) -> str:
    """The role, or the default one where none is named. Raises Misuse for a role that values.yaml does not know."""
    role = role or values.empowerment.default_role
    if role not in values.empowerment.roles:
        raise Misuse(f"unknown role `{role}`; values.yaml has: {', '.join(values.empowerment.roles)}")
    return role


def abilities(role: str, values: Values) -> frozenset[str]:
    """Every remedy and ability of `role`, with those it takes over from another through `all_<role>`."""
    roles, found, todo = values.empowerment.roles, set[str](), [role]
    seen: set[str] = set()
    while todo:
        name = todo.pop()
        if name in seen or name not in roles:
            continue
        seen.add(name)
        for ability in roles[name].may:
            if ability.startswith("all_"):
                todo.append(ability.removeprefix("all_"))
            else:
                found.add(ability)
    return frozenset(found)


def money(amount: float, currency: str) -> str:
    """An amount as a person writes it: "100 USD", "12.50 USD"."""
    return f"{amount:,.0f} {currency}" if amount == int(amount) else f"{amount:,.2f} {currency}"


def higher_role(remedy: str, role: str, values: Values) -> tuple[str, float] | None:
    """The first role that may give more of a remedy than `role`, and its limit; None when nobody may, or there is no amount."""
    empowerment = values.empowerment
    own = empowerment.roles[role].limits.get(remedy) if remedy in abilities(role, values) else 0.0
    if own is None:
        return None
    for name, rules in empowerment.roles.items():
        limit = rules.limits.get(remedy)
        if limit is not None and limit > own and remedy in abilities(name, values):
            return name, limit
    return None
