"""Who has something new to see. Each viewer has a number that rises with every change of what they see."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


class Changes:
    """A count per viewer, and those who want to be told. Told on the loop's thread, after the change."""

    def __init__(self) -> None:
        self._seq: defaultdict[str, int] = defaultdict(int)
        self._watchers: list[Callable[[], None]] = []
        self.ended = False
        """True once the workspace is going: nobody need wait any more."""

    def of(self, viewer: str) -> int:
        return self._seq[viewer]

    def note(self, viewers: Iterable[str]) -> None:
        for viewer in viewers:
            self._seq[viewer] += 1
        for watcher in tuple(self._watchers):
            watcher()

    def end(self) -> None:
        self.ended = True
        self.note([])

    def watch(self, watcher: Callable[[], None]) -> Callable[[], None]:
        """`watcher()` at every change; returns the function that ends it."""
        self._watchers.append(watcher)
        return lambda: self._watchers.remove(watcher)
