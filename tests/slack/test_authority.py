"""What may I give, who is on call, may I hide this: asked in Slack, in a verb or in plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.flow.moderation import NEVER, REASONS
from bot.office import Office
from tests.conftest import ROOT
from tests.slack.conversation import GENERAL, LEADS, LEE, MO, Person, labels, said
from tests.slack.paths import asked_to_hide
from tests.slack.seeing import DUTY, card, handed_over, leave, seers
from tests.slack.sent import sent
from tests.slack.test_sayso import WAYS, by_command, in_messages

if TYPE_CHECKING:
    from bot.emulator.local import LocalSlack
    from tests.slack.test_sayso import Way

VALUES = (ROOT / "values.yaml").read_text(encoding="utf-8").splitlines()
THREAT = "see you at nine"


def line_of(words: str) -> int:
    """Where the first line of values.yaml stands that holds `words`."""
    return next(number for number, line in enumerate(VALUES, 1) if words in line)


LIMITS = line_of("limits: {refund: 100")


@WAYS
@pytest.mark.parametrize(
    ("words", "answered"),
    [
        ("may I refund 100", "Yes, you may: refund 100 USD, up to 100 USD."),
        ("can I give them a new one, it was 120", "Ask first: replace 120 USD. It is for lead, who may up to 500 USD."),
        ("may I pay a hotel for 2 nights, 140", "Yes, and tell Shift lead: meal or hotel 140 USD, up to 150 USD."),
    ],
)
def test_the_answer_names_limit_day_and_the_line_of_the_rule(mo: Person, way: Way, words: str, answered: str) -> None:
    answer = said(mo.waits_for(answered, way(mo, words)))
    assert f"values.yaml:{LIMITS} (" in answer
    assert "Today you gave 0 USD of 300 USD; 300 USD is left." in answer


def test_who_must_be_asked_can_be_asked_now(mo: Person) -> None:
    assert "Shift lead is on call now." in said(mo.waits_for("Ask first", by_command(mo, "may I refund 101")))


@pytest.mark.parametrize("way", [by_command, in_messages])
def test_what_is_noted_as_given_is_gone_from_the_day(mo: Person, way: Way) -> None:
    noted = said(mo.waits_for("Noted: refund 80 USD", way(mo, "gave 80 refund")))
    assert "Today you gave 80 USD of 300 USD; 220 USD is left." in noted
    assert "220 USD is left" in said(mo.waits_for("Yes, you may: refund 20 USD", way(mo, "may I refund 20")))


def test_once_the_day_is_used_up_the_answer_is_a_lead_whatever_the_case(mo: Person) -> None:
    for amount in (100, 100, 60):
        mo.waits_for(f"Noted: refund {amount} USD", by_command(mo, f"gave {amount} refund"))
    mo.waits_for("40 USD is left")
    assert mo.waits_for("Yes, you may: refund 40 USD", by_command(mo, "may I refund 40"))
    answer = said(mo.waits_for("Ask first: refund 41 USD. It is for lead", by_command(mo, "may I refund 41")))
    assert "Your limit for one day is 300 USD; you gave 260 USD today, so 40 USD is left." in answer
    assert "limits.per_day" in answer


def test_the_button_notes_it_and_pressed_twice_it_counts_once(mo: Person) -> None:
    answer = mo.waits_for("Yes, you may: refund 80 USD", by_command(mo, "may I refund 80"))
    mo.presses("I gave it", answer)
    assert "220 USD is left" in said(mo.waits_for("Noted: refund 80 USD"))
    mo.slack.do("say", user=MO, channel=GENERAL, text="@Sayso may I refund 10")
    assert "Today you gave 80 USD" in said(mo.waits_for("Yes, you may: refund 10 USD"))


def test_what_was_over_a_limit_is_noted_all_the_same_with_whom_to_tell(mo: Person) -> None:
    noted = said(mo.waits_for("Noted: refund 400 USD", by_command(mo, "gave 400 refund")))
    assert "400 USD is over it. Tell Shift lead now." in noted
    assert "100 USD over your day's 300 USD" in noted


def test_an_amount_is_asked_for_where_there_is_a_limit(mo: Person) -> None:
    assert mo.waits_for("Say how much you gave", by_command(mo, "gave refund"))


def test_a_posted_promise_of_money_counts_for_the_day(mo: Person) -> None:
    shown = card(mo)
    mo.presses("Edit", shown)
    promise = "Your bag is ours to put right. I've refunded you $60 and I'll write here within 4 hours. ^Mo"
    mo.submits(mo.modal("Edit the reply"), words=promise)
    edited = mo.waits_for(promise, GENERAL)
    mo.presses("I posted it", edited)
    mo.submits(mo.modal("I posted it"), link="https://x.com/us/2")
    assert mo.waits_for("Today you gave 60 USD of 300 USD; 240 USD is left.", GENERAL, ephemeral=True)


def test_a_promise_beyond_the_rest_of_the_day_is_said_before_it_is_posted(mo: Person) -> None:
    mo.waits_for("Noted", by_command(mo, "gave 100 refund"))
    mo.waits_for("100 USD is left", by_command(mo, "gave 100 replacement"))
    mo.waits_for("10 USD is left", by_command(mo, "gave 90 waived fee"))
    mo.presses("Edit", card(mo))
    promise = "Your bag is ours to put right. I've refunded you $60 and I'll write here within 4 hours. ^Mo"
    mo.submits(mo.modal("Edit the reply"), words=promise)
    assert mo.waits_for("This promises 60 USD, and 10 USD of your day is left: ask Shift lead", GENERAL)


def test_nobody_sees_what_another_gave(mo: Person, ana: Person, slack: LocalSlack) -> None:
    mo.waits_for("Noted: refund 80 USD", by_command(mo, "gave 80 refund"))
    assert seers(slack, "Noted: refund 80 USD") == {MO}
    assert "Today you gave 0 USD of 1,500 USD" in said(ana.waits_for("Yes, you may", by_command(ana, "may I refund 80")))


@WAYS
@pytest.mark.parametrize("words", ["on call", "who is on call?", "on-call"])
def test_who_is_on_call_is_shown_with_who_stands_behind_them(mo: Person, way: Way, words: str) -> None:
    answer = said(mo.waits_for("On call now", way(mo, words)))
    assert "Safety lead: on day and night; behind them Duty manager" in answer
    assert "Legal team: o" in answer


def test_a_hand_over_outside_office_hours_goes_to_whoever_is_on(mo: Person, ana: Person, at_night: None) -> None:
    handed_over(mo, contact="legal")
    note = ana.waits_for("May we collect it?", DUTY)
    assert "in place of Legal team, who is off duty" in said(note)
    assert "Handed over to Duty manager" in said(mo.waits_for("Handed over to", GENERAL))


def test_at_night_whoever_is_behind_the_one_who_is_on_gets_it_when_they_cannot_be_reached(
    slack: LocalSlack, mo: Person, ana: Person, at_night: None
) -> None:
    leave(slack, DUTY)
    handed_over(mo, contact="legal")
    assert "in place of Duty manager" in said(ana.waits_for("May we collect it?", "C0COMMS"))


@pytest.fixture
def at_night(sayso: LocalSlack, monkeypatch: pytest.MonkeyPatch) -> None:
    """Sunday, three in the morning in New York."""
    from datetime import UTC, datetime

    from bot.library.rota import Watch, watch

    def on_duty(office: Office, contact: str) -> Watch:
        return watch(contact, datetime(2026, 3, 1, 8, tzinfo=UTC), office.desk.knowledge.values)

    monkeypatch.setattr(Office, "on_duty", on_duty)


@WAYS
@pytest.mark.parametrize("words", ["hide?", "may I delete this comment", "can I block him?", "should we hide it?"])
def test_a_comment_stays_and_the_closed_list_is_shown_with_its_rule(mo: Person, way: Way, words: str) -> None:
    answer = mo.waits_for("Leave it up and answer it", way(mo, words))
    assert f"values.yaml:{line_of('  default: keep')}" in said(answer)
    assert all(reason.title in said(answer) for reason in REASONS.values())
    assert labels(answer) == ["One of these applies"]


@pytest.mark.parametrize(
    ("words", "never"),
    [
        ("hide a one star review", "low_rating"),
        ("may we delete a comment that swears at us?", "swearing_at_us"),
        ("can I remove this, it's a nasty opinion", "opinion"),
        ("may I hide this comment, it is not true", "wrong_facts"),
        ("hide? it praises a competitor", "competitor_praise"),
    ],
)
def test_what_never_is_a_reason_is_offered_no_way(mo: Person, words: str, never: str) -> None:
    answer = mo.waits_for("Leave it up and answer it", by_command(mo, words))
    assert f"“{NEVER[never].title}” is never a reason" in said(answer)
    assert labels(answer) == []


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("hide it shows her home address", "private_data"),
        ("may I hide this comment, he threatens the driver", "threat"),
        ("hide racist slur", "hate"),
        ("hide? it is spam", "spam"),
        ("hide court order", "legal_order"),
    ],
)
def test_a_reason_of_the_list_leads_to_a_second_person(mo: Person, words: str, reason: str) -> None:
    answer = mo.waits_for(f"It stays, unless it is this: {REASONS[reason].title}", by_command(mo, words))
    assert labels(answer) == ["Ask a second person"]


def test_a_second_person_agrees_and_the_asker_hides_it_themselves(mo: Person, ana: Person) -> None:
    asked_to_hide(mo)
    request = ana.waits_for(THREAT, LEADS)
    assert f"values.yaml:{line_of('  may_hide:')}" in said(request)
    assert labels(request) == ["Leave it up", "It may be hidden"]
    ana.presses("It may be hidden", request)
    outcome = said(mo.waits_for("you may hide it yourself", mo.dm()))
    assert "Sayso has removed nothing." in outcome
    assert labels(ana.waits_for("decided: it may be hidden", LEADS)) == []


def test_a_second_person_says_leave_it_up(mo: Person, lee: Person) -> None:
    asked_to_hide(mo)
    lee.presses("Leave it up", lee.waits_for(THREAT, LEADS))
    assert mo.waits_for("leave it up, and answer it", mo.dm())


def test_nobody_agrees_to_their_own_request(ana: Person, lee: Person) -> None:
    asked_to_hide(ana)
    request = ana.waits_for(THREAT, LEADS)
    ana.presses("It may be hidden", request)
    assert ana.waits_for("You asked for this yourself; somebody else must decide.")
    assert "It may be hidden" in labels(lee.waits_for(THREAT, LEADS))


def test_who_decides_first_decides_and_the_asker_hears_it_once(slack: LocalSlack, mo: Person, ana: Person, lee: Person) -> None:
    asked_to_hide(mo)
    before = lee.waits_for(THREAT, LEADS)
    late = pressed(before, "It may be hidden")
    ana.presses("Leave it up", before)
    mo.waits_for("leave it up, and answer it", mo.dm())
    message = slack.service.workspace.seen_message(slack.service.workspace.channels[LEADS], before["ts"], LEE)
    assert message is not None
    message.blocks = before["blocks"]  # as it still stands on Lee's screen
    slack.do("press", user=LEE, where={"message": {"channel": LEADS, "ts": before["ts"]}}, action=late)
    slack.wait(lambda: sum(one.title == "chat.update" for one in sent(slack)) >= 2, what="the message to say who decided")
    heard = [message for message in mo.messages(mo.dm()) if "<@" in message["text"]]
    assert [("leave it up, and answer it" in said(message)) for message in heard] == [True]


def pressed(message: dict[str, object], label: str) -> dict[str, object]:
    """What Slack would send for a button that stood there a moment ago."""
    from tests.slack.conversation import button

    element, block = button(label, message)
    return {key: element[key] for key in ("action_id", "type", "value")} | {"block_id": block["block_id"]}


def test_without_a_copy_nothing_is_asked(mo: Person) -> None:
    mo.types("/sayso hide it is spam")
    mo.presses("Ask a second person", mo.waits_for("It stays, unless"))
    mo.submits(mo.modal("May this be hidden?"), words="\u200b")
    assert "paste the comment" in mo.modal("May this be hidden?")["errors"]["words"].lower()


def test_private_data_with_a_link_is_not_shown_again(mo: Person, ana: Person) -> None:
    mo.types("/sayso hide it shows her address")
    mo.presses("Ask a second person", mo.waits_for("It stays, unless"))
    mo.submits(mo.modal("May this be hidden?"), words="she lives at 7 Elm Row", link="https://x.com/a/9")
    assert "x.com/a/9" in said(ana.waits_for("Private data of anybody", LEADS))
    assert not [message for message in ana.messages() if "Elm Row" in said(message)]


def test_what_counts_is_the_role_at_the_moment_of_the_press(mo: Person, ana: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    from bot.desk import Desk

    asked_to_hide(mo)
    request = ana.waits_for(THREAT, LEADS)
    monkeypatch.setattr(Desk, "role_of", lambda _desk, _user: "frontline")
    ana.presses("It may be hidden", request)
    assert ana.waits_for("Your role (frontline) may not do this. It is for a lead or a manager.")
    assert not [message for message in mo.messages(mo.dm()) if "you may hide it yourself" in said(message)]
