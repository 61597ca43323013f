"""Row 9 of the promises, in the whole running app: whatever people write and whatever breaks, no log holds a word of it.

`test_redact` holds what the log does with a line; here the lines are those that the app, Bolt and slack_sdk write while
people work and Slack, the database and our own code fail.
"""

from __future__ import annotations

import io
import logging
import time
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from bot.office import Office, utc_now
from bot.settings import SlackSettings
from bot.slack.app import open_client
from bot.slack.counter import Counter
from bot.slack.people import People
from bot.slack.serve import open_bot
from bot.slack.serve_http import EVENTS_PATH, http_app
from bot.store.store import Store, new_id, open_store
from tests.slack.conversation import FEED, GENERAL, MO, Person
from tests.slack.sent import sent
from tests.slack.test_redact import CANARIES, POSTS, assert_clean, written  # noqa: F401, because `written` is a fixture

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from bot.desk import Desk
    from bot.emulator.local import LocalSlack

FIRE = "the fryer I bought caught fire and my son burnt his hand"
TEXTS = [" and ".join(CANARIES[start : start + 12]) for start in range(0, len(CANARIES), 12)]
"""All canaries, a dozen in each post."""


NUMBERS_OF_ITS_OWN = {"created", "msecs", "relativeCreated", "thread", "process"}
"""Times and ids in which a canary of five figures may come up by chance."""


class Everything(logging.Handler):
    """A handler that some other library might have brought: it keeps all of every record, not only the line."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.seen = io.StringIO()
        self.loggers: set[str] = set()

    def emit(self, record: logging.LogRecord) -> None:
        self.loggers.add(record.name.partition(".")[0])
        kept = {name: value for name, value in record.__dict__.items() if name not in NUMBERS_OF_ITS_OWN}
        self.seen.write(f"{kept!r} {record.getMessage()}\n")


@pytest.fixture
def everything(written: io.StringIO) -> Iterator[Everything]:  # noqa: F811
    handler, levels = Everything(), dict[logging.Logger, int]()
    logging.getLogger().addHandler(handler)
    for name, logger in logging.root.manager.loggerDict.items():
        if name.startswith(("slack_bolt", "slack_sdk")) and isinstance(logger, logging.Logger):
            levels[logger] = logger.level
            logger.setLevel(logging.DEBUG)  # Bolt's took their level from the root when the app was made
    yield handler
    logging.getLogger().removeHandler(handler)
    for logger, level in levels.items():
        logger.setLevel(level)


class Slack:
    """Mo at work in a workspace, with the means to break things."""

    def __init__(self, slack: LocalSlack, monkeypatch: pytest.MonkeyPatch) -> None:
        self.slack, self.mo, self.monkeypatch = slack, Person(slack, MO), monkeypatch

    def quiet(self, entries: int) -> None:
        """Waits until so many more calls of the app's are in the request log."""
        self.slack.wait(lambda: len(self.calls()) >= entries, timeout=10, what=f"{entries} calls; there are {self.calls()}")

    def calls(self) -> list[str]:
        return [one.title for one in sent(self.slack) if not one.title.startswith("ack")]

    def until_logged(self, everything: Everything, sentence: str, times: int = 1) -> None:
        """Waits until a sentence of ours is in the log."""
        deadline = time.monotonic() + 10
        while everything.seen.getvalue().count(f"'event': '{sentence}'") < times:
            assert time.monotonic() < deadline, (sentence, everything.seen.getvalue()[-2000:])
            self.slack._on_loop(lambda: None)


def every_way_in(desk: Slack, text: str) -> None:
    """The same text by every way in, each answered."""
    mo, before = desk.mo, len(desk.calls())
    mo.types(f"/reply {text}")
    mo.types(f"/sayso check {text}")
    mo.types(f"/sayso ask {text}")
    mo.types(f"@Sayso {text}")
    mo.types(text, mo.dm())
    desk.quiet(before + 6)
    post = mo.types(text, FEED)
    mo.slack.do("message_shortcut", user=MO, callback_id="draft_a_reply_to_message", channel=FEED, ts=post["ts"])
    desk.quiet(before + 7)


