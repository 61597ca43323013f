"""Row 9 of the promises: no secret and no personal data in a log, at DEBUG, whatever happens."""

from __future__ import annotations

import ast
import io
import json
import logging
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.error import URLError

import pytest
import structlog
from hypothesis import given, settings
from hypothesis import strategies as st
from slack_bolt import App, BoltRequest
from slack_bolt.authorization import AuthorizeResult
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from slack_sdk.socket_mode.builtin import SocketModeClient
from slack_sdk.webhook import WebhookClient

from bot.slack.log import ALPHABET, reference, set_up
from bot.slack.redact import Redactor
from bot.slack.tracebacks import brief, trace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

BOT = Path(__file__).parents[2] / "bot"
SIGNING_SECRET = "8f742231b10e8888abcd99yyyzzz85a5"
REFUSED = "http://127.0.0.1:9"  # the discard port: nothing listens there

POSTS = [
    "Disgusting service, zarquon of a company, never flying florbix again",
    "Where is my refund, you absolute womblers",
    "うちの荷物はどこですか",
    "My grandmother Philippa sat on the grundlefloor for nine hours",
]
KINDS: dict[str, list[str]] = {
    "token": [
        "xoxb-123456789012-abcdefGHIJKL",
        "xapp-1-A0LOCAL-99-deadbeef",
        "xoxe.xoxp-1-Mi0yLTEyMzQ1Njc4",
        "xoxb-local-sayso",
        "xwfp-abc-DEF-1",
    ],
    "signing secret": [SIGNING_SECRET, "v0=" + "a2114d57b48eac39" * 4],
    "response_url": [
        "https://hooks.slack.com/commands/T0LOCAL/1234567890/qZxPlOmn",
        "https://hooks.slack.com/actions/T0LOCAL/77/AbCdEfGh",
        "http://127.0.0.1:9/commands/T0/1/s3cr3t",
        "postgresql://sayso:pa55word@db.internal/sayso",
    ],
    "trigger": ["13345224609.738474920.8088930838d88f008e0", "1234567890123.9876543210987.abcdef0123456789"],
    "card": ["4111 1111 1111 1111", "5500-0000-0000-0004", "378282246310005"],
    "phone": ["+44 7700 900123", "(212) 555-0187", "+1 415 555 2671", "0171-4959001"],
    "email": ["dana.w@example.com", "dana [at] example dot com", "d.w+x@mail.example.org"],
    "bank": ["GB82 WEST 1234 5698 7654 32", "DE89370400440532013000"],
    "number of a person": ["078-05-1120", "AB 12 34 56 C", "passport X1234567", "born 12/03/1985"],
    "reference": ["order 8841-22317", "booking reference QX7T4K9", "1Z999AA10123456784", "#8812345"],
    "address": ["14 Elm Street", "P.O. Box 4471", "221B Baker Street", "203.0.113.77"],
    "password": ["password is hunter2x9", "PIN 48213", "verification code 993124"],
    "evasion": [
        "4111\u200b1111\u200b1111\u200b1111",
        "dana\u200b@example.com",
        "\uff14\uff11\uff11\uff11 1111 1111 1111",
        "+44\u00a07700\u2011900123",
    ],
    "words": POSTS,
    "number": ["4012888888881881", "6011111111111117"],
}
CANARIES = [canary for canaries in KINDS.values() for canary in canaries]
SHOWN = {
    "passport X1234567": "X1234567",
    "born 12/03/1985": "12/03/1985",
    "password is hunter2x9": "hunter2x9",
    "PIN 48213": "48213",
} | {"order 8841-22317": "8841-22317", "booking reference QX7T4K9": "QX7T4K9", "verification code 993124": "993124"}
"""Where only a part is to be hidden."""


@pytest.fixture
def written() -> Iterator[io.StringIO]:
    """What reaches the log at DEBUG; the process's own logging is put back afterwards."""
    root, factory = logging.getLogger(), logging.getLogRecordFactory()
    handlers, level, hooks = root.handlers[:], root.level, (sys.excepthook, threading.excepthook, sys.unraisablehook)
    stream = io.StringIO()
    set_up("DEBUG", [SIGNING_SECRET, "pa55word"], stream)
    yield stream
    logging.setLogRecordFactory(factory)
    logging.captureWarnings(False)
    root.handlers[:], root.level = handlers, level
    sys.excepthook, threading.excepthook, sys.unraisablehook = hooks
    structlog.reset_defaults()


