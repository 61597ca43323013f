"""A hand-over holds on one screen all that its reader needs to decide."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings

from bot.kept import Brief
from bot.slack import ids
from bot.slack.blocks.hand_over import hand_over_message, not_reached_message, note_to_asker, taken_message
from bot.slack.blocks.parts import AROUND, PHONE
from bot.slack.blocks.phone import total
from bot.slack.limits import problems
from tests.slack.hostile import long_texts
from tests.slack.sample import GO, HOLD, actions, card_for, elements, markup, note_for, payload, shown

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from bot.desk import Desk
    from bot.kept import HandOverNote

BRIEF = Brief("https://x.com/dana/status/1", "@dana_w", "The shop in Leeds, lunchtime", "Called the shop")


def _note(desk: Desk) -> HandOverNote:
    return note_for(desk, card_for(desk, HOLD, brief=BRIEF, minutes_later=4))


def test_the_note_says_everything_that_is_needed_to_decide(desk: Desk) -> None:
    note = _note(desk)
    text = shown(hand_over_message(note).blocks)
    for said in (
        "Safety lead: please decide by 13:21",
        "May we name the cause?",
        HOLD,
        "x.com/dana/status/1",
        "X, by @dana_w, seen 13:02, 4 minutes ago",
        "1, Red flag: food health",
        "food health by rule “hospital*",
        "low (not checked)",
        BRIEF.know,
        BRIEF.done,
        "nothing yet",
        note.card.draft.text,
    ):
        assert said in text, said


def test_the_note_names_the_employee_and_fits_one_screen(desk: Desk) -> None:
    message = hand_over_message(_note(desk))
    assert '{"type": "user", "user_id": "U0MO"}' in json.dumps(message.blocks)
    assert message.text.startswith("Hand-over from <@U0MO>. Safety lead: please decide by 13:21. Question:")
    assert total(message.blocks) + AROUND / 2 <= PHONE  # it stands in a channel, where there is less around it
    assert problems(payload(message)) == ()


def test_what_was_posted_and_so_promised_is_told(desk: Desk) -> None:
    note = note_for(desk, card_for(desk, HOLD, state="posted", posted_link="https://x.com/us/status/2"))
    text = shown(hand_over_message(note).blocks)
    assert "the line below is posted, with what it promises; https://x.com/us/status/2" in text
    assert "Posted line" in text


def test_a_decision_that_is_late_is_asked_for_now(desk: Desk) -> None:
    note = _note(desk)
    assert "please decide now" in hand_over_message(replace(note, due=note.card.now - timedelta(minutes=1))).text


def test_who_stands_in_for_another_is_told_why(desk: Desk) -> None:
    text = shown(hand_over_message(replace(_note(desk), instead_of="Safety lead")).blocks)
    assert "in place of Safety lead, who could not be reached" in text


def test_one_button_takes_it_one_passes_it_on_and_both_are_gone_once_taken(desk: Desk) -> None:
    note = _note(desk)
    buttons = [(button["action_id"], button["value"]) for button in elements(hand_over_message(note).blocks)]
    assert buttons == [(ids.TAKE, "h1"), (ids.CANNOT_TAKE, "h1")]
    taken = replace(note, hand_over=replace(note.hand_over, taken_by="U0LEE", taken_at=note.card.now))
    message = taken_message(taken)
    assert actions(message.blocks) == [ids.ANSWER_IN, ids.ANSWER_AT]
    said = replace(taken, hand_over=replace(taken.hand_over, answer_by=note.card.now + timedelta(minutes=14)))
    assert actions(taken_message(said).blocks) == []
    assert "In hand, answer due by 13:20" in shown(taken_message(said).blocks)
    assert message.text.startswith("<@U0LEE> has it since 13:06. Hand-over from <@U0MO>.")
    assert '{"type": "user", "user_id": "U0LEE"}' in json.dumps(message.blocks)


def test_the_asker_hears_who_has_it_and_when_they_answer(desk: Desk) -> None:
    note = note_for(desk, taken_by="U0LEE", taken_at=card_for(desk, HOLD).now)
    message = note_to_asker(note)
    assert message.text == "<@U0LEE> has it since 13:02, and answers by 13:17."
    assert [element["value"] for element in elements(message.blocks)] == ["d1"]


def test_when_nobody_was_reached_the_asker_is_told_to_call(desk: Desk) -> None:
    contact = desk.knowledge.values.contacts["duty_manager"]
    message = not_reached_message(replace(_note(desk), instead_of="Safety lead"), contact)
    assert "did not reach Safety lead and Duty manager in Slack" in message.text
    assert "“duty_phone” in your phone list (always)" in message.text
    assert actions(message.blocks) == [ids.HAND_OVER]
    assert problems(payload(message)) == ()


def _check_hostile(note: HandOverNote, text: str) -> None:
    kept = replace(note.card.kept, ask=replace(note.card.kept.ask, text=text), brief=Brief(text, text, text, text))
    card = replace(note.card, kept=kept, draft=replace(note.card.draft, text=text))
    given_over = replace(note.hand_over, question=text, taken_by="U0LEE")
    hostile = replace(note, card=card, hand_over=given_over, contact_name=text, instead_of=text)
    for message in (hand_over_message(hostile), taken_message(hostile), note_to_asker(hostile)):
        assert problems(payload(message)) == ()
        assert "<" not in message.text.replace("<@U0MO>", "").replace("<@U0LEE>", "")
        assert markup(message.blocks) == ""


@given(long_texts)
@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_text_breaks_the_note_or_becomes_markup(desk: Desk, text: str) -> None:
    _check_hostile(note_for(desk, card_for(desk, GO)), text)


def test_every_known_hazard_is_only_ever_shown_as_text(desk: Desk, shared_data: Callable[[str], Path]) -> None:
    note = note_for(desk)
    for row in json.loads((shared_data("slack-mrkdwn-hazards") / "hazards.json").read_text()):
        _check_hostile(note, row["text"])
