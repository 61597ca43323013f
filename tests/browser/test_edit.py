"""Own words in place of the draft: what must not be posted is caught while the person still writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from tests.browser.screen import Screen

pytestmark = pytest.mark.browser

BAG = "my bag came off the belt in two pieces and the desk says fill in a form"
RISKY = "Call me on 555 010 9999, I'll refund 5000 dollars. ^Mo"
MENDED = "Your bag is ours to put right. I've opened a claim in my name and I'll write here within 4 hours. ^Mo"


def test_a_blocking_finding_keeps_the_form_open_with_its_mend_and_mended_words_are_posted(mo: Screen) -> None:
    mo.types(f"/reply {BAG}")
    mo.presses("Edit", mo.card)
    form = mo.modal("Edit the reply")
    words = form.get_by_label("Your reply")

    words.fill(RISKY)
    mo.presses("Save", form)
    error = form.locator("[data-block-id='words'] .field-error")
    expect(error).to_be_visible()
    expect(error).to_contain_text("5,000 is over your limit")
    expect(words).to_have_value(RISKY)
    expect(words).to_have_attribute("aria-invalid", "true")

    words.fill(MENDED)
    expect(error).to_be_hidden()
    mo.presses("Save", form)
    expect(form).to_be_hidden()
    expect(mo.reply).to_contain_text(MENDED)

    mo.presses("I posted it", mo.card)
    posted = mo.modal("I posted it")
    posted.get_by_label("Link to your reply").fill("https://x.com/harbourandpine/status/2")
    mo.presses("Save", posted)
    expect(mo.card).to_contain_text("Posted by you")
    expect(mo.card.get_by_role("link", name="x.com/harbourandpine/status/2")).to_be_visible()
