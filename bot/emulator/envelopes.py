"""Every payload that Slack sends to an app, complete in its fields. Pure: state in, JSON out."""

from __future__ import annotations

import base64
import json
from typing import TYPE_CHECKING, Any

from bot.emulator.things import Message
from bot.emulator.wire import VERIFICATION_TOKEN, channel_name, message_json, team_json, user_json, view_json

if TYPE_CHECKING:
    from bot.emulator.things import Channel, Person
    from bot.emulator.views import View
    from bot.emulator.workspace import Workspace

Json = dict[str, Any]


def slash_command(workspace: Workspace, person: Person, channel: Channel, command: str, text: str, response_url: str) -> Json:
    """The fields of a slash command; over HTTP they are a form, so all of them are strings."""
    return {
        "token": VERIFICATION_TOKEN,
        "team_id": workspace.team["id"],
        "team_domain": workspace.team["domain"],
        "channel_id": channel.id,
        "channel_name": channel_name(channel),
        "user_id": person.id,
        "user_name": person.handle,
        "command": command,
        "text": text,
        "api_app_id": workspace.app.app_id,
        "is_enterprise_install": "false",
        "response_url": response_url,
        "trigger_id": workspace.triggers.issue(person.id),
    }


def block_actions_in_message(
    workspace: Workspace, person: Person, message: Message, action: Json, state: Json, response_url: str
) -> Json:
    """A press in a message. An ephemeral message itself is not sent along: Slack keeps no copy of it."""
    channel = workspace.channels[message.channel]
    ephemeral = message.only_to is not None
    thread = {"thread_ts": message.thread_ts} if message.thread_ts else {}
    return {
        **_interaction(workspace, person, "block_actions"),
        "container": {
            "type": "message",
            "message_ts": message.ts,
            "channel_id": channel.id,
            "is_ephemeral": ephemeral,
            **thread,
        },
        "trigger_id": workspace.triggers.issue(person.id),
        "channel": {"id": channel.id, "name": channel_name(channel)},
        **({} if ephemeral else {"message": message_json(workspace, message)}),
        "state": {"values": state},
        "response_url": response_url,
        "actions": [action],
    }


def block_actions_in_view(workspace: Workspace, person: Person, view: View, action: Json) -> Json:
    """A press in a modal or on the Home tab."""
    return {
        **_interaction(workspace, person, "block_actions"),
        "container": {"type": "view", "view_id": view.id},
        "trigger_id": workspace.triggers.issue(person.id, view.id if view.kind == "modal" else None),
        "view": view_json(workspace, view),
        "state": {"values": view.state},
        "actions": [action],
    }


def view_submission(workspace: Workspace, person: Person, view: View, response_urls: list[Json]) -> Json:
    return {
        **_interaction(workspace, person, "view_submission"),
        "trigger_id": workspace.triggers.issue(person.id, view.id),
        "view": view_json(workspace, view),
        "response_urls": response_urls,
    }


def view_closed(workspace: Workspace, person: Person, view: View, *, cleared: bool) -> Json:
    return {**_interaction(workspace, person, "view_closed"), "view": view_json(workspace, view), "is_cleared": cleared}


def global_shortcut(workspace: Workspace, person: Person, callback_id: str) -> Json:
    """Without channel or response_url: it belongs to no place."""
    return {
        **_interaction(workspace, person, "shortcut"),
        "action_ts": workspace.ids.action_ts(),
        "callback_id": callback_id,
        "trigger_id": workspace.triggers.issue(person.id),
    }


def message_shortcut(workspace: Workspace, person: Person, message: Message, callback_id: str, response_url: str) -> Json:
    channel = workspace.channels[message.channel]
    return {
        **_interaction(workspace, person, "message_action"),
        "action_ts": workspace.ids.action_ts(),
        "callback_id": callback_id,
        "trigger_id": workspace.triggers.issue(person.id),
        "response_url": response_url,
        "message_ts": message.ts,
        "channel": {"id": channel.id, "name": channel_name(channel)},
        "message": message_json(workspace, message),
    }


def block_suggestion(workspace: Workspace, person: Person, ids: tuple[str, str], value: str, place: Message | View) -> Json:
    """`ids` are block_id and action_id of the select in which the person types."""
    block_id, action_id = ids
    payload = {
        **_interaction(workspace, person, "block_suggestion"),
        "block_id": block_id,
        "action_id": action_id,
        "value": value,
    }
    if not isinstance(place, Message):
        return {**payload, "container": {"type": "view", "view_id": place.id}, "view": view_json(workspace, place)}
    channel = workspace.channels[place.channel]
    ephemeral = place.only_to is not None
    container = {"type": "message", "message_ts": place.ts, "channel_id": channel.id, "is_ephemeral": ephemeral}
    message = {} if ephemeral else {"message": message_json(workspace, place)}
    return {**payload, "container": container, "channel": {"id": channel.id, "name": channel_name(channel)}, **message}


def event_callback(workspace: Workspace, event: Json, event_id: str) -> Json:
    """The outer form of everything that comes through the Events API."""
    team = workspace.team["id"]
    return {
        "token": VERIFICATION_TOKEN,
        "team_id": team,
        "context_team_id": team,
        "context_enterprise_id": None,
        "api_app_id": workspace.app.app_id,
        "event": event,
        "type": "event_callback",
        "event_id": event_id,
        "event_time": int(workspace.clock.now()),
        "authorizations": [
            {
                "enterprise_id": None,
                "team_id": team,
                "user_id": workspace.app.id,
                "is_bot": True,
                "is_enterprise_install": False,
            }
        ],
        "is_ext_shared_channel": False,
        "event_context": _event_context(workspace, event),
    }


def _interaction(workspace: Workspace, person: Person, kind: str) -> Json:
    return {
        "type": kind,
        "user": user_json(workspace, person),
        "api_app_id": workspace.app.app_id,
        "token": VERIFICATION_TOKEN,
        "team": team_json(workspace),
        "enterprise": None,
        "is_enterprise_install": False,
    }


def _event_context(workspace: Workspace, event: Json) -> str:
    where = {"et": event["type"], "tid": workspace.team["id"], "aid": workspace.app.app_id, "cid": event.get("channel")}
    return "4-" + base64.urlsafe_b64encode(json.dumps(where).encode()).decode().rstrip("=")
