"""The record of decisions on the terminal: whether it is whole, and all of it as JSON lines."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence


def print_verified(rows: int, head: str, wrong: Sequence[str]) -> int:
    """Says how long the record is and its head, or everything that is wrong. Returns the exit code."""
    for sentence in wrong:
        sys.stdout.write(f"{sentence}\n")
    if wrong:
        sys.stdout.write("The record was changed after it was written; bring back a copy and compare the two.\n")
        return 1
    what = "1 decision" if rows == 1 else f"{rows:,} decisions"
    sys.stdout.write(f"{what}, nothing changed, nothing missing.\n")
    if head:
        sys.stdout.write(f"head: {head}\n")
    return 0


def print_rows(rows: Iterable[Mapping[str, object]]) -> int:
    """One JSON object a line, oldest first. Returns the exit code."""
    for row in rows:
        sys.stdout.write(f"{json.dumps(row)}\n")
    return 0
