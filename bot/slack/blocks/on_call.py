"""Who is on call: for each contact who answers now, until when, and who stands behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.slack import rich
from bot.slack.blocks.elements import header, small_words
from bot.slack.blocks.say import clock, joined
from bot.slack.message import Message
from bot.slack.text import line, spoken

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

    from bot.library.rota import Watch
    from bot.library.values import Contact
    from bot.slack.message import Json

_LISTED = 40


def on_call_message(watches: Sequence[Watch], contacts: Mapping[str, Contact], now: datetime) -> Message:
    """Everybody of values.yaml, in its order; times in the zone of `now`."""
    watches = watches[:_LISTED]
    items = [_item(watch, contacts, now) for watch in watches]
    said = "; ".join(f"{contacts[watch.asked].name}: {on_now(watch, contacts, now)}" for watch in watches)
    note = small_words("note", "A hand-over goes to whoever is on, and to the backup when Slack cannot reach them.")
    return Message(
        spoken(f"On call now. {said}."),
        (header("On call now", "on_call"), rich.rich(rich.bullets(items), block_id="watches"), note),
    )


def on_now(watch: Watch, contacts: Mapping[str, Contact], now: datetime) -> str:
    """One contact's watch in words: "on until 18:00; behind them Duty manager"."""
    until = f"until {clock(watch.until, now)}" if watch.until else "day and night"
    behind = f"behind them {joined([contacts[watch.backup].name])}" if watch.backup else "nobody behind them"
    if watch.nobody:
        return f"nobody is on duty {until}; call {joined([contacts[watch.first].name])} all the same"
    if watch.first == watch.asked:
        return f"on {until}; {behind}"
    return f"off duty; {joined([contacts[watch.first].name])} has it {until}; {behind}"


def _item(watch: Watch, contacts: Mapping[str, Contact], now: datetime) -> Iterable[Json]:
    contact = contacts[watch.asked]
    yield rich.words(line(contact.name, 60), "bold")
    yield rich.words(f": {on_now(watch, contacts, now)}", most=200)
    if contact.scope:
        yield rich.words(f" ({line(contact.scope, 100)})", "italic")
