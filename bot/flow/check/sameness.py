"""Q17: a reply is not a copy of one that we have already posted."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.text.clean import matching_copy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.flow.check.context import Context
    from bot.flow.check.reply import Reply
    from bot.model import Finding

ALIKE = 0.6
"""Share of three-word runs that two replies have in common (Jaccard) from which a reader takes them for a paste."""
_RUN = 3
_COMPARED = 50
_SIGN_OFF = re.compile(r"(?:\^\w+|[-–—] ?[\w ,]{2,40})$")
_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?")


def check(reply: Reply, context: Context) -> Iterator[Finding]:
    """Q17 for a draft: names, times and sign-off apart, it differs from the earlier replies."""
    own = _runs(reply.text)
    for earlier in context.replies[-_COMPARED:]:
        other = _runs(matching_copy(earlier))
        together = len(own | other)
        if together and len(own & other) / together >= ALIKE:
            yield reply.finding(
                "Q17",
                "warn",
                "This is almost word for word a reply that was already posted.",
                "Name what is theirs, and say what is new.",
            )
            return


def _runs(text: str) -> frozenset[tuple[str, ...]]:
    words = _WORD.findall(_SIGN_OFF.sub("", text.strip()))
    return frozenset(tuple(words[at : at + _RUN]) for at in range(max(1, len(words) - _RUN + 1))) if words else frozenset()
