"""Troubles that a test can order: a method that is rate limited or fails."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """`retry_after` seconds with status 429, or another HTTP status."""

    status: int
    retry_after: int = 0


class Faults:
    """Ordered troubles by method; each is used up one call at a time, in the order in which they were ordered."""

    def __init__(self) -> None:
        self._ordered: dict[str, list[Fault]] = {}

    def order(self, method: str, fault: Fault, times: int = 1) -> None:
        self._ordered.setdefault(method, []).extend([fault] * times)

    def take(self, method: str) -> Fault | None:
        waiting = self._ordered.get(method)
        return waiting.pop(0) if waiting else None

    def forget(self) -> None:
        self._ordered.clear()
