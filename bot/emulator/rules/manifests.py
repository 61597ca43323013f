"""What an app's manifest must grant for what it declares: each event and feature has its scope."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bot.emulator.rules.shapes import Record, Several, Shape, Text

_CHANNELS, _READ_OR_GROUPS = ("channels:read",), ("channels:read", "groups:read")

EVENTS: dict[str, tuple[str, ...]] = {
    "agent_session_stopped": ("chat:write",),
    "agent_session_title_changed": ("chat:write",),
    "app_mention": ("app_mentions:read",),
    "channel_archive": _CHANNELS,
    "channel_created": _CHANNELS,
    "channel_deleted": _CHANNELS,
    "channel_history_changed": ("channels:history",),
    "channel_left": _CHANNELS,
    "channel_rename": _CHANNELS,
    "channel_unarchive": _CHANNELS,
    "dnd_updated_user": ("dnd:read",),
    "emoji_changed": ("emoji:read",),
    "file_change": ("files:read",),
    "file_created": ("files:read",),
    "file_deleted": ("files:read",),
    "file_public": ("files:read",),
    "file_shared": ("files:read",),
    "file_unshared": ("files:read",),
    "group_archive": ("groups:read",),
    "group_rename": ("groups:read",),
    "im_created": ("im:read",),
    "im_open": ("im:read",),
    "link_shared": ("links:read",),
    "member_joined_channel": _READ_OR_GROUPS,
    "member_left_channel": _READ_OR_GROUPS,
    "message.channels": ("channels:history",),
    "message.groups": ("groups:history",),
    "message.im": ("im:history",),
    "message.mpim": ("mpim:history",),
    "message_metadata_deleted": ("metadata.message:read",),
    "message_metadata_posted": ("metadata.message:read",),
    "message_metadata_updated": ("metadata.message:read",),
    "pin_added": ("pins:read",),
    "pin_removed": ("pins:read",),
    "reaction_added": ("reactions:read",),
    "reaction_removed": ("reactions:read",),
    "subteam_created": ("usergroups:read",),
    "subteam_members_changed": ("usergroups:read",),
    "subteam_updated": ("usergroups:read",),
    "team_domain_change": ("team:read",),
    "team_join": ("users:read",),
    "team_rename": ("team:read",),
    "user_change": ("users:read",),
}
"""Any one of them suffices; an event that is not here needs none."""

FEATURES = {"agent_view": "assistant:write", "shortcuts": "commands", "slash_commands": "commands"}

_SHORTCUT: dict[str, Shape] = {"name": Text(), "type": Text(), "callback_id": Text()}
_LISTS = {
    ("features", "slash_commands"): Several(Record({"command": Text()}, closed=False)),
    ("features", "shortcuts"): Several(Record(_SHORTCUT, closed=False)),
    ("oauth_config", "scopes", "bot"): Several(Text()),
    ("settings", "event_subscriptions", "bot_events"): Several(Text()),
}
"""The lists of a manifest that the workspace reads, and what it must find in them."""


def problems(manifest: object) -> list[str]:
    """Why no app can be made of this manifest, each in a few words; empty when one can. Takes any JSON and never raises."""
    if not isinstance(manifest, Mapping):
        return ["it is no JSON object"]
    malformed = [
        f"{'.'.join(path)}{problem.pointer.replace('/', '.')} {problem.message}"
        for path, shape in _LISTS.items()
        for problem in shape.problems(_at(manifest, *path) or [], "")
    ]
    return malformed or [*_ungranted(manifest)]


def _ungranted(manifest: Mapping[str, object]) -> Iterator[str]:
    granted = _strings(_at(manifest, "oauth_config", "scopes", "bot"))
    for event in _strings(_at(manifest, "settings", "event_subscriptions", "bot_events")):
        needed = EVENTS.get(event, ())
        if needed and not set(needed) & set(granted):
            yield f"it subscribes to {event} without the scope {' or '.join(needed)}"
    for feature, scope in FEATURES.items():
        if _at(manifest, "features", feature) not in (None, []) and scope not in granted:
            yield f"it declares {feature} without the scope {scope}"


def _at(manifest: Mapping[str, object], *path: str) -> object:
    found: object = manifest
    for step in path:
        found = found.get(step) if isinstance(found, Mapping) else None
    return found


def _strings(value: object) -> list[str]:
    return [one for one in value if isinstance(one, str)] if isinstance(value, list) else []
