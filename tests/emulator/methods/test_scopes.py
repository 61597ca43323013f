"""An app may do what its manifest says, with the right token, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from slack_sdk import WebClient

from bot.emulator.clock import Clock
from bot.emulator.local import LocalSlack
from tests.emulator.blocks import home
from tests.emulator.methods.stage import DM, GENERAL, MO, Stage, error, refused

if TYPE_CHECKING:
    from collections.abc import Iterator

POOR: dict[str, Any] = {
    "display_information": {"name": "Poor app"},
    "oauth_config": {"scopes": {"bot": ["chat:write", "assistant:write", "channels:history", "channels:read"]}},
}


@pytest.fixture(scope="module")
def poor() -> Iterator[WebClient]:
    """A client of an app with few scopes, no Home tab, no Messages tab and no agent."""
    with LocalSlack.start(None, POOR, clock=Clock(start=1_790_000_000.0, running=False)) as slack:
        yield WebClient(token=slack.bot_token, base_url=slack.api_url)


def test_a_missing_scope_is_named_beside_those_that_are_there(poor: WebClient) -> None:
    body = refused(lambda: poor.users_info(user=MO))
    assert (body["error"], body["needed"]) == ("missing_scope", "users:read")
    assert "chat:write" in body["provided"]


def test_the_scope_for_reading_depends_on_the_kind_of_conversation(poor: WebClient) -> None:
    assert poor.conversations_history(channel=GENERAL)["ok"]
    body = refused(lambda: poor.conversations_history(channel=DM))
    assert (body["error"], body["needed"]) == ("missing_scope", "im:history")


def test_what_the_manifest_switches_off_is_off(poor: WebClient) -> None:
    assert error(lambda: poor.views_publish(user_id=MO, view=home())) == "not_enabled"
    assert error(lambda: poor.chat_postMessage(channel=DM, text="a")) == "messages_tab_disabled"
    session: dict[str, Any] = {"channel_id": GENERAL, "thread_ts": "1.000001", "status": "active"}
    assert error(lambda: poor.agents_sessions_setStatus(**session)) == "not_authorized"
    prompts = [{"title": "a", "message": "b"}]
    assert error(lambda: poor.assistant_threads_setSuggestedPrompts(channel_id=DM, prompts=prompts)) == "not_agent_app"


def test_a_method_wants_its_own_kind_of_token(stage: Stage) -> None:
    nobody = WebClient(base_url=stage.slack.api_url)
    stranger = WebClient(token="xoxb-unknown", base_url=stage.slack.api_url)
    assert error(nobody.auth_test) == "not_authed"
    assert error(stranger.auth_test) == "invalid_auth"
    assert error(stage.app_client.auth_test) == "not_allowed_token_type"
    assert error(lambda: stage.client.api_call("apps.connections.open")) == "not_allowed_token_type"
    assert nobody.api_test()["ok"]


def test_an_address_is_shown_only_with_the_scope_for_it(stage: Stage) -> None:
    assert stage.client.users_info(user=MO)["user"]["profile"]["email"] == "mo@local.example"
