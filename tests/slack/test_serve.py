"""`sayso serve` as an operator starts and ends it: one line when something is missing, the same app by socket and by HTTP."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from bot.emulator.local import LocalSlack
from bot.slack.manifest import manifest
from tests.conftest import ROOT
from tests.slack.conversation import GENERAL, MO, Person

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

BAG = "my bag came off the belt in two pieces and the desk says fill in a form"
TOKENS = {
    "SLACK_BOT_TOKEN": "xoxb-local-sayso",
    "SLACK_APP_TOKEN": "xapp-local-sayso",
    "SLACK_SIGNING_SECRET": "local-signing-secret",
}


def started(folder: Path, *arguments: str, **environ: str) -> subprocess.Popen[str]:
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("SLACK_", "SAYSO_"))}
    return subprocess.Popen(
        [sys.executable, "-m", "bot", "serve", *arguments],
        env={**clean, "SAYSO_DATABASE_URL": f"sqlite:///{folder}/sayso.db", **environ},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    )


@pytest.fixture
def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@pytest.fixture(scope="module")
def local() -> Iterator[LocalSlack]:
    with LocalSlack.start(manifest=manifest()) as slack:
        yield slack


@pytest.mark.parametrize(
    ("arguments", "environ", "line"),
    [
        ((), {}, "SLACK_BOT_TOKEN is not set; get it at "),
        ((), {"SLACK_BOT_TOKEN": "xapp-1"}, "SLACK_BOT_TOKEN does not begin with xoxb-"),
        ((), {"SLACK_BOT_TOKEN": "xoxb-a b"}, "SLACK_BOT_TOKEN has characters that no token has"),
        ((), {"SLACK_BOT_TOKEN": "xoxb-1"}, "SLACK_APP_TOKEN is not set; get it at "),
        (("--http",), {"SLACK_BOT_TOKEN": "xoxb-1"}, "SLACK_SIGNING_SECRET is not set; get it at "),
        ((), TOKENS | {"SLACK_API_URL": "slack"}, "SLACK_API_URL is `slack`"),
        ((), TOKENS | {"SLACK_API_URL": "http://127.0.0.1:1/api/"}, "cannot reach Slack at http://127.0.0.1:1/api/"),
        ((), TOKENS | {"SAYSO_DATABASE_URL": "nonsense", "SLACK_API_URL": "LOCAL"}, "the address of the database cannot be read"),
        (
            (),
            TOKENS | {"SLACK_BOT_TOKEN": "xoxb-wrong", "SLACK_API_URL": "LOCAL"},
            "Slack refuses SLACK_BOT_TOKEN (invalid_auth)",
        ),
        ((), TOKENS | {"SLACK_APP_TOKEN": "xapp-wrong", "SLACK_API_URL": "LOCAL"}, "SLACK_APP_TOKEN"),
    ],
)
def test_what_keeps_it_from_starting_is_said_in_one_line(
    local: LocalSlack, tmp_path: Path, arguments: tuple[str, ...], environ: dict[str, str], line: str
) -> None:
    environ = {name: local.api_url if value == "LOCAL" else value for name, value in environ.items()}
    done = started(tmp_path, *arguments, **environ)
    _, said = done.communicate(timeout=30)
    lines = [one for one in said.splitlines() if one.startswith("sayso: ")]
    assert len(lines) == 1
    assert line in lines[0]
    assert done.returncode != 0
    assert "Traceback" not in said


def test_it_answers_over_the_socket_and_ends_when_told(local: LocalSlack, tmp_path: Path) -> None:
    bot = started(tmp_path, SLACK_API_URL=local.api_url, **TOKENS)
    assert bot.stdout is not None
    assert bot.stdout.readline() == "ready: connected to Local workspace\n"
    mo = Person(local, MO)
    mo.types(f"/reply {BAG}")
    assert mo.card(GENERAL)["ephemeral"]
    bot.send_signal(signal.SIGTERM)
    _, said = bot.communicate(timeout=20)
    assert bot.returncode == 0
    assert '"jobs_undone": 0' in said
    assert BAG not in said


def test_it_answers_over_http_too(tmp_path: Path, free_port: int) -> None:
    address = f"http://127.0.0.1:{free_port}/slack/events"
    with LocalSlack.start(manifest=manifest(address), delivery=address) as slack:
        bot = started(tmp_path, "--http", "--port", str(free_port), SLACK_API_URL=slack.api_url, **TOKENS)
        assert bot.stdout is not None
        assert bot.stdout.readline() == f"ready: listening on 127.0.0.1:{free_port} for Local workspace\n"
        assert slack.verify()
        mo = Person(slack, MO)
        mo.types(f"/reply {BAG}")
        card = mo.card(GENERAL)
        mo.presses("Edit", card)
        mo.submits(mo.modal("Edit the reply"), words="Call me on 555 010 9999. ^Mo")
        assert mo.modal("Edit the reply")["errors"]["words"]
        bot.send_signal(signal.SIGTERM)
        _, said = bot.communicate(timeout=20)
    assert bot.returncode == 0
    assert '"jobs_undone": 0' in said
