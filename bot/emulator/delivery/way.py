"""How a payload travels to the app, and what comes back."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, Protocol

if TYPE_CHECKING:
    from bot.emulator.clock import Clock

Json = dict[str, Any]
Kind = Literal["events_api", "interactive", "slash_commands"]
Outcome = Literal["ok", "timeout", "unconnected", "refused"]

PATIENCE = 3.0
"""Seconds in which an app must acknowledge."""


@dataclass(frozen=True, slots=True)
class Retry:
    """The how-manieth repetition (1-3) of an event, and why."""

    attempt: int
    reason: str


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One payload for the app. `title` names it for the log ("/reply", "app_mention"...)."""

    kind: Kind
    title: str
    payload: Json
    retry: Retry | None = None

    @property
    def wants_answer(self) -> bool:
        """Whether the acknowledgement may carry a payload of its own: all but events."""
        return self.kind != "events_api"


@dataclass(frozen=True, slots=True)
class Answer:
    """`outcome` is "ok" when the app acknowledged in time; `payload` is what it said with that, `reason` why it is not ok."""

    outcome: Outcome
    payload: Any = None
    reason: str = ""
    final: bool = False
    """The app asked not to be sent this again."""

    @property
    def ok(self) -> bool:
        return self.outcome == "ok"


class Way(Protocol):
    """Socket Mode or HTTP."""

    def connected(self) -> int:
        """How many connections could take a payload now."""

    async def deliver(self, outgoing: Outgoing) -> Answer:
        """Sends one payload once; returns with the app's acknowledgement, or when its three seconds are over."""

    async def stop(self) -> None:
        """Ends every connection."""


async def in_time(clock: Clock, answer: asyncio.Future[Any], seconds: float = PATIENCE) -> bool:
    """Waits for `answer` until `seconds` have passed by the workspace's clock; False when they have."""
    late = asyncio.Event()
    waiting = asyncio.ensure_future(late.wait())
    timer = clock.call_later(seconds, late.set)
    try:
        await asyncio.wait([answer, waiting], return_when=asyncio.FIRST_COMPLETED)
    finally:
        timer.cancel()
        waiting.cancel()
    return answer.done()
