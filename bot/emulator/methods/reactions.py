"""reactions.*: the small pictures below a message."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from bot.emulator.call import SlackError
from bot.emulator.methods.posting import known_channel
from bot.emulator.wire import message_json

if TYPE_CHECKING:
    from bot.emulator.call import Call
    from bot.emulator.things import Message

Json = dict[str, Any]

NAME = re.compile(r"[a-z0-9_+'-]+(::skin-tone-[2-6])?")


def add(call: Call) -> Json:
    message, name = _message(call), _name(call)
    users = message.reactions.get(name, [])
    if call.workspace.app.id in users:
        raise SlackError("already_reacted")
    call.workspace.grow(message, reactions={**message.reactions, name: [*users, call.workspace.app.id]})
    return {"ok": True}


def remove(call: Call) -> Json:
    message, name = _message(call), _name(call)
    users = message.reactions.get(name, [])
    if call.workspace.app.id not in users:
        raise SlackError("no_reaction")
    left = [user for user in users if user != call.workspace.app.id]
    others = {other: there for other, there in message.reactions.items() if other != name}
    call.workspace.grow(message, reactions={**others, name: left} if left else others)
    return {"ok": True}


def get(call: Call) -> Json:
    message = _message(call)
    return {"ok": True, "type": "message", "channel": message.channel, "message": message_json(call.workspace, message)}


def _message(call: Call) -> Message:
    channel = known_channel(call)
    if call.workspace.app.id not in channel.members:
        raise SlackError("not_in_channel")
    return call.workspace.message(channel, str(call.need("timestamp")))


def _name(call: Call) -> str:
    name = str(call.need("name")).strip(":")
    if NAME.fullmatch(name) is None:
        raise SlackError("invalid_name")
    return name
