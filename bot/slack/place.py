"""Where an answer stands, and who can see it there. Pure: what Slack's payload says, turned into one of six places."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any

from bot.errors import Misuse

if TYPE_CHECKING:
    from collections.abc import Mapping


class SeenBy(Enum):
    """Who can read what is sent. Always said at the call, never guessed from the place."""

    ASKER = "the asker alone"
    CHANNEL = "everyone in the channel"


@dataclass(frozen=True, slots=True)
class ByUrl:
    """A payload's response_url: the message it came from is replaced, or a new one appears. Good for five uses in 30 minutes."""

    url: str
    user: str
    replace: bool = False


@dataclass(frozen=True, slots=True)
class InView:
    """A modal of the asker's."""

    view: str
    user: str = ""

    def messages(self) -> InMessages:
        """Where a message can stand instead."""
        return InMessages(self.user)


@dataclass(frozen=True, slots=True)
class InThread:
    """A thread (or, without `thread`, a channel) where the bot is a member."""

    channel: str
    user: str
    thread: str = ""


@dataclass(frozen=True, slots=True)
class InMessages:
    """The asker's Messages tab with the app, in the thread of their message where there is one."""

    user: str
    channel: str = ""
    thread: str = ""


@dataclass(frozen=True, slots=True)
class OnHome:
    """The asker's Home tab."""

    user: str

    def messages(self) -> InMessages:
        """Where a message can stand instead."""
        return InMessages(self.user)


@dataclass(frozen=True, slots=True)
class Posted:
    """A message of ours that stands in a channel, to be changed."""

    channel: str
    ts: str


Place = ByUrl | InView | InThread | InMessages | OnHome | Posted
PRIVATE = (ByUrl, InView, InMessages, OnHome)
"""Places that only the asker ever sees; in a thread it depends on how the message is sent."""

_KINDS = {kind.__name__: kind for kind in (ByUrl, InView, InThread, InMessages, OnHome)}


def place_of(body: Mapping[str, Any]) -> Place:
    """Where the button stands that was pressed, so that the answer can take its place."""
    user, container = body["user"]["id"], body.get("container") or {}
    if container.get("type") == "view" and (body.get("view") or {}).get("type") == "modal":
        return InView(body["view"]["id"], user)
    if container.get("type") == "view":
        return OnHome(user)
    return ByUrl(body["response_url"], user, replace=True)


def to_metadata(place: Place, draft: str = "") -> str:
    """A place and a draft as a modal's private_metadata."""
    return json.dumps({"draft": draft, "kind": type(place).__name__, "place": asdict(place)})


def from_metadata(metadata: str) -> tuple[Place, str]:
    """The place and the draft of a modal. Raises Misuse for metadata that we did not write."""
    try:
        read = json.loads(metadata)
        return _KINDS[read["kind"]](**read["place"]), str(read["draft"])
    except (ValueError, KeyError, TypeError):
        raise Misuse("this form is too old to be used; open it again") from None
