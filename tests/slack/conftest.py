"""A local workspace with Sayso in it, once for all conversations; each test begins it anew."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import delete

from bot.emulator.local import LocalSlack
from bot.emulator.world import World
from bot.office import Office, utc_now
from bot.settings import SlackSettings, read_settings
from bot.slack.app import build_app, open_client
from bot.slack.manifest import manifest
from bot.slack.outbox import Outbox, caller
from bot.slack.serve import Bot
from bot.slack.watchdog import watch
from bot.slack.work import Work
from bot.store.store import new_id, open_store
from bot.store.tables import DRAFTS, GIVEN
from bot.wiring import demo_world
from tests.conftest import ROOT
from tests.slack.conversation import ANA, LEE, MO, Person
from tests.slack.shapes import check_shapes
from tests.slack.virtual import QuickClock

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from slack_sdk import WebClient

    from bot.desk import Desk


@pytest.fixture(scope="session")
def office(desk: Desk, tmp_path_factory: pytest.TempPathFactory) -> Office:
    """The office behind the app of the workspace."""
    return Office(desk, open_store(f"sqlite:///{tmp_path_factory.mktemp('store')}/sayso.db"), utc_now, new_id)


@pytest.fixture(scope="session")
def sayso(office: Office, tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalSlack]:
    """The workspace, with the app connected to it."""
    folder: Path = tmp_path_factory.mktemp("sayso")
    world = folder / "world.json"
    world.write_text(json.dumps(demo_world(read_settings({"SAYSO_ROOT": str(ROOT)}))), encoding="utf-8")
    with LocalSlack.start(World.read(world), manifest()) as local:
        settings = SlackSettings(local.api_url, local.bot_token, local.app_token)
        client = open_client(settings)
        bot = _open_bot(office, client)
        socket = watch(bot.app, settings.app_token)
        socket.start()
        local.wait(lambda: local.connected(), what="the app to connect")
        yield local
        socket.close()
        bot.close()


def _open_bot(office: Office, client: WebClient) -> Bot:
    """As `open_bot` does it, with an outbox that need not keep one message a second between one test and the next."""
    office.desk.warm_up()
    outbox, work = Outbox(caller(client), QuickClock()), Work()
    return Bot(build_app(office, client, outbox, work), office, outbox, work)


@pytest.fixture
def slack(sayso: LocalSlack, office: Office) -> Iterator[LocalSlack]:
    """The same workspace as on its first day; at the end, every block that was posted is held against Slack's own types."""
    sayso.control("reset")
    for table in (GIVEN, DRAFTS):
        office.store._write(lambda connection, table=table: connection.execute(delete(table)))  # type: ignore[misc]
    yield sayso
    check_shapes(sayso)


@pytest.fixture
def mo(slack: LocalSlack) -> Person:
    """Frontline."""
    return Person(slack, MO)


@pytest.fixture
def ana(slack: LocalSlack) -> Person:
    """The lead."""
    return Person(slack, ANA)


@pytest.fixture
def lee(slack: LocalSlack) -> Person:
    """The manager."""
    return Person(slack, LEE)
