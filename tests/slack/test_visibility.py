"""Who can see what is sent: every place in the code that sends, on its own path, through the eyes of all three people."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any

import pytest

from bot.settings import SlackSettings
from bot.slack.app import open_client
from bot.slack.blocks.forms import feedback_form
from bot.slack.message import Message
from bot.slack.outbox import Outbox
from bot.slack.place import ByUrl, InMessages, InThread, InView, OnHome, Posted, SeenBy
from bot.slack.send import Sender
from bot.store.store import Store
from tests.slack.conversation import ANA, GENERAL, LEADS, LEE, MO, RANDOM, Person, said
from tests.slack.paths import PATHS
from tests.slack.seeing import BAG, DUTY, FIRE, SAFETY, card, handed_over, leave, seers
from tests.slack.sites import calls, recording, sites, trees
from tests.slack.test_redact import written  # noqa: F401, because it keeps tracebacks off the terminal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from slack_sdk import WebClient

    from bot.emulator.local import LocalSlack
    from bot.slack.place import Place

SITES = sites("send") + sites("open_view")


@pytest.fixture
def went(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The names of the sites at which the sender was called."""
    names: set[str] = set()
    for call in ("send", "open_view"):
        monkeypatch.setattr(Sender, call, recording(getattr(Sender, call), SITES, names))
    return names


def test_every_place_in_the_code_that_sends_has_its_path_here() -> None:
    """Whoever adds one must say here who may see what it sends."""
    assert sorted(site.name for site in SITES) == sorted(PATHS)


@pytest.mark.parametrize("name", PATHS)
def test_what_is_sent_is_seen_by_those_for_whom_it_is_and_by_nobody_else(
    slack: LocalSlack, mo: Person, ana: Person, went: set[str], name: str
) -> None:
    PATHS[name](slack, mo, ana)
    slack.wait(lambda: name in went, what=f"{name} to send something")  # what others see may come first


def test_nothing_leaves_but_through_the_one_function_that_sends() -> None:
    """Of all methods that show something, each stands in send.py alone; comfort in the Messages tab shows our own words only."""
    showing = (
        "chat_postMessage",
        "chat_postEphemeral",
        "chat_update",
        "views_open",
        "views_push",
        "views_update",
        "views_publish",
    )
    others = {
        f"{name}.{node.attr}"
        for name, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and node.attr in (*showing, "respond", "say") and name != "send"
    }
    assert others == set()


def test_a_channel_wide_audience_is_only_ever_asked_for_by_name() -> None:
    """What the asker shares, the note to a contact, a comment that may have to go, a request that no named person may approve.

    The others change a message where it stands: once it is taken, passed on, decided or read.
    """
    wide = {
        name
        for file, tree in trees()
        for name, node in calls(tree, file)
        if any(keyword.arg == "seen_by" and ast.unparse(keyword.value) == "SeenBy.CHANNEL" for keyword in node.keywords)
    }
    new = {"actions._sharing.shared.share", "handing_over.deliver", "hiding._deliver", "approving._send"}
    changed = {"handing_over.take", "passing_on._pass_on", "passing_on._answers", "approving._close", "reading_twice._answered"}
    assert wide == new | changed | {"hiding._deciding.pressed.decide"}


@pytest.fixture
def sender(slack: LocalSlack) -> Iterator[tuple[Sender, list[str]]]:
    """A sender whose posts go nowhere, and the methods that it would have called."""
    called: list[str] = []

    def call(method: str, _: dict[str, Any]) -> dict[str, Any]:
        called.append(method)
        return {"ok": True}

    client: WebClient = open_client(SlackSettings(slack.api_url, slack.bot_token, slack.app_token))
    outbox = Outbox(call)
    yield Sender(client, outbox), called
    outbox.close(1.0)


@pytest.mark.parametrize(
    "place", [ByUrl("https://hooks.example.com/x", MO), InView("V1", MO), InMessages(MO), OnHome(MO)], ids=repr
)
def test_the_sender_refuses_a_channel_wide_audience_for_a_private_place(sender: tuple[Sender, list[str]], place: Place) -> None:
    with pytest.raises(ValueError, match="seen by the asker alone"):
        sender[0].send(Message("words"), place, seen_by=SeenBy.CHANNEL)
    assert sender[1] == []


@pytest.mark.parametrize("place", [InThread(GENERAL, MO), InMessages(MO)], ids=repr)
def test_a_view_cannot_stand_among_messages(sender: tuple[Sender, list[str]], place: Place) -> None:
    with pytest.raises(ValueError, match="a view cannot stand in"):
        sender[0].send({"type": "modal", "blocks": []}, place, seen_by=SeenBy.ASKER)


def test_the_sender_refuses_to_change_a_message_of_a_channel_for_one_person_alone(sender: tuple[Sender, list[str]]) -> None:
    with pytest.raises(ValueError, match="everyone"):
        sender[0].send(Message("words"), Posted(GENERAL, "1.1"), seen_by=SeenBy.ASKER)
    assert sender[1] == []


def test_who_closes_a_modal_before_its_answer_comes_is_told_nothing(sender: tuple[Sender, list[str]], mo: Person) -> None:
    """Nothing broke, and the draft is kept."""
    view = feedback_form(metadata="{}")
    assert sender[0].send(view, InView("V0GONE", MO), seen_by=SeenBy.ASKER).result() == {}
    assert not mo.messages(mo.dm())


