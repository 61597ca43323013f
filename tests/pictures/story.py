"""What the pictures in the README tell: a post comes in through the feed, and the product makes a card of it."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from hashlib import sha256
from typing import TYPE_CHECKING

from bot.emulator.world import World
from bot.kept import Asker, Brief
from bot.model import Ask
from bot.office import Office
from bot.slack.blocks.card import card_message
from bot.store.store import open_store
from tests.slack.conversation import MO, said

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from bot.desk import Desk

AFTERNOON = datetime(2026, 11, 25, 19, 2, tzinfo=UTC)
"""Two minutes past two where the company is."""
POST = World.read().feed[3]
"""The next one that the feed brings: somebody was charged twice."""
CARD, WORKSPACE = "slack-card.png", "slack-workspace.png"
_ASKER = Asker("T0LOCAL", MO, "Mo", "frontline", "America/New_York")
_CHANGING = re.compile(r"@[0-9a-f]{8}\b|\b\d+% sure|\b\d\d:\d\d\b")
"""Versions change with any edit of a playbook, sureness with any example, and the clock by itself."""


def open_studio(desk: Desk, folder: Path, clock: Callable[[], datetime]) -> Office:
    """An office with nothing in it, and ids that are alike each time."""
    return Office(desk, open_store(f"sqlite:///{folder}/pictures.db"), clock, lambda kind: f"{kind}_1")


def shown(desk: Desk, folder: Path) -> dict[str, str]:
    """For each picture, a digest of the words that the product would show in it today."""
    office = open_studio(desk, folder, lambda: AFTERNOON)
    ask = Ask(POST.text, channel="x", followers=POST.followers)
    message = card_message(office.draft(_ASKER, ask, Brief(link=POST.url, handle=POST.handle)))
    office.store.close()
    card = said({"text": message.text, "blocks": list(message.blocks)})
    feed = "\n".join(post.text for post in World.read().feed[:4])
    return {CARD: digest(card), WORKSPACE: digest(f"{feed}\n{card}")}


def digest(words: str) -> str:
    """SHA-256 of what stays alike when nothing is changed on purpose."""
    return sha256(_CHANGING.sub("", words).encode()).hexdigest()
