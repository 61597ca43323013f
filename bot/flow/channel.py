"""Which channel a person means: its id, its name or one of its other names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.errors import Misuse

if TYPE_CHECKING:
    from bot.library.values import Values


def channel_id(wanted: str, values: Values) -> str:
    """The id of a channel of values.yaml. Raises Misuse, with the channels there are, for any other."""
    name = wanted.strip().lower().replace(" ", "_")
    for known, channel in values.channels.items():
        if name in {known, channel.name.lower().replace(" ", "_"), *channel.aliases}:
            return known
    raise Misuse(f"unknown channel `{wanted[:40]}`; values.yaml has: {', '.join(values.channels)}")