@pytest.mark.parametrize("channel", [GENERAL, RANDOM])
def test_an_answer_that_comes_too_late_for_its_address_stands_in_the_askers_messages(
    slack: LocalSlack, mo: Person, channel: str
) -> None:
    """A response_url lives half an hour; the form may have been open for longer."""
    mo.types("/reply", channel)
    form = mo.modal("Draft a reply")
    slack.control("clock", advance=1801)
    mo.submits(form, post=BAG)
    assert mo.card(mo.dm())["channel"] == mo.dm()
    assert seers(slack, "Reply: ") == {MO}


def test_an_address_that_is_used_up_sends_the_answer_to_the_askers_messages(slack: LocalSlack, mo: Person) -> None:
    """Five uses; the edit form of a card keeps the address of the press that opened it."""
    mo.presses("Edit", card(mo))
    form = mo.modal("Edit the reply")
    for hook in slack.service.hooks._hooks.values():
        hook.uses = 5
    mo.submits(form, words="Your bag is ours to put right. I'll write here within 4 hours. ^Mo")
    assert "ours to put right" in mo.card(mo.dm())["text"]
    assert seers(slack, "ours to put right") == {MO}


def test_an_ephemeral_answer_that_slack_will_not_show_stands_in_the_askers_messages(slack: LocalSlack, mo: Person) -> None:
    """The app can be thrown out of a channel between the mention and its answer."""
    slack.control("hold_events")
    mo.types("@Sayso values")
    leave(slack, GENERAL)
    slack.control("release_events")
    assert mo.waits_for("Our values", mo.dm())
    assert seers(slack, "Our values") == {MO}


def test_where_the_app_is_no_member_the_card_is_private_all_the_same(slack: LocalSlack, mo: Person) -> None:
    assert card(mo, RANDOM)["ephemeral"]
    assert seers(slack, "Reply: ") == {MO}


def test_a_contact_whose_channel_is_closed_to_us_is_replaced_by_the_backup(slack: LocalSlack, mo: Person, ana: Person) -> None:
    leave(slack, SAFETY)
    handed_over(mo)
    note = ana.waits_for("in place of Safety lead", DUTY)
    assert "May we collect it?" in said(note)
    assert "Handed over to Duty manager" in said(mo.waits_for("Handed over to", GENERAL))
    assert not [message for message in ana.messages(SAFETY) if "May we collect it?" in said(message)]


def test_who_could_reach_nobody_is_told_whom_to_call_and_can_hand_over_again(slack: LocalSlack, mo: Person, ana: Person) -> None:
    leave(slack, SAFETY, DUTY)
    handed_over(mo)
    told = mo.waits_for("did not reach", mo.dm())
    assert "Call Duty manager now" in said(told)
    mo.presses("Hand over", told)
    mo.submits(mo.modal("Hand over"), contact="shift_lead", question="Then you?")
    assert ana.waits_for("Then you?", LEADS)
    assert seers(slack, "Then you?") == {ANA, LEE}


def test_two_people_in_one_channel_never_see_each_others_cards(slack: LocalSlack, mo: Person, ana: Person) -> None:
    card(mo)
    card(ana, post=FIRE)
    assert seers(slack, "Hold: post this line") == {ANA}
    assert seers(slack, "Go: you can answer this yourself") == {MO}


def test_what_is_written_in_the_messages_tab_stays_between_the_two(slack: LocalSlack, mo: Person) -> None:
    mo.types(BAG, mo.dm())
    mo.card(mo.dm())
    assert seers(slack, "Reply: ") == {MO}
    assert seers(slack, BAG) == {MO}


def test_home_shows_nobody_elses_drafts(slack: LocalSlack, mo: Person, ana: Person) -> None:
    card(mo)
    for person in (mo, ana):
        slack.do("open_home", user=person.user, tab="home")
        slack.wait(lambda person=person: person.sees()["home"], what="Home")  # type: ignore[misc]
    assert seers(slack, "two pieces") == {MO}


def test_a_failure_in_a_modal_is_told_in_the_askers_messages(
    slack: LocalSlack,
    mo: Person,
    written: object,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    slack.do("shortcut", user=MO, callback_id="draft_a_reply")
    mo.submits(mo.modal("Draft a reply"), post=BAG)
    view = mo.modal("Your draft")
    monkeypatch.setattr(Store, "draft", lambda *_: None)
    mo.presses("Shorter", view)
    assert mo.waits_for("This draft is not yours", mo.dm())
    assert seers(slack, "This draft is not yours") == {MO}


def test_somebody_elses_draft_is_never_shown_whatever_a_button_says(slack: LocalSlack, mo: Person, ana: Person) -> None:
    """What a button carries is only a claim: it is read again by who pressed it."""
    card(mo, post=FIRE)
    slack.do("open_home", user=MO, tab="home")
    home = slack.wait(lambda: mo.sees()["home"], what="Home")
    draft = next(block["accessory"]["value"] for block in home["blocks"] if "accessory" in block)
    shown = card(ana)
    message = slack.service.workspace.seen_message(slack.service.workspace.channels[GENERAL], shown["ts"], ANA)
    assert message is not None
    for block in message.blocks or ():
        for element in block.get("elements", ()):
            if "value" in element:
                element["value"] = draft
    ana.presses("Holding line", {**shown, "blocks": message.blocks})
    assert ana.waits_for("This draft is not yours", GENERAL, ephemeral=True)
    assert seers(slack, "fryer") == {MO}
