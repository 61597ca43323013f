"""Check a draft before a person posts it: everything in domain 4.1 that a machine can see."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from bot.flow.check import commitments, forbidden, length, ownership, private, provenance, sameness, substance, voice
from bot.flow.check.reply import Reply

if TYPE_CHECKING:
    from bot.flow.check.context import Context
    from bot.model import Finding

GROUPS = (
    substance.check,
    ownership.check,
    commitments.check,
    private.check,
    provenance.check,
    length.check,
    voice.check,
    forbidden.check,
    sameness.check,
)


def check(text: str, context: Context) -> tuple[Finding, ...]:
    """All findings on `text`, blocks first, then by check and place; empty when it may be posted as it is.

    Never raises for any text. Its first `READ_CHARS` characters are read; what is longer is blocked by Q12.
    """
    reply = Reply.of(text)
    found = set(chain.from_iterable(group(reply, context) for group in GROUPS))
    return tuple(sorted(found, key=lambda finding: (finding.level, finding.check, finding.start, finding.end, finding.message)))
