"""What it costs to keep a draft: writers that share commits, beside one commit a write."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from statistics import quantiles
from typing import TYPE_CHECKING

import pytest
from sqlalchemy.exc import OperationalError

from bot.store import drafts
from bot.store.engine import open_engine
from bot.store.store import open_store
from tests.store import sample

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sqlalchemy import Engine

    from bot.kept import Kept

WRITES = 1_500


def _measure(name: str, keep: Callable[[Kept], None], threads: int) -> float:
    refused: list[int] = []

    def timed(number: int) -> float:
        began = time.perf_counter()
        try:
            keep(sample.kept(f"d_{threads}_{number}"))
        except OperationalError:
            refused.append(number)
        return (time.perf_counter() - began) * 1_000

    began = time.perf_counter()
    with ThreadPoolExecutor(threads) as pool:
        waits = list(pool.map(timed, range(WRITES)))
    rate = WRITES / (time.perf_counter() - began)
    steps = quantiles(waits, n=100)
    spread = f"p50 {steps[49]:>7.2f} ms   p99 {steps[98]:>7.2f} ms   worst {max(waits):>7.1f} ms"
    print(f"  {name:<20} {rate:>7,.0f}/s   {spread}   lost {len(refused)}")
    return max(waits)


@pytest.mark.benchmark
def test_writers_that_share_commits_do_not_keep_each_other_waiting(tmp_path: Path) -> None:
    print("\nKeeping a draft on the disk (SQLite, WAL, synchronous=FULL)")
    for threads in (1, 4, 16):
        print(f" {threads} threads")
        store = open_store(f"sqlite:///{tmp_path}/shared_{threads}.db")
        shared = _measure("shared commits", store.keep, threads)
        print(f"    {WRITES / store.commits:.1f} writes a commit")
        store.close()
        url = f"sqlite:///{tmp_path}/single_{threads}.db"
        open_store(url).close()
        engine = open_engine(url)

        def alone(kept: Kept, engine: Engine = engine) -> None:
            with engine.begin() as connection:
                drafts.keep(connection, kept)

        single = _measure("one commit a write", alone, threads)
        engine.dispose()
        print(f"    worst wait: {single / shared:.1f} times as long with one commit a write")
        if threads == 16:
            assert shared < single
