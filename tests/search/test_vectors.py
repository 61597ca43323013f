"""The nearest rows of each owner are found, exactly while there are few and nearly so among very many."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from bot.search.signals import TOP, Owners, nearest_and_top
from bot.search.vectors import ExactVectors, GraphVectors, build_graph

if TYPE_CHECKING:
    from numpy.typing import NDArray


@given(st.lists(st.lists(st.floats(-1, 1, width=32), min_size=1, max_size=6), min_size=1, max_size=6))
def test_nearest_and_top_are_the_greatest_cosines_of_each_owner(groups: list[list[float]]) -> None:
    cosines = np.array([cosine for group in groups for cosine in group], dtype=np.float32)
    starts = np.cumsum([0, *(len(group) for group in groups)])[:-1]
    nearest, top = nearest_and_top(cosines, Owners(tuple(map(str, range(len(groups)))), starts, len(cosines)))
    assert np.allclose(nearest, [max(group) for group in groups])
    assert np.allclose(top, [np.mean(sorted(group)[-TOP:]) for group in groups], atol=1e-6)


def unit_vectors(count: int) -> NDArray[np.float32]:
    vectors = np.random.default_rng(3).normal(size=(count, 64)).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    return vectors


def test_a_graph_finds_the_nearest_rows_that_the_exact_product_finds() -> None:
    rows, asked = unit_vectors(1_500), unit_vectors(1_520)[1_500:]
    exact, graph = ExactVectors(rows), GraphVectors(build_graph(rows), len(rows))
    hits = [set(np.argsort(-exact.similarities(one))[:10]) & set(np.argsort(-graph.similarities(one))[:10]) for one in asked]
    assert sum(map(len, hits)) / (10 * len(asked)) > 0.95
