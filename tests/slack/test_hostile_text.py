"""Rows 10 and 11 of the promises: no text of anybody's can ping, link, spoof or do harm, whichever way it comes in.

What is looked at is what the workspace received: every message, view and acknowledgement that left the app.
"""

from __future__ import annotations

import gc
import hashlib
import hmac
import io
import json
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings

from bot.office import Office, utc_now
from bot.settings import SlackSettings
from bot.slack.app import open_client
from bot.slack.blocks.errors import BROKEN
from bot.slack.front_door import LARGEST_BODY
from bot.slack.serve import open_bot
from bot.slack.serve_http import EVENTS_PATH, http_app
from bot.slack.text import harmless
from bot.store.store import new_id, open_store
from tests.slack.builders import MARK, assert_built_safely, builders
from tests.slack.conversation import FEED, GENERAL, MO, Person
from tests.slack.healing import resident
from tests.slack.hostile import hostile_texts
from tests.slack.sent import Sent, assert_cannot_ping_link_or_spoof, nodes, sent, visible

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from bot.desk import Desk
    from bot.emulator.local import LocalSlack
    from bot.slack.message import Json

    Way = Callable[[Person, str], None]

BAG = "my bag came off the belt in two pieces and the desk says fill in a form"
BATCH = 4
WORDS_MOST = 400
quick = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
quiet = pytest.mark.filterwarnings("ignore:Do not use the `random` module inside strategies")  # the socket's masks are random


@pytest.fixture(scope="module")
def strings(shared_data: Callable[[str], Path]) -> list[str]:
    """603 strings that others have found to do harm: markup of Slack's, and the Big List of Naughty Strings."""
    hazards = [row["text"] for row in json.loads((shared_data("slack-mrkdwn-hazards") / "hazards.json").read_text("utf-8"))]
    naughty: list[str] = json.loads(shared_data("blns.json").read_text("utf-8"))
    return [*hazards, *naughty]


@contextmanager
def answering(person: Person, *titles: str, times: int = 1) -> Iterator[None]:
    """Waits until the app has made so many more of these calls."""

    def made() -> int:
        return sum(one.title in titles for one in sent(person.slack))

    before = made()
    yield
    person.slack.wait(lambda: made() >= before + times, timeout=10, what=f"{times} of {titles}")


def by_reply(person: Person, text: str) -> None:
    with answering(person, "response_url"):
        person.types(f"/reply {text}")


def by_check(person: Person, text: str) -> None:
    with answering(person, "response_url"):
        person.types(f"/sayso check {text}")
    assert_shown_as_written(person.slack, text)


def by_ask(person: Person, text: str) -> None:
    with answering(person, "response_url", times=3):
        for words in ("ask", "playbooks", "may I refund"):
            person.types(f"/sayso {words} {text}")


def by_mention(person: Person, text: str) -> None:
    with answering(person, "chat.postEphemeral"):
        person.types(f"@Sayso {text}")


def in_messages(person: Person, text: str) -> None:
    with answering(person, "chat.postMessage"):
        person.types(text, person.dm())


def by_form(person: Person, text: str) -> None:
    person.types("/reply")
    short = text[:79]
    more = {"handle": short, "sign_as": short, "know": text, "done": text, "link": "https://x.example.com/1?<!channel>"}
    with answering(person, "response_url"):
        person.submits(person.modal("Draft a reply"), post=text, **more)
    with answering(person, "views.publish"):
        person.slack.do("open_home", user=MO, tab="home")


def by_message_shortcut(person: Person, text: str) -> None:
    post = person.types(text, FEED)
    with answering(person, "response_url"):
        person.slack.do("message_shortcut", user=MO, callback_id="draft_a_reply_to_message", channel=FEED, ts=post["ts"])


def by_edit_and_share(person: Person, text: str) -> None:
    with answering(person, "chat.postEphemeral"):
        person.types(f"@Sayso {BAG}")
    card = person.card(GENERAL)
    person.presses("Edit", card)
    person.submits(person.modal("Edit the reply"), words=text)
    if person.sees()["modals"]:  # blocked: the findings stand beside the field
        assert person.modal("Edit the reply")["errors"]["words"]
        return
    person.waits_for(MARK, GENERAL, ephemeral=True)
    assert_shown_as_written(person.slack, text)
    person.presses("Share here", person.card(GENERAL))
    person.waits_for("shares a reply", GENERAL, ephemeral=False)


def by_hand_over(person: Person, text: str) -> None:
    by_reply(person, text)
    person.presses("Hand over", person.card(GENERAL))
    with answering(person, "response_url"), answering(person, "chat.postMessage"):
        person.submits(person.modal("Hand over"), contact="safety", question=text)
    assert_shown_as_written(person.slack, text)


WAYS: tuple[Way, ...] = (
    by_reply,
    by_check,
    by_mention,
    in_messages,
    by_form,
    by_message_shortcut,
    by_edit_and_share,
    by_hand_over,
    by_ask,
)


def assert_shown_as_written(slack: LocalSlack, text: str) -> None:
    """What was written can be read in what was sent, but for what would turn it round, hide it or pile up."""
    wanted = harmless(text).strip()
    shown = [visible(one.content) for one in sent(slack) if one.is_shown]
    assert any(wanted in each for each in shown), (wanted, shown)


