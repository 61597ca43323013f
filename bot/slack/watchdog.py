"""Keeps one hearing connection to Slack: looks at it, pings it, replaces it when it is deaf, and gives up aloud."""

from __future__ import annotations

import random
from queue import SimpleQueue
from threading import Condition, Thread
from typing import TYPE_CHECKING

import structlog
from slack_sdk.errors import SlackApiError

from bot.errors import StartError
from bot.slack.bare import bare_copy
from bot.slack.clock import SystemClock
from bot.slack.health import MOVE_ON, History, Policy, Signs, attempted, next_step
from bot.slack.link import to_slack
from bot.slack.tracebacks import brief
from bot.slack.trouble import error_name

if TYPE_CHECKING:
    from collections.abc import Callable

    from slack_bolt import App
    from slack_sdk import WebClient

    from bot.slack.clock import Clock
    from bot.slack.health import Test
    from bot.slack.link import Link

log = structlog.get_logger(__name__)

TEMPORARY_FAILURE = 75
"""EX_TEMPFAIL of sysexits.h: a supervisor should start us again."""
CLOSING = 5.0
TEST_TIMEOUT = 5
TOKEN_IS_BAD = frozenset({"account_inactive", "invalid_auth", "not_authed", "token_expired", "token_revoked"})


class Watchdog:
    """Watches the connection that `connect` makes. `connect(on_change)` returns an open one or raises.

    `test` asks the Web API whether we are still welcome, and must end within seconds; the call also wakes connections that
    came back deaf. A connection calls `on_change` from any thread to be looked at at once.
    """

    def __init__(
        self,
        connect: Callable[[Callable[[], None]], Link],
        test: Callable[[], Test],
        *,
        policy: Policy | None = None,
        clock: Clock | None = None,
        luck: Callable[[], float] | None = None,
    ) -> None:
        self._connect, self._test = connect, test
        self._luck = luck or random.Random().random  # noqa: S311, because it only spreads waits
        self._policy, self._clock = policy or Policy(), clock or SystemClock()
        self._changed, self._codes = Condition(), SimpleQueue[int]()
        self._look_now = self._closing = False
        self._history = History()
        self._eye = _Eye(self._clock.now())
        self._link: Link | None = None
        self._leaving: list[tuple[float, Link]] = []
        self._thread: Thread | None = None

    def start(self) -> None:
        """Connects, and watches from here on. Raises StartError when the first connection fails."""
        try:
            self._open()
        except (SlackApiError, OSError) as error:
            raise StartError(
                f"Slack's socket cannot be opened: {brief(error)}; check SLACK_APP_TOKEN (it needs connections:write), "
                "that Socket Mode is switched on, and the network"
            ) from error
        self._thread = Thread(target=self._watch, name="watchdog", daemon=True)
        self._thread.start()

    def wait(self) -> int:
        """Waits for the end and returns the exit code: 0 after `close`, 75 when the connection could not be healed."""
        code = self._codes.get()
        self._codes.put(code)
        return code

    def close(self) -> None:
        """Ends the watch and the connection. May be called twice, and from a signal handler that interrupted `wait`."""
        with self._changed:
            self._closing = True
            self._changed.notify_all()
        if self._thread is not None:
            self._thread.join(CLOSING)
        self._end(0)

    def _watch(self) -> None:
        try:
            while self._pause():
                self._look()
        except Exception:
            log.exception("watchdog failed")
            self._end(TEMPORARY_FAILURE)

    def _pause(self) -> bool:
        """Waits until it is time to look again, and says whether there is still something to look at."""
        with self._changed:
            if not (self._look_now or self._closing):
                left = self._history.not_before - self._clock.now() if self._history.reason else self._policy.look_every
                self._clock.wait(self._changed, min(self._policy.look_every, max(0.0, left)))
            self._look_now = False
            return not self._closing

    def _look(self) -> None:
        now = self._clock.now()
        self._part(now)
        signs = self._eye.signs(self._link, now)
        step, self._history = next_step(signs, self._history, self._policy, now, self._luck())
        if step == "give up":
            log.error("connection given up", reason=self._history.reason, failures=self._history.failures)
            self._end(TEMPORARY_FAILURE)
        elif step == "replace":
            log.warning("connection replaced", reason=self._history.reason, failures=self._history.failures)
            self._replace()
        elif step == "keep":
            self._exercise(now)

    def _replace(self) -> None:
        """Another connection in place of this one, which goes first unless Slack has asked us to make the new one first."""
        old, self._link = self._link, None
        if old is not None:
            moving = self._history.reason in MOVE_ON
            self._leaving.append((self._clock.now() + (self._policy.overlap if moving else 0.0), old))
            self._part(self._clock.now())
        self._history = attempted(self._history)
        try:
            self._open()
        except Exception as error:  # noqa: BLE001, because a connection that cannot be made is what this is here for
            log.warning("connection failed", error=error)

    def _open(self) -> None:
        self._link = self._connect(self._on_change)
        self._eye = self._eye.on_another(self._clock.now())

    def _part(self, now: float) -> None:
        """Closes old connections whose time is over, or that Slack has closed."""
        staying = [(until, link) for until, link in self._leaving if now < until and link.is_open()]
        for leaving in self._leaving:
            if leaving not in staying:
                leaving[1].close()
        self._leaving = staying

    def _exercise(self, now: float) -> None:
        if self._link is not None and now - self._eye.pinged_at >= self._policy.ping_every:
            self._eye.pinged_at = now
            self._link.ping()
        if now - self._eye.tested_at >= self._policy.test_every:
            self._eye.test, self._eye.tested_at = self._test(), now

    def _on_change(self) -> None:
        with self._changed:
            self._look_now = True
            self._changed.notify_all()

    def _end(self, code: int) -> None:
        self._closing = True
        links = [link for _, link in self._leaving] + ([self._link] if self._link else [])
        self._leaving, self._link = [], None
        for link in links:
            link.close()
        if self._codes.empty():  # the first reason to end is the one that counts
            self._codes.put(code)


