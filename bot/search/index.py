"""The index of playbooks: built from passages, asked with a post."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from bot.errors import Misuse
from bot.search.confidence import evidence
from bot.search.fusion import fuse, softmax
from bot.search.learning import learn
from bot.search.progress import Progress, silent
from bot.search.signals import NEAREST
from bot.search.terms import plain
from bot.search.training import meaningful
from bot.search.vectorised import Vectorised, vectorise
from bot.search.vectors import all_threads_for_products, one_thread_for_products

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from bot.search.encoder import Encoder
    from bot.search.learning import Learned
    from bot.search.passages import Passage


@dataclass(frozen=True, slots=True)
class Scored:
    """An owner that may fit: `score` is the chance that it is right, if any is; `nearest` its passage closest in meaning."""

    owner: str
    score: float
    nearest: str


@dataclass(frozen=True, slots=True)
class Found:
    """Owners, best first, and `confidence`: the chance that any of them fits, on which "I don't know" is decided."""

    ranked: tuple[Scored, ...]
    confidence: float


@dataclass(frozen=True, slots=True, eq=False)
class Look:
    """The cosines of a post with every row, its signals (owners x signals), their fusion, and the chance to be in scope."""

    cosines: NDArray[np.float32]
    signals: NDArray[np.float32]
    fused: NDArray[np.float32]
    in_scope: float


class PlaybookIndex:
    """Answers which owner a post belongs to. Never changes once built; safe to share between threads."""

    def __init__(self, encoder: Encoder, learned: Learned, texts: tuple[str, ...], vectorised: Vectorised) -> None:
        one_thread_for_products()
        self._encoder = encoder
        self.learned = learned
        self.texts = texts
        self.vectorised = vectorised

    @classmethod
    def build(
        cls,
        passages: Sequence[Passage],
        out_of_scope: Sequence[str],
        encoder: Encoder,
        previous: PlaybookIndex | None = None,
        progress: Progress = silent,
    ) -> PlaybookIndex:
        """Learn from `passages` and posts that fit none of their owners. Vectors of `previous` are used again for equal texts.

        Equal arguments give an index that answers equally, with or without `previous`. Raises Misuse for no passages.
        """
        rows = meaningful(passages)
        if not rows:
            raise Misuse("there is nothing to search: no playbook has an example, a title or a `when`")
        texts = [row.text for row in rows]
        known = previous.vectorised if previous and previous.vectorised.fingerprint == encoder.fingerprint else None
        vectorised = vectorise([*texts, *out_of_scope], encoder, known, progress)
        progress("learn", 0.0)
        with all_threads_for_products():
            learned = learn(passages, rows, vectorised.of(texts), out_of_scope, vectorised.of(out_of_scope))
        progress("learn", 1.0)
        return cls(encoder, learned, tuple(texts), vectorised)

    def search(self, text: str, k: int = 3) -> Found:
        """The `k` owners most likely to fit `text`, best first (equal ones by name)."""
        look = self.look(text)
        chances = softmax(look.fused)
        best = np.argsort(-look.fused, kind="stable")[:k]
        ranked = tuple(
            Scored(self.owners[owner], float(chances[owner]), self._nearest(look.cosines, owner)) for owner in best.tolist()
        )
        return Found(ranked, look.in_scope)

    @property
    def owners(self) -> tuple[str, ...]:
        """In the order of scores."""
        return self.learned.scorer.owners.names

    def look(self, text: str) -> Look:
        """Every score of a post, before anything is decided."""
        vector = self._encoder.encode([plain(text)])[0]
        scorer = self.learned.scorer
        cosines = scorer.vectors.similarities(vector)
        signals = scorer.signals(text, vector, cosines)
        fused = fuse(signals, self.learned.weights)
        nearest, familiar = float(signals[:, NEAREST].max()), scorer.familiar.score(vector, cosines)
        return Look(cosines, signals, fused, self.learned.in_scope.chance(evidence(fused, nearest, familiar, text)))

    def _nearest(self, cosines: NDArray[np.float32], owner: int) -> str:
        owners = self.learned.scorer.owners
        start, count = int(owners.starts[owner]), int(owners.counts[owner])
        return self.texts[start + int(cosines[start : start + count].argmax())]
