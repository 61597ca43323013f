"""Strings as Slack takes them: escaped, harmless, never cut inside an emoji.

Customers' and employees' words go into `plain` or into rich text (`bot.slack.rich`); `mrkdwn` is for our own words alone,
since only `&`, `<` and `>` can be escaped there and `*`, `_` and `~` cannot.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from bot.text.characters import PILED_MARKS, is_bidirectional, is_tag

if TYPE_CHECKING:
    from collections.abc import Callable

    import regex

    from bot.slack.message import Json

TEXT_MOST = 3000
ELLIPSIS = "…"
NOTHING = "–"
"""Slack refuses an empty text; this stands in its place."""
_MARKS_KEPT = 4
_LOOK = 4
_ENGLAND_AND_OTHERS = re.compile("(\U0001f3f4[\U000e0020-\U000e007e]+\U000e007f)")
_USER = re.compile(r"[UW][A-Z0-9]{2,20}")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


def escape(text: str) -> str:
    """`text` with the three characters that Slack reads as markup made literal."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def units(text: str) -> int:
    """The length as Slack's own code counts it: UTF-16 units."""
    return len(text) + sum(character > "\uffff" for character in text)


def escaped_units(text: str) -> int:
    """The length that `escape(text)` will have; the careful way to count wherever Slack might escape before it counts."""
    return units(text) + 4 * text.count("&") + 3 * text.count("<") + 3 * text.count(">")


def harmless(text: str) -> str:
    """`text` that cannot turn round, hide or pile up what stands beside it, and can be encoded.

    Lines, tabs, composed emoji and every script stay; direction marks and tags go; control characters and lone surrogates
    become U+FFFD; piles of marks are cut down.
    """
    if text.isascii() and not _CONTROL.search(text):
        return text
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    pieces = _ENGLAND_AND_OTHERS.split(PILED_MARKS.sub(lambda marks: marks[0][:_MARKS_KEPT], text))
    return "".join(piece if number % 2 else _without_tricks(piece) for number, piece in enumerate(pieces))


def clip(text: str, most: int, measure: Callable[[str], int] = units) -> str:
    """`text`, or as many of its first whole characters as fit with an ellipsis into `most` by `measure`."""
    if measure(text) <= most:
        return text
    room, kept = most - measure(ELLIPSIS), 0
    for found in _grapheme().finditer(text):
        room -= measure(found[0])
        if room < 0:
            break
        kept = found.end()
    return text[:kept].rstrip() + ELLIPSIS


def cut(text: str, most: int, measure: Callable[[str], int] = units) -> str:
    """`text` harmless and clipped. Only its beginning is looked at, so that no text takes long."""
    look = _LOOK * most
    return clip(harmless(text[:look]) + (ELLIPSIS if len(text) > look else ""), most, measure)


def line(text: str, most: int) -> str:
    """`text` on one line, harmless and no longer than `most`: for titles, buttons and lists."""
    return clip(" ".join(cut(text, _LOOK * most).split()), most, escaped_units)


def plain(text: str, most: int = TEXT_MOST) -> Json:
    """A plain_text object of anybody's words: nothing in it is read as markup or as the name of an emoji."""
    return {"type": "plain_text", "text": cut(text, most, escaped_units).strip() or NOTHING, "emoji": False}


def mrkdwn(own_words: str, most: int = TEXT_MOST) -> Json:
    """A mrkdwn object of our own words: `*bold*` and `_italic_` count, links and names are not made out of it."""
    words = escape(cut(own_words, most, escaped_units)).strip() or NOTHING
    return {"type": "mrkdwn", "text": words, "verbatim": True}


def spoken(text: str, most: int = TEXT_MOST) -> str:
    """Words for the top-level `text` of a message: harmless, clipped and escaped. Empty stays empty."""
    return escape(cut(text, most, escaped_units))


def mention(user: str) -> str:
    """A person's name as a token for top-level text: the one kind of markup that we write there."""
    return f"<@{user}>" if is_user(user) else spoken(user, 80)


def is_user(user: str) -> bool:
    """Whether this is the id of a Slack user."""
    return bool(_USER.fullmatch(user))


def _without_tricks(text: str) -> str:
    return "".join(map(_shown, text))


def _shown(character: str) -> str:
    if character < "\x7f" and character >= " ":
        return character
    if character in "\n\t":
        return character
    if is_bidirectional(character) or is_tag(character):
        return ""
    category = unicodedata.category(character)
    if category in {"Zl", "Zp"}:
        return "\n"
    return "\ufffd" if category in {"Cc", "Cs"} else character


@cache
def _grapheme() -> regex.Pattern[str]:
    import regex

    # Flags first: for a run of them, `\X` alone counts back to the beginning each time.
    return regex.compile(r"\p{Regional_Indicator}\p{Regional_Indicator}?+[\p{Grapheme_Extend}\u200D\p{Mc}]*+|\X")
