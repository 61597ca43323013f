"""Which playbook fits: one, two to choose from, or none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from bot.model import UNKNOWN, Match, Matches

if TYPE_CHECKING:
    from bot.library.knowledge import Knowledge
    from bot.search.index import Found


class Finder(Protocol):
    """Ranks playbooks for a post."""

    def search(self, text: str, k: int = 3) -> Found: ...


def retrieve(text: str, finder: Finder, knowledge: Knowledge) -> Matches:
    """The matches of a post and what they decide, by the thresholds of values.yaml.

    Below `min_confidence` no playbook is named and the fallback is first; two whose scores lie within `ambiguous_margin`
    of each other are both offered.
    """
    rules = knowledge.values.retrieval
    found = finder.search(text, max(rules.top_k, 2))
    ranked = tuple(
        Match(
            playbook=scored.owner,
            title=knowledge.playbooks[scored.owner].playbook.title,
            score=scored.score,
            margin=scored.score - following,
            drawn_by=scored.nearest,
        )
        for scored, following in zip(found.ranked, [*(other.score for other in found.ranked[1:]), 0.0], strict=True)
    )
    if not ranked or found.confidence < rules.min_confidence:
        fallback = Match(UNKNOWN, knowledge.playbooks[UNKNOWN].playbook.title, max(0.0, 1.0 - found.confidence))
        return Matches("none", (fallback, *ranked)[: max(rules.top_k, 2)], found.confidence)
    decision = "which" if len(ranked) > 1 and ranked[0].margin < rules.ambiguous_margin else "one"
    return Matches(decision, ranked[: max(rules.top_k, 2)], found.confidence)
