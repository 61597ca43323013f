"""Trigger ids: a person's click lets the app open one window, once, within three seconds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.emulator.call import SlackError

if TYPE_CHECKING:
    from bot.emulator.clock import Clock
    from bot.emulator.ids import Ids

LIFE = 3.0
"""Seconds."""


@dataclass(slots=True)
class Trigger:
    """`view` is the modal in which the person clicked, if it was one."""

    id: str
    user: str
    issued: float
    view: str | None = None
    used: bool = False


class Triggers:
    """All trigger ids that were given out."""

    def __init__(self, clock: Clock, ids: Ids) -> None:
        self._clock = clock
        self._ids = ids
        self._triggers: dict[str, Trigger] = {}

    def issue(self, user: str, view: str | None = None) -> str:
        trigger = Trigger(self._ids.trigger(), user, self._clock.now(), view)
        self._triggers[trigger.id] = trigger
        return trigger.id

    def exchange(self, trigger_id: str) -> Trigger:
        """Uses it up. Raises SlackError invalid_trigger_id, expired_trigger_id or exchanged_trigger_id."""
        trigger = self._triggers.get(trigger_id)
        if trigger is None:
            raise SlackError("invalid_trigger_id")
        if self._clock.now() - trigger.issued > LIFE:
            raise SlackError("expired_trigger_id")
        if trigger.used:
            raise SlackError("exchanged_trigger_id")
        trigger.used = True
        return trigger
