"""The Stop button: there only for an app that listens to it, and then nothing more can be added."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from tests.emulator.stand_in import agent_manifest, channel_of, local_slack, messages, standing_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.emulator.local import LocalSlack
    from tests.emulator.stand_in import StandIn

Json = dict[str, Any]


@pytest.fixture
def agent() -> Iterator[StandIn]:
    """An agent that can be stopped."""
    with local_slack(agent_manifest("agent_session_stopped")) as slack, standing_in(slack) as app:
        yield app


class Answer:
    """What the agent has begun to write to Mo."""

    def __init__(self, slack: LocalSlack) -> None:
        self.client = WebClient(token=slack.bot_token, base_url=slack.api_url)
        self.thread = slack.do("say", user="U0MO", channel="D0MO", text="tell me all")["ts"]
        self.client.agents_sessions_setStatus(channel_id="D0MO", thread_ts=self.thread, status="processing")
        started = self.client.chat_startStream(channel="D0MO", thread_ts=self.thread, markdown_text="First,")
        self.at: Json = {"channel": "D0MO", "ts": started["ts"]}


def test_stopping_ends_the_stream_and_tells_the_app(agent: StandIn) -> None:
    slack, answer = agent.slack, Answer(agent.slack)
    assert slack.see("U0MO")["app"]["stoppable"] is True
    assert slack.do("stop", user="U0MO", channel="D0MO", thread_ts=answer.thread)["ok"]
    event = slack.wait(lambda: agent.events("agent_session_stopped"), what="the event")[0]["payload"]["event"]
    assert event.pop("event_ts")
    assert event == {
        "type": "agent_session_stopped",
        "user": "U0MO",
        "channel": "D0MO",
        "thread_ts": answer.thread,
        "streaming_message_ts": [answer.at["ts"]],
    }
    assert not messages(slack, "U0MO", "D0MO")[-1]["streaming"]
    with pytest.raises(SlackApiError, match="stopped_by_user"):
        answer.client.chat_appendStream(markdown_text=" second,", **answer.at)


def test_the_app_may_still_say_its_last_words_and_only_then_is_it_done(agent: StandIn) -> None:
    slack, answer = agent.slack, Answer(agent.slack)
    slack.do("stop", user="U0MO", channel="D0MO", thread_ts=answer.thread)
    assert channel_of(slack, "U0MO", "D0MO")["status"]["text"] == "is working..."
    answer.client.chat_stopStream(markdown_text=" (stopped)", **answer.at)
    assert channel_of(slack, "U0MO", "D0MO")["status"] is None
    assert messages(slack, "U0MO", "D0MO")[-1]["text"] == "First, (stopped)"


def test_work_that_writes_nothing_yet_can_be_stopped_too(agent: StandIn) -> None:
    slack = agent.slack
    asked = slack.do("say", user="U0MO", channel="D0MO", text="think")["ts"]
    client = WebClient(token=slack.bot_token, base_url=slack.api_url)
    client.assistant_threads_setStatus(channel_id="D0MO", thread_ts=asked, status="is thinking...")
    assert slack.do("stop", user="U0MO", channel="D0MO", thread_ts=asked)["ok"]
    event = slack.wait(lambda: agent.events("agent_session_stopped"), what="the event")[0]["payload"]["event"]
    assert event["streaming_message_ts"] == []


def test_where_nothing_is_going_on_there_is_nothing_to_stop(agent: StandIn) -> None:
    asked = agent.slack.do("say", user="U0MO", channel="D0MO", text="hello")["ts"]
    answer = agent.slack.do("stop", user="U0MO", channel="D0MO", thread_ts=asked)
    assert answer == {"ok": False, "error": "not_found", "notice": "That is not there any more."}


def test_an_app_that_does_not_listen_cannot_be_stopped(slack: LocalSlack) -> None:
    asked = slack.do("say", user="U0MO", channel="D0MO", text="hello")["ts"]
    client = WebClient(token=slack.bot_token, base_url=slack.api_url)
    stream = client.chat_startStream(channel="D0MO", thread_ts=asked, markdown_text="First,")
    assert slack.see("U0MO")["app"]["stoppable"] is False
    assert slack.do("stop", user="U0MO", channel="D0MO", thread_ts=asked)["error"] == "not_enabled"
    assert client.chat_appendStream(channel="D0MO", ts=stream["ts"], markdown_text=" second")["ok"]
