"""The Web API methods that this workspace serves, what scope each needs, and which token."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal

from bot.emulator.call import Call
from bot.emulator.methods import (
    agents,
    assistant,
    auth,
    chat,
    conversations,
    misc,
    people,
    reactions,
    schedule,
    streams,
    validate,
    views,
)

Method = Callable[[Call], dict[str, Any]]

METHODS: dict[str, Method] = {
    "agents.sessions.rename": agents.rename,
    "agents.sessions.setStatus": agents.set_status,
    "api.test": auth.api_test,
    "apps.connections.open": auth.connections_open,
    "assistant.threads.setStatus": assistant.set_status,
    "assistant.threads.setSuggestedPrompts": assistant.set_suggested_prompts,
    "assistant.threads.setTitle": assistant.set_title,
    "auth.test": auth.auth_test,
    "blocks.validate": validate.validate,
    "bots.info": misc.bots_info,
    "chat.appendStream": streams.append,
    "chat.delete": chat.delete,
    "chat.deleteScheduledMessage": schedule.delete_scheduled,
    "chat.getPermalink": chat.get_permalink,
    "chat.postEphemeral": chat.post_ephemeral,
    "chat.postMessage": chat.post_message,
    "chat.scheduleMessage": schedule.schedule_message,
    "chat.scheduledMessages.list": schedule.scheduled_list,
    "chat.startStream": streams.start,
    "chat.stopStream": streams.stop,
    "chat.update": chat.update,
    "conversations.history": conversations.history,
    "conversations.info": conversations.info,
    "conversations.join": conversations.join,
    "conversations.list": conversations.list_,
    "conversations.members": conversations.members,
    "conversations.open": conversations.open_,
    "conversations.replies": conversations.replies,
    "reactions.add": reactions.add,
    "reactions.get": reactions.get,
    "reactions.remove": reactions.remove,
    "team.info": misc.team_info,
    "usergroups.list": misc.usergroups_list,
    "usergroups.users.list": misc.usergroup_users,
    "users.conversations": conversations.of_user,
    "users.info": people.info,
    "users.list": people.list_,
    "users.lookupByEmail": people.lookup_by_email,
    "views.open": views.open_,
    "views.publish": views.publish,
    "views.push": views.push,
    "views.update": views.update,
}

_WRITE = ("chat:write",)
_HISTORY = ("channels:history", "im:history")
_READ = ("channels:read", "im:read")

SCOPES: dict[str, tuple[str, ...]] = {
    "agents.sessions.rename": _WRITE,
    "agents.sessions.setStatus": _WRITE,
    "assistant.threads.setStatus": (*_WRITE, "assistant:write"),
    "assistant.threads.setSuggestedPrompts": ("assistant:write",),
    "assistant.threads.setTitle": ("assistant:write",),
    "bots.info": ("users:read",),
    "chat.appendStream": _WRITE,
    "chat.delete": _WRITE,
    "chat.deleteScheduledMessage": _WRITE,
    "chat.postEphemeral": _WRITE,
    "chat.postMessage": _WRITE,
    "chat.scheduleMessage": _WRITE,
    "chat.startStream": _WRITE,
    "chat.stopStream": _WRITE,
    "chat.update": _WRITE,
    "conversations.history": _HISTORY,
    "conversations.info": _READ,
    "conversations.join": ("channels:join",),
    "conversations.list": _READ,
    "conversations.members": _READ,
    "conversations.open": ("im:write",),
    "conversations.replies": _HISTORY,
    "reactions.add": ("reactions:write",),
    "reactions.get": ("reactions:read",),
    "reactions.remove": ("reactions:write",),
    "team.info": ("team:read",),
    "usergroups.list": ("usergroups:read",),
    "usergroups.users.list": ("usergroups:read",),
    "users.conversations": _READ,
    "users.info": ("users:read",),
    "users.list": ("users:read",),
    "users.lookupByEmail": ("users:read.email",),
}
"""Any one of them suffices; a method that is not here needs none."""

TOKENS: dict[str, Literal["app"] | None] = {"api.test": None, "apps.connections.open": "app", "blocks.validate": None}
"""Methods that want the app-level token, or none at all; every other method wants the bot's."""
