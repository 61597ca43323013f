"""Progress of long work, shown on standard error while it lasts and gone afterwards."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.search.progress import Progress


@contextlib.contextmanager
def bars() -> Iterator[Progress]:
    """A callback `progress(step, share)` that draws one bar a step, share from 0 to 1."""
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.percentage:>3.0f}%"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as drawn:
        tasks: dict[str, object] = {}

        def show(step: str, share: float) -> None:
            if step not in tasks:
                tasks[step] = drawn.add_task(step, total=1.0)
            drawn.update(tasks[step], completed=share)  # type: ignore[arg-type]

        yield show
