"""What an agent is told of the channels that people look at beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.emulator.stand_in import StandIn, agent_manifest, local_slack, standing_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.emulator.local import LocalSlack

Json = dict[str, Any]

FEED = {"entities": [{"type": "slack#/types/channel_id", "value": "C0FEED", "team_id": "T0LOCAL"}]}


@pytest.fixture
def agent() -> Iterator[StandIn]:
    """An app with the Agents feature."""
    with local_slack(agent_manifest("app_context_changed")) as slack, standing_in(slack) as app:
        yield app


def test_turning_to_a_channel_is_told_with_its_id(agent: StandIn) -> None:
    assert agent.slack.do("look", user="U0MO", channel="C0FEED")["ok"]
    event = agent.wait("events_api")["event"]
    assert event.pop("event_ts")
    assert event == {"type": "app_context_changed", "user": "U0MO", "channel": "D0MO", "context": FEED}


def test_opening_the_messages_tab_beside_a_channel_brings_it_along(agent: StandIn) -> None:
    agent.slack.do("open_home", user="U0MO", tab="messages", viewing="C0FEED")
    event = agent.wait("events_api")["event"]
    assert (event["type"], event["tab"], event["context"]) == ("app_home_opened", "messages", FEED)


def test_nobody_looks_at_a_channel_that_is_closed_to_them(agent: StandIn) -> None:
    assert agent.slack.do("look", user="U0MO", channel="C0LEADS")["error"] == "channel_not_found"
    assert agent.slack.do("open_home", user="U0MO", tab="messages", viewing="C0LEADS")["error"] == "channel_not_found"
    assert agent.heard == []


def test_an_app_that_is_no_agent_is_told_nothing(slack: LocalSlack, app: StandIn) -> None:
    assert slack.do("look", user="U0MO", channel="C0FEED")["error"] == "not_enabled"
    slack.do("open_home", user="U0MO", tab="messages", viewing="C0FEED")
    assert "context" not in app.wait("events_api")["event"]
