"""Row 6 of the promises: rate limits are respected, and nothing is dropped."""

from __future__ import annotations

import itertools
from collections import defaultdict
from threading import Event
from typing import TYPE_CHECKING, Any
from urllib.error import URLError

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from slack_sdk.errors import SlackApiError
from slack_sdk.web import SlackResponse

from bot.slack.outbox import NotSent, Outbox, Unconfirmed
from bot.slack.pace import Pace, backoff
from bot.slack.trouble import Trouble, trouble_of
from tests.slack.virtual import VirtualClock

if TYPE_CHECKING:
    import random
    from collections.abc import Callable

    from bot.slack.pace import Job

Json = dict[str, Any]

TEN_MINUTES = 600.0


def refusal(status: int, error: str = "", **headers: str) -> SlackApiError:
    """What slack_sdk raises for an answer that is not ok."""
    response = SlackResponse(
        client=None,
        http_verb="POST",
        api_url="",
        req_args={},
        data={"ok": False, "error": error},
        headers=headers,
        status_code=status,
    )
    return SlackApiError("refused", response)  # type: ignore[no-untyped-call]


class Slack:
    """A Slack that writes down when each call came, and answers by `rule` (an error to raise, or None for ok)."""

    def __init__(self, clock: VirtualClock, rule: Callable[[str, Json], Exception | None] = lambda _, __: None) -> None:
        self.clock, self.rule, self.open = clock, rule, Event()
        self.arrived: list[tuple[float, str, Json]] = []
        self.accepted: list[tuple[float, str, Json]] = []

    def call(self, method: str, arguments: Json) -> Json:
        assert self.open.wait(5)
        came = (self.clock.now(), method, arguments)
        self.arrived.append(came)
        self.clock.seconds += 0.05
        if error := self.rule(method, arguments):
            raise error
        self.accepted.append(came)
        return {"ok": True, "channel": arguments.get("channel")}


def storm(clock: VirtualClock) -> Callable[[str, Json], Exception | None]:
    """Ten minutes in which every channel but C9 is refused, each time with another Retry-After."""
    waits = itertools.cycle([1, 7, 30, 2, 61])

    def rule(_: str, arguments: Json) -> Exception | None:
        if clock.now() < TEN_MINUTES and arguments["channel"] != "C9":
            return refusal(429, "ratelimited", **{"Retry-After": str(next(waits))})
        return None

    return rule


def test_rate_limits_are_respected_and_nothing_is_dropped() -> None:
    """Ten minutes of 429: every Retry-After is kept to, no channel gets two messages in a second, all arrive in their order."""
    clock = VirtualClock()
    told: dict[str, float] = defaultdict(float)
    slack = Slack(clock)
    weather = storm(clock)

    def rule(method: str, arguments: Json) -> Exception | None:
        channel = arguments["channel"]
        assert clock.now() - 0.05 >= told[channel], "called before Retry-After had passed"
        error = weather(method, arguments)
        if isinstance(error, SlackApiError):
            told[channel] = clock.now() + float(error.response.headers["Retry-After"])
        return error

    slack.rule = rule
    outbox = Outbox(slack.call, clock, workers=1)
    posts = [{"channel": f"C{number % 10}", "thread_ts": f"{number % 3}", "text": str(number)} for number in range(300)]
    futures = [outbox.send("chat.postMessage", post) for post in posts]
    slack.open.set()
    assert [future.result(30)["ok"] for future in futures] == [True] * 300
    assert outbox.close(1.0) == []

    assert max(moment for moment, _, arguments in slack.accepted if arguments["channel"] == "C9") < 60, (
        "C9 was never told to wait"
    )
    for channel in {post["channel"] for post in posts}:
        mine = [(moment, arguments) for moment, _, arguments in slack.arrived if arguments["channel"] == channel]
        assert all(later - earlier >= 1.0 for (earlier, _), (later, _) in itertools.pairwise(mine))
        accepted = [arguments for _, _, arguments in slack.accepted if arguments["channel"] == channel]
        assert accepted == [post for post in posts if post["channel"] == channel]


