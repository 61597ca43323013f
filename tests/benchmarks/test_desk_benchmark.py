"""What a person waits for: one post answered, a fresh process to its first answer, and how much memory it takes."""

from __future__ import annotations

import csv
import os
import statistics
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from bot.model import Ask
from bot.search.encoder import load_encoder
from bot.settings import read_settings
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from bot.desk import Desk

pytestmark = pytest.mark.benchmark
MEDIAN_MS, SLOW_MS = 16.0, 30.0
"""A median of 12 is wanted, and was kept with 24 playbooks; with 48 it is 12 to 14 on two cores."""
FIRST_ANSWER_S, QUICK_S, MEMORY_MIB = 2.0, 0.7, 450
LINT_S = 1.0
"""0.6 s with 24 playbooks; 48, with 8,400 cues and a rota of every hour of a week, take about 0.75 where 0.7 is wanted."""
TWEETS = 400


def test_a_warm_desk_answers_within_its_budget(desk: Desk, shared_data: Callable[[str], Path]) -> None:
    encoder = load_encoder(read_settings({"SAYSO_ROOT": str(ROOT), **os.environ}).cache)
    with (shared_data("airline") / "Tweets.csv").open(encoding="utf-8", newline="") as file:
        posts = [row["text"] for row in csv.DictReader(file)][:TWEETS]
    for post in posts[:20]:
        desk.reply(Ask(post))
    whole = _milliseconds([lambda post=post: desk.reply(Ask(post)) for post in posts[20:]])  # type: ignore[misc]
    bare = _milliseconds([lambda post=post: encoder.encode([post]) for post in posts[20:]])  # type: ignore[misc]
    print(f"\none tweet, encoding alone  p50 {bare[0]:6.2f} ms  p95 {bare[1]:6.2f} ms")
    print(f"one tweet, whole advice    p50 {whole[0]:6.2f} ms  p95 {whole[1]:6.2f} ms  ratio of medians {whole[0] / bare[0]:.1f}")
    assert whole[0] <= MEDIAN_MS
    assert whole[1] <= SLOW_MS


def test_a_fresh_process_is_quick_to_its_first_answer_and_small(desk: Desk) -> None:
    del desk  # its fixture has filled the cache
    first, peak = _seconds("reply", "you lost my bag", "--json")
    (helped, _), (linted, _) = _seconds("--help"), _seconds("lint")
    print(f"\nfirst answer {first:.2f} s, --help {helped:.2f} s, lint {linted:.2f} s, peak memory of a process {peak:.0f} MiB")
    assert first <= FIRST_ANSWER_S
    assert helped <= QUICK_S
    assert linted <= LINT_S
    assert peak <= MEMORY_MIB


def _milliseconds(calls: Sequence[Callable[[], object]]) -> tuple[float, float]:
    """Median and 95th percentile."""
    taken = []
    for call in calls:
        start = time.perf_counter()
        call()
        taken.append((time.perf_counter() - start) * 1000)
    return statistics.median(taken), statistics.quantiles(taken, n=20)[-1]


def _seconds(*arguments: str) -> tuple[float, float]:
    """Seconds (the median of five runs) and peak memory in MiB of a command as a process of its own."""
    command = [sys.executable, "-c", "from bot.cli import main; main()", *arguments]
    taken, peak = [], 0.0
    for _ in range(5):
        start = time.perf_counter()
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=ROOT) as child:
            _, status, used = os.wait4(child.pid, 0)
            child.returncode = os.waitstatus_to_exitcode(status)
        taken.append(time.perf_counter() - start)
        assert child.returncode == 0
        peak = max(peak, used.ru_maxrss / 1024)
    return statistics.median(taken), peak
