"""How fast an app may go: one message a second and channel, with a small burst."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.emulator.clock import Clock

BURST = 3
PER_SECOND = 1.0
PACED = frozenset({"chat.postMessage"})


class Rates:
    """One bucket per channel: it holds `BURST` messages and fills up by one each second."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._buckets: dict[str, tuple[float, float]] = {}

    def seconds_to_wait(self, method: str, channel: str) -> int:
        """0 and one message counted, or Slack's `Retry-After`."""
        if method not in PACED:
            return 0
        now = self._clock.now()
        level, filled = self._buckets.get(channel, (float(BURST), now))
        level = min(float(BURST), level + (now - filled) * PER_SECOND)
        if level < 1.0:
            self._buckets[channel] = (level, now)
            return max(1, math.ceil((1.0 - level) / PER_SECOND))
        self._buckets[channel] = (level - 1.0, now)
        return 0

    def forget(self) -> None:
        self._buckets.clear()
