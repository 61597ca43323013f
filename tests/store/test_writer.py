"""Whoever waits together is committed together, and nobody suffers for another's mistake."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Event
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import event, text

from bot.errors import StoreError
from bot.store.engine import open_engine
from bot.store.writer import Writer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sqlalchemy import Connection, Engine

THREADS = 16


@pytest.fixture
def engine(url: str) -> Iterator[Engine]:
    opened = open_engine(url)
    with opened.begin() as connection:
        connection.execute(text("CREATE TABLE numbers (number INTEGER PRIMARY KEY)"))
    yield opened
    opened.dispose()


@pytest.fixture
def writer(engine: Engine) -> Iterator[Writer]:
    started = Writer(engine)
    yield started
    started.close()


def add(number: int) -> Callable[[Connection], int]:
    def work(connection: Connection) -> int:
        connection.execute(text("INSERT INTO numbers VALUES (:number)"), {"number": number})
        return number

    return work


def numbers(engine: Engine) -> list[int]:
    with engine.connect() as connection:
        return list(connection.execute(text("SELECT number FROM numbers ORDER BY number")).scalars())


def held_up(writer: Writer, pool: ThreadPoolExecutor, works: list[Callable[[Connection], Any]]) -> list[Any]:
    """Hands all works in while the writer is busy with another, and gives what each got: its result or its error."""
    busy, go_on = Event(), Event()

    def hold(_: Connection) -> None:
        busy.set()
        go_on.wait()

    first = pool.submit(writer.write, hold)
    busy.wait()
    handed_in = [pool.submit(writer.write, work) for work in works]
    while writer._queue.qsize() < len(works):
        pass
    go_on.set()
    first.result()
    return [future.exception() or future.result() for future in handed_in]


def test_sixteen_threads_lose_nothing_and_share_commits(writer: Writer, engine: Engine) -> None:
    commits: list[Connection] = []
    event.listen(engine, "commit", commits.append)
    with ThreadPoolExecutor(THREADS + 1) as pool:
        assert held_up(writer, pool, [add(number) for number in range(THREADS)]) == list(range(THREADS))
        assert len(commits) == writer.commits == 2
        assert list(pool.map(lambda number: writer.write(add(number)), range(THREADS, 400))) == list(range(THREADS, 400))
    assert numbers(engine) == list(range(400))


def test_a_write_that_fails_takes_no_other_with_it(writer: Writer, engine: Engine) -> None:
    def wrong(connection: Connection) -> None:
        add(100)(connection)
        raise ValueError("wrong")

    with ThreadPoolExecutor(9) as pool:
        got = held_up(writer, pool, [add(0), add(0), wrong, add(1), add(2), lambda _: 1 // 0, add(3)])
    assert numbers(engine) == [0, 1, 2, 3]
    assert [one if isinstance(one, int) else type(one).__name__ for one in got] == [
        0,
        "IntegrityError",
        "ValueError",
        1,
        2,
        "ZeroDivisionError",
        3,
    ]


def test_nobody_is_told_yes_when_the_database_drops_the_transaction(writer: Writer, engine: Engine) -> None:
    def drop(connection: Connection) -> None:
        connection.exec_driver_sql("ROLLBACK")
        raise OSError("disk full")

    with ThreadPoolExecutor(4) as pool:
        got = held_up(writer, pool, [add(0), drop, add(1)])
    assert all(isinstance(one, Exception) for one in got)
    assert numbers(engine) == []
    assert writer.write(add(2)) == 2


def test_nobody_is_told_yes_when_the_commit_fails(writer: Writer, engine: Engine) -> None:
    def refuse(_: Connection) -> None:
        raise OSError("no disk")

    event.listen(engine, "commit", refuse)
    with ThreadPoolExecutor(4) as pool:
        first = pool.submit(writer.write, add(0))
        assert isinstance(first.exception(), OSError)
    event.remove(engine, "commit", refuse)
    assert writer.write(add(1)) == 1
    assert numbers(engine) == [1]


def test_closing_finishes_what_was_handed_in(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.store.writer.GROUP", 4)
    writer, busy, go_on = Writer(engine), Event(), Event()

    def hold(_: Connection) -> None:
        busy.set()
        go_on.wait()

    count = 10
    with ThreadPoolExecutor(count + 2) as pool:
        pool.submit(writer.write, hold)
        busy.wait()
        handed_in = [pool.submit(writer.write, add(number)) for number in range(count)]
        while writer._queue.qsize() < count:
            pass
        closed = pool.submit(writer.close)
        go_on.set()
        closed.result()
        assert [future.result() for future in handed_in] == list(range(count))
    assert numbers(engine) == list(range(count))
    with pytest.raises(StoreError, match="closed"):
        writer.write(add(0))
