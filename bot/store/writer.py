"""One thread that writes. Whoever waits together is committed together: many writes, one wait for the disk."""

from __future__ import annotations

from concurrent.futures import Future
from queue import Empty, SimpleQueue
from threading import Lock, Thread
from typing import TYPE_CHECKING, Any, TypeVar

from bot.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Connection, Engine

    Write = Callable[[Connection], Any]
    Waiting = tuple[Write, Future[Any]]
    Outcome = tuple[Any, Exception | None]

T = TypeVar("T")

GROUP = 256
"""Writes in one commit at most."""


class Writer:
    """Callers hand in a function of a connection, and get its result once it is on the disk. `commits` counts the groups."""

    def __init__(self, engine: Engine) -> None:
        self.commits = 0
        self._engine = engine
        self._queue: SimpleQueue[Waiting | None] = SimpleQueue()
        self._door, self._closed = Lock(), False
        self._thread = Thread(target=self._run, name="store-writer", daemon=True)
        self._thread.start()

    def write(self, work: Callable[[Connection], T]) -> T:
        """What `work` returned, once it is committed. Raises what it raised, or what the commit raised: nothing is kept then.

        `work` shares its transaction with others': it must not commit, and must not call `write`.
        """
        future: Future[T] = Future()
        with self._door:
            if self._closed:
                raise StoreError("the store is closed; nothing more can be kept")
            self._queue.put((work, future))
        return future.result()

    def close(self) -> None:
        """Finishes what was handed in. May be called twice."""
        with self._door:
            if not self._closed:
                self._closed = True
                self._queue.put(None)
        self._thread.join()

    def _run(self) -> None:
        while group := self._next_group():
            self._commit(group)

    def _next_group(self) -> list[Waiting]:
        """Everything that waits by now, at least one; empty at the end."""
        group: list[Waiting] = []
        waiting = self._queue.get()
        while waiting is not None:
            group.append(waiting)
            if len(group) == GROUP:
                return group
            try:
                waiting = self._queue.get_nowait()
            except Empty:
                return group
        if group:
            self._queue.put(None)  # the end comes in the next round; nobody can have come behind it
        return group

    def _commit(self, group: list[Waiting]) -> None:
        try:
            with self._engine.begin() as connection:
                outcomes = [_outcome(connection, work) for work, _ in group]
        except BaseException as error:  # noqa: BLE001, because a thread that ends here would leave everybody waiting for ever
            for _, future in group:
                future.set_exception(error)
            return
        self.commits += 1
        for (_, future), (result, failure) in zip(group, outcomes, strict=True):
            if failure is not None:
                future.set_exception(failure)
            else:
                future.set_result(result)


def _outcome(connection: Connection, work: Write) -> Outcome:
    """Result or error of one write, in a savepoint so that one that fails takes no other with it.

    Taking the savepoint back stands outside the `try`: it fails when the database has dropped the whole transaction
    (a full disk does that), and then the writes before this one are gone too, and their callers must hear of it.
    """
    savepoint = connection.begin_nested()
    try:
        result = work(connection)
    except Exception as error:  # noqa: BLE001, because whatever it is belongs to who asked for the write
        savepoint.rollback()
        return None, error
    savepoint.commit()
    return result, None
