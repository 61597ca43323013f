"""A number of followers and a day as a source writes them. Whatever else stands there is refused, in a sentence."""

from __future__ import annotations

from datetime import date

from bot.errors import LookUpFailed
from bot.flow.audience import EVERYBODY


def audience(value: object, where: str) -> int:
    """A whole number of people. Raises LookUpFailed, naming `where`, for anything else."""
    if isinstance(value, str) and value.strip().replace(",", "").isascii() and value.strip().replace(",", "").isdigit():
        value = int(value.strip().replace(",", "")[:20])
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= EVERYBODY:
        raise LookUpFailed(f"{where}: `{'' if value is None else str(value)[:40]}` is no number of followers")
    return value


def day(value: object, where: str) -> date | None:
    """The day when it was seen, written 2026-11-02; None where it is not said."""
    if value in (None, ""):
        return None
    try:
        return date.fromisoformat(str(value).strip()[:10])
    except ValueError:
        raise LookUpFailed(f"{where}: `{str(value)[:40]}` is no day, write it as 2026-11-02") from None
