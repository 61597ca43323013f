"""One local Slack for all tests here, begun anew before each."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from slack_sdk import WebClient

from bot.emulator.clock import Clock
from bot.emulator.local import LocalSlack
from tests.emulator.methods.stage import MANIFEST, Stage

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="session")
def running_stage() -> Iterator[Stage]:
    with LocalSlack.start(None, MANIFEST, clock=Clock(start=1_790_000_000.0, running=False)) as slack:
        bot = WebClient(token=slack.bot_token, base_url=slack.api_url)
        app = WebClient(token=slack.app_token, base_url=slack.api_url)
        yield Stage(slack, bot, app)


@pytest.fixture
def stage(running_stage: Stage) -> Stage:
    running_stage.slack.control("reset")
    return running_stage
