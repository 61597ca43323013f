"""A card is a row of parts. When there is too much, the least needed part gives way, and the order of the others stays."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.slack.blocks.phone import total
from bot.slack.limits import fits_message

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bot.slack.message import Json

ALWAYS = 0
SPARE = 5
"""From here on a part gives way for the sake of one screen alone."""
PHONE = 720
"""The px that a card may take on a phone of 844: what is left between the header and the composer, and a little more."""
AROUND = 57
"""What stands around the blocks: the author, and "Only visible to you" with "Dismiss" beside it."""
SCREEN = PHONE - AROUND - 4
"""What the blocks of a message may take together; a little is kept for fonts that run wider."""


@dataclass(frozen=True, slots=True)
class Part:
    """Blocks that stay or go together. The higher `spare`, the sooner they give way; `ALWAYS` never.

    What gives way is replaced by `lighter`, which says less in less room, or goes where there is none.
    """

    spare: int
    blocks: tuple[Json, ...]
    lighter: Part | None = None


def fitted(parts: Sequence[Part], *, one_screen: bool) -> tuple[Json, ...]:
    """The blocks of `parts` in order, as many as Slack takes in one message and, for `one_screen`, as a phone shows at once."""
    if one_screen:
        heights: dict[int, float] = {}  # of blocks by identity: the parts keep them alive, and measuring is what takes time
        parts = _fitting(parts, SPARE, lambda blocks: total(blocks, heights) <= SCREEN)
    return _blocks(_fitting(parts, ALWAYS + 1, fits_message))


def ladder(*steps: Part) -> Part:
    """One part that gives way step by step: each of `steps` stands in for the one before it."""
    part = steps[-1]
    for step in reversed(steps[:-1]):
        part = Part(step.spare, step.blocks, part)
    return part


def _fitting(parts: Sequence[Part], least: int, fits: Callable[[tuple[Json, ...]], bool]) -> Sequence[Part]:
    """`parts` with the most spare ones lighter or gone, until they fit or only those below `least` are left.

    A large part that gave way may leave room for a smaller one that gave way before it: that one comes back.
    """
    given_way: list[tuple[int, Part]] = []
    now: list[Part | None] = list(parts)
    while not fits(_blocks(now)):
        most = max((part.spare for part in now if part), default=ALWAYS)
        if most < least:
            break
        place = max(place for place, part in enumerate(now) if part and part.spare == most)
        part = now[place]
        assert part is not None
        given_way.append((place, part))
        now[place] = part.lighter
    for place, part in reversed(given_way):
        if now[place] is part.lighter and fits(_blocks([*now[:place], part, *now[place + 1 :]])):
            now[place] = part
    return [part for part in now if part]


def _blocks(parts: Sequence[Part | None]) -> tuple[Json, ...]:
    return tuple(block for part in parts if part for block in part.blocks)