class _Eye:
    """What was seen of a connection, and when. `before` says that it took another's place, which Slack may still count."""

    def __init__(self, now: float, test: Test = "passed", tested_at: float | None = None, before: bool = False) -> None:
        self.test, self.tested_at, self.pinged_at = test, now if tested_at is None else tested_at, now
        self._heard: object = None
        self._made_at = self._heard_at = self._greeted_at = now
        self._before = before

    def on_another(self, now: float) -> _Eye:
        """The same eye on a connection that was made now."""
        return _Eye(now, self.test, self.tested_at, before=True)

    def signs(self, link: Link | None, now: float) -> Signs:
        """The signs of life at this moment."""
        if link is None:
            return Signs(open=False, test=self.test)
        heard, greeting = link.heard(), link.greeting()
        if heard != self._heard:
            self._heard, self._heard_at = heard, now
        if greeting:
            self._greeted_at = now
        return Signs(
            open=link.is_open(),
            greeted=bool(greeting),
            age=now - self._made_at,
            ungreeted=now - self._greeted_at,
            silence=now - self._heard_at,
            connections=greeting - self._before,
            sent_away=link.sent_away(),
            test=self.test,
        )


def watch(app: App, app_token: str, policy: Policy | None = None, clock: Clock | None = None) -> Watchdog:
    """A watchdog over the socket of a Bolt app."""
    return Watchdog(to_slack(app, app_token), still_welcome(app.client), policy=policy, clock=clock)


def still_welcome(client: WebClient) -> Callable[[], Test]:
    """A test by `auth.test`: "refused" is Slack's own no to our token; anything else that fails may pass again."""
    bare = bare_copy(client, TEST_TIMEOUT)

    def test() -> Test:
        try:
            bare.auth_test()
        except Exception as error:  # noqa: BLE001, because whatever it is, the watch goes on
            log.warning("self test failed", error=error)
            return "refused" if isinstance(error, SlackApiError) and error_name(error) in TOKEN_IS_BAD else "failed"
        return "passed"

    return test
