"""What is due is done once its time has come, late ones are known to be late, and the thread outlives every error."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from threading import Condition, Event

from hypothesis import given
from hypothesis import strategies as st

from bot.watch.clocks import GRACE, due
from bot.watch.ticker import Ticker

NOW = datetime(2026, 3, 1, 14, 5, tzinfo=UTC)
STEPS = st.timedeltas(-timedelta(days=3), timedelta(days=3))


@given(STEPS)
def test_something_is_due_from_its_time_on_and_late_after_the_grace(step: timedelta) -> None:
    found = due("it", NOW - step, NOW)
    assert (found is None) == (step < timedelta())
    if found is not None:
        assert found.late == (step if step > GRACE else None)


def test_what_has_no_time_is_never_due() -> None:
    assert due("it", None, NOW) is None


class Steps:
    """Time that passes at once, so many times, and then stands still until the end."""

    def __init__(self, steps: int) -> None:
        self.left, self.done = steps, Event()

    def wait(self, condition: Condition, seconds: float | None) -> None:
        assert seconds == 15.0
        self.left -= 1
        if self.left < 0:
            self.done.set()
            condition.wait()


def test_it_looks_at_once_and_again_after_every_wait_whatever_goes_wrong() -> None:
    looked: list[int] = []

    def look() -> None:
        looked.append(len(looked))
        if len(looked) == 2:
            raise ValueError("the database is away")

    clock = Steps(3)
    ticker = Ticker(look, clock).start()
    assert clock.done.wait(5)
    ticker.close()
    ticker.close()
    assert looked == [0, 1, 2, 3]
