"""Which playbook fits: one, two to choose from, or none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from bot.model import UNKNOWN, Emotion, Match, Matches

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.library.knowledge import Knowledge
    from bot.library.playbooks import Playbook
    from bot.model import Decision, Reading
    from bot.search.index import Found


class Finder(Protocol):
    """Ranks owners for a post: playbooks, or red flags."""

    def search(self, text: str, k: int = 3) -> Found: ...


CLEAR = frozenset({"praise", "spam"})
"""Intents that rules read reliably enough to confirm a match."""
GLAD = frozenset({"praise", "joke"})
GENUINE = frozenset({"fix", "help", "warn", "punish"})
SURE = 0.75
"""Score from which likeness alone outweighs what the rules read: to take a post with an issue for spam, and to see somebody in
despair where neither net for red flags does."""


def retrieve(text: str, reading: Reading, finder: Finder, knowledge: Knowledge) -> Matches:
    """The matches of a post and what they decide, by the thresholds of values.yaml.

    Below `min_confidence` no playbook is named and the fallback is first; two whose scores lie within `ambiguous_margin`
    of each other are both offered. What the rules read may stand against a match: nobody who is angry is thanked for praise,
    and in doubt a post is genuine, not spam.
    """
    rules = knowledge.values.retrieval
    kept = max(rules.top_k, 2)
    found = finder.search(text, kept + 1)
    playbooks = {name: loaded.playbook for name, loaded in knowledge.playbooks.items()}
    scored = [one for one in found.ranked if _may_fit(playbooks[one.owner], one.score, reading)][:kept]
    ranked = tuple(
        Match(one.owner, playbooks[one.owner].title, one.score, one.score - following, one.nearest)
        for one, following in zip(scored, [*(other.score for other in scored[1:]), 0.0], strict=False)
    )
    if found.confidence < rules.min_confidence or not ranked:
        if agreed := _agreed(ranked, reading, playbooks):
            return Matches("one", (agreed, *(match for match in ranked if match is not agreed)), found.confidence)
        fallback = Match(UNKNOWN, playbooks[UNKNOWN].title, max(0.0, 1.0 - found.confidence))
        return Matches("none", (fallback, *ranked)[:kept], found.confidence)
    decision: Decision = "which" if len(ranked) > 1 and ranked[0].margin < rules.ambiguous_margin else "one"
    return Matches(decision, ranked, found.confidence)


def _agreed(ranked: Sequence[Match], reading: Reading, playbooks: Mapping[str, Playbook]) -> Match | None:
    """A match that search alone is not sure of but the rules point to as well: by a red flag, or by plain praise or spam."""
    flags = {flag.id for flag in reading.flags if flag.source == "rule"}
    for match in ranked:
        if flags & set(playbooks[match.playbook].flags):
            return match
    first = ranked[0] if ranked else None
    if first and reading.intent in CLEAR and reading.intent in playbooks[first.playbook].intent:
        return first
    return None


def _may_fit(playbook: Playbook, score: float, reading: Reading) -> bool:
    wanted = set(playbook.intent)
    if wanted and wanted <= GLAD:
        return reading.emotion < Emotion.E2
    if wanted == {"spam"}:
        return reading.intent not in GENUINE or score >= SURE
    if playbook.severity == 1 and playbook.flags:
        return bool({flag.id for flag in reading.flags} & set(playbook.flags)) or score >= SURE
    return True
