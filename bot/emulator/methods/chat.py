"""chat.*: posting, changing, deleting, and the address of a message."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from bot.emulator.call import SlackError, with_warnings
from bot.emulator.methods.content import checked_metadata, content_of
from bot.emulator.methods.posting import app_message, channel_to_write, known_channel, thread_of
from bot.emulator.rules import table
from bot.emulator.wire import message_json

if TYPE_CHECKING:
    from bot.emulator.call import Call
    from bot.emulator.methods.content import Content
    from bot.emulator.things import Channel, Message

Json = dict[str, Any]


def post_message(call: Call) -> Json:
    channel = channel_to_write(call)
    content, warnings = _cut(content_of(call))
    thread_ts = thread_of(call, channel)
    message = app_message(
        call,
        channel,
        content,
        thread_ts=thread_ts,
        broadcast=thread_ts is not None and call.flag("reply_broadcast"),
        metadata=checked_metadata(call.arguments.get("metadata")) or None,
    )
    call.workspace.post(message)
    shown = message_json(call.workspace, message)
    return with_warnings({"ok": True, "channel": channel.id, "ts": message.ts, "message": shown}, warnings)


def _cut(content: Content) -> tuple[Content, list[str]]:
    if content.text is None or len(content.text) <= table.POST_TEXT_MOST:
        return content, []
    return replace(content, text=content.text[: table.POST_TEXT_MOST]), ["message_truncated"]


def post_ephemeral(call: Call) -> Json:
    channel = channel_to_write(call)
    reader = call.text("user")
    if reader not in channel.members:
        raise SlackError("user_not_in_channel")
    content = content_of(call, text_most=table.UPDATE_TEXT_MOST)
    message = app_message(call, channel, content, thread_ts=thread_of(call, channel), only_to=reader)
    call.workspace.whisper(message)
    return {"ok": True, "message_ts": message.ts}


def update(call: Call) -> Json:
    channel, message = _own_message(call, "cant_update_message")
    if message.streaming:
        raise SlackError("streaming_state_conflict")
    changes: Json = {}
    if call.get("metadata") is None or any(call.get(name) for name in ("text", "blocks", "attachments", "markdown_text")):
        content = content_of(call, text_most=table.UPDATE_TEXT_MOST)
        changes = _new_words(message, content)
    if call.arguments.get("metadata") is not None:
        changes["metadata"] = checked_metadata(call.arguments["metadata"]) or None
    # Slack shows "(edited)" only where the text was what people read.
    call.workspace.edit(message, mark=changes.get("blocks", message.blocks) is None, **changes)
    shown = message_json(call.workspace, message)
    return {"ok": True, "channel": channel.id, "ts": message.ts, "text": message.text, "message": shown}


def _new_words(message: Message, content: Content) -> Json:
    """Blocks stay only where neither blocks nor a text were given; attachments only where nothing replaces them."""
    changes: Json = {"blocks": content.blocks if content.blocks or content.text else message.blocks}
    if content.text is not None:
        changes["text"] = content.text
    if content.attachments is not None or content.blocks is not None:
        changes["attachments"] = content.attachments
    return changes


def delete(call: Call) -> Json:
    channel, message = _own_message(call, "cant_delete_message")
    call.workspace.delete(message)
    return {"ok": True, "channel": channel.id, "ts": message.ts}


def get_permalink(call: Call) -> Json:
    channel = known_channel(call)
    message = call.workspace.message(channel, call.text("message_ts"))
    address = f"https://{call.workspace.team['domain']}.slack.com/archives/{channel.id}/p{message.ts.replace('.', '')}"
    if message.thread_ts is not None and message.thread_ts != message.ts:
        address += f"?thread_ts={message.thread_ts}&cid={channel.id}"
    return {"ok": True, "channel": channel.id, "permalink": address}


def _own_message(call: Call, foreign: str) -> tuple[Channel, Message]:
    """The app's own message that this call is about. Raises channel_not_found, message_not_found, or `foreign`."""
    channel = known_channel(call)
    message = call.workspace.message(channel, call.text("ts"))
    if message.user != call.workspace.app.id:
        raise SlackError(foreign)
    return channel, message
