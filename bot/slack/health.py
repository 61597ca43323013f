"""Whether the socket to Slack still hears, and what to do when it does not. Pure: signs and a history in, a step out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

Step = Literal["keep", "wait", "replace", "give up"]
Test = Literal["passed", "failed", "refused"]


@dataclass(frozen=True, slots=True)
class Policy:
    """Times in seconds. With these, events flow again within 30 s of a drop and 60 s of a line that went silent."""

    look_every: float = 2.0
    ping_every: float = 5.0
    deaf_after: float = 20.0
    """Silence, no pong and no event, after which a socket is taken for deaf whatever it says of itself."""
    deaf_after_failed_test: float = 10.0
    greeted_within: float = 10.0
    """Slack greets every connection; one that was not greeted is open, and yet nothing will come through it."""
    settled_after: float = 10.0
    """Life of a greeted connection after which the attempt was a good one; one that is cut off sooner was not."""
    test_every: float = 60.0
    failures: int = 3
    """Attempts in a row that came to nothing, after which another process should try."""
    most_connections: int = 8
    """Slack allows ten, and sends everybody away who brings one more."""
    first_wait: float = 1.0
    longest_wait: float = 30.0
    overlap: float = 15.0
    """For how long an old connection is still read when Slack has asked us to make a new one."""


MOVE_ON = frozenset({"warning", "refresh_requested"})
"""Farewells that ask for another connection while this one still works."""


@dataclass(frozen=True, slots=True)
class Signs:
    """What is known of the connection that is in use.

    `open`: the kernel says so. `greeted`: Slack's hello has come. `age`: seconds since it was made. `ungreeted` and
    `silence`: seconds for which the hello has not come, and for which nothing at all was heard. `connections`: of this app,
    as Slack counts them. `sent_away`: the reason of Slack's farewell. `test`: how the last call to the Web API ended;
    "refused" means that our token is no longer good.
    """

    open: bool
    greeted: bool = False
    age: float = 0.0
    ungreeted: float = 0.0
    silence: float = 0.0
    connections: int = 1
    sent_away: str = ""
    test: Test = "passed"


@dataclass(frozen=True, slots=True)
class History:
    """Attempts since the last good connection, and the moment before which there shall be no other."""

    failures: int = 0
    not_before: float = 0.0
    reason: str = ""


def trouble_with(signs: Signs, policy: Policy) -> str:
    """Why the connection must be replaced, in one word for the log; empty while it is well."""
    if signs.sent_away:
        return signs.sent_away
    if not signs.open:
        return "closed"
    if not signs.greeted:
        return "not_greeted" if signs.ungreeted > policy.greeted_within else ""
    if signs.connections > policy.most_connections:
        return "crowded"
    longest = policy.deaf_after if signs.test == "passed" else policy.deaf_after_failed_test
    return "silent" if signs.silence > longest else ""


def next_step(signs: Signs, history: History, policy: Policy, now: float, luck: float) -> tuple[Step, History]:
    """What to do now, and the history to ask with next time. `luck` in 0..1 spreads many processes over the wait.

    After "replace" the caller must call `attempted`, whatever became of it.
    """
    if signs.test == "refused":
        return "give up", replace(history, reason="token_refused")
    reason = trouble_with(signs, policy)
    if signs.greeted and signs.age >= policy.settled_after:
        history = replace(history, failures=0)
    if not reason:
        return "keep", History(history.failures)
    if history.failures >= policy.failures:
        return "give up", replace(history, reason=reason)
    if not history.reason:
        pause = 0.0 if reason in MOVE_ON and not history.failures else wait(history.failures, policy, luck)
        history = replace(history, reason=reason, not_before=now + pause)
    return ("wait" if now < history.not_before else "replace"), history


def attempted(history: History) -> History:
    """One more attempt made; whether it was a good one, the next signs will tell."""
    return History(history.failures + 1)


def wait(failures: int, policy: Policy, luck: float) -> float:
    """Seconds before the next attempt: up to one for the first, then doubling, half of it by luck."""
    longest = min(policy.longest_wait, policy.first_wait * 2.0**failures)
    return longest * luck if failures == 0 else longest * (0.5 + luck / 2.0)
