"""One thread that looks at the clock. What there is to do it asks each time anew, so nothing is lost when it starts again."""

from __future__ import annotations

from threading import Condition, Thread
from typing import TYPE_CHECKING, Protocol

import structlog

if TYPE_CHECKING:
    from collections.abc import Callable

log = structlog.get_logger(__name__)

EVERY_SECONDS = 15.0


class Waiting(Protocol):
    """A clock that can be waited for."""

    def wait(self, condition: Condition, seconds: float | None) -> None:
        """With `condition` held: waits until it is notified or `seconds` have passed."""
        ...


class Ticker:
    """Calls `look` at once and then every `every` seconds, until it is closed. What `look` raises is logged, and tried again."""

    def __init__(self, look: Callable[[], object], clock: Waiting, every: float = EVERY_SECONDS) -> None:
        self._look, self._clock, self._every = look, clock, every
        self._changed, self._closed = Condition(), False
        self._thread = Thread(target=self._run, name="watch", daemon=True)

    def start(self) -> Ticker:
        """Begins. May be called once."""
        self._thread.start()
        return self

    def close(self, timeout: float = 5.0) -> None:
        """Finishes the look that is under way. May be called twice."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()
        self._thread.join(timeout)

    def _run(self) -> None:
        while not self._closed:
            try:
                self._look()
            except Exception:
                log.exception("the watch could not look")
            with self._changed:
                if not self._closed:
                    self._clock.wait(self._changed, self._every)
