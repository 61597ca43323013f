"""Row 5 of the promises over a long time: two hundred broken connections."""

from __future__ import annotations

import gc
import random

import pytest

from tests.slack.healing import KINDS, WITHIN, cycle, resident, running, settled


@pytest.mark.benchmark
def test_two_hundred_cycles_leave_no_thread_and_no_memory_behind() -> None:
    """Threads within 2 of the start and memory within 5 %, after a first twenty cycles that warm things up."""
    dice = random.Random(5)
    with running() as (slack, _):
        cycle(slack, KINDS * 3)
        gc.collect()
        threads, memory = settled(), resident()
        longest = cycle(slack, [dice.choice(KINDS) for _ in range(200)])
        gc.collect()
        after, grown = settled(), resident() / memory
    shown = ", ".join(f"{how} {took:.1f} s" for how, took in sorted(longest.items()))
    print(f"\n200 cycles: threads {threads} -> {after}, memory x {grown:.3f}; longest: {shown}")
    assert all(took <= WITHIN.get(how, 30.0) for how, took in longest.items()), longest
    assert abs(after - threads) <= 2
    assert grown <= 1.05
