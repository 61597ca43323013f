"""reactions.*: one reaction of a name for each who reacts."""

from __future__ import annotations

from typing import Any

from tests.emulator.methods.stage import GENERAL, RANDOM, Stage, error


def test_a_reaction_is_added_once_read_and_taken_away(stage: Stage) -> None:
    at: dict[str, Any] = {"channel": GENERAL, "timestamp": stage.say()}
    stage.client.reactions_add(name="wave", **at)
    assert error(lambda: stage.client.reactions_add(name=":wave:", **at)) == "already_reacted"
    (reaction,) = stage.client.reactions_get(**at)["message"]["reactions"]
    assert reaction == {"name": "wave", "users": ["U0BOT"], "count": 1}
    stage.client.reactions_remove(name="wave", **at)
    assert "reactions" not in stage.client.reactions_get(**at)["message"]
    assert error(lambda: stage.client.reactions_remove(name="wave", **at)) == "no_reaction"


def test_a_reaction_is_refused(stage: Stage) -> None:
    there = stage.say()
    assert error(lambda: stage.client.reactions_add(channel=GENERAL, timestamp="1.000001", name="wave")) == "message_not_found"
    assert error(lambda: stage.client.reactions_add(channel=GENERAL, timestamp=there, name="Big wave")) == "invalid_name"
    assert error(lambda: stage.client.reactions_add(channel=RANDOM, timestamp=there, name="wave")) == "not_in_channel"
