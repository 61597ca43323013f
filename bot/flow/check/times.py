"""Whether a reply gives a time that a person can hold us to."""

# ruff: noqa: E501  because an alternation of phrases is read as a list, and breaking it hides a missing bar

from __future__ import annotations

from bot.flow.check.rules import compiled

_COUNT = r"(?:\d+(?:[.,]\d+)?|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|sixty|half an|the)"
_DAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun|tomorrow|today|tonight|noon|midnight|midday|this (?:morning|afternoon|evening)|close of (?:business|play)|end of (?:the )?(?:day|week))"
_MONTH = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
_TIMES = (
    r"\d{1,2}(?:[:.]\d{2})? ?(?:a\.?m|p\.?m)\b\.?|\d{1,2}:\d{2}|\d{1,2} o'clock|at noon|at midnight",
    rf"(?:within|in|every|under|about|inside) (?:about |the |next |an? )*{_COUNT} ?-?(?:more |working |business |next )?(?:min(?:ute)?s?|hours?|hrs?|days?|weeks?)",
    rf"{_COUNT} (?:to {_COUNT} )?(?:min(?:ute)?s|hours?|(?:working |business )?days?)(?= |[.,;]|$)(?! (?:late|ago|of|in the|on hold|is|for|with|and then|was))",
    rf"(?:by|on|until|till|before|from|at|for|first thing|later|first slot|due|arrives|is out|out|since) (?:\w+ )?{_DAY}",
    rf"{_DAY}(?! of)",
    rf"(?:by|on|until|from|before) (?:the )?(?:\d{{1,2}}(?:st|nd|rd|th)?(?: of)? ?{_MONTH}|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}(?:st|nd|rd|th)|\d{{1,2}}[/.]\d{{1,2}})",
    r"(?:the same|this|next|same) (?:day|hour|week|monday|tuesday|wednesday|thursday|friday)",
)


def find_times(text: str) -> tuple[tuple[int, int], ...]:
    """Start and end of each place in a lower-case text that names a clock time, a day or a span."""
    return tuple(found.span() for found in compiled(_TIMES).finditer(text))
