"""What a row scores while left out is what training without it would give."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from bot.search.ridge import fit_kernel, fit_linear, meaning_kernel
from bot.search.term_head import fit_terms

if TYPE_CHECKING:
    from numpy.typing import NDArray


def sample() -> tuple[NDArray[np.float32], NDArray[np.float32], NDArray[np.float32]]:
    draw = np.random.default_rng(5)
    vectors = draw.normal(size=(20, 6)).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    targets = np.eye(3, dtype=np.float32)[draw.integers(0, 3, 20)]
    return vectors, targets, draw.uniform(0.1, 0.5, 20).astype(np.float32)


def test_the_kernel_head_knows_what_it_would_say_without_a_row() -> None:
    vectors, targets, noise = sample()
    kernel = meaning_kernel(vectors @ vectors.T)
    fit = fit_kernel(kernel, targets, noise)
    mean = targets.mean(axis=0)
    for row in range(len(vectors)):
        rest = np.arange(len(vectors)) != row
        weights = np.linalg.solve(kernel[np.ix_(rest, rest)] + np.diag(noise[rest]), targets[rest] - mean)
        assert fit.left_out[row] == pytest.approx(kernel[row, rest] @ weights + mean, abs=1e-4)


def test_the_linear_head_knows_what_it_would_say_without_a_row() -> None:
    vectors, targets, noise = sample()
    fit = fit_linear(vectors, targets, noise)
    mean = targets.mean(axis=0)
    for row in range(len(vectors)):
        rest = np.arange(len(vectors)) != row
        scaled = vectors[rest] / noise[rest, None]
        weights = np.linalg.solve(scaled.T @ vectors[rest] + np.eye(6), scaled.T @ (targets[rest] - mean))
        assert fit.left_out[row] == pytest.approx(vectors[row] @ weights + mean, abs=1e-4)


def test_a_head_on_terms_names_the_owner_of_its_words() -> None:
    documents = [["lost", "bag"], ["bag", "gone"], ["late", "train"], ["train", "full"]]
    targets = np.eye(2, dtype=np.float32)[[0, 0, 1, 1]]
    head, left_out = fit_terms(documents, targets, np.full(4, 0.1, dtype=np.float32), least=1)
    assert head.predict(["bag"]).argmax() == 0
    assert head.predict(["train", "never-seen"]).argmax() == 1
    assert left_out.argmax(axis=1).tolist() == [0, 0, 1, 1]
    assert np.isfinite(head.predict([])).all()
