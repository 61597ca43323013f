"""Ridge regression in closed form: trained in one step, and every row's score without itself comes for free.

The kernel form answered our own posts better than logistic regression on the same vectors (docs/retrieval.md), and
needs no fitting anew for cross-validation: what a row would have got had it been left out follows from the inverse.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

SHARPNESS = 2.0
"""How fast the likeness of two meanings falls with their cosine: exp(SHARPNESS * (cosine - 1))."""


@dataclass(frozen=True, slots=True, eq=False)
class Ridge:
    """`weights` has a row for each row of the training kernel (or each dimension), a column for each target; `mean` is added."""

    weights: NDArray[np.float32]
    mean: NDArray[np.float32]

    def predict(self, features: NDArray[np.float32]) -> NDArray[np.float32]:
        """Targets for likenesses with the training rows (or for vectors); one row or many."""
        scores: NDArray[np.float32] = features @ self.weights + self.mean
        return scores


@dataclass(frozen=True, slots=True, eq=False)
class Fit:
    """A ridge and, for each of its training rows, the scores that it would have got had it been left out."""

    ridge: Ridge
    left_out: NDArray[np.float32]


def meaning_kernel(cosines: NDArray[np.float32]) -> NDArray[np.float32]:
    """Likeness of meanings from cosines, 0 to 1."""
    likeness: NDArray[np.float32] = np.exp(SHARPNESS * (cosines - 1)).astype(np.float32)
    return likeness


def fit_kernel(kernel: NDArray[np.float32], targets: NDArray[np.float32], noise: NDArray[np.float32]) -> Fit:
    """Ridge on likenesses of the training rows with each other. `noise` of a row: the larger, the less it counts."""
    mean = targets.mean(axis=0)
    inverse = np.linalg.inv(kernel.astype(np.float64) + np.diag(noise))
    weights = inverse @ (targets - mean)
    left_out = targets - weights / np.diag(inverse)[:, None]
    return Fit(Ridge(weights.astype(np.float32), mean), left_out.astype(np.float32))


def fit_linear(vectors: NDArray[np.float32], targets: NDArray[np.float32], noise: NDArray[np.float32]) -> Fit:
    """Ridge on the vectors themselves, for so many rows that a kernel between all of them would not fit."""
    mean = targets.mean(axis=0)
    scaled = vectors / noise[:, None]
    inverse = np.linalg.inv((scaled.T @ vectors).astype(np.float64) + np.eye(vectors.shape[1]))
    weights = (inverse @ scaled.T @ (targets - mean)).astype(np.float32)
    leverage = ((vectors @ inverse) * scaled).sum(axis=1).astype(np.float32)[:, None]
    left_out = (vectors @ weights - leverage * (targets - mean)) / (1 - leverage) + mean
    return Fit(Ridge(weights, mean), left_out)
