"""Erases what is too old to be kept, at the start and every hour after, while the app runs."""

from __future__ import annotations

from threading import Event, Thread
from typing import TYPE_CHECKING

import structlog

from bot.reach import erase_old

if TYPE_CHECKING:
    from bot.office import Office

log = structlog.get_logger(__name__)

EVERY_SECONDS = 3600.0


class Sweep:
    """A thread of its own, so that nobody's answer waits. What fails is tried again an hour later."""

    def __init__(self, office: Office, every: float = EVERY_SECONDS) -> None:
        self._office, self._every, self._ended = office, every, Event()
        self._thread = Thread(target=self._run, name="sweep", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Ends it; a sweep that runs is finished first."""
        self._ended.set()
        self._thread.join(5.0)

    def _run(self) -> None:
        while True:
            try:
                if erased := erase_old(self._office):
                    log.info("numbers of followers erased", number=erased)
            except Exception:
                log.exception("sweep failed")
            if self._ended.wait(self._every):
                return
