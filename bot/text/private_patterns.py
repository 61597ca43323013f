"""What personal data looks like, as patterns over a folded text (`clean.fold`).

Each pattern is linear: repeats are bounded or possessive, and what may repeat starts where the last one cannot have been.
They are deliberately wide; `privacy` confirms with check digits, lengths and context.
"""

from __future__ import annotations

import re


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE | re.VERBOSE)


_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]{0,6}\.?"
_NUMERIC_DATE = r"(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2}))"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_ANY_DATE = rf"(?:{_NUMERIC_DATE}|{_DAY}[ ](?:of[ ])?{_MONTH}(?:,?[ ]\d{{2,4}})?|{_MONTH}[ ]{_DAY}(?:,?[ ]\d{{4}})?)"
_CURRENCY = r"(?:[$£€¥₹₦₩]|\b(?:usd|eur|gbp|cad|aud|nzd|chf|inr|ngn|zar|sgd|jpy|rs|kr)\b\.?)"
_FIGURE = r"\d{1,9}(?:[,.]\d{1,3}){0,3}"

NEUTRAL = _words(
    rf"""
    {_CURRENCY}[ ]?{_FIGURE}(?![\d-])                                                   # $1,200.50
    | (?<![\d.,-]){_FIGURE}[ ]?(?:{_CURRENCY}|%|percent\b|dollars\b|euros?\b|pounds\b)    # 50 EUR, 20%
    | (?<![\d,]) \d{{1,3}}(?:,\d{{3}})+ (?![\d,])                                       # 466,000
    | (?<!\d)(?<!\d[-./]) (?:19|20)\d\d[ ]?-[ ]?(?:19|20)?\d\d (?![-./]?\d)             # 2015-2019
    | (?<!\d)(?<!\d[-./]) (?:(?:19|20)\d\d[-/.](?:0?[1-9]|1[0-2])[-/.](?:[0-2]?\d|3[01])
        | (?:[0-2]?\d|3[01])[-/.](?:[0-2]?\d|3[01])[-/.](?:(?:19|20)\d\d|\d\d)) (?![-./]?\d)   # 12/05/2024
    | (?<![\w.])@\w{{1,30}}                                                             # @handle
    | (?<![\d:]) \d{{1,2}}:\d\d(?::\d\d)?(?!\d)(?:[ ]?[ap]\.?m\b)?                      # 4:30 pm
    """
)
"""Figures that are nobody's secret, and would read as part of a phone number."""

DIGIT_RUN = re.compile(r"\+?\(?\d(?:[ .\-/()_·•|]{0,3}\d)*+")
SPACED_CARD = re.compile(r"(?<!\d)\d{4}(?:[^\w\n]{1,3}\d{4}){2}[^\w\n]{1,3}\d{1,7}(?!\d)")
SSN = re.compile(r"(?<![\d-])\d{3}([ .-])\d{2}\1\d{4}(?![\d-])")
NATIONAL_INSURANCE = re.compile(r"\b[A-CEGHJ-PR-TW-Z]{2} ?\d\d ?\d\d ?\d\d ?[A-D]\b", re.IGNORECASE)
IBAN = re.compile(r"(?<![A-Za-z0-9])[A-Za-z]{2}\d{2}(?:[ -]?[A-Za-z0-9]){11,30}")
IPV4 = re.compile(r"(?<![\w.])(?:\d{1,3}\.){3}\d{1,3}(?![\w.]*\d)")
IPV6 = re.compile(r"(?<![\w:.])(?=[0-9a-f]{0,4}:)[0-9a-f:]{3,39}(?![\w:])", re.IGNORECASE)
VANITY_PHONE = re.compile(
    r"(?<![\w-])(?:1[-. ]?)?\(?8(?:00|33|44|55|66|77|88)\)?[-. ](?:[A-Z]{6,9}|[A-Z0-9]{3}-[A-Z]{4})(?![\w-])"
)

