"""Row 7 of the promises: only Slack gets in. Row 11: what is too large is refused before it is read."""

from __future__ import annotations

import io
import json
import logging
import time
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from slack_bolt import App
from slack_bolt.adapter.wsgi import SlackRequestHandler
from slack_bolt.authorization import AuthorizeResult
from structlog.testing import capture_logs

from bot.slack.front_door import LARGEST_BODY, FrontDoor
from bot.slack.seen import LONG_ENOUGH, RecentlySeen
from bot.slack.signature import sign

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from slack_bolt.context.ack import Ack

SECRET = "a signing secret"
NOW = 1_790_000_000.0
CANARY = "my card is 4111 1111 1111 1111"
BODY = json.dumps({"type": "event_callback", "event": {"type": "message", "text": CANARY}}).encode()


class Bolt:
    """A stand-in that counts who comes in, and answers as it is told."""

    def __init__(self) -> None:
        self.bodies: list[bytes] = []
        self.answers: list[str] = []

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., object]) -> Iterable[bytes]:
        self.bodies.append(environ["wsgi.input"].read(int(environ["CONTENT_LENGTH"])))
        answer = self.answers.pop() if self.answers else "200 OK"
        if answer == "raise":
            raise RuntimeError(CANARY)
        start_response(answer, [])
        return [b""]


class Input(io.BytesIO):
    """A body that knows how much of it was read."""

    taken = 0

    def read(self, size: int | None = -1) -> bytes:
        piece = super().read(size)
        self.taken += len(piece)
        return piece


def request(body: bytes = BODY, *, when: float = NOW, secret: str = SECRET, **changes: Any) -> dict[str, Any]:
    """A request as a WSGI server hands it over, signed by Slack; `changes` replace parts of it, None removes them."""
    timestamp = str(int(when))
    environ = {
        "REQUEST_METHOD": "POST",
        "PATH_INFO": "/slack/events",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "QUERY_STRING": "",
        "CONTENT_TYPE": "application/json",
        "CONTENT_LENGTH": str(len(body)),
        "HTTP_X_SLACK_REQUEST_TIMESTAMP": timestamp,
        "HTTP_X_SLACK_SIGNATURE": sign(secret, timestamp, body),
        "wsgi.input": Input(body),
    } | changes
    return {name: value for name, value in environ.items() if value is not None}


def knock(door: FrontDoor, environ: dict[str, Any]) -> tuple[int, bytes]:
    """Status and body of the answer."""
    statuses: list[str] = []

    def start_response(status: str, headers: list[tuple[str, str]], *_: object) -> Callable[[bytes], object]:
        assert all(isinstance(name, str) and isinstance(value, str) for name, value in headers)
        statuses.append(status)
        return lambda _: None

    answer = b"".join(door(environ, start_response))
    return int(statuses[0][:3]), answer


@pytest.fixture
def bolt() -> Bolt:
    return Bolt()


@pytest.fixture
def door(bolt: Bolt) -> FrontDoor:
    return FrontDoor(bolt, SECRET, RecentlySeen(lambda: NOW), now=lambda: NOW)


def timestamp(value: str | None) -> dict[str, Any]:
    """A request whose timestamp is `value`, and whose signature is right for it."""
    return request(HTTP_X_SLACK_REQUEST_TIMESTAMP=value, HTTP_X_SLACK_SIGNATURE=sign(SECRET, value or "", BODY))


def signature(value: str | None) -> dict[str, Any]:
    return request(HTTP_X_SLACK_SIGNATURE=value)


