"""One finder per kind of personal data: patterns propose, check digits, lengths and context confirm.

Finders work on a folded text and give places in it. `FINDERS` is in order of certainty: the first to claim a place keeps it.
"""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

from bot.text import private_patterns as patterns
from bot.text.endings import ENDINGS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Kind = Literal["card", "iban", "phone", "email", "ssn", "ip", "order_reference", "address", "birth_date", "document", "secret"]

FEWEST_DIGITS = 7
"""Of a phone number. Shorter ones are helplines (911, 988, 116 123), counts and prices."""

_CARD_LENGTHS = range(12, 20)
_LIBRARY_LOOKUPS = 8  # numbers that phonenumbers is asked about in one text; it only chooses the name of the kind
_REGIONS = ("US", "GB", "AU", "IN", "DE", "FR", "NG")
_YEARS = re.compile(r"(?:19|20)\d\d(?:[-/](?:19|20)?\d\d)?\Z")
_CAPITAL_CODE = re.compile(r"(?=[A-Z0-9]{0,12}[A-Z])(?=[A-Z0-9]{0,12}\d)[A-Z0-9]{5,12}\Z")
_RECORD_LOCATOR = re.compile(r"[A-Z]{6}\Z")
_TOKENS = re.compile(r"(?<!@)\b[A-Za-z0-9]++(?:-[A-Za-z0-9]++)*+")


@dataclass(frozen=True, slots=True)
class Find:
    """Personal data at `start` to `end` of the folded text."""

    kind: Kind
    start: int
    end: int


def digits_of(text: str) -> str:
    """The digits of a folded text, alone."""
    return "".join(character for character in text if character in "0123456789")


def _simple(
    kind: Kind, pattern: re.Pattern[str], confirm: Callable[[re.Match[str]], bool] | None = None
) -> Callable[[str], Iterator[Find]]:
    """A finder of `kind`. What is found is the pattern's group for the datum itself, where it has one."""
    group = next((name for name in ("code", "value", "date") if name in pattern.groupindex), 0)

    def find(text: str) -> Iterator[Find]:
        for match in pattern.finditer(text):
            if confirm is None or confirm(match):
                yield Find(kind, *match.span(group))

    return find


def _emails(text: str) -> Iterator[Find]:
    if "@" in text:
        for match in patterns.EMAIL.finditer(text):
            if match.group().rpartition(".")[2].lower() in ENDINGS:
                yield Find("email", *match.span())
    lower = text.lower()
    if "@" in text or "dot" in lower or " at " in lower or "at]" in lower or "at)" in lower or "-at-" in lower:
        for match in patterns.SPELT_EMAIL.finditer(text):
            if _is_spelt_email(match.group(), match["host"]):
                yield Find("email", *match.span())


def _is_spelt_email(whole: str, host: str) -> bool:
    """ "look at example.com" is no address; it takes a spelt-out sign, or a host that is known for mailboxes."""
    labels = [label for label in patterns.SPELT_DOT.split(host.lower()) if label]
    if len(labels) < 2 or labels[-1] not in ENDINGS:
        return False
    return bool(patterns.SPELT_SIGN.search(whole)) or labels[-2] in patterns.MAIL_HOSTS


def _ibans(text: str) -> Iterator[Find]:
    for match in patterns.IBAN.finditer(text):
        length = _iban_length(match.group()[:2].upper())
        end = _end_of(match.group(), length) if length else 0
        if end and _is_iban(match.group()[:end], text[match.start() + end : match.start() + end + 1]):
            yield Find("iban", match.start(), match.start() + end)


def _end_of(candidate: str, length: int) -> int:
    """Where the first `length` letters and digits end, or 0 when there are fewer."""
    seen = 0
    for place, character in enumerate(candidate):
        seen += character.isalnum()
        if seen == length:
            return place + 1
    return 0


def _is_iban(candidate: str, following: str) -> bool:
    from stdnum import iban

    if following.isalnum():
        return False
    mistyped = candidate.isalnum() and sum(map(str.isdigit, candidate)) >= len(candidate) // 2
    return mistyped or bool(iban.is_valid(candidate, check_country=False))


@cache
def _iban_length(country: str) -> int:
    """Letters and digits of an IBAN of `country`; 0 where there are none."""
    from stdnum import numdb

    _, facts = numdb.get("iban").info(f"{country}00")[0]
    lengths = re.findall(r"(\d+)!", facts.get("bban", ""))
    return 4 + sum(map(int, lengths)) if lengths else 0


def _cards(text: str) -> Iterator[Find]:
    for match in (*patterns.SPACED_CARD.finditer(text), *patterns.DIGIT_RUN.finditer(text)):
        if _is_card(digits_of(match.group())):
            yield Find("card", *match.span())


def _is_card(digits: str) -> bool:
    """Check digit right, also where an expiry date or security code follows the number."""
    if len(digits) not in _CARD_LENGTHS and len(digits) < 20:
        return False
    lengths = [len(digits)] if len(digits) in _CARD_LENGTHS else [16, 15]
    return digits[0] != "0" and any(_luhn(digits[:length]) for length in lengths)


