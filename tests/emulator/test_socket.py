"""Socket Mode: one ticket, one connection; each payload to one of them; three seconds to acknowledge."""

from __future__ import annotations

import json
from contextlib import ExitStack
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from tests.emulator.stand_in import SILENCE, StandIn, messages, private, socket_url, standing_in

if TYPE_CHECKING:
    from bot.emulator.local import LocalSlack

Json = dict[str, Any]


def mention(slack: LocalSlack) -> None:
    slack.do("say", user="U0MO", channel="C0GENERAL", text="<@U0BOT> hello")


def test_a_connection_begins_with_hello(app: StandIn) -> None:
    assert app.hello["type"] == "hello"
    assert app.hello["num_connections"] == 1
    assert app.hello["connection_info"] == {"app_id": "A0LOCAL"}


def test_a_ticket_opens_one_connection_only(slack: LocalSlack) -> None:
    url = socket_url(slack)
    with connect(url) as first:
        assert json.loads(first.recv())["type"] == "hello"
        with pytest.raises(InvalidStatus):
            connect(url).__enter__()


def test_a_made_up_ticket_opens_nothing(slack: LocalSlack) -> None:
    with pytest.raises(InvalidStatus):
        connect(slack.url.replace("http", "ws") + "/link/?ticket=made-up&app_id=A0LOCAL").__enter__()


def test_only_the_app_level_token_opens_a_socket(slack: LocalSlack) -> None:
    with pytest.raises(SlackApiError, match="not_allowed_token_type"):
        WebClient(base_url=slack.api_url).apps_connections_open(app_token=slack.bot_token)


def test_a_ping_is_answered(app: StandIn) -> None:
    assert app.socket.ping().wait(5)


def test_each_payload_goes_to_one_of_several_connections(slack: LocalSlack, app: StandIn) -> None:
    with standing_in(slack) as second:
        assert second.hello["num_connections"] == 2
        for number in range(6):
            assert slack.do("command", user="U0MO", channel="C0GENERAL", text=f"/reply {number}")["ok"]
        texts = [sorted(one["payload"]["text"] for one in line.heard) for line in (app, second)]
        assert texts == [["0", "2", "4"], ["1", "3", "5"]]


def test_an_eleventh_connection_is_sent_away(slack: LocalSlack) -> None:
    with ExitStack() as open_lines:
        for _ in range(10):
            open_lines.enter_context(standing_in(slack))
        with connect(socket_url(slack)) as eleventh:
            assert json.loads(eleventh.recv())["reason"] == "too_many_websockets"
        assert slack.connected() == 10


def test_an_acknowledgement_may_come_over_another_connection(slack: LocalSlack, app: StandIn) -> None:
    app.answer = lambda _: SILENCE
    with standing_in(slack) as second:
        doing = slack.begin("command", user="U0MO", channel="C0GENERAL", text="/reply hello")
        app.wait("slash_commands")
        second.ack(app.heard[0])
        assert doing.result(5) == {"ok": True}


def test_silence_of_three_seconds_is_said_in_slacks_words(slack: LocalSlack, app: StandIn) -> None:
    app.answer = lambda _: SILENCE
    doing = slack.begin("command", user="U0MO", channel="C0GENERAL", text="/reply hello")
    app.wait("slash_commands")
    slack.control("clock", advance=2.9)
    assert not doing.done()
    slack.control("clock", advance=0.1)
    assert doing.result(5) == {"ok": False, "notice": '/reply failed with the error "operation_timeout"'}
    assert slack.log()[-1]["status"] == "timeout"


def test_an_acknowledgement_that_comes_too_late_changes_nothing(slack: LocalSlack, app: StandIn) -> None:
    app.answer = lambda _: SILENCE
    doing = slack.begin("command", user="U0MO", channel="C0GENERAL", text="/reply hello")
    app.wait("slash_commands")
    slack.control("clock", advance=3)
    doing.result(5)
    app.ack(app.heard[0], {"text": "sorry, I was asleep"})
    slack.wait(lambda: [entry for entry in slack.log() if entry["kind"] == "ack"], what="the late acknowledgement in the log")
    assert private(slack, "U0MO") == []


def test_without_a_connection_the_notice_comes_at_once(slack: LocalSlack) -> None:
    answer = slack.do("command", user="U0MO", channel="C0GENERAL", text="/reply hello")
    assert answer["notice"].startswith("/reply failed because the app did not respond")
    assert slack.see("U0MO")["toasts"][0]["text"] == answer["notice"]


