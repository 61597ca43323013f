"""Which playbook fits: one, two to choose from, or none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from bot.model import UNKNOWN, Decision, Emotion, Match, Matches

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.library.knowledge import Knowledge
    from bot.library.playbooks import Playbook
    from bot.model import Reading
    from bot.search.index import Found


class Finder(Protocol):
    """Ranks owners for a post: playbooks, or red flags."""

    def search(self, text: str, k: int = 3) -> Found: ...


CLEAR = frozenset({"praise", "spam"})
"""Intents that rules read reliably enough to confirm a match."""
GLAD = frozenset({"praise", "joke"})


def retrieve(text: str, reading: Reading, finder: Finder, knowledge: Knowledge) -> Matches:
    """The matches of a post and what they decide, by the thresholds of values.yaml.

    Below `min_confidence` no playbook is named and the fallback is first; two whose scores lie within `ambiguous_margin`
    of each other are both offered. Nobody who is angry is thanked for praise.
    """
    rules = knowledge.values.retrieval
    found = finder.search(text, max(rules.top_k, 2) + 1)
    scored = [one for one in found.ranked if _may_fit(knowledge.playbooks[one.owner].playbook, reading)][: max(rules.top_k, 2)]
    ranked = tuple(
        Match(
            playbook=one.owner,
            title=knowledge.playbooks[one.owner].playbook.title,
            score=one.score,
            margin=one.score - following,
            drawn_by=one.nearest,
        )
        for one, following in zip(scored, [*(other.score for other in scored[1:]), 0.0], strict=True)
    )
    if found.confidence < rules.min_confidence and (agreed := _agreed(ranked, reading, knowledge)):
        return Matches("one", (agreed, *(match for match in ranked if match is not agreed)), found.confidence)
    if not ranked or found.confidence < rules.min_confidence:
        fallback = Match(UNKNOWN, knowledge.playbooks[UNKNOWN].playbook.title, max(0.0, 1.0 - found.confidence))
        return Matches("none", (fallback, *ranked)[: max(rules.top_k, 2)], found.confidence)
    decision: Decision = "which" if len(ranked) > 1 and ranked[0].margin < rules.ambiguous_margin else "one"
    return Matches(decision, ranked[: max(rules.top_k, 2)], found.confidence)


def _agreed(ranked: Sequence[Match], reading: Reading, knowledge: Knowledge) -> Match | None:
    """A match that search alone is not sure of but the rules point to as well: by a red flag, or by plain praise or spam."""
    flags = {flag.id for flag in reading.flags}
    for match in ranked:
        if flags & set(knowledge.playbooks[match.playbook].playbook.flags):
            return match
    first = ranked[0] if ranked else None
    if first and reading.intent in CLEAR and reading.intent in knowledge.playbooks[first.playbook].playbook.intent:
        return first
    return None


def _may_fit(playbook: Playbook, reading: Reading) -> bool:
    glad = bool(playbook.intent) and set(playbook.intent) <= GLAD
    return not (glad and reading.emotion >= Emotion.E2)
