"""May I? What one role may give of a remedy without asking, what is left of their day, and who may give more."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.errors import Misuse
from bot.flow.authority import shift_lead
from bot.flow.roles import PER_DAY, abilities, day_limit, heritage, limit_and_role, limit_of, money
from bot.flow.wish import Wish, read_wish
from bot.library.rota import watch
from bot.library.strict_yaml import dotted
from bot.model import Permission

if TYPE_CHECKING:
    from datetime import datetime

    from bot.library.knowledge import Knowledge
    from bot.library.strict_yaml import Path
    from bot.library.values import Values

__all__ = ["Wish", "permission", "read_wish"]


@dataclass(frozen=True, slots=True)
class _Limits:
    """What bounds one wish of one role. `day` is None where there is no such limit, or the wish costs nothing."""

    case: float | None
    day: float | None
    given: float | None
    tell: float | None
    """From this amount on somebody is told; None: nobody."""
    allowed: bool

    def over_case(self, amount: float) -> bool:
        return self.case is not None and amount > self.case

    def over_day(self, amount: float) -> bool:
        return self.day is not None and (self.given or 0.0) + amount > self.day


def permission(wish: Wish, role: str, knowledge: Knowledge, given: float | None = None, at: datetime | None = None) -> Permission:
    """Yes, yes and tell, or who may instead. Without an amount the answer is for any amount up to the limit.

    `given` is what the person has given today (None: nobody counts), `at` the moment for which somebody on call is named.
    Raises Misuse for a role that values.yaml does not know.
    """
    values = knowledge.values
    role = role or values.empowerment.default_role
    if role not in values.empowerment.roles:
        raise Misuse(f"unknown role `{role}`; values.yaml has: {', '.join(values.empowerment.roles)}")
    limits, amount = _limits(wish, role, values, given), wish.amount or 0.0
    yes = limits.allowed and not limits.over_case(amount) and not limits.over_day(amount)
    tell = yes and limits.tell is not None and amount >= limits.tell
    who, who_limit = (_decider(values), None) if tell else ("", None) if yes else _who(wish, role, values, limits)
    rule, rule_text = _rule(wish, role, knowledge, limits, amount)
    return Permission(
        answer="yes_and_tell" if tell else "yes" if yes else "ask",
        remedy=wish.remedy,
        amount=wish.amount,
        limit=limits.case if limits.allowed else None,
        currency=values.empowerment.currency,
        role=role,
        who=who,
        who_limit=who_limit,
        rule=rule,
        why=_why(wish, limits, values, yes=yes),
        rule_text=rule_text,
        on_call=_on_call(values, at),
        per_day=limits.day,
        given=given,
    )


def _limits(wish: Wish, role: str, values: Values, given: float | None) -> _Limits:
    case = limit_of(wish.remedy, role, values)
    return _Limits(
        case=case,
        day=None if case is None else day_limit(role, values),
        given=given,
        tell=values.empowerment.roles[role].tell_from.get(wish.remedy),
        allowed=wish.remedy in abilities(role, values),
    )


def _who(wish: Wish, role: str, values: Values, own: _Limits) -> tuple[str, float | None]:
    """The lowest role whose limits cover the amount; the contact who decides when none does, with the most any role may."""
    amount, most = wish.amount or 0.0, None
    for name in values.empowerment.roles:
        if wish.remedy not in abilities(name, values):
            continue
        case, day = limit_of(wish.remedy, name, values), day_limit(name, values)
        most = case
        covers = (case is None or amount <= case) and (case is None or day is None or amount <= day)
        if covers and name != role and not (own.over_day(amount) and _is_below(name, role, values)):
            return name, case
    return _decider(values), None if own.case is None else most


def _is_below(name: str, role: str, values: Values) -> bool:
    """Whether a role is one that `role` takes over, or stands above it in the file: it cannot lend a longer day."""
    order = list(values.empowerment.roles)
    return name in heritage(role, values) or order.index(name) < order.index(role)


def _decider(values: Values) -> str:
    return values.contacts[shift_lead(values)].name


def _on_call(values: Values, at: datetime | None) -> str:
    """Who can be asked at that moment: the shift lead, else whoever stands behind them."""
    return values.contacts[watch(shift_lead(values), at, values).first].name if at else ""


def _rule(wish: Wish, role: str, knowledge: Knowledge, limits: _Limits, amount: float) -> tuple[str, str]:
    """The line that decides, and what it says."""
    path, says = _deciding(wish, role, knowledge.values, limits, amount)
    return knowledge.where(*path), f"{dotted(path)}: {says}"


def _deciding(wish: Wish, role: str, values: Values, limits: _Limits, amount: float) -> tuple[Path, str]:
    roles: Path = ("empowerment", "roles")
    what, currency = wish.remedy.replace("_", " "), values.empowerment.currency
    if not limits.allowed:
        return (*roles, role, "may"), f"{what} is not among them"
    if limits.over_day(amount) and not limits.over_case(amount):
        found = limit_and_role(PER_DAY, role, values)
        return (*roles, found[1] if found else role, "limits", PER_DAY), f"up to {money(limits.day or 0.0, currency)} a day"
    if found := limit_and_role(wish.remedy, role, values):
        return (*roles, found[1], "limits", wish.remedy), f"up to {money(found[0], currency)} a case"
    if limits.case is not None:
        return (*roles, role, "limits"), f"no limit for {what}, so the amount is 0"
    giver = next((one for one in heritage(role, values) if wish.remedy in values.empowerment.roles[one].may), role)
    return (*roles, giver, "may", values.empowerment.roles[giver].may.index(wish.remedy)), f"{what}, which has no amount"


def _why(wish: Wish, limits: _Limits, values: Values, *, yes: bool) -> str:
    currency, amount, backing = values.empowerment.currency, wish.amount or 0.0, values.empowerment.backing
    if not limits.allowed:
        return "Your role does not have this remedy."
    if limits.case is None:
        return backing
    limit = f"Your limit is {money(limits.case, currency)} per case"
    if limits.over_case(amount):
        return f"{limit}; {money(amount, currency)} is over it."
    if not yes and limits.day is not None:
        left = money(max(0.0, limits.day - (limits.given or 0.0)), currency)
        given = f"you gave {money(limits.given, currency)} today, so {left} is left" if limits.given else f"{left} is left"
        return f"Your limit for one day is {money(limits.day, currency)}; {given}."
    return f"{limit}. {backing}"
