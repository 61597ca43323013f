"""Work after the acknowledgement. Slack waits three seconds for "heard you"; drafting never stands in front of that."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor, wait
from threading import Lock
from typing import TYPE_CHECKING

import structlog

from bot.errors import Blocked, Misuse, NotYours
from bot.slack.blocks.errors import broken_message, misuse_message
from bot.slack.log import reference

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future

    from bot.slack.message import Message

log = structlog.get_logger(__name__)

WORKERS = 2
"""Drafting is bound by the processor; more threads than cores only make the acknowledgements wait."""


FOR_THE_PERSON = (Misuse, NotYours, Blocked)
"""Errors whose sentence helps who asked. Any other, also one of our own about the database, is for who runs us."""


class Work:
    """A small pool. What goes wrong in a job is told to the person in a fixed sentence, and whole to the log."""

    def __init__(self, workers: int = WORKERS) -> None:
        self._pool = ThreadPoolExecutor(workers, thread_name_prefix="work")
        self._running: set[Future[None]] = set()
        self._lock = Lock()

    def later(self, job: Callable[[], object], tell: Callable[[Message], object], what: str) -> None:
        """Runs `job` in its turn. `tell` shows a message to the person, should it fail; `what` names the job in the log."""
        future = self._pool.submit(guarded, job, tell, what)
        with self._lock:
            self._running.add(future)
        future.add_done_callback(self._done)

    def close(self, timeout: float) -> int:
        """Takes no more, waits up to `timeout` seconds, and says how many jobs were left undone."""
        self._pool.shutdown(wait=False)
        with self._lock:
            running = set(self._running)
        return len(wait(running, timeout).not_done)

    def _done(self, future: Future[None]) -> None:
        with self._lock:
            self._running.discard(future)


def guarded(job: Callable[[], object], tell: Callable[[Message], object], what: str) -> None:
    """Runs a job; its errors become a message for the person. Never raises."""
    try:
        job()
    except FOR_THE_PERSON as error:
        _tell(tell, misuse_message(str(error)), what)
    except Exception:  # noqa: BLE001, because `failed` logs it
        _tell(tell, broken_message(failed(what)), what)


def failed(what: str) -> str:
    """Logs the error that is being handled; the reference to tell the person."""
    number = reference()
    log.exception("job failed", job=what, reference=number)
    return number


def _tell(tell: Callable[[Message], object], message: Message, what: str) -> None:
    try:
        tell(message)
    except Exception:
        log.exception("the person could not be told", job=what)
