"""One conversation for each place in our code that sends, and who sees what comes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.slack.conversation import ANA, GENERAL, LEADS, LEE, MO, Person
from tests.slack.pairs_paths import PAIRS
from tests.slack.seeing import BAG, DUTY, EVERYBODY, SAFETY, card, handed_over, leave, reached, seers
from tests.slack.sent import sent

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.emulator.local import LocalSlack


def a_verb_is_answered(slack: LocalSlack, mo: Person, ana: Person) -> None:
    mo.types("/sayso values")
    assert reached(slack, "Our values") == {MO}


def a_card_is_shown(slack: LocalSlack, mo: Person, ana: Person) -> None:
    mo.types(f"/reply {BAG}")
    assert reached(slack, "Reply: ") == {MO}


def a_card_stands_in_a_modal(slack: LocalSlack, mo: Person, ana: Person) -> None:
    mo.slack.do("shortcut", user=MO, callback_id="draft_a_reply")
    mo.submits(mo.modal("Draft a reply"), post=BAG)
    mo.presses("Holding line", mo.modal("Your draft"))
    slack.wait(lambda: any(one.title == "views.update" for one in sent(slack)), what="the modal to change")
    assert reached(slack, "Your draft") == {MO}


def a_failure_is_told(slack: LocalSlack, mo: Person, ana: Person) -> None:
    mo.types("/sayso may I give 80")
    assert reached(slack, "Say what you would like to give") == {MO}


def home_is_shown(slack: LocalSlack, mo: Person, ana: Person) -> None:
    mo.slack.do("open_home", user=MO, tab="home")
    assert reached(slack, "'home'") == {MO}


def a_reply_is_shared(slack: LocalSlack, mo: Person, ana: Person) -> None:
    mo.types(f"@Sayso {BAG}")
    asked = mo.card(GENERAL)
    assert seers(slack, "Reply: ") == {MO}
    mo.presses("Share here", asked)
    assert reached(slack, "shares a reply") == EVERYBODY


def a_note_goes_to_the_contact(slack: LocalSlack, mo: Person, ana: Person) -> None:
    handed_over(mo)
    assert reached(slack, "May we collect it?") == {ANA, LEE}


def nobody_is_reached(slack: LocalSlack, mo: Person, ana: Person) -> None:
    leave(slack, SAFETY, DUTY)
    handed_over(mo)
    assert reached(slack, "did not reach Safety lead and Duty manager") == {MO}
    assert not seers(slack, "May we collect it?")


def a_note_is_taken(slack: LocalSlack, mo: Person, ana: Person) -> None:
    handed_over(mo)
    ana.presses("I have it", ana.waits_for("May we collect it?"))
    assert reached(slack, "In hand, answer due by") == {ANA, LEE}


def the_asker_hears_who_has_it(slack: LocalSlack, mo: Person, ana: Person) -> None:
    handed_over(mo)
    ana.presses("I have it", ana.waits_for("May we collect it?"))
    assert reached(slack, "It is about: ") == {MO}


def a_form_is_opened(slack: LocalSlack, mo: Person, ana: Person) -> None:
    mo.presses("Edit", card(mo))
    assert reached(slack, "Edit the reply") == {MO}


def a_thumb_down_asks_why(slack: LocalSlack, mo: Person, ana: Person) -> None:
    shown = card(mo)
    block = next(one for one in shown["blocks"] if one["block_id"] == "feedback")
    thumbs = block["elements"][0]
    action = {"block_id": "feedback", "action_id": thumbs["action_id"], "type": thumbs["type"]}
    action["value"] = thumbs["negative_button"]["value"]
    slack.do("press", user=MO, where={"message": {"channel": GENERAL, "ts": shown["ts"]}}, action=action)
    assert reached(slack, "What was not right?") == {MO}


def a_draft_is_opened_from_home(slack: LocalSlack, mo: Person, ana: Person) -> None:
    card(mo)
    slack.do("open_home", user=MO, tab="home")
    mo.presses("Open", slack.wait(lambda: mo.sees()["home"], what="Home"))
    assert reached(slack, "Your draft") == {MO}


def the_request_form_is_opened(slack: LocalSlack, mo: Person, ana: Person) -> None:
    mo.types("/reply")
    assert reached(slack, "What did they write?") == {MO}


def what_was_given_is_noted(slack: LocalSlack, mo: Person, ana: Person) -> None:
    mo.types("/sayso may I refund 80")
    mo.presses("I gave it", mo.waits_for("Yes, you may: refund 80 USD"))
    assert reached(slack, "Noted: refund 80 USD") == {MO}


def asked_to_hide(mo: Person, *, text: str = "I know where you park, see you at nine") -> None:
    mo.types("/sayso hide it is a threat")
    mo.presses("Ask a second person", mo.waits_for("It stays, unless it is this"))
    mo.submits(mo.modal("May this be hidden?"), words=text, link="https://x.com/a/9")


def the_form_of_the_closed_list_is_opened(slack: LocalSlack, mo: Person, ana: Person) -> None:
    mo.types("/sayso hide?")
    mo.presses("One of these applies", mo.waits_for("Leave it up and answer it"))
    assert reached(slack, "May this be hidden?") == {MO}


def a_second_person_is_asked(slack: LocalSlack, mo: Person, ana: Person) -> None:
    asked_to_hide(mo)
    assert reached(slack, "see you at nine") == {ANA, LEE}


def no_second_person_is_reached(slack: LocalSlack, mo: Person, ana: Person) -> None:
    leave(slack, LEADS, DUTY)
    asked_to_hide(mo)
    assert reached(slack, "Shift lead and Duty manager could not be reached") == {MO}
    assert not seers(slack, "see you at nine")


def the_asker_hears_who_reads_it(slack: LocalSlack, mo: Person, ana: Person) -> None:
    asked_to_hide(mo)
    assert reached(slack, "Shift lead reads it now") == {MO}


def the_second_person_decides(slack: LocalSlack, mo: Person, ana: Person) -> None:
    asked_to_hide(mo)
    ana.presses("It may be hidden", ana.waits_for("see you at nine"))
    assert reached(slack, "decided: it may be hidden.") == {ANA, LEE}


def the_asker_hears_what_they_may_do(slack: LocalSlack, mo: Person, ana: Person) -> None:
    asked_to_hide(mo)
    ana.presses("It may be hidden", ana.waits_for("see you at nine"))
    assert reached(slack, "you may hide it yourself") == {MO}


PATHS: dict[str, Callable[[LocalSlack, Person, Person], None]] = {
    "answering.answer_words 1": a_verb_is_answered,
    "counter.Counter.later 1": a_failure_is_told,
    "counter.Counter.show 1": a_card_stands_in_a_modal,
    "counter.Counter.show 2": a_card_is_shown,
    "events.show_home 1": home_is_shown,
    "actions._sharing.shared.share 1": a_reply_is_shared,
    "handing_over.deliver 1": a_note_goes_to_the_contact,
    "handing_over._try_backup 1": nobody_is_reached,
    "handing_over.take 1": a_note_is_taken,
    "handing_over.take 2": the_asker_hears_who_has_it,
    "actions._opening.pressed.open_it 1": a_form_is_opened,
    "actions._judging.judged.keep 1": a_thumb_down_asks_why,
    "actions._opening_draft.pressed.open_it 1": a_draft_is_opened_from_home,
    "giving.register.gave.note 1": what_was_given_is_noted,
    "hiding._opening.pressed.open_it 1": the_form_of_the_closed_list_is_opened,
    "hiding._deliver 1": no_second_person_is_reached,
    "hiding._deliver 2": a_second_person_is_asked,
    "hiding._asked 1": the_asker_hears_who_reads_it,
    "hiding._deciding.pressed.decide 1": the_second_person_decides,
    "hiding._deciding.pressed.decide 2": the_asker_hears_what_they_may_do,
    "commands.open_reply_form 1": the_request_form_is_opened,
    **PAIRS,
}
"""By the name of the place: file, functions around it, and its number among those of the same function."""
