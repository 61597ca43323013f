"""The company files that we ship, as the flow sees them."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import TYPE_CHECKING

from bot.library.knowledge import load

if TYPE_CHECKING:
    from bot.library.values import Values

ROOT = Path(__file__).parents[2]


@functools.cache
def shipped_values() -> Values:
    """`values.yaml` with the cue files of `knowledge/cues/`."""
    return load(ROOT).values
