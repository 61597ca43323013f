"""The index of our own passages that answers an employee's question, word for word."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from bot.model import Answer
from bot.search.keywords import build_keywords, keyword_scores
from bot.search.progress import Progress, silent
from bot.search.terms import stem_terms
from bot.search.vectorised import Vectorised, vectorise

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from bot.search.encoder import Encoder

MEANING, KEYWORDS = 0.75, 0.25
"""Weights of both signals, each 0 to 1: meaning leads, because questions seldom use our words."""
HALF_KEYWORDS = 0.8
"""Keyword score that counts half: from there more matching words add less and less."""
LOWEST = 0.36
"""Score below which nothing is offered: "I don't know" is an answer."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A passage: `text` is shown under `title`; it is found by both, and by each of the ways to ask in `found_by`."""

    kind: str
    id: str
    title: str
    text: str
    found_by: tuple[str, ...] = ()

    @property
    def phrases(self) -> tuple[str, ...]:
        """All that the meaning of a question is held against."""
        return (f"{self.title}. {self.text}", self.title, *self.found_by)


class PassageIndex:
    """Finds passages by meaning and by words. Never changes once built; safe to share between threads."""

    def __init__(self, entries: Sequence[Entry], encoder: Encoder, vectorised: Vectorised) -> None:
        self._entries = tuple(entries)
        self._encoder = encoder
        self.vectorised = vectorised
        phrases = [entry.phrases for entry in entries]
        self._phrases = vectorised.of([phrase for several in phrases for phrase in several])
        self._starts = np.cumsum([0, *(len(several) for several in phrases[:-1])])
        self._keywords = build_keywords(
            [stem_terms(" ".join((*several, entry.text))) for several, entry in zip(phrases, entries, strict=True)]
        )

    @classmethod
    def build(
        cls, entries: Sequence[Entry], encoder: Encoder, known: Vectorised | None = None, progress: Progress = silent
    ) -> PassageIndex:
        """Index `entries`; only texts that are not among the `known` vectors are encoded."""
        usable = known if known and known.fingerprint == encoder.fingerprint else None
        texts = [phrase for entry in entries for phrase in entry.phrases]
        return cls(entries, encoder, vectorise(texts, encoder, usable, progress))

    def find(self, question: str, limit: int = 3, favoured: Mapping[tuple[str, str], float] | None = None) -> tuple[Answer, ...]:
        """At most `limit` passages, best first, one for each kind and id; none where nothing fits.

        `favoured` adds to the score of a kind and id that is known to fit by other means.
        """
        if not self._entries:
            return ()
        scores = self._scores(question, favoured or {})
        found: dict[tuple[str, str], Answer] = {}
        for row in np.argsort(-scores, kind="stable"):
            if scores[row] < LOWEST or len(found) == limit:
                break
            entry = self._entries[row]
            score = round(float(min(1.0, scores[row])), 4)
            found.setdefault((entry.kind, entry.id), Answer(entry.kind, entry.id, entry.title, entry.text, score))
        return tuple(found.values())

    def _scores(self, question: str, favoured: Mapping[tuple[str, str], float]) -> NDArray[np.float32]:
        vector = self._encoder.encode([question])[0]
        meaning = np.maximum.reduceat(self._phrases @ vector, self._starts)
        words = keyword_scores(self._keywords, question)
        added = np.array([favoured.get((entry.kind, entry.id), 0.0) for entry in self._entries], dtype=np.float32)
        return (MEANING * meaning + KEYWORDS * words / (words + HALF_KEYWORDS) + added).astype(np.float32)
