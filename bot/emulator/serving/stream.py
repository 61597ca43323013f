"""Word of every change, as server-sent events."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING

from starlette.responses import StreamingResponse

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from bot.emulator.workspace import Workspace

BREATH = 15.0
"""Seconds after which a comment shows that the line still stands."""


def changes_of(workspace: Workspace, user: str) -> StreamingResponse:
    """`data: {"seq": n}` at once, and whenever what this person sees has changed."""
    return StreamingResponse(_changes(workspace, user), media_type="text/event-stream", headers={"cache-control": "no-store"})


async def _changes(workspace: Workspace, user: str) -> AsyncIterator[str]:
    news = asyncio.Event()
    unwatch = workspace.changes.watch(news.set)
    sent = -1
    try:
        while not workspace.changes.ended:
            seq = workspace.changes.of(user)
            if seq != sent:
                sent = seq
                yield f"data: {json.dumps({'seq': seq})}\n\n"
            try:
                await asyncio.wait_for(news.wait(), BREATH)
            except TimeoutError:
                yield ": still here\n\n"
            news.clear()
    finally:
        unwatch()
