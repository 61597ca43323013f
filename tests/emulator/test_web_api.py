"""The door of the Web API: tokens, scopes, rates, ordered troubles, and every form of arguments."""

from __future__ import annotations

import json
import urllib.request
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from slack_sdk.http_retry.builtin_handlers import RateLimitErrorRetryHandler

from bot.emulator import decode
from bot.emulator.journal import masked

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.emulator.local import LocalSlack

Json = dict[str, Any]


def error_of(call: Callable[[], Any]) -> Json:
    with pytest.raises(SlackApiError) as refusal:
        call()
    return dict(refusal.value.response.data)


def test_a_token_is_needed_and_must_be_ours(slack: LocalSlack) -> None:
    assert error_of(WebClient(base_url=slack.api_url).auth_test)["error"] == "not_authed"
    assert error_of(WebClient(token="xoxb-else", base_url=slack.api_url).auth_test)["error"] == "invalid_auth"
    assert error_of(WebClient(token=slack.app_token, base_url=slack.api_url).auth_test)["error"] == "not_allowed_token_type"


def test_a_missing_scope_is_named_with_those_that_are_there(slack: LocalSlack, bot: WebClient) -> None:
    refusal = error_of(lambda: bot.users_info(user="U0MO"))
    assert (refusal["error"], refusal["needed"]) == ("missing_scope", "users:read")
    assert "chat:write" in refusal["provided"].split(",")


def test_auth_test_tells_the_scopes(bot: WebClient) -> None:
    answer = bot.auth_test()
    assert answer.headers["x-oauth-scopes"] == "app_mentions:read,chat:write,commands,im:history,channels:history"
    assert (answer["user_id"], answer["bot_id"]) == ("U0BOT", "B0BOT")


def test_a_method_that_slack_does_not_have_is_unknown(bot: WebClient) -> None:
    assert error_of(lambda: bot.api_call("chat.shout"))["error"] == "unknown_method"


def test_a_channel_takes_three_messages_at_once_and_then_one_a_second(slack: LocalSlack, bot: WebClient) -> None:
    for number in range(3):
        bot.chat_postMessage(channel="C0GENERAL", text=str(number))
    with pytest.raises(SlackApiError) as refusal:
        bot.chat_postMessage(channel="C0GENERAL", text="too fast")
    assert refusal.value.response.status_code == 429
    assert refusal.value.response.headers["retry-after"] == "1"
    assert refusal.value.response.data == {"ok": False, "error": "ratelimited"}
    bot.chat_postMessage(channel="U0MO", text="another channel")
    slack.control("clock", advance=1)
    bot.chat_postMessage(channel="C0GENERAL", text="in time")
    assert error_of(lambda: bot.chat_postMessage(channel="C0GENERAL", text="too fast"))["error"] == "ratelimited"


def test_an_ordered_limit_is_used_up_by_a_client_that_waits(slack: LocalSlack) -> None:
    slack.control("rate_limit", method="chat.postMessage", retry_after=0, times=1)
    patient = WebClient(token=slack.bot_token, base_url=slack.api_url, retry_handlers=[_AtOnce(max_retry_count=1)])
    assert patient.chat_postMessage(channel="C0GENERAL", text="hello")["ok"]
    statuses = [entry["status"] for entry in slack.log() if entry["title"] == "chat.postMessage"]
    assert statuses == ["error", "ok"]


class _AtOnce(RateLimitErrorRetryHandler):
    """Slack's own handler, without its random wait."""

    def prepare_for_next_attempt(self, *, state: Any, **_: Any) -> None:
        state.increment_current_attempt()
        state.next_attempt_requested = True


def test_an_ordered_failure_happens_as_often_as_ordered(slack: LocalSlack, bot: WebClient) -> None:
    slack.control("fail", method="api.test", status=503, times=2)
    for _ in range(2):
        with pytest.raises(SlackApiError) as refusal:
            bot.api_test()
        assert refusal.value.response.status_code == 503
    assert bot.api_test()["ok"]


@pytest.mark.parametrize(
    ("content_type", "body", "query"),
    [
        ("application/json", b'{"foo": "1"}', ""),
        ("application/json; charset=utf-8", b'{"foo": "1"}', "foo=0"),
        ("application/x-www-form-urlencoded", b"foo=1", ""),
        ("application/json", b"", "foo=1"),
        ("", b"", "foo=1"),
    ],
)
def test_arguments_may_come_in_every_form(slack: LocalSlack, content_type: str, body: bytes, query: str) -> None:
    url = f"{slack.api_url}api.test?{query}"
    request = urllib.request.Request(url, data=body or None, headers={"Content-Type": content_type} if content_type else {})
    with urllib.request.urlopen(request) as answer:
        assert json.load(answer)["args"] == {"foo": "1"}


def test_words_that_look_like_json_stay_words() -> None:
    given_text = decode.arguments("application/x-www-form-urlencoded", b"text=%7B%22a%22%3A1%7D&blocks=%5B%5D", "")
    assert given_text == {"text": '{"a":1}', "blocks": []}
    assert decode.arguments("application/json", b'{"blocks": "no json"}', "") == {"blocks": "no json"}


def test_a_body_that_is_no_json_is_said_so(slack: LocalSlack) -> None:
    request = urllib.request.Request(f"{slack.api_url}api.test", data=b"{", headers={"Content-Type": "application/json"})
    with urllib.request.urlopen(request) as answer:
        assert json.load(answer) == {"ok": False, "error": "invalid_json"}


@given(st.text(), st.from_regex(r"[A-Za-z0-9-]{8,40}", fullmatch=True), st.text())
def test_no_token_is_left_in_any_text(before: str, token: str, after: str) -> None:
    shown = masked({"words": [f"{before} xoxb-{token} {after}"], "token": token})
    assert f"xoxb-{token}" not in shown["words"][0]
    assert shown["token"] != token
    assert masked(shown) == shown


def test_json_that_lies_too_deep_is_left_out_of_the_log() -> None:
    deep: Any = "end"
    for _ in range(2000):
        deep = [deep]
    assert "end" not in str(masked(deep))
