""" "I gave it": the button below a yes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.slack import ids
from bot.slack.blocks.giving import gave_message
from bot.slack.carry import unpacked
from bot.slack.place import SeenBy, place_of

if TYPE_CHECKING:
    from slack_bolt import Ack, App

    from bot.slack.counter import Counter


def register(app: App, counter: Counter) -> None:
    """Pressed twice it counts once: the gift has its id from the answer on."""

    @app.action(ids.GAVE)
    def gave(ack: Ack, body: dict[str, Any], action: dict[str, Any]) -> None:
        ack()
        place, said = place_of(body), unpacked(action["value"])

        def note() -> None:
            noted = counter.office.till.gave(counter.asker(body), said.get("words", ""), said.get("id", ""))
            counter.sender.send(gave_message(noted), place, seen_by=SeenBy.ASKER)

        counter.later(note, place, ids.GAVE)
