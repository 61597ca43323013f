"""The bot is killed while somebody works with it, and started again: two real processes, and nothing is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.processes import free_port, local_slack
from tests.slack.conversation import MO

if TYPE_CHECKING:
    from pathlib import Path

    from tests.browser.processes import Start
    from tests.browser.screen import Screens

pytestmark = pytest.mark.browser

BAG = "my bag came off the belt in two pieces and the desk says fill in a form"
AWAY = "No app is connected."


def test_a_killed_bot_comes_back_with_every_card_and_draft(start: Start, screens: Screens, tmp_path: Path) -> None:
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    start("emulator", f"--port={port}", until="ready")
    bot = start("serve", until="ready", **local_slack(url, tmp_path))
    mo = screens.open(url, MO)
    mo.types(f"/reply {BAG}")
    expect(mo.reply).to_be_visible()
    draft = mo.reply.inner_text()

    bot.kill()
    expect(mo.page.get_by_text(AWAY)).to_be_visible()
    start("serve", until="ready", **local_slack(url, tmp_path))
    expect(mo.page.get_by_text(AWAY)).to_be_hidden()

    expect(mo.reply).to_have_text(draft)
    mo.presses("Another version", mo.card)
    expect(mo.reply).not_to_have_text(draft)
    another = mo.reply.inner_text()

    mo.opens_tab("Home")
    mine = mo.page.locator("#home")
    expect(mine.get_by_text(BAG)).to_have_count(1)
    mo.presses("Open", mine)
    expect(mo.modal("Your draft").locator("pre")).to_have_text(another)
