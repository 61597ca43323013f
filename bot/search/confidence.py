"""How sure we are that a post belongs to any situation that we know."""

from __future__ import annotations

from dataclasses import dataclass
from math import exp, log1p
from typing import TYPE_CHECKING

import numpy as np

from bot.search.fusion import softmax

if TYPE_CHECKING:
    from numpy.typing import NDArray

STRICTNESS = 0.03
"""Inverse strength of the penalty on the calibrator's weights: all scores decide together, none alone."""

SCORES = 6
LONE_LEAD = 5.0
"""The lead of an owner that has no rival."""
ALL_INSIDE = 3.0
"""The calibrator's bias where it could learn nothing: a chance of 0.95."""


def evidence(fused: NDArray[np.float32], nearest: float, familiar: float, text: str) -> NDArray[np.float32]:
    """The six scores that tell a post in scope from one outside: more of them, or fewer, told worse on posts of unseen hands.

    `fused` has one score an owner, `nearest` is the greatest cosine with any row, `familiar` how much the post is like
    those in scope rather than those known to be outside (about 1 and about 0).
    """
    ranked = np.sort(fused)[::-1]
    lead = ranked[0] - ranked[1] if len(ranked) > 1 else LONE_LEAD
    chances = softmax(ranked)
    doubt = -(chances * np.log(chances + 1e-9)).sum()
    return np.array([ranked[0], lead, doubt, nearest, familiar, log1p(len(text.split()))], dtype=np.float32)


@dataclass(frozen=True, slots=True, eq=False)
class Calibrator:
    """Evidence to a chance: a logistic regression whose inputs are centred and scaled."""

    middle: NDArray[np.float32]
    scale: NDArray[np.float32]
    weights: NDArray[np.float32]
    bias: float

    def chance(self, found: NDArray[np.float32]) -> float:
        """0 to 1."""
        raised = float(((found - self.middle) / self.scale) @ self.weights) + self.bias
        return 1 / (1 + exp(-max(-30.0, min(30.0, raised))))


def calibrate(found: NDArray[np.float32], holds: NDArray[np.bool_]) -> Calibrator:
    """A calibrator from posts whose answer is known: rows of evidence, and whether each post is in scope.

    Where there are none of either sort there is nothing to learn, and every post counts as in scope.
    """
    if holds.all() or not holds.any():
        nothing = np.zeros(SCORES, dtype=np.float32)
        return Calibrator(nothing, nothing + 1, nothing, ALL_INSIDE)
    middle, scale = found.mean(axis=0), found.std(axis=0) + np.float32(1e-6)
    from sklearn.linear_model import LogisticRegression

    model = LogisticRegression(C=STRICTNESS, max_iter=1000).fit((found - middle) / scale, holds)
    return Calibrator(middle, scale, model.coef_[0].astype(np.float32), float(model.intercept_[0]))