LARGE = b"{" + b" " * LARGEST_BODY + b"}"
BAD: dict[str, tuple[int, Callable[[], dict[str, Any]]]] = {
    "no signature": (401, lambda: signature(None)),
    "an empty signature": (401, lambda: signature("")),
    "the signature of another secret": (401, lambda: request(secret="other")),
    "the signature of another body": (401, lambda: signature(sign(SECRET, str(int(NOW)), b"{}"))),
    "a signature with letters beyond ASCII": (401, lambda: signature("v0=" + "é" * 64)),
    "a signature with figures of another script": (401, lambda: signature("v0=" + "٣" * 64)),
    "a signature that is too short": (401, lambda: signature(sign(SECRET, str(int(NOW)), BODY)[:-1])),
    "a signature with a line end": (401, lambda: signature(sign(SECRET, str(int(NOW)), BODY) + "\n")),
    "a signature of another version": (401, lambda: signature("v1" + sign(SECRET, str(int(NOW)), BODY)[2:])),
    "no timestamp": (401, lambda: timestamp(None)),
    "an empty timestamp": (401, lambda: timestamp("")),
    "a timestamp that is a word": (401, lambda: timestamp("now")),
    "a timestamp with a fraction": (401, lambda: timestamp(f"{NOW:.1f}")),
    "a timestamp with a sign": (401, lambda: timestamp(f"+{NOW:.0f}")),
    "a timestamp of 5,000 digits": (401, lambda: timestamp("1" * 5_000)),
    "a timestamp in other figures": (401, lambda: timestamp("١٧٩٠٠٠٠٠٠٠")),
    "a timestamp six minutes old": (401, lambda: request(when=NOW - 360)),
    "a timestamp six minutes ahead": (401, lambda: request(when=NOW + 360)),
    "a body changed on the way": (401, lambda: request() | {"wsgi.input": Input(BODY.replace(b"4111", b"4112"))}),
    "a body shorter than it says": (400, lambda: request(CONTENT_LENGTH=str(len(BODY) + 10))),
    "a body longer than it says": (401, lambda: request(CONTENT_LENGTH=str(len(BODY) - 10))),
    "a body of more than 1 MiB": (413, lambda: request(LARGE)),
    "more than 1 MiB in chunks": (
        413,
        lambda: request(LARGE, CONTENT_LENGTH=None, HTTP_TRANSFER_ENCODING="chunked") | {"wsgi.input_terminated": True},
    ),
    "a length that is a word": (400, lambda: request(CONTENT_LENGTH="many")),
    "a length below nothing": (400, lambda: request(CONTENT_LENGTH="-1")),
    "a length and chunks at once": (400, lambda: request(HTTP_TRANSFER_ENCODING="chunked") | {"wsgi.input_terminated": True}),
    "chunks that the server did not join": (400, lambda: request(CONTENT_LENGTH=None, HTTP_TRANSFER_ENCODING="chunked")),
    "a body that is not UTF-8": (400, lambda: request(b'{"a": "\xff"}')),
    "a body that is not JSON": (400, lambda: request(b'{"a": ')),
    "JSON that is no object": (400, lambda: request(b"[1]")),
    "JSON 100,000 deep": (400, lambda: request(b"[" * 100_000)),
    "JSON called a form": (400, lambda: request(CONTENT_TYPE="application/x-www-form-urlencoded")),
    "a form whose payload is not JSON": (400, lambda: request(b"payload=x", CONTENT_TYPE="application/x-www-form-urlencoded")),
    "another kind of content": (400, lambda: request(CONTENT_TYPE="text/plain")),
    "no kind of content": (400, lambda: request(CONTENT_TYPE=None)),
    "nothing at all": (400, lambda: request(b"")),
    "another path": (404, lambda: request(PATH_INFO="/slack/events/../admin")),
    "another method": (405, lambda: request(REQUEST_METHOD="GET")),
    "a made-up method": (405, lambda: request(REQUEST_METHOD="P\u00d6ST")),
}


@pytest.mark.parametrize("case", BAD)
def test_only_slack_gets_in(door: FrontDoor, bolt: Bolt, case: str) -> None:
    """Whatever is wrong with a request: the right refusal within 50 ms, nothing reaches Bolt, the body is in no log."""
    status, make = BAD[case]
    environ = make()
    with capture_logs() as lines:
        started = time.perf_counter()
        answered, words = knock(door, environ)
        took = time.perf_counter() - started
    assert answered == status
    assert took <= 0.05
    assert bolt.bodies == []
    assert "4111" not in f"{lines}{words!r}"
    assert environ["wsgi.input"].taken <= LARGEST_BODY + 1


GOOD = {
    "an event": request(),
    "an event in chunks": request(CONTENT_LENGTH=None, HTTP_TRANSFER_ENCODING="chunked") | {"wsgi.input_terminated": True},
    "a press": request(
        urlencode({"payload": '{"type": "block_actions"}'}).encode(), CONTENT_TYPE="application/x-www-form-urlencoded"
    ),
    "a command": request(b"command=%2Freply&text=hello", CONTENT_TYPE="application/x-www-form-urlencoded; charset=utf-8"),
    "a body of exactly 1 MiB": request(b'{"a":"' + b"x" * (LARGEST_BODY - 8) + b'"}'),
    "a clock five minutes slow": request(when=NOW - 300),
    "a clock five minutes fast": request(when=NOW + 300),
}


@pytest.mark.parametrize("case", GOOD)
def test_what_slack_sends_gets_in_whole(door: FrontDoor, bolt: Bolt, case: str) -> None:
    environ = GOOD[case]
    assert knock(door, environ)[0] == 200
    assert bolt.bodies == [environ["wsgi.input"].getvalue()]


def test_the_same_signed_request_a_second_time_has_no_effect(door: FrontDoor, bolt: Bolt) -> None:
    """It is answered as if all were well, which tells a stranger nothing and keeps Slack content."""
    assert [knock(door, request())[0] for _ in range(3)] == [200, 200, 200]
    assert len(bolt.bodies) == 1


