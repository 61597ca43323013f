"""The product without a Slack account: a local workspace and the bot as two processes, which end together."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import tempfile
import webbrowser
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.errors import StartError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    Process = subprocess.Popen[str]

BOT_TOKEN, APP_TOKEN = "xoxb-local-sayso", "xapp-local-sayso"
PROXIES = ("HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy")
"""Slack's SDK sends even local calls through these."""
GRACE = 12
READY = "ready"


def run(manifest: Mapping[str, Any], world: Mapping[str, Any], port: int, environ: Mapping[str, str] = os.environ) -> None:
    """Starts both, prints the address, and goes on until Ctrl-C or SIGTERM, as KeyboardInterrupt. Leaves nothing behind.

    Raises StartError when one of them does not come up, or ends; it has said why on its own error stream by then.
    """
    with _interrupted_when_told(), tempfile.TemporaryDirectory(prefix="sayso-") as folder:
        (Path(folder) / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
        (Path(folder) / "world.json").write_text(json.dumps(world), encoding="utf-8")
        address = f"http://127.0.0.1:{port}"
        options = ("--port", str(port), "--manifest", f"{folder}/manifest.json", "--world", f"{folder}/world.json")
        with _child(["emulator", *options], environ) as workspace:
            _wait_for(workspace, "the local workspace")
            with _child(["serve"], {**environ, **_local_slack(address, folder), "TMPDIR": folder}) as bot:
                _wait_for(bot, "the bot")
                _welcome(address)
                _until_one_ends(workspace, bot)


def _local_slack(address: str, folder: str) -> dict[str, str]:
    return {
        "SLACK_API_URL": f"{address}/api/",
        "SLACK_BOT_TOKEN": BOT_TOKEN,
        "SLACK_APP_TOKEN": APP_TOKEN,
        "SAYSO_DATABASE_URL": f"sqlite:///{folder}/sayso.db",
    }


@contextlib.contextmanager
def _child(arguments: list[str], environ: Mapping[str, str]) -> Iterator[Process]:
    """One of our own commands as a process that is ended, politely and then not, when the block is left."""
    child = subprocess.Popen(  # noqa: S603 - our own program with arguments that we made
        [sys.executable, "-m", "bot", *arguments],
        env={name: value for name, value in environ.items() if name not in PROXIES},
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,  # Ctrl-C reaches us alone, and we end them in order
    )
    try:
        yield child
    finally:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # an impatient second Ctrl-C must not leave the child behind
        child.terminate()
        try:
            child.wait(GRACE)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()
        if child.stdout:
            child.stdout.close()


def _wait_for(child: Process, what: str) -> None:
    """Until the child says that it is ready; everything else that it says is passed on."""
    for line in child.stdout or ():
        if line.strip().startswith(READY):
            return
        sys.stdout.write(line)
    raise StartError(f"{what} did not start (exit code {child.wait()}); its message stands above")


def _welcome(address: str) -> None:
    sys.stdout.write(f"\nOpen {address} : you are Mo, at the counter. Try /reply, or a post in #customer-feed. Ctrl-C ends it.\n")
    sys.stdout.flush()
    if sys.stdout.isatty() and (sys.platform == "darwin" or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        webbrowser.open(address)


def _until_one_ends(*children: Process) -> None:
    while True:
        for child in children:
            with contextlib.suppress(subprocess.TimeoutExpired):
                code = child.wait(0.5)
                raise StartError(f"one of the two ended by itself (exit code {code}); its message stands above")


@contextlib.contextmanager
def _interrupted_when_told() -> Iterator[None]:
    """SIGINT and SIGTERM both unwind, so that the children are always ended; also where a shell has us ignore SIGINT."""
    numbers = (signal.SIGINT, signal.SIGTERM)
    before = [signal.signal(number, signal.default_int_handler) for number in numbers]
    try:
        yield
    finally:
        for number, handler in zip(numbers, before, strict=True):
            signal.signal(number, handler)
