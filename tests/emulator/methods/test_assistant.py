"""assistant.threads.* and agents.sessions.*: what the app shows while it thinks, and what it offers."""

from __future__ import annotations

from typing import Any

from tests.emulator.methods.stage import DM, GENERAL, MO, Stage, error, refused


def _prompts(number: int) -> list[dict[str, str]]:
    return [{"title": f"Title {one}", "message": f"Message {one}"} for one in range(number)]


def _think(stage: Stage, status: str = "is thinking...", **more: Any) -> str:
    asked = stage.say(DM)
    stage.client.assistant_threads_setStatus(channel_id=DM, thread_ts=asked, status=status, **more)
    return asked


def test_the_status_goes_with_the_next_message(stage: Stage) -> None:
    asked = _think(stage)
    assert stage.channel(DM)["status"]["text"] == "is thinking..."
    stage.post(DM, thread_ts=asked)
    assert stage.channel(DM)["status"] is None


def test_each_thread_has_its_own_status(stage: Stage) -> None:
    first, second = _think(stage, "is reading..."), _think(stage, "is counting...")
    assert stage.channel(DM)["statuses"] == [
        {"thread_ts": first, "text": "is reading..."},
        {"thread_ts": second, "text": "is counting..."},
    ]
    assert stage.channel(DM)["status"]["text"] == "is counting..."
    stage.post(DM)
    stage.post(DM, thread_ts=second)
    assert stage.channel(DM)["statuses"] == [{"thread_ts": first, "text": "is reading..."}]


def test_what_people_write_ends_no_status(stage: Stage) -> None:
    asked = _think(stage)
    stage.slack.do("say", user=MO, channel=DM, text="hurry", thread_ts=asked)
    assert stage.channel(DM)["status"] is not None


def test_the_status_goes_after_two_minutes(stage: Stage) -> None:
    _think(stage)
    stage.slack.control("clock", advance=119)
    assert stage.channel(DM)["status"] is not None
    stage.slack.control("clock", advance=2)
    assert stage.channel(DM)["status"] is None


def test_an_empty_status_clears_it(stage: Stage) -> None:
    asked = _think(stage)
    stage.client.assistant_threads_setStatus(channel_id=DM, thread_ts=asked, status="")
    assert stage.channel(DM)["status"] is None


def test_a_status_is_refused(stage: Stage) -> None:
    asked = stage.say(DM)

    def status(**more: Any) -> dict[str, Any]:
        fields = {"channel_id": DM, "thread_ts": asked, "status": "is thinking...", **more}
        return refused(lambda: stage.client.api_call("assistant.threads.setStatus", json=fields))

    assert status(channel_id="C404")["error"] == "channel_not_found"
    assert status(thread_ts="1.000001")["error"] == "invalid_thread_ts"
    assert status(loading_messages=["a"] * 11)["response_metadata"]["messages"] == [
        "[ERROR] no more than 10 items allowed [json-pointer:/loading_messages]"
    ]
    assert status(loading_messages=[])["response_metadata"]["messages"] == [
        "[ERROR] must provide at least 1 items [json-pointer:/loading_messages]"
    ]


def test_up_to_four_prompts_are_offered_without_a_thread(stage: Stage) -> None:
    stage.client.assistant_threads_setSuggestedPrompts(channel_id=DM, prompts=_prompts(4), title="Try")
    assert [one["title"] for one in stage.channel(DM)["prompts"]] == ["Title 0", "Title 1", "Title 2", "Title 3"]
    told = refused(lambda: stage.client.assistant_threads_setSuggestedPrompts(channel_id=DM, prompts=_prompts(5)))
    assert told["response_metadata"]["messages"] == ["[ERROR] no more than 4 items allowed [json-pointer:/prompts]"]
    nowhere = error(lambda: stage.client.assistant_threads_setSuggestedPrompts(channel_id=GENERAL, prompts=_prompts(1)))
    assert nowhere == "channel_not_found"


def test_a_session_begins_with_its_status_and_may_be_renamed(stage: Stage) -> None:
    at: dict[str, Any] = {"channel_id": DM, "thread_ts": stage.say(DM)}
    assert error(lambda: stage.client.agents_sessions_rename(title="A", **at)) == "session_not_found"
    stage.client.agents_sessions_setStatus(status="processing", title="First", **at)
    assert stage.channel(DM)["status"]["text"]
    answer = stage.client.agents_sessions_rename(title="Second", **at)
    assert answer.data == {"ok": True, "title": "Second"}
    assert stage.channel(DM)["titles"] == {at["thread_ts"]: "Second"}
    closed = stage.client.agents_sessions_setStatus(status="closed", **at)
    assert (closed["status"], closed["agent_status"], closed["title"]) == ("closed", "closed", "Second")
    assert stage.channel(DM)["status"] is None


def test_an_app_that_nobody_can_stop_is_told_so(stage: Stage) -> None:
    answer = stage.client.agents_sessions_setStatus(channel_id=DM, thread_ts=stage.say(DM), status="processing")
    assert answer["response_metadata"]["warnings"] == ["missing_agent_session_stopped_event_subscription"]


def test_a_session_is_at_work_until_the_app_says_otherwise(stage: Stage) -> None:
    at: dict[str, Any] = {"channel_id": DM, "thread_ts": stage.say(DM)}
    stage.client.agents_sessions_setStatus(status="processing", **at)
    stage.post(DM, thread_ts=at["thread_ts"])
    stage.slack.control("clock", advance=600)
    assert stage.channel(DM)["status"] == {"thread_ts": at["thread_ts"], "text": "is working..."}
    stream = stage.client.chat_startStream(channel=DM, thread_ts=at["thread_ts"], markdown_text="Here")
    stage.client.chat_stopStream(channel=DM, ts=stream["ts"])
    assert stage.channel(DM)["status"] is None


def test_a_session_is_refused(stage: Stage) -> None:
    asked = stage.say(DM)

    def session(**more: Any) -> str:
        fields = {"channel_id": DM, "thread_ts": asked, "status": "active", **more}
        return error(lambda: stage.client.api_call("agents.sessions.setStatus", json=fields))

    assert session(status="asleep") == "invalid_status"
    assert session(thread_ts=None) == "thread_ts_required"
    assert session(channel_id="C404") == "channel_not_found"
    assert session(channel_id="C0RANDOM") == "not_authorized"
    assert session(initiator_user_id="U404") == "user_not_found"
    assert session(title="x" * 201) == "invalid_arguments"
