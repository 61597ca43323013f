"""agents.sessions.*: how far the app is with what it was asked in a thread."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.emulator.call import SlackError, invalid_arguments, with_warnings
from bot.emulator.manifest import STOPPED
from bot.emulator.methods.posting import known_channel

if TYPE_CHECKING:
    from bot.emulator.call import Call
    from bot.emulator.things import Channel
    from bot.emulator.workspace import Workspace

Json = dict[str, Any]

STATUSES = ("active", "processing", "suspended", "closed")
TITLE_MOST = 200
WORKING = "is working..."


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
    mark_session(call.workspace, channel, thread_ts, status)
    answer = {"ok": True, "status": status, "agent_status": status, "title": channel.titles.get(thread_ts, "")}
    return answer if call.workspace.manifest.hears(STOPPED) else with_warnings(answer, [f"missing_{STOPPED}_event_subscription"])


def mark_session(workspace: Workspace, channel: Channel, thread_ts: str, status: str) -> None:
    """How far the app is in this thread. "processing" is shown until the app itself marks it otherwise."""
    channel.sessions[thread_ts] = status
    workspace.set_status(channel, thread_ts, WORKING if status == "processing" else "", lasting=True)


def rename(call: Call) -> Json:
    channel, thread_ts = _session(call)
    title = _title(call)
    if thread_ts not in channel.sessions:
        raise SlackError("session_not_found")
    channel.titles[thread_ts] = title
    call.workspace.changes.note(channel.members)
    return {"ok": True, "title": title}


def _session(call: Call) -> tuple[Channel, str]:
    """The channel, and the root of the thread that the session is about. Only agents have sessions."""
    channel = known_channel(call, "channel_id")
    if call.workspace.manifest.agent is None or call.workspace.app.id not in channel.members:
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
