"""Row 6 of the promises, over a real wire: a workspace that refuses for ten minutes gets every message in the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from slack_sdk import WebClient

from bot.emulator.clock import Clock
from bot.emulator.local import LocalSlack
from bot.slack.outbox import Outbox, caller
from tests.slack.virtual import VirtualClock

if TYPE_CHECKING:
    from threading import Condition

MANIFEST = {"display_information": {"name": "Echo"}, "oauth_config": {"scopes": {"bot": ["chat:write"]}}}
CHANNELS = ("C0GENERAL", "C0FEED", "C0LEADS")


class SharedClock(VirtualClock):
    """Time in the workspace goes on as the outbox waits."""

    def __init__(self, slack: LocalSlack) -> None:
        super().__init__()
        self._slack = slack

    def wait(self, condition: Condition, seconds: float | None) -> None:
        super().wait(condition, seconds)
        if seconds:
            self._slack.control("clock", advance=seconds)


def test_ten_minutes_of_refusals_are_drained_in_order() -> None:
    """Each refusal is waited out in full, and the pace that follows never makes the workspace refuse by itself."""
    with LocalSlack.start(manifest=MANIFEST, clock=Clock(running=False)) as slack:
        slack.control("rate_limit", method="chat.postMessage", retry_after=30, times=60)
        clock = SharedClock(slack)
        outbox = Outbox(caller(WebClient(token=slack.bot_token, base_url=slack.api_url)), clock, workers=1)
        texts = {channel: [f"{channel} {number}" for number in range(8)] for channel in CHANNELS}
        futures = [
            outbox.send("chat.postMessage", {"channel": channel, "text": texts[channel][number]})
            for number in range(8)
            for channel in CHANNELS
        ]
        assert all(future.result(30)["ok"] for future in futures)
        assert outbox.close(1.0) == []
        answers = [entry["response"] for entry in slack.log() if entry["title"] == "chat.postMessage"]
        seen = {
            channel["id"]: channel["messages"] for channel in [*slack.see("U0MO")["channels"], *slack.see("U0ANA")["channels"]]
        }
    assert sum(answer.get("error") == "ratelimited" for answer in answers) == 60
    assert clock.now() >= 20 * 30
    for channel in CHANNELS:
        assert [message["text"] for message in seen[channel] if message["text"] in texts[channel]] == texts[channel]
