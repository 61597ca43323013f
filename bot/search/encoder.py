"""Texts to unit vectors: the int8 export on onnxruntime, or the published weights on torch where no export can be made."""

from __future__ import annotations

import logging
import os
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np

from bot.search.export import export, export_name
from bot.search.progress import Progress, silent
from bot.search.runtime import onnxruntime
from bot.search.terms import encodable
from bot.search.weights import MINILM, Model, find_weights, verify_weights

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from numpy.typing import NDArray

WORKERS = min(2, os.cpu_count() or 1)
"""Texts encoded at the same time where there are many, each on one thread.

One text on two threads takes 2.3 ms instead of 3.0 on an idle machine, but 8 to 10 ms as soon as anything else runs, since
the threads wait for each other at every step; on one thread it stays at 3.0."""
_MANY = 8

_log = logging.getLogger(__name__)


class Encoder(Protocol):
    """Whatever turns texts into vectors of length 1. Equal `fingerprint` means equal vectors for equal texts."""

    @property
    def fingerprint(self) -> str: ...

    @property
    def dimensions(self) -> int: ...

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One row a text, each of length 1; what lies beyond the model's token limit is not read."""
        ...


class OnnxEncoder:
    """The int8 export on onnxruntime: about a third of torch's time, a fifth of its memory, and 0.1 s to load."""

    def __init__(self, path: Path, tokenizer: Path, model: Model = MINILM) -> None:
        from tokenizers import Tokenizer

        self.fingerprint = path.stem
        self.dimensions = model.dimensions
        self._tokenizer = Tokenizer.from_file(str(tokenizer))
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(model.max_tokens)
        self._session = _session(path)

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One text at a time (see export.py): equal texts have equal vectors, whatever stands beside them."""
        if not texts:
            return np.empty((0, self.dimensions), dtype=np.float32)
        if len(texts) < _MANY:
            return np.vstack([self._encode(text) for text in texts])
        with ThreadPoolExecutor(WORKERS) as pool:
            return np.vstack(list(pool.map(self._encode, texts)))

    def _encode(self, text: str) -> NDArray[np.float32]:
        ids = self._tokenizer.encode(encodable(text)).ids
        vector: NDArray[np.float32] = self._session.run(None, {"input_ids": np.array([ids], dtype=np.int64)})[0]
        return vector


class TorchEncoder:
    """The published float weights on sentence-transformers: slower and heavier, for machines where the export fails."""

    def __init__(self, folder: Path, model: Model = MINILM) -> None:
        from sentence_transformers import SentenceTransformer

        verify_weights(model, folder)
        self.fingerprint = f"{model.name}-float-{model.sha256[:16]}"
        self.dimensions = model.dimensions
        self._model: Any = SentenceTransformer(str(folder), device="cpu")
        self._model.max_seq_length = model.max_tokens

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        if not texts:
            return np.empty((0, self.dimensions), dtype=np.float32)
        vectors = self._model.encode([encodable(text) for text in texts], normalize_embeddings=True, show_progress_bar=False)
        return np.asarray(vectors, dtype=np.float32)


def load_encoder(cache: Path, progress: Progress = silent, model: Model = MINILM) -> Encoder:
    """The encoder to serve with; `cache` is the folder that keeps the export between runs.

    A damaged export is made anew. Where it cannot be made at all, a warning is logged and torch serves instead.
    Raises EncoderError where the weights are missing or not the published ones.
    """
    folder = find_weights(model)
    try:
        return _load_onnx(cache, folder, progress, model)
    except Exception as error:  # noqa: BLE001 - exporters and runtimes fail in ways of their own; torch still serves
        _log.warning("no ONNX export of %s (%s: %s): serving with torch, slower", model.name, type(error).__name__, error)
        return TorchEncoder(folder, model)


def _load_onnx(cache: Path, folder: Path, progress: Progress, model: Model) -> OnnxEncoder:
    tokenizer = folder / "tokenizer.json"
    try:
        return OnnxEncoder(export(model, cache, progress), tokenizer, model)
    except _broken_export():
        (cache / export_name(model)).unlink(missing_ok=True)
        return OnnxEncoder(export(model, cache, progress), tokenizer, model)


def _broken_export() -> tuple[type[Exception], ...]:
    state = onnxruntime("capi.onnxruntime_pybind11_state")
    return (state.InvalidProtobuf, state.InvalidGraph, state.Fail, state.NoModel)


def _session(path: Path) -> Any:
    options = onnxruntime().SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime().InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
