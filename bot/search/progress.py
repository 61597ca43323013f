"""How long work tells the caller where it is."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[str, float], None]
"""Called with a plain description of the step and the part of it that is done, 0 to 1; the last call of a step has 1."""


def silent(_step: str, _done: float) -> None:
    """A progress that tells nobody."""
