"""How well the shipped playbooks are found: every test post is played, none of them was ever indexed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.model import UNKNOWN, Ask

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bot.desk import Desk
    from bot.model import Advice


@dataclass(frozen=True, slots=True)
class Row:
    """One playbook's figures, each a share of its test posts, as the person sees them: "none fits" is a wrong first place.

    `taken_for` names what it was confused with, most often first.
    """

    playbook: str
    posts: int
    top1: float
    recall3: float
    mrr: float
    flag_recall: float | None
    taken_for: str


@dataclass(frozen=True, slots=True)
class Measured:
    """All rows, worst first, and the figures of the whole, ready to print."""

    rows: tuple[Row, ...]
    totals: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Played:
    playbook: str
    advice: Advice
    ranked: tuple[str, ...]
    wanted_flags: frozenset[str]

    @property
    def rank(self) -> int:
        """1 for the first place; 0 when it is not among those kept."""
        return self.ranked.index(self.playbook) + 1 if self.playbook in self.ranked else 0

    @property
    def flagged(self) -> bool:
        return bool(self.wanted_flags & {flag.id for flag in self.advice.reading.flags})


def measure(desk: Desk) -> Measured:
    """Plays the test posts of every playbook; those of the fallback measure abstention."""
    played = [
        _play(desk, playbook_id, post) for playbook_id, loaded in desk.knowledge.playbooks.items() for post in loaded.test_posts
    ]
    fitting = [one for one in played if one.playbook != UNKNOWN]
    strangers = [one for one in played if one.playbook == UNKNOWN]
    rows = sorted(
        (_row(name, [one for one in fitting if one.playbook == name]) for name in {one.playbook for one in fitting}), key=_worst
    )
    return Measured(tuple(rows), _totals(fitting, strangers))


def _play(desk: Desk, playbook_id: str, post: str) -> _Played:
    advice = desk.reply(Ask(post))
    ranked = tuple(match.playbook for match in advice.matches.ranked)
    return _Played(playbook_id, advice, ranked, frozenset(desk.knowledge.playbooks[playbook_id].playbook.flags))


def _row(playbook: str, played: list[_Played]) -> Row:
    taken = Counter(one.ranked[0] for one in played if one.ranked[0] != playbook)
    return Row(
        playbook=playbook,
        posts=len(played),
        top1=_share(one.rank == 1 for one in played),
        recall3=_share(1 <= one.rank <= 3 for one in played),
        mrr=_mrr(played),
        flag_recall=_share(one.flagged for one in played) if played[0].wanted_flags else None,
        taken_for=", ".join(f"{name} {times}" for name, times in taken.most_common(3)),
    )


def _worst(row: Row) -> tuple[float, float, str]:
    return row.top1, row.recall3, row.playbook


def _totals(fitting: list[_Played], strangers: list[_Played]) -> dict[str, str]:
    flagged = [one for one in fitting if one.wanted_flags]
    calm = [one for one in fitting if not one.wanted_flags]
    decided = Counter(one.advice.matches.decision for one in fitting)
    named = [one for one in fitting if one.advice.matches.decision == "one"]
    both = [one for one in fitting if one.advice.matches.decision == "which"]
    routine = [one for one in fitting if one.advice.reading.severity >= 3]
    abstained = _share(one.advice.matches.decision == "none" for one in strangers)
    raised, in_vain = _share(one.flagged for one in flagged), _share(bool(one.advice.reading.flags) for one in calm)
    alone = _share(one.advice.authority.verdict == "go" for one in routine)
    return {
        "posts": str(len(fitting)),
        "top-1": f"{_share(one.rank == 1 for one in fitting):.3f}",
        "recall@3": f"{_share(1 <= one.rank <= 3 for one in fitting):.3f}",
        "MRR": f"{_mrr(fitting):.3f}",
        "decided one / which / none": " / ".join(
            f"{decided[name] / max(1, len(fitting)):.3f}" for name in ("one", "which", "none")
        ),
        "right where one was named": f"{_share(one.rank == 1 for one in named):.3f} of {len(named)}",
        "among the two that were offered": f"{_share(1 <= one.rank <= 2 for one in both):.3f} of {len(both)}",
        "abstained where nothing fits": f"{abstained:.3f} of {len(strangers)}",
        "red flags raised where due (recall)": f"{raised:.3f} of {len(flagged)}",
        "posts flagged where none is due": f"{in_vain:.3f} of {len(calm)}",
        "severity 3 to 5 answered without asking": f"{alone:.3f} of {len(routine)}",
    }


def _mrr(played: list[_Played]) -> float:
    return sum(1 / one.rank for one in played if one.rank) / max(1, len(played))


def _share(hits: Iterable[bool]) -> float:
    found = list(hits)
    return sum(found) / len(found) if found else 0.0
