"""The severity once a playbook is known: a match can raise it, never lower what the rules found."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.flow.playbook_cues import raised
from bot.model import UNKNOWN, Flag

if TYPE_CHECKING:
    from bot.library.playbooks import Playbook
    from bot.library.values import Values
    from bot.model import Reading


def raise_by(playbook: Playbook, post: str, reading: Reading, values: Values) -> Reading:
    """`reading` with the severity, reasons and red flags that this playbook adds.

    Where the rules found no criterion of their own (`reading.why` is empty) the playbook alone sets the level.
    """
    if playbook.id == UNKNOWN:
        return reading
    known = {flag.id for flag in reading.flags}
    added = tuple(
        Flag(flag, values.flag(flag).severity, playbook.title, playbook.id) for flag in playbook.flags if flag not in known
    )
    reasons = [(playbook.severity, playbook.title)]
    reasons += [(rule.to, rule.condition) for rule in raised(playbook, post, values.cue_words)]
    reasons.sort(key=lambda reason: reason[0])
    level = reasons[0][0]
    severity = min(level, reading.severity) if reading.why else level
    why = [text for at, text in reasons if at <= severity]
    ordered = (*why, *reading.why) if level < reading.severity else (*reading.why, *why)
    return replace(
        reading,
        severity=severity,
        why=tuple(dict.fromkeys(ordered)) or (playbook.title,),
        flags=tuple(sorted((*reading.flags, *added), key=lambda flag: flag.severity)),
    )
