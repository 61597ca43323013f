"""Slack's own SocketModeClient, without Bolt: what an acknowledgement can say, who gets what, and coming back."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pytest
from slack_sdk import WebClient
from slack_sdk.socket_mode import SocketModeClient
from slack_sdk.socket_mode.response import SocketModeResponse

from tests.emulator.samples.seeing import EVERYBODY, modal, readers
from tests.emulator.stand_in import SILENCE, hang_up, local_slack, toasts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from slack_sdk.socket_mode.client import BaseSocketModeClient
    from slack_sdk.socket_mode.request import SocketModeRequest

    from bot.emulator.local import LocalSlack

Json = dict[str, Any]

GENERAL = "C0GENERAL"
PATIENCE = 15.0
"""Seconds: a read of the SDK's may last three of them before it looks up, sometimes twice."""


class Line:
    """One client. `answer(request)` is the payload of its acknowledgement; None for none, SILENCE for no acknowledgement."""

    def __init__(self, slack: LocalSlack, client: SocketModeClient) -> None:
        self.slack = slack
        self.client = client
        self.answer: Callable[[SocketModeRequest], Any] = lambda _: None
        self.heard: list[SocketModeRequest] = []
        client.socket_mode_request_listeners.append(self._take)

    def _take(self, client: BaseSocketModeClient, request: SocketModeRequest) -> None:
        self.heard.append(request)
        said = self.answer(request)
        if said is not SILENCE:
            client.send_socket_mode_response(SocketModeResponse(request.envelope_id, said))
        self.slack.look_again()


@contextmanager
def lines(slack: LocalSlack, count: int = 1, *, ping_interval: float = 5) -> Iterator[list[Line]]:
    """So many clients, as far as there is room for them; they notice a cut line when they next ping."""
    found = [Line(slack, _client(slack, ping_interval)) for _ in range(count)]
    try:
        for line in found:
            line.client.connect()
        slack.wait(lambda: slack.connected() == min(count, 10), what=f"{count} connections")
        yield found
    finally:
        hang_up(slack, *(line.client for line in found))


def _client(slack: LocalSlack, ping_interval: float) -> SocketModeClient:
    web_client = WebClient(token=slack.bot_token, base_url=slack.api_url)
    return SocketModeClient(slack.app_token, web_client=web_client, concurrency=2, ping_interval=ping_interval)


@pytest.fixture(scope="module")
def connected() -> Iterator[Line]:
    """One client on a workspace of their own, for the tests that need no other."""
    with local_slack() as slack, lines(slack) as (only,):
        yield only


@pytest.fixture
def line(connected: Line) -> Line:
    """The same at its beginning."""
    connected.slack.control("reset")
    connected.answer = lambda _: None
    connected.heard.clear()
    return connected


def command(slack: LocalSlack, text: str = "/reply hello") -> Json:
    return slack.do("command", user="U0MO", channel=GENERAL, text=text)


@pytest.mark.parametrize(
    ("payload", "seen_by"),
    [
        (None, set()),
        ({}, set()),
        ({"text": "four words are enough"}, {"U0MO"}),
        ({"text": "four words are enough", "response_type": "ephemeral"}, {"U0MO"}),
        ({"text": "four words are enough", "response_type": "in_channel"}, set(EVERYBODY)),
        ({"blocks": [{"type": "markdown", "text": "four words are enough"}]}, {"U0MO"}),
    ],
)
def test_a_command_is_answered_with_the_acknowledgement_itself(line: Line, payload: Any, seen_by: set[str]) -> None:
    line.answer = lambda _: payload
    assert command(line.slack) == {"ok": True}
    assert readers(line.slack, GENERAL, "four words are enough") == seen_by


def test_an_acknowledgement_with_bad_blocks_is_an_error_that_the_person_sees(line: Line) -> None:
    line.answer = lambda _: {"blocks": [{"type": "header", "text": {"type": "plain_text", "text": "x" * 151}}]}
    answer = command(line.slack)
    assert "invalid_blocks" in answer["notice"]
    assert toasts(line.slack, "U0MO") == [answer["notice"]]


def test_an_acknowledgement_of_an_event_says_nothing(line: Line) -> None:
    slack = line.slack
    line.answer = lambda _: {"text": "four words are enough"}
    slack.do("say", user="U0MO", channel=GENERAL, text="<@U0BOT> hello")
    slack.wait(lambda: [one for one in slack.log() if one["title"] == "app_mention" and one["status"] == "ok"], what="it")
    assert readers(slack, GENERAL, "four words are enough") == set()


def window(title: str, **more: Any) -> Json:
    text = {"type": "plain_text_input", "action_id": "words"}
    label = {"type": "plain_text", "text": "Your words"}
    return {
        "type": "modal",
        "callback_id": "form",
        "title": {"type": "plain_text", "text": title},
        "submit": {"type": "plain_text", "text": "Send"},
        "blocks": [{"type": "input", "block_id": "said", "label": label, "element": text}],
        **more,
    }


