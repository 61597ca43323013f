"""Similarity of one vector with many."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

GRAPH_FROM = 50_000
"""Vectors from which a graph answers. Measured on 2 cores beside the encoder, 384 dimensions, median ms:

    vectors                  1,600   10,000   50,000   100,000
    numpy, one thread         0.11     0.62     5.2       10.3
    numpy, two threads        0.06     5.7      6.6       13.3
    FAISS flat, one thread    0.19     0.79     5.5       10.7
    FAISS HNSW                                  1.0

The graph takes 16 s to build at 50,000, so it is built with the index and saved beside it."""

_LINKS, _BREADTH, _FOUND = 32, 128, 256


class Vectors(Protocol):
    """Unit vectors that can be compared with one more."""

    def similarities(self, vector: NDArray[np.float32]) -> NDArray[np.float32]:
        """Cosine with every row."""
        ...


class ExactVectors:
    """Plain products: every similarity, exactly."""

    def __init__(self, matrix: NDArray[np.float32]) -> None:
        self._matrix = matrix

    def similarities(self, vector: NDArray[np.float32]) -> NDArray[np.float32]:
        return self._matrix @ vector


class GraphVectors:
    """A FAISS HNSW graph, as `build_graph` gives it: the nearest rows exactly, every other row as far as the last of them."""

    def __init__(self, graph: NDArray[np.uint8], size: int) -> None:
        import faiss

        faiss.omp_set_num_threads(1)  # beside a busy encoder more threads wait for each other
        self._size = size
        self._graph: Any = faiss.deserialize_index(graph)

    def similarities(self, vector: NDArray[np.float32]) -> NDArray[np.float32]:
        found, rows = self._graph.search(vector[None], min(_FOUND, self._size))
        real = rows[0] >= 0
        everywhere = np.full(self._size, found[0][real].min(), dtype=np.float32)
        everywhere[rows[0][real]] = found[0][real]
        return everywhere


def build_graph(matrix: NDArray[np.float32]) -> NDArray[np.uint8]:
    """An HNSW graph over the rows, as bytes."""
    import faiss

    graph = faiss.IndexHNSWFlat(matrix.shape[1], _LINKS, faiss.METRIC_INNER_PRODUCT)
    graph.hnsw.efSearch = _BREADTH
    graph.add(np.ascontiguousarray(matrix))
    built: NDArray[np.uint8] = faiss.serialize_index(graph)
    return built


def one_thread_for_products() -> None:
    """Let numpy's products run on one thread from now on, in the whole process.

    Its threads and the encoder's would wait for each other: at 10,000 rows a product takes 0.6 ms on one, 5.7 ms on two.
    """
    from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]

    threadpool_limits(1, user_api="blas")


@contextmanager
def all_threads_for_products() -> Iterator[None]:
    """Let products use every core: for building, where nothing else is at work."""
    from threadpoolctl import threadpool_limits

    with threadpool_limits(os.cpu_count(), user_api="blas"):
        yield
