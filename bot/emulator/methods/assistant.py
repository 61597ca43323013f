"""assistant.threads.*: "is thinking...", suggested prompts, a thread's title."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.emulator.call import SlackError, invalid_arguments
from bot.emulator.methods.posting import known_channel
from bot.emulator.rules.shapes import Record, Several, Text

if TYPE_CHECKING:
    from bot.emulator.call import Call
    from bot.emulator.rules.shapes import Shape
    from bot.emulator.things import Channel

Json = dict[str, Any]

_PROMPTS = Several(Record({"title": Text(least=1), "message": Text(least=1)}), most=4, least=1)
_LOADING = Several(Text(least=1), most=10, least=1)


def set_status(call: Call) -> Json:
    channel = _channel(call)
    thread_ts = _thread(call, channel)
    if "status" not in call.arguments:
        raise invalid_arguments("missing required field: status")
    loading = _checked(call, "loading_messages", _LOADING) if call.get("loading_messages") is not None else []
    call.workspace.set_status(channel, thread_ts, call.text("status"), loading)
    return {"ok": True}


def set_suggested_prompts(call: Call) -> Json:
    channel = _channel(call)
    if call.workspace.manifest.agent is None:
        raise SlackError("not_agent_app")
    if channel.kind != "im":
        raise SlackError("channel_not_found")
    if call.get("thread_ts") is not None:
        _thread(call, channel)
    call.workspace.set_prompts(channel, _checked(call, "prompts", _PROMPTS), call.text("title"))
    return {"ok": True}


def set_title(call: Call) -> Json:
    channel = _channel(call)
    channel.titles[_thread(call, channel)] = str(call.need("title"))
    call.workspace.changes.note(channel.members)
    return {"ok": True}


def _channel(call: Call) -> Channel:
    channel = known_channel(call, "channel_id")
    if call.workspace.app.id not in channel.members:
        raise SlackError("channel_not_found")
    return channel


def _thread(call: Call, channel: Channel) -> str:
    """The root of the thread; a message that nobody has answered yet is the root of its own."""
    message = channel.find(call.text("thread_ts"))
    if message is None:
        raise SlackError("invalid_thread_ts")
    return message.thread_ts or message.ts


def _checked(call: Call, argument: str, shape: Shape) -> list[Any]:
    """Raises invalid_arguments in Slack's form."""
    value = call.arguments.get(argument)
    found = [str(problem) for problem in shape.problems(value, f"/{argument}")]
    if found:
        raise invalid_arguments(*found)
    assert isinstance(value, list)
    return value
