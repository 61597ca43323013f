"""How Slack writes down a person, a bot and a channel in its answers."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from bot.emulator.things import Channel, Person
    from bot.emulator.workspace import Workspace

Json = dict[str, Any]


def user_json(workspace: Workspace, person: Person) -> Json:
    """The object of users.info and users.list."""
    profile = {
        "real_name": person.name,
        "real_name_normalized": person.name,
        "display_name": person.name,
        "display_name_normalized": person.name,
        "title": person.title,
        "email": email(workspace, person),
        "team": workspace.team["id"],
        "first_name": person.name.split(" ")[0],
        "last_name": "",
        "status_text": "",
        "status_emoji": "",
        "avatar_hash": "",
    }
    if person.is_bot:
        del profile["email"]
        profile.update({"bot_id": str(person.bot_id), "api_app_id": person.app_id or ""})
    return {
        "id": person.id,
        "team_id": workspace.team["id"],
        "name": person.handle,
        "real_name": person.name,
        "deleted": False,
        "color": "9f69e7",
        "tz": person.timezone,
        "tz_label": person.timezone,
        "tz_offset": _offset(workspace, person),
        "profile": profile,
        "is_admin": False,
        "is_owner": False,
        "is_primary_owner": False,
        "is_restricted": False,
        "is_ultra_restricted": False,
        "is_bot": person.is_bot,
        "is_app_user": False,
        "updated": 0,
        "is_email_confirmed": not person.is_bot,
    }


def _offset(workspace: Workspace, person: Person) -> int:
    """Seconds east of Greenwich, now; 0 where nobody knows the time zone."""
    try:
        zone = ZoneInfo(person.timezone)
    except (KeyError, ValueError):
        return 0
    offset = datetime.fromtimestamp(workspace.clock.now(), zone).utcoffset()
    return int(offset.total_seconds()) if offset is not None else 0


def email(workspace: Workspace, person: Person) -> str:
    """An address of the reserved kind, which nobody can have."""
    return f"{person.handle}@{workspace.team['domain']}.example"


def bot_json(workspace: Workspace, person: Person) -> Json:
    """The object of bots.info."""
    return {
        "id": person.bot_id,
        "deleted": False,
        "name": person.name,
        "updated": 0,
        "app_id": person.app_id or "",
        "user_id": person.id,
        "icons": {},
        "team_id": workspace.team["id"],
    }


def channel_json(workspace: Workspace, channel: Channel) -> Json:
    """The object of conversations.info, as the app sees it."""
    if channel.kind == "im":
        return {
            "id": channel.id,
            "created": channel.created,
            "is_channel": False,
            "is_group": False,
            "is_im": True,
            "is_mpim": False,
            "is_private": False,
            "is_archived": channel.is_archived,
            "is_org_shared": False,
            "is_user_deleted": False,
            "is_open": True,
            "context_team_id": workspace.team["id"],
            "user": channel.partner(workspace.app.id),
            "priority": 0,
        }
    return {
        "id": channel.id,
        "name": channel.name,
        "name_normalized": channel.name,
        "created": channel.created,
        "creator": channel.members[0] if channel.members else "",
        "is_channel": True,
        "is_group": False,
        "is_im": False,
        "is_mpim": False,
        "is_private": False,
        "is_archived": channel.is_archived,
        "is_general": channel.name == "general",
        "is_shared": False,
        "is_ext_shared": False,
        "is_org_shared": False,
        "is_member": workspace.app.id in channel.members,
        "context_team_id": workspace.team["id"],
        "topic": {"value": channel.topic, "creator": "", "last_set": 0},
        "purpose": {"value": channel.purpose, "creator": "", "last_set": 0},
        "previous_names": [],
    }
