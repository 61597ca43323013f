"""Whether Slack takes a payload, and what to do when it would not. The figures are in `bot.slack.table`."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from bot.slack.rules import many, string
from bot.slack.table import (
    BLOCK,
    MESSAGE_BLOCKS,
    MESSAGE_TEXT,
    METADATA,
    ONLY_IN_MESSAGES,
    TOP_TEXT,
    VIEW,
    VIEW_BLOCKS,
    VIEW_BYTES,
)
from bot.slack.text import NOTHING, clip, escaped_units, units

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from bot.slack.message import Json, Message

_NEEDED = ("header", "actions", "input")
"""What is kept longest when blocks must go: the title, and everything that can be pressed or filled in."""


def problems(payload: Mapping[str, Any]) -> tuple[str, ...]:
    """What Slack would refuse in a message (`text`, `blocks`) or a view (`type` modal or home); empty when it takes it."""
    return tuple(_of_view(payload) if payload.get("type") in ("modal", "home") else _of_message(payload))


def fit_message(message: Message) -> Message:
    """The message as Slack takes it: what is too long is cut, what still does not fit is left out. Never raises."""
    text = clip(_encodable(message.text), TOP_TEXT) or NOTHING
    return replace(message, text=text, blocks=tuple(_fitting(message.blocks, fits_message)))


def fit_view(view: Json) -> Json:
    """The modal or Home tab as Slack takes it. Never raises."""

    def fits(blocks: Sequence[Json]) -> bool:
        return len(blocks) <= VIEW_BLOCKS and _bytes({**view, "blocks": list(blocks)}) <= VIEW_BYTES

    blocks = [block for block in view.get("blocks", ()) if block.get("type") not in ONLY_IN_MESSAGES]
    fitted = {**view, "blocks": _fitting(blocks, fits)}
    if units(view.get("private_metadata", "")) > METADATA:
        fitted["private_metadata"] = ""  # a form that says it is too old is better than one cut in the middle
    return fitted


def fits_message(blocks: Sequence[Json]) -> bool:
    """Whether so many blocks, and so much text in them, fit into one message."""
    return len(blocks) <= MESSAGE_BLOCKS and text_length(blocks) <= MESSAGE_TEXT


def text_length(blocks: Sequence[Json]) -> int:
    """All characters that the blocks show together, as Slack may count them."""
    return sum(escaped_units(text) if kind == "plain_text" else units(text) for kind, text in _texts(list(blocks)))


def _of_message(message: Mapping[str, Any]) -> Iterator[str]:
    yield from string(TOP_TEXT)(message.get("text", ""), "text")
    blocks = message.get("blocks") or ()
    yield from many(BLOCK, MESSAGE_BLOCKS, least=0)(blocks, "blocks")
    if (length := text_length(blocks)) > MESSAGE_TEXT:
        yield f"blocks must show no more than {MESSAGE_TEXT} characters together, they show {length}"
    yield from _across(blocks)


def _of_view(view: Mapping[str, Any]) -> Iterator[str]:
    yield from VIEW(view, "view")
    blocks = view.get("blocks") or ()
    if view["type"] == "modal" and "title" not in view:
        yield "view.title is missing"
    if view["type"] == "modal" and "submit" not in view and any(block.get("type") == "input" for block in blocks):
        yield "view.submit is missing, and there is something to fill in"
    if view["type"] == "home" and {"title", "submit", "close"} & set(view):
        yield "view of type home has no title, submit or close"
    for place, block in enumerate(blocks):
        if block.get("type") in ONLY_IN_MESSAGES:
            yield f"view.blocks[{place}] is a {block['type']} block, which only messages may have"
    if (size := _bytes(view)) > VIEW_BYTES:
        yield f"view must have no more than {VIEW_BYTES} bytes, it has {size}"
    yield from _across(blocks)


def _across(blocks: Sequence[Json]) -> Iterator[str]:
    """What no block can know by itself: names used twice, a choice that is not offered, two fields that want the cursor."""
    yield from _twice([block["block_id"] for block in blocks if "block_id" in block], "block_id")
    for block in blocks:
        elements = _elements(block)
        yield from _twice([element["action_id"] for element in elements if "action_id" in element], "action_id")
        for element in elements:
            yield from _not_offered(element)
    if sum(bool(element.get("focus_on_load")) for block in blocks for element in _elements(block)) > 1:
        yield "only one element may have focus_on_load"


def _twice(names: Sequence[str], what: str) -> Iterator[str]:
    for name in sorted({name for name in names if names.count(name) > 1}):
        yield f"{what} {name!r} is used twice"


def _not_offered(element: Json) -> Iterator[str]:
    offered = element.get("options") or ()
    initial = [element["initial_option"]] if "initial_option" in element else element.get("initial_options", ())
    for choice in initial:
        if choice not in offered:
            yield f"the initial choice {choice.get('value')!r} is not one of the options"
    yield from _twice([choice.get("value", "") for choice in offered], "option value")


def _elements(block: Json) -> list[Json]:
    if block.get("type") in ("actions", "context_actions"):
        return list(block.get("elements", ()))
    return [block[name] for name in ("element", "accessory") if isinstance(block.get(name), dict)]


def _fitting(blocks: Sequence[Json], fits: Callable[[Sequence[Json]], bool]) -> list[Json]:
    """The blocks that Slack takes; when there are too many, the last ones go first, those that can be pressed last of all."""
    left = [mended for block in blocks if (mended := _mended(block))]
    while left and not fits(left):
        spare = [place for place, block in enumerate(left) if block["type"] not in _NEEDED]
        del left[spare[-1] if spare else -1]
    return left


def _mended(block: Json) -> Json | None:
    """The block itself, or with its texts cut, or None when nothing helps."""
    if not any(BLOCK(block, "")):
        return block
    for most in (3000, 2000, 150, 75, 30):
        cut: Json = _cut(block, most)
        if not any(BLOCK(cut, "")):
            return cut
    return None


def _cut(node: Any, most: int) -> Any:
    if isinstance(node, list | tuple):
        return [_cut(inner, most) for inner in node]
    if not isinstance(node, dict):
        return node
    return {
        name: (clip(_encodable(inner), most, escaped_units) or NOTHING)
        if name in ("text", "initial_value") and isinstance(inner, str)
        else _cut(inner, most)
        for name, inner in node.items()
    }


def _encodable(text: str) -> str:
    return text.encode("utf-8", "replace").decode()


def _texts(node: Any) -> Iterator[tuple[str, str]]:
    """Every text that is shown, with the kind of what holds it."""
    if isinstance(node, list | tuple):
        for inner in node:
            yield from _texts(inner)
    elif isinstance(node, dict):
        for name, inner in node.items():
            if name in ("text", "initial_value", "alt_text") and isinstance(inner, str):
                yield str(node.get("type", "")), inner
            else:
                yield from _texts(inner)


def _bytes(view: Mapping[str, Any]) -> int:
    return len(json.dumps(view, ensure_ascii=True).encode())
