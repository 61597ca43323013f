"""Sends what may wait a moment, at the pace that Slack allows, and loses nothing on the way."""

from __future__ import annotations

import random
from concurrent.futures import Future
from threading import Condition, Thread
from typing import TYPE_CHECKING, Any

import structlog

from bot.slack.bare import bare_copy
from bot.slack.clock import SystemClock
from bot.slack.pace import Pace
from bot.slack.trouble import trouble_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from slack_sdk import WebClient

    from bot.slack.clock import Clock
    from bot.slack.pace import Job

log = structlog.get_logger(__name__)

Json = dict[str, Any]

WORKERS = 4
"""Calls under way at once, so that a channel whose call hangs does not hold up the others."""


class Unconfirmed(Exception):
    """Slack did not answer a call that must not be repeated: it may or may not have been done. The cause says more."""


class NotSent(Exception):
    """The outbox was closed before its turn came."""


class Outbox:
    """A queue in front of the Web API: one message a second in a channel, in order; Retry-After kept; failures tried again.

    `call(method, arguments)` makes one call and raises as slack_sdk does; it must not retry by itself (see `caller`).
    Safe to share between threads.
    """

    def __init__(self, call: Callable[[str, Json], Json], clock: Clock | None = None, workers: int = WORKERS) -> None:
        self._call, self._clock, self._workers = call, clock or SystemClock(), workers
        self._luck = random.Random()  # noqa: S311, because it only spreads waits
        self._pace, self._futures = Pace(), dict[int, Future[Json]]()
        self._changed = Condition()
        self._threads: list[Thread] = []
        self._closes_at: float | None = None

    def send(self, method: str, arguments: Json) -> Future[Json]:
        """Puts a call in its lane. The future holds Slack's answer, SlackApiError when it refused, or Unconfirmed.

        Raises NotSent when the outbox is closed.
        """
        with self._changed:
            if self._closes_at is not None:
                raise NotSent(f"{method} came after the outbox was closed")
            job = self._pace.add(method, arguments, self._clock.now())
            future = self._futures[job.number] = Future()
            self._start()
            self._changed.notify()
        return future

    def close(self, timeout: float) -> list[Job]:
        """Takes no more, sends what it can within `timeout` seconds, and returns what is left; its futures hold NotSent.

        A call under way at the end is among those left, although it may still reach Slack. Nothing is returned twice.
        """
        with self._changed:
            if self._closes_at is None:
                self._closes_at = self._clock.now() + timeout
            self._changed.notify_all()
        for thread in self._threads:
            thread.join(timeout)
        with self._changed:
            left = [job for job in self._pace.left() if job.number in self._futures]
            futures = [self._futures.pop(job.number) for job in left]
        for future in futures:
            _fail(future, NotSent("the outbox was closed before its turn came"))
        if left:
            log.warning("outbox closed with calls left", left=len(left))
        return left

    def _start(self) -> None:
        if len(self._threads) < self._workers:
            thread = Thread(target=self._work, name=f"outbox-{len(self._threads)}", daemon=True)
            self._threads.append(thread)
            thread.start()

    def _work(self) -> None:
        while (job := self._next()) is not None:
            try:
                answer = self._call(job.method, job.arguments)
            except Exception as error:  # noqa: BLE001, because whatever it is belongs to the caller's future, not to this thread
                self._failed(job, error)
            else:
                self._done(job, answer)

    def _next(self) -> Job | None:
        """Waits for a job whose turn it is; None when the outbox is closed, and empty or out of time."""
        with self._changed:
            while True:
                now, ends = self._clock.now(), self._closes_at
                if ends is not None and (now >= ends or not self._futures):
                    return None
                if (job := self._pace.take(now)) is not None:
                    return job
                moments = [moment for moment in (self._pace.due(), ends) if moment is not None]
                self._clock.wait(self._changed, max(0.0, min(moments) - now) if moments else None)

    def _done(self, job: Job, answer: Json) -> None:
        if future := self._finish(job):
            _succeed(future, answer)

    def _failed(self, job: Job, error: Exception) -> None:
        trouble = trouble_of(error)
        with self._changed:
            again = self._pace.failed(job, trouble, self._clock.now(), self._luck.random())
            self._changed.notify_all()
        log.info(
            "call to Slack failed", method=job.method, number=job.number, trouble=trouble.kind, again=again, wait=trouble.seconds
        )
        if not again and (future := self._finish(job)):
            _fail(future, _unconfirmed(job, error) if trouble.kind == "unsure" else error)

    def _finish(self, job: Job) -> Future[Json] | None:
        with self._changed:
            self._pace.done(job, self._clock.now())
            self._changed.notify_all()
            return self._futures.pop(job.number, None)


def caller(client: WebClient) -> Callable[[str, Json], Json]:
    """A `call` for the outbox on a copy of `client` that never retries or sleeps by itself."""
    bare = bare_copy(client)

    def call(method: str, arguments: Json) -> Json:
        answer = bare.api_call(method, json=arguments).data
        return answer if isinstance(answer, dict) else {}

    return call


def _unconfirmed(job: Job, error: Exception) -> Unconfirmed:
    unconfirmed = Unconfirmed(f"Slack did not say whether {job.method} was done")
    unconfirmed.__cause__ = error
    return unconfirmed


def _succeed(future: Future[Json], answer: Json) -> None:
    if future.set_running_or_notify_cancel():
        future.set_result(answer)


def _fail(future: Future[Json], error: Exception) -> None:
    if future.set_running_or_notify_cancel():
        future.set_exception(error)
