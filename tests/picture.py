"""Draws the card on the terminal, and takes the pictures of Slack: `make picture`. Tests hold them against today's product."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console

from bot.model import Ask
from bot.settings import read_settings
from bot.terminal.card import card
from bot.terminal.demo import POSTS
from bot.wiring import open_desk

if TYPE_CHECKING:
    from bot.desk import Desk

ROOT = Path(__file__).parents[1]
FILE = ROOT / "docs" / "card.svg"
NOON = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)


def draw(desk: Desk) -> str:
    """The card for the first post of the demo, as an SVG picture."""
    channel, post = POSTS[0]
    console = Console(record=True, width=104, file=io.StringIO(), force_terminal=True, color_system="truecolor")
    advice = desk.reply(Ask(post, channel=channel, name="Mo"))
    console.print(card(replace(advice, version="00000000"), NOON))  # any edit of any file changes the real one
    return console.export_svg(title=f'sayso reply "{post[:52]}..."', unique_id="card")


if __name__ == "__main__":
    from tests.pictures.retake import retake

    opened = open_desk(read_settings({"SAYSO_ROOT": str(ROOT)}))
    FILE.write_text(draw(opened), encoding="utf-8")
    retake(opened)
