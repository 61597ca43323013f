"""From a post in the feed to the person who has the answer, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from tests.browser.screen import Screen

pytestmark = pytest.mark.browser

PARCEL = "third parcel in a row"
QUESTION = "Do we send the present again today, or refund it?"


def test_a_post_of_the_feed_is_drafted_handed_over_taken_and_its_asker_is_told(mo: Screen, ana: Screen) -> None:
    mo.goes_to("customer-feed")
    mo.chooses_from_menu(mo.message(PARCEL), "Draft a reply")
    expect(mo.card).to_contain_text("Only visible to you")

    mo.presses("Hand over", mo.card)
    form = mo.modal("Hand over")
    form.get_by_role("combobox", name="To whom?").click()
    mo.page.get_by_role("option", name="Shift lead").click()
    form.get_by_label("What must they decide?").fill(QUESTION)
    mo.presses("Hand over", form)
    expect(mo.card).to_contain_text("Handed over to Shift lead")

    ana.goes_to("leads")
    note = ana.message(QUESTION)
    expect(note).to_contain_text(PARCEL)
    expect(note.get_by_role("link")).to_have_attribute("href", "https://x.example.com/dana_w/status/18830011")
    expect(note).not_to_contain_text("Only visible to you")
    ana.presses("I have it", note)
    expect(note).to_contain_text("@Ana has it")
    expect(note.get_by_role("button", name="I have it")).to_have_count(0)

    mo.opens_tab("Messages")
    expect(mo.message("@Ana has it")).to_contain_text(PARCEL)
