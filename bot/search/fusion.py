"""How much each signal counts: weights that make the right owner most likely, learned on posts left out of their own training."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

PRIOR_STRENGTH = 1e-3
"""How much it costs to move a weight from its prior: with some dozens of posts little moves, with hundreds the posts decide."""


def fuse(signals: NDArray[np.float32], weights: NDArray[np.float32]) -> NDArray[np.float32]:
    """One score an owner from its signals (the last axis): its softmax over owners is the chance that the owner is right.

    A weighted sum and not reciprocal ranks: on intents of every public set weak keyword ranks pull good ones down.
    """
    return signals @ weights


def softmax(scores: NDArray[np.float32]) -> NDArray[np.float32]:
    """Chances that add up to one, over the last axis."""
    raised: NDArray[np.float32] = np.exp(scores - scores.max(axis=-1, keepdims=True))
    raised /= raised.sum(axis=-1, keepdims=True)
    return raised


def learn_weights(signals: NDArray[np.float32], right: NDArray[np.int64], prior: NDArray[np.float32]) -> NDArray[np.float32]:
    """Weights, none below zero, under which the right owners are most likely (conditional logistic regression).

    `signals` is posts x owners x signals, `right` the owner of each post. Where there is nothing to learn from, the prior.
    """
    if len(signals) == 0 or signals.shape[1] < 2:
        return prior
    from scipy.optimize import minimize  # type: ignore[import-untyped]

    posts = np.arange(len(signals))
    chosen = signals[posts, right]

    def loss(weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        chances = softmax(signals @ weights.astype(np.float32))
        moved = weights - prior
        expected = np.einsum("po,pos->ps", chances, signals)
        value = -np.log(chances[posts, right] + 1e-9).mean() + PRIOR_STRENGTH * (moved @ moved)
        return float(value), (expected - chosen).mean(axis=0) + 2 * PRIOR_STRENGTH * moved

    found = minimize(loss, prior.astype(np.float64), jac=True, method="L-BFGS-B", bounds=[(0, None)] * len(prior))
    return np.asarray(found.x, dtype=np.float32)
