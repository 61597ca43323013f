"""Everything that is answered beside the card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given, settings

from bot.model import Answer, Ask, Finding
from bot.slack import ids
from bot.slack.blocks.answers import (
    COMMANDS,
    ask_answers,
    findings_message,
    help_message,
    holding_message,
    playbooks_message,
    values_message,
    welcome_message,
)
from bot.slack.blocks.errors import BROKEN, broken_message, misuse_message
from bot.slack.blocks.giving import permission_message
from bot.slack.limits import problems
from tests.slack.hostile import long_texts
from tests.slack.sample import actions, block, markup, payload, shown

if TYPE_CHECKING:
    from bot.desk import Desk
    from bot.slack.message import Message


def _heading(message: Message) -> str:
    return str(message.blocks[0]["text"]["text"])


def test_help_lists_every_command_and_offers_the_first_step() -> None:
    message = help_message()
    for command, gives in COMMANDS:
        assert command in shown(message.blocks)
        assert gives in shown(message.blocks)
    assert actions(message.blocks) == [ids.OPEN_FORM]
    assert problems(payload(message)) == ()


def test_the_welcome_says_what_to_do_and_who_sees_it() -> None:
    message = welcome_message("Mo")
    assert message.text.startswith("Hello Mo. Paste a customer's public post here")
    assert "Only you see it." in message.text
    assert problems(payload(message)) == ()


def test_an_answer_is_the_managers_own_words_and_names_its_place(desk: Desk) -> None:
    question = "may I delete a comment that swears at us?"
    answers = desk.ask(question)
    message = ask_answers(question, answers, desk.person_to_ask())
    assert answers[0].text[:200] in shown(message.blocks)
    assert answers[0].id in shown(message.blocks)
    assert "Ask Shift lead." in shown(message.blocks)
    assert problems(payload(message)) == ()


def test_where_nothing_written_answers_a_person_is_named() -> None:
    message = ask_answers("who ate my lunch?", (), "Shift lead")
    assert message.text == "Nothing that we have written answers this. Ask Shift lead."
    assert "who ate my lunch?" in shown(message.blocks)


def test_the_check_opens_with_its_verdict_and_says_every_mend() -> None:
    findings = (Finding("Q3", "block", "No time.", "Say by when."), Finding("Q13", "warn", "Not signed.", "Sign it."))
    message = findings_message("We will refund you.", findings)
    assert _heading(message) == "Mend 1 thing before you post this"
    for said in ("We will refund you.", "No time.", "Say by when.", "Not signed.", "Sign it."):
        assert said in shown(message.blocks)
    assert _heading(findings_message("Thanks!", ())) == "You may post this"


def test_values_are_shown_in_the_order_in_which_they_win(desk: Desk) -> None:
    values = desk.knowledge.values
    text = shown(values_message(values).blocks)
    places = [text.index(values.value(identifier).name) for identifier in values.value_order]
    assert places == sorted(places)
    assert problems(payload(values_message(values))) == ()


def test_playbooks_are_found_by_words_and_counted(desk: Desk) -> None:
    found = desk.playbooks("coach")
    message = playbooks_message(found, "coach")
    assert _heading(message).endswith("about “coach”")
    assert all(playbook.id in shown(message.blocks) for playbook in found)
    everything = desk.playbooks("") * 3
    assert f"and {len(everything) - 25} more" in shown(playbooks_message(everything).blocks)
    assert problems(payload(playbooks_message(everything))) == ()
    assert _heading(playbooks_message((), "zzz")) == "No playbook about “zzz”"


def test_every_holding_line_can_be_copied_and_has_its_count(desk: Desk) -> None:
    drafts = desk.holding(Ask("", "x"))
    message = holding_message(drafts)
    for place, draft in enumerate(drafts):
        assert block(message.blocks, f"line_{place}")["elements"][0]["elements"][0]["text"] == draft.text
        assert f"{draft.count} / 280 for X" in shown(message.blocks)
    assert problems(payload(message)) == ()


def test_may_i_is_answered_with_yes_or_with_who_may(desk: Desk) -> None:
    assert _heading(permission_message(desk.may("refund 80"))) == "Yes, you may: refund 80 USD, up to 100 USD."
    ask = permission_message(desk.may("refund 800"))
    assert _heading(ask) == "Ask first: refund 800 USD. It is for manager, who may up to 2,000 USD."
    assert "empowerment.roles.frontline.limits.refund" in shown(ask.blocks)
    assert problems(payload(ask)) == ()


def test_an_error_is_a_fixed_sentence_with_a_reference() -> None:
    message = broken_message("R-1234")
    assert message.text == f"{BROKEN} R-1234"
    assert problems(payload(message)) == ()


@given(long_texts)
@settings(max_examples=12, deadline=None)
def test_no_text_breaks_an_answer_or_becomes_markup(text: str) -> None:
    finding = Finding("Q3", "block", text, text)
    messages = (
        ask_answers(text, [Answer("guide", text, text, text, 0.9)] * 8, text),
        ask_answers(text, (), text),
        findings_message(text, [finding] * 30),
        playbooks_message((), text),
        misuse_message(text),
        broken_message(text),
        welcome_message(text),
    )
    for message in messages:
        assert problems(payload(message)) == ()
        assert "<" not in message.text
        assert markup(message.blocks) == ""