def the_form(desk: Slack, text: str) -> None:
    mo, before = desk.mo, len(desk.calls())
    mo.types("/reply")
    short = text[:79]
    mo.submits(mo.modal("Draft a reply"), post=text, handle=short, sign_as=short, know=text, done=text)
    desk.quiet(before + 2)


def edit_and_hand_over(desk: Slack, text: str) -> None:
    mo = desk.mo
    mo.types(f"/reply {FIRE}")
    card = mo.card(GENERAL)
    mo.presses("Edit", card)
    mo.submits(mo.modal("Edit the reply"), words=text)
    for view in reversed(mo.sees()["modals"]):
        mo.slack.do("close", user=MO, view_id=view["id"], all=True)
    mo.presses("Hand over", card)
    mo.submits(mo.modal("Hand over"), contact="safety", question=text)
    mo.waits_for("Handed over to", GENERAL)


def test_nothing_that_people_write_is_logged_while_all_goes_well(
    slack: LocalSlack,
    everything: Everything,
    written: io.StringIO,  # noqa: F811
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Every canary by every way in, into every field, edited and handed over; with Slack's addresses and triggers of the run."""
    desk = Slack(slack, monkeypatch)
    for text in TEXTS:
        every_way_in(desk, text)
        the_form(desk, text)
        edit_and_hand_over(desk, text)
        own = secrets_of(slack)
        slack.control("reset")
        assert_nowhere(everything, written, capsys, [*CANARIES, *own])
    assert {"slack_bolt", "slack_sdk"} <= everything.loggers


def secrets_of(slack: LocalSlack) -> list[str]:
    """The keys of all response_urls and triggers that were given out, and the tokens."""
    triggers = [entry["request"]["payload"].get("trigger_id") for entry in slack.log() if entry["direction"] == "to_app"]
    keys = list(slack.service.hooks._hooks)
    assert keys
    return [*keys, *filter(None, triggers), slack.bot_token, slack.app_token, slack.signing_secret]


def assert_nowhere(
    everything: Everything,
    written: io.StringIO,  # noqa: F811
    capsys: pytest.CaptureFixture[str],
    canaries: list[str],
) -> None:
    assert_clean(everything.seen, capsys, canaries)
    assert_clean(written, capsys, canaries, at_least=0)


def slack_is_down(desk: Slack, everything: Everything, text: str) -> None:
    """Posts are answered 500: nobody knows whether they were sent."""
    desk.slack.control("fail", method="chat.postMessage", status=500, times=20)
    desk.mo.types(text, desk.mo.dm())
    desk.mo.types(f"/reply {FIRE}")
    desk.mo.presses("Hand over", desk.mo.card(GENERAL))
    desk.mo.submits(desk.mo.modal("Hand over"), contact="safety", question=text[:1000])
    desk.until_logged(everything, "hand-over not delivered")


def the_token_is_no_longer_good(desk: Slack, everything: Everything, text: str) -> None:
    """Slack answers invalid_auth to whatever we call."""
    workspace = desk.slack.service.workspace
    desk.monkeypatch.setattr(workspace, "credentials", replace(workspace.credentials, bot_token="xoxb-local-another"))
    desk.mo.types(f"@Sayso {text}")
    desk.mo.types(text, desk.mo.dm())
    desk.mo.types("/reply")
    desk.until_logged(everything, "job failed", times=1)
    desk.until_logged(everything, "call to Slack failed", times=2)


def the_address_is_used_up(desk: Slack, everything: Everything, text: str) -> None:
    """What could not be answered in its place is answered in the Messages tab."""
    desk.mo.types("/reply")
    form = desk.mo.modal("Draft a reply")
    desk.slack.control("clock", advance=1801)
    desk.mo.submits(form, post=text)
    desk.until_logged(everything, "response_url refused")


def the_database_breaks(desk: Slack, everything: Everything, text: str) -> None:
    """With errors that quote what could not be written, as those of databases do."""

    def broken(*given: Any) -> None:
        try:
            raise OSError(28, f"no space for {text}", text)
        except OSError as error:
            raise RuntimeError(f"INSERT INTO drafts VALUES ({given!r}, {text!r})") from error

    desk.mo.types(f"/reply {FIRE}")
    card = desk.mo.card(GENERAL)
    desk.mo.presses("Edit", card)
    form = desk.mo.modal("Edit the reply")
    for verb in ("keep", "draft", "recall"):
        desk.monkeypatch.setattr(Store, verb, broken)
    desk.mo.submits(form, words=text)
    desk.mo.types(f"/reply {text}")
    desk.mo.types(f"@Sayso {text}")
    desk.mo.presses("Hand over", card)
    desk.until_logged(everything, "job failed", times=4)


def a_listener_breaks(desk: Slack, everything: Everything, text: str) -> None:
    """In Bolt's own thread, where nothing of ours stands around it."""

    def broken(*given: Any, **named: Any) -> None:
        raise ValueError(f"{text} {given!r} {named!r}")

    desk.mo.types(f"/reply {FIRE}")
    desk.mo.card(GENERAL)
    desk.monkeypatch.setattr(Counter, "later", broken)
    desk.mo.types(f"/reply {text}")
    desk.mo.types(f"/sayso ask {text}")
    desk.mo.types(f"@Sayso {text}")
    desk.mo.types(text, desk.mo.dm())
    desk.mo.presses("Edit", desk.mo.card(GENERAL))
    desk.until_logged(everything, "listener failed", times=5)


def we_do_not_know_who_asks(desk: Slack, everything: Everything, text: str) -> None:
    """What looks people up breaks with their payload in its hands."""

    def broken(*given: Any) -> None:
        raise KeyError({"profile": text, "given": given})

    desk.monkeypatch.setattr(People, "asker", broken)
    desk.mo.types(f"/reply {text}")
    desk.mo.types(f"@Sayso {text}")
    desk.until_logged(everything, "job failed", times=2)


@pytest.mark.parametrize(
    "breaks",
    [
        slack_is_down,
        the_token_is_no_longer_good,
        the_address_is_used_up,
        the_database_breaks,
        a_listener_breaks,
        we_do_not_know_who_asks,
    ],
    ids=lambda breaks: breaks.__name__,
)
def test_nothing_that_people_write_is_logged_whatever_breaks(
    slack: LocalSlack,
    everything: Everything,
    written: io.StringIO,  # noqa: F811
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    breaks: Callable[[Slack, Everything, str], None],
) -> None:
    """The trouble itself is in the log, with its kind and its place; of the canaries nothing is."""
    text = " and ".join(CANARIES)
    breaks(Slack(slack, monkeypatch), everything, text)
    assert_nowhere(everything, written, capsys, [*CANARIES, *POSTS, *secrets_of(slack)])


def test_a_stranger_at_the_front_door_leaves_no_word_in_the_log(
    desk: Desk,
    slack: LocalSlack,
    everything: Everything,
    written: io.StringIO,  # noqa: F811
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
) -> None:
    """Bolt's own check would write the whole body of a request with a wrong signature."""
    office = Office(desk, open_store(f"sqlite:///{tmp_path}/sayso.db"), utc_now, new_id)
    bot = open_bot(office, open_client(SlackSettings(slack.api_url, slack.bot_token, slack.app_token)), slack.signing_secret)
    app = http_app(bot, slack.signing_secret)
    for canary in CANARIES:
        body = f"text={canary}".encode()
        environ = {
            "REQUEST_METHOD": "POST",
            "PATH_INFO": EVENTS_PATH,
            "CONTENT_TYPE": "application/x-www-form-urlencoded",
            "CONTENT_LENGTH": str(len(body)),
            "HTTP_X_SLACK_REQUEST_TIMESTAMP": str(int(time.time())),
            "HTTP_X_SLACK_SIGNATURE": "v0=" + "0" * 64,
            "HTTP_X_CANARY": canary,
            "wsgi.input": io.BytesIO(body),
        }
        list(app(environ, lambda *_: lambda _: None))
    bot.close()
    assert_clean(everything.seen, capsys, CANARIES, at_least=len(CANARIES))
    assert written.getvalue().count("request refused") == len(CANARIES)
