"""Weights follow what helps, and nothing counts against an owner that it answers for."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.search.confidence import Calibrator, calibrate, evidence
from bot.search.fusion import learn_weights, softmax


def test_a_signal_that_helps_gains_and_one_that_misleads_falls_to_nothing() -> None:
    draw = np.random.default_rng(1)
    right = draw.integers(0, 5, 400)
    good = np.eye(5)[right] + draw.normal(scale=0.5, size=(400, 5))
    bad = -np.eye(5)[right] + draw.normal(scale=0.5, size=(400, 5))
    weights = learn_weights(np.stack([good, bad], axis=2).astype(np.float32), right, np.ones(2, dtype=np.float32))
    assert weights[0] > 2
    assert weights[1] == 0


def test_without_posts_to_learn_from_the_weights_stay_as_they_are() -> None:
    prior = np.array([5, 3], dtype=np.float32)
    nobody = np.zeros((0, 4, 2), dtype=np.float32)
    assert learn_weights(nobody, np.zeros(0, dtype=np.int64), prior).tolist() == [5, 3]


@given(st.lists(st.floats(-100, 100, width=32), min_size=1, max_size=30))
def test_chances_add_up_to_one(scores: list[float]) -> None:
    chances = softmax(np.array(scores, dtype=np.float32))
    assert chances.sum() == pytest.approx(1, abs=1e-4)
    assert (chances >= 0).all()


@given(st.lists(st.floats(-50, 50, width=32), min_size=1, max_size=10), st.text(max_size=50))
def test_any_scores_give_a_chance_between_none_and_certain(scores: list[float], text: str) -> None:
    found = evidence(np.array(scores, dtype=np.float32), 0.5, 0.7, text)
    ones = np.ones(len(found), dtype=np.float32)
    assert 0 <= Calibrator(0 * ones, ones, ones, 0.0).chance(found) <= 1


def test_posts_like_those_known_to_be_outside_are_less_sure() -> None:
    draw = np.random.default_rng(2)
    inside, outside = draw.normal(1, 0.3, size=(100, 6)), draw.normal(-1, 0.3, size=(40, 6))
    calibrator = calibrate(np.vstack([inside, outside]).astype(np.float32), np.repeat([True, False], [100, 40]))
    assert calibrator.chance(np.full(6, 1, dtype=np.float32)) > 0.9
    assert calibrator.chance(np.full(6, -1, dtype=np.float32)) < 0.2


def test_without_posts_outside_everything_counts_as_inside() -> None:
    assert calibrate(np.zeros((5, 6), dtype=np.float32), np.full(5, fill_value=True)).chance(np.zeros(6, dtype=np.float32)) > 0.9
