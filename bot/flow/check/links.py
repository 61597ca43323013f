"""Links, handles and e-mail addresses in a draft, and whether they are ours."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.flow.check.context import Context
    from bot.flow.check.reply import Reply

_WITH_SCHEME = re.compile(r"(?i:https?)://[^\s<>\"'()]{1,400}")
"""What says that it is a link is one, whatever its ending."""
_WITH_PATH = re.compile(
    r"(?<![\w@./-])(?:[a-z0-9-]{1,63}\.){1,4}(?:[a-z]{2,24}/[a-z0-9][^\s<>\"'()]{0,200}|(?:example|test|invalid|local|localhost|onion)(?![\w.-]))"
)
"""So is a host with a path, and one that no public register knows."""
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
    whole = [found.span() for found in _WITH_SCHEME.finditer(reply.unmasked)]
    for start, end in whole:
        address = reply.unmasked[start:end].lower().rstrip(".,;:!?")
        yield Route(address, _host(address), start, start + len(address))
    bare = [(link.start, link.end, link.host) for link in reply.links]
    if "." in reply.text:
        bare += [(*found.span(), found.group().partition("/")[0]) for found in _WITH_PATH.finditer(reply.text)]
    taken = whole
    for start, end, host in bare:
        if not any(first < end and start < last for first, last in taken):
            taken.append((start, end))
            yield Route(reply.unmasked[start:end].lower().rstrip(".,;:!?"), _ascii(host), start, end)


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
    """The host of an address that has a scheme: after any `name@`, before any port."""
    authority = re.split(r"[/?#\\]", address.partition("://")[2], maxsplit=1)[0]
    return _ascii(authority.rpartition("@")[2].partition(":")[0])


def _ascii(host: str) -> str:
    """The host in its ASCII form, so that a look-alike letter cannot pass for ours."""
    try:
        return host.encode("idna").decode("ascii").lower().rstrip(".").removeprefix("www.")
    except UnicodeError:
        return host
