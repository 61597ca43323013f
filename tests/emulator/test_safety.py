"""A local workspace stays local: its own machine, its own page, and nothing that could be real."""

from __future__ import annotations

import http.client
import json
import socket
import time
import urllib.request
from contextlib import ExitStack
from typing import TYPE_CHECKING

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect
from websockets.typing import Origin

from bot.emulator.errors import EmulatorError
from bot.emulator.local import LocalSlack
from bot.emulator.workspace import Credentials
from tests.emulator.stand_in import socket_url

if TYPE_CHECKING:
    from tests.emulator.stand_in import StandIn

REAL_BOT_TOKEN = "xoxb-" + "123456789012-abcdef"
REAL_APP_TOKEN = "xapp-" + "1-A012345-678-abcdef"


def ask(slack: LocalSlack, path: str, method: str = "GET", body: str = "", **headers: str) -> tuple[int, dict[str, str], str]:
    """Status, headers and body of one request with exactly these headers ("sec_fetch_site" becomes "sec-fetch-site")."""
    host, port = slack.url.removeprefix("http://").split(":")
    line = http.client.HTTPConnection(host, int(port), timeout=5)
    try:
        line.request(method, path, body or None, {name.replace("_", "-"): value for name, value in headers.items()})
        answer = line.getresponse()
        return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read().decode()
    finally:
        line.close()


@pytest.mark.parametrize("path", ["/", "/page/main.js", "/_emulator/state?user=U0MO", "/api/api.test"])
def test_a_name_that_only_points_here_is_not_answered(slack: LocalSlack, path: str) -> None:
    port = slack.url.rsplit(":", 1)[1]
    assert ask(slack, path, host=f"evil.example:{port}")[0] == 403
    assert ask(slack, path, host="127.0.0.1:1")[0] == 403
    assert ask(slack, path, host=f"localhost:{port}")[0] == 200


@pytest.mark.parametrize("path", ["/_emulator/do/feed", "/_emulator/control/reset", "/api/chat.postMessage"])
def test_the_page_of_another_site_can_do_nothing(slack: LocalSlack, path: str) -> None:
    assert ask(slack, path, "POST", "{}", origin="https://evil.example")[0] == 403
    assert ask(slack, path, "POST", "{}", origin="null")[0] == 403
    assert ask(slack, path, "POST", "{}", sec_fetch_site="cross-site")[0] == 403
    assert ask(slack, path, "POST", "{}", sec_fetch_site="same-site")[0] == 403
    assert ask(slack, path, "POST", "{}", origin=slack.url, sec_fetch_site="same-origin")[0] == 200


def test_a_link_from_elsewhere_opens_the_page_and_nothing_more(slack: LocalSlack) -> None:
    visit = {"sec_fetch_site": "cross-site", "sec_fetch_mode": "navigate"}
    assert ask(slack, "/", **visit)[0] == 200
    assert ask(slack, "/_emulator/state?user=U0MO", **visit)[0] == 403


def test_the_page_of_another_site_opens_no_socket(slack: LocalSlack) -> None:
    with pytest.raises(InvalidStatus):
        connect(socket_url(slack), origin=Origin("https://evil.example")).__enter__()


def test_the_page_may_load_and_run_only_what_is_ours(slack: LocalSlack) -> None:
    for path in ("/", "/page/main.js", "/_emulator/state?user=U0MO"):
        policy = ask(slack, path)[1]["content-security-policy"]
        assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self'")
        assert "unsafe" not in policy
        assert "frame-ancestors 'none'" in policy


def test_nothing_beside_the_page_can_be_read_through_its_address(slack: LocalSlack) -> None:
    assert ask(slack, "/page/../world.json")[0] == 404
    assert ask(slack, "/page/%2e%2e/world.json")[0] == 404


def test_it_listens_on_this_machine_only(slack: LocalSlack) -> None:
    assert slack.url.startswith("http://127.0.0.1:")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SLACK_BOT_TOKEN", REAL_BOT_TOKEN),
        ("SLACK_APP_TOKEN", REAL_APP_TOKEN),
        ("SAYSO_DATABASE_URL", "postgresql+psycopg://db/sayso"),
        ("SAYSO_ENV", "production"),
    ],
)
def test_it_does_not_start_where_production_is_set_up(name: str, value: str) -> None:
    with pytest.raises(EmulatorError, match=name) as refusal, LocalSlack.start(environment={name: value}):
        pass
    assert value not in str(refusal.value).replace("production:", "")


def test_local_names_of_tokens_are_no_obstacle() -> None:
    with LocalSlack.start(environment={"SLACK_BOT_TOKEN": "xoxb-local-sayso", "SAYSO_DATABASE_URL": "sqlite:///x"}) as slack:
        assert slack.connected() == 0


def test_it_is_never_given_a_real_token() -> None:
    with (
        pytest.raises(EmulatorError, match="no real Slack token"),
        LocalSlack.start(credentials=Credentials(bot_token=REAL_BOT_TOKEN)),
    ):
        pass


def test_a_real_token_is_refused_and_never_logged(slack: LocalSlack) -> None:
    with pytest.raises(SlackApiError, match="takes no real token"):
        WebClient(token=REAL_BOT_TOKEN, base_url=slack.api_url).auth_test()
    WebClient(base_url=slack.api_url).api_call("api.test", json={"token": REAL_BOT_TOKEN, "words": f"see {REAL_APP_TOKEN}"})
    assert "abcdef" not in json.dumps(slack.log())


def test_the_log_holds_nothing_that_could_be_used(slack: LocalSlack, app: StandIn) -> None:
    slack.do("command", user="U0MO", channel="C0GENERAL", text="/reply x")
    url = app.wait("slash_commands")["response_url"]
    log = json.dumps(slack.log())
    assert "/commands/T0LOCAL/1/" in log
    assert url.rsplit("/", 1)[1] not in log
    assert slack.app_token not in log
    assert "ticket=•••" in json.dumps(slack.log(), ensure_ascii=False)


def test_a_port_that_is_taken_is_one_clear_line() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(EmulatorError, match=f"Port {port} is taken."), LocalSlack.start(port=port):
            pass
    with pytest.raises(EmulatorError, match="is no port"), LocalSlack.start(port=70000):
        pass


def test_it_ends_at_once_whatever_is_open() -> None:
    with ExitStack() as things:
        slack = things.enter_context(LocalSlack.start(environment={}))
        stopping = things.pop_all()
        page = things.enter_context(urllib.request.urlopen(f"{slack.url}/_emulator/stream?user=U0MO", timeout=5))
        assert page.readline().startswith(b'data: {"seq": ')
        things.enter_context(connect(socket_url(slack), close_timeout=0.1))
        slack.wait(slack.connected)
        doing = slack.begin("command", user="U0MO", channel="C0GENERAL", text="/reply x")
        slack.control("disconnect", reason="half_open")
        began = time.monotonic()
        stopping.close()
        assert time.monotonic() - began < 1
        assert page.read().endswith(b"\n\n")
        assert doing.done()
