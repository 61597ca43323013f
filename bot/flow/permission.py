"""May I? What one role may give of a remedy without asking, and who may give more."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.errors import Misuse
from bot.flow.authority import LEAD
from bot.flow.roles import abilities, higher_role, money
from bot.model import Permission

if TYPE_CHECKING:
    from bot.library.values import Values

_NUMBER = re.compile(r"-?\d[\d,]*(?:\.\d{1,2})?")
_OTHER_WORDS = {
    "refund": ("refund", "money back", "reimburse", "pay back"),
    "replace": ("replace", "replacement", "new one", "exchange", "swap"),
    "waive_fee": ("waive", "fee", "charge"),
    "goodwill": ("goodwill", "voucher", "credit", "discount"),
    "delight": ("delight", "treat", "surprise", "gift", "free dessert"),
    "meal_or_hotel": ("meal", "hotel", "room", "night", "taxi"),
    "rebook": ("rebook", "next coach", "another seat", "change the booking"),
    "exception": ("exception",),
    "late_claim": ("late claim",),
}


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody would like to give: a remedy of values.yaml, and how much (None: not said)."""

    remedy: str
    amount: float | None


def read_wish(words: str, values: Values) -> Wish:
    """The remedy and the amount that plain words name: "refund 80", "give them a new one, it was 120".

    Raises Misuse, listing the remedies, when none is named.
    """
    known = _remedies(values)
    lowered = words.lower().replace("_", " ")
    found = [
        (place, remedy)
        for remedy in known
        for phrase in (remedy.replace("_", " "), *_OTHER_WORDS.get(remedy, ()))
        if (place := lowered.find(phrase)) >= 0
    ]
    if not found:
        raise Misuse(f"say what you would like to give: {', '.join(name.replace('_', ' ') for name in known)}")
    number = _NUMBER.search(lowered)
    amount = float(number[0].replace(",", "")) if number else None
    if amount is not None and amount < 0:
        raise Misuse(f"an amount cannot be below 0, this is {amount:g}")
    return Wish(min(found)[1], amount)


def permission(wish: Wish, role: str, values: Values) -> Permission:
    """Yes, or who may instead. Without an amount the answer is for any amount up to the limit.

    Raises Misuse for a role that values.yaml does not know.
    """
    rules = values.empowerment
    role = role or rules.default_role
    if role not in rules.roles:
        raise Misuse(f"unknown role `{role}`; values.yaml has: {', '.join(rules.roles)}")
    allowed = wish.remedy in abilities(role, values)
    limit = rules.roles[role].limits.get(wish.remedy) if allowed else None
    yes = allowed and (limit is None or (wish.amount or 0) <= limit)
    who, who_limit = ("", None) if yes else _who(wish, role, values)
    return Permission(
        answer="yes" if yes else "ask",
        remedy=wish.remedy,
        amount=wish.amount,
        limit=limit,
        currency=rules.currency,
        role=role,
        who=who,
        who_limit=who_limit,
        rule=f"values.yaml, empowerment.roles.{role}.{'limits.' + wish.remedy if limit is not None else 'may'}",
        why=_why(wish, limit, allowed=allowed, yes=yes, values=values),
    )


def _who(wish: Wish, role: str, values: Values) -> tuple[str, float | None]:
    """The lowest role whose limit covers the amount; the contact who decides when none does."""
    for name, rules in values.empowerment.roles.items():
        if wish.remedy in abilities(name, values):
            limit = rules.limits.get(wish.remedy)
            if limit is None or (wish.amount or 0) <= limit:
                return name, limit
    if higher := higher_role(wish.remedy, role, values):
        last = [name for name in values.empowerment.roles if wish.remedy in abilities(name, values)][-1]
        return _decider(values), values.empowerment.roles[last].limits.get(wish.remedy, higher[1])
    return _decider(values), None


def _decider(values: Values) -> str:
    contact = values.contacts.get(LEAD) or next(iter(values.contacts.values()))
    return contact.name


def _why(wish: Wish, limit: float | None, *, allowed: bool, yes: bool, values: Values) -> str:
    if not allowed:
        return "Your role does not have this remedy."
    if limit is None:
        return values.empowerment.backing
    currency = values.empowerment.currency
    if yes:
        return f"Your limit is {money(limit, currency)} per case. {values.empowerment.backing}"
    return f"Your limit is {money(limit, currency)} per case; {money(wish.amount or 0, currency)} is over it."


def _remedies(values: Values) -> list[str]:
    """Every remedy that some role has, in the order of the file."""
    named = [ability for role in values.empowerment.roles.values() for ability in (*role.may, *role.limits)]
    return [name for name in dict.fromkeys(named) if not name.startswith("all_") and name != "per_day"]
