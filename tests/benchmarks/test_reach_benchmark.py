"""From `/sayso reach` on the wire to the card in the workspace, beside the desk's own time for a reply."""

from __future__ import annotations

import statistics
import time
from typing import TYPE_CHECKING

import pytest

from bot.model import Ask
from tests.benchmarks.test_slack_benchmark import card_of, connected, share, workspace  # noqa: F401, because two are fixtures

if TYPE_CHECKING:
    from bot.desk import Desk
    from tests.benchmarks.test_slack_benchmark import Workspace

pytestmark = pytest.mark.benchmark

ASKED = 100
PROMISED_MS = 200
WORDS = ("@dana{0} {0}000", "@eva{0} 620000 checked", "he says he has {0}000 followers", "466,000 views in {0} days", "@fay{0}")


def test_the_card_of_reach_stands_in_the_workspace_at_once(
    connected: Workspace,  # noqa: F811
    desk: Desk,
    capsys: pytest.CaptureFixture[str],
) -> None:
    cards, alone = [], []
    for number in range(10, ASKED + 20):
        before = connected.get("log?after=0")["next"]
        words = WORDS[number % len(WORDS)].format(number)
        assert connected.do("command", user="U0MO", channel="C0GENERAL", text=f"/sayso reach {words}")["ok"]
        command, card = card_of(connected, before)
        started = time.perf_counter()
        desk.reply(Ask(f"my parcel is {number} days late", name="Mo"))
        if number >= 20:
            cards.append(1000 * (float(card["at"]) - float(command["at"])))
            alone.append(1000 * (time.perf_counter() - started))
    median, slow, own = statistics.median(cards), share(cards, 0.95), statistics.median(alone)
    with capsys.disabled():
        print(
            f"\n/sayso reach on the wire to its card, {ASKED} questions: p50 {median:.1f} ms, p95 {slow:.1f} ms (promised: 200)"
        )
        print(f"the desk alone on a reply: p50 {own:.1f} ms; ratio {median / own:.2f}")
    assert slow <= PROMISED_MS
