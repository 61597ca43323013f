"""Whatever a page or a test sends as a gesture or a switch, it gets an answer, never a failure of the workspace."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from slack_sdk import WebClient

from bot.emulator.control import SWITCHES
from bot.emulator.gestures.table import GESTURES
from tests.emulator.blocks import actions, button, input_block, modal, plain
from tests.emulator.stand_in import local_slack, standing_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.emulator.local import LocalSlack

Json = dict[str, Any]


@pytest.fixture(scope="module")
def crowded() -> Iterator[LocalSlack]:
    """A workspace with something to press, to fill in and to stop, and an app that acknowledges everything."""
    with local_slack() as slack, standing_in(slack):
        client = WebClient(token=slack.bot_token, base_url=slack.api_url)
        client.chat_postMessage(channel="C0GENERAL", text="card", blocks=[actions(button(action_id="go"), block_id="row")])
        client.views_publish(user_id="U0MO", view={"type": "home", "blocks": [input_block(block_id="row")]})
        trigger = slack.inside(lambda workspace: workspace.triggers.issue("U0MO"))
        client.views_open(trigger_id=trigger, view=modal(input_block(block_id="row"), submit=plain("Go")))
        yield slack


known = st.sampled_from(["U0MO", "C0GENERAL", "D0MO", "home", "messages", "row", "go", "/reply x", "draft", "warning", "1"])
values = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 500) | known | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(known | st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)
rich = ("press", "suggest", "submit")
"""Gestures with much in them, which are to be tried more often."""
places = st.sampled_from([{"home": True}, {"view": "V0"}, {"message": {"channel": "C0GENERAL", "ts": "1"}}]) | values
fields = st.fixed_dictionaries(
    {"user": st.just("U0MO") | values},
    optional={
        "channel": st.just("C0GENERAL") | values,
        "where": places,
        "action": st.just({"block_id": "row", "action_id": "go"}) | values,
        **dict.fromkeys(("text", "thread_ts", "values", "view_id", "callback_id", "ts", "tab", "viewing", "id"), values),
        **dict.fromkeys(("block_id", "action_id", "value", "all"), values),
    },
)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from([*sorted(GESTURES), *rich * 6]), fields, st.booleans())
def test_any_gesture_is_done_or_refused(crowded: LocalSlack, gesture: str, given_fields: Json, real: bool) -> None:
    if real:
        given_fields = _pointed(crowded, given_fields)
    assert isinstance(crowded.do(gesture, **given_fields)["ok"], bool)
    crowded.see("U0MO")


def _pointed(slack: LocalSlack, given_fields: Json) -> Json:
    """The same, at something that is there."""
    seen = slack.see("U0MO")
    cards = [one for channel in seen["channels"] if channel["id"] == "C0GENERAL" for one in channel["messages"]]
    views = [view["id"] for view in seen["modals"]]
    ts = cards[0]["ts"] if cards else ""
    where = {"message": {"channel": "C0GENERAL", "ts": ts}}
    return {"where": where, **given_fields, "ts": ts, "view_id": views[0] if views else "V0"}


numbers = st.integers(-5, 5) | values
switches = st.fixed_dictionaries(
    {},
    optional=dict.fromkeys(("advance", "retry_after", "times", "status", "retry_attempt"), numbers)
    | dict.fromkeys(("reason", "method", "event_id", "retry_reason"), values),
)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(sorted(SWITCHES)), switches)
def test_any_switch_is_turned_or_refused(slack: LocalSlack, switch: str, given_fields: Json) -> None:
    with contextlib.suppress(AssertionError):
        slack.control(switch, **given_fields)
    assert slack.see("U0MO")["me"]["name"] == "Mo"
