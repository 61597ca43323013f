"""Row 5 of the promises, the deciding part: a socket that no longer hears is replaced in time, and nobody is stampeded."""

from __future__ import annotations

import random
from threading import Event
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from slack_sdk.errors import SlackApiError
from structlog.testing import capture_logs

from bot.errors import StartError
from bot.slack.health import History, Policy, Signs, attempted, next_step, trouble_with, wait
from bot.slack.watchdog import TEMPORARY_FAILURE, Watchdog
from tests.slack.virtual import VirtualClock

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.slack.health import Test

POLICY = Policy()
WELL = Signs(open=True, greeted=True, age=10.0)

DEAF = {
    "closed": Signs(open=False),
    "not_greeted": Signs(open=True, ungreeted=10.1),
    "silent": Signs(open=True, greeted=True, silence=20.1),
    "crowded": Signs(open=True, greeted=True, connections=9),
    "too_many_websockets": Signs(open=True, greeted=True, sent_away="too_many_websockets"),
    "link_disabled": Signs(open=True, greeted=True, sent_away="link_disabled"),
}
HEARING = {
    "well": WELL,
    "not greeted yet": Signs(open=True, ungreeted=9.9),
    "quiet": Signs(open=True, greeted=True, silence=19.9),
    "eight of ten": Signs(open=True, greeted=True, connections=8),
    "the web api is down": Signs(open=True, greeted=True, silence=6.0, test="failed"),
}


@pytest.mark.parametrize("reason", DEAF)
def test_a_socket_that_cannot_hear_is_replaced_whatever_it_says_of_itself(reason: str) -> None:
    assert trouble_with(DEAF[reason], POLICY) == reason
    step, history = next_step(DEAF[reason], History(), POLICY, 100.0, 1.0)
    assert step == "wait"
    assert next_step(DEAF[reason], history, POLICY, 101.0, 1.0)[0] == "replace"


@pytest.mark.parametrize("case", HEARING)
def test_a_socket_that_hears_is_left_alone(case: str) -> None:
    assert next_step(HEARING[case], History(), POLICY, 100.0, 0.5) == ("keep", History())


def test_silence_counts_double_when_the_self_test_failed() -> None:
    assert trouble_with(Signs(open=True, greeted=True, silence=10.1, test="failed"), POLICY) == "silent"


def test_a_token_that_slack_refuses_is_no_matter_for_another_connection() -> None:
    assert next_step(Signs(open=True, greeted=True, test="refused"), History(), POLICY, 0.0, 0.5)[0] == "give up"


def test_only_a_connection_that_was_greeted_and_lived_was_worth_the_attempt() -> None:
    """One that opens and is never greeted, or is cut off at once, counts as a failure, or it would be tried for ever."""
    history = attempted(History(1))
    assert next_step(Signs(open=True, age=9.0), history, POLICY, 0.0, 0.0) == ("keep", History(2))
    assert next_step(Signs(open=True, greeted=True, age=9.0), history, POLICY, 0.0, 0.0) == ("keep", History(2))
    assert next_step(WELL, history, POLICY, 0.0, 0.0) == ("keep", History(0))
    assert next_step(Signs(open=False, greeted=True, age=9.0), attempted(history), POLICY, 0.0, 0.0)[0] == "give up"
    assert next_step(Signs(open=False, greeted=True, age=99.0), attempted(history), POLICY, 0.0, 0.0)[0] == "replace"


@given(st.integers(0, 50), st.floats(0, 1))
def test_waits_grow_are_spread_and_have_an_end(failures: int, luck: float) -> None:
    assert 0.0 <= wait(failures, POLICY, luck) <= POLICY.longest_wait
    assert wait(failures, POLICY, 1.0) - wait(failures, POLICY, 0.0) >= 0.5
    assert wait(failures + 1, POLICY, luck) >= wait(failures, POLICY, luck)


