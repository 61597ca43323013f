"""Sayso as it runs outside of tests: commands as processes of their own, which speak over sockets only."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import sys
from typing import TYPE_CHECKING, Protocol

from bot.demo import APP_TOKEN, BOT_TOKEN, PROXIES
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

GRACE_SECONDS = 20


class Start(Protocol):
    """`running`, for as long as the test lasts."""

    def __call__(self, *arguments: str, until: str, **settings: str) -> subprocess.Popen[str]: ...


def free_port() -> int:
    """A port that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def local_slack(url: str, folder: Path) -> dict[str, str]:
    """The settings with which the bot speaks to a local workspace and keeps its drafts in `folder`."""
    return {
        "SLACK_API_URL": f"{url}/api/",
        "SLACK_BOT_TOKEN": BOT_TOKEN,
        "SLACK_APP_TOKEN": APP_TOKEN,
        "SAYSO_DATABASE_URL": f"sqlite:///{folder}/sayso.db",
    }


@contextlib.contextmanager
def running(*arguments: str, until: str, **settings: str) -> Iterator[subprocess.Popen[str]]:
    """`sayso` with these arguments, from the moment at which it has printed a line that begins with `until`.

    Raises AssertionError with all that it printed when it ends before. Ended with SIGTERM when the block is left.
    """
    environ = {name: value for name, value in os.environ.items() if name not in PROXIES}
    process = subprocess.Popen(
        [sys.executable, "-m", "bot", *arguments],
        env={**environ, "SAYSO_ROOT": str(ROOT), **settings},
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        _wait_for(process, until)
        yield process
    finally:
        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=GRACE_SECONDS)


def _wait_for(process: subprocess.Popen[str], until: str) -> None:
    assert process.stdout
    printed = []
    for line in process.stdout:
        printed.append(line)
        if line.startswith(until):
            return
    raise AssertionError(f"ended with {process.wait()} before it printed “{until}”: {''.join(printed)}")