def test_two_different_requests_both_have_their_effect(door: FrontDoor, bolt: Bolt) -> None:
    """Slack's own repeats are told apart by what is in them, not here: the first may never have arrived."""
    knock(door, request())
    knock(door, request(when=NOW + 60))
    assert len(bolt.bodies) == 2


@pytest.mark.parametrize("failure", ["500 Internal Server Error", "raise"])
def test_work_that_failed_may_be_asked_for_again(door: FrontDoor, bolt: Bolt, failure: str) -> None:
    bolt.answers = [failure]
    with capture_logs():
        assert knock(door, request())[0] >= 500
    assert knock(door, request())[0] == 200
    assert len(bolt.bodies) == 2


def test_a_memory_that_fails_is_no_reason_to_fail_before_a_stranger(bolt: Bolt) -> None:
    """Without it nobody is let in, and Slack is asked to come again."""

    class Broken(RecentlySeen):
        def first_time(self, key: str) -> bool:
            raise OSError("the disk is full")

    door = FrontDoor(bolt, SECRET, Broken(), now=lambda: NOW)
    with capture_logs():
        assert knock(door, request())[0] == 503
        assert knock(door, request(secret="other"))[0] == 401
    assert bolt.bodies == []


def test_what_was_seen_is_remembered_as_long_as_its_signature_is_good_and_then_forgotten() -> None:
    moment = [0.0]
    seen = RecentlySeen(lambda: moment[0])
    assert seen.first_time("a")
    moment[0] = 601.0  # signed five minutes ahead of our clock, good for five minutes after
    assert not seen.first_time("a")
    moment[0] = LONG_ENOUGH + 1
    assert seen.first_time("b")
    assert seen.first_time("a")
    assert len(seen._until) == 2


def test_a_door_without_a_secret_cannot_be_built() -> None:
    with pytest.raises(ValueError, match="signing secret"):
        FrontDoor(Bolt(), "", RecentlySeen())


HEADER = st.one_of(
    st.none(),
    st.text(max_size=80),
    st.from_regex(r"v0=[0-9a-f]{60,64}", fullmatch=True),
    st.integers().map(str),
    st.just("1" * 5_000),
)


@settings(max_examples=150, deadline=None)
@given(
    body=st.one_of(st.binary(max_size=200), st.recursive(st.none() | st.text(), st.lists).map(json.dumps).map(str.encode)),
    signed=st.booleans(),
    changes=st.dictionaries(
        st.sampled_from(
            [
                "HTTP_X_SLACK_SIGNATURE",
                "HTTP_X_SLACK_REQUEST_TIMESTAMP",
                "CONTENT_TYPE",
                "CONTENT_LENGTH",
                "REQUEST_METHOD",
                "PATH_INFO",
                "HTTP_TRANSFER_ENCODING",
                "wsgi.input_terminated",
            ]
        ),
        HEADER,
        max_size=3,
    ),
)
def test_no_headers_and_no_body_make_the_door_fail(body: bytes, signed: bool, changes: dict[str, Any]) -> None:
    bolt = Bolt()
    door = FrontDoor(bolt, SECRET, RecentlySeen(lambda: NOW), now=lambda: NOW)
    with capture_logs():
        status, _ = knock(door, request(body, secret=SECRET if signed else "other", **changes))
    assert status in (200, 400, 401, 404, 405, 413)
    assert (status == 200) == (len(bolt.bodies) == 1)
    assert signed or not bolt.bodies


def test_bolt_behind_the_door_answers_slack_and_logs_no_stranger(caplog: pytest.LogCaptureFixture) -> None:
    """The real adapter with its own check left on: a signed command is acknowledged, a forged one leaves no trace of its body."""
    caplog.set_level(logging.DEBUG)
    app = App(
        signing_secret=SECRET,
        authorize=lambda: AuthorizeResult(enterprise_id=None, team_id="T1", bot_token="xoxb-none", bot_id="B1"),
    )

    @app.command("/reply")
    def reply(ack: Ack) -> None:
        ack("here")

    door = FrontDoor(SlackRequestHandler(app), SECRET, RecentlySeen())
    form = urlencode({"command": "/reply", "text": CANARY, "team_id": "T1", "user_id": "U1"}).encode()
    kind = {"CONTENT_TYPE": "application/x-www-form-urlencoded"}
    assert knock(door, request(form, when=time.time(), **kind)) == (200, b"here")
    caplog.clear()
    assert knock(door, request(form, when=time.time(), secret="other", **kind))[0] == 401
    assert "4111" not in caplog.text
