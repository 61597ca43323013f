"""chat.scheduleMessage and its list: messages that the app will have posted later."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bot.emulator.call import SlackError
from bot.emulator.methods.content import checked_metadata, content_of
from bot.emulator.methods.memory import Memory
from bot.emulator.methods.pages import page_of
from bot.emulator.methods.posting import app_message, channel_to_write, known_channel, thread_of
from bot.emulator.wire import message_json

if TYPE_CHECKING:
    from bot.emulator.call import Call
    from bot.emulator.clock import Timer
    from bot.emulator.things import Message
    from bot.emulator.workspace import Workspace

Json = dict[str, Any]

LATEST = 120 * 24 * 3600
"""Seconds ahead."""
WINDOW = 300
MOST_PER_WINDOW = 30


@dataclass(frozen=True, slots=True)
class Scheduled:
    """One message that waits for its time."""

    id: str
    post_at: int
    created: int
    message: Message
    timer: Timer


_waiting: Memory[str, Scheduled] = Memory()


def schedule_message(call: Call) -> Json:
    workspace = call.workspace
    channel = channel_to_write(call)
    post_at = _time(call)
    waiting = _waiting.of(workspace)
    crowd = Counter((one.message.channel, one.post_at // WINDOW) for one in waiting.values())
    if crowd[channel.id, post_at // WINDOW] >= MOST_PER_WINDOW:
        raise SlackError("restricted_too_many")
    metadata = checked_metadata(call.arguments.get("metadata")) or None
    message = app_message(call, channel, content_of(call), thread_ts=thread_of(call, channel), metadata=metadata)
    number = workspace.ids.scheduled()
    timer = workspace.clock.call_later(post_at - workspace.clock.now(), lambda: _post(workspace, number))
    waiting[number] = Scheduled(number, post_at, int(workspace.clock.now()), message, timer)
    shown = message_json(workspace, message) | {"type": "delayed_message"}
    return {"ok": True, "channel": channel.id, "scheduled_message_id": number, "post_at": post_at, "message": shown}


def scheduled_list(call: Call) -> Json:
    channel = call.text("channel")
    every = sorted(_waiting.of(call.workspace).values(), key=lambda one: (one.post_at, one.id))
    asked, more = page_of([one for one in every if channel in {"", one.message.channel}], call)
    listed = [
        {
            "id": one.id,
            "channel_id": one.message.channel,
            "post_at": one.post_at,
            "date_created": one.created,
            "text": one.message.text,
        }
        for one in asked
    ]
    return {"ok": True, "scheduled_messages": listed, "response_metadata": more}


def delete_scheduled(call: Call) -> Json:
    channel = known_channel(call)
    waiting = _waiting.of(call.workspace)
    one = waiting.get(call.text("scheduled_message_id"))
    if one is None or one.message.channel != channel.id:
        raise SlackError("invalid_scheduled_message_id")
    one.timer.cancel()
    del waiting[one.id]
    return {"ok": True}


def _post(workspace: Workspace, number: str) -> None:
    one = _waiting.of(workspace).pop(number, None)
    if one is not None and workspace.app.id in workspace.channels[one.message.channel].members:
        workspace.post(one.message)


def _time(call: Call) -> int:
    """Raises invalid_time, time_in_past or time_too_far."""
    try:
        post_at = int(call.text("post_at"))
    except ValueError:
        raise SlackError("invalid_time") from None
    now = call.workspace.clock.now()
    if post_at <= now:
        raise SlackError("time_in_past")
    if post_at > now + LATEST:
        raise SlackError("time_too_far")
    return post_at