EMAIL = re.compile(r"(?<![\w.+%'-])[\w.+%'-]++@(?:[\w-]++\.)+[\w-]{2,24}")
SPELT_EMAIL = _words(
    r"""
    (?<![\w.+-]) [\w.+-]{1,64}+ [ ]{0,2}
    (?: @ | [\[({<][ ]{0,2}(?:at|@)[ ]{0,2}[\])}>] | (?<=[ ])at(?=[ ]) | \s-at-\s ) [ ]{0,2}
    (?P<host> [\w-]{1,63}+ (?: (?: [ ]{0,2}(?:\. | [\[({<][ ]{0,2}(?:dot|\.)[ ]{0,2}[\])}>]) [ ]{0,2}
    | [ ]{1,2}dot[ ]{1,2} ) [\w-]{2,63}+ ){1,4} )
    """
)
SPELT_DOT = _words(r"[ ]{0,2}[\[({<]?[ ]{0,2}(?:\bdot\b|\.)[ ]{0,2}[\])}>]?[ ]{0,2}")
SPELT_SIGN = _words(r"[\[({<]\s{0,2}(?:at|@)|\s-at-\s|\[dot|\(dot|[ ]dot[ ]")
MAIL_HOSTS = frozenset(
    [
        "gmail",
        "googlemail",
        "hotmail",
        "outlook",
        "live",
        "yahoo",
        "ymail",
        "icloud",
        "aol",
        "proton",
        "protonmail",
        "gmx",
        "web",
        "mail",
        "yandex",
        "zoho",
        "fastmail",
        "qq",
        "btinternet",
    ]
)

BIRTH_DATE = _words(
    rf"\b(?:born|birth[ ]?(?:day|date)?|d\.?o\.?b\.?)\b [^\w\n]{{0,3}} (?:\w{{1,12}}[ ]){{0,3}}? (?P<date>{_ANY_DATE})"
)

ORDER_REFERENCE = _words(
    r"""
    \b(?P<thing>order|booking|reservation|confirmation|reference|ref|ticket|case|tracking|pnr|account|acct|a/c|invoice
    |customer|member(?:ship)?
        |policy|claim|parcel|shipment|loyalty|flyer|locator|incident|complaint|sort|routing) \b
    (?P<name> (?:[ ]?(?:number|num|no|nr|reference|ref|code|id|locator)\b\.?){0,2} (?:[ ]?(?:is|was|\#|:|=|-)){0,3} ) [ ]?
    (?P<code> \#?[a-z0-9](?:[-/]?[a-z0-9]){3,24} ) \b
    """
)
HASH_NUMBER = re.compile(r"(?<![\w&])#\d{5,}\b")
LONG_CODE = re.compile(r"[A-Za-z]{1,5}-?\d{6,}[A-Za-z]{0,3}")
DOCUMENT = _words(
    r"""
    \b(?:passport|driv(?:er|ing)'?s?[ ]licen[cs]e|licen[cs]e[ ]plate|number[ ]plate|plates?|registration|vin|id[ ]card
    |nhs[ ]number|medicare)\b
    (?:[ ](?:number|no|num|id)\b\.?)? (?:[ ]?(?:is|was|\#|:|=)){0,2} [ ]?
    (?P<code> [a-z0-9](?:[ -]?[a-z0-9]){3,16} ) \b
    """
)
TOKEN = re.compile(
    r"\bxox[a-z](?:\.xox[a-z])?-[\w-]{6,}|\bxapp-[\w-]{6,}|\bsk-[\w-]{16,}|\bgh[pousr]_\w{20,}|\bAKIA[0-9A-Z]{12,}"
    r"|\beyJ[\w-]{10,}+\.[\w-]+|-----BEGIN [A-Z ]{0,20}PRIVATE KEY-----"
)
SECRET = _words(
    r"""
    \b(?:password|passcode|passwd|pwd|passphrase|pin|otp|cvv2?|cvc2?|(?:one[ -]time|verification|security|login|log-in
    |access|sms|2fa|authentication)[ ](?:code|pin|password))\b
    (?:[ ](?:number|code))? (?P<link>(?:[ ]?(?:is|was|are|to|:|=|\#|-)){0,3}) [ ]? ["'(]? (?P<value>[^\s"'(),;?]{3,64})
    """
)
LOGIN_CODE = _words(r"\b(?:enter|use|type|your)[ ](?:the[ ])?code[ ](?:is[ ])?(?P<value>\d{3}[ -]?\d{3}|\d{4,8})\b")

