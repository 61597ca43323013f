"""response_url: five answers within half an hour, private unless the app says otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from slack_sdk.webhook import WebhookClient

from tests.emulator.stand_in import messages, private

if TYPE_CHECKING:
    from slack_sdk import WebClient

    from bot.emulator.local import LocalSlack
    from tests.emulator.stand_in import StandIn

Json = dict[str, Any]

BUTTON = {"type": "button", "action_id": "go", "text": {"type": "plain_text", "text": "Press"}}
ACTIONS = {"type": "actions", "block_id": "row", "elements": [BUTTON]}
PRESS = {"block_id": "row", "action_id": "go", "type": "button"}


def commanded(slack: LocalSlack, app: StandIn) -> WebhookClient:
    slack.do("command", user="U0MO", channel="C0GENERAL", text="/reply x")
    return WebhookClient(app.wait("slash_commands")["response_url"])


def pressed(slack: LocalSlack, app: StandIn, ts: str) -> WebhookClient:
    slack.do("press", user="U0MO", where={"message": {"channel": "C0GENERAL", "ts": ts}}, action=PRESS)
    return WebhookClient(app.wait("interactive")["response_url"])


def test_an_answer_is_for_the_asker_alone_by_default(slack: LocalSlack, app: StandIn) -> None:
    assert commanded(slack, app).send(text="psst").status_code == 200
    assert [message["text"] for message in private(slack, "U0MO")] == ["psst"]
    assert private(slack, "U0ANA") == []


def test_an_answer_may_be_for_the_channel_or_a_thread(slack: LocalSlack, app: StandIn) -> None:
    root = slack.do("say", user="U0MO", channel="C0GENERAL", text="root")["ts"]
    hook = commanded(slack, app)
    hook.send(text="for all", response_type="in_channel")
    hook.send_dict({"text": "in the thread", "response_type": "in_channel", "thread_ts": root})
    seen = {message["text"]: message["thread_ts"] for message in messages(slack, "U0ANA", "C0GENERAL")}
    assert seen == {"root": None, "for all": None, "in the thread": root}


@pytest.mark.parametrize("thread_ts", ["1.000001", ["1.000001"]])
def test_an_answer_in_a_thread_that_is_not_there_is_refused(slack: LocalSlack, app: StandIn, thread_ts: Any) -> None:
    answer = commanded(slack, app).send_dict({"text": "lost", "thread_ts": thread_ts})
    assert (answer.status_code, "invalid_thread_ts" in answer.body) == (400, True)


def test_the_sixth_answer_is_refused(slack: LocalSlack, app: StandIn) -> None:
    hook = commanded(slack, app)
    statuses = [hook.send(text=str(number)).status_code for number in range(6)]
    assert statuses == [200] * 5 + [404]
    assert "used_url" in hook.send(text="7").body


def test_after_half_an_hour_nothing_is_taken(slack: LocalSlack, app: StandIn) -> None:
    hook = commanded(slack, app)
    slack.control("clock", advance=1800)
    assert hook.send(text="in time").status_code == 200
    slack.control("clock", advance=1)
    late = hook.send(text="late")
    assert (late.status_code, "expired_url" in late.body) == (404, True)


def test_an_address_that_was_never_given_out_is_refused(slack: LocalSlack) -> None:
    assert WebhookClient(f"{slack.url}/commands/T0LOCAL/1/abc").send(text="x").status_code == 404


def test_bad_blocks_and_empty_answers_are_refused(slack: LocalSlack, app: StandIn) -> None:
    hook = commanded(slack, app)
    bad = hook.send(blocks=[{"type": "section", "text": {"type": "mrkdwn", "text": "x" * 3001}}])
    assert bad.status_code == 400
    assert "must be less than 3001 characters [json-pointer:/blocks/0/text/text]" in bad.body
    empty = hook.send_dict({"response_type": "ephemeral"})
    assert (empty.status_code, "no_text" in empty.body) == (400, True)
    assert private(slack, "U0MO") == []


def test_a_private_message_is_replaced_in_place_and_stays_private(slack: LocalSlack, app: StandIn, bot: WebClient) -> None:
    bot.chat_postEphemeral(channel="C0GENERAL", user="U0MO", text="one", blocks=[ACTIONS])
    ts = private(slack, "U0MO")[0]["ts"]
    hook = pressed(slack, app, ts)
    hook.send(text="two", replace_original=True, response_type="in_channel")
    assert [(one["text"], one["ts"], one["blocks"]) for one in private(slack, "U0MO")] == [("two", ts, None)]
    assert messages(slack, "U0ANA", "C0GENERAL") == []
    hook.send(delete_original=True)
    assert private(slack, "U0MO") == []


def test_a_private_message_comes_back_when_it_is_replaced_after_a_reload(slack: LocalSlack, app: StandIn, bot: WebClient) -> None:
    bot.chat_postEphemeral(channel="C0GENERAL", user="U0MO", text="one", blocks=[ACTIONS])
    hook = pressed(slack, app, private(slack, "U0MO")[0]["ts"])
    slack.do("reload", user="U0MO")
    hook.send(text="two", replace_original=True)
    assert [one["text"] for one in private(slack, "U0MO")] == ["two"]


def test_a_channels_message_is_replaced_or_deleted_for_all(slack: LocalSlack, app: StandIn, bot: WebClient) -> None:
    ts = bot.chat_postMessage(channel="C0GENERAL", text="one", blocks=[ACTIONS])["ts"]
    hook = pressed(slack, app, ts)
    hook.send(text="two", replace_original=True)
    assert [(one["text"], one["edited"]) for one in messages(slack, "U0ANA", "C0GENERAL")] == [("two", True)]
    hook.send(delete_original=True)
    assert messages(slack, "U0ANA", "C0GENERAL") == []
    assert "message_not_found" in hook.send(text="three", replace_original=True).body


def test_a_press_is_answered_with_a_new_private_message_by_default(slack: LocalSlack, app: StandIn, bot: WebClient) -> None:
    ts = bot.chat_postMessage(channel="C0GENERAL", text="card", blocks=[ACTIONS])["ts"]
    pressed(slack, app, ts).send(text="noted")
    assert [one["text"] for one in private(slack, "U0MO")] == ["noted"]
    assert [one["text"] for one in messages(slack, "U0ANA", "C0GENERAL")] == ["card"]


@pytest.mark.parametrize("replace", [True, False])
def test_a_commands_answer_is_always_a_new_message(slack: LocalSlack, app: StandIn, replace: bool) -> None:
    hook = commanded(slack, app)
    for words in ("one", "two"):
        hook.send(text=words, replace_original=replace)
    assert [one["text"] for one in private(slack, "U0MO")] == ["one", "two"]


def test_the_address_reaches_channels_without_the_app(slack: LocalSlack, app: StandIn) -> None:
    slack.do("command", user="U0MO", channel="C0RANDOM", text="/reply x")
    WebhookClient(app.wait("slash_commands")["response_url"]).send(text="psst")
    assert [one["text"] for one in private(slack, "U0MO", "C0RANDOM")] == ["psst"]
