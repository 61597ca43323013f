"""The Home tab: one thing to do, and the person's own drafts, newest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.slack import ids
from bot.slack.blocks.elements import actions, button, header, own, section, small_words
from bot.slack.blocks.say import ago, channel_name, clock, counted
from bot.slack.carry import tagged
from bot.slack.text import line, plain

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from bot.kept import Kept
    from bot.slack.message import Json

SHOWN = 40
_POST_MOST = 120
_NAME_MOST = 40
_VERDICTS = {"go": "Open", "go_and_tell": "Open, tell somebody", "hold": "On hold"}
_STATES = {"posted": "Posted", "handed_over": "Handed over"}
FIRST_STEPS = (
    "*1.* Press *Draft a reply* and paste what a customer wrote in public, or type `/reply` and their words in any channel.",
    "*2.* You get a reply that you may post yourself, how far you may go, and who must know. Only you see it.",
    "*3.* Copy it, post it under your own name, and press *I posted it*. Nothing is ever posted for you.",
)


def home_view(kept: Sequence[Kept], now: datetime, name: str = "") -> Json:
    """The asker's own drafts, or what to do in the first half minute where there are none. `now` is in the asker's zone."""
    start = actions("start", button("Draft a reply", ids.OPEN_FORM, "home", style="primary"))
    return {"type": "home", "blocks": [start, *(_drafts(kept, now) if kept else _welcome(name))]}


def _welcome(name: str) -> list[Json]:
    hello = (
        f"Hello {line(name, _NAME_MOST)}, answer in public on your own say-so"
        if name.strip()
        else "Answer in public on your own say-so"
    )
    steps = [own(step, f"step_{place}") for place, step in enumerate(FIRST_STEPS, 1)]
    return [
        header(hello, "hello"),
        *steps,
        small_words("more", "Your drafts will be here. /sayso help shows what else there is."),
    ]


def _drafts(kept: Sequence[Kept], now: datetime) -> list[Json]:
    rows = [_row(one, now) for one in kept[:SHOWN]]
    rest = [small_words("rest", f"and {counted(len(kept) - SHOWN, 'older draft')}")] if len(kept) > SHOWN else []
    return [header("My drafts", "mine"), *rows, *rest]


def _row(kept: Kept, now: datetime) -> Json:
    state = _STATES.get(kept.state) or _VERDICTS[kept.verdict]
    about = f"{state} · {channel_name(kept.ask.channel)} · {ago(kept.made, now)}, {clock(kept.made, now)}"
    shown = plain(f"{about}\n“{line(kept.ask.text, _POST_MOST)}”", 400)
    return section(shown, tagged(ids.OPEN_DRAFT, kept.id), button("Open", ids.OPEN_DRAFT, kept.id, spoken=f"Open draft: {about}"))
