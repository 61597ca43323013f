"""What Slack refuses in a view: a modal or a Home tab."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from bot.emulator.rules import blocks, table
from bot.emulator.rules.problem import INVALID_TYPE, Problem
from bot.emulator.rules.shapes import Anything, Flag, Kinds, Record, Text
from bot.emulator.rules.texts import plain

_SHARED = {
    "blocks": Anything(),  # because the blocks have rules of their own, which know the surface
}
_OPTIONAL = {"private_metadata": Text(3000), "callback_id": Text(255), "external_id": Text(255)}

_VIEW = Kinds(
    {
        "home": Record(_SHARED, _OPTIONAL),
        "modal": Record(
            {**_SHARED, "title": plain(24)},
            {**_OPTIONAL, "submit": plain(24), "close": plain(24), "clear_on_close": Flag(), "notify_on_close": Flag()},
        ),
    }
)


def problems(view: object, *, at: str = "/view") -> list[Problem]:
    """What Slack refuses in this view; empty when it takes it. Takes any JSON and never raises."""
    if not isinstance(view, Mapping):
        return [Problem(at, "must provide an object", INVALID_TYPE)]
    return [*_VIEW.problems(view, at), *_blocks(view, at)]


def too_large(view: object) -> bool:
    """Whether the view is above Slack's 250 KB as it stands on the wire."""
    return len(json.dumps(view, ensure_ascii=False).encode("utf-8", "surrogatepass")) > table.VIEW_BYTES_MOST


def _blocks(view: Mapping[str, object], at: str) -> Iterator[Problem]:
    if "blocks" not in view:
        return
    yield from blocks.problems(view["blocks"], "home" if view.get("type") == "home" else "modal", at=f"{at}/blocks")
    if view.get("type") == "modal" and "submit" not in view:
        for block, pointer in blocks.all_blocks(view["blocks"], f"{at}/blocks"):
            if block.get("type") == "input":
                yield Problem(f"{pointer}/input", "must define `submit` to use an `input` block in modals")