class Form:
    """A window that Mo has opened, and what is answered when it is sent."""

    def __init__(self, line: Line) -> None:
        self.line, self.slack = line, line.slack
        line.answer = self._open
        self.slack.do("shortcut", user="U0MO", callback_id="draft")
        self.id = modal(self.slack, "U0MO", "First")["id"]

    def send(self, payload: Any) -> Json:
        self.line.answer = lambda _: payload
        values = {"said": {"words": {"type": "plain_text_input", "value": "kept words"}}}
        return self.slack.do("submit", user="U0MO", view_id=self.id, values=values)

    def titles(self) -> list[str]:
        return [view["title"]["text"] for view in self.slack.see("U0MO")["modals"]]

    def _open(self, request: SocketModeRequest) -> None:
        WebClient(token=self.slack.bot_token, base_url=self.slack.api_url).views_open(
            trigger_id=request.payload["trigger_id"], view=window("First")
        )


@pytest.fixture
def form(line: Line) -> Form:
    return Form(line)


@pytest.mark.parametrize("payload", [None, {}, {"response_action": "clear"}])
def test_a_form_that_is_acknowledged_closes(form: Form, payload: Any) -> None:
    assert form.send(payload) == {"ok": True}
    assert form.titles() == []


def test_a_form_can_put_another_one_on_top_and_the_stack_ends_at_three(form: Form) -> None:
    assert form.send({"response_action": "push", "view": window("Second")}) == {"ok": True}
    assert form.titles() == ["First", "Second"]
    assert form.send({"response_action": "push", "view": window("Third")}) == {"ok": True}
    assert not form.send({"response_action": "push", "view": window("Fourth")})["ok"]
    assert form.titles() == ["First", "Second", "Third"]


@pytest.mark.parametrize(
    "payload",
    [
        {"response_action": "update", "view": window("No button", submit=None)},
        {"response_action": "push"},
        {"response_action": "dance"},
    ],
    ids=["no submit", "no view", "unknown action"],
)
def test_an_answer_that_makes_no_sense_leaves_the_form_with_slacks_notice(form: Form, payload: Json) -> None:
    assert form.send(payload) == {"ok": False, "notice": "We had some trouble connecting. Try again?"}
    assert form.titles() == ["First"]


def test_silence_ends_in_operation_timeout_and_an_event_comes_again(line: Line) -> None:
    slack = line.slack
    line.answer = lambda request: SILENCE if request.retry_attempt in (0, None) else None
    doing = slack.begin("command", user="U0MO", channel=GENERAL, text="/reply hello")
    slack.wait(lambda: line.heard, what="the command")
    slack.control("clock", advance=3)
    assert doing.result(5) == {"ok": False, "notice": '/reply failed with the error "operation_timeout"'}
    slack.do("say", user="U0MO", channel="D0MO", text="anybody there?")
    slack.wait(lambda: len(line.heard) == 2, what="the event")
    slack.control("clock", advance=3)
    slack.wait(lambda: len(line.heard) == 3, what="the event again")
    assert [(one.type, one.retry_attempt, one.retry_reason or "") for one in line.heard[1:]] == [
        ("events_api", 0, ""),
        ("events_api", 1, "timeout"),
    ]


@pytest.mark.parametrize("reason", ["warning", "refresh_requested", "link_disabled", "drop"])
def test_the_client_comes_back_by_itself_and_hears_everything_once(slack: LocalSlack, reason: str) -> None:
    with lines(slack, ping_interval=0.1) as (line,):
        assert command(slack, "/reply before") == {"ok": True}
        slack.control("disconnect", reason=reason)
        slack.wait(lambda: _opened(slack) == 2, timeout=PATIENCE, what="the second connection")
        slack.control("clock", advance=10)  # the end of a line that was only warned
        slack.wait(lambda: slack.connected() == 1, timeout=PATIENCE, what="the end of the first connection")
        assert command(slack, "/reply after") == {"ok": True}
        assert [one.payload["text"] for one in line.heard] == ["before", "after"]


def test_each_payload_goes_to_exactly_one_of_several_clients(slack: LocalSlack) -> None:
    with lines(slack, 3) as three:
        for number in range(7):
            assert command(slack, f"/reply {number}") == {"ok": True}
            slack.do("say", user="U0MO", channel="D0MO", text=f"event {number}")
        slack.wait(lambda: sum(len(line.heard) for line in three) == 14, what="all payloads")
        assert all(line.heard for line in three)
        seen = [request.envelope_id for line in three for request in line.heard]
        assert len(set(seen)) == 14


def test_ten_clients_fit_and_an_eleventh_hears_nothing_while_it_tries(slack: LocalSlack) -> None:
    with lines(slack, 11) as eleven:
        slack.wait(lambda: _opened(slack) > 11, timeout=PATIENCE, what="another try of the eleventh")
        for _ in range(20):
            assert command(slack) == {"ok": True}
        assert slack.connected() == 10
        assert sorted(len(line.heard) for line in eleven) == [0] + [2] * 10


def _opened(slack: LocalSlack) -> int:
    return len([one for one in slack.log() if one["title"] == "apps.connections.open"])
