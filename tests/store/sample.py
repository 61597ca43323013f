"""A draft to keep, and a store to keep it in."""

from __future__ import annotations

from datetime import UTC, datetime

from bot.kept import Brief, HandOver, Kept
from bot.model import Ask

NOW = datetime(2026, 3, 1, 14, 5, tzinfo=UTC)


def kept(
    name: str = "d_1", team: str = "T1", asker: str = "U1", text: str = "I've got this. ^Mo", post: str = "my bag is gone"
) -> Kept:
    return Kept(
        id=name,
        team=team,
        asker=asker,
        ask=Ask(post, channel="facebook", followers=12, replies=("one", "two"), seed=3, short=True),
        brief=Brief(link="https://x.com/a/1", know="bag tag 12", done="looked"),
        text=text,
        own_words=False,
        playbook="damaged-lost-belongings@1a2b3c4d",
        verdict="go",
        severity=4,
        made=NOW,
        changed=NOW,
        ticked=(0, 2),
    )


def given(name: str = "h_1", draft: str = "d_1", team: str = "T1") -> HandOver:
    return HandOver(name, draft, team, "U1", "safety", "May we refund?", NOW)
