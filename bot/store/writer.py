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

T = TypeVar("T")

GROUP = 256
"""Writes in one commit at most."""


class Writer:
    """Callers hand in a function of a connection, and get its result once it is on the disk."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._queue: SimpleQueue[tuple[Write, Future[Any]] | None] = SimpleQueue()
        self._lock, self._closed = Lock(), False
        self.commits = 0
        self._thread = Thread(target=self._run, name="writer", daemon=True)
        self._thread.start()

    def write(self, work: Callable[[Connection], T]) -> T:
        """Does `work` in a transaction and returns what it returned, once committed. Raises what it raised, or StoreError."""
        future: Future[T] = Future()
        with self._lock:
            if self._closed:
                raise StoreError("the store is closed")
            self._queue.put((work, future))
        return future.result()

    def close(self) -> None:
        """Finishes what was handed in. May be called twice."""
        with self._lock:
            first, self._closed = not self._closed, True
            if first:
                self._queue.put(None)
        self._thread.join()

    def _run(self) -> None:
        while (first := self._queue.get()) is not None:
            group, last = self._group(first)
            self._commit(group)
            if last:
                return

    def _group(self, first: tuple[Write, Future[Any]]) -> tuple[list[tuple[Write, Future[Any]]], bool]:
        """Everything that waits by now, and whether the end has come."""
        group = [first]
        while len(group) < GROUP:
            try:
                item = self._queue.get_nowait()
            except Empty:
                break
            if item is None:
                return group, True
            group.append(item)
        return group, False

    def _commit(self, group: list[tuple[Write, Future[Any]]]) -> None:
        """Each write in a savepoint, so that one that fails takes no other with it."""
        done: list[tuple[Future[Any], Any]] = []
        try:
            with self._engine.begin() as connection:
                for work, future in group:
                    try:
                        with connection.begin_nested():
                            done.append((future, work(connection)))
                    except Exception as error:  # noqa: BLE001, because whatever it is belongs to who asked for the write
                        future.set_exception(error)
        except Exception as error:  # noqa: BLE001, because the thread must live on when the disk is full
            failed = StoreError(f"nothing could be written: {error}")
            for _, future in group:
                if not future.done():
                    future.set_exception(failed)
            return
        self.commits += 1
        for future, result in done:
            future.set_result(result)
