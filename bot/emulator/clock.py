"""The workspace's time. It runs like the wall's, or stands still until somebody moves it; timers go by it either way."""

from __future__ import annotations

import asyncio
import heapq
import time
from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


TURNS = 10
"""Turns of the loop in which what a timer set off has run to its next wait."""


@dataclass(order=True, slots=True)
class Timer:
    """One thing to be done at `when` (seconds since 1970); `cancel()` forgets it."""

    when: float
    number: int
    callback: Callable[[], None] | None = field(compare=False)

    def cancel(self) -> None:
        self.callback = None


class Clock:
    """Seconds since 1970, with timers. A running clock needs an asyncio loop for its timers; a still one needs nothing."""

    def __init__(self, start: float | None = None, *, running: bool = True) -> None:
        self.running = running
        self._base = time.time() if start is None else start
        self._started = time.monotonic()
        self._timers: list[Timer] = []
        self._numbers = count()
        self._wake: asyncio.TimerHandle | None = None

    def now(self) -> float:
        return self._base + (time.monotonic() - self._started if self.running else 0.0)

    def call_later(self, seconds: float, callback: Callable[[], None]) -> Timer:
        """`callback()` once, `seconds` from now by this clock; on the loop's thread."""
        timer = Timer(self.now() + seconds, next(self._numbers), callback)
        heapq.heappush(self._timers, timer)
        self._arm()
        return timer

    def advance(self, seconds: float) -> None:
        """Moves time forward; what falls due on the way happens in order, each at its own moment."""
        if seconds < 0:
            raise ValueError(f"time goes forward only: {seconds}")
        target = self.now() + seconds
        while self._timers and self._timers[0].when <= target:
            timer = heapq.heappop(self._timers)
            self._move_to(timer.when)
            _fire(timer)
        self._move_to(target)
        self._arm()

    def next_due(self) -> float | None:
        """Seconds until the next timer; None when there is none."""
        waiting = [timer.when for timer in self._timers if timer.callback is not None]
        return max(0.0, min(waiting) - self.now()) if waiting else None

    async def pass_by(self, seconds: float) -> None:
        """`advance`, with turns for the loop after each moment at which something fell due: what follows from it happens then."""
        left = seconds
        while (due := self.next_due()) is not None and due <= left:
            self.advance(due)
            left -= due
            await _settle()
        self.advance(left)
        await _settle()

    def stop(self) -> None:
        """Forgets every timer."""
        self._timers.clear()
        if self._wake is not None:
            self._wake.cancel()
            self._wake = None

    def _move_to(self, moment: float) -> None:
        self._base += max(0.0, moment - self.now())

    def _arm(self) -> None:
        if self._wake is not None:
            self._wake.cancel()
            self._wake = None
        while self._timers and self._timers[0].callback is None:
            heapq.heappop(self._timers)
        if self.running and self._timers:
            self._wake = asyncio.get_running_loop().call_later(max(0.0, self._timers[0].when - self.now()), self._due)

    def _due(self) -> None:
        self._wake = None
        self.advance(0.0)


async def _settle() -> None:
    for _ in range(TURNS):
        await asyncio.sleep(0)


def _fire(timer: Timer) -> None:
    if timer.callback is not None:
        callback, timer.callback = timer.callback, None
        callback()
