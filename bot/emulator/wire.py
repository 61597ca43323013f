"""How things look on the wire: people, messages and windows as Slack's JSON has them."""

from __future__ import annotations

import secrets
from copy import deepcopy
from typing import TYPE_CHECKING, Any

from bot.emulator.ids import ALPHABET
from bot.emulator.rules.blocks import all_blocks, elements_of

if TYPE_CHECKING:
    from bot.emulator.things import Channel, Message, Person
    from bot.emulator.views import View
    from bot.emulator.workspace import Workspace

Json = dict[str, Any]

VERIFICATION_TOKEN = "local-verification-token"  # noqa: S105  because it is Slack's old token that every payload shows
WITHOUT_ACTIONS = frozenset({"context", "rich_text", "table", "data_table"})


def message_json(workspace: Workspace, message: Message) -> Json:
    """A message as history, events and interactions carry it; a thread's root tells of its replies."""
    shape: Json = {"type": "message", "user": message.user, "text": message.text, "ts": message.ts, "team": workspace.team["id"]}
    optional = {
        "bot_id": message.bot_id,
        "bot_profile": _bot_profile(workspace, message),
        "app_id": message.app_id,
        "subtype": message.subtype,
        "username": message.username,
        "icons": message.icons,
        "blocks": message.blocks,
        "attachments": message.attachments,
        "client_msg_id": message.client_msg_id,
        "metadata": message.metadata,
        "thread_ts": message.thread_ts,
        "edited": {"user": message.user, "ts": message.edited} if message.edited else None,
        "reactions": [{"name": name, "users": users, "count": len(users)} for name, users in message.reactions.items()] or None,
    }
    shape |= {name: value for name, value in optional.items() if value is not None}
    return shape if message.only_to else shape | _thread_json(workspace, message)


def view_json(workspace: Workspace, view: View) -> Json:
    """A window as views.* answer it and as interactions carry it, with what has been filled in so far."""
    definition = view.definition
    return {
        "id": view.id,
        "team_id": workspace.team["id"],
        "type": view.kind,
        "blocks": view.blocks,
        "private_metadata": definition.get("private_metadata") or "",
        "callback_id": view.callback_id,
        "state": {"values": view.state},
        "hash": view.hash,
        "title": definition.get("title") or {"type": "plain_text", "text": "View Title", "emoji": True},
        "clear_on_close": bool(definition.get("clear_on_close")),
        "notify_on_close": bool(definition.get("notify_on_close")),
        "close": definition.get("close"),
        "submit": definition.get("submit"),
        "previous_view_id": view.previous_view_id,
        "root_view_id": view.root_view_id,
        "app_id": workspace.app.app_id,
        "external_id": view.external_id,
        "app_installed_team_id": workspace.team["id"],
        "bot_id": workspace.app.bot_id,
    }


def user_json(workspace: Workspace, person: Person) -> Json:
    """The short form inside interactions."""
    return {"id": person.id, "username": person.handle, "name": person.handle, "team_id": workspace.team["id"]}


def team_json(workspace: Workspace) -> Json:
    return {"id": workspace.team["id"], "domain": workspace.team["domain"]}


def channel_name(channel: Channel) -> str:
    """What payloads call it; a direct conversation has no name of its own."""
    return "directmessage" if channel.kind == "im" else channel.name


def with_ids(blocks: list[Json]) -> list[Json]:
    """A copy in which every block has a block_id and every element that can act an action_id, as Slack gives them."""
    copy = deepcopy(blocks)
    for block, _ in all_blocks(copy):
        assert isinstance(block, dict)
        block["block_id"] = block.get("block_id") or _short_id()
        if block.get("type") in WITHOUT_ACTIONS:
            continue
        for element, _ in elements_of(block):
            if element.get("type") != "image":
                assert isinstance(element, dict)
                element["action_id"] = element.get("action_id") or _short_id()
    return copy


def _short_id() -> str:
    return "".join(secrets.choice(ALPHABET) for _ in range(5))


def _bot_profile(workspace: Workspace, message: Message) -> Json | None:
    bot = workspace.people.get(message.user)
    if bot is None or message.bot_id is None:
        return None
    return {
        "id": bot.bot_id,
        "name": bot.name,
        "app_id": bot.app_id or "",
        "user_id": bot.id,
        "icons": {},
        "team_id": workspace.team["id"],
        "deleted": False,
        "updated": 0,
    }


def _thread_json(workspace: Workspace, message: Message) -> Json:
    channel = workspace.channels[message.channel]
    if message.thread_ts is not None and message.thread_ts != message.ts:
        root = channel.find(message.thread_ts)
        return {"parent_user_id": root.user} if root else {}
    replies = channel.replies(message.ts)
    if not replies:
        return {}
    users = list(dict.fromkeys(reply.user for reply in replies))
    return {
        "thread_ts": message.ts,
        "reply_count": len(replies),
        "reply_users": users[:5],
        "reply_users_count": len(users),
        "latest_reply": replies[-1].ts,
        "is_locked": False,
        "subscribed": False,
    }
