"""The Events API: which messages become which events, and an event again when the app did not acknowledge it."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from bot.emulator.call import SlackError
from bot.emulator.delivery.way import Outgoing, Retry
from bot.emulator.envelopes import event_callback
from bot.emulator.wire import message_json

if TYPE_CHECKING:
    from collections.abc import Coroutine

    from bot.emulator.clock import Timer
    from bot.emulator.delivery.way import Way
    from bot.emulator.things import Channel, Message
    from bot.emulator.workspace import Happening, Workspace

Json = dict[str, Any]

KEPT = 1000
"""Events that can still be sent again; older ones are forgotten."""
RETRIES = (0.0, 60.0, 300.0)
"""Seconds to wait before the first, second and third repetition."""


@dataclass(slots=True)
class Sent:
    """One event, kept so that it can be sent again."""

    outgoing: Outgoing
    timer: Timer | None = None


class Events:
    """Sends events in the background, in the order in which things happened."""

    def __init__(self, workspace: Workspace, way: Way) -> None:
        self._workspace = workspace
        self._way = way
        self._sent: dict[str, Sent] = {}
        self._held: list[Outgoing] | None = None
        self._tasks: set[asyncio.Task[None]] = set()
        workspace.listen(self._on_message)

    def emit(self, event: Json, subscription: str) -> str | None:
        """Sends an event if the app subscribes to it ("app_mention", "message.im"...); its event_id, or None."""
        if not self._workspace.manifest.hears(subscription):
            return None
        event_id = self._workspace.ids.event()
        payload = event_callback(self._workspace, event, event_id)
        outgoing = Outgoing("events_api", event["type"], payload)
        self._sent[event_id] = Sent(outgoing)
        if len(self._sent) > KEPT:
            del self._sent[next(iter(self._sent))]
        if self._held is not None:
            self._held.append(outgoing)
        else:
            self._start(self._attempt(outgoing))
        return event_id

    def hold(self) -> None:
        """Keeps events back until `release`."""
        self._held = self._held if self._held is not None else []

    def release(self) -> None:
        held, self._held = self._held or [], None
        for outgoing in held:
            self._start(self._attempt(outgoing))

    def redeliver(self, event_id: str, attempt: int = 1, reason: str = "timeout") -> None:
        """Sends an event of before once more, acknowledged or not. Raises SlackError event_not_found."""
        if event_id not in self._sent:
            raise SlackError("event_not_found")
        self._start(self._once(replace(self._sent[event_id].outgoing, retry=Retry(attempt, reason))))

    def ids(self) -> list[str]:
        """Every event_id so far, oldest first."""
        return list(self._sent)

    def forget(self) -> None:
        """Nothing is held back any more, and nothing of before comes again."""
        for sent in self._sent.values():
            if sent.timer is not None:
                sent.timer.cancel()
        self._sent.clear()
        self._held = None

    async def stop(self) -> None:
        self.forget()
        for task in self._tasks:
            task.cancel()

    async def _once(self, outgoing: Outgoing) -> None:
        await self._way.deliver(outgoing)

    async def _attempt(self, outgoing: Outgoing) -> None:
        answer = await self._way.deliver(outgoing)
        done = outgoing.retry.attempt if outgoing.retry else 0
        sent = self._sent.get(outgoing.payload["event_id"])
        if answer.ok or answer.final or done >= len(RETRIES) or sent is None:
            return
        again = replace(outgoing, retry=Retry(done + 1, answer.reason))
        if not RETRIES[done]:
            self._start(self._attempt(again))
            return
        sent.timer = self._workspace.clock.call_later(RETRIES[done], lambda: self._start(self._attempt(again)))

    def _start(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def _on_message(self, happening: Happening, message: Message, before: Message | None) -> None:
        workspace = self._workspace
        channel = workspace.channels[message.channel]
        if workspace.app.id not in channel.members:
            return
        kind = "im" if channel.kind == "im" else "channel"
        subscription = "message.im" if kind == "im" else "message.channels"
        if happening == "posted":
            shape = _placed(message_json(workspace, message), message, kind)
            self.emit({**shape, "event_ts": message.ts}, subscription)
            if kind == "channel" and message.bot_id is None and f"<@{workspace.app.id}>" in message.text:
                self.emit(_mention(shape, message), "app_mention")
        else:
            self.emit(_altered(workspace, happening, message, before, channel), subscription)


def _placed(shape: Json, message: Message, kind: str) -> Json:
    return {**shape, "channel": message.channel, "channel_type": kind}


def _mention(shape: Json, message: Message) -> Json:
    event = {**shape, "type": "app_mention", "event_ts": message.ts}
    del event["channel_type"]
    return event


def _altered(workspace: Workspace, happening: Happening, message: Message, before: Message | None, channel: Channel) -> Json:
    now = workspace.ids.ts()
    event: Json = {
        "type": "message",
        "subtype": f"message_{happening}",
        "channel": message.channel,
        "channel_type": "im" if channel.kind == "im" else "channel",
        "hidden": True,
        "ts": now,
        "event_ts": now,
    }
    if happening == "deleted":
        return event | {"deleted_ts": message.ts, "previous_message": message_json(workspace, message)}
    previous = {} if before is None else {"previous_message": message_json(workspace, before)}
    return event | {"message": message_json(workspace, message)} | previous