def test_a_limit_of_a_method_does_not_hold_up_other_methods_and_channels() -> None:
    clock = VirtualClock()
    first = iter([refusal(429, "ratelimited", **{"Retry-After": "30"})])
    slack = Slack(clock, lambda method, arguments: next(first, None) if arguments.get("channel") == "C1" else None)
    outbox = Outbox(slack.call, clock, workers=1)
    held = outbox.send("chat.postMessage", {"channel": "C1"})
    others = [outbox.send("chat.postMessage", {"channel": "C2"}), outbox.send("views.publish", {"user_id": "U1"})]
    slack.open.set()
    held.result(5)
    assert all(other.result(5)["ok"] for other in others)
    moments = {(method, arguments.get("channel")): moment for moment, method, arguments in slack.accepted}
    assert moments["chat.postMessage", "C2"] < 1
    assert moments["views.publish", None] < 1
    assert moments["chat.postMessage", "C1"] >= 30
    outbox.close(1.0)


def test_a_limit_of_a_tier_holds_that_method_in_all_channels() -> None:
    """Only messages are limited by channel; every other method has one limit in the workspace."""
    pace = Pace()
    for channel in ("C1", "C2"):
        pace.add("chat.update", {"channel": channel}, 0.0)
    job = pace.take(0.0)
    assert job is not None
    assert pace.failed(job, Trouble("paced", 30.0), 0.0, 0.0)
    assert pace.take(29.9) is None
    assert pace.due() == 30.0


@pytest.mark.parametrize(
    "error",
    [
        refusal(500),
        refusal(503),
        refusal(200, "internal_error"),
        TimeoutError(),
        ConnectionResetError(),
        URLError(OSError(101, "")),
    ],
    ids=str,
)
def test_what_can_be_done_twice_is_tried_until_slack_is_well_again(error: Exception) -> None:
    clock = VirtualClock()
    slack = Slack(clock, lambda _, __: error if clock.now() < 900 else None)
    slack.open.set()
    outbox = Outbox(slack.call, clock, workers=1)
    assert outbox.send("chat.update", {"channel": "C1", "ts": "1"}).result(5)["ok"]
    gaps = [later[0] - earlier[0] for earlier, later in itertools.pairwise(slack.arrived)]
    assert max(gaps) <= 61
    assert gaps[0] <= 3
    outbox.close(1.0)


@pytest.mark.parametrize(
    "error", [refusal(500), TimeoutError(), ConnectionResetError(), URLError(ConnectionResetError())], ids=str
)
def test_a_message_that_may_have_been_posted_is_not_posted_again(error: Exception) -> None:
    """The sender is told that nobody knows, and the next message of the channel goes on."""
    clock = VirtualClock()
    slack = Slack(clock, lambda _, arguments: error if arguments["text"] == "first" else None)
    slack.open.set()
    outbox = Outbox(slack.call, clock, workers=1)
    first, second = (outbox.send("chat.postMessage", {"channel": "C1", "text": text}) for text in ("first", "second"))
    with pytest.raises(Unconfirmed):
        first.result(5)
    assert second.result(5)["ok"]
    assert [arguments["text"] for _, _, arguments in slack.arrived] == ["first", "second"]
    outbox.close(1.0)


@pytest.mark.parametrize("error", [refusal(503), URLError(ConnectionRefusedError()), URLError(TimeoutError())], ids=str)
def test_a_message_that_slack_never_took_is_posted_when_slack_is_back(error: Exception) -> None:
    clock = VirtualClock()
    slack = Slack(clock, lambda _, __: error if clock.now() < 300 else None)
    slack.open.set()
    outbox = Outbox(slack.call, clock, workers=1)
    assert outbox.send("chat.postMessage", {"channel": "C1"}).result(5)["ok"]
    outbox.close(1.0)


def test_a_refusal_is_the_answer_and_holds_nobody_up() -> None:
    clock = VirtualClock()
    slack = Slack(clock, lambda _, arguments: refusal(200, "not_in_channel") if arguments["text"] == "a" else None)
    slack.open.set()
    outbox = Outbox(slack.call, clock, workers=1)
    refused, good = (outbox.send("chat.postMessage", {"channel": "C1", "text": text}) for text in "ab")
    with pytest.raises(SlackApiError, match="not_in_channel"):
        refused.result(5)
    assert good.result(5)["ok"]
    outbox.close(1.0)


