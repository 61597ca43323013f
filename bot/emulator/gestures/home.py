"""The app's own place, its Home tab and its Messages tab, and what people look at beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.emulator.call import SlackError
from bot.emulator.gestures.doing import Fields, Json, done, where, who
from bot.emulator.wire import view_json

if TYPE_CHECKING:
    from bot.emulator.service import Service
    from bot.emulator.things import Channel


async def open_home(service: Service, fields: Fields) -> Json:
    """{user, tab: "home" | "messages", viewing?}: app_home_opened; its `view` is there once something has been published.

    `viewing` is the channel beside it: an agent is told of that as context.
    """
    person = who(service, fields)
    workspace = service.workspace
    tab = str(fields.get("tab") or "home")
    enabled = {"home": workspace.manifest.home_tab, "messages": workspace.manifest.messages_tab}
    if not enabled.get(tab, False):
        raise SlackError("not_enabled")
    event: Json = {
        "type": "app_home_opened",
        "user": person.id,
        "channel": workspace.dm(person.id).id,
        "tab": tab,
        "event_ts": workspace.ids.action_ts(),
    }
    home = workspace.views.home(person.id)
    if tab == "home" and home is not None:
        event["view"] = view_json(workspace, home)
    if workspace.manifest.agent is not None and fields.get("viewing"):
        event["context"] = _context(service, where(service, person, {"channel": fields["viewing"]}))
    return done(event_id=service.events.emit(event, "app_home_opened"))


async def look(service: Service, fields: Fields) -> Json:
    """{user, channel}: with the agent's Messages tab open beside it, the person turns to this channel: app_context_changed."""
    person = who(service, fields)
    workspace = service.workspace
    if workspace.manifest.agent is None:
        raise SlackError("not_enabled")
    event: Json = {
        "type": "app_context_changed",
        "user": person.id,
        "channel": workspace.dm(person.id).id,
        "context": _context(service, where(service, person, fields)),
        "event_ts": workspace.ids.action_ts(),
    }
    return done(event_id=service.events.emit(event, "app_context_changed"))


def _context(service: Service, channel: Channel) -> Json:
    entity = {"type": "slack#/types/channel_id", "value": channel.id, "team_id": service.workspace.team["id"]}
    return {"entities": [entity]}
