"""A rule on words: a pattern, what it means for the reader, and the mend."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.flow.check.reply import Reply
    from bot.model import Finding, Level

SAME_SENTENCE = r"[^.!?\n]"
"""Any character that does not end a sentence; always used with an upper bound, so that matching stays linear."""


_LOOK_BACK = 60


@dataclass(frozen=True, slots=True)
class Rule:
    """`phrases` are alternatives of one regular expression on the lower-case copy; `unless` in the same sentence cancels it."""

    check: str
    level: Level
    message: str
    mend: str
    phrases: tuple[str, ...]
    unless: str = ""
    unless_before: str = ""
    """Cancels a match that it directly precedes."""

    def match(self, reply: Reply) -> re.Match[str] | None:
        """The first place where the rule holds."""
        for found in compiled(self.phrases).finditer(reply.text):
            if not self._cancelled(reply, found.start()):
                return found
        return None

    def _cancelled(self, reply: Reply, place: int) -> bool:
        if self.unless and compiled((self.unless,)).search(reply.sentence_at(place)):
            return True
        before = reply.text[max(0, place - _LOOK_BACK) : place]
        return bool(self.unless_before) and re.search(rf"(?<![\w'])(?:{self.unless_before})$", before) is not None


@cache
def compiled(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """One pattern for whole words that match any of `phrases`; compiled when first needed, so that importing costs nothing."""
    return re.compile(rf"(?<![\w'])(?:{'|'.join(phrases)})(?:(?<=\W)|(?!\w))")


def has(phrases: tuple[str, ...], text: str) -> bool:
    """Whether any of `phrases` stands in `text`, which is lower case."""
    return compiled(phrases).search(text) is not None


def apply(rules: Iterable[Rule], reply: Reply) -> Iterator[Finding]:
    """One finding for each rule that holds, at its first place."""
    for rule in rules:
        if found := rule.match(reply):
            yield reply.finding(rule.check, rule.level, rule.message, rule.mend, found.span())
