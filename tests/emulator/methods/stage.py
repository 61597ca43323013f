"""A local Slack, a client of it, and what a test wants to find there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

import pytest
from slack_sdk.errors import SlackApiError

if TYPE_CHECKING:
    from collections.abc import Callable

    from slack_sdk import WebClient

    from bot.emulator.local import LocalSlack
    from bot.emulator.workspace import Workspace

T = TypeVar("T")

MO, ANA, LEE = "U0MO", "U0ANA", "U0LEE"
GENERAL, FEED, LEADS, RANDOM = "C0GENERAL", "C0FEED", "C0LEADS", "C0RANDOM"
DM = "D0MO"

SCOPES = (
    "app_mentions:read",
    "assistant:write",
    "channels:history",
    "channels:join",
    "channels:read",
    "chat:write",
    "commands",
    "im:history",
    "im:read",
    "im:write",
    "reactions:read",
    "reactions:write",
    "team:read",
    "usergroups:read",
    "users:read",
    "users:read.email",
)

MANIFEST: dict[str, Any] = {
    "display_information": {"name": "Test app"},
    "features": {
        "app_home": {"home_tab_enabled": True, "messages_tab_enabled": True},
        "bot_user": {"display_name": "Test app"},
        "agent_view": {"agent_description": "Answers.", "suggested_prompts": []},
    },
    "oauth_config": {"scopes": {"bot": list(SCOPES)}},
    "settings": {"socket_mode_enabled": True, "interactivity": {"is_enabled": True}},
}


@dataclass(frozen=True, slots=True)
class Stage:
    """`client` carries the bot's token, `app_client` the app-level one."""

    slack: LocalSlack
    client: WebClient
    app_client: WebClient

    def inside(self, work: Callable[[Workspace], T]) -> T:
        """Does something to the workspace where its state may be touched: on its own loop."""
        return self.slack.inside(work)

    def trigger(self, user: str = MO, view: str | None = None) -> str:
        """As if this person had just clicked something, in this modal if one is named."""
        return self.inside(lambda workspace: workspace.triggers.issue(user, view))

    def post(self, channel: str = GENERAL, text: str = "Hello", **more: Any) -> str:
        """The ts of a new message of the app."""
        return str(self.client.chat_postMessage(channel=channel, text=text, **more)["ts"])

    def say(self, channel: str = GENERAL, text: str = "A person speaks", user: str = MO) -> str:
        """The ts of a new message of a person."""
        return self.inside(lambda workspace: workspace.post(_said(channel, user, text)).ts)

    def seen(self, channel: str, user: str = MO) -> list[dict[str, Any]]:
        """The messages of a channel as this person's window has them."""
        (found,) = [one for one in self.slack.see(user)["channels"] if one["id"] == channel]
        return list(found["messages"])

    def channel(self, channel: str, user: str = MO) -> dict[str, Any]:
        (found,) = [one for one in self.slack.see(user)["channels"] if one["id"] == channel]
        return dict(found)


def _said(channel: str, user: str, text: str) -> Any:
    from bot.emulator.things import Message

    return Message(channel, user, text)


def refused(call: Callable[[], Any]) -> dict[str, Any]:
    """The body of a refusal; fails when the call is taken."""
    with pytest.raises(SlackApiError) as caught:
        call()
    data = caught.value.response.data
    assert isinstance(data, dict)
    assert data["ok"] is False
    return data


def error(call: Callable[[], Any]) -> str:
    """Slack's word for the refusal."""
    return str(refused(call)["error"])
