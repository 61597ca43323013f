"""agents.sessions.*: how far the app is with what it was asked in a thread."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.emulator.call import SlackError, invalid_arguments
from bot.emulator.methods.posting import known_channel

if TYPE_CHECKING:
    from bot.emulator.call import Call
    from bot.emulator.things import Channel

Json = dict[str, Any]

STATUSES = ("active", "processing", "suspended", "closed")
TITLE_MOST = 200


def session_status(call: Call, argument: str = "status") -> str:
    """Raises invalid_status."""
    status = call.text(argument)
    if status not in STATUSES:
        raise SlackError("invalid_status")
    return status


def set_status(call: Call) -> Json:
    channel, thread_ts = _session(call)
    status = session_status(call)
    if call.get("initiator_user_id") is not None:
        call.workspace.person(call.text("initiator_user_id"))
    if thread_ts not in channel.sessions and call.get("title") is not None:
        channel.titles[thread_ts] = _title(call)
    channel.sessions[thread_ts] = status
    call.workspace.set_status(channel, thread_ts, "is working..." if status == "processing" else "")
    return {"ok": True, "session": _session_json(channel, thread_ts)}


def rename(call: Call) -> Json:
    channel, thread_ts = _session(call)
    title = _title(call)
    if thread_ts not in channel.sessions:
        raise SlackError("session_not_found")
    channel.titles[thread_ts] = title
    call.workspace.changes.note(channel.members)
    return {"ok": True, "session": _session_json(channel, thread_ts)}


def _session(call: Call) -> tuple[Channel, str]:
    """The channel, and the root of the thread that the session is about."""
    channel = known_channel(call, "channel_id")
    if call.workspace.app.id not in channel.members:
        raise SlackError("not_authorized")
    thread_ts = call.text("thread_ts")
    if not thread_ts:
        raise SlackError("thread_ts_required")
    if channel.find(thread_ts) is None:
        raise SlackError("thread_not_found")
    return channel, thread_ts


def _title(call: Call) -> str:
    title = call.text("title")
    if not title:
        raise invalid_arguments("must be more than 0 characters [json-pointer:/title]")
    if len(title) > TITLE_MOST:
        raise invalid_arguments(f"must be less than {TITLE_MOST + 1} characters [json-pointer:/title]")
    return title


def _session_json(channel: Channel, thread_ts: str) -> Json:
    return {
        "channel_id": channel.id,
        "thread_ts": thread_ts,
        "status": channel.sessions[thread_ts],
        "title": channel.titles.get(thread_ts, ""),
    }