def _luhn(digits: str) -> bool:
    from stdnum import luhn

    return bool(luhn.is_valid(digits))


def _addresses_of_machines(text: str) -> Iterator[Find]:
    for pattern in (patterns.IPV4, patterns.IPV6):
        for match in pattern.finditer(text):
            if _is_ip(match.group()):
                yield Find("ip", *match.span())


def _is_ip(candidate: str) -> bool:
    if candidate.count(":") < 2 and "." not in candidate:
        return False
    try:
        ipaddress.ip_address(candidate)
    except ValueError:
        return False
    return len(candidate) > 3


def _is_reference(match: re.Match[str]) -> bool:
    code = match["code"].lstrip("#")
    figures = digits_of(code)
    if _YEARS.match(code):
        return False
    if _RECORD_LOCATOR.match(code):
        return (bool(match["name"].strip()) and not match["thing"].isupper()) or match["thing"] == "PNR"
    if code.isdigit() and len(code) == 4:
        return bool(match["name"].strip()) or match["code"].startswith("#")
    return (len(figures) >= 4 and not code[-2:].isalpha()) or bool(_CAPITAL_CODE.match(code))


def _long_codes(text: str) -> Iterator[Find]:
    """Parcel and ticket numbers name themselves: a prefix and six digits, or seven among letters. B737-700 is neither."""
    for match in _TOKENS.finditer(text):
        word = match.group()
        if word.replace("-", "").isdigit():
            continue
        if len(digits_of(word)) >= FEWEST_DIGITS or patterns.LONG_CODE.fullmatch(word):
            yield Find("order_reference", *match.span())


def _is_document(match: re.Match[str]) -> bool:
    code = match["code"]
    return len(digits_of(code)) >= 2 and len(code) >= 5 and not _YEARS.match(code) and (code.isupper() or code.isdigit())


def _is_secret(match: re.Match[str]) -> bool:
    """ "Your password is safe" tells nothing; "is hunter2" does."""
    value, linked = match["value"].strip(".!"), bool(match["link"].strip())
    if len(value) < 3 or _YEARS.match(value) or value.startswith("http"):
        return False
    figures = len(digits_of(value))
    mixed = not value.islower() and not value.istitle() and not value.isupper() and value[0].isalnum()
    return figures >= 3 or (linked and (figures > 0 or (mixed and value.isalnum())))


def _streets(text: str) -> Iterator[Find]:
    for match in patterns.NUMBER_AND_STREET.finditer(text):
        if _is_street(match["name"].split(), match["kind"]):
            yield Find("address", *match.span("whole"))
    for match in patterns.OTHER_ADDRESS.finditer(text):
        yield Find("address", *match.span())


def _is_street(names: list[str], kind: str) -> bool:
    """A capital in the name, or one plain word before an unmistakable kind of street: "14 elm st", not "5 star place"."""
    if any(name.lower() in patterns.NOT_STREET_WORDS or (name.endswith((".", "?", "!")) and len(name) > 3) for name in names):
        return False
    if all(name[0].isupper() or name[0].isdigit() for name in names):
        return kind[0].isupper() or len(kind) > 2
    return (
        len(names) == 1
        and len(names[0]) > 2
        and names[0].isalpha()
        and kind.lower() in {"street", "st", "road", "rd", "avenue", "ave", "blvd", "lane"}
    )


def _numbers(text: str) -> Iterator[Find]:
    """Every other run of seven digits or more: a phone number by its looks, or else somebody's account, order, ticket."""
    masked = patterns.NEUTRAL.sub(lambda match: "\0" * len(match.group()), text)
    lookups = 0
    for match in patterns.DIGIT_RUN.finditer(masked):
        run = match.group()
        if len(digits_of(run)) < FEWEST_DIGITS:
            continue
        looks_like_phone = not run.isdigit()
        if not looks_like_phone and len(run) <= 15 and lookups < _LIBRARY_LOOKUPS:
            lookups += 1
            looks_like_phone = _is_phone(run)
        yield Find("phone" if looks_like_phone else "order_reference", *match.span())


def _is_phone(digits: str) -> bool:
    import phonenumbers

    for region in _REGIONS:
        try:
            if phonenumbers.is_valid_number(phonenumbers.parse(digits, region)):
                return True
        except phonenumbers.NumberParseException:
            continue
    return False


FINDERS: tuple[Callable[[str], Iterator[Find]], ...] = (
    _simple("secret", patterns.TOKEN),
    _emails,
    _ibans,
    _simple("ssn", patterns.SSN),
    _simple("ssn", patterns.NATIONAL_INSURANCE),
    _simple("birth_date", patterns.BIRTH_DATE),
    _cards,
    _addresses_of_machines,
    _simple("secret", patterns.SECRET, _is_secret),
    _simple("secret", patterns.LOGIN_CODE),
    _simple("document", patterns.DOCUMENT, _is_document),
    _simple("order_reference", patterns.ORDER_REFERENCE, _is_reference),
    _simple("order_reference", patterns.HASH_NUMBER),
    _long_codes,
    _simple("phone", patterns.VANITY_PHONE),
    _streets,
    _numbers,
)
