"""An app on a watched socket in a local workspace, and the ways of breaking it."""

from __future__ import annotations

import threading
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from slack_bolt import App
from slack_sdk import WebClient

from bot.emulator.local import LocalSlack
from bot.slack.health import Policy
from bot.slack.link import to_slack
from bot.slack.watchdog import Watchdog, still_welcome

if TYPE_CHECKING:
    from collections.abc import Iterator
    from threading import Condition

    from slack_bolt.context.ack import Ack

SPEED = 25.0
"""Seconds of the watchdog's in one of ours. The network and slack_sdk keep real time, which counts against us."""
POLICY = Policy(settled_after=0.0)
"""The usual one, except that connections are broken here before they can settle."""
WITHIN = {"drop": 30.0, "half_open": 60.0}
MANIFEST: dict[str, Any] = {
    "display_information": {"name": "Echo"},
    "features": {"bot_user": {"display_name": "Echo"}, "slash_commands": [{"command": "/echo", "description": "echo"}]},
    "oauth_config": {"scopes": {"bot": ["commands", "chat:write"]}},
    "settings": {"socket_mode_enabled": True, "interactivity": {"is_enabled": True}},
}


class QuickClock:
    """The machine's time, so many times faster."""

    def now(self) -> float:
        return time.monotonic() * SPEED

    def wait(self, condition: Condition, seconds: float | None) -> None:
        condition.wait(None if seconds is None else seconds / SPEED)


@contextmanager
def running() -> Iterator[tuple[LocalSlack, Watchdog]]:
    """A workspace, and an app with one command whose socket is watched."""
    with LocalSlack.start(manifest=MANIFEST) as slack:
        client = WebClient(token=slack.bot_token, base_url=slack.api_url, retry_handlers=[])
        app = App(client=client)

        @app.command("/echo")
        def echo(ack: Ack) -> None:
            ack()

        watchdog = Watchdog(to_slack(app, slack.app_token), still_welcome(client), policy=POLICY, clock=QuickClock())
        watchdog.start()
        try:
            slack.wait(slack.connected, what="the first connection")
            yield slack, watchdog
        finally:
            watchdog.close()


def connections(slack: LocalSlack) -> set[object]:
    """Those that can bring something to the app, as the workspace sees them."""
    assert slack.service.sockets is not None
    return {each for each in list(slack.service.sockets._connections) if not (each.leaving or each.silent)}


def break_and_heal(slack: LocalSlack, how: str) -> float:
    """Breaks the connection; the watchdog's seconds until a command is answered again."""
    before, started = connections(slack), time.monotonic()
    slack.control("disconnect", reason=how)
    slack.wait(lambda: connections(slack) - before, timeout=15, what=f"another connection after {how}")
    answer = slack.do("command", user="U0MO", channel="C0GENERAL", text="/echo")
    assert answer["ok"], (how, answer)
    return (time.monotonic() - started) * SPEED


def resident() -> int:
    """Memory of this process in KiB."""
    with open("/proc/self/status", encoding="ascii") as status:  # noqa: PTH123, because /proc is no path of ours
        return next(int(line.split()[1]) for line in status if line.startswith("VmRSS"))


def settled(seconds: float = 20.0) -> int:
    """Threads once those that are closing have ended, or after so many seconds."""
    end = time.monotonic() + seconds
    for thread in threading.enumerate():
        if thread.name == "link-close":
            thread.join(max(0.0, end - time.monotonic()))
    return threading.active_count()


def cycle(slack: LocalSlack, cycles: list[str]) -> dict[str, float]:
    """The longest that each kind took."""
    longest: dict[str, float] = {}
    for how in cycles:
        longest[how] = max(longest.get(how, 0.0), break_and_heal(slack, how))
    return longest


KINDS = ["drop", "drop", "drop", "half_open", "warning", "refresh_requested", "too_many_websockets", "link_disabled"]