def traces_of(canary: str) -> list[str]:
    """What of a canary must not be found: itself, as JSON writes it, and of somebody's words each word that is no common one."""
    if canary in POSTS:
        return [
            word
            for word in ("zarquon", "florbix", "womblers", "Philippa", "grundlefloor", "荷物", "\\u8377")
            if word in canary or word[0] == "\\"
        ]
    shown = SHOWN.get(canary, canary)
    return [shown, json.dumps(shown)[1:-1], repr(shown)[1:-1]]


def assert_clean(stream: io.StringIO, capsys: pytest.CaptureFixture[str], canaries: list[str], at_least: int = 1) -> None:
    lines = stream.getvalue()
    printed = "".join(capsys.readouterr())
    assert len(lines.splitlines()) >= at_least, "nothing was logged, so nothing is proved"
    for canary in canaries:
        for part in traces_of(canary):
            assert part not in lines, part
            assert part not in printed, part


def payload(canary: str) -> dict[str, Any]:
    """An interaction as Slack sends it, with the canary wherever a person or Slack can put something."""
    return {
        "type": "block_actions",
        "token": canary,
        "team": {"id": "T1"},
        "user": {"id": "U1", "name": canary},
        "response_url": canary,
        "trigger_id": canary,
        "message": {"text": canary, "blocks": [{"type": "section", "text": {"type": "plain_text", "text": canary}}]},
        "actions": [{"action_id": "edit", "block_id": canary, "value": canary}],
        "state": {"values": {"post": {"post": {"value": canary}}}},
    }


def fail_deep(canary: str) -> None:
    """An error with a cause and a context, all quoting what they could not handle."""
    try:
        try:
            raise ValueError(canary)
        except ValueError as error:
            raise KeyError(f"while reading: {canary}") from error
    except KeyError:
        raise SlackApiError(canary, {"ok": False, "error": canary, "text": canary}) from None  # type: ignore[no-untyped-call]


def our_own_lines(canary: str) -> None:
    log = structlog.get_logger("bot.slack.somewhere")
    log.info(canary)
    log.debug(
        "a line",
        text=canary,
        reason=canary,
        channel=canary,
        url=canary,
        error=ValueError(canary),
        depth={"a": [canary], canary: 1},
    )
    log.bind(post=canary).warning("bound", ts=canary, ask=payload(canary), other=payload(canary))
    if canary.isdigit():
        log.info("a number", count=int(canary))
    try:
        fail_deep(canary)
    except SlackApiError:
        log.exception("job failed", reference=reference())


def lines_of_the_standard_library(canary: str) -> None:
    log = logging.getLogger("bot.somewhere")
    log.info("with an argument: %s", canary)
    log.info("by name: %(text)s %(other)r", {"text": canary, "other": canary})
    log.info("too few %s %s", canary)
    log.warning(canary)
    log.warning({"text": canary, "thing": canary})
    log.error("with an error", exc_info=ValueError(canary), extra={"post": canary})
    logging.getLogger("gunicorn.error").error("Error handling request %s", canary, exc_info=ValueError(canary), stack_info=True)


def slack_sdk_over_http(canary: str) -> None:
    client = WebClient(token=canary if canary.isascii() else "", base_url=f"{REFUSED}/api/", timeout=1, retry_handlers=[])
    with pytest.raises(OSError, match="refused"):
        client.chat_postMessage(channel="C1", text=canary, blocks=payload(canary)["message"]["blocks"])
    with pytest.raises(OSError, match="refused"):
        WebhookClient(f"{REFUSED}/commands/T0/1/s3cr3t", retry_handlers=[]).send(text=canary)


def slack_sdk_over_the_socket(canary: str) -> None:
    client = SocketModeClient(app_token="xapp-1-A0LOCAL-99-deadbeef", trace_enabled=True, all_message_trace_enabled=True)

    def listener(*_: object) -> None:
        raise RuntimeError(canary)

    client.message_listeners.append(listener)
    client._on_message(json.dumps({"type": "interactive", "envelope_id": "e", "payload": payload(canary)}, ensure_ascii=False))
    client._on_error(ValueError(canary))
    client.run_message_listeners({"type": "interactive", "payload": payload(canary)}, "")
    threading.Thread(target=client.close).start()


