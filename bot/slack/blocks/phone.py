"""How tall a block stands on a phone of 390 px, as the local workspace draws it: so a card knows what it has room for.

The words of a text are laid into lines by the widths of a common sans serif; a browser test holds this against the real page.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from bot.slack.message import Json

GAP = 8
"""Between two blocks, two buttons, a paragraph and what stands beside it; px like everything here."""
_WIDTH = 324
_CODE_WIDTH, _CODE_FRAME = 262, 22
_LIST_INDENT = 24
_BOX, _BOX_GAP = 26, 6
_BUTTON_FRAME, _BUTTON = 29, 40
_THUMBS = 38
_DIVIDER = 9
_WORDS_LEAST = 220
_TEXT, _SMALL, _HEADER, _LABEL = (15, 22.05), (13, 19.11), (17, 22.95), (14, 20.6)
"""Size of the letters and height of a line."""
_BOLD = 1.07
_WIDTHS = {
    "ijl'|": 0.22,
    " !,./:;[]\\ftI": 0.28,
    "r-()`": 0.34,
    '“”"*': 0.36,
    "cksvxyzJ^": 0.5,
    "ABEKPSVXY&": 0.67,
    "CDHNRUw": 0.72,
    "GOQmM": 0.8,
    "W%@—…": 0.98,
}
_SMALL_LETTER, _CAPITAL, _FOREIGN = 0.56, 0.65, 1.0


def height(block: Json) -> float:
    """How many px of a phone's screen a block takes, without the gap to the next."""
    return _HEIGHTS[block["type"]](block)


def total(blocks: Iterable[Json], known: dict[int, float] | None = None) -> float:
    """How many px the blocks of a message take together. `known` remembers heights by the identity of their blocks."""
    known = {} if known is None else known
    together = 0.0
    for block in blocks:
        if id(block) not in known:
            known[id(block)] = height(block)
        together += known[id(block)] + GAP
    return together


def lines(text: str, width: float, size: float = _TEXT[0]) -> int:
    """In how many lines `text` is laid, breaking between words as a browser does."""
    return sum(_rows((_wide(word, size) for word in line.split()), width, size * 0.28) for line in text.split("\n"))


def _rows(widths: Iterable[float], width: float, gap: float) -> int:
    """How many rows things of these widths fill, one after the other; what is wider than a row is broken."""
    rows, filled = 1, 0.0
    for wide in widths:
        if filled and filled + gap + wide > width:
            rows, filled = rows + 1, 0.0
        filled += (gap if filled else 0.0) + wide
        if filled > width:
            rows, filled = rows + int(filled // width), filled % width
    return rows


def _wide(text: str, size: float) -> float:
    return sum(map(_word, text.split(" "))) * size + text.count(" ") * size * _letter(" ")


@lru_cache(4096)
def _word(word: str) -> float:
    return sum(map(_letter, word))


@cache
def _letter(character: str) -> float:
    for those, width in _WIDTHS.items():
        if character in those:
            return width
    if not character.isascii():
        return _FOREIGN
    return _CAPITAL if character.isupper() else _SMALL_LETTER


def _header(block: Json) -> float:
    return lines(block["text"]["text"], _WIDTH / _BOLD, _HEADER[0]) * _HEADER[1]


def _section(block: Json) -> float:
    text, accessory = block.get("text", {}).get("text", ""), block.get("accessory")
    if accessory is None:
        return lines(text, _WIDTH) * _TEXT[1]
    if accessory["type"] != "button":
        return lines(text, _WIDTH) * _TEXT[1] + GAP + _choices(accessory)
    beside = _WIDTH - 2 * GAP - _button(accessory)
    if beside < _WORDS_LEAST:
        return lines(text, _WIDTH) * _TEXT[1] + GAP + _BUTTON
    return max(_BUTTON, lines(text, beside) * _TEXT[1])


def _choices(element: Json) -> float:
    each = (
        lines(option["text"]["text"], _WIDTH - _BOX) * _TEXT[1]
        + (lines(option["description"]["text"], _WIDTH - _BOX, _SMALL[0]) * _SMALL[1] if "description" in option else 0.0)
        for option in element.get("options", ())
    )
    return sum(one + _BOX_GAP for one in each) - _BOX_GAP


def _context(block: Json) -> float:
    texts = [element.get("text", "") for element in block["elements"]]
    height, filled = 0.0, 0.0
    for text in texts:
        wide = _wide(text, _SMALL[0])
        if filled and filled + 10 + wide <= _WIDTH:
            filled += 10 + wide
            continue
        height += (4 if height else 0) + lines(text, _WIDTH, _SMALL[0]) * _SMALL[1]
        filled = wide
    return height


def _actions(block: Json) -> float:
    if any(element["type"] == "checkboxes" for element in block["elements"]):
        return sum(map(_choices, block["elements"]))
    rows = _rows(map(_button, block["elements"]), _WIDTH, GAP)
    return rows * (_BUTTON + GAP) - GAP


def _button(element: Json) -> float:
    return _wide(element.get("text", {}).get("text", ""), _LABEL[0]) * _BOLD + _BUTTON_FRAME


def _rich(block: Json) -> float:
    return sum(map(_rich_part, block["elements"]))


def _rich_part(part: Json) -> float:
    if part["type"] == "rich_text_list":
        return sum(lines(_said(item), _WIDTH - _LIST_INDENT) for item in part["elements"]) * _TEXT[1]
    if part["type"] == "rich_text_preformatted":
        return lines(_said(part), _CODE_WIDTH) * 22.5 + _CODE_FRAME
    if part["type"] == "rich_text_quote":
        return lines(_said(part), _WIDTH - 15) * _TEXT[1] + GAP
    return lines(_said(part), _WIDTH / _boldness(part)) * _TEXT[1]


def _boldness(part: Mapping[str, Any]) -> float:
    """How much wider its words run for those that are bold."""
    bold = sum(len(run.get("text", "")) for run in part["elements"] if run.get("style", {}).get("bold"))
    share = bold / max(1, len(_said(part)))
    return 1 + (_BOLD - 1) * min(1.0, 2 * share)  # twice, since they stand together at the beginning


def _said(part: Mapping[str, Any]) -> str:
    elements: Sequence[Json] = part["elements"]
    return "".join(element.get("text") or "Somebody" for element in elements)


_HEIGHTS: Mapping[str, Callable[[Json], float]] = {
    "header": _header,
    "section": _section,
    "context": _context,
    "actions": _actions,
    "context_actions": lambda _: _THUMBS,
    "divider": lambda _: _DIVIDER,
    "rich_text": _rich,
}