def test_an_event_is_repeated_at_once_then_after_one_and_five_minutes(slack: LocalSlack, app: StandIn) -> None:
    app.answer = lambda _: SILENCE
    mention(slack)
    for number, pause in enumerate((3, 3 + 60, 3 + 300)):
        slack.wait(partial(_tries, app, number + 1), what=f"try {number}")
        slack.control("clock", advance=pause)
    tries = slack.wait(lambda: _tries(app, 4), what="the last try")
    assert [one["retry_attempt"] for one in tries] == [0, 1, 2, 3]
    assert [one["retry_reason"] for one in tries] == ["", "timeout", "timeout", "timeout"]
    assert len({one["payload"]["event_id"] for one in tries}) == 1
    assert len({one["envelope_id"] for one in tries}) == 4
    slack.control("clock", advance=3600)
    assert len(app.events("app_mention")) == 4


def _tries(app: StandIn, count: int) -> list[Json]:
    found = app.events("app_mention")
    return found if len(found) >= count else []


def test_an_acknowledged_event_is_not_repeated(slack: LocalSlack, app: StandIn) -> None:
    mention(slack)
    slack.wait(lambda: [one for one in slack.log() if one["title"] == "app_mention" and one["status"] == "ok"])
    slack.control("clock", advance=3600)
    assert len(app.events("app_mention")) == 1


def test_an_event_can_be_delivered_twice_by_order(slack: LocalSlack, app: StandIn) -> None:
    mention(slack)
    event_id = slack.wait(lambda: _tries(app, 1))[0]["payload"]["event_id"]
    slack.control("redeliver", event_id=event_id, retry_attempt=1, retry_reason="timeout")
    again = slack.wait(lambda: _tries(app, 2), what="the repetition")[1]
    assert (again["retry_attempt"], again["retry_reason"], again["payload"]["event_id"]) == (1, "timeout", event_id)


def test_held_events_come_in_order_when_released(slack: LocalSlack, app: StandIn) -> None:
    slack.control("hold_events")
    for words in ("one", "two", "three"):
        slack.do("say", user="U0MO", channel="D0MO", text=words)
    assert slack.do("command", user="U0MO", channel="D0MO", text="/reply passes")["ok"]
    assert app.events("message") == []
    slack.control("release_events")
    heard = slack.wait(lambda: app.events("message") if len(app.events("message")) == 3 else [])
    assert [one["payload"]["event"]["text"] for one in heard] == ["one", "two", "three"]


@pytest.mark.parametrize("reason", ["refresh_requested", "link_disabled", "too_many_websockets"])
def test_goodbye_names_its_reason_and_closes_the_line(slack: LocalSlack, app: StandIn, reason: str) -> None:
    slack.control("disconnect", reason=reason)
    slack.wait(lambda: app.closed, what="the closed line")
    assert app.heard == [{"type": "disconnect", "reason": reason, "debug_info": {"host": "applink-local"}}]
    assert slack.connected() == 0


def test_a_warning_leaves_the_line_open_for_ten_seconds(slack: LocalSlack, app: StandIn) -> None:
    slack.control("disconnect", reason="warning")
    slack.wait(lambda: app.heard, what="the warning")
    slack.control("clock", advance=9)
    assert slack.do("command", user="U0MO", channel="C0GENERAL", text="/reply still here?")["ok"]
    slack.control("clock", advance=1)
    slack.wait(lambda: app.closed and slack.connected() == 0, what="the end of the line")


def test_a_cut_line_is_noticed(slack: LocalSlack, app: StandIn) -> None:
    slack.control("disconnect", reason="drop")
    slack.wait(lambda: app.closed and slack.connected() == 0, what="the cut")


def test_a_half_open_line_takes_payloads_and_answers_nothing(slack: LocalSlack, app: StandIn) -> None:
    slack.control("disconnect", reason="half_open")
    assert slack.connected() == 1
    doing = slack.begin("command", user="U0MO", channel="C0GENERAL", text="/reply hello")
    slack.wait(lambda: [one for one in slack.log() if one["status"] == "waiting"])
    assert not app.socket.ping().wait(0.1)
    slack.control("clock", advance=3)
    assert "operation_timeout" in doing.result(5)["notice"]
    assert app.heard == []


def test_the_door_can_stay_shut_for_a_while(slack: LocalSlack) -> None:
    slack.control("refuse_connections", times=1)
    with pytest.raises(InvalidStatus):
        connect(socket_url(slack)).__enter__()
    with connect(socket_url(slack)) as second:
        assert json.loads(second.recv())["type"] == "hello"


def test_opening_posts_of_the_feed_are_no_news(slack: LocalSlack, app: StandIn) -> None:
    assert len(messages(slack, "U0MO", "C0FEED")) == 3
    assert slack.do("command", user="U0MO", channel="C0FEED", text="/reply first")["ok"]
    assert [one["type"] for one in app.heard] == ["slash_commands"]
