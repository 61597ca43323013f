"""A real browser, a fresh workspace with Sayso in it for every test, and a record of everything that the page complains about."""

from __future__ import annotations

import json
import os
from contextlib import ExitStack
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Error, sync_playwright

from bot.emulator.local import LocalSlack
from bot.emulator.world import World
from bot.office import Office, utc_now
from bot.settings import SlackSettings, read_settings
from bot.slack.app import open_client
from bot.slack.manifest import manifest
from bot.slack.serve import open_bot
from bot.slack.watchdog import watch
from bot.store.store import new_id, open_store
from bot.wiring import demo_world
from tests.browser.processes import running
from tests.browser.screen import Screen, Screens, launch
from tests.conftest import ROOT
from tests.slack.conversation import ANA, MO

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

    from bot.desk import Desk
    from tests.browser.processes import Start


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One browser for all. Where there is none the test is skipped, and in CI it fails."""
    with sync_playwright() as playwright:
        try:
            browser = launch(playwright)
        except Error as error:
            why = f"no browser: apt-get install chromium ({error.message.splitlines()[0]})"
            pytest.fail(why) if os.environ.get("CI") else pytest.skip(why)
        yield browser
        browser.close()


@pytest.fixture
def start() -> Iterator[Start]:
    """Starts commands of ours as processes, and ends those that still run when the test is over."""
    with ExitStack() as started:
        yield lambda *arguments, until, **settings: started.enter_context(running(*arguments, until=until, **settings))


@pytest.fixture
def screens(chromium: Browser, start: Start) -> Iterator[Screens]:
    """Windows onto any workspace, closed before it ends. No page may have complained about anything by then."""
    opened = Screens(chromium)
    yield opened
    opened.close()
    assert not opened.complaints


@pytest.fixture
def slack(desk: Desk, tmp_path: Path) -> Iterator[LocalSlack]:
    """A workspace on its first day, with the app connected over its socket and nothing in its store."""
    world = tmp_path / "world.json"
    world.write_text(json.dumps(demo_world(read_settings({"SAYSO_ROOT": str(ROOT)}))), encoding="utf-8")
    with LocalSlack.start(World.read(world), manifest()) as local:
        office = Office(desk, open_store(f"sqlite:///{tmp_path}/sayso.db"), utc_now, new_id)
        settings = SlackSettings(local.api_url, local.bot_token, local.app_token)
        bot = open_bot(office, open_client(settings))
        socket = watch(bot.app, settings.app_token)
        socket.start()
        local.wait(local.connected, what="the app to connect")
        yield local
        socket.close()
        bot.close()


@pytest.fixture
def mo(slack: LocalSlack, screens: Screens) -> Screen:
    """Frontline, in front of #general."""
    return screens.open(slack.url, MO)


@pytest.fixture
def ana(slack: LocalSlack, screens: Screens) -> Screen:
    """The lead, in a window of her own."""
    return screens.open(slack.url, ANA)