def bolt_in_trouble(canary: str) -> None:
    """A forged request, an unhandled one, one of our own, and a listener that fails."""
    app = App(
        signing_secret=SIGNING_SECRET,
        authorize=lambda: AuthorizeResult(enterprise_id=None, team_id="T1", bot_token="xoxb-none", bot_id="B1", bot_user_id="U9"),
    )

    @app.event("app_mention")
    def listener(logger: logging.Logger, body: dict[str, Any]) -> None:
        logger.info(f"body: {body}")
        fail_deep(canary)

    done = threading.Event()
    app._listener_runner.listener_completion_handler.handle = lambda *_, **__: done.set()  # type: ignore[method-assign]
    forged: dict[str, str | Sequence[str]] = {
        "x-slack-signature": [canary],
        "x-slack-request-timestamp": ["1"],
        "content-type": ["application/json"],
    }
    if canary.isascii():
        app.dispatch(BoltRequest(body=json.dumps(payload(canary)), headers=forged))
    app.dispatch(BoltRequest(body=payload(canary), mode="socket_mode"))
    own = {"type": "event_callback", "event": {"type": "message", "user": "U9", "text": canary}}
    app.dispatch(BoltRequest(body=own, mode="socket_mode"))
    mention = {
        "type": "event_callback",
        "event": {"type": "app_mention", "user": "U1", "text": canary, "channel": "C1", "ts": "1.1"},
    }
    app.dispatch(BoltRequest(body=mention, mode="socket_mode"))
    assert done.wait(5)


def what_nobody_catches(canary: str) -> None:
    thread = threading.Thread(target=fail_deep, args=(canary,))
    thread.start()
    thread.join()
    sys.excepthook(ValueError, ValueError(canary), None)


SCENARIOS: list[Callable[[str], None]] = [
    our_own_lines,
    lines_of_the_standard_library,
    slack_sdk_over_http,
    slack_sdk_over_the_socket,
    bolt_in_trouble,
    what_nobody_catches,
]


def test_there_are_fifty_canaries() -> None:
    assert len(set(CANARIES)) >= 50


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda scenario: scenario.__name__)
def test_no_secret_and_no_personal_data_reaches_a_log(
    written: io.StringIO, capsys: pytest.CaptureFixture[str], scenario: Callable[[str], None]
) -> None:
    """0 of 50 canaries at DEBUG: in our lines, slack_sdk's and Bolt's, in errors, in their traces, on the standard error."""
    chosen = (
        CANARIES if scenario not in (slack_sdk_over_the_socket, bolt_in_trouble) else [canaries[0] for canaries in KINDS.values()]
    )
    for canary in chosen:
        scenario(canary)
    assert_clean(written, capsys, chosen, at_least=len(chosen))


def test_a_customers_words_are_counted_and_never_shown() -> None:
    """Also where nobody would look for them: under a harmless key, deep in a value, as the name of a field."""
    redactor = Redactor()
    for post in POSTS:
        shown = repr(
            redactor.values({"reason": post, "list": [post], "deep": {"a": {"b": {"c": {"d": post}}}}, "map": {post: 1}})
        )
        assert not [word for word in traces_of(post) if word in shown]
    assert redactor.value("reason", "two words") == "[text, 9 characters]"


def test_what_helps_to_find_a_fault_is_kept(written: io.StringIO) -> None:
    """Ids, times, sizes, kinds of error, Slack's own error names, and where it happened."""
    log = structlog.get_logger("bot.slack.work")
    try:
        raise SlackApiError("x", {"ok": False, "error": "not_in_channel"})  # type: ignore[no-untyped-call]
    except SlackApiError as error:
        log.exception(
            "job failed",
            job="hand_over",
            reference="K7P2QX",
            channel="C01234567",
            user="U024BE7LH",
            ts="1790000000.000100",
            ms=12.5,
        )
        log.warning("second", error=error, tries=3, ok=False, nothing=None, url="https://slack.com/api/chat.postMessage?x=1")
    first, second = map(json.loads, written.getvalue().splitlines())
    assert (
        first
        | {
            "level": "error",
            "logger": "bot.slack.work",
            "event": "job failed",
            "job": "hand_over",
            "reference": "K7P2QX",
            "ms": 12.5,
            "channel": "C01234567",
            "user": "U024BE7LH",
            "ts": "1790000000.000100",
        }
        == first
    )
    assert first["exception"].startswith("SlackApiError(not_in_channel)\n")
    assert f"{Path(__file__).name}:" in first["exception"]
    assert second["error"] == "SlackApiError(not_in_channel)"
    assert (second["tries"], second["ok"], second["nothing"], second["url"]) == (3, False, None, "https://slack.com/[hidden]")


