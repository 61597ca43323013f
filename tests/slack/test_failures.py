"""When something breaks: a fixed sentence with a reference, the same reference in the log, and nothing of our insides."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from bot.errors import StoreError
from bot.slack.blocks.errors import BROKEN
from bot.slack.log import ALPHABET
from bot.store.store import Store
from tests.slack.conversation import GENERAL, Person, said
from tests.slack.test_redact import written  # noqa: F401, because it is the fixture that reads the log
from tests.slack.test_sayso import BAG, INSIDES, by_command, by_mention, in_messages

if TYPE_CHECKING:
    import io
    from collections.abc import Callable


def opens_the_form_by_command(person: Person) -> None:
    person.types("/reply")


def opens_the_form_by_shortcut(person: Person) -> None:
    person.slack.do("shortcut", user=person.user, callback_id="draft_a_reply")


def pastes_a_post(person: Person) -> None:
    person.types(f"/reply {BAG}")


def opens_home(person: Person) -> None:
    person.slack.do("open_home", user=person.user, tab="home")


def drafts_on_a_message(person: Person) -> None:
    post = next(message for message in person.messages(GENERAL) if message["text"] == BAG)
    person.slack.do("message_shortcut", user=person.user, callback_id="draft_a_reply_to_message", channel=GENERAL, ts=post["ts"])


class DiskFull(Exception):
    """What a store may raise, quoting what it could not keep."""


def break_the_store(monkeypatch: pytest.MonkeyPatch) -> None:
    """From now on nothing can be read or kept."""

    def broken(*_: object, **__: object) -> None:
        raise DiskFull(f"sqlite3.OperationalError [SQL: INSERT {BAG}]")

    for verb in ("keep", "draft", "mine", "recall", "remember", "keep_hand_over", "take", "feedback", "hand_overs_of"):
        monkeypatch.setattr(Store, verb, broken)


def reference_told(text: str) -> str:
    """The reference in the fixed sentence, which is all that is told."""
    found = re.search(rf"{re.escape(BROKEN)} ([{ALPHABET}]{{6}})", text)
    assert found, text
    assert not INSIDES.search(text), text
    return found[1]


def assert_in_the_log(written: io.StringIO, reference: str) -> None:  # noqa: F811, because it is the fixture
    lines = [line for line in written.getvalue().splitlines() if reference in line]
    assert len(lines) == 1
    assert "DiskFull" in lines[0]
    assert "two pieces" not in lines[0]


@pytest.mark.parametrize(
    "asks",
    [
        pastes_a_post,
        opens_the_form_by_command,
        opens_the_form_by_shortcut,
        drafts_on_a_message,
        opens_home,
        lambda person: by_command(person, "check my own words"),
        lambda person: by_mention(person, BAG),
        lambda person: in_messages(person, BAG),
    ],
    ids=["reply", "form", "shortcut", "message shortcut", "home", "sayso", "mention", "messages"],
)
def test_when_something_breaks_the_person_reads_a_fixed_sentence_and_the_log_has_its_reference(
    mo: Person,
    written: io.StringIO,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
    asks: Callable[[Person], object],
) -> None:
    mo.types(BAG)
    break_the_store(monkeypatch)
    asks(mo)
    assert_in_the_log(written, reference_told(said(mo.waits_for(BROKEN))))


@pytest.mark.parametrize("label", ["Another version", "Shorter", "Holding line", "Edit", "Other playbook", "Hand over"])
def test_a_button_that_breaks_says_so_beside_the_card_which_stays(
    mo: Person,
    written: io.StringIO,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
    label: str,
) -> None:
    mo.types(f"/reply {BAG}")
    card = mo.card(GENERAL)
    break_the_store(monkeypatch)
    mo.presses(label, card)
    assert_in_the_log(written, reference_told(said(mo.waits_for(BROKEN, GENERAL, ephemeral=True))))
    assert mo.card(GENERAL)["text"] == card["text"]


@pytest.mark.parametrize(
    ("label", "title", "field", "given"),
    [
        ("Edit", "Edit the reply", "words", {"words": "I have your bag in hand and write here by noon. ^Mo"}),
        ("I posted it", "I posted it", "link", {"link": "https://x.com/us/2"}),
    ],
)
def test_a_form_that_breaks_stays_open_with_the_fixed_sentence_and_loses_no_word(
    mo: Person,
    written: io.StringIO,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
    label: str,
    title: str,
    field: str,
    given: dict[str, str],
) -> None:
    mo.types(f"/reply {BAG}")
    mo.presses(label, mo.card(GENERAL))
    form = mo.modal(title)
    break_the_store(monkeypatch)
    mo.submits(form, **given)
    assert_in_the_log(written, reference_told(mo.modal(title)["errors"][field]))


def test_the_request_form_that_breaks_stays_open_with_the_fixed_sentence(
    mo: Person,
    written: io.StringIO,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    mo.types("/reply")
    form = mo.modal("Draft a reply")
    break_the_store(monkeypatch)
    mo.submits(form, post=BAG)
    assert_in_the_log(written, reference_told(mo.modal("Draft a reply")["errors"]["post"]))


def test_a_database_that_cannot_be_written_is_our_trouble_and_not_the_askers(
    mo: Person,
    written: io.StringIO,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Its own error names addresses, tables and the words that it could not keep."""

    def full(*_: object) -> None:
        raise StoreError(f"nothing could be written: (sqlite3.OperationalError) disk is full [SQL: {BAG}]")

    monkeypatch.setattr(Store, "keep", full)
    mo.types(f"/reply {BAG}")
    assert reference_told(said(mo.waits_for(BROKEN, GENERAL))) in written.getvalue()
