"""Rich text: the elements in which anybody's words may stand, since nothing in them is ever read as markup."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal
from urllib.parse import quote as percent
from urllib.parse import urlsplit

from bot.slack.text import NOTHING, cut, is_user, line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.slack.message import Json

Style = Literal["bold", "italic", "strike", "code"]
WORDS_MOST = 3000
_SHOWN_MOST = 60
_URL_MOST = 3000


def rich(*parts: Json, block_id: str) -> Json:
    """A rich_text block of sections, lists, quotes and preformatted texts."""
    return {"type": "rich_text", "block_id": block_id, "elements": list(parts)}


def section(*elements: Json) -> Json:
    """One paragraph."""
    return {"type": "rich_text_section", "elements": list(elements)}


def quote(text: str, most: int = WORDS_MOST) -> Json:
    """Somebody's words with a bar beside them."""
    return {"type": "rich_text_quote", "elements": [words(text, most=most)]}


def preformatted(text: str, most: int = WORDS_MOST) -> Json:
    """A text to copy as it is."""
    return {"type": "rich_text_preformatted", "elements": [words(text, most=most)]}


def bullets(items: Iterable[Iterable[Json]]) -> Json:
    """A list with one dot for each of `items`."""
    return {"type": "rich_text_list", "style": "bullet", "elements": [section(*item) for item in items]}


def words(text: str, *styles: Style, most: int = WORDS_MOST) -> Json:
    """A run of text; cut at `most`, harmless, never empty."""
    shown: Json = {"type": "text", "text": cut(text, most) or NOTHING}
    return shown | {"style": dict.fromkeys(styles, True)} if styles else shown


def person(user: str) -> Json:
    """A colleague by their Slack id, as a name that can be pressed; other text stays text."""
    return {"type": "user", "user_id": user} if is_user(user) else words(user, most=80)


def link(address: str) -> Json:
    """A web address that shows where it truly leads: host in ASCII, no user part. What is no such address is plain text."""
    if found := _split(address):
        url, shown = found
        return {"type": "link", "url": url, "text": line(shown, _SHOWN_MOST)}
    return words(line(address, 200) or NOTHING)


def is_address(address: str) -> bool:
    """Whether this is a web address that Slack takes as one."""
    return _split(address) is not None


def _split(address: str) -> tuple[str, str] | None:
    """The address made ASCII, and what is shown of it; None for all that is not http or too long."""
    try:
        parts = urlsplit(address.strip())
        host = (parts.hostname or "").encode("idna").decode("ascii")
        port = f":{parts.port}" if parts.port else ""
    except (ValueError, UnicodeError):
        return None
    if parts.scheme not in ("http", "https") or not host or not host.replace("-", "").replace(".", "").isalnum():
        return None
    rest = percent(parts.path, safe="/%:@!$&'()*+,;=~-._", errors="replace")
    query = f"?{percent(parts.query, safe='/?%:@!$&()*+,;=~-._', errors='replace')}" if parts.query else ""
    url = f"{parts.scheme}://{host}{port}{rest}{query}"
    return (url, f"{host}{port}{rest}") if len(url) <= _URL_MOST else None