def test_on_a_terminal_a_line_is_for_reading(written: io.StringIO) -> None:
    set_up("INFO", stream=written, terminal=True)
    structlog.get_logger("bot").info("ready", tries=2)
    line = written.getvalue()
    assert "ready" in line
    assert not line.startswith("{")


def test_other_libraries_keep_the_beginning_of_their_sentence_and_what_kind_of_trouble_it_is() -> None:
    redactor = Redactor()
    assert redactor.foreign("Sending a request - url: http://x, body_params: {'text': 'hello'}") == "Sending a request [cut]"
    assert (
        redactor.foreign('Unsuccessful Bolt execution result (status: 404, body: {"a": 1})')
        == "Unsuccessful Bolt execution result 404 [cut]"
    )
    assert (
        redactor.foreign("Failed to check (session id: x, error: BrokenPipeError, message: b)")
        == "Failed to check BrokenPipeError [cut]"
    )
    assert redactor.foreign("Applying middleware") == "Applying middleware"


def test_what_python_says_of_our_own_mistakes_is_kept() -> None:
    def mistake() -> None:
        None.nothing  # type: ignore[attr-defined]  # noqa: B018, because this is the mistake

    with pytest.raises(AttributeError) as caught:
        mistake()
    assert brief(caught.value) == "AttributeError('NoneType' object has no attribute 'nothing')"
    assert "mistake" in trace(caught.value)
    assert brief(TypeError("a customer's own words")) == "TypeError"
    assert brief(URLError(ConnectionRefusedError(111, "refused"))) == "URLError(ConnectionRefusedError(errno 111))"


def test_errors_that_caused_each_other_in_a_circle_are_told_once() -> None:
    first, second = ValueError(), KeyError()
    first.__cause__, second.__cause__ = second, first
    assert trace(ExceptionGroup("both", [first, second])).splitlines() == ["ExceptionGroup", "ValueError", "KeyError"]


@settings(max_examples=150, deadline=None)
@given(
    st.text(max_size=60),
    st.sampled_from([secret for secret in CANARIES if secret.startswith(("xox", "xapp", SIGNING_SECRET))]),
    st.text(max_size=60),
)
def test_a_secret_is_masked_in_the_middle_of_anything(before: str, secret: str, after: str) -> None:
    redactor = Redactor((SIGNING_SECRET,))
    text = f"{before} {secret} {after}"
    for shown in (
        redactor.text(text),
        redactor.foreign(text),
        str(redactor.value("reason", text)),
        repr(redactor.values({"event": text, text: text})),
    ):
        assert secret not in shown


@settings(max_examples=50, deadline=None)
@given(
    st.recursive(
        st.none() | st.integers() | st.floats() | st.text() | st.binary(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    )
)
def test_any_value_can_be_logged(value: object) -> None:
    """Redaction itself never fails, and what it leaves is plain data."""
    json.dumps(Redactor().values({"reason": value}))


def test_a_giant_line_costs_little(written: io.StringIO) -> None:
    """What is very long is cut before it is searched."""
    logging.getLogger("slack_sdk").info("body: " + "4111 1111 1111 1111 " * 50_000)
    structlog.get_logger("bot").info("x" * 1_000_000, reason="y" * 1_000_000)
    assert len(written.getvalue()) < 2_000


def test_a_reference_is_short_and_cannot_be_misread() -> None:
    references = {reference() for _ in range(2_000)}
    assert len(references) >= 1_999
    assert all(len(each) == 6 and set(each) <= set(ALPHABET) for each in references)
    assert not set(ALPHABET) & set("01IOAEU")


def test_every_line_that_we_log_is_a_fixed_sentence() -> None:
    """A sentence put together at run time could carry a customer's words past the rule for values."""
    wrong = []
    for path in sorted(BOT.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and _is_log(node.func):
                fixed = node.args and isinstance(node.args[0], ast.Constant) and len(node.args) == 1
                wrong += [] if fixed else [f"{path.relative_to(BOT)}:{node.lineno}"]
    assert wrong == []


def _is_log(function: ast.Attribute) -> bool:
    kinds = {"debug", "info", "warning", "error", "exception", "critical"}
    return function.attr in kinds and isinstance(function.value, ast.Name) and function.value.id in ("log", "logger", "logging")
