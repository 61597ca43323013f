"""`/reply`: the card, private, at once; and its buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.slack.conversation import FEED, GENERAL, LEADS, RANDOM, Person, button, labels, said

if TYPE_CHECKING:
    from bot.emulator.local import LocalSlack

BAG = "my bag came off the belt in two pieces and the desk says fill in a form"
FIRE = "the fryer I bought caught fire and my son burnt his hand"


def reply_of(card: dict[str, object]) -> str:
    text = str(card["text"])
    return text.split("Reply: ", 1)[1].rsplit(" (", 1)[0]


def test_a_pasted_post_is_answered_privately_at_once(mo: Person, ana: Person) -> None:
    assert mo.types(f"/reply {BAG}")["ok"]
    card = mo.card(GENERAL)
    assert card["ephemeral"]
    assert card["text"].startswith("Go: you can answer this yourself. First line due by ")
    assert reply_of(card).endswith("^Mo")
    assert not [message for message in ana.messages() if "Reply: " in said(message)]


def test_it_works_where_the_app_is_no_member(mo: Person) -> None:
    mo.types(f"/reply {BAG}", RANDOM)
    assert mo.card(RANDOM)["ephemeral"]


def test_a_held_post_says_who_has_it_and_hands_over_first(mo: Person) -> None:
    mo.types(f"/reply {FIRE}")
    card = mo.card()
    assert card["text"].startswith("Hold: post ")
    assert labels(card)[0] == "Hand over"


def test_the_card_has_every_button(mo: Person) -> None:
    mo.types(f"/reply {BAG}")
    card = mo.card()
    assert {"I posted it", "Edit", "Hand over", "Another version", "Shorter", "Holding line", "Other playbook"} <= set(
        labels(card)
    )
    assert any(element["type"] == "feedback_buttons" for block in card["blocks"] for element in block.get("elements", ()))


@pytest.mark.parametrize("label", ["Another version", "Shorter", "Holding line"])
def test_a_button_puts_another_reply_into_the_same_card(mo: Person, label: str) -> None:
    mo.types(f"/reply {BAG}")
    before = mo.card()
    mo.presses(label, before)
    after = mo.slack.wait(
        lambda: next((m for m in mo.messages(GENERAL) if "Reply: " in m["text"] and m["text"] != before["text"]), None)
    )
    assert reply_of(after) != reply_of(before)
    assert len([message for message in mo.messages(GENERAL) if "Reply: " in message["text"]]) == 1


def test_own_words_that_block_keep_the_form_open_with_the_mend(mo: Person) -> None:
    mo.types(f"/reply {BAG}")
    card = mo.card()
    mo.presses("Edit", card)
    form = mo.modal("Edit the reply")
    mo.submits(form, words="Call me on 555 010 9999, I'll refund 5000 dollars. ^Mo")
    open_still = mo.modal("Edit the reply")
    assert "words" in open_still["errors"]
    assert open_still["errors"]["words"]
    better = "Your bag is ours to put right. I've opened a claim in my name and I'll write here within 4 hours. ^Mo"
    mo.submits(open_still, words=better)
    edited = mo.waits_for(better, GENERAL)
    assert edited["ephemeral"]
    assert not mo.sees()["modals"]


def test_another_playbook_is_chosen_with_its_reason(mo: Person) -> None:
    mo.types(f"/reply {BAG}")
    before = mo.card()
    mo.presses("Other playbook", before)
    form = mo.modal("Other playbook")
    options = form["blocks"][0]["element"]["options"]
    assert all("% sure" in option["description"]["text"] for option in options)
    mo.submits(form, which=options[0]["value"])
    after = mo.waits_for(options[0]["value"], GENERAL)
    assert reply_of(after) != reply_of(before)


def test_a_posted_reply_keeps_its_link(mo: Person) -> None:
    mo.types(f"/reply {BAG}")
    mo.presses("I posted it", mo.card())
    mo.submits(mo.modal("I posted it"), link="https://x.com/us/2")
    posted = mo.waits_for("https://x.com/us/2", GENERAL)
    assert "Another version" not in labels(posted)


def test_a_hand_over_reaches_the_contact_with_all_they_need(mo: Person, ana: Person) -> None:
    mo.types(f"/reply {FIRE}")
    mo.presses("Hand over", mo.card())
    form = mo.modal("Hand over")
    mo.submits(form, question="May we say that we collect it?")
    note = ana.waits_for("May we say that we collect it?")
    assert not note["ephemeral"]
    assert FIRE in said(note)
    assert not [
        message for message in mo.messages() if "May we say that we collect it?" in said(message) and not message["ephemeral"]
    ]
    assert "Handed" in said(mo.waits_for("Handed", GENERAL))
    ana.presses("I have it", note)
    assert "Ana" in said(mo.waits_for("has it", mo.dm())) or "<@U0ANA>" in said(mo.waits_for("has it", mo.dm()))


def test_a_thumb_down_asks_why(mo: Person) -> None:
    mo.types(f"/reply {BAG}")
    card = mo.card()
    thumbs, block = next(
        (element, block)
        for block in card["blocks"]
        for element in block.get("elements", ())
        if element["type"] == "feedback_buttons"
    )
    mo.slack.do(
        "press",
        user=mo.user,
        where={"message": {"channel": card["channel"], "ts": card["ts"]}},
        action={
            "block_id": block["block_id"],
            "action_id": thumbs["action_id"],
            "type": "feedback_buttons",
            "value": thumbs["negative_button"]["value"],
        },
    )
    assert mo.submits(mo.modal("What was not right?"), why="too long")["ok"]


def test_alone_it_opens_a_form_and_answers_where_it_was_typed(mo: Person) -> None:
    mo.types("/reply")
    form = mo.modal("Draft a reply")
    mo.submits(form, post=BAG, channel="google_review", sign_as="Mo B.", followers="120", know="bag tag 12")
    card = mo.card(GENERAL)
    assert card["ephemeral"]
    assert "Google review" in said(card)
    assert "Mo B." in reply_of(card)


def test_an_empty_post_keeps_the_form_open(mo: Person) -> None:
    mo.types("/reply")
    answer = mo.submits(mo.modal("Draft a reply"), post="​ ​")
    assert "post" in (answer.get("errors") or mo.modal("Draft a reply")["errors"])


def test_the_shortcut_answers_in_the_form_itself(mo: Person) -> None:
    mo.slack.do("shortcut", user=mo.user, callback_id="draft_a_reply")
    mo.submits(mo.modal("Draft a reply"), post=BAG)
    card = mo.modal("Your draft")
    mo.presses("Shorter", card)
    shorter = mo.slack.wait(lambda: next((m for m in mo.sees()["modals"] if m["blocks"] != card["blocks"]), None))
    assert button("Edit", shorter)


def test_a_message_of_the_feed_keeps_its_link(mo: Person, slack: LocalSlack) -> None:
    post = mo.messages(FEED)[0]
    slack.do("message_shortcut", user=mo.user, callback_id="draft_a_reply_to_message", channel=FEED, ts=post["ts"])
    card = mo.card(FEED)
    assert card["ephemeral"]
    mo.presses("Hand over", card)
    mo.submits(mo.modal("Hand over"), contact="shift_lead", question="What now?")
    note = Person(slack, "U0ANA").waits_for("What now?", LEADS)
    link = next(word for word in said(post).split() if "http" in word).strip("<>|")
    assert link.split("|")[0] in said(note)


def test_drafts_are_found_again_on_home(mo: Person) -> None:
    mo.types(f"/reply {BAG}")
    mo.card(GENERAL)
    mo.slack.do("reload", user=mo.user)
    assert not [message for message in mo.messages(GENERAL) if message["ephemeral"]]
    mo.slack.do("open_home", user=mo.user, tab="home")
    home = mo.slack.wait(lambda: mo.sees()["home"], what="Home")
    mo.presses("Open", home)
    assert "Reply" in str(mo.modal("Your draft")["blocks"]) or button("Edit", mo.modal("Your draft"))
