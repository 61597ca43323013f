"""The request log: what Slack sent, what the app answered or asked, how long it took. Secrets are masked as they come in."""

from __future__ import annotations

import re
import time
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.emulator.clock import Clock

Json = dict[str, Any]
Direction = Literal["to_app", "from_app"]
Outcome = Literal["ok", "error", "timeout"]

KEPT = 1000
"""Entries; older ones are forgotten."""

MASK = "•••"
DEEPEST = 60
_SECRET_KEYS = re.compile(r"^(token|authorization|ticket|client_secret|signing_secret|x-slack-signature)$", re.IGNORECASE)
_SECRETS = (
    (re.compile(r"\b(xox[a-z]|xapp)-[\w.-]+"), rf"\1-{MASK}"),
    (re.compile(r"([?&]ticket=)[^&\s]+"), rf"\1{MASK}"),
    (re.compile(r"(/(?:commands|actions)/\w+/\w+/)\w+"), rf"\1{MASK}"),
)


@dataclass(slots=True)
class Entry:
    """One request in either direction. `ms` and `response` come when it is answered."""

    n: int
    at: float
    direction: Direction
    kind: str
    title: str
    request: Any
    started: float
    status: Literal["waiting", "ok", "error", "timeout"] = "waiting"
    response: Any = None
    ms: float | None = None

    def as_json(self) -> Json:
        return {
            "n": self.n,
            "at": self.at,
            "direction": self.direction,
            "kind": self.kind,
            "title": self.title,
            "ms": self.ms,
            "status": self.status,
            "request": self.request,
            "response": self.response,
        }


class Journal:
    """The last thousand requests. `changed` is called after each new or answered entry."""

    def __init__(self, clock: Clock, changed: Callable[[], None]) -> None:
        self._clock = clock
        self._changed = changed
        self._entries: deque[Entry] = deque(maxlen=KEPT)
        self._next = 1

    def begin(self, direction: Direction, kind: str, title: str, request: Any) -> Entry:
        entry = Entry(self._next, self._clock.now(), direction, kind, title, masked(request), time.perf_counter())
        self._next += 1
        self._entries.append(entry)
        self._changed()
        return entry

    def finish(self, entry: Entry, status: Outcome, response: Any = None) -> None:
        entry.status = status
        entry.response = masked(response)
        entry.ms = round((time.perf_counter() - entry.started) * 1000, 2)
        self._changed()

    def after(self, number: int) -> list[Json]:
        """Entries above `number`; also those at or below that were still open are up to the reader to ask for again."""
        return [entry.as_json() for entry in self._entries if entry.n > number]

    @property
    def last(self) -> int:
        return self._next - 1

    def clear(self) -> None:
        """Forgets all entries; numbers go on."""
        self._entries.clear()


def masked(value: Any, depth: int = 0) -> Any:
    """A copy in which no token, ticket, signature or response_url could be used; what lies too deep is left out."""
    if depth > DEEPEST:
        return MASK
    if isinstance(value, str):
        for pattern, mask in _SECRETS:
            value = pattern.sub(mask, value)
        return value
    if isinstance(value, Mapping):
        return {key: MASK if _SECRET_KEYS.match(str(key)) and inner else masked(inner, depth + 1) for key, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [masked(inner, depth + 1) for inner in value]
    return value
