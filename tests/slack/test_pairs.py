"""Two people about one draft, through the real app: who may, who may not, and what becomes of it with time."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from bot.decided import Decision
from bot.emulator.local import LocalSlack
from bot.emulator.world import World
from bot.office import Office
from bot.settings import SlackSettings, read_settings
from bot.slack.app import build_app, open_client, open_counter
from bot.slack.manifest import manifest
from bot.slack.outbox import Outbox, caller
from bot.slack.passing_on import look
from bot.slack.serve import Bot
from bot.slack.watchdog import watch
from bot.slack.work import Work
from bot.store.store import new_id, open_store
from bot.wiring import demo_world
from tests.conftest import ROOT
from tests.slack.conversation import ANA, GENERAL, LEE, MO, Person, elements, labels, said
from tests.slack.pairs_paths import ASKS, LESS, OVER, asks_for_approval, asks_reader
from tests.slack.seeing import BAG, DUTY, FIRE, SAFETY, card, handed_over, seers
from tests.slack.shapes import check_shapes
from tests.slack.virtual import QuickClock

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bot.desk import Desk
    from bot.slack.counter import Counter

MORE_THAN_THE_LINE = (
    "I'm sorry your son was burnt. Our Safety lead collects the fryer today and I'll write within 30 minutes. ^Mo"
)


@dataclass
class Hours:
    """The office's clock, moved by hand."""

    moved: timedelta = timedelta()

    def __call__(self) -> datetime:
        return datetime.now(UTC) + self.moved


@dataclass(frozen=True)
class House:
    """The workspace, the office, its clock, and the counter that the watch looks from."""

    slack: LocalSlack
    office: Office
    hours: Hours
    counter: Counter