class Line:
    """A connection that hears or does not, as the test says."""

    def __init__(self, connections: int = 1) -> None:
        self.open, self.hears, self.connections, self.away = True, True, connections, ""
        self.pongs, self.closed = 0, False

    def is_open(self) -> bool:
        return self.open

    def heard(self) -> object:
        return self.pongs

    def greeting(self) -> int:
        return self.connections

    def sent_away(self) -> str:
        return self.away

    def ping(self) -> None:
        self.pongs += self.hears

    def close(self) -> None:
        self.closed, self.open = True, False


class Exchange:
    """Gives out lines and writes down when; `troubles` are raised first. What happens at which second is `plan`."""

    def __init__(self, plan: list[tuple[float, Callable[[Exchange], None]]], until: float = 1_000.0) -> None:
        self.plan, self.until = plan, until
        self.lines: list[Line] = []
        self.made: list[float] = []
        self.troubles: list[Exception] = []
        self.tests: list[Test] = []
        self.clock = Stage(self)
        self.watchdog = Watchdog(self.connect, self.test, clock=self.clock, luck=random.Random(1).random)

    @property
    def line(self) -> Line:
        return self.lines[-1]

    def connect(self, on_change: Callable[[], None]) -> Line:
        self.made.append(self.clock.now())
        if self.troubles:
            raise self.troubles.pop(0)
        self.lines.append(Line())
        return self.line

    def test(self) -> Test:
        return self.tests.pop(0) if self.tests else "passed"

    def play(self) -> int:
        """The exit code, or 0 when the plan has come to its end with the watch still on."""
        with capture_logs():
            self.watchdog.start()
            self.clock.over.wait(10)
            self.watchdog.close()
        return self.watchdog.wait()


class Stage(VirtualClock):
    """Virtual time on which the plan is played; it stops at the end of the play."""

    def __init__(self, exchange: Exchange) -> None:
        super().__init__()
        self.exchange, self.over = exchange, Event()

    def wait(self, condition: Any, seconds: float | None) -> None:
        if self.seconds >= self.exchange.until:
            self.over.set()
            condition.wait()
            return
        super().wait(condition, seconds)
        while self.exchange.plan and self.exchange.plan[0][0] <= self.seconds:
            self.exchange.plan.pop(0)[1](self.exchange)


def drop(exchange: Exchange) -> None:
    exchange.line.open = False


def go_silent(exchange: Exchange) -> None:
    exchange.line.hears = False


@pytest.mark.parametrize(("event", "limit"), [(drop, 30.0), (go_silent, 60.0)])
def test_two_hundred_times_the_socket_heals_in_time(event: Callable[[Exchange], None], limit: float) -> None:
    """Within 30 s of a drop and within 60 s of a line that went silent without a word."""
    moments = [100.0 * number for number in range(1, 201)]
    exchange = Exchange([(moment, event) for moment in moments], until=20_200.0)
    assert exchange.play() == 0
    assert len(exchange.made) == 201
    assert all(0 < made - moment <= limit for moment, made in zip(moments, exchange.made[1:], strict=True))
    assert [line.closed for line in exchange.lines] == [True] * 201


def test_after_three_failures_the_process_ends_with_a_code_that_a_supervisor_understands() -> None:
    def cut(exchange: Exchange) -> None:
        exchange.troubles = [OSError("no route")] * 9
        exchange.line.open = False

    exchange = Exchange([(100.0, cut)])
    exchange.watchdog.start()
    with capture_logs():
        assert exchange.watchdog.wait() == TEMPORARY_FAILURE
    assert len(exchange.made) == 1 + 3
    assert exchange.made[-1] - 100.0 <= 30.0
    exchange.watchdog.close()
    assert exchange.watchdog.wait() == TEMPORARY_FAILURE


def test_two_failures_are_survived() -> None:
    def cut(exchange: Exchange) -> None:
        exchange.troubles = [OSError("no route"), SlackApiError("x", {"error": "internal_error"})]  # type: ignore[no-untyped-call]
        exchange.line.open = False

    exchange = Exchange([(100.0, cut), (500.0, cut)])
    assert exchange.play() == 0
    assert len(exchange.made) == 1 + 3 + 3


