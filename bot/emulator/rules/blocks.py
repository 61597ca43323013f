"""Every block that Slack knows, and the rules of an array of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from bot.emulator.rules import table
from bot.emulator.rules.charts import CHART
from bot.emulator.rules.elements import ELEMENTS, IMAGE, holding
from bot.emulator.rules.problem import INVALID_TYPE, Constraint, Problem, taken
from bot.emulator.rules.rich_text import RICH_TEXT, RICH_TEXT_ONLY
from bot.emulator.rules.shapes import (
    Anything,
    Flag,
    Kinds,
    Number,
    OneOf,
    Record,
    Rule,
    Several,
    Shape,
    Text,
    one_of,
    unsupported,
)
from bot.emulator.rules.texts import mrkdwn, picture, plain, text, text_kinds

_ID: dict[str, Shape] = {"block_id": Text(255)}
_URL = Text(3000, least=1)
_IMAGE = Kinds({"image": IMAGE})


def _block(required: dict[str, Shape] | None = None, *rules: Rule, **optional: Shape) -> Record:
    return Record(required or {}, {**_ID, **optional}, rules)


def _elements(most: int, names: tuple[str, ...], **others: Shape) -> Several:
    return Several(Kinds({**holding(*names), **others}), most=most, least=1)


def _rows(most: int, *, least: int = 1) -> Several:
    cell = Kinds(
        {
            "raw_text": Record({"text": Text(least=1)}),
            "raw_number": Record({"value": Number(whole=False), "text": Text(least=1)}),
            "rich_text": RICH_TEXT,
        }
    )
    return Several(Several(cell, most=20, least=1), most=most, least=least)


def _plain_header(value: Mapping[str, object], at: str) -> Iterator[Problem]:
    """The first row of a data table is sorted by, so that it holds no rich text."""
    rows = value.get("rows")
    first = rows[0] if isinstance(rows, list) and rows else None
    for index, cell in enumerate(first if isinstance(first, list) else []):
        if isinstance(cell, Mapping) and cell.get("type") == "rich_text":
            yield Problem(f"{at}/rows/0/{index}/type", "header cells must not be `rich_text`")


_CARD = _block(
    None,
    one_of("hero_image", "title", "actions", "body"),
    hero_image=_IMAGE,
    icon=_IMAGE,
    title=mrkdwn(150),
    subtitle=mrkdwn(150),
    body=mrkdwn(200),
    actions=Several(Kinds(holding("button"))),
)
_STATUS = OneOf(("pending", "in_progress", "complete", "error"))
_TASK_CARD = _block(
    {"task_id": Text(least=1), "title": Text(least=1), "status": _STATUS},
    details=RICH_TEXT_ONLY,
    output=RICH_TEXT_ONLY,
    sources=Several(Kinds({"url": Record({"url": _URL, "text": Text(least=1)})})),
)

SIMPLE: dict[str, Shape] = {
    "actions": _block({"elements": _elements(25, table.ACTIONS_ELEMENTS)}),
    "alert": _block({"text": text()}, level=OneOf(("default", "info", "warning", "error", "success"))),
    "auth_provider": _block(
        {"value": Text(150, least=1), "name": plain(75), "is_connected": Flag()},
        description=plain(150),
        icon_url=_URL,
        auth_url=_URL,
        disconnect_url=_URL,
        connected_identity=plain(75),
        connected_context=plain(75),
        accessory=Kinds(holding("overflow")),
        fallback=Anything(),
    ),
    "call": _block({"call_id": Text(least=1)}, api_decoration_available=Flag(), call=Anything()),
    "card": _CARD,
    "carousel": _block({"elements": Several(Kinds({"card": _CARD}), most=10, least=1)}),
    "context": _block({"elements": _elements(10, ("image",), **text_kinds())}),
    "context_actions": _block({"elements": _elements(5, table.CONTEXT_ACTIONS_ELEMENTS)}),
    "data_table": _block(
        {"rows": _rows(101, least=2), "caption": Text(least=1)},
        _plain_header,
        page_size=Number(least=1, most=100),
        row_header_column_index=Number(least=0),
    ),
    "data_visualization": _block({"title": Text(50, least=1), "chart": CHART}),
    "divider": _block(),
    "file": _block({"source": Text(least=1), "external_id": Text(least=1)}),
    "header": _block({"text": plain(150)}),
    "image": picture(**_ID, title=plain(2000)),
    "input": _block(
        {"label": plain(2000), "element": Kinds(holding(*table.INPUT_ELEMENTS))},
        hint=plain(2000),
        optional=Flag(),
        dispatch_action=Flag(),
    ),
    "markdown": _block({"text": Text(table.MARKDOWN_MOST, least=1)}),
    "plan": _block({"title": Text(least=1)}, tasks=Several(Kinds({"task_card": _TASK_CARD}))),
    "rich_text": RICH_TEXT,
    "section": _block(
        None,
        one_of("text", "fields"),
        text=text(),
        fields=Several(text(2000), most=10, least=1),
        accessory=Kinds(holding(*table.SECTION_ACCESSORIES)),
        expand=Flag(),
    ),
    "table": _block(
        {"rows": _rows(100)},
        column_settings=Several(Record(optional={"align": OneOf(("left", "center", "right")), "is_wrapped": Flag()}), most=20),
    ),
    "task_card": _TASK_CARD,
    "video": _block(
        {"video_url": _URL, "thumbnail_url": _URL, "alt_text": Text(2000, least=1), "title": plain(199)},
        title_url=_URL,
        author_name=Text(49),
        provider_name=Text(),
        provider_icon_url=_URL,
        description=plain(),
    ),
}

BLOCKS: dict[str, Shape] = {
    **SIMPLE,
    "container": _block(
        {"child_blocks": Several(Kinds({name: SIMPLE[name] for name in table.CONTAINER_CHILDREN}), most=10, least=1)},
        one_of("title", "rich_text_title"),
        title=plain(150),
        rich_text_title=RICH_TEXT_ONLY,
        subtitle=text(150),
        width=OneOf(("narrow", "standard", "wide", "full")),
        icon=_IMAGE,
        is_collapsible=Flag(),
        default_collapsed=Flag(),
        has_header_divider=Flag(),
    ),
}


def problems(blocks: object, surface: table.Surface = "message", *, at: str = "/blocks") -> list[Problem]:
    """What Slack refuses in these blocks on this surface; empty when it takes them. Takes any JSON and never raises.

    `at` is the JSON pointer of the array itself: `/view/blocks` in a view, empty for an array sent alone.
    """
    if not isinstance(blocks, list):
        return [Problem(at, "must provide an array", INVALID_TYPE)]
    return [*_each(blocks, surface, at), *_together(blocks, surface, at)]


def _each(blocks: list[object], surface: table.Surface, at: str) -> Iterator[Problem]:
    most = table.BLOCKS_MOST[surface]
    if len(blocks) > most:
        yield Problem(at, f"no more than {most} items allowed", constraint=Constraint("max_items", most, len(blocks)))
    allowed = Kinds({name: shape for name, shape in BLOCKS.items() if surface in table.BLOCK_SURFACES[name]})
    for index, block in enumerate(blocks):
        yield from allowed.problems(block, f"{at}/{index}")


def _misplaced(element: Mapping[str, object], surface: table.Surface, at: str) -> Iterator[Problem]:
    kind = element.get("type")
    if isinstance(kind, str) and surface not in table.ELEMENT_SURFACES.get(kind, table.SURFACES):
        yield unsupported(kind, f"{at}/type", ELEMENTS)


def _together(blocks: list[object], surface: table.Surface, at: str) -> Iterator[Problem]:
    """What is wrong only because of what else is there, or because of the surface."""
    yield from _twice("block_id", all_blocks(blocks, at))
    focused = 0
    for block, pointer in all_blocks(blocks, at):
        yield from _twice("action_id", elements_of(block, pointer))
        for element, place in elements_of(block, pointer):
            yield from _misplaced(element, surface, place)
            focused += element.get("focus_on_load") is True
            if focused > 1 and element.get("focus_on_load") is True:
                yield Problem(f"{place}/focus_on_load", "only one element may have `focus_on_load` set to true")
    yield from _once(blocks, surface, at)


def _twice(name: str, things: Iterable[tuple[Mapping[str, object], str]]) -> Iterator[Problem]:
    """Each of these things whose identifier another one has already."""
    seen: set[str] = set()
    for thing, place in things:
        value = thing.get(name)
        if isinstance(value, str):
            if value in seen:
                yield taken(name, value, f"{place}/{name}")
            seen.add(value)


def _once(blocks: list[object], surface: table.Surface, at: str) -> Iterator[Problem]:
    kinds = Counter(block.get("type") for block in blocks if isinstance(block, Mapping) and isinstance(block.get("type"), str))
    for kind in table.ONE_PER_MESSAGE:
        if surface == "message" and kinds[kind] > 1:
            yield Problem(at, f"only_one_{kind}_allowed")


def all_blocks(blocks: object, at: str = "") -> Iterator[tuple[Mapping[str, object], str]]:
    """Each block with its pointer, those inside a container, carousel or plan included."""
    for index, block in enumerate(blocks if isinstance(blocks, list) else []):
        if isinstance(block, Mapping):
            yield block, f"{at}/{index}"
            for name in ("child_blocks", "tasks", *(["elements"] if block.get("type") == "carousel" else [])):
                inner = block.get(name)
                for number, child in enumerate(inner if isinstance(inner, list) else []):
                    if isinstance(child, Mapping):
                        yield child, f"{at}/{index}/{name}/{number}"


def elements_of(block: object, at: str = "") -> Iterator[tuple[Mapping[str, object], str]]:
    """Each interactive element of a block with its pointer, whatever field holds it. A carousel has none: its cards do."""
    if not isinstance(block, Mapping) or block.get("type") == "carousel":
        return
    for name in ("element", "accessory"):
        one = block.get(name)
        if isinstance(one, Mapping):
            yield one, f"{at}/{name}"
    for name in ("elements", "actions"):
        several = block.get(name)
        for index, one in enumerate(several if isinstance(several, list) else []):
            if isinstance(one, Mapping):
                yield one, f"{at}/{name}/{index}"
