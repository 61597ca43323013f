"""What one person sees: everything that the page needs to draw their window."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.emulator.manifest import STOPPED
from bot.emulator.wire import view_json

if TYPE_CHECKING:
    from bot.emulator.service import Service
    from bot.emulator.things import Channel, Message, Person
    from bot.emulator.views import View
    from bot.emulator.workspace import Workspace

Json = dict[str, Any]


def see(service: Service, user: str) -> Json:
    """The state of the workspace through this person's eyes. Raises SlackError user_not_found."""
    workspace = service.workspace
    me = workspace.person(user)
    home = workspace.views.home(user)
    mine = [channel for channel in workspace.channels.values() if user in channel.members]
    return {
        "seq": workspace.changes.of(user),
        "now": workspace.clock.now(),
        "team": dict(workspace.team),
        "me": _person(me),
        "default_person": workspace.default_person.id,
        "feed_channel": workspace.world.feed_channel,
        "people": [{**_person(person), "is_bot": person.is_bot} for person in workspace.people.values()],
        "app": _app(service),
        "channels": [_channel(workspace, channel, user) for channel in mine],
        "home": view_json(workspace, home) | {"notice": home.notice} if home else None,
        "modals": [_modal(workspace, view) for view in workspace.views.stack(user)],
        "toasts": [{"id": toast.id, "kind": toast.kind, "text": toast.text} for toast in workspace.toasts.get(user, [])],
        "commands": [_command(command) for command in workspace.manifest.commands],
        "shortcuts": {kind: [_shortcut(one) for one in workspace.manifest.shortcuts(kind)] for kind in ("global", "message")},
    }


def _person(person: Person) -> Json:
    return {"id": person.id, "name": person.name, "title": person.title}


def _app(service: Service) -> Json:
    manifest, app = service.workspace.manifest, service.workspace.app
    return {
        "id": app.app_id,
        "name": app.name,
        "bot_user_id": app.id,
        "connected": service.way.connected() > 0,
        "home_tab": manifest.home_tab,
        "messages_tab": manifest.messages_tab,
        "agent": manifest.agent,
        "stoppable": manifest.hears(STOPPED),
    }


def _channel(workspace: Workspace, channel: Channel, user: str) -> Json:
    read = channel.read.get(user, "")
    unread = sum(message.ts > read and message.user != user for message in channel.messages)
    seen = [*channel.messages, *(whisper for whisper in channel.whispers if whisper.only_to == user)]
    statuses = [{"thread_ts": thread_ts, "text": status.text} for thread_ts, status in channel.statuses.items()]
    return {
        "id": channel.id,
        "name": channel.name,
        "kind": channel.kind,
        "topic": channel.topic,
        "app": channel.kind == "im",
        "app_is_member": workspace.app.id in channel.members,
        "unread": unread,
        "messages": [_message(workspace, channel, message) for message in sorted(seen, key=lambda message: message.ts)],
        "status": statuses[-1] if statuses else None,
        "statuses": statuses,
        "prompts": channel.prompts,
        "prompts_title": channel.prompts_title,
        "titles": channel.titles,
    }


def _message(workspace: Workspace, channel: Channel, message: Message) -> Json:
    author = workspace.people.get(message.user)
    return {
        "ts": message.ts,
        "user": message.user,
        "name": message.username or (author.name if author else message.user),
        "is_bot": message.bot_id is not None,
        "text": message.text,
        "blocks": message.blocks,
        "attachments": message.attachments,
        "thread_ts": message.thread_ts,
        "reply_count": 0 if message.only_to else len(channel.replies(message.ts)),
        "edited": message.edited is not None,
        "ephemeral": message.only_to is not None,
        "streaming": message.streaming,
        "warning": message.warning,
        "broadcast": message.broadcast,
        "reactions": message.reactions,
    }


def _modal(workspace: Workspace, view: View) -> Json:
    return view_json(workspace, view) | {"busy": view.busy, "errors": view.errors, "notice": view.notice}


def _command(command: Json) -> Json:
    return {name: command.get(name, "") for name in ("command", "description", "usage_hint")}


def _shortcut(shortcut: Json) -> Json:
    return {name: shortcut.get(name, "") for name in ("callback_id", "name", "description")}
