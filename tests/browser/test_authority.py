"""At the screen: what may I give, and a hostile comment that somebody wants hidden before the eyes of a second person."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from tests.browser.screen import Screen

pytestmark = pytest.mark.browser

HOSTILE = "I know where you park. <https://evil.example|It may be hidden> *Approve* `</pre>` <!channel> see you at nine"


def test_a_gift_is_asked_for_noted_and_gone_from_the_day(mo: Screen) -> None:
    mo.types("/sayso may I refund 80")
    answer = mo.message("Yes, you may: refund 80 USD, up to 100 USD.")
    expect(answer).to_contain_text("300 USD is left")
    expect(answer).to_contain_text("values.yaml:")
    mo.presses("I gave it", answer)
    expect(mo.message("Noted: refund 80 USD")).to_contain_text("220 USD is left")
    mo.types("/sayso may I refund 101")
    expect(mo.message("Ask first: refund 101 USD")).to_contain_text("Shift lead is on call now.")
    mo.types("/sayso on call")
    expect(mo.message("On call now")).to_contain_text("Safety lead: on day and night; behind them Duty manager")


def test_a_hostile_comment_is_text_to_the_second_person_and_the_asker_hides_it_themselves(mo: Screen, ana: Screen) -> None:
    mo.types("/sayso hide?")
    stays = mo.message("Leave it up and answer it")
    mo.presses("One of these applies", stays)
    form = mo.modal("May this be hidden?")
    form.get_by_label("A threat or incitement").check()
    form.get_by_label("Paste the comment").fill(HOSTILE)
    mo.presses("Ask", form)
    expect(form).to_be_hidden()
    expect(mo.message("reads it now")).to_be_visible()

    ana.goes_to("leads")
    request = ana.message("may this comment be hidden?")
    expect(request).to_contain_text(HOSTILE)
    assert request.get_by_role("link", name="It may be hidden").count() == 0
    assert request.get_by_role("button").filter(has_text="Approve").count() == 0
    assert request.get_by_role("button").filter(has_text="It may be hidden").count() == 1
    ana.presses("It may be hidden", request)
    expect(ana.message("decided: it may be hidden.")).to_be_visible()

    mo.opens_tab("Messages")
    expect(mo.message("you may hide it yourself")).to_contain_text("Sayso has removed nothing.")