def test_closing_sends_what_time_allows_and_says_what_is_left() -> None:
    clock = VirtualClock()
    slack = Slack(clock)
    outbox = Outbox(slack.call, clock, workers=1)
    futures = [outbox.send("chat.postMessage", {"channel": "C1", "text": str(number)}) for number in range(20)]
    closed_at = clock.now()
    slack.open.set()
    left = outbox.close(10.0)
    sent = [arguments["text"] for _, _, arguments in slack.accepted]
    assert 9 <= len(sent) <= 11
    assert clock.now() - closed_at <= 11
    assert sent + [job.arguments["text"] for job in left] == [str(number) for number in range(20)]
    for future in futures[len(sent) :]:
        with pytest.raises(NotSent):
            future.result(0)
    with pytest.raises(NotSent):
        outbox.send("chat.postMessage", {"channel": "C1"})
    assert outbox.close(10.0) == []  # nothing is reported twice


def test_a_call_that_hangs_holds_up_its_own_channel_only() -> None:
    """With the machine's own clock and the usual threads."""
    release = Event()

    def call(_: str, arguments: Json) -> Json:
        if arguments["channel"] == "C1":
            release.wait(5)
        return {"ok": True}

    outbox = Outbox(call)
    hanging = outbox.send("chat.postMessage", {"channel": "C1"})
    assert outbox.send("chat.postMessage", {"channel": "C2"}).result(5)["ok"]
    assert not hanging.done()
    release.set()
    assert hanging.result(5)["ok"]
    assert outbox.close(5.0) == []


METHODS = ["chat.postMessage", "chat.postMessage", "chat.update", "reactions.add"]
TROUBLES = [None, None, Trouble("paced", 5.0), Trouble("paced"), Trouble("unreached"), Trouble("unsure"), Trouble("refused")]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(METHODS), st.sampled_from("ABC")), max_size=40), st.randoms(use_true_random=False))
def test_whatever_happens_every_call_ends_once_and_in_its_lane_in_order(
    calls: list[tuple[str, str]], dice: random.Random
) -> None:
    """The state machine alone, with several calls under way and any mixture of answers."""
    pace, now = Pace(), 0.0
    under_way: list[Job] = []
    ended: list[Job] = []
    last: dict[str, float] = {}
    for method, channel in calls:
        pace.add(method, {"channel": channel}, now)
    while pace.left():
        while (job := pace.take(now)) is not None:
            channel = job.arguments["channel"]
            assert channel not in {other.arguments["channel"] for other in under_way}
            if job.method == "chat.postMessage":
                assert now - last.get(channel, -1.0) > 0.999
            under_way.append(job)
        if not under_way:
            due = pace.due()
            assert due is not None, "something waits for nothing"
            assert due > now
            now = due
            continue
        job = under_way.pop(dice.randrange(len(under_way)))
        now += dice.random()
        if job.method == "chat.postMessage":
            last[job.arguments["channel"]] = now
        trouble = dice.choice(TROUBLES)
        if trouble is None or not pace.failed(job, trouble, now, dice.random()):
            pace.done(job, now)
            ended.append(job)
    assert sorted(job.number for job in ended) == list(range(1, len(calls) + 1))
    for channel in "ABC":
        numbers = [job.number for job in ended if job.arguments["channel"] == channel]
        assert numbers == sorted(numbers)


def test_a_quiet_outbox_remembers_no_channels() -> None:
    """A lane is forgotten when it is empty and its second is over: memory follows what waits, not what ever was."""
    pace = Pace()
    for number in range(1_000):
        pace.add("chat.postMessage", {"channel": f"C{number}"}, float(number))
        job = pace.take(float(number))
        assert job is not None
        pace.done(job, float(number))
    assert len(pace._lanes) <= 2


def test_waits_double_to_a_minute_and_no_further() -> None:
    assert [backoff(failures, 0.0) for failures in (0, 1, 2, 5, 6, 60)] == [1, 2, 4, 32, 60, 60]
    assert backoff(60, 1.0) == 30


@pytest.mark.parametrize("header", ["", "soon", "inf", "nan", "-5"])
def test_a_retry_after_that_is_no_number_is_never_a_reason_to_fail(header: str) -> None:
    trouble = trouble_of(refusal(429, "ratelimited", **{"retry-after": header}))
    assert trouble.kind == "paced"
    assert trouble.seconds in (None, 0.0)
