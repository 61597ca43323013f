"""Turn the published weights into one int8 ONNX file, once, so that serving needs no torch.

Pooling and normalisation are inside the graph: the token ids of one text go in, its unit vector comes out. Weights are
quantised per channel; against the float model the vectors keep a mean cosine of 0.99 (docs/retrieval.md).

The graph takes one text at a time on purpose. Dynamic quantisation scales activations over everything in a call, so in
a batch the vector of a text would depend on its neighbours (cosine down to 0.965 against itself alone): the cache of
vectors, and the same answer to the same post, would be gone for a third more texts a second.
"""

from __future__ import annotations

import contextlib
import hashlib
import logging
import tempfile
import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.search.progress import Progress, silent
from bot.search.runtime import onnxruntime
from bot.search.weights import Model, find_weights, verify_weights

if TYPE_CHECKING:
    from collections.abc import Iterator

RECIPE = 1
"""Version of the steps in this file: raise it when they change, and every cached export and vector is made anew."""


def export_name(model: Model) -> str:
    """Name of the model's export: the same weights and the same recipe give the same name."""
    content = hashlib.sha256(f"{model.sha256} recipe {RECIPE}".encode()).hexdigest()
    return f"{model.name}-int8-{content[:16]}.onnx"


def export(model: Model, cache: Path, progress: Progress = silent) -> Path:
    """Path of the model's export in the folder `cache`, making it where it is missing (about 15 s, imports torch).

    The file appears whole or not at all, so several processes may export at once. Raises EncoderError where the weights
    are missing or not the published ones.
    """
    target = cache / export_name(model)
    if target.is_file():
        return target
    folder = find_weights(model)
    progress("verify weights", 0.0)
    verify_weights(model, folder)
    progress("verify weights", 1.0)
    cache.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=cache, prefix=".export-") as scratch:
        plain, small = Path(scratch, "float.onnx"), Path(scratch, "int8.onnx")
        progress("export encoder", 0.0)
        with _quiet():
            _trace(folder, plain)
            progress("export encoder", 0.6)
            _quantise(plain, small)
        small.replace(target)
        progress("export encoder", 1.0)
    return target


def _trace(folder: Path, target: Path) -> None:
    import torch
    from sentence_transformers import SentenceTransformer

    class Sentence(torch.nn.Module):
        def __init__(self, bert: Any) -> None:
            super().__init__()
            self.bert = bert

        def forward(self, input_ids: Any) -> Any:
            hidden = self.bert(input_ids=input_ids).last_hidden_state
            return torch.nn.functional.normalize(hidden.mean(1), p=2, dim=1)

    # Eager attention is plain matrix products, which trace and quantise.
    loaded: Any = SentenceTransformer(str(folder), device="cpu", model_kwargs={"attn_implementation": "eager"})
    with torch.no_grad():
        torch.onnx.export(
            Sentence(loaded[0].auto_model).eval(),
            (torch.tensor([[101, 2023, 2003, 1037, 2695, 102]]),),
            str(target),
            input_names=["input_ids"],
            output_names=["embedding"],
            dynamic_axes={"input_ids": {1: "tokens"}},
            opset_version=17,
            dynamo=False,  # the other exporter needs a package that we do not
        )


def _quantise(source: Path, target: Path) -> None:
    quantization = onnxruntime("quantization")
    quantization.quantize_dynamic(source, target, per_channel=True, weight_type=quantization.QuantType.QInt8)


@contextlib.contextmanager
def _quiet() -> Iterator[None]:
    """Exporters warn of things that do not concern this model, through `warnings` and on loggers, and draw bars of their own."""
    from transformers.utils import logging as bars

    shown, disabled = bars.is_progress_bar_enabled(), logging.root.manager.disable
    bars.disable_progress_bar()  # type: ignore[no-untyped-call]
    logging.disable(logging.WARNING)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        logging.disable(disabled)
        if shown:
            bars.enable_progress_bar()  # type: ignore[no-untyped-call]