_STREET = (
    r"(?:street|st|road|rd|avenue|ave|av|lane|ln|drive|dr|boulevard|blvd|court|ct|crescent|close|terrace|way|highway|hwy|parkway|pkwy|square|sq"
    r"|place|pl|grove|gardens|mews|row|circle|cir|trail|walk|hill)"
)
NUMBER_AND_STREET = _words(
    rf"""
    (?<![\w.,:$£€\#-]) (?=\d) (?= (?P<whole> (?P<number>\d{{1,5}}[a-z]?) ,?[ ] (?P<name>(?:[\w'.-]{{1,24}}[ ]){{1,4}}?)
    (?P<kind>{_STREET})\b\.? ) )
    """
)
"""A look-ahead, so that a number which leads nowhere ("88213 to 14 Elm St") does not hide the next."""
_CAPITALISED = r"[A-ZÀ-Ý][\w'-]{1,24}"
OTHER_ADDRESS = re.compile(
    r"\bP\.? ?O\.? ?Box \d{2,7}\b"
    r"|\b(?:[Aa]pt|APT|[Aa]partment)\.? ?#?\d{1,5}[A-Za-z]?\b"
    r"|\b[A-ZÄÖÜ][a-zäöüß]{2,24}(?:straße|strasse|str\.|weg|platz|allee|gasse) \d{1,4}[a-z]?\b"
    r"|\b\d{1,4}(?: ?(?:bis|ter))?,? (?:rue|avenue|boulevard|impasse|allée|chemin|quai|place) (?:de |du |des |de la |d')?"
    rf"{_CAPITALISED}"
    r"|\b(?:[Cc]alle|[Aa]venida|[Rr]ua|[Vv]ia|[Pp]iazza|[Pp]laza|[Cc]arrera) (?:de |del |della |la |do |da )?"
    rf"{_CAPITALISED}(?: {_CAPITALISED})?,? (?:n[º°.] ?)?\d{{1,5}}\b"
    r"|\b(?!BA|AA|UA|DL|WN|LH|AF|KL)[A-Z]{1,2}\d[A-Z\d]? \d[ABD-HJLNP-UW-Z]{2}\b"
    r"|, [A-Z]{2} \d{5}(?:-\d{4})?\b"
)
NOT_STREET_WORDS = frozenset(
    # What follows a number without being the name of a street.
    [
        "a",
        "an",
        "the",
        "of",
        "more",
        "most",
        "other",
        "others",
        "way",
        "ways",
        "min",
        "mins",
        "minute",
        "minutes",
        "hour",
        "hours",
        "hr",
        "hrs",
        "day",
        "days",
        "week",
        "weeks",
        "month",
        "months",
        "year",
        "years",
        "star",
        "stars",
        "mile",
        "miles",
        "km",
        "block",
        "blocks",
        "times",
        "time",
        "people",
        "men",
        "women",
        "to",
        "in",
        "on",
        "at",
        "by",
        "for",
        "from",
        "and",
        "or",
        "is",
        "are",
        "was",
        "were",
        "that",
        "this",
        "your",
        "our",
        "my",
        "am",
        "pm",
        "th",
        "st",
        "nd",
        "rd",
        "big",
        "long",
        "new",
        "different",
        "good",
        "great",
        "easy",
        "easier",
        "better",
        "quick",
        "second",
        "seconds",
        "percent",
        "calls",
        "staff",
        "we",
        "i",
        "you",
        "it",
        "they",
        "have",
        "has",
        "had",
        "who",
        "customers",
        "per",
        "with",
        "as",
        "not",
        "just",
        "so",
    ]
)
