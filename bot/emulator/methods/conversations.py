"""conversations.*: which there are, who is in them, what was said."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.emulator.call import SlackError, with_warnings
from bot.emulator.methods.pages import page_of
from bot.emulator.methods.posting import known_channel
from bot.emulator.methods.scopes import need_scope_for
from bot.emulator.methods.shown import channel_json
from bot.emulator.wire import message_json

if TYPE_CHECKING:
    from bot.emulator.call import Call
    from bot.emulator.things import Channel, Message

Json = dict[str, Any]

TYPES = ("public_channel", "private_channel", "mpim", "im")


def open_(call: Call) -> Json:
    """The conversation with one person. Group conversations do not exist in this workspace."""
    workspace = call.workspace
    if call.get("channel") is not None:
        channel = known_channel(call)
    else:
        users = [user for user in _listed(call.get("users")) if user]
        if not users:
            raise SlackError("users_list_not_supplied")
        if len(users) > 1:
            raise SlackError("too_many_users", detail="this local workspace has no group conversations")
        if workspace.person(users[0]).is_bot:
            raise SlackError("cannot_dm_bot")
        channel = workspace.dm(users[0])
    shown = channel_json(workspace, channel) if call.flag("return_im") else {"id": channel.id}
    return {"ok": True, "no_op": True, "already_open": True, "channel": shown}


def info(call: Call) -> Json:
    channel = known_channel(call)
    need_scope_for(call, channel, "read")
    shown = channel_json(call.workspace, channel)
    if call.flag("include_num_members"):
        shown["num_members"] = len(channel.members)
    return {"ok": True, "channel": shown}


def list_(call: Call) -> Json:
    """All channels and conversations of the types asked for; of direct ones only the app's own."""
    types = _types(call)
    found = [channel for channel in call.workspace.channels.values() if _type(channel) in types]
    return _channels(call, found)


def of_user(call: Call) -> Json:
    """users.conversations: those in which somebody (the app, if nobody is named) is a member."""
    user = call.text("user") or call.workspace.app.id
    call.workspace.person(user)
    types = _types(call)
    found = [channel for channel in call.workspace.channels.values() if _type(channel) in types and user in channel.members]
    return _channels(call, found)


def members(call: Call) -> Json:
    channel = known_channel(call)
    need_scope_for(call, channel, "read")
    page, more = page_of(channel.members, call)
    return {"ok": True, "members": page, "response_metadata": more}


def join(call: Call) -> Json:
    channel = known_channel(call)
    if channel.kind == "im":
        raise SlackError("method_not_supported_for_channel_type")
    if channel.is_archived:
        raise SlackError("is_archived")
    fresh = call.workspace.join(channel, call.workspace.app.id)
    answer = {"ok": True, "channel": channel_json(call.workspace, channel)}
    return answer if fresh else with_warnings(answer, ["already_in_channel"])


def history(call: Call) -> Json:
    """The newest first; replies only where they were also sent to the channel."""
    channel = _readable(call)
    said = [message for message in channel.messages if message.thread_ts in {None, message.ts} or message.broadcast]
    return _messages(call, _between(call, said)[::-1])


def replies(call: Call) -> Json:
    """The root first, then the replies in the order of their time."""
    channel = _readable(call)
    message = channel.find(call.text("ts"))
    if message is None:
        raise SlackError("thread_not_found")
    root = channel.find(message.thread_ts or message.ts) or message
    return _messages(call, [root, *_between(call, channel.replies(root.ts))], size=1000)


def _readable(call: Call) -> Channel:
    channel = known_channel(call)
    need_scope_for(call, channel, "history")
    if call.workspace.app.id not in channel.members:
        raise SlackError("not_in_channel")
    return channel


def _between(call: Call, said: list[Message]) -> list[Message]:
    """Those after `oldest` and before `latest`; these themselves only with `inclusive`."""
    oldest, latest = _moment(call, "oldest"), _moment(call, "latest")
    inclusive = call.flag("inclusive")

    def fits(message: Message) -> bool:
        at = float(message.ts)
        after = oldest is None or at > oldest or (inclusive and at == oldest)
        before = latest is None or at < latest or (inclusive and at == latest)
        return after and before

    return [message for message in said if fits(message)]


def _moment(call: Call, name: str) -> float | None:
    """Raises invalid_ts_oldest or invalid_ts_latest."""
    given = call.text(name)
    if given in {"", "now"}:
        return None
    try:
        return float(given)
    except ValueError:
        raise SlackError(f"invalid_ts_{name}") from None


def _messages(call: Call, said: list[Message], *, size: int = 100) -> Json:
    page, more = page_of(said, call, size=size)
    shown = [message_json(call.workspace, message) for message in page]
    if not call.flag("include_all_metadata"):
        shown = [{name: value for name, value in one.items() if name != "metadata"} for one in shown]
    return {"ok": True, "messages": shown, "has_more": bool(more["next_cursor"]), "response_metadata": more}


def _channels(call: Call, found: list[Channel]) -> Json:
    if call.flag("exclude_archived"):
        found = [channel for channel in found if not channel.is_archived]
    page, more = page_of(found, call)
    return {"ok": True, "channels": [channel_json(call.workspace, channel) for channel in page], "response_metadata": more}


def _types(call: Call) -> set[str]:
    """Raises invalid_types."""
    types = set(_listed(call.get("types"))) or {"public_channel"}
    if not types <= set(TYPES):
        raise SlackError("invalid_types")
    return types


def _type(channel: Channel) -> str:
    return "im" if channel.kind == "im" else "public_channel"


def _listed(value: object) -> list[str]:
    """A list, or the comma-separated string that a form carries."""
    if isinstance(value, list):
        return [str(one) for one in value]
    return [one.strip() for one in str(value or "").split(",") if one.strip()]
