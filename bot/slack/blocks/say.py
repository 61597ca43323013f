"""Small words that several screens need: times of day, lists of names, channels, amounts."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

from bot.slack.text import line

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from bot.model import Draft, Remedy

NAME_MOST = 60
NAMES_MOST = 5
_OPEN = re.compile(r"\[add: ([^\]\n]{1,80})\]")
_SHORT_UNITS = ((timedelta(days=2), timedelta(days=1), "day"), (timedelta(hours=2), timedelta(hours=1), "hour"))


def clock(when: datetime, now: datetime) -> str:
    """A time as a person says it, in the zone of `now`: "14:32", "02:10 tomorrow", "Friday 14:32", "3 May 14:32"."""
    when = when.astimezone(now.tzinfo)
    days = (when.date() - now.date()).days
    if days == 0:
        return f"{when:%H:%M}"
    if abs(days) == 1:
        return f"{when:%H:%M} {'tomorrow' if days > 0 else 'yesterday'}"
    return f"{when:%A %H:%M}" if 0 < days < 7 else f"{when.day} {when:%B %H:%M}"


def lasting(time: timedelta) -> str:
    """A stretch of time in its largest fitting unit: "12 minutes", "3 hours", "2 days"."""
    for least, unit, name in _SHORT_UNITS:
        if time >= least:
            return counted(time // unit, name)
    return counted(max(1, time // timedelta(minutes=1)), "minute")


def ago(when: datetime, now: datetime) -> str:
    """How long ago something was: "just now", "12 minutes ago"."""
    passed = now - when
    return "just now" if passed < timedelta(minutes=1) else f"{lasting(passed)} ago"


def counted(number: int, what: str) -> str:
    """A number and its word: "1 minute", "3 minutes"."""
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def joined(names: Sequence[str]) -> str:
    """Names as a sentence has them: "Safety lead", "Safety lead and Legal"; somebody is named even where nobody is."""
    shown = [line(name, NAME_MOST) for name in names[:NAMES_MOST]]
    if len(shown) < 2:
        return "".join(shown) or "the duty manager"
    return f"{', '.join(shown[:-1])} and {shown[-1]}"


def as_words(identifier: str) -> str:
    """An identifier as words: "food_health" is "food health"."""
    return identifier.replace("_", " ")


def inside(sentence: str) -> str:
    """A sentence as it stands inside another: "Refund it" is "refund it", "ID is asked once" stays."""
    stays = (sentence[:2].isupper() and sentence[:2].isalpha()) or sentence[:2] in ("I ", "I'")
    return sentence if stays else sentence[:1].lower() + sentence[1:]


def clause(sentence: str) -> str:
    """What a sentence says before it goes on: "You are covered: decide, post, log." is "You are covered."."""
    first = re.split(r"[:.;]\s", sentence, maxsplit=1)[0].rstrip(".")
    return f"{first}." if first else ""


def words_of(text: str, most: int) -> str:
    """As many whole words of `text` as fit into `most` characters, with an ellipsis where there are more."""
    text = line(text, 4 * most)
    if len(text) <= most:
        return text
    whole = text[:most].rpartition(" ")[0] or text[: most - 1]
    return f"{whole.rstrip(' ,;:.')}…"


def channel_name(channel: str) -> str:
    """A channel's id as a name: "google_review" is "Google review"."""
    name = as_words(channel)
    return name[:1].upper() + name[1:]


def up_to(remedy: Remedy) -> str:
    """How much of a remedy may be given: "up to 50 USD", empty where it costs nothing."""
    return f"up to {money(remedy.limit, remedy.currency)}" if remedy.limit is not None else ""


def money(amount: float, currency: str) -> str:
    """An amount as a person writes it: "100 USD", "12.50 USD"."""
    return (f"{amount:,.0f}" if amount == int(amount) else f"{amount:,.2f}") + f" {currency}"


def size(draft: Draft) -> str:
    """The count beside the limit that counts: the channel's own, or ours where the channel takes thousands."""
    limit = draft.limit if draft.limit and draft.limit <= 2 * draft.house else draft.house
    return f"{draft.count} / {limit}"


def open_slots(text: str) -> tuple[str, ...]:
    """What a person must still fill in, each once: "time" for `[add: time]`."""
    return tuple(dict.fromkeys(_OPEN.findall(text)))
