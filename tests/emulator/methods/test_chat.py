"""chat.*: what is posted is seen by those it is for, and what Slack refuses is refused in its words."""

from __future__ import annotations

from typing import Any

import pytest

from tests.emulator.blocks import actions, button, section
from tests.emulator.methods.stage import ANA, DM, GENERAL, LEADS, MO, RANDOM, Stage, error, refused


def test_a_message_is_seen_in_its_channel(stage: Stage) -> None:
    answer = stage.client.chat_postMessage(channel=GENERAL, text="Hello", blocks=[section("Hello")])
    assert answer["channel"] == GENERAL
    assert answer["message"]["bot_id"] == "B0BOT"
    assert answer["message"]["blocks"][0]["block_id"]
    (shown,) = [one for one in stage.seen(GENERAL) if one["ts"] == answer["ts"]]
    assert shown["text"] == "Hello"


def test_a_post_to_a_person_opens_their_conversation(stage: Stage) -> None:
    assert stage.client.chat_postMessage(channel=ANA, text="Hello")["channel"] == "D0ANA"
    assert stage.seen("D0ANA", ANA)[-1]["text"] == "Hello"


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        ({"channel": GENERAL}, "no_text"),
        ({"channel": GENERAL, "text": ""}, "no_text"),
        ({"channel": "C404", "text": "a"}, "channel_not_found"),
        ({"channel": RANDOM, "text": "a"}, "not_in_channel"),
        ({"channel": GENERAL, "text": "a", "markdown_text": "b"}, "markdown_text_conflict"),
        ({"channel": GENERAL, "markdown_text": "b" * 12_001}, "msg_too_long"),
        ({"channel": GENERAL, "text": "a", "blocks": "not json"}, "invalid_blocks_format"),
        ({"channel": GENERAL, "text": "a", "blocks": [section("x" * 2700)] * 5}, "msg_blocks_too_long"),
        ({"channel": GENERAL, "text": "a", "thread_ts": "yesterday"}, "invalid_thread_ts"),
        ({"channel": GENERAL, "text": "a", "thread_ts": "1700000000.000001"}, "thread_not_found"),
        ({"channel": GENERAL, "text": "a", "metadata": "x"}, "invalid_metadata_format"),
        ({"channel": GENERAL, "text": "a", "metadata": {"event_type": "a"}}, "invalid_metadata_schema"),
        ({"channel": GENERAL, "text": "a", "attachments": [{}] * 101}, "too_many_attachments"),
    ],
)
def test_a_post_is_refused(stage: Stage, arguments: dict[str, Any], word: str) -> None:
    assert error(lambda: stage.client.api_call("chat.postMessage", json=arguments)) == word


def test_bad_blocks_are_told_in_both_of_slacks_places(stage: Stage) -> None:
    body = refused(lambda: stage.client.chat_postMessage(channel=GENERAL, text="a", blocks=[section("x" * 3001)]))
    told = "must be less than 3001 characters [json-pointer:/blocks/0/text/text]"
    assert body == {
        "ok": False,
        "error": "invalid_blocks",
        "errors": [told],
        "response_metadata": {"messages": [f"[ERROR] {told}"]},
    }


def test_an_endless_text_is_cut_with_a_warning(stage: Stage) -> None:
    answer = stage.client.chat_postMessage(channel=GENERAL, text="x" * 40_001)
    assert len(answer["message"]["text"]) == 40_000
    assert answer["response_metadata"]["warnings"] == ["message_truncated"]


def test_markdown_text_becomes_a_markdown_block(stage: Stage) -> None:
    answer = stage.client.chat_postMessage(channel=GENERAL, markdown_text="**Hello**")
    assert answer["message"]["blocks"][0]["type"] == "markdown"


def test_a_reply_to_a_reply_stands_in_the_same_thread(stage: Stage) -> None:
    root = stage.post()
    reply = stage.post(thread_ts=root)
    again = stage.client.chat_postMessage(channel=GENERAL, text="And", thread_ts=reply)
    assert again["message"]["thread_ts"] == root


