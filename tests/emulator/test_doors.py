"""Whatever comes in at any door, the workspace goes on: it is refused, or it is something that can be shown to anybody."""

from __future__ import annotations

import json
import urllib.error
import urllib.request
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.emulator.decode import parsed
from bot.emulator.methods.table import METHODS
from tests.emulator.stand_in import messages, private

if TYPE_CHECKING:
    from bot.emulator.local import LocalSlack
    from tests.emulator.stand_in import StandIn

Json = dict[str, Any]

DEEP = "[" * 5_000 + "]" * 5_000


def post(slack: LocalSlack, path: str, body: str) -> tuple[int, Json]:
    headers = {"content-type": "application/json", "authorization": f"Bearer {slack.bot_token}"}
    request = urllib.request.Request(slack.url + path, body.encode(), headers)
    try:
        with urllib.request.urlopen(request, timeout=5) as answer:
            return answer.status, dict(json.load(answer))
    except urllib.error.HTTPError as refusal:
        with refusal:
            return refusal.code, dict(json.load(refusal))


@pytest.mark.parametrize("value", ["1e999", "-1e999", "NaN", "Infinity", DEEP, "{"], ids=lambda value: value[:8])
def test_what_no_json_can_carry_is_refused_at_every_door(slack: LocalSlack, value: str) -> None:
    body = f'{{"channel": "C0GENERAL", "limit": {value}, "advance": {value}}}'
    assert post(slack, "/api/conversations.history", body) == (200, {"ok": False, "error": "invalid_json"})
    for path in ("/_emulator/do/say", "/_emulator/control/clock"):
        assert post(slack, path, body) == (400, {"ok": False, "error": "invalid_json"})


def test_half_a_character_and_a_huge_number_break_no_method(slack: LocalSlack) -> None:
    body = r'{"channel": "C0GENERAL", "text": "a \ud800 b", "limit": 1e308, "post_at": 1e308, "title": "\udfff"}'
    assert {method: post(slack, f"/api/{method}", body)[0] for method in METHODS} == dict.fromkeys(METHODS, 200)


def test_half_a_character_is_shown_as_a_sign_that_something_is_missing(slack: LocalSlack, app: StandIn) -> None:
    assert post(slack, "/api/chat.postMessage", r'{"channel": "C0GENERAL", "text": "a \ud800 b"}')[1]["ok"]
    said = slack.do("say", user="U0MO", channel="C0GENERAL", text="and \udc00 c")
    assert said["ok"]
    assert [one["text"] for one in messages(slack, "U0MO", "C0GENERAL")] == ["a \ufffd b", "and \ufffd c"]
    with urllib.request.urlopen(f"{slack.url}/_emulator/state?user=U0MO", timeout=5) as state:
        assert state.status == 200


def test_an_acknowledgement_is_read_as_strictly(slack: LocalSlack, app: StandIn) -> None:
    app.answer = lambda _: {"text": "a \ud800 b"}
    assert slack.do("command", user="U0MO", channel="C0GENERAL", text="/reply x")["ok"]
    assert [one["text"] for one in private(slack, "U0MO")] == ["a \ufffd b"]


def test_a_whole_pair_stays_whole() -> None:
    assert parsed(r'{"\ud83d\ude00": ["\ud83d\ude00"]}') == {"😀": ["😀"]}


@given(st.text(alphabet=st.characters(codec=None)))
def test_whatever_text_comes_in_can_be_sent_on(text: str) -> None:
    assert isinstance(parsed(json.dumps([text]))[0].encode(), bytes)
