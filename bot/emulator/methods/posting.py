"""What chat.postMessage, chat.scheduleMessage and chat.startStream have in common: a new message of the app."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from bot.emulator.call import SlackError
from bot.emulator.things import Message

if TYPE_CHECKING:
    from bot.emulator.call import Call
    from bot.emulator.methods.content import Content
    from bot.emulator.things import Channel

TS = re.compile(r"\d{1,12}\.\d{6}")


def channel_to_write(call: Call) -> Channel:
    """The channel of this call, in which the app may post. Raises SlackError in Slack's words."""
    workspace = call.workspace
    channel = workspace.channel_to_write(str(call.arguments.get("channel") or ""))
    if channel.kind == "im" and not workspace.manifest.messages_tab:
        raise SlackError("messages_tab_disabled")
    return channel


def known_channel(call: Call, argument: str = "channel") -> Channel:
    """The channel with this id; names and people do not count here. Raises channel_not_found."""
    channel = call.workspace.channels.get(str(call.arguments.get(argument) or ""))
    if channel is None:
        raise SlackError("channel_not_found")
    return channel


def thread_of(call: Call, channel: Channel) -> str | None:
    """The root of the thread that this call answers in. Raises invalid_thread_ts, or thread_not_found."""
    given = call.text("thread_ts")
    if not given:
        return None
    if TS.fullmatch(given) is None:
        raise SlackError("invalid_thread_ts")
    root = channel.find(given)
    if root is None:
        raise SlackError("thread_not_found")
    return root.thread_ts or root.ts


def app_message(call: Call, channel: Channel, content: Content, **more: Any) -> Message:
    """A message of the app, not yet posted. Another name or icon needs the scope chat:write.customize."""
    workspace = call.workspace
    dressed = "chat:write.customize" in workspace.manifest.scopes
    icons = {"emoji": call.text("icon_emoji")} if call.get("icon_emoji") else {"image_48": call.text("icon_url")}
    return Message(
        channel=channel.id,
        user=workspace.app.id,
        text=content.text or "",
        blocks=content.blocks,
        attachments=content.attachments,
        bot_id=workspace.app.bot_id,
        app_id=workspace.app.app_id,
        username=call.text("username") or None if dressed else None,
        icons=icons if dressed and any(icons.values()) else None,
        **more,
    )
