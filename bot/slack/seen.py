"""Which signed requests have been served: the same one a second time is somebody's copy."""

from __future__ import annotations

import time
from threading import Lock
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable

LONG_ENOUGH = 900.0
"""Seconds to remember: a timestamp may be five minutes ahead of us and is good for five minutes after; the rest is spare."""


class Seen(Protocol):
    """The memory of what has been served. Several processes behind one address must share one."""

    def first_time(self, key: str) -> bool:
        """Whether `key` is new; it is remembered from here on. Of two askers at the same time one hears True."""
        ...

    def forget(self, key: str) -> None:
        """The work was not done after all: the next one with this key is the first."""
        ...


class RecentlySeen:
    """A memory for one process. Safe to share between threads."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now, self._until, self._lock = now, dict[str, float](), Lock()

    def first_time(self, key: str) -> bool:
        """Whether `key` is new in the last quarter of an hour."""
        with self._lock:
            now = self._now()
            self._drop(now)
            if key in self._until:
                return False
            self._until[key] = now + LONG_ENOUGH
            return True

    def forget(self, key: str) -> None:
        """The next one with this key is the first."""
        with self._lock:
            self._until.pop(key, None)

    def _drop(self, now: float) -> None:
        """Keys stand in the order of their ends, so the old ones are in front."""
        while self._until and self._until[oldest := next(iter(self._until))] <= now:
            del self._until[oldest]
