"""The page itself: by keyboard, on a phone, in the dark, as somebody else, and with words that try to be markup."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.screen import PHONE
from tests.slack.conversation import ANA, FEED, LEADS, MO

if TYPE_CHECKING:
    from bot.emulator.local import LocalSlack
    from tests.browser.screen import Screen, Screens

pytestmark = pytest.mark.browser

BAG = "my bag came off the belt in two pieces and the desk says fill in a form"
MARKUP = "<b>late</b> <img src=x onerror=alert(1)> *again* <!channel> <https://e.example|click> &amp;"


def test_a_form_is_filled_in_and_sent_without_a_mouse(mo: Screen) -> None:
    keys = mo.page.keyboard
    mo.tabs_to(mo.page.get_by_role("button", name="Skip to the message box"))
    keys.press("Enter")
    expect(mo.composer).to_be_focused()
    keys.type("/re")
    keys.press("Tab")
    expect(mo.composer).to_have_value("/reply ")
    keys.press("Enter")

    form = mo.modal("Draft a reply")
    post = form.get_by_label("What did they write?")
    expect(post).to_be_focused()
    keys.type(BAG)
    channel = form.get_by_role("combobox", name="Where does it stand?")
    mo.tabs_to(channel)
    before = channel.input_value()
    keys.press("ArrowDown")
    keys.press("ArrowDown")
    keys.press("Enter")
    expect(channel).not_to_have_value(before)
    chosen = channel.input_value()
    mo.tabs_to(form.get_by_role("button", name="Draft", exact=True))
    keys.press("Enter")

    expect(form).to_be_hidden()
    expect(mo.card).to_contain_text(f"for {chosen}")


def test_escape_closes_a_form_and_gives_the_focus_back(mo: Screen) -> None:
    mo.types("/reply")
    form = mo.modal("Draft a reply")
    mo.page.keyboard.press("Escape")
    expect(form).to_be_hidden()
    expect(mo.composer).to_be_focused()


def test_somebody_else_sees_their_own_window(mo: Screen) -> None:
    mo.types(f"/reply {BAG}")
    expect(mo.card).to_be_visible()
    mo.page.get_by_role("button", name="Switch person").click()
    mo.page.get_by_role("menuitemradio", name="Ana").click()
    expect(mo.page.locator(f"body[data-person='{ANA}'][data-ready]")).to_be_visible()
    expect(mo.page.locator("#sidebar").get_by_role("link", name="leads")).to_be_visible()
    expect(mo.card).to_have_count(0)


def test_the_request_log_shows_the_command_its_ack_and_how_long_it_took(mo: Screen) -> None:
    mo.presses("Request log")
    log = mo.page.get_by_role("complementary", name="Request log")
    mo.types(f"/reply {BAG}")
    entry = log.locator("[data-log]").filter(has_text="/reply").first
    expect(entry).to_contain_text("slash_commands")
    expect(entry.locator(".log-took")).to_contain_text(" ms")
    expect(entry.locator(".log-status")).to_have_text("ok")
    entry.locator("summary").click()
    expect(entry).to_contain_text("Slack sent")
    expect(entry).to_contain_text(BAG)
    expect(entry).to_contain_text("The app answered")
    expect(entry).to_contain_text("an empty acknowledgement")
    expect(log.locator("[data-log]").filter(has_text="response_url").first).to_be_visible()


def test_on_a_phone_channels_composer_and_forms_are_within_reach(slack: LocalSlack, screens: Screens) -> None:
    mo = screens.open(slack.url, MO, viewport=PHONE, has_touch=True, is_mobile=True)
    sidebar = mo.page.locator("#sidebar")
    expect(sidebar).to_be_hidden()
    mo.page.get_by_role("button", name="Open the channel list").tap()
    expect(sidebar).to_be_visible()
    mo.goes_to("customer-feed")
    expect(sidebar).to_be_hidden()
    expect(mo.page.get_by_role("heading", name="customer-feed")).to_be_visible()

    mo.composer.fill("/reply")
    mo.page.get_by_role("button", name="Send", exact=True).tap()
    form = mo.modal("Draft a reply")
    form.get_by_label("What did they write?").fill(BAG)
    mo.presses("Draft", form)
    expect(mo.card).to_be_visible()
    assert mo.page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth"), "it scrolls sideways"
    for button in mo.card.get_by_role("button").all():
        box = button.bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= PHONE["width"]


def test_in_the_dark_the_page_is_dark_and_its_text_light(slack: LocalSlack, screens: Screens) -> None:
    mo = screens.open(slack.url, MO, color_scheme="dark")
    mo.types(f"/reply {BAG}")
    expect(mo.reply).to_be_visible()
    paper = "node => getComputedStyle(node).backgroundColor.match(/[0-9.]+/g).slice(0, 3).map(Number)"
    ink = "node => getComputedStyle(node).color.match(/[0-9.]+/g).slice(0, 3).map(Number)"
    assert max(mo.page.locator("body").evaluate(paper)) < 60
    for words in (mo.reply, mo.card.get_by_role("heading"), mo.composer):
        assert min(words.evaluate(ink)) > 180


def test_words_that_look_like_markup_are_shown_as_they_were_written(slack: LocalSlack, screens: Screens, mo: Screen) -> None:
    mo.types(MARKUP)
    expect(mo.message("onerror")).to_contain_text(MARKUP)

    mo.types(f"/reply {MARKUP}")
    mo.presses("Hand over", mo.card)
    form = mo.modal("Hand over")
    form.get_by_role("combobox", name="To whom?").click()
    mo.page.get_by_role("option", name="Shift lead").click()
    mo.presses("Hand over", form)
    lead = screens.open(slack.url, ANA, LEADS)
    expect(lead.message("Question:").locator("blockquote")).to_have_text(MARKUP)

    mo.opens_tab("Home")
    expect(mo.page.locator("#home")).to_contain_text(MARKUP[:60])
    for screen in (mo, lead):
        expect(screen.page.locator("main img[src='x'], main b")).to_have_count(0)


def test_the_feed_brings_the_next_post_when_asked(slack: LocalSlack, screens: Screens) -> None:
    mo = screens.open(slack.url, MO, FEED)
    posts = mo.page.get_by_role("article")
    expect(posts).to_have_count(3)
    mo.presses("Next post")
    expect(posts).to_have_count(4)


def test_an_answer_in_messages_stands_in_the_thread_that_opens(mo: Screen) -> None:
    mo.opens_tab("Messages")
    mo.types("May I refund 80?")
    expect(mo.page.get_by_role("complementary", name="Thread")).to_contain_text("Yes, you may")


def test_a_notice_of_slack_is_gone_when_the_person_goes_elsewhere(mo: Screen) -> None:
    notices = mo.page.get_by_role("region", name="Notices")
    mo.types("/replay hello")
    expect(notices).to_contain_text("/replay is not a valid command")
    mo.goes_to("customer-feed")
    expect(notices).to_be_empty()
