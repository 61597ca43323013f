"""Links, handles and e-mail addresses in a draft, and whether they are ours."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.flow.check.context import Context
    from bot.flow.check.reply import Reply

_ENDINGS = (
    r"(?:com|org|net|info|biz|io|co|app|shop|store|site|online|link|click|top|xyz|help|support|dev|ai|tv|eu|uk|de|fr|ca|au|nz|ie|nl|es|it|se|no|ch|at|jp|cn|in|br|ru|tk|ml|page|live|team|services?|care|cc|gl)"
)
_SHORTENERS = r"(?:bit\.ly|t\.co|wa\.me|t\.me|tinyurl\.com|goo\.gl|ow\.ly|is\.gd|buff\.ly|rb\.gy|cutt\.ly|m\.me|lnkd\.in|linktr\.ee)"
_LINK = re.compile(
    rf"(?<![\w@.-])(?:https?://[^\s<>()\"']{{1,300}}|www\.[^\s<>()\"']{{1,300}}|{_SHORTENERS}(?:/[^\s<>()\"']{{0,200}})?|"
    rf"(?:[a-z0-9\u00a1-\uffff-]{{1,63}}\.){{1,4}}{_ENDINGS}(?![\w-])(?!\.\w)(?::\d+)?(?:/[^\s<>()\"']{{0,300}})?)"
)
_EMAIL = re.compile(r"(?<![\w.+-])[a-z0-9._%+-]{1,64}@((?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,24})")
_HANDLE = re.compile(r"(?<![\w@/.])@[a-z0-9_.]{2,40}(?<!\.)")


@dataclass(frozen=True, slots=True)
class Route:
    """Where a draft sends people. `start` and `end` are places in the reply's `text`."""

    text: str
    host: str
    start: int
    end: int


def links(reply: Reply) -> Iterator[Route]:
    """Every web address, with or without `https://`."""
    for found in _LINK.finditer(reply.text):
        address = found.group().rstrip(".,;:!?")
        yield Route(address, _host(address), found.start(), found.start() + len(address))


def emails(reply: Reply) -> Iterator[Route]:
    """Every e-mail address."""
    for found in _EMAIL.finditer(reply.text):
        yield Route(found.group(), found.group(1), *found.span())


def handles(reply: Reply) -> Iterator[Route]:
    """Every @handle."""
    for found in _HANDLE.finditer(reply.text):
        yield Route(found.group(), "", *found.span())


def is_ours(route: Route, context: Context) -> bool:
    """Whether the host is on the company's list (or below one that is), or the whole address is among the known facts."""
    facts = context.facts.lower()
    if any(route.host == domain.lower() or route.host.endswith("." + domain.lower()) for domain in context.allowed_domains):
        return True
    return bool(route.text) and route.text in facts.split()


def _host(address: str) -> str:
    """The host in its ASCII form, so that a look-alike letter cannot pass for ours; empty when there is none."""
    try:
        host = urlsplit(address if "://" in address else f"https://{address}").hostname or ""
        return host.encode("idna").decode("ascii").lower().rstrip(".").removeprefix("www.")
    except (ValueError, UnicodeError):
        return ""
