"""The app running over a socket until SIGTERM; then what was begun is finished. `serve_http` is the other way in."""

from __future__ import annotations

import signal
import sys
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import structlog

from bot.slack.app import build_app, check_token, open_client, open_counter
from bot.slack.clock import SystemClock
from bot.slack.outbox import Outbox, caller
from bot.slack.passing_on import look
from bot.slack.sweep import Sweep
from bot.slack.watchdog import watch
from bot.slack.work import Work
from bot.watch.ticker import Ticker

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType

    from slack_bolt import App
    from slack_sdk import WebClient

    from bot.office import Office
    from bot.settings import SlackSettings

log = structlog.get_logger(__name__)

DRAIN_SECONDS = 8.0
"""Supervisors wait ten seconds or more between SIGTERM and SIGKILL."""


@dataclass(frozen=True, slots=True)
class Bot:
    """The app with all that works for it, whichever way it is reached."""

    app: App
    office: Office
    outbox: Outbox
    work: Work
    watch: Ticker | None = None
    sweep: Sweep | None = None

    def close(self) -> None:
        """Finishes what was begun; what could not be finished in time is said in the log."""
        if self.sweep is not None:
            self.sweep.close()
        if self.watch is not None:
            self.watch.close(DRAIN_SECONDS / 2)
        undone = self.work.close(DRAIN_SECONDS / 2)
        unsent = self.outbox.close(DRAIN_SECONDS / 2)
        self.office.store.close()
        log.info("stopped", jobs_undone=undone, messages_unsent=len(unsent))


def open_bot(office: Office, client: WebClient, signing_secret: str = "") -> Bot:
    """The app on an office, ready for whoever brings Slack's payloads: warmed up, so that nobody waits longer for being first."""
    office.desk.warm_up()
    outbox, work = Outbox(caller(client)), Work()
    app, counter = build_app(office, client, outbox, work, signing_secret), open_counter(office, client, outbox, work)
    return Bot(app, office, outbox, work, Ticker(partial(look, counter), SystemClock()).start(), Sweep(office))


def serve_socket(open_office: Callable[[], Office], settings: SlackSettings) -> int:
    """Runs over Socket Mode until SIGTERM or Ctrl-C. Returns the exit code. Raises StartError when Slack will not let us in."""
    client = open_client(settings)
    team = check_token(client)
    bot = open_bot(open_office(), client)
    socket = watch(bot.app, settings.app_token)
    _when_told(socket.close)
    socket.start()
    ready(f"connected to {team}")
    code = socket.wait()
    bot.close()
    return code


def ready(what: str) -> None:
    """One line on standard output for whoever waits for us."""
    sys.stdout.write(f"ready: {what}\n")
    sys.stdout.flush()


def _when_told(stop: Callable[[], None]) -> None:
    def told(_signal: int, _frame: FrameType | None) -> None:
        stop()

    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, told)
