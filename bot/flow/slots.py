"""Slots of closed vocabularies: what a move may say about the post, the company and the time. Never the customer's own text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.flow.playbook_cues import slot_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.library.playbooks import Playbook
    from bot.library.values import Values

SLOT = re.compile(r"\{([a-z_]+(?::[a-z_]+)?)\}")
OPEN = re.compile(r"\[add: [^\]\n]{1,80}\]")
"""What a person must still fill in; it stays visible in the draft."""


@dataclass(frozen=True, slots=True)
class Filling:
    """The words for each slot of one draft; `fill` puts them in and leaves what is unknown as an open slot."""

    words: Mapping[str, str]

    def fill(self, text: str) -> str:
        """`text` with every slot filled; a slot without words becomes `[add: ...]`."""
        return SLOT.sub(lambda slot: self.words.get(slot[1]) or f"[add: {slot[1].replace('_', ' ')}]", text)


def filling(
    playbook: Playbook, post: str, values: Values, *, channel: str, severity: int, name: str, owner: str, issue: str = ""
) -> Filling:
    """Everything that a move of `playbook` may say in answer to `post`.

    `{within}` depends on severity alone, so that reach never shows in a reply. `issue` overrides the playbook's own.
    """
    organisation = values.organisation
    words = slot_words(playbook, post, values.cue_words)
    words |= {f"link:{key}": address for key, address in values.links.items()}
    words |= {
        "within": within(values.follow_up.return_minutes.get(severity, values.follow_up.default_hours * 60)),
        "name": name,
        "initials": initials(name),
        "contact": values.links.get("help", ""),
        "owner": owner[:1].lower() + owner[1:],
        "place": organisation.words.get("place", "store"),
        "customer": organisation.words.get("customer", "customer"),
        "staff": organisation.words.get("staff", "colleague"),
        "org": organisation.name,
        "emergency": values.safety_lines.get("emergency", ""),
        "helpline": values.safety_lines.get("helpline", ""),
        "issue": issue or playbook.issue,
        "handle": values.own_handles.get(channel, organisation.name),
    }
    return Filling(words)


def initials(name: str) -> str:
    """The first letters of a name: "Mo Lee" is "ML"."""
    return "".join(part[0] for part in name.split())


def within(minutes: int) -> str:
    """A span as people say it: "within 30 minutes", "within the hour", "within 2 hours", "within a day"."""
    if minutes < 60:
        return f"within {minutes} minutes"
    if minutes < 120:
        return "within the hour"
    if minutes < 24 * 60:
        return f"within {minutes // 60} hours"
    days = minutes // (24 * 60)
    return "within a day" if days == 1 else f"within {days} days"
