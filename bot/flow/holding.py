"""Holding lines without a post: for the moment when somebody must say something and knows nothing yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.flow.answer import HOLDING
from bot.flow.draft import compose, frame
from bot.flow.slots import filling
from bot.model import Emotion

if TYPE_CHECKING:
    from bot.library.knowledge import Knowledge
    from bot.model import Draft

ROUTINE = 4
LINES = 3


def holding_lines(knowledge: Knowledge, channel_id: str, name: str) -> tuple[Draft, ...]:
    """Up to three different holding lines for a channel of values.yaml; none where the company has no such playbook."""
    loaded = knowledge.playbooks.get(HOLDING)
    if loaded is None:
        return ()
    values = knowledge.values
    contact = values.contacts.get(loaded.playbook.owner)
    owner = contact.name if contact else loaded.playbook.owner
    words = filling(loaded.playbook, "", values, channel=channel_id, severity=ROUTINE, name=name, owner=owner)
    where = frame(channel_id, Emotion.E1, name, values)
    drafts = (compose(loaded, words, where, salt="", seed=seed) for seed in range(LINES * 2))
    return tuple({draft.text: draft for draft in drafts}.values())[:LINES]
