"""Scheduled messages are posted at their time, and not before."""

from __future__ import annotations

from tests.emulator.methods.stage import GENERAL, Stage, error


def _now(stage: Stage) -> int:
    return int(stage.inside(lambda workspace: workspace.clock.now()))


def test_a_scheduled_message_comes_at_its_time(stage: Stage) -> None:
    stage.client.chat_scheduleMessage(channel=GENERAL, post_at=_now(stage) + 60, text="Later")
    stage.slack.control("clock", advance=59)
    assert all(one["text"] != "Later" for one in stage.seen(GENERAL))
    stage.slack.control("clock", advance=2)
    assert stage.seen(GENERAL)[-1]["text"] == "Later"
    assert stage.client.chat_scheduledMessages_list()["scheduled_messages"] == []


def test_a_deleted_one_never_comes(stage: Stage) -> None:
    answer = stage.client.chat_scheduleMessage(channel=GENERAL, post_at=_now(stage) + 60, text="Never")
    number = str(answer["scheduled_message_id"])
    assert stage.client.chat_scheduledMessages_list()["scheduled_messages"][0]["id"] == number
    stage.client.chat_deleteScheduledMessage(channel=GENERAL, scheduled_message_id=number)
    stage.slack.control("clock", advance=120)
    assert all(one["text"] != "Never" for one in stage.seen(GENERAL))
    again = error(lambda: stage.client.chat_deleteScheduledMessage(channel=GENERAL, scheduled_message_id=number))
    assert again == "invalid_scheduled_message_id"


def test_a_time_that_cannot_be_is_refused(stage: Stage) -> None:
    def at(post_at: int | str) -> str:
        return error(lambda: stage.client.chat_scheduleMessage(channel=GENERAL, post_at=post_at, text="a"))

    assert at(_now(stage) - 1) == "time_in_past"
    assert at(_now(stage) + 121 * 24 * 3600) == "time_too_far"
    assert at("tomorrow") == "invalid_time"


def test_thirty_messages_fit_into_five_minutes(stage: Stage) -> None:
    window = (_now(stage) // 300 + 2) * 300
    for _ in range(30):
        stage.client.chat_scheduleMessage(channel=GENERAL, post_at=window, text="a")
    crowded = error(lambda: stage.client.chat_scheduleMessage(channel=GENERAL, post_at=window + 299, text="a"))
    assert crowded == "restricted_too_many"
    assert stage.client.chat_scheduleMessage(channel=GENERAL, post_at=window + 300, text="a")["ok"]
