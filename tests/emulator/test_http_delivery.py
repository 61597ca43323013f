"""Delivery over HTTP: signed requests in Slack's forms, repeated when they fail."""

from __future__ import annotations

import json
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs

import pytest
from slack_bolt import App, BoltRequest
from slack_sdk import WebClient
from slack_sdk.signature import Clock as SignatureClock
from slack_sdk.signature import SignatureVerifier

from bot.emulator.errors import EmulatorError
from tests.emulator.stand_in import NOON, local_slack, private

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bot.emulator.local import LocalSlack

Json = dict[str, Any]
Reply = tuple[int, dict[str, str], str]


class Noon(SignatureClock):
    """The workspace's clock, for the app's check of a signature's age."""

    def now(self) -> float:
        return NOON


class WebApp:
    """An app behind an address: `heard` are its requests (headers, body), `answer` what it says to each."""

    def __init__(self) -> None:
        self.heard: list[tuple[dict[str, str], str]] = []
        self.answer: Callable[[dict[str, str], str], Reply] = lambda _headers, _body: (200, {}, "")
        self.news: Callable[[], None] = lambda: None
        self.url = ""


@contextmanager
def serving(app: WebApp) -> Iterator[WebApp]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            headers = {name.lower(): value for name, value in self.headers.items()}
            body = self.rfile.read(int(headers["content-length"])).decode()
            app.heard.append((headers, body))
            status, more, words = app.answer(headers, body)
            self.send_response(status)
            for name, value in {**more, "content-length": str(len(words.encode()))}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(words.encode())
            app.news()

        def log_message(self, *_: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    app.url = f"http://127.0.0.1:{server.server_address[1]}/slack/events"
    thread = threading.Thread(target=lambda: server.serve_forever(0.01))
    thread.start()
    try:
        yield app
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture
def web_app() -> Iterator[WebApp]:
    with serving(WebApp()) as app:
        yield app


@pytest.fixture
def slack(web_app: WebApp) -> Iterator[LocalSlack]:
    with local_slack(delivery=web_app.url) as running:
        web_app.news = running.look_again
        yield running


def heard(slack: LocalSlack, app: WebApp, count: int = 1) -> tuple[dict[str, str], str]:
    return slack.wait(lambda: app.heard if len(app.heard) >= count else [], what=f"request {count}")[count - 1]


def test_the_address_is_verified_by_a_challenge(slack: LocalSlack, web_app: WebApp) -> None:
    assert slack.verify() is False
    web_app.answer = lambda _, body: (
        200,
        {"content-type": "application/json"},
        json.dumps({"challenge": json.loads(body)["challenge"]}),
    )
    assert slack.verify() is True
    web_app.answer = lambda _, body: (200, {"content-type": "text/plain"}, json.loads(body)["challenge"])
    assert slack.verify() is True
    assert slack.see("U0MO")["app"]["connected"] is True


def test_every_request_is_signed(slack: LocalSlack, web_app: WebApp) -> None:
    slack.do("command", user="U0MO", channel="C0GENERAL", text="/reply größer & < später")
    headers, body = heard(slack, web_app)
    assert SignatureVerifier(slack.signing_secret, Noon()).is_valid_request(body, headers)
    assert not SignatureVerifier("another secret", Noon()).is_valid_request(body, headers)


def test_a_command_is_a_form_and_its_answer_a_message(slack: LocalSlack, web_app: WebApp) -> None:
    web_app.answer = lambda *_: (200, {"content-type": "text/plain"}, "plain words")
    assert slack.do("command", user="U0MO", channel="C0GENERAL", text="/reply hello")["ok"]
    headers, body = heard(slack, web_app)
    assert headers["content-type"] == "application/x-www-form-urlencoded"
    assert parse_qs(body)["text"] == ["hello"]
    assert [one["text"] for one in private(slack, "U0MO")] == ["plain words"]


def test_an_interaction_is_a_form_with_one_payload(slack: LocalSlack, web_app: WebApp) -> None:
    assert slack.do("shortcut", user="U0MO", callback_id="draft")["ok"]
    payload = json.loads(parse_qs(heard(slack, web_app)[1])["payload"][0])
    assert payload["type"] == "shortcut"


def test_a_refused_command_is_said_in_slacks_words(slack: LocalSlack, web_app: WebApp) -> None:
    web_app.answer = lambda *_: (500, {}, "")
    notice = slack.do("command", user="U0MO", channel="C0GENERAL", text="/reply hello")["notice"]
    assert notice == '/reply failed with the error "http_service_error"'


def test_a_refused_event_is_repeated_with_number_and_reason(slack: LocalSlack, web_app: WebApp) -> None:
    web_app.answer = lambda *_: (503, {}, "")
    slack.do("say", user="U0MO", channel="D0MO", text="hello")
    heard(slack, web_app, 2)
    slack.wait(lambda: [one for one in slack.log() if one["status"] == "error"][1:2], what="the second refusal")
    slack.control("clock", advance=60)
    heard(slack, web_app, 3)
    slack.wait(lambda: [one for one in slack.log() if one["status"] == "error"][2:3], what="the third refusal")
    slack.control("clock", advance=300)
    heard(slack, web_app, 4)
    retries = [(head.get("x-slack-retry-num"), head.get("x-slack-retry-reason")) for head, _ in web_app.heard]
    assert retries == [(None, None), ("1", "http_error"), ("2", "http_error"), ("3", "http_error")]


def test_an_app_can_ask_for_no_more(slack: LocalSlack, web_app: WebApp) -> None:
    web_app.answer = lambda *_: (503, {"x-slack-no-retry": "1"}, "")
    slack.do("say", user="U0MO", channel="D0MO", text="hello")
    slack.wait(lambda: [one for one in slack.log() if one["status"] == "error"], what="the refusal")
    slack.control("clock", advance=3600)
    assert len(web_app.heard) == 1


def test_nobody_at_the_address_is_said_at_once() -> None:
    with local_slack(delivery="http://127.0.0.1:9/slack/events") as slack:
        notice = slack.do("command", user="U0MO", channel="C0GENERAL", text="/reply hello")["notice"]
    assert notice.startswith("/reply failed because the app did not respond")


@pytest.mark.parametrize("address", ["https://example.com/slack", "ftp://127.0.0.1/", "nonsense"])
def test_only_a_plain_local_address_is_taken(address: str) -> None:
    with pytest.raises(EmulatorError, match="local http"), local_slack(delivery=address):
        pass


def test_bolt_takes_what_we_sign(slack: LocalSlack, web_app: WebApp) -> None:
    bolt = App(client=WebClient(token=slack.bot_token, base_url=slack.api_url), signing_secret=slack.signing_secret)
    bolt._middleware_list[1].verifier.clock = Noon()  # type: ignore[attr-defined]

    @bolt.command("/reply")
    def reply(ack: Any, command: Json) -> None:
        ack(f"drafting for {command['user_name']}")

    def answer(headers: dict[str, str], body: str) -> Reply:
        response = bolt.dispatch(BoltRequest(body=body, headers=dict(headers)))
        return response.status, {"content-type": response.first_headers().get("content-type", "")}, response.body

    web_app.answer = answer
    assert slack.verify()
    assert slack.do("command", user="U0MO", channel="C0GENERAL", text="/reply hello")["ok"]
    assert [one["text"] for one in private(slack, "U0MO")] == ["drafting for mo"]
