"""What is sent to Slack: a text that can be heard, and the blocks that show the same."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Message:
    """`text` is what a notification and a screen reader say: escaped, never empty. `blocks` are what the eye sees."""

    text: str
    blocks: tuple[Json, ...] = ()