def test_an_ephemeral_message_is_seen_by_one_person_and_is_in_no_history(stage: Stage) -> None:
    ts = stage.client.chat_postEphemeral(channel=GENERAL, user=MO, text="Psst", blocks=[actions(button())])["message_ts"]
    assert any(one["ts"] == ts and one["ephemeral"] for one in stage.seen(GENERAL, MO))
    assert all(one["ts"] != ts for one in stage.seen(GENERAL, ANA))
    history = stage.client.conversations_history(channel=GENERAL)["messages"]
    assert all(one["ts"] != ts for one in history)
    assert error(lambda: stage.client.chat_update(channel=GENERAL, ts=ts, text="a")) == "message_not_found"
    assert error(lambda: stage.client.chat_delete(channel=GENERAL, ts=ts)) == "message_not_found"


def test_an_ephemeral_message_is_refused(stage: Stage) -> None:
    def whisper(channel: str, user: str, text: str = "a") -> str:
        fields = {"channel": channel, "user": user, "text": text}
        return error(lambda: stage.client.api_call("chat.postEphemeral", json=fields))

    assert whisper(LEADS, MO) == "user_not_in_channel"
    assert whisper(GENERAL, "U404") == "user_not_in_channel"
    assert whisper(RANDOM, MO) == "not_in_channel"
    assert whisper(GENERAL, MO, "x" * 4001) == "msg_too_long"
    assert whisper(GENERAL, MO, "") == "no_text"


def test_an_update_with_a_text_alone_takes_the_blocks_away_and_is_marked(stage: Stage) -> None:
    ts = stage.post(blocks=[section("Before")])
    answer = stage.client.chat_update(channel=GENERAL, ts=ts, text="After")
    assert "blocks" not in answer["message"]
    assert "edited" in answer["message"]


def test_an_update_with_blocks_is_not_marked_as_edited(stage: Stage) -> None:
    ts = stage.post()
    answer = stage.client.chat_update(channel=GENERAL, ts=ts, text="After", blocks=[section("After")])
    assert answer["message"]["blocks"][0]["text"]["text"] == "After"
    assert "edited" not in answer["message"]


def test_an_update_is_refused(stage: Stage) -> None:
    foreign, own = stage.say(), stage.post()

    def update(ts: str, **words: Any) -> str:
        return error(lambda: stage.client.api_call("chat.update", json={"channel": GENERAL, "ts": ts, **words}))

    assert update(foreign, text="a") == "cant_update_message"
    assert update("1700000000.000001", text="a") == "message_not_found"
    assert update(own) == "no_text"
    assert update(own, text="x" * 4001) == "msg_too_long"
    assert error(lambda: stage.client.chat_update(channel=MO, ts=own, text="a")) == "channel_not_found"


def test_metadata_is_kept_returned_on_demand_and_taken_away(stage: Stage) -> None:
    noted = {"event_type": "draft", "event_payload": {"id": "7"}}
    ts = stage.post(metadata=noted)
    stage.client.chat_update(channel=GENERAL, ts=ts, text="Still there")

    def kept() -> Any:
        history = stage.client.conversations_history(channel=GENERAL, include_all_metadata=True)
        return history["messages"][0].get("metadata")

    assert kept() == noted
    assert "metadata" not in stage.client.conversations_history(channel=GENERAL)["messages"][0]
    stage.client.chat_update(channel=GENERAL, ts=ts, text="Gone", metadata={})
    assert kept() is None


def test_only_the_apps_own_messages_can_be_deleted(stage: Stage) -> None:
    own, foreign = stage.post(), stage.say()
    stage.client.chat_delete(channel=GENERAL, ts=own)
    assert all(one["ts"] != own for one in stage.seen(GENERAL))
    assert error(lambda: stage.client.chat_delete(channel=GENERAL, ts=foreign)) == "cant_delete_message"


def test_the_address_of_a_reply_names_its_thread(stage: Stage) -> None:
    root = stage.post()
    reply = stage.post(thread_ts=root)
    address = stage.client.chat_getPermalink(channel=GENERAL, message_ts=reply)["permalink"]
    assert address == (f"https://local.slack.com/archives/{GENERAL}/p{reply.replace('.', '')}?thread_ts={root}&cid={GENERAL}")
    assert error(lambda: stage.client.chat_getPermalink(channel=GENERAL, message_ts="1.000001")) == "message_not_found"


def test_another_name_needs_a_scope_that_this_app_has_not(stage: Stage) -> None:
    answer = stage.client.chat_postMessage(channel=DM, text="a", username="Somebody else")
    assert "username" not in answer["message"]
