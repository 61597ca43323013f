"""The second net for red flags: posts that read like flagged ones, whatever their words. It adds flags, it never lifts one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.model import Flag

if TYPE_CHECKING:
    from bot.flow.retrieve import Finder
    from bot.library.values import Values
    from bot.model import Reading

NO_FLAG = "none"
"""The owner of posts that raise no flag."""
LIKENESS = "likeness"
"""Source of a flag that this net raised; its cue is the post that it is like."""


def with_likely_flags(reading: Reading, text: str, net: Finder, values: Values) -> Reading:
    """`reading` with the flags whose chance reaches `retrieval.flag_likeness`, and the severity that they bring."""
    known = {flag.id for flag in reading.flags}
    added = tuple(
        Flag(scored.owner, values.flag(scored.owner).severity, scored.nearest, LIKENESS)
        for scored in net.search(text, 3).ranked
        if scored.owner not in known | {NO_FLAG} and scored.score >= values.retrieval.flag_likeness
    )
    if not added:
        return reading
    flags = tuple(sorted((*reading.flags, *added), key=lambda flag: flag.severity))
    reasons = [(flag.severity, f"Reads like a red flag: {flag.id.replace('_', ' ')}") for flag in added]
    severity = min(severity for severity, _ in reasons)
    why = tuple(reason for _, reason in sorted(reasons))
    first = severity < reading.severity or not reading.why
    return replace(
        reading,
        severity=min(severity, reading.severity) if reading.why else severity,
        flags=flags,
        why=(*why, *reading.why) if first else (*reading.why, *why),
    )