@pytest.fixture(scope="module")
def built(desk: Desk, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    folder: Path = tmp_path_factory.mktemp("pairs")
    world = folder / "world.json"
    world.write_text(json.dumps(demo_world(read_settings({"SAYSO_ROOT": str(ROOT)}))), encoding="utf-8")
    with LocalSlack.start(World.read(world), manifest()) as local:
        hours = Hours()
        office = Office(desk, open_store(f"sqlite:///{folder}/sayso.db"), hours, new_id)
        settings = SlackSettings(local.api_url, local.bot_token, local.app_token)
        client = open_client(settings)
        outbox, work = Outbox(caller(client), QuickClock()), Work()
        bot = Bot(build_app(office, client, outbox, work), office, outbox, work)
        socket = watch(bot.app, settings.app_token)
        socket.start()
        local.wait(local.connected, what="the app to connect")
        yield House(local, office, hours, open_counter(office, client, outbox, work))
        socket.close()
        bot.close()


@pytest.fixture
def house(built: House) -> Iterator[House]:
    built.slack.control("reset")
    built.hours.moved = timedelta()
    _forget_what_waits(built.office)
    yield built
    check_shapes(built.slack)


def _forget_what_waits(office: Office) -> None:
    """What an earlier conversation left open is nobody's in this one."""
    store, far = office.store, office.clock() + timedelta(days=365)
    record = Decision("T0LOCAL", office.clock(), "", "", "cleared", "")
    for approval in store.overdue_approvals(far):
        store.expire(approval, record=record)
    for given in store.overdue_hand_overs(far):
        store.pass_on(given, office.clock(), record=record)


@pytest.fixture
def slack(house: House) -> LocalSlack:
    return house.slack


def edited(message: dict[str, Any], person: Person, **values: str) -> None:
    """A forged press: the values of this person's buttons say something else."""
    workspace = person.slack.service.workspace
    stored = workspace.seen_message(workspace.channels[message["channel"]], message["ts"], person.user)
    assert stored is not None
    for block in stored.blocks or ():
        for element in block.get("elements", ()):
            if element.get("action_id") in values:
                element["value"] = values[element["action_id"]]


def the_text(mo: Person, house: House) -> str:
    asker = house.counter.people.asker("T0LOCAL", mo.user)
    return house.office.mine(asker)[0].text


def test_what_is_over_a_limit_is_approved_with_an_edit_and_then_copied_word_for_word(
    house: House, mo: Person, ana: Person
) -> None:
    asks_for_approval(mo)
    asked = ana.waits_for(ASKS, ana.dm())
    assert "300 is over your limit of 100 USD" in said(asked)
    assert BAG in said(asked)
    ana.presses("Edit and approve", asked)
    ana.submits(ana.modal("Edit and approve"), words=LESS)
    answer = mo.waits_for("Copy it as it stands", mo.dm())
    assert LESS in said(answer)
    mo.presses("Open draft", answer)
    shown = mo.modal("Your draft")
    assert LESS in said(shown | {"text": ""})
    assert "Approved by" in said(shown | {"text": ""})
    assert "ready to copy" in said(shown | {"text": ""})
    house.slack.wait(lambda: not seers(house.slack, ASKS), what="no button to be left")
    mo.presses("I posted it", shown)
    mo.submits(mo.modal("I posted it"))
    mo.slack.wait(lambda: house.office.mine(house.counter.people.asker("T0LOCAL", MO))[0].state == "posted", what="posted")


def test_an_edit_after_the_approval_needs_another_one(house: House, mo: Person, ana: Person) -> None:
    asks_for_approval(mo)
    ana.presses("Approve", ana.waits_for(ASKS, ana.dm()))
    mo.presses("Open draft", mo.waits_for("Copy it as it stands", mo.dm()))
    mo.presses("Edit", mo.modal("Your draft"))
    mo.submits(mo.modal("Edit the reply"), words=OVER.replace("300", "450"))
    assert "450 is over your limit" in str(mo.modal("Ask for approval")["blocks"])
    assert the_text(mo, house) == OVER


def test_a_refusal_needs_a_reason_and_the_asker_reads_it(house: House, mo: Person, lee: Person) -> None:
    asks_for_approval(mo)
    lee.presses("Refuse", lee.waits_for(ASKS, lee.dm()))
    lee.submits(lee.modal("Refuse"), why="   ")
    assert "say why not" in str(lee.modal("Refuse")["errors"])
    lee.submits(lee.modal("Refuse"), why="Offer a repair first.")
    assert "Offer a repair first." in said(mo.waits_for("Refused by", mo.dm()))
    assert the_text(mo, house) != OVER


def test_more_than_the_approved_line_on_a_grave_matter_goes_to_the_highest_role_alone(
    house: House, mo: Person, ana: Person, lee: Person
) -> None:
    asks_for_approval(mo, MORE_THAN_THE_LINE, FIRE)
    assert "more than the approved line" in said(lee.waits_for(ASKS, lee.dm()))
    assert seers(house.slack, ASKS) == {LEE}


def test_words_mended_in_the_form_are_saved_and_nobody_is_asked(house: House, mo: Person) -> None:
    mo.presses("Edit", card(mo))
    mo.submits(mo.modal("Edit the reply"), words=OVER)
    mo.submits(mo.modal("Ask for approval"), words=OVER.replace("300", "50"))
    assert "50 USD" in mo.waits_for("50 USD", GENERAL)["text"]
    assert not seers(house.slack, ASKS)


def test_what_nobody_may_approve_is_only_to_be_mended(mo: Person) -> None:
    mo.presses("Edit", card(mo))
    mo.submits(mo.modal("Edit the reply"), words="Call me on 555 010 9999, I've refunded 300 USD today. ^Mo")
    assert mo.modal("Edit the reply")["errors"]


def test_an_approver_cannot_approve_more_than_they_may_give_themselves(house: House, mo: Person, ana: Person) -> None:
    asks_for_approval(mo)
    ana.presses("Edit and approve", ana.waits_for(ASKS, ana.dm()))
    ana.submits(ana.modal("Edit and approve"), words=OVER.replace("300", "900"))
    assert "900 is over your limit of 500 USD" in str(ana.modal("Edit and approve")["errors"])


def test_the_second_of_two_who_approve_is_told_that_it_is_decided(house: House, mo: Person, ana: Person, lee: Person) -> None:
    asks_for_approval(mo)
    lees = lee.waits_for(ASKS, lee.dm())
    lee.presses("Refuse", lees)
    form = lee.modal("Refuse")
    ana.presses("Approve", ana.waits_for(ASKS, ana.dm()))
    mo.waits_for("Copy it as it stands", mo.dm())
    lee.submits(form, why="No.")
    assert "somebody has approved this already" in str(lee.modal("Refuse")["errors"])


def _forged(house: House, person: Person, action: str, value: str) -> None:
    """The person presses a button of their own card that carries somebody else's request."""
    shown = card(person)
    workspace = house.slack.service.workspace
    stored = workspace.seen_message(workspace.channels[GENERAL], shown["ts"], person.user)
    assert stored is not None
    row = next(block for block in stored.blocks or () if block["block_id"] == "steps")
    row["elements"][0] |= {"action_id": action, "value": value}
    element = row["elements"][0]
    forged = {"block_id": "steps", "action_id": action, "type": "button", "value": element["value"]}
    house.slack.do("press", user=person.user, where={"message": {"channel": GENERAL, "ts": shown["ts"]}}, action=forged)


def _value(person: Person, label: str = "Approve") -> str:
    asked = person.waits_for(ASKS, person.dm())
    return str(next(element["value"] for element, _ in elements(asked) if element.get("text", {}).get("text") == label))


@pytest.mark.parametrize("action", ["approve", "edit_and_approve", "refuse"])
def test_nobody_approves_their_own_whatever_a_button_says(house: House, mo: Person, ana: Person, action: str) -> None:
    asks_for_approval(mo)
    _forged(house, mo, action, _value(ana))
    assert mo.waits_for("You cannot approve your own reply", mo.dm())
    assert the_text(mo, house) != OVER


def test_a_role_that_may_not_is_refused_whatever_a_button_says(house: House, mo: Person, ana: Person, lee: Person) -> None:
    asks_for_approval(mo, MORE_THAN_THE_LINE, FIRE)
    _forged(house, ana, "approve", _value(lee))
    assert "it takes: manager" in said(ana.waits_for("Your role (lead) may not approve this", ana.dm()))


def test_a_button_of_an_older_text_is_refused_with_a_sentence(house: House, mo: Person, ana: Person) -> None:
    asks_for_approval(mo)
    value = json.loads(_value(ana))
    _forged(house, ana, "approve", json.dumps({**value, "seen": "0" * 64}))
    assert ana.waits_for("The text was changed since you opened it", ana.dm())


def test_a_draft_that_changes_meanwhile_makes_the_request_void(house: House, mo: Person, ana: Person) -> None:
    asks_for_approval(mo)
    asked = ana.waits_for(ASKS, ana.dm())
    mo.presses("Holding line", mo.card(GENERAL))
    mo.slack.wait(lambda: "look" in the_text(mo, house) or the_text(mo, house) != OVER, what="the holding line")
    mo.slack.wait(
        lambda: (
            house.office.store.approval_of("T0LOCAL", house.office.mine(house.counter.people.asker("T0LOCAL", MO))[0].id).state  # type: ignore[union-attr]
            == "void"
        ),
        what="void",
    )
    ana.presses("Approve", asked)
    assert ana.waits_for("this approval is void", ana.dm())


def test_a_request_that_nobody_decides_is_over_with_the_target_time(house: House, mo: Person, ana: Person) -> None:
    asks_for_approval(mo)
    asked = ana.waits_for(ASKS, ana.dm())
    house.hours.moved = timedelta(hours=5)
    ana.presses("Approve", asked)
    assert ana.waits_for("The time to approve this is over", ana.dm())
    look(house.counter)
    look(house.counter)
    assert mo.waits_for("Nobody approved your words in time", mo.dm())
    house.slack.wait(lambda: not seers(house.slack, ASKS), what="the requests to change")
    assert len([message for message in mo.messages(mo.dm()) if "Nobody approved" in said(message)]) == 1


def test_a_second_reader_is_advised_until_one_has_answered(house: House, mo: Person, ana: Person) -> None:
    assert "Second reader advised" in said(card(mo, post=FIRE))
    asks_reader(mo, ANA)
    assert "was asked" in said(mo.waits_for("was asked", GENERAL))
    ana.presses("I would change this", ana.waits_for("Please read this", ana.dm()))
    ana.submits(ana.modal("I would change this"), why="Say his name.")
    answer = mo.waits_for("would change this", mo.dm())
    assert "Say his name." in said(answer)
    mo.presses("Open draft", answer)
    opened = mo.modal("Your draft")
    assert "Second reader advised" not in said(opened | {"text": ""})
    assert "Second reader" not in labels(opened)


def test_nobody_reads_their_own_and_nobody_answers_for_another(house: House, mo: Person, ana: Person, lee: Person) -> None:
    asks_reader(mo, MO)
    assert "a second reader is somebody else" in str(mo.modal("Second reader")["errors"])
    mo.submits(mo.modal("Second reader"), who=ANA)
    value = next(e["value"] for e, _ in elements(ana.waits_for("Please read this", ana.dm())))
    _forged(house, lee, "reads_well", value)
    assert lee.waits_for("You were not asked to read this", lee.dm())


def test_routine_needs_no_second_reader(mo: Person) -> None:
    shown = card(mo)
    assert "Second reader" not in labels(shown)
    assert "second reader" not in said(shown)


def test_the_taker_says_when_they_answer_and_the_asker_sees_it(house: House, mo: Person, ana: Person, lee: Person) -> None:
    handed_over(mo)
    ana.presses("I have it", ana.waits_for("May we collect it?", SAFETY))
    lees = lee.waits_for("In hand, answer due by", SAFETY)
    lee.chooses("Answer in 10 minutes", lees)
    assert lee.waits_for("Somebody else has this", lee.dm())
    ana.chooses("Answer in 10 minutes", ana.waits_for("In hand, answer due by", SAFETY))
    asker = house.counter.people.asker("T0LOCAL", MO)
    at = f"{(house.office.now(asker) + timedelta(minutes=10)):%H:%M}"
    house.slack.wait(lambda: any(f"answers by {at}" in said(message) for message in mo.messages(mo.dm())), what=at)


def test_the_taker_may_choose_any_time_which_is_tomorrows_once_it_is_over(house: House, mo: Person, ana: Person) -> None:
    handed_over(mo)
    ana.presses("I have it", ana.waits_for("May we collect it?", SAFETY))
    ana.presses("At a time", ana.waits_for("In hand, answer due by", SAFETY))
    an_hour_ago = house.office.now(house.counter.people.asker("T0LOCAL", ANA)) - timedelta(hours=1)
    ana.submits(ana.modal("When do you answer?"), when=f"{an_hour_ago:%H:%M}")
    draft = house.office.mine(house.counter.people.asker("T0LOCAL", MO))[0].id
    by = house.slack.wait(lambda: house.office.store.hand_overs_of("T0LOCAL", draft)[0].answer_by, what="the time")
    assert timedelta(hours=22) < by - house.office.clock() < timedelta(hours=24)


def test_who_cannot_hands_it_to_the_backup_at_once(house: House, mo: Person, ana: Person) -> None:
    handed_over(mo)
    ana.presses("I can't", ana.waits_for("May we collect it?", SAFETY))
    note = ana.waits_for("in place of Safety lead, who can't take it now", DUTY)
    ana.presses("I have it", note)
    assert mo.waits_for("has it since", mo.dm())


def test_half_of_the_time_with_nobody_goes_to_the_backup_by_itself_once_and_says_how_late(
    house: House, mo: Person, ana: Person
) -> None:
    handed_over(mo)
    first = ana.waits_for("May we collect it?", SAFETY)
    mo.waits_for("Handed over to", GENERAL)
    look(house.counter)
    assert not ana.messages(DUTY)
    house.hours.moved = timedelta(minutes=12)
    for _ in range(2):  # a second program, or the same one started again
        look(house.counter)
    note = ana.waits_for("in place of Safety lead", DUTY)
    assert "did not answer in half of the time, 4 minutes late" in said(note)
    assert len(ana.messages(DUTY)) == 1
    house.slack.wait(lambda: "Not here any more" in said(next(m for m in ana.messages(SAFETY) if m["ts"] == first["ts"])))


def test_what_was_taken_in_time_stays_where_it_is(house: House, mo: Person, ana: Person) -> None:
    handed_over(mo)
    ana.presses("I have it", ana.waits_for("May we collect it?", SAFETY))
    ana.waits_for("In hand, answer due by", SAFETY)
    house.hours.moved = timedelta(hours=3)
    look(house.counter)
    assert not ana.messages(DUTY)


def test_every_decision_is_in_the_record_and_no_words_are(house: House, mo: Person, ana: Person) -> None:
    before = house.office.store.verify_audit().rows
    asks_for_approval(mo, why="Qzmark reason")
    ana.presses("Approve", ana.waits_for(ASKS, ana.dm()))
    mo.waits_for("Copy it as it stands", mo.dm())
    rows = [row for row in house.office.store.audit_rows() if int(str(row["seq"])) > before]
    assert [(row["who"], row["role"], row["action"]) for row in rows] == [
        (MO, "frontline", "drafted"),
        (MO, "frontline", "asked for approval"),
        (ANA, "lead", "approved"),
    ]
    assert (rows[-1]["limit"], rows[-1]["value"]) == (100, 300)
    assert str(rows[-1]["rule"]).endswith("roles.frontline.limits.refund")
    assert house.office.store.verify_audit().wrong == ()
    assert not {"Qzmark", "refunded", "belt"} & set(str(rows).replace("'", " ").split())
