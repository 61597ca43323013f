"""A streamed answer grows piece by piece, in one mode, and ends once."""

from __future__ import annotations

from typing import Any

import pytest

from tests.emulator.blocks import actions, button, section
from tests.emulator.methods.stage import ANA, DM, GENERAL, MO, Stage, error

TO_MO: dict[str, Any] = {"recipient_team_id": "T0LOCAL", "recipient_user_id": MO}


def _start(stage: Stage, **words: Any) -> dict[str, Any]:
    asked = stage.say(DM)
    answer = stage.client.chat_startStream(channel=DM, thread_ts=asked, **words)
    return {"channel": DM, "ts": answer["ts"]}


def _shown(stage: Stage, at: dict[str, Any]) -> dict[str, Any]:
    (message,) = [one for one in stage.seen(DM) if one["ts"] == at["ts"]]
    return message


def test_text_is_read_as_it_grows_and_stands_when_it_is_done(stage: Stage) -> None:
    at = _start(stage, markdown_text="Hello")
    stage.client.chat_appendStream(markdown_text=", world", **at)
    assert _shown(stage, at)["text"] == "Hello, world"
    assert _shown(stage, at)["streaming"] is True
    stage.client.chat_stopStream(markdown_text="!", blocks=[actions(button())], **at)
    done = _shown(stage, at)
    assert done["text"] == "Hello, world!"
    assert done["streaming"] is False
    assert [block["type"] for block in done["blocks"]] == ["markdown", "actions"]


def test_the_clients_own_stream_helper_works(stage: Stage) -> None:
    stream = stage.client.chat_stream(channel=DM, thread_ts=stage.say(DM), buffer_size=4)
    stream.append(markdown_text="One, ")
    stream.append(markdown_text="two, ")
    stream.stop(markdown_text="three.")
    assert stage.seen(DM)[-1]["text"] == "One, two, three."


def test_a_task_changes_in_its_place(stage: Stage) -> None:
    def task(status: str) -> dict[str, Any]:
        return {"type": "task_update", "id": "1", "title": "Look it up", "status": status}

    at = _start(stage, chunks=[task("in_progress"), {"type": "markdown_text", "text": "Done"}])
    stage.client.chat_appendStream(chunks=[{**task("complete"), "output": "Found"}], **at)
    first, second = _shown(stage, at)["blocks"]
    assert (first["type"], first["status"], second["type"]) == ("task_card", "complete", "markdown")
    assert first["output"]["elements"][0]["elements"][0]["text"] == "Found"


def test_in_plan_mode_all_tasks_stand_in_one_plan(stage: Stage) -> None:
    tasks = [{"type": "task_update", "id": number, "title": "T", "status": "pending"} for number in ("1", "2")]
    at = _start(stage, chunks=[{"type": "plan_update", "title": "My plan"}, *tasks], task_display_mode="plan")
    (plan,) = _shown(stage, at)["blocks"]
    assert (plan["type"], plan["title"], len(plan["tasks"])) == ("plan", "My plan", 2)


def test_in_a_channel_the_reader_is_named(stage: Stage) -> None:
    asked = stage.say(GENERAL)

    def start(**reader: Any) -> str:
        return error(lambda: stage.client.chat_startStream(channel=GENERAL, thread_ts=asked, markdown_text="a", **reader))

    assert start() == "missing_recipient_team_id"
    assert start(recipient_team_id="T0LOCAL") == "missing_recipient_user_id"
    assert start(recipient_team_id="T0LOCAL", recipient_user_id="U404") == "user_not_found"
    assert start(recipient_team_id="T404", recipient_user_id=MO) == "team_not_found"
    assert stage.client.chat_startStream(channel=GENERAL, thread_ts=asked, markdown_text="a", **TO_MO)["ok"]


def test_a_stream_keeps_to_the_mode_of_its_beginning(stage: Stage) -> None:
    at = _start(stage, markdown_text="Hello")
    chunk = {"type": "markdown_text", "text": "a"}
    assert error(lambda: stage.client.chat_appendStream(chunks=[chunk], **at)) == "streaming_mode_mismatch"
    both = error(lambda: stage.client.chat_appendStream(markdown_text="a", chunks=[chunk], **at))
    assert both == "cannot_provide_both_markdown_text_and_chunks"


def test_what_is_not_streaming_takes_no_more(stage: Stage) -> None:
    at = _start(stage, markdown_text="Hello")
    stage.client.chat_stopStream(**at)
    assert error(lambda: stage.client.chat_appendStream(markdown_text="a", **at)) == "message_not_in_streaming_state"
    assert error(lambda: stage.client.chat_stopStream(**at)) == "message_not_in_streaming_state"
    foreign: dict[str, Any] = {"channel": DM, "ts": stage.say(DM)}
    assert error(lambda: stage.client.chat_appendStream(markdown_text="a", **foreign)) == "message_not_owned_by_app"


def test_an_open_stream_cannot_be_updated(stage: Stage) -> None:
    at = _start(stage, markdown_text="Hello")
    assert error(lambda: stage.client.chat_update(text="a", **at)) == "streaming_state_conflict"


@pytest.mark.parametrize(
    ("words", "word"),
    [
        ({}, "markdown_text_or_chunks_required"),
        ({"markdown_text": "x" * 12_001}, "msg_too_long"),
    ],
)
def test_a_piece_is_refused(stage: Stage, words: dict[str, Any], word: str) -> None:
    at = _start(stage, markdown_text="Hello")
    assert error(lambda: stage.client.chat_appendStream(**words, **at)) == word


def test_wrong_chunks_are_refused_and_leave_the_message_as_it_was(stage: Stage) -> None:
    at = _start(stage, chunks=[{"type": "markdown_text", "text": "Hello"}])
    assert (
        error(lambda: stage.client.api_call("chat.appendStream", json={**at, "chunks": [{"type": "dance"}]})) == "invalid_chunks"
    )
    many = [{"type": "blocks", "blocks": [section()] * 50}]
    assert error(lambda: stage.client.api_call("chat.appendStream", json={**at, "chunks": many})) == "msg_blocks_too_many"
    assert _shown(stage, at)["text"] == "Hello"


def test_a_stream_answers_in_a_thread(stage: Stage) -> None:
    body = error(lambda: stage.client.api_call("chat.startStream", json={"channel": DM, "markdown_text": "a"}))
    assert body == "invalid_arguments"


def test_the_end_may_set_the_sessions_status(stage: Stage) -> None:
    at = _start(stage, markdown_text="Hello")
    assert error(lambda: stage.client.chat_stopStream(session_status="asleep", **at)) == "invalid_status"
    assert stage.client.chat_stopStream(session_status="closed", **at)["ok"]


def test_others_do_not_see_a_stream_in_a_direct_conversation(stage: Stage) -> None:
    _start(stage, markdown_text="Hello")
    assert all(one["id"] != DM for one in stage.slack.see(ANA)["channels"])
