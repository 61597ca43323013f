"""Home: a newcomer knows what to do, and drafts are found again."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings

from bot.slack import ids
from bot.slack.blocks.home import SHOWN, home_view
from bot.slack.limits import problems
from tests.slack.hostile import long_texts
from tests.slack.sample import GO, HOLD, actions, card_for, elements, markup, shown

if TYPE_CHECKING:
    from bot.desk import Desk


def test_a_newcomer_reads_what_to_do_first(desk: Desk) -> None:
    view = home_view((), card_for(desk, GO).now, "Mo")
    assert actions(view) == [ids.OPEN_FORM]
    assert "Hello Mo" in shown(view)
    assert "/reply" in shown(view)
    assert problems(view) == ()
    assert problems(home_view((), card_for(desk, GO).now)) == ()


def test_each_draft_shows_its_state_its_post_its_channel_its_age_and_opens(desk: Desk) -> None:
    card = card_for(desk, HOLD, minutes_later=130)
    drafts = (card.kept, replace(card.kept, id="d2", state="posted"), replace(card.kept, id="d3", state="handed_over"))
    view = home_view(drafts, card.now, "Mo")
    text = shown(view)
    assert "On hold · X · 2 hours ago, 13:02\n“Your lasagne gave" in text
    assert text.index("On hold") < text.index("Posted") < text.index("Handed over")
    opened = [element["value"] for element in elements(view) if element["action_id"] == ids.OPEN_DRAFT]
    assert opened == ["d1", "d2", "d3"]


def test_what_was_just_made_is_just_now(desk: Desk) -> None:
    card = card_for(desk, GO)
    assert "just now" in shown(home_view((card.kept,), card.now))
    assert "just now" in shown(home_view((card.kept,), card.now - timedelta(seconds=5)))


def test_many_drafts_fit_and_the_rest_is_counted(desk: Desk) -> None:
    card = card_for(desk, GO)
    view = home_view(tuple(replace(card.kept, id=f"d{number}") for number in range(SHOWN + 7)), card.now)
    assert "and 7 older drafts" in shown(view)
    assert problems(view) == ()


@given(long_texts)
@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_post_breaks_home_or_becomes_markup(desk: Desk, text: str) -> None:
    card = card_for(desk, GO)
    kept = replace(card.kept, ask=replace(card.kept.ask, text=text, channel=text))
    view = home_view((kept,), card.now, text)
    assert problems(view) == ()
    assert problems(home_view((), card.now, text)) == ()
    assert "<" not in markup(view)
