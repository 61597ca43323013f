"""The order and the pace of what we send to Slack, as a state machine: no thread, no clock, no network.

Jobs for one channel stand in one lane and leave it one by one, so that order is kept there and so in every thread of it.
A lane that Slack has told to wait keeps nobody else waiting.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from bot.slack.trouble import Trouble

Json = dict[str, Any]
Key = tuple[str, ...]

BETWEEN_MESSAGES = 1.0
"""Seconds between two messages in a channel: https://api.slack.com/docs/rate-limits."""
FIRST_WAIT = 1.0
LONGEST_WAIT = 60.0
PATIENCE = 3600.0
"""Seconds for which a call that Slack's servers cannot answer is tried again. Waiting on Slack's own request has no end."""

POSTING = frozenset({"chat.postMessage", "chat.postEphemeral", "chat.meMessage"})
"""Methods that put a message into a channel: these are paced, and the limit is the channel's."""
ONCE_ONLY = POSTING | {"chat.scheduleMessage", "chat.startStream", "chat.appendStream", "files.completeUploadExternal"}
"""Methods that a second call would do a second time; all others end in the same state however often they are called."""


@dataclass(frozen=True, slots=True)
class Job:
    """One call to Slack. `number` counts from 1 in the order of asking; `since` is when it was asked for."""

    number: int
    method: str
    arguments: Json
    since: float


@dataclass(slots=True)
class _Lane:
    waiting: deque[Job] = field(default_factory=deque)
    busy: bool = False
    free_at: float = 0.0
    failures: int = 0


class Pace:
    """What waits, and when it may go. One caller at a time; `now` is in seconds and never goes back."""

    def __init__(self) -> None:
        self._lanes: dict[Key, _Lane] = {}
        self._held: dict[Key, float] = {}
        self._numbers = 0

    def add(self, method: str, arguments: Json, now: float) -> Job:
        """Puts a call at the end of its channel's lane."""
        self._numbers += 1
        job = Job(self._numbers, method, arguments, now)
        self._lanes.setdefault(_lane_of(job), _Lane()).waiting.append(job)
        return job

    def take(self, now: float) -> Job | None:
        """The call that may go now, the longest waiting first. Its lane stands still until `done` or `failed`."""
        ready = [lane for lane in self._lanes.values() if lane.waiting and not lane.busy and self._due(lane) <= now]
        if not ready:
            return None
        lane = min(ready, key=lambda lane: lane.waiting[0].number)
        lane.busy = True
        return lane.waiting[0]

    def due(self) -> float | None:
        """When `take` next has something, if nothing is added or finished before; None when nothing waits for a time."""
        return min((self._due(lane) for lane in self._lanes.values() if lane.waiting and not lane.busy), default=None)

    def done(self, job: Job, now: float) -> None:
        """The call has its answer, good or final; it leaves the lane."""
        lane = self._lanes[_lane_of(job)]
        lane.waiting.popleft()
        lane.busy, lane.failures = False, 0
        self._space(lane, job, now)
        self._forget(now)

    def failed(self, job: Job, trouble: Trouble, now: float, luck: float) -> bool:
        """The call did not succeed: whether it stays in its lane, to go again later. `luck` in 0..1 spreads the waits.

        False means that nothing will make it succeed, or that going again could do it twice: then call `done`.
        """
        if trouble.kind != "paced" and not _may_go_again(job, trouble, now):
            return False
        lane = self._lanes[_lane_of(job)]
        lane.busy = False
        self._space(lane, job, now)
        if trouble.kind == "paced" and trouble.seconds is not None:
            self._held[_limit_of(job)] = now + trouble.seconds
        else:
            lane.failures += 1
            lane.free_at = max(lane.free_at, now + backoff(lane.failures, luck))
        return True

    def left(self) -> list[Job]:
        """All calls without an answer, in the order of asking."""
        return sorted((job for lane in self._lanes.values() for job in lane.waiting), key=lambda job: job.number)

    def _due(self, lane: _Lane) -> float:
        return max(lane.free_at, self._held.get(_limit_of(lane.waiting[0]), 0.0))

    def _space(self, lane: _Lane, job: Job, now: float) -> None:
        """Counted from the answer, so that two messages are a second apart at Slack whatever the network did to them."""
        if job.method in POSTING:
            lane.free_at = max(lane.free_at, now + BETWEEN_MESSAGES)

    def _forget(self, now: float) -> None:
        self._held = {limit: until for limit, until in self._held.items() if until > now}
        for key in [key for key, lane in self._lanes.items() if not lane.waiting and lane.free_at <= now]:
            del self._lanes[key]


def backoff(failures: int, luck: float) -> float:
    """Seconds to wait after so many failures: doubling from one second to a minute, less up to half by `luck` in 0..1."""
    longest = min(LONGEST_WAIT, FIRST_WAIT * 2.0 ** min(failures, 10))
    return longest * (1.0 - luck / 2.0)


def _may_go_again(job: Job, trouble: Trouble, now: float) -> bool:
    safe = trouble.kind == "unreached" or (trouble.kind == "unsure" and job.method not in ONCE_ONLY)
    return safe and now - job.since < PATIENCE


def _lane_of(job: Job) -> Key:
    for name in ("channel", "channel_id", "view_id", "user_id"):
        if value := job.arguments.get(name):
            return name.removesuffix("_id"), str(value)
    return "method", job.method


def _limit_of(job: Job) -> Key:
    """Whose limit it is that Slack speaks of: the channel's for messages, the method's for all else."""
    return (job.method, *_lane_of(job)) if job.method in POSTING else (job.method,)
