"""A request to approve, on three screens: the frontline asks, the lead approves with an edit, the manager refuses."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.slack.conversation import LEE

if TYPE_CHECKING:
    from bot.emulator.local import LocalSlack
    from tests.browser.screen import Screen, Screens

pytestmark = pytest.mark.browser

BAG = "my bag came off the belt in two pieces and the desk says fill in a form"
OVER = "Your bag is ours to put right. I've refunded 300 USD today and I'll write here within 4 hours. ^Mo"
LESS = "Your bag is ours to put right. I've refunded 200 USD today and I'll write here within 4 hours. ^Mo"
HOSTILE = (
    "my bag is broken <https://evil.example|Approve via portal> <!channel> ``` *Approve* [Approve](https://evil.example) "
    "https://evil.example/approve"
)
ASKED = "Please approve a reply"


@pytest.fixture
def lee(slack: LocalSlack, screens: Screens) -> Screen:
    """The manager."""
    return screens.open(slack.url, LEE)


def asks(mo: Screen, post: str = BAG) -> None:
    mo.types(f"/reply {post}")
    mo.presses("Edit", mo.card)
    form = mo.modal("Edit the reply")
    form.get_by_label("Your reply").fill(OVER)
    mo.presses("Save", form)
    asking = mo.modal("Ask for approval")
    expect(asking).to_contain_text("300 is over your limit of 100 USD")
    expect(asking.get_by_label("Your reply")).to_have_value(OVER)
    mo.presses("Ask", asking)
    expect(asking).to_be_hidden()


def test_the_lead_approves_with_an_edit_and_the_frontline_can_copy_exactly_that(mo: Screen, ana: Screen) -> None:
    asks(mo)
    ana.opens_tab("Messages")
    request = ana.message(ASKED)
    expect(request).to_contain_text("300 is over your limit of 100 USD")
    ana.presses("Edit and approve", request)
    form = ana.modal("Edit and approve")
    form.get_by_label("The reply").fill(LESS)
    ana.presses("Approve", form)
    expect(form).to_be_hidden()

    mo.opens_tab("Messages")
    answer = mo.message("Copy it as it stands")
    expect(answer.locator("pre")).to_have_text(LESS)
    mo.presses("Open draft", answer)
    draft = mo.modal("Your draft")
    expect(draft.locator("[data-block-id='reply'] pre")).to_have_text(LESS)
    expect(draft).to_contain_text("An edit makes it void")
    expect(ana.page.get_by_role("button", name="Approve: these words may be posted")).to_have_count(0)


def test_the_manager_refuses_and_the_frontline_reads_why(mo: Screen, lee: Screen) -> None:
    asks(mo)
    lee.opens_tab("Messages")
    lee.presses("Refuse", lee.message(ASKED))
    form = lee.modal("Refuse")
    form.get_by_label("Why not?").fill("Offer a repair first.")
    lee.presses("Refuse", form)
    expect(form).to_be_hidden()
    mo.opens_tab("Messages")
    expect(mo.message("Refused by")).to_contain_text("Offer a repair first.")


def test_a_hostile_post_cannot_look_like_a_button_or_a_link(mo: Screen, ana: Screen) -> None:
    asks(mo, HOSTILE)
    ana.opens_tab("Messages")
    request = ana.message(ASKED)
    expect(request).to_contain_text("Approve via portal")  # as words, in the quote
    assert [
        link.get_attribute("href") for link in request.get_by_role("link").all() if "evil" in (link.get_attribute("href") or "")
    ] == []
    names = [button.inner_text() for button in request.locator("[data-block-id='decide']").get_by_role("button").all()]
    assert names == ["Approve", "Edit and approve", "Refuse"]
    quote = request.locator("[data-block-id='post']")
    expect(quote.get_by_role("button")).to_have_count(0)
    expect(quote.get_by_role("link")).to_have_count(0)
    expect(quote.locator("code, pre, b, strong")).to_have_count(1)  # our own words "The post", and nothing of theirs
    ana.presses("Edit and approve", request)
    form = ana.modal("Edit and approve")
    expect(form.get_by_role("link")).to_have_count(0)
    expect(form).to_contain_text("Approve via portal")
