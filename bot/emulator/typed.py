"""What a person types: Slack's escaped text for it, and its rich text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from bot.emulator.wire import with_ids

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.emulator.workspace import Workspace

Json = dict[str, Any]

_PARTS = re.compile(
    r"<@(?P<user>\w+)(?:\|[^>]*)?>|<#(?P<channel>\w+)(?:\|[^>]*)?>|<(?P<linked>https?://[^\s<>|]+)(?:\|[^>]*)?>"
    r"|(?P<bare>https?://(?:(?!&[lg]t;)[^\s<>|])+(?<![.,;:!?)'\"]))"
)
_ENTITIES = (("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"))


def escaped(text: str) -> str:
    """& < > as Slack writes them."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def unescaped(text: str) -> str:
    for entity, sign in _ENTITIES:
        text = text.replace(entity, sign)
    return text


class Typed:
    """A message as a client sends it off: "@Mo", "#general" and addresses become what Slack makes of them.

    Words may come escaped or plain; references that are there already (<@U…>) stay.
    """

    def __init__(self, workspace: Workspace, text: str) -> None:
        self._elements = list(_elements(_resolved(workspace, text)))

    @property
    def text(self) -> str:
        """For the field `text`: <@U…>, <#C…>, <https://…>, all else escaped."""
        return "".join(_written(element) for element in self._elements)

    @property
    def blocks(self) -> list[Json]:
        """The rich_text block that Slack makes of it."""
        section = {"type": "rich_text_section", "elements": self._elements}
        return with_ids([{"type": "rich_text", "elements": [section]}])


def _resolved(workspace: Workspace, text: str) -> str:
    """Names behind @ and # turned into ids; longer names first, so that "@Ana Maria" is not "@Ana"."""
    named = [(f"@{person.name}", f"<@{person.id}>") for person in workspace.people.values()]
    named += [(f"#{channel.name}", f"<#{channel.id}>") for channel in workspace.channels.values() if channel.kind == "channel"]
    for name, reference in sorted(named, key=lambda pair: -len(pair[0])):
        text = re.sub(rf"(?<![\w<]){re.escape(name)}(?![\w-])", reference, text, flags=re.IGNORECASE)
    return text


def _elements(text: str) -> Iterator[Json]:
    done = 0
    for found in _PARTS.finditer(text):
        if found.start() > done:
            yield {"type": "text", "text": unescaped(text[done : found.start()])}
        done = found.end()
        if found["user"]:
            yield {"type": "user", "user_id": found["user"]}
        elif found["channel"]:
            yield {"type": "channel", "channel_id": found["channel"]}
        else:
            yield {"type": "link", "url": unescaped(found["linked"] or found["bare"])}
    if done < len(text):
        yield {"type": "text", "text": unescaped(text[done:])}


def _written(element: Json) -> str:
    if element["type"] == "user":
        return f"<@{element['user_id']}>"
    if element["type"] == "channel":
        return f"<#{element['channel_id']}>"
    if element["type"] == "link":
        return f"<{escaped(element['url'])}>"
    return escaped(element["text"])
