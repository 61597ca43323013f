"""Answers an employee's question with our own passages, word for word."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from bot.model import Answer
from bot.search.passages import text_key
from bot.search.terms import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.search.encoder import Encoder
    from bot.search.index import PlaybookIndex
    from bot.search.vectorised import Vectorised

LOWEST = 0.7
"""Chance that anything answers, below which nothing is offered: "I don't know" is an answer."""
WORTH_SHOWING = 0.04
"""Chance below which a further answer only gets in the way of the first."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A passage that may be shown: `text` under `title`. Several may share a kind and an id, as the parts of a guide do."""

    kind: str
    id: str
    title: str
    text: str
    found_by: tuple[str, ...] = ()
    """Further words that it is known by."""

    @property
    def owner(self) -> str:
        """What it belongs to, as `kind/id`."""
        return f"{self.kind}/{self.id}"

    @property
    def shown(self) -> str:
        """Title and text, as they are read."""
        return f"{self.title}. {self.text}"


class QuestionIndex:
    """Finds what answers by an index of ways to ask, and within it the passage that is nearest. Never changes once built."""

    def __init__(self, index: PlaybookIndex, entries: Sequence[Entry], vectors: Vectorised, encoder: Encoder) -> None:
        self._index = index
        self._encoder = encoder
        self._entries: defaultdict[str, list[Entry]] = defaultdict(list)
        for entry in entries:
            self._entries[entry.owner].append(entry)
        self._vectors = {text_key(entry.shown): vectors.of([entry.shown])[0] for entry in entries}

    def find(self, question: str, limit: int = 3) -> tuple[Answer, ...]:
        """At most `limit` passages, best first, one for each kind and id; none where nothing fits."""
        found = self._index.search(question, limit)
        if found.confidence < LOWEST:
            return ()
        shown = [scored for scored in found.ranked if scored.score >= WORTH_SHOWING] or list(found.ranked[:1])
        return tuple(self._answer(question, scored.owner, scored.score) for scored in shown)

    def _answer(self, question: str, owner: str, score: float) -> Answer:
        vector = self._encoder.encode([plain(question)])[0]
        nearest = max(self._entries[owner], key=lambda entry: float(np.dot(self._vectors[text_key(entry.shown)], vector)))
        return Answer(nearest.kind, nearest.id, nearest.title, nearest.text, round(score, 4))