def assert_nothing_got_through(slack: LocalSlack) -> list[Sent]:
    """For everything that has left. Nor did anything break."""
    left = sent(slack)
    for one in left:
        assert_cannot_ping_link_or_spoof(one, MARK)
        assert BROKEN not in str(one.content), one
    return left


def written(text: str) -> str:
    """A text as a person can send it: marked, no longer than a question may be, without what the window swallows."""
    return f"{MARK} {text[:WORDS_MOST]}".replace("\0", "").encode("utf-8", "replace").decode().strip()


def test_every_known_hazard_goes_every_way_through_the_app_and_stays_text(sayso: LocalSlack, strings: list[str]) -> None:
    """603 strings in more than 150 posts, over the socket, each by another way; and everything that left is looked at."""
    mo, left = Person(sayso, MO), 0
    batches = [written("\n".join(strings[start : start + BATCH])) for start in range(0, len(strings), BATCH)]
    for number, text in enumerate(batches):
        sayso.control("reset")
        WAYS[number % len(WAYS)](mo, text)
        left += len(assert_nothing_got_through(sayso))
    assert len(batches) >= 150
    assert left >= 2 * len(batches)


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
@pytest.mark.parametrize(
    "text", ["<!channel> <@U0ANA> <#C0GENERAL> <https://evil.example|Approve> &lt;!here&gt; *_~`", "\u202e\u2066\u200b!lennahc"]
)
def test_no_way_in_makes_a_ping_or_a_link(slack: LocalSlack, mo: Person, way: Way, text: str) -> None:
    way(mo, written(text))
    assert assert_nothing_got_through(slack)
    assert not [element for element in rich_elements(slack) if element["type"] in ("broadcast", "channel", "usergroup")]


def rich_elements(slack: LocalSlack) -> Iterator[Json]:
    for one in sent(slack):
        yield from nodes(one.content.get("blocks") or [])


@quiet
@settings(quick, max_examples=25)
@given(hostile_texts)
def test_no_generated_text_gets_through_over_the_socket(sayso: LocalSlack, text: str) -> None:
    sayso.control("reset")
    by_check(Person(sayso, MO), written(text))
    by_reply(Person(sayso, MO), written(text))
    assert_nothing_got_through(sayso)


def test_every_builder_keeps_every_known_hazard_a_text(desk: Desk, strings: list[str]) -> None:
    """More than 2,000 built: each string by three or four builders in turn, each builder with a hundred strings."""
    made = list(builders(desk).items())
    for place in range(max(2_000, len(strings))):
        name, builder = made[place % len(made)]
        assert_built_safely(name, builder, f"{MARK} {strings[place % len(strings)]}")


@pytest.mark.parametrize("text", ["é<!here> " * 4_445, "a" * 40_000, "1" * 40_000, "@" * 40_000, "\u0301" * 40_000], ids=len)
def test_a_giant_post_is_answered_like_any_other(slack: LocalSlack, mo: Person, text: str) -> None:
    """40,000 characters, which is the most that Slack lets anybody type."""
    began = time.perf_counter()
    by_reply(mo, text[:40_000])
    assert time.perf_counter() - began < 2.5
    assert_nothing_got_through(slack)


def test_giant_posts_leave_no_memory_behind(slack: LocalSlack, mo: Person) -> None:
    """Less than 20 MB after nine of them, once the first three have warmed things up."""
    text = "My parcel, once more: <!channel> & nobody answers. " * 800
    for round_ in range(12):
        slack.control("reset")
        by_reply(mo, text[:40_000])
        if round_ == 2:
            gc.collect()
            before = resident()
    gc.collect()
    assert resident() - before < 20 * 1024


def test_more_than_a_mebibyte_over_http_is_turned_away_before_it_is_read(desk: Desk, slack: LocalSlack, tmp_path: Path) -> None:
    """The real HTTP app: signed as Slack signs, so that its size alone is the reason."""
    secret = slack.signing_secret
    office = Office(desk, open_store(f"sqlite:///{tmp_path}/sayso.db"), utc_now, new_id)
    bot = open_bot(office, open_client(SlackSettings(slack.api_url, slack.bot_token, slack.app_token)), secret)
    body = b"text=" + b"a" * LARGEST_BODY
    now = str(int(time.time()))
    signature = "v0=" + hmac.new(secret.encode(), f"v0:{now}:".encode() + body, hashlib.sha256).hexdigest()
    stream, said = io.BytesIO(body), list[str]()

    def started(status: str, _: object, __: object = None) -> Callable[[bytes], object]:
        said.append(status)
        return stream.write

    environ = {
        "REQUEST_METHOD": "POST",
        "PATH_INFO": EVENTS_PATH,
        "CONTENT_TYPE": "application/x-www-form-urlencoded",
        "CONTENT_LENGTH": str(len(body)),
        "HTTP_X_SLACK_REQUEST_TIMESTAMP": now,
        "HTTP_X_SLACK_SIGNATURE": signature,
        "wsgi.input": stream,
    }
    list(http_app(bot, secret)(environ, started))
    bot.close()
    assert said == ["413 Request Entity Too Large"]
    assert stream.tell() == 0
