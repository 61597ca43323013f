"""Small words that several screens need: spans of time, lists of names."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def span(minutes: int) -> str:
    """Minutes as people say them: "30 minutes", "1 hour", "4 hours", "1 day"."""
    if minutes < 60:
        return f"{minutes} minutes"
    if minutes < 24 * 60:
        hours = minutes / 60
        return "1 hour" if hours == 1 else f"{hours:g} hours"
    days = minutes / (24 * 60)
    return "1 day" if days == 1 else f"{days:g} days"


def joined(names: Sequence[str]) -> str:
    """Names as a sentence has them: "Safety lead", "Safety lead and Legal"."""
    if len(names) < 2:
        return "".join(names) or "the duty manager"
    return f"{', '.join(names[:-1])} and {names[-1]}"
