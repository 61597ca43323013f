"""A local Slack with a stand-in for the app; a fresh one for each test, since starting takes milliseconds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from slack_sdk import WebClient

from tests.emulator.stand_in import StandIn, local_slack, standing_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.emulator.local import LocalSlack


@pytest.fixture
def slack() -> Iterator[LocalSlack]:
    with local_slack() as running:
        yield running


@pytest.fixture
def app(slack: LocalSlack) -> Iterator[StandIn]:
    with standing_in(slack) as connected:
        yield connected


@pytest.fixture
def bot(slack: LocalSlack) -> WebClient:
    return WebClient(token=slack.bot_token, base_url=slack.api_url)
