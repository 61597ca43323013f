"""Money and percentages in a reply, in figures or words."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass

_SYMBOLS = {"£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR", "₦": "NGN", "$": "$", "us$": "USD", "ca$": "CAD", "c$": "CAD"}
_SYMBOLS |= {"a$": "AUD", "au$": "AUD", "nz$": "NZD", "s$": "SGD"}
_CODE = "usd|eur|gbp|cad|aud|nzd|chf|jpy|inr|ngn|zar|sgd|hkd|sek|nok|dkk|pln|brl|mxn|kes|php"
_NAMES = {"dollar": "$", "buck": "$", "euro": "EUR", "pound": "GBP", "quid": "GBP", "rupee": "INR", "rs": "INR", "naira": "NGN"}
_NAMES |= {"rand": "ZAR", "yen": "JPY", "%": "%", "percent": "%", "per cent": "%"}
_TEENS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_UNITS = {word: number for number, word in enumerate(_TEENS.split(), start=1)}
_UNITS |= {word: number * 10 for number, word in enumerate(_TENS.split(), start=2)} | {"a": 1, "and": 0}
_MOST = 50
_FIGURE = r"(?:\d{1,3}(?:,\d{3}){1,3}|\d{1,9})(?:\.\d{1,2})?(?: ?(?:k|thousand|million)\b)?"
_SIGN = r"(?:us|ca|c|au|a|nz|s)?\$|[£€¥₹₦]"
_NAME = r"dollars?|bucks|euros?|pounds?|quid|rupees?|rs\b|naira|rand\b|yen|%|percent|per cent"
_WORD = "|".join(_UNITS) + "|hundred|thousand"
_AMOUNT = re.compile(
    rf"(?:(?P<sign>{_SIGN}|\b(?:{_CODE})(?=[ \d])|\brs\.?(?= ?\d)) ?(?P<after>{_FIGURE}))"
    rf"|(?<![\w.,])(?P<before>{_FIGURE}) ?(?P<name>{_NAME}|(?:{_CODE})\b|[£€])"
    rf"|\b(?P<words>(?:{_WORD})(?:[ -](?:{_WORD})){{0,5}}) (?P<worded>{_NAME}|(?:{_CODE})\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Amount:
    """`value` in `currency`: an ISO code, "$" where only a dollar sign says which, or "%"."""

    value: float
    currency: str
    start: int
    end: int


def find_amounts(text: str) -> list[Amount]:
    """Amounts of money and percentages in a folded text, in order: the first fifty, which is more than a reply holds."""
    matches = itertools.islice(_AMOUNT.finditer(text), _MOST)
    return [amount for match in matches if (amount := _amount(match))]


def _amount(match: re.Match[str]) -> Amount | None:
    unit = (match["sign"] or match["name"] or match["worded"]).lower().rstrip(".")
    value = _in_words(match["words"]) if match["words"] else _in_figures(match["after"] or match["before"])
    return Amount(value, _currency(unit), *match.span()) if value else None


def _currency(unit: str) -> str:
    if unit in _SYMBOLS:
        return _SYMBOLS[unit]
    return unit.upper() if unit in _CODE.split("|") else _NAMES.get(unit) or _SYMBOLS.get(unit) or _NAMES[unit.rstrip("s")]


def _in_figures(figure: str) -> float:
    figure = figure.lower().replace(",", "").strip()
    for name, factor in (("thousand", 1e3), ("million", 1e6), ("k", 1e3)):
        if figure.endswith(name):
            return float(figure.removesuffix(name)) * factor
    return float(figure)


def _in_words(words: str) -> float:
    """ "two hundred and fifty" is 250: units add up, hundreds and thousands multiply what came before."""
    total, current = 0, 0
    for word in re.split(r"[ -]", words.lower()):
        if word == "hundred":
            current = max(current, 1) * 100
        elif word == "thousand":
            total, current = total + max(current, 1) * 1000, 0
        else:
            current += _UNITS[word]
    return float(total + current)
