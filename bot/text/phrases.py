"""Patterns of English phrases that can be read: one notation for the long lists of `times`, `amounts` and `promises`."""

from __future__ import annotations

import re

_LINE_BREAK = re.compile(r"\n\s*")
_OPTIONAL_SPACE = re.compile(r"(?<!\[) \?")
_SPACE = re.compile(r"(?<!\[) ")


def phrase(pattern: str) -> re.Pattern[str]:
    """`pattern` compiled without regard to case.

    A line break and the indent after it are layout; any other space stands for one or two spaces of the text.
    """
    pattern = _LINE_BREAK.sub("", pattern)
    pattern = _OPTIONAL_SPACE.sub("\0", pattern)
    return re.compile(_SPACE.sub("[ ]{1,2}", pattern).replace("\0", "[ ]{0,2}"), re.IGNORECASE)
