"""The card, read as a person reads it: from the top, on one screen."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings

from bot.kept import Brief
from bot.model import Ask, Finding, ValueCited
from bot.slack import ids
from bot.slack.blocks.card import card_message, card_view, shared_message
from bot.slack.blocks.forms import read_ticks
from bot.slack.blocks.parts import SCREEN
from bot.slack.blocks.phone import total
from bot.slack.blocks.why import PICK
from bot.slack.carry import unpacked
from bot.slack.limits import problems
from tests.slack.hostile import long_texts
from tests.slack.sample import (
    GO,
    HOLD,
    NONE,
    TELL,
    actions,
    block,
    card_for,
    elements,
    markup,
    note_for,
    payload,
    shown,
    texts,
    undecided,
    with_text,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from bot.desk import Desk
    from bot.kept import Card

POSTS = (GO, TELL, HOLD, NONE)
_BLOCKING = Finding("Q3", "block", "It promises without a time.", "Say by when.")
_quick = settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def _heading(card: Card, **more: Any) -> str:
    return str(block(card_message(card, **more).blocks, "verdict")["text"]["text"])


def _order(card: Card) -> list[str]:
    return [one["block_id"] for one in card_message(card).blocks]


def _whole(card: Card) -> list[dict[str, Any]]:
    """The card with nothing left out, as it opens from Home."""
    return list(card_view(card, "{}")["blocks"])


def test_the_card_opens_with_the_verdict_and_the_clock_where_the_asker_is(desk: Desk) -> None:
    assert _heading(card_for(desk, GO)) == "Go: answer this yourself by 17:02"
    assert _heading(card_for(desk, TELL)) == "Go by 14:02, and tell Shift lead"
    assert _heading(card_for(desk, HOLD)) == "Hold: post this line by 13:17"
    assert "Safety lead has it. \nRed flags: \nfood health" in shown(block(card_message(card_for(desk, HOLD)).blocks, "flags"))


def test_the_full_view_and_a_screen_reader_have_the_verdict_in_whole_sentences(desk: Desk) -> None:
    for post, said in (
        (GO, "Go: you can answer this yourself. First line due by 17:02."),
        (TELL, "Go, and tell Shift lead. First line due by 14:02."),
        (HOLD, "Hold: post this line; Safety lead has it. First line due by 13:17."),
    ):
        card = card_for(desk, post)
        assert block(_whole(card), "verdict")["text"]["text"] == said
        assert card_message(card).text.startswith(said)


def test_the_clock_runs_from_when_the_draft_was_made_and_says_when_it_is_late(desk: Desk) -> None:
    assert "by 13:17" in _heading(card_for(desk, HOLD, minutes_later=10))
    late = card_for(desk, HOLD, minutes_later=27)
    assert _heading(late) == "Hold: post it now, 12 minutes late"
    assert "Late: the first line was due at 13:17, 12 minutes ago." in card_message(late).text


def test_the_clock_names_the_day_when_it_is_not_today(desk: Desk) -> None:
    card = card_for(desk, GO)
    card = replace(card, kept=replace(card.kept, made=card.kept.made + timedelta(hours=8)))
    assert _heading(card) == "Go: answer it by 01:02 tomorrow"


@pytest.mark.parametrize("post", POSTS)
def test_a_screen_reader_hears_the_verdict_and_then_the_reply(desk: Desk, post: str) -> None:
    card = card_for(desk, post)
    before, _, after = card_message(card).text.partition("Reply: ")
    assert before.strip() == block(_whole(card), "verdict")["text"]["text"]
    assert after.startswith(card.draft.text[:20])


@pytest.mark.parametrize("post", POSTS)
def test_slack_takes_every_card_as_a_message_and_as_a_modal(desk: Desk, post: str) -> None:
    card = card_for(desk, post)
    assert problems(payload(card_message(card, share=True))) == ()
    assert problems(card_view(card, "{}")) == ()


@pytest.mark.parametrize("post", POSTS)
def test_the_parts_stand_in_the_order_in_which_they_are_needed(desk: Desk, post: str) -> None:
    wanted = ["verdict", "flags", "reply", "count", "findings_block", "you_may", "do_now", "why", "steps", "changes", "feedback"]
    order = [one.partition(":")[0] for one in _order(card_for(desk, post))]
    assert [part for part in order if part in wanted] == [part for part in wanted if part in order]


@pytest.mark.parametrize("post", POSTS)
def test_nothing_of_the_design_is_missing_on_a_phone(desk: Desk, post: str) -> None:
    order = {one.partition(":")[0] for one in _order(card_for(desk, post))}
    assert {"verdict", "reply", "count", "you_may", "do_now", "why", "steps", "changes", "feedback"} <= order


@pytest.mark.parametrize("post", POSTS)
def test_the_card_is_one_screen_of_a_phone(desk: Desk, post: str) -> None:
    assert total(card_message(card_for(desk, post), share=True).blocks) <= SCREEN


def test_the_reply_is_ready_to_copy_with_its_count(desk: Desk) -> None:
    card = card_for(desk, GO)
    message = card_message(card)
    copied = block(message.blocks, "reply")["elements"][0]
    assert copied["type"] == "rich_text_preformatted"
    assert copied["elements"] == [{"type": "text", "text": card.draft.text}]
    assert block(message.blocks, "count")["elements"][0]["text"] == f"To “my train was canc…” · {card.draft.count} / 280 for X"


def test_what_is_still_open_is_in_view(desk: Desk) -> None:
    card = with_text(card_for(desk, GO), "Sorry. [add: time] and [add: booking code] and [add: time].")
    card = replace(card, draft=replace(card.draft, ready=False))
    count = block(card_message(card).blocks, "count")["elements"][0]["text"]
    assert "fill in first: time, booking code" in count


def test_you_may_comes_with_this_persons_amounts_and_the_backing(desk: Desk) -> None:
    card = card_for(desk, GO)
    phone, whole = shown(card_message(card).blocks), shown(_whole(card))
    assert "You may" in phone
    assert "move them to the next service with space; give a meal or a bed" in phone.replace("\n", "")
    assert "up to 150 USD" in phone
    assert "You are covered" in phone
    assert all(remedy.text in whole for remedy in card.advice.authority.may)
    assert card.advice.authority.backing in whole


def test_the_first_actions_can_be_ticked_and_stay_ticked(desk: Desk) -> None:
    card = card_for(desk, GO, ticked=(0, 3))
    do_now = block(card_message(card).blocks, ids.DO_NOW)
    (boxes,) = do_now["elements"]
    assert boxes["action_id"] == ids.DO_NOW
    assert read_ticks({"block_id": do_now["block_id"]})[0] == "d1"
    assert [choice["value"] for choice in boxes["initial_options"]] == ["0"]
    more = len(card.advice.authority.actions) - len(boxes["options"])
    assert f"(and {more} more in My drafts)" in shown(card_message(card).blocks)


def test_all_actions_can_be_ticked_in_the_full_view_and_each_is_told_whole(desk: Desk) -> None:
    card = card_for(desk, HOLD, ticked=(0, 3))
    boxes = block(_whole(card), ids.DO_NOW)["accessory"]
    told = [f"{one['text']['text']} {one.get('description', {}).get('text', '')}".strip() for one in boxes["options"]]
    assert told == [*card.advice.authority.actions]
    assert [choice["value"] for choice in boxes["initial_options"]] == ["0", "3"]


def test_why_names_the_playbook_its_version_how_sure_and_the_values(desk: Desk) -> None:
    card = card_for(desk, HOLD)
    for text in (shown(card_message(card).blocks), shown(_whole(card))):
        first = card.advice.matches.first
        assert f"{first.playbook}@{card.advice.playbook_version}" in text
        assert f"{first.score:.0%} sure" in text
        assert "People before policy" in text


def test_no_playbook_is_named_when_none_fits(desk: Desk) -> None:
    text = shown(card_message(card_for(desk, NONE)).blocks)
    assert "none is named" in text
    assert "unknown-fallback" not in text


def test_two_playbooks_that_fit_about_as_well_can_be_chosen_from(desk: Desk) -> None:
    card = undecided(card_for(desk, TELL))
    candidates = [element for element in elements(_whole(card)) if element["action_id"].startswith(PICK)]
    assert [unpacked(element["value"]) for element in candidates] == [
        {"draft": "d1", "playbook": match.playbook} for match in card.advice.matches.ranked[:2]
    ]
    chosen = undecided(card_for(desk, TELL, ask=Ask(TELL, playbook=card.advice.matches.ranked[1].playbook)))
    assert not [action for action in actions(_whole(chosen)) if action.startswith(PICK)]


def test_a_phone_names_the_other_playbook_beside_the_reply(desk: Desk) -> None:
    card = undecided(card_for(desk, TELL))
    other = card.advice.matches.ranked[1].title
    assert other in shown(card_message(card).blocks)
    short = card_message(with_text(card, "We are on it. ^Mo")).blocks
    picks = [element for element in elements(short) if element["action_id"].startswith(PICK)]
    assert [unpacked(element["value"])["playbook"] for element in picks] == [card.advice.matches.ranked[1].playbook]


def test_every_finding_has_its_mend_and_a_blocking_one_takes_away_ready(desk: Desk) -> None:
    card = replace(card_for(desk, GO), findings=(_BLOCKING, *card_for(desk, GO).findings))
    message = card_message(card)
    assert "Say by when." in shown(block(message.blocks, "findings_block"))
    assert "not ready" in block(message.blocks, "count")["elements"][0]["text"]
    assert _primary(message.blocks) == [ids.EDIT]
    for said in ("Mend before you post", "It promises without a time.", "Say by when.", card.findings[1].mend):
        assert said in shown(_whole(card))


def test_what_could_be_better_stands_below_the_reply(desk: Desk) -> None:
    card = card_for(desk, NONE)
    (finding, *_) = card.findings
    assert finding.mend.lower() in shown(block(card_message(card).blocks, "count")).lower()


def _primary(blocks: Any) -> list[str]:
    return [element["action_id"] for element in elements(blocks) if element.get("style") == "primary"]


def test_the_main_button_is_what_to_do_next(desk: Desk) -> None:
    assert _primary(card_message(card_for(desk, GO)).blocks) == [ids.POSTED]
    assert _primary(card_message(card_for(desk, HOLD)).blocks) == [ids.HAND_OVER]


def test_an_open_card_has_all_its_buttons_and_each_carries_the_draft(desk: Desk) -> None:
    buttons = {element["action_id"]: element for element in elements(card_message(card_for(desk, GO)).blocks)}
    for action in (ids.POSTED, ids.EDIT, ids.HAND_OVER, ids.ANOTHER, ids.SHORTER, ids.HOLDING, ids.PLAYBOOK):
        assert buttons[action]["value"] == "d1"
    thumbs = buttons[ids.FEEDBACK]
    assert unpacked(thumbs["positive_button"]["value"]) == {"draft": "d1", "good": "true"}
    assert unpacked(thumbs["negative_button"]["value"]) == {"draft": "d1", "good": "false"}


def test_sharing_is_offered_only_where_it_was_asked_for(desk: Desk) -> None:
    card = card_for(desk, GO)
    assert ids.SHARE not in actions(card_message(card).blocks)
    assert ids.SHARE in actions(card_message(card, share=True).blocks)


def test_what_is_shared_is_the_reply_alone(desk: Desk) -> None:
    card = card_for(desk, GO, brief=Brief(know="the driver was ill"))
    message = shared_message(card)
    assert card.draft.text in shown(message.blocks)
    assert "driver" not in shown(message.blocks)
    assert GO not in shown(message.blocks)
    assert actions(message.blocks) == []
    assert problems(payload(message)) == ()


def test_a_posted_card_says_when_and_where_and_has_fewer_buttons(desk: Desk) -> None:
    card = card_for(desk, GO, state="posted", posted_link="https://x.com/us/status/2")
    message = card_message(card)
    assert _heading(card) == "Posted by you, 13:02."
    assert block(message.blocks, "state")["elements"][0]["elements"][1]["url"] == "https://x.com/us/status/2"
    assert [action for action in actions(message.blocks) if action != ids.FEEDBACK] == [ids.HAND_OVER]
    assert problems(payload(message)) == ()


def test_a_card_that_was_handed_over_says_who_has_it(desk: Desk) -> None:
    card = card_for(desk, HOLD, state="handed_over")
    asked = note_for(desk, card)
    assert _heading(card, given=asked) == "Handed over to Safety lead; an answer is due by 13:17."
    taken = note_for(desk, card, taken_by="U0LEE", taken_at=card.now)
    message = card_message(card, given=taken)
    assert _heading(card, given=taken) == "Handed over: Safety lead has it."
    assert block(message.blocks, "state")["elements"][0]["elements"][0] == {"type": "user", "user_id": "U0LEE"}
    assert ids.HAND_OVER not in actions(message.blocks)


def test_what_could_not_be_done_is_said_at_the_top(desk: Desk) -> None:
    card = replace(card_for(desk, GO), note="This is the shortest approved reply already.")
    assert _order(card)[1] == "note"
    assert card.note in card_message(card).text


def test_the_least_needed_parts_go_first_and_the_reply_and_the_buttons_never(desk: Desk) -> None:
    card = card_for(desk, HOLD)
    much = tuple(f"{number} " + "much to mind " * 90 for number in range(5))
    advice = replace(
        card.advice,
        onlooker="onlooker " * 400,
        reading=replace(card.advice.reading, why=much),
        authority=replace(card.advice.authority, cautions=much, backing="backing " * 300, stake="stake " * 300),
        values=tuple(ValueCited(f"v{number}", "A value " * 20, "") for number in range(50)),
    )
    message = card_message(replace(card, advice=advice, findings=card.findings * 200))
    order = [one["block_id"] for one in message.blocks]
    assert not {"onlooker", "reasons", "cautions", "stake"} & set(order)
    assert {"verdict", "reply", "count", "steps", "changes"} <= set(order)
    assert problems(payload(message)) == ()
    view = card_view(replace(card, advice=advice), "{}")
    assert problems(view) == ()


def _hostile_everywhere(card: Card, text: str) -> Card:
    """A card in which every word that is not our own is `text`."""
    kept = replace(card.kept, ask=replace(card.kept.ask, text=text), text=text, own_words=True, posted_link=text)
    matches = tuple(replace(match, title=text, drawn_by=text) for match in card.advice.matches.ranked)
    authority = replace(
        card.advice.authority,
        may=tuple(replace(remedy, text=text) for remedy in card.advice.authority.may),
        tell=tuple(replace(tell, name=text, why=text) for tell in card.advice.authority.tell),
        actions=(text,) * 12,
        cautions=(text,) * 3,
        backing=text,
        stake=text,
    )
    reading = replace(card.advice.reading, why=(text,), flags=tuple(replace(flag, id=text) for flag in card.advice.reading.flags))
    advice = replace(
        card.advice,
        matches=replace(card.advice.matches, ranked=matches),
        authority=authority,
        reading=reading,
        onlooker=text,
        holding=replace(card.advice.holding, text=f"{text}!"),
    )
    finding = replace(_BLOCKING, message=text, mend=text)
    return replace(card, kept=kept, advice=advice, draft=replace(card.draft, text=text), findings=(finding,), note=text)


def _check_hostile(card: Card, text: str) -> None:
    hostile = _hostile_everywhere(card, text)
    for state in ("open", "posted", "handed_over"):
        card = replace(hostile, kept=replace(hostile.kept, state=state))
        message = card_message(card, share=True)
        assert problems(payload(message)) == ()
        assert problems(card_view(card, "{}")) == ()
        assert "<" not in message.text
        assert "<" not in markup(message.blocks)
        json.dumps(payload(message)).encode()


@given(long_texts)
@_quick
def test_no_text_of_anybody_breaks_the_card_or_becomes_markup(desk: Desk, text: str) -> None:
    _check_hostile(card_for(desk, TELL), text)


def test_every_known_hazard_is_only_ever_shown_as_text(desk: Desk, shared_data: Callable[[str], Path]) -> None:
    card = card_for(desk, TELL)
    hazards = [row["text"] for row in json.loads((shared_data("slack-mrkdwn-hazards") / "hazards.json").read_text())]
    naughty = json.loads(shared_data("blns.json").read_text())
    for text in (*hazards, *naughty[::25]):
        _check_hostile(card, text)


def test_of_the_customers_words_the_card_shows_the_first_few_to_be_told_apart(desk: Desk) -> None:
    message = card_message(card_for(desk, HOLD))
    assert block(message.blocks, "count")["elements"][0]["text"].startswith("To “Your lasagne gave…” · ")
    assert block(message.blocks, "count")["elements"][0]["type"] == "plain_text"
    assert "my daughter" not in shown(message.blocks)
    assert "lasagne gave" not in message.text


def test_block_ids_do_not_change_when_the_reply_does(desk: Desk) -> None:
    card = card_for(desk, GO)
    assert _order(card) == _order(with_text(card, card.draft.text))


def test_only_our_own_labels_are_markup(desk: Desk) -> None:
    kinds = {kind for kind, text in texts(list(card_message(card_for(desk, GO)).blocks)) if kind == "mrkdwn"}
    assert kinds <= {"mrkdwn"}
    assert markup(_whole(card_for(desk, GO))) == "*Do now*\n*Why*"
