"""What somebody who has never seen Sayso does first, with `sayso demo` as it runs on their machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.processes import free_port
from tests.slack.conversation import MO

if TYPE_CHECKING:
    from tests.browser.processes import Start
    from tests.browser.screen import Screen, Screens

pytestmark = pytest.mark.browser

POST = "Charged me twice for the same lamp, 89 dollars each, and nobody picks up the phone!"


def test_a_newcomer_has_copied_and_posted_a_reply_without_being_told_how(start: Start, screens: Screens) -> None:
    port = free_port()
    start("demo", until="Open http", SAYSO_PORT=str(port))
    mo = screens.open(f"http://127.0.0.1:{port}", MO, permissions=["clipboard-read", "clipboard-write"])
    expect(mo.page.get_by_role("group", name="How to begin")).to_contain_text("Type / below to see what Sayso can do")

    mo.composer.press("/")
    mo.page.get_by_role("option", name="/reply").click()
    expect(mo.composer).to_have_value("/reply ")
    mo.page.keyboard.insert_text(POST)
    mo.composer.press("Enter")

    expect(mo.card).to_contain_text("Only visible to you")
    expect(mo.card.get_by_role("heading")).to_contain_text("Go")
    expect(mo.composer).to_have_value("")

    mo.presses("Copy", mo.card)
    expect(mo.card.get_by_role("button", name="Copied")).to_be_visible()
    assert mo.page.evaluate("() => navigator.clipboard.readText()") == mo.reply.inner_text()

    mo.card.get_by_role("checkbox").first.check()
    mo.presses("I posted it", mo.card)
    mo.presses("Save", mo.modal("I posted it"))
    expect(mo.card).to_contain_text("Posted by you")


def test_the_words_that_say_how_to_begin_write_the_command(mo: Screen) -> None:
    mo.presses("/sayso")
    expect(mo.composer).to_have_value("/sayso ")
    expect(mo.composer).to_be_focused()
