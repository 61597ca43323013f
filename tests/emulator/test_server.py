"""What the page asks for: the state of one person, word of changes, the log, and gestures as requests."""

from __future__ import annotations

import json
import urllib.error
import urllib.request
from typing import TYPE_CHECKING, Any

import pytest

from tests.emulator.stand_in import channel_of, messages

if TYPE_CHECKING:
    from slack_sdk import WebClient

    from bot.emulator.local import LocalSlack
    from tests.emulator.stand_in import StandIn

Json = dict[str, Any]


def get(slack: LocalSlack, path: str) -> Json:
    with urllib.request.urlopen(slack.url + path, timeout=5) as answer:
        return dict(json.load(answer))


def post(slack: LocalSlack, path: str, body: Json) -> Json:
    with urllib.request.urlopen(slack.url + path, data=json.dumps(body).encode(), timeout=5) as answer:
        return dict(json.load(answer))


def seq(slack: LocalSlack, user: str) -> int:
    return int(slack.see(user)["seq"])


def texts(state: Json) -> list[list[str]]:
    return [[message["text"] for message in channel["messages"]] for channel in state["channels"]]


def test_the_page_gets_all_that_it_draws(slack: LocalSlack, app: StandIn) -> None:
    state = get(slack, "/_emulator/state?user=U0MO")
    assert set(state) == {
        *("seq", "now", "team", "me", "people", "app", "channels", "home", "modals", "toasts", "commands", "shortcuts"),
        *("default_person", "feed_channel"),
    }
    assert (state["default_person"], state["feed_channel"]) == ("U0MO", "C0FEED")
    assert state["me"] == {"id": "U0MO", "name": "Mo", "title": "Frontline"}
    assert state["app"]["connected"] is True
    assert [channel["name"] for channel in state["channels"]] == ["general", "customer-feed", "random", "Helper"]
    assert state["channels"][-1]["app"] is True
    assert state["commands"][0] == {"command": "/reply", "description": "Draft a reply", "usage_hint": "<words>"}
    assert [one["callback_id"] for one in state["shortcuts"]["message"]] == ["draft_message"]
    expected = {
        "ts",
        "user",
        "name",
        "is_bot",
        "text",
        "blocks",
        "thread_ts",
        "reply_count",
        "edited",
        "ephemeral",
        "streaming",
        "warning",
    }
    assert expected <= set(state["channels"][1]["messages"][0])


def test_who_names_nobody_looks_through_the_default_persons_eyes(slack: LocalSlack) -> None:
    assert get(slack, "/_emulator/state")["me"]["id"] == "U0MO"


def test_an_unknown_person_sees_nothing(slack: LocalSlack) -> None:
    with pytest.raises(urllib.error.HTTPError) as refusal:
        get(slack, "/_emulator/state?user=U0WHO")
    assert refusal.value.code == 404
    refusal.value.close()


def test_gestures_and_switches_are_requests(slack: LocalSlack) -> None:
    done = post(slack, "/_emulator/do/say", {"user": "U0MO", "channel": "C0GENERAL", "text": "hello"})
    assert done["ok"]
    assert messages(slack, "U0ANA", "C0GENERAL")[0]["ts"] == done["ts"]
    before = get(slack, "/_emulator/state?user=U0MO")["now"]
    assert post(slack, "/_emulator/control/clock", {"advance": 60}) == {"ok": True}
    assert get(slack, "/_emulator/state?user=U0MO")["now"] == before + 60
    assert post(slack, "/_emulator/control/nonsense", {})["error"] == "unknown_switch"
    assert post(slack, "/_emulator/control/clock", {"advance": "soon"})["error"] == "invalid_arguments"


def test_only_those_who_can_see_a_change_hear_of_it(slack: LocalSlack, bot: WebClient) -> None:
    mo, ana = seq(slack, "U0MO"), seq(slack, "U0ANA")
    bot.chat_postEphemeral(channel="C0GENERAL", user="U0MO", text="psst")
    assert (seq(slack, "U0MO") > mo, seq(slack, "U0ANA")) == (True, ana)
    mo = seq(slack, "U0MO")
    slack.do("say", user="U0ANA", channel="C0LEADS", text="between us")
    assert seq(slack, "U0MO") == mo


def test_the_stream_gives_word_of_each_change(slack: LocalSlack) -> None:
    with urllib.request.urlopen(f"{slack.url}/_emulator/stream?user=U0MO", timeout=5) as stream:
        assert stream.headers["content-type"].startswith("text/event-stream")
        first = json.loads(stream.readline().removeprefix(b"data: "))["seq"]
        stream.readline()
        slack.do("say", user="U0ANA", channel="C0GENERAL", text="news")
        assert json.loads(stream.readline().removeprefix(b"data: "))["seq"] > first


def test_the_log_tells_what_slack_sent_what_the_app_answered_and_how_long_it_took(slack: LocalSlack, app: StandIn) -> None:
    app.answer = lambda _: {"text": "here"}
    last = get(slack, "/_emulator/log?after=0")["next"]
    slack.do("command", user="U0MO", channel="C0GENERAL", text="/reply x")
    (entry,) = get(slack, f"/_emulator/log?after={last}")["entries"]
    assert (entry["direction"], entry["kind"], entry["title"], entry["status"]) == ("to_app", "slash_commands", "/reply", "ok")
    assert entry["request"]["payload"]["text"] == "x"
    assert entry["response"] == {"text": "here"}
    assert 0 <= entry["ms"] < 3000


def test_a_reset_brings_the_first_moment_back_and_keeps_the_connection(slack: LocalSlack, app: StandIn, bot: WebClient) -> None:
    before = slack.see("U0MO")
    slack.control("hold_events")
    for number in range(3):
        bot.chat_postMessage(channel="C0GENERAL", text=str(number))
    bot.views_publish(user_id="U0MO", view={"type": "home", "blocks": []})
    slack.control("reset")
    after = slack.see("U0MO")
    assert after["seq"] > before["seq"]
    assert (after["home"], messages(slack, "U0MO", "C0GENERAL")) == (None, [])
    assert texts(after) == texts(before)
    assert bot.chat_postMessage(channel="C0GENERAL", text="the burst is full again")["ok"]
    assert slack.do("command", user="U0MO", channel="C0GENERAL", text="/reply still there?")["ok"]
    slack.do("say", user="U0MO", channel="D0MO", text="nothing is held back")
    slack.wait(lambda: app.events("message"), what="an event")


def test_a_status_goes_with_the_apps_next_word_in_its_thread_or_after_two_minutes(slack: LocalSlack, bot: WebClient) -> None:
    ts = slack.do("say", user="U0MO", channel="D0MO", text="hello")["ts"]
    thinking = {"channel_id": "D0MO", "thread_ts": ts, "status": "is thinking..."}
    bot.assistant_threads_setStatus(**thinking)
    assert channel_of(slack, "U0MO", "D0MO")["status"] == {"thread_ts": ts, "text": "is thinking..."}
    bot.chat_postMessage(channel="D0MO", text="by the way")
    assert channel_of(slack, "U0MO", "D0MO")["status"] is not None
    bot.chat_postMessage(channel="D0MO", thread_ts=ts, text="done")
    assert channel_of(slack, "U0MO", "D0MO")["status"] is None
    bot.assistant_threads_setStatus(**thinking)
    slack.control("clock", advance=120)
    assert channel_of(slack, "U0MO", "D0MO")["status"] is None
