"""What the workspace knows of the app: its manifest, the JSON that one uploads to Slack."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from bot.emulator.errors import EmulatorError
from bot.emulator.rules.manifests import problems

Json = dict[str, Any]

STOPPED = "agent_session_stopped"
"""The event of the Stop button. An app that does not subscribe to it has no such button."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """Reads of one app manifest (version 1 or 2). What is absent counts as switched off, as in Slack."""

    raw: Json

    @staticmethod
    def checked(raw: Any) -> Manifest:
        """Raises EmulatorError, in one sentence, for what is no manifest or does not grant what it declares."""
        found = problems(raw)
        if found:
            raise EmulatorError(f"The manifest cannot be used: {'; '.join(found)}.")
        return Manifest(raw)

    @property
    def name(self) -> str:
        given = _at(self.raw, "features", "bot_user").get("display_name") or _at(self.raw, "display_information").get("name")
        return str(given or "App")

    @property
    def commands(self) -> list[Json]:
        return list(_at(self.raw, "features").get("slash_commands") or [])

    def command(self, name: str) -> Json | None:
        return next((command for command in self.commands if command["command"] == name), None)

    def shortcuts(self, kind: str) -> list[Json]:
        """`kind` is "global" or "message"."""
        return [shortcut for shortcut in _at(self.raw, "features").get("shortcuts") or [] if shortcut["type"] == kind]

    @property
    def scopes(self) -> tuple[str, ...]:
        """The bot token's scopes."""
        return tuple(_at(self.raw, "oauth_config", "scopes").get("bot") or [])

    def hears(self, event: str) -> bool:
        """Whether the app subscribes to this event ("app_mention", "message.im"...)."""
        return event in (_at(self.raw, "settings", "event_subscriptions").get("bot_events") or [])

    @property
    def interactive(self) -> bool:
        return bool(_at(self.raw, "settings", "interactivity").get("is_enabled", False))

    @property
    def home_tab(self) -> bool:
        return bool(_at(self.raw, "features", "app_home").get("home_tab_enabled", False))

    @property
    def messages_tab(self) -> bool:
        return bool(_at(self.raw, "features", "app_home").get("messages_tab_enabled", False))

    @property
    def agent(self) -> Json | None:
        """{"description", "suggested_prompts"} when the Agents feature is on."""
        view = _at(self.raw, "features").get("agent_view")
        if view is None:
            return None
        return {"description": view.get("agent_description", ""), "suggested_prompts": view.get("suggested_prompts") or []}


def _at(raw: Json, *path: str) -> Json:
    for step in path:
        found = raw.get(step)
        raw = found if isinstance(found, dict) else {}
    return raw