def test_where_slack_counts_too_many_connections_ours_makes_room_first() -> None:
    """The ninth process closes its connection before it asks for another, and gives up rather than crowd the others out."""

    def crowd(exchange: Exchange) -> None:
        assert all(line.closed for line in exchange.lines[:-1])
        exchange.line.connections = 10

    exchange = Exchange([(100.0 + number, crowd) for number in range(60)])
    with capture_logs():
        exchange.watchdog.start()
        assert exchange.watchdog.wait() == TEMPORARY_FAILURE
    exchange.watchdog.close()
    assert all(line.closed for line in exchange.lines)


@pytest.mark.parametrize("reason", ["warning", "refresh_requested"])
def test_when_slack_asks_us_to_move_the_old_connection_is_read_a_while_longer(reason: str) -> None:
    """What is on its way over it still arrives; then it is closed."""

    def say_goodbye(exchange: Exchange) -> None:
        exchange.line.away = reason

    def look(exchange: Exchange) -> None:
        assert [line.closed for line in exchange.lines] == [False, False]

    def look_again(exchange: Exchange) -> None:
        assert [line.closed for line in exchange.lines] == [True, False]

    exchange = Exchange([(100.0, say_goodbye), (110.0, look), (120.0, look_again)], until=130.0)
    assert exchange.play() == 0
    assert exchange.plan == []
    assert exchange.made[1] - 100.0 <= 2.0


def test_a_refused_token_ends_the_process() -> None:
    exchange = Exchange([])
    exchange.tests = ["passed", "failed", "refused"]
    with capture_logs():
        exchange.watchdog.start()
        assert exchange.watchdog.wait() == TEMPORARY_FAILURE
    assert len(exchange.made) == 1
    exchange.watchdog.close()


def test_the_first_connection_that_fails_is_told_in_one_line() -> None:
    exchange = Exchange([])
    exchange.troubles = [SlackApiError("x", {"error": "invalid_auth"})]  # type: ignore[no-untyped-call]
    with pytest.raises(StartError, match="invalid_auth") as caught:
        exchange.watchdog.start()
    assert "\n" not in str(caught.value)
    exchange.watchdog.close()


def test_an_error_of_our_own_does_not_leave_a_process_that_hears_nothing() -> None:
    def break_it(exchange: Exchange) -> None:
        exchange.line.heard = lambda: 1 / 0  # type: ignore[method-assign]

    exchange = Exchange([(100.0, break_it)])
    with capture_logs() as lines:
        exchange.watchdog.start()
        assert exchange.watchdog.wait() == TEMPORARY_FAILURE
    assert [line["event"] for line in lines] == ["watchdog failed"]
    exchange.watchdog.close()


@st.composite
def lives(draw: st.DrawFn) -> list[Signs]:
    """Any sequence of signs."""
    return draw(
        st.lists(
            st.builds(
                Signs,
                open=st.booleans(),
                greeted=st.booleans(),
                age=st.floats(0, 20),
                ungreeted=st.floats(0, 100),
                silence=st.floats(0, 100),
                connections=st.integers(0, 12),
                sent_away=st.sampled_from(["", "", "too_many_websockets"]),
                test=st.sampled_from(["passed", "passed", "failed"]),
            ),
            max_size=60,
        )
    )


@settings(max_examples=100, deadline=None)
@given(lives(), st.floats(0, 1))
def test_whatever_the_signs_attempts_are_spaced_and_never_more_than_three_in_a_row_fail(signs: list[Signs], luck: float) -> None:
    history, now, attempts = History(), 0.0, 0
    for each in signs:
        now += 1.0
        if each.greeted and each.age >= POLICY.settled_after:
            attempts = 0
        step, history = next_step(each, history, POLICY, now, luck)
        if step == "replace":
            attempts += 1
            assert trouble_with(each, POLICY)
            assert now >= history.not_before
            history = attempted(history)
        if step == "give up":
            assert attempts >= POLICY.failures
            break
        assert attempts <= POLICY.failures
