"""Q11: numbers, causes and links in a reply come from the post or from what we know (domain 4.1; reliability G3 and G5)."""

# ruff: noqa: E501  because an alternation of phrases is read as a list, and breaking it hides a missing bar

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.flow.check.links import handles, is_ours, links
from bot.flow.check.rules import SAME_SENTENCE as ANY
from bot.flow.check.rules import compiled
from bot.flow.check.stems import content, same_issue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.flow.check.context import Context
    from bot.flow.check.reply import Reply
    from bot.model import Finding

_NUMBER = re.compile(
    r"(?<![\w#@/.-])(?:[$£€¥]\s?)?\d[\d.,]*\d(?:\s?%| percent)?|(?<![\w#@/.-])(?:[$£€¥]\s?)?\d(?:\s?%| percent)?(?![\w])"
)
_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
_ALWAYS_KNOWN = frozenset({"24", "7", "1", "2"})
_CAUSE = (
    rf"(?:because of|due to|caused by|the cause (?:is|was)|as a result of|owing to|down to|thanks to|it was|the reason is) (?P<cause>(?!us\b|you\b|me\b|our\b|that\b|this\b|it\b){ANY}{{3,50}})",
)
_CLAIMS = re.compile(r"because|due to|cause|result|owing|reason")


def check(reply: Reply, context: Context) -> Iterator[Finding]:
    """Q11 for a draft; numbers and causes only when there is something to compare with."""
    for route in links(reply):
        if not is_ours(route, context):
            mend = "Use a page from the links in values.yaml, or leave the link out."
            yield reply.finding("Q11", "block", f"The link {route.text} is not known to be ours.", mend, (route.start, route.end))
    if context.post:
        yield from _numbers(reply, context)
        yield from _causes(reply, context)


def _numbers(reply: Reply, context: Context) -> Iterator[Finding]:
    known = set(_DIGITS.findall(f"{context.post}\n{context.facts}")) | _ALWAYS_KNOWN
    free = [*reply.times] + [(route.start, route.end) for route in (*links(reply), *handles(reply))]
    for found in _NUMBER.finditer(reply.text):
        digits = _DIGITS.search(found.group())
        if digits is None or digits.group() in known or any(start <= found.start() < end for start, end in free):
            continue
        mend = "Check it and put it among the facts, or leave it out."
        yield reply.finding(
            "Q11", "warn", f"{found.group().strip()} is neither in the post nor in the facts.", mend, found.span()
        )
        return


def _causes(reply: Reply, context: Context) -> Iterator[Finding]:
    found = compiled(_CAUSE).search(reply.text)
    if not found or not _CLAIMS.search(found.group()):
        return
    cause = content(found.group("cause"))
    if cause and not same_issue(cause, content(f"{context.post}\n{context.facts}".lower())):
        mend = "Say only a cause that the facts give; otherwise say that you are finding out."
        yield reply.finding("Q11", "warn", "This names a cause that we have not seen confirmed.", mend, found.span())
