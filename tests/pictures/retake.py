"""Takes the pictures of the README anew, in a real browser in front of the real app: `make picture`."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

from bot.emulator.clock import Clock
from bot.emulator.local import LocalSlack
from bot.emulator.world import World
from bot.settings import SlackSettings
from bot.slack.app import open_client
from bot.slack.manifest import manifest
from bot.slack.serve import open_bot
from bot.slack.watchdog import watch
from tests.browser.screen import DESKTOP, Screens, launch
from tests.pictures.story import AFTERNOON, CARD, POST, WORKSPACE, digest, open_studio, shown
from tests.slack.conversation import FEED, MO, Person, said

if TYPE_CHECKING:
    from playwright.sync_api import Locator

    from bot.desk import Desk

DOCS = Path(__file__).parents[2] / "docs"
SIDECAR = DOCS / "pictures.json"
LARGEST_BYTES = 260_000
ROOM_FOR_A_CARD = {"width": 1000, "height": 1400}
_LOOK = {"color_scheme": "light", "locale": "en-GB"}
"""The card tells the time by 24 hours; here the page does so too."""


def retake(desk: Desk) -> None:
    """Both pictures, and beside them what they show."""
    with TemporaryDirectory() as taken, TemporaryDirectory() as compared:
        expected = shown(desk, Path(compared))
        words = _take(desk, Path(taken))
    assert digest(words) == expected[CARD], f"the app shows another card than the test compares: {words}"
    SIDECAR.write_text(json.dumps(expected, indent=2) + "\n", encoding="utf-8")


def _take(desk: Desk, folder: Path) -> str:
    """Takes both, and gives back the words of the card on them."""
    with LocalSlack.start(World.read(), manifest(), clock=Clock(AFTERNOON.timestamp())) as slack:
        clock = slack.service.workspace.clock
        office = open_studio(desk, folder, lambda: datetime.fromtimestamp(clock.now(), UTC))
        settings = SlackSettings(slack.api_url, slack.bot_token, slack.app_token)
        bot = open_bot(office, open_client(settings))
        socket = watch(bot.app, settings.app_token)
        socket.start()
        slack.wait(slack.connected, what="the app to connect")
        with sync_playwright() as playwright:
            _photograph(slack, Screens(launch(playwright)))
        socket.close()
        bot.close()
        return said(Person(slack, MO).card(FEED))


def _photograph(slack: LocalSlack, screens: Screens) -> None:
    slack.do("feed")
    mo = screens.open(slack.url, MO, FEED, viewport=DESKTOP, **_LOOK)
    mo.presses("Request log")
    mo.chooses_from_menu(mo.message(POST.text), "Draft a reply")
    mo.card.wait_for()
    mo.page.mouse.move(0, 0)
    mo.page.locator("[data-log]").filter(has_text="message_action").locator("summary").click()
    _save(mo.page.locator("body"), WORKSPACE)
    near = screens.open(slack.url, MO, FEED, viewport=ROOM_FOR_A_CARD, device_scale_factor=2, **_LOOK)
    near.card.wait_for()
    _save(near.card, CARD)
    screens.close()


def _save(what: Locator, name: str) -> None:
    path = DOCS / name
    what.screenshot(path=path)
    assert path.stat().st_size < LARGEST_BYTES, f"{name} is too large for a README: {path.stat().st_size} bytes"
