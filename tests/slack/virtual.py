"""A clock that jumps: whoever waits for a time has it at once."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from threading import Condition


class VirtualClock:
    """For one waiting thread: its waits for a moment take no time, its waits for a notice are real."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def now(self) -> float:
        """Seconds since the start."""
        return self.seconds

    def wait(self, condition: Condition, seconds: float | None) -> None:
        """Moves on by `seconds`."""
        if seconds is None:
            condition.wait()
        else:
            self.seconds += seconds


class QuickClock:
    """The machine's time, fifty times faster: a pause of a second is over in 20 ms."""

    def now(self) -> float:
        """Quick seconds since some fixed moment."""
        return time.monotonic() * 50.0

    def wait(self, condition: Condition, seconds: float | None) -> None:
        """Waits for a notice, or so many quick seconds."""
        condition.wait(None if seconds is None else seconds / 50.0)
