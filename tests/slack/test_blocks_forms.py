"""The forms: the needed first, nothing to fill in twice, and Slack takes each of them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from hypothesis import HealthCheck, given, settings

from bot.model import Ask, Finding
from bot.slack import ids
from bot.slack.blocks import forms
from bot.slack.blocks.card import card_message
from bot.slack.carry import tagged
from bot.slack.limits import problems
from tests.slack.hostile import long_texts
from tests.slack.sample import GO, HOLD, NONE, TELL, block, card_for, markup, shown, with_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.desk import Desk
    from bot.kept import Card

CONTACTS = (("safety", "Safety lead"), ("legal", "Legal team"))
POSTERS_OF_THE_FLOW = {"customer", "relative", "bystander", "employee", "press"}


def _reply_form(desk: Desk, **given: Any) -> dict[str, Any]:
    return forms.reply_form(desk.knowledge.values, metadata="{}", **given)


def _all(desk: Desk, card: Card) -> Iterator[dict[str, Any]]:
    yield _reply_form(desk, post=card.draft.text, link=card.draft.text, handle=card.draft.text, sign_as=card.draft.text)
    yield forms.edit_form(card, metadata="{}")
    yield forms.posted_form(card, metadata="{}")
    yield forms.playbook_form(card, metadata="{}")
    yield forms.hand_over_form(card, CONTACTS, metadata="{}")
    yield forms.feedback_form(metadata="{}")


def _fields(view: dict[str, Any]) -> list[str]:
    return [one["block_id"] for one in view["blocks"] if one["type"] == "input"]


def _element(view: dict[str, Any], field: str) -> dict[str, Any]:
    element: dict[str, Any] = block(view, field)["element"]
    return element


def test_slack_takes_every_form_for_every_kind_of_card(desk: Desk) -> None:
    for post in (GO, TELL, HOLD, NONE):
        for view in _all(desk, card_for(desk, post)):
            assert problems(view) == ()


@given(long_texts)
@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_text_breaks_a_form_or_becomes_markup(desk: Desk, text: str) -> None:
    card = with_text(card_for(desk, TELL), text)
    matches = tuple(replace(match, title=text, drawn_by=text) for match in card.advice.matches.ranked)
    card = replace(card, advice=replace(card.advice, matches=replace(card.advice.matches, ranked=matches)))
    for view in _all(desk, card):
        assert problems(view) == ()
        assert "<" not in markup(view)


def test_a_field_is_found_under_one_word(desk: Desk) -> None:
    for view in _all(desk, card_for(desk, GO)):
        for field in _fields(view):
            assert _element(view, field)["action_id"] == field


def test_a_request_needs_only_the_post_and_the_channel(desk: Desk) -> None:
    view = _reply_form(desk)
    needed = [one["block_id"] for one in view["blocks"] if one["type"] == "input" and not one["optional"]]
    assert needed == [ids.POST, ids.CHANNEL]
    assert _fields(view)[:2] == needed
    assert set(_fields(view)) == {
        ids.POST,
        ids.CHANNEL,
        ids.SIGN_AS,
        ids.LINK,
        ids.POSTER,
        ids.HANDLE,
        ids.FOLLOWERS,
        ids.CHECKED,
        ids.KNOW,
        ids.DONE,
    }


def test_every_channel_of_the_company_is_offered_and_the_usual_one_chosen(desk: Desk) -> None:
    element = _element(_reply_form(desk, channel="facebook"), ids.CHANNEL)
    assert [choice["value"] for choice in element["options"]] == list(desk.knowledge.values.channels)
    assert element["initial_option"]["value"] == "facebook"


def test_who_writes_is_left_to_the_words_unless_it_is_said(desk: Desk) -> None:
    element = _element(_reply_form(desk), ids.POSTER)
    assert {choice["value"] for choice in element["options"]} == POSTERS_OF_THE_FLOW
    assert "initial_option" not in element
    assert desk.reply(Ask(GO, poster="press")).reading.poster == "press"


def test_what_was_found_in_a_message_stands_in_the_form(desk: Desk) -> None:
    view = _reply_form(desk, post=GO, link="https://x.com/a/status/1", sign_as="Mo")
    assert _element(view, ids.POST)["initial_value"] == GO
    assert _element(view, ids.LINK)["initial_value"] == "https://x.com/a/status/1"
    assert _element(view, ids.SIGN_AS)["initial_value"] == "Mo"
    assert "initial_value" not in _element(_reply_form(desk, link="no link"), ids.LINK)


def test_editing_begins_with_the_reply_its_count_and_its_findings(desk: Desk) -> None:
    card = replace(card_for(desk, GO), findings=(Finding("Q3", "block", "It promises without a time.", "Say by when."),))
    view = forms.edit_form(card, metadata="m")
    assert _element(view, ids.WORDS)["initial_value"] == card.draft.text
    assert f"{card.draft.count} / 280 for X" in block(view, ids.WORDS)["hint"]["text"]
    assert shown(view["blocks"]).index("Say by when.") < shown(view["blocks"]).index("Your reply")
    assert view["private_metadata"] == "m"


def test_the_link_to_what_was_posted_can_be_left_out(desk: Desk) -> None:
    assert block(forms.posted_form(card_for(desk, GO), metadata="{}"), ids.LINK)["optional"] is True


def test_other_playbooks_come_with_their_reasons_and_without_the_one_in_use(desk: Desk) -> None:
    card = card_for(desk, HOLD)
    options = _element(forms.playbook_form(card, metadata="{}"), ids.WHICH)["options"]
    assert [choice["value"] for choice in options] == [match.playbook for match in card.advice.matches.ranked[1:]]
    other = card.advice.matches.ranked[1]
    assert f"{other.score:.0%} sure, like “{other.drawn_by[:12]}" in options[0]["description"]["text"]


def test_when_no_other_playbook_comes_near_the_form_says_so(desk: Desk) -> None:
    card = card_for(desk, GO)
    first = replace(card.advice.matches, ranked=card.advice.matches.ranked[:1])
    view = forms.playbook_form(replace(card, advice=replace(card.advice, matches=first)), metadata="{}")
    assert _fields(view) == []
    assert "submit" not in view
    assert problems(view) == ()


def test_a_hand_over_goes_to_the_owner_unless_another_is_chosen(desk: Desk) -> None:
    view = forms.hand_over_form(card_for(desk, HOLD), CONTACTS, metadata="{}")
    assert _element(view, ids.CONTACT)["initial_option"]["value"] == "safety"
    assert _element(view, ids.QUESTION)["initial_value"] == forms.QUESTION
    assert "nothing is posted yet" in shown(view["blocks"])
    posted = forms.hand_over_form(card_for(desk, HOLD, state="posted"), CONTACTS, metadata="{}")
    assert "the reply is posted" in shown(posted["blocks"])


def test_ticked_boxes_are_read_with_their_draft_even_when_none_is_ticked() -> None:
    ticked = {"block_id": tagged(ids.DO_NOW, "d1"), "selected_options": [{"value": "0"}, {"value": "2"}]}
    assert forms.read_ticks(ticked) == ("d1", (0, 2), None)
    assert forms.read_ticks({**ticked, "selected_options": []}) == ("d1", (), None)
    assert forms.read_ticks({"block_id": "x", "selected_options": [{"value": "²"}]}) == ("", (), None)


def test_boxes_on_a_phone_say_how_many_actions_they_stand_for(desk: Desk) -> None:
    card = card_for(desk, GO)
    boxes = next(one for one in card_message(card).blocks if one["block_id"].startswith(ids.DO_NOW))
    shown = len(boxes["elements"][0]["options"])
    assert forms.read_ticks({"block_id": boxes["block_id"]}) == (card.kept.id, (), shown)
    assert shown < len(card.advice.authority.actions)
