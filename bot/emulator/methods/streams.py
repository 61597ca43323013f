"""chat.startStream, chat.appendStream, chat.stopStream."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.emulator.call import SlackError, invalid_arguments
from bot.emulator.methods.agents import mark_session, session_status
from bot.emulator.methods.content import Content, checked_blocks, checked_metadata
from bot.emulator.methods.memory import Memory
from bot.emulator.methods.posting import app_message, channel_to_write, known_channel, thread_of
from bot.emulator.methods.stream import Stream
from bot.emulator.rules import chunks as rules
from bot.emulator.rules import messages, table
from bot.emulator.wire import message_json, with_ids

if TYPE_CHECKING:
    from bot.emulator.call import Call
    from bot.emulator.methods.stream import Mode
    from bot.emulator.things import Channel, Message

Json = dict[str, Any]

DISPLAYS = ("timeline", "plan", "dense")

_open: Memory[tuple[str, str], Stream] = Memory()


def start(call: Call) -> Json:
    channel = channel_to_write(call)
    call.need("thread_ts")
    thread_ts = thread_of(call, channel)
    if channel.kind == "channel":
        _recipient(call)
    display = call.text("task_display_mode", "timeline")
    if display not in DISPLAYS:
        raise invalid_arguments("must be a valid enum value [json-pointer:/task_display_mode]")
    mode, given = _given(call)
    stream = Stream(mode, display)
    _take(stream, given)
    message = app_message(call, channel, Content(stream.text(), stream.blocks(), None), thread_ts=thread_ts, streaming=True)
    call.workspace.post(message)
    _open.of(call.workspace)[channel.id, message.ts] = stream
    return {"ok": True, "channel": channel.id, "ts": message.ts}


def append(call: Call) -> Json:
    channel, message, stream = _begun(call)
    if not message.streaming:
        raise SlackError("stopped_by_user")
    mode, given = _given(call)
    if mode is None:
        raise SlackError("markdown_text_or_chunks_required")
    _same_mode(stream, mode)
    _take(stream, given)
    call.workspace.grow(message, text=stream.text(), blocks=stream.blocks())
    return {"ok": True, "channel": channel.id, "ts": message.ts}


def stop(call: Call) -> Json:
    """Also ends a stream that a person has stopped: its last words may still come."""
    channel, message, stream = _begun(call)
    mode, given = _given(call)
    _same_mode(stream, mode)
    metadata = checked_metadata(call.arguments.get("metadata"))
    blocks = checked_blocks(call.arguments["blocks"]) if call.arguments.get("blocks") else []
    status = session_status(call, "session_status") if call.get("session_status") else "active"
    _take(stream, given)
    if not stream.parts and not blocks:
        raise SlackError("no_text")
    call.workspace.edit(
        message,
        mark=False,
        text=stream.text(),
        blocks=stream.blocks() + blocks,
        metadata=metadata or message.metadata,
        streaming=False,
    )
    if message.thread_ts and (call.get("session_status") or message.thread_ts in channel.sessions):
        mark_session(call.workspace, channel, message.thread_ts, status)
    del _open.of(call.workspace)[channel.id, message.ts]
    return {"ok": True, "channel": channel.id, "ts": message.ts, "message": message_json(call.workspace, message)}


def _recipient(call: Call) -> None:
    """In a channel Slack must know for whom the answer is written."""
    for name in ("recipient_team_id", "recipient_user_id"):
        if not call.text(name):
            raise SlackError(f"missing_{name}")
    if call.text("recipient_team_id") != call.workspace.team["id"]:
        raise SlackError("team_not_found")
    call.workspace.person(call.text("recipient_user_id"))


def _given(call: Call) -> tuple[Mode | None, list[Json]]:
    """The mode of this call and its pieces as chunks; no mode where nothing was given."""
    markdown, chunks = call.get("markdown_text"), call.get("chunks")
    if markdown is not None and chunks is not None:
        raise SlackError("cannot_provide_both_markdown_text_and_chunks")
    if markdown is not None:
        return "markdown_text", _short_enough([{"type": "markdown_text", "text": str(markdown)}])
    if chunks is None:
        return None, []
    found = rules.problems(chunks)
    if found:
        told = [str(problem) for problem in found]
        raise SlackError("invalid_chunks", errors=told, response_metadata={"messages": [f"[ERROR] {one}" for one in told]})
    return "chunks", _short_enough(
        [{**chunk, "blocks": with_ids(chunk["blocks"])} if chunk["type"] == "blocks" else chunk for chunk in chunks]
    )


def _short_enough(chunks: list[Json]) -> list[Json]:
    if sum(len(chunk["text"]) for chunk in chunks if chunk["type"] == "markdown_text") > table.MARKDOWN_MOST:
        raise SlackError("msg_too_long")
    return chunks


def _take(stream: Stream, chunks: list[Json]) -> None:
    """Adds the pieces, unless the message would have more than Slack holds."""
    tried = Stream(stream.mode, stream.display, list(stream.parts), stream.plan_title)
    tried.take(chunks)
    blocks = tried.blocks()
    if len(blocks) > table.BLOCKS_MOST["message"]:
        raise SlackError("msg_blocks_too_many")
    if messages.text_length(blocks) > table.MESSAGE_TEXT_MOST:
        raise SlackError("msg_blocks_too_long")
    stream.parts, stream.plan_title = tried.parts, tried.plan_title


def _begun(call: Call) -> tuple[Channel, Message, Stream]:
    """A stream that the app has begun and not ended. Its message streams no more once a person has stopped it."""
    channel = known_channel(call)
    message = call.workspace.message(channel, call.text("ts"))
    if message.user != call.workspace.app.id:
        raise SlackError("message_not_owned_by_app")
    stream = _open.of(call.workspace).get((channel.id, message.ts))
    if stream is None:
        raise SlackError("message_not_in_streaming_state")
    return channel, message, stream


def _same_mode(stream: Stream, mode: Mode | None) -> None:
    """A stream that started empty takes the mode of its first piece."""
    if stream.mode is None:
        stream.mode = mode
    if mode is not None and mode != stream.mode:
        raise SlackError("streaming_mode_mismatch")
