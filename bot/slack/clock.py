"""Time as the Slack side waits for it: injected, so that ten minutes pass in a millisecond where nobody is waiting for real."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from threading import Condition


class Clock(Protocol):
    """A clock that only goes forward, and a way to wait for it."""

    def now(self) -> float:
        """Seconds since some fixed moment."""
        ...

    def wait(self, condition: Condition, seconds: float | None) -> None:
        """With `condition` held: waits until it is notified or `seconds` have passed; `None` waits for the notice alone."""
        ...


class SystemClock:
    """The machine's own time, which no change of the wall clock moves."""

    def now(self) -> float:
        """Seconds since some fixed moment."""
        return time.monotonic()

    def wait(self, condition: Condition, seconds: float | None) -> None:
        """With `condition` held: waits until it is notified or `seconds` have passed; `None` waits for the notice alone."""
        condition.wait(seconds)
