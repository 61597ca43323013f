"""Times in a reply: concrete ones, which keep a promise honest, and vague ones, which do not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from bot.text.clean import fold
from bot.text.phrases import phrase

if TYPE_CHECKING:
    import re


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """A time at `text[start:end]`: a clock time, a span from now ("within 2 hours"), a day, a calendar date, or a vague one."""

    start: int
    end: int
    kind: Literal["clock", "within", "day", "date", "vague"]


_NUMBER = r"""
    (?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|sixty
    |an?|half an|the next|a few|a couple of)"""
_ZONE = r"""
    (?: ?(?:[ecmp][sd]?t|gmt|utc|bst|ces?t|ist|ae[sd]t|jst|sgt|wat|eastern|central|pacific)(?: time)?\b
    | (?:local|your|our|uk) time\b| in the (?:morning|afternoon|evening))?"""
_HOUR_WORD = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_EXACT = rf"""
    (?:(?:[01]?\d|2[0-3])(?:[:.][0-5]\d)? ?[ap]\.?m\b\.?|(?:[01]?\d|2[0-3])[:h][0-5]\d\b|noon\b|midday\b
    |midnight\b|(?:half|quarter) (?:past|to) {_HOUR_WORD}\b|(?:{_HOUR_WORD}|\d{{1,2}}) o'clock\b|lunchtime\b)"""
_LOOSE = rf"""
    (?:(?:[01]?\d|2[0-3])\b|{_HOUR_WORD}\b)(?=\s*(?:$|[.,;:!?)(^~-]|today|tonight|tomorrow|this |on[ ]
    |at the latest|your |local |e[sd]?t\b|gmt|bst|and |or |with |\n))"""
_BEFORE = r"(?:by|at|before|until|till|around|about|from|no later than)"
_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_PART = r"(?: (?:morning|afternoon|evening|night|noon|lunchtime))?"
_DAY = rf"""
    (?:today|tonight|tomorrow{_PART}|this (?:morning|afternoon|evening|weekend|{_WEEKDAY}){_PART}
    |(?:(?:on|by|before|until|next) )?{_WEEKDAY}{_PART}
    |(?:(?:by|before|at) )?(?:the )?(?:end of (?:the |this |my |our )?(?:day|shift|business|week|month)
    |close of (?:business|play)|eod|cob)|first thing (?:tomorrow|in the morning))\b"""
_MONTH = r"""
    (?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?
    |nov(?:ember)?|dec(?:ember)?)"""
_DATE = rf"""
    (?:(?:on|by|before|until) )?(?:the )?(?:\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH}\b
    |{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?\b|\d{{1,2}}/\d{{1,2}}(?:/\d{{2,4}})?\b
    |\d{{4}}-\d\d-\d\d\b)(?:,? \d{{4}}\b)?|by the \d{{1,2}}(?:st|nd|rd|th)\b"""
_UNIT = r"(?:(?:working |business |full )?(?:minutes?|mins?|hours?|hrs?|h|days?|weeks?|months?)|half[ -]hour)\b"
_WITHIN = rf"""
    (?:within|in|inside|over|in under|in less than|under|every|for
    |no more than)(?: the)?(?: next)? (?:{_NUMBER}(?:(?: to |-| or ){_NUMBER})?[ -]?){_UNIT}(?! ago)
    |within the (?:hour|day|week|half hour)\b
    |(?:in|within|over) the next (?:half )?(?:hour|day)\b|(?:by )?this time tomorrow\b|24 hours from now\b
    |(?:an?|one) hour from now\b"""
_CLOCK = rf"(?:{_DAY},? )?(?:{_BEFORE} (?:{_EXACT}|{_LOOSE})|{_EXACT}){_ZONE}(?:,? (?:on )?(?:{_DAY}|{_DATE}))?"
_CONCRETE = phrase(rf"""
    (?<![\w$£€.])(?:(?P<within>{_WITHIN})|(?P<clock>{_CLOCK})|(?P<date>{_DATE})|(?P<day>(?:by )?{_DAY}))""")
_VAGUE = phrase(
    r"""
        \b(?:(?:very |really )?soon(?:est)?(?! as)|asap|a\.s\.a\.p\.?|shortly|momentarily
        |as (?:soon|quickly|fast) as (?:possible|we can|i can|we're able|you can)|in due course
        |in the (?:near|coming) (?:future|days|weeks|time)|before (?:too )?long
        |at (?:the|our) earliest(?: convenience| opportunity)?|in a (?:bit|while|moment|jiffy)|at some point
        |eventually|when(?:ever)? (?:we can|i can|possible)|later on|in no time|in time|one day
        |over the coming (?:days|weeks)|any (?:time|day|minute) now)\b"""
)


def find_times(text: str) -> list[TimeSpan]:
    """Concrete times in `text`, in order: what a reader could hold us to. "today" counts, as a day."""
    return _found(_CONCRETE, text)


def vague_times(text: str) -> list[TimeSpan]:
    """ "soon", "asap", "in due course": words in the place of a time."""
    return _found(_VAGUE, text)


def _found(pattern: re.Pattern[str], text: str) -> list[TimeSpan]:
    folded = fold(text)
    return [
        TimeSpan(*folded.span(*match.span()), kind=match.lastgroup or "vague")  # type: ignore[arg-type]  # the groups are named by kind
        for match in pattern.finditer(folded.text)
    ]
