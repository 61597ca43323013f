"""What somebody would like to give, in their own words: "refund 80", "give them a new one, it was 120"."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.errors import Misuse
from bot.flow.roles import remedies
from bot.text.amounts import find_amounts

if TYPE_CHECKING:
    from bot.library.values import Values

_FIGURES = r"-?\d[\d,]*(?:\.\d{1,2})?(?!\w|[.,]?\d)"
_THINGS = r" ?(?:nights?|days?|people|persons?|guests?|meals?|times?|hours?|seats?|tickets?)\b"
_PRICE = re.compile(rf"\b(?:was|were|is|costs?|paid|worth|for|of|about|at|up to|with) ({_FIGURES})(?!{_THINGS})")
_NUMBER = re.compile(rf"(?<![\w#.,])({_FIGURES})(?!{_THINGS})")
_OTHER_WORDS = {
    "refund": ("refund", "money back", "reimburse", "reimbursement", "pay back", "pay them back", "pay her back", "pay him back"),
    "replace": ("replace", "replacement", "new one", "another one", "exchange", "swap", "send again", "resend"),
    "waive_fee": ("waive", "waiving", "fee", "charge"),
    "goodwill": ("goodwill", "voucher", "credit", "discount", "coupon", "gift card"),
    "delight": ("delight", "treat", "surprise", "gift", "free dessert", "free coffee", "free drink"),
    "meal_or_hotel": ("meal", "hotel", "room", "night", "taxi", "dinner", "breakfast", "lunch"),
    "rebook": ("rebook", "next coach", "another seat", "change the booking", "next train", "next flight"),
    "exception": ("exception",),
    "late_claim": ("late claim",),
}
_ENDINGS = r"(?:s|d|ed|ing|ment|ments|al)?"


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody would like to give: a remedy of values.yaml, and how much (None: not said)."""

    remedy: str
    amount: float | None


def read_wish(words: str, values: Values) -> Wish:
    """The remedy and the amount that plain words name.

    Raises Misuse: when no remedy is named (it lists them), for an amount below 0, a percentage, or another currency.
    """
    lowered = " ".join(words.lower().replace("_", " ").split())
    known = remedies(values)
    found = [(place, remedy) for remedy in known if (place := _place(remedy, lowered)) is not None]
    if not found:
        raise Misuse(f"say what you would like to give: {', '.join(name.replace('_', ' ') for name in known)}")
    return Wish(min(found)[1], _amount(lowered, values.empowerment.currency))


def _place(remedy: str, lowered: str) -> int | None:
    found = _pattern(remedy).search(lowered)
    return found.start() if found else None


@functools.cache
def _pattern(remedy: str) -> re.Pattern[str]:
    phrases = "|".join(map(re.escape, (remedy.replace("_", " "), *_OTHER_WORDS.get(remedy, ()))))
    return re.compile(rf"\b(?:{phrases}){_ENDINGS}\b")


def _amount(lowered: str, currency: str) -> float | None:
    """The amount with a sign of money; else the number that reads like a price; else the first that counts nothing else."""
    for amount in find_amounts(lowered):
        if amount.currency not in (currency, "$"):
            what = "a percentage" if amount.currency == "%" else amount.currency
            raise Misuse(f"your limits are in {currency}, this is {what}; say how much it is in {currency}")
        return _not_below_0(amount.value if f"-{lowered[amount.start : amount.end]}" not in lowered else -amount.value)
    found = _PRICE.search(lowered) or _NUMBER.search(lowered)
    return _not_below_0(_number(found[1])) if found else None


def _number(figures: str) -> float:
    return float(figures.replace(",", ""))


def _not_below_0(amount: float) -> float:
    if amount < 0:
        raise Misuse(f"an amount cannot be below 0, this is {amount:g}")
    return amount
