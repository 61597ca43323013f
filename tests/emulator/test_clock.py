"""The workspace's time: still until moved, and timers in their order."""

from __future__ import annotations

import asyncio
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.emulator.clock import Clock
from bot.emulator.ids import Ids


@given(st.lists(st.floats(min_value=0, max_value=100), max_size=20), st.floats(min_value=0, max_value=100))
def test_what_falls_due_happens_in_order_at_its_own_moment(delays: list[float], passed: float) -> None:
    clock = Clock(start=0.0, running=False)
    seen: list[tuple[float, float]] = []

    def note(delay: float) -> None:
        seen.append((delay, clock.now()))

    for delay in delays:
        clock.call_later(delay, partial(note, delay))
    clock.advance(passed)
    assert [delay for delay, _ in seen] == sorted(delay for delay in delays if delay <= passed)
    assert all(moment == pytest.approx(delay) for delay, moment in seen)
    assert clock.now() == pytest.approx(passed)


def test_a_cancelled_timer_does_nothing() -> None:
    clock = Clock(start=0.0, running=False)
    seen: list[str] = []
    clock.call_later(1, lambda: seen.append("kept"))
    clock.call_later(1, lambda: seen.append("cancelled")).cancel()
    clock.advance(2)
    assert seen == ["kept"]
    assert clock.next_due() is None


def test_time_does_not_go_back() -> None:
    with pytest.raises(ValueError, match="forward"):
        Clock(start=0.0, running=False).advance(-1)


def test_a_running_clock_can_be_moved_ahead_too() -> None:
    async def story() -> list[str]:
        clock, seen, done = Clock(), [], asyncio.Event()
        clock.call_later(3600, lambda: seen.append("an hour"))
        clock.call_later(0.001, lambda: seen.append("soon"))
        clock.call_later(0.002, done.set)
        await done.wait()
        clock.advance(3600)
        clock.stop()
        return seen

    assert asyncio.run(story()) == ["soon", "an hour"]


def test_what_a_timer_leads_to_has_happened_when_time_has_passed() -> None:
    async def story() -> list[float]:
        clock = Clock(start=0.0, running=False)
        seen: list[float] = []

        async def step() -> None:
            seen.append(clock.now())
            clock.call_later(60, lambda: tasks.append(asyncio.ensure_future(step())))

        tasks = [asyncio.ensure_future(step())]
        await clock.pass_by(0)
        await clock.pass_by(150)
        return seen

    assert asyncio.run(story()) == [0.0, 60.0, 120.0]


def test_timestamps_rise_even_while_the_clock_stands_still() -> None:
    ids = Ids(Clock(start=1_790_000_000.0, running=False))
    stamps = [ids.ts() for _ in range(1000)]
    assert stamps == sorted(set(stamps))
    assert all(len(stamp.split(".")[1]) == 6 for stamp in stamps)
