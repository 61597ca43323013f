"""Identifiers in Slack's own formats. They look like Slack's; nobody may read meaning into them."""

from __future__ import annotations

import secrets
import uuid
from itertools import count
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.emulator.clock import Clock

ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"


class Ids:
    """Makes identifiers that are unique within one workspace."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._last_micros = 0
        self._numbers = count(1)

    def ts(self) -> str:
        """A message's timestamp: "seconds.micros", greater than every one before it even when the clock stands still."""
        micros = max(int(self._clock.now() * 1_000_000), self._last_micros + 1)
        self._last_micros = micros
        return f"{micros // 1_000_000}.{micros % 1_000_000:06d}"

    def event(self) -> str:
        return self._letters("Ev")

    def view(self) -> str:
        return self._letters("V")

    def file(self) -> str:
        return self._letters("F")

    def scheduled(self) -> str:
        return self._letters("Q")

    def action_ts(self) -> str:
        """When a person pressed something; of the form of a ts, never that of a message."""
        return self.ts()

    def trigger(self) -> str:
        return f"{next(self._numbers)}.{secrets.randbelow(10**12)}.{secrets.token_hex(16)}"

    def view_hash(self) -> str:
        return f"{int(self._clock.now())}.{secrets.token_hex(4)}"

    def _letters(self, prefix: str) -> str:
        return prefix + "".join(secrets.choice(ALPHABET) for _ in range(10))


def envelope() -> str:
    return str(uuid.uuid4())


def client_message() -> str:
    return str(uuid.uuid4())


def secret(length: int = 24) -> str:
    """The last part of a response_url, or a socket's ticket."""
    return secrets.token_hex(length // 2)
