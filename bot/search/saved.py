"""An index as one file of arrays, and back. Nothing in it can run: no pickle, only numbers and JSON."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile

import numpy as np

from bot.search.confidence import Calibrator
from bot.search.index import PlaybookIndex
from bot.search.learning import Learned
from bot.search.postings import Postings
from bot.search.ridge import Ridge
from bot.search.signals import Familiar, Owners, Scorer
from bot.search.term_head import TermHead
from bot.search.vectorised import Vectorised

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from bot.search.encoder import Encoder

FORMAT = 4
"""Raise it when what is saved, or how it is learned, changes: older files are then built anew."""

Arrays = dict[str, "NDArray[Any]"]


def save_arrays(path: Path, arrays: Mapping[str, NDArray[Any]], meta: Mapping[str, Any]) -> None:
    """Write arrays and what JSON can hold to `path`, which appears whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    note = np.frombuffer(json.dumps({"format": FORMAT, **meta}).encode(), dtype=np.uint8)
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".saving-", delete=False) as file:
        np.savez(file, allow_pickle=False, note=note, **arrays)
    Path(file.name).replace(path)


def load_arrays(path: Path) -> tuple[Arrays, dict[str, Any]] | None:
    """What `save_arrays` wrote, or None where the file is missing, damaged or of another format."""
    try:
        # Opened here and not by numpy, which leaves a damaged file open.
        with path.open("rb") as data, np.load(data, allow_pickle=False) as file:
            arrays = {name: file[name] for name in file.files}
        meta = json.loads(arrays.pop("note").tobytes())
    except (OSError, ValueError, KeyError, EOFError, BadZipFile):
        return None
    return (arrays, meta) if isinstance(meta, dict) and meta.get("format") == FORMAT else None


def save_index(index: PlaybookIndex, path: Path) -> None:
    """Write the index to `path`."""
    learned, scorer = index.learned, index.learned.scorer
    arrays: Arrays = {
        "vectors": index.vectorised.matrix,
        "matrix": scorer.matrix,
        "owner_starts": scorer.owners.starts,
        "centroids": scorer.centroids,
        "weights": learned.weights,
        **_ridge("meaning", scorer.meaning),
        **_ridge("familiar", scorer.familiar.ridge),
        **_postings("keywords", scorer.keywords),
        **_calibrator("in_scope", learned.in_scope),
    }
    if scorer.graph is not None:
        arrays["graph"] = scorer.graph
    vocabularies = {"keywords": list(scorer.keywords.vocabulary)}
    for name, head in (("words", scorer.words), ("letters", scorer.letters)):
        if head:
            arrays |= {f"{name}_idf": head.idf, f"{name}_weights": head.weights, f"{name}_mean": head.mean}
            vocabularies[name] = list(head.vocabulary)
    meta = {
        "fingerprint": index.vectorised.fingerprint,
        "keys": list(index.vectorised.rows),
        "texts": index.texts,
        "owners": scorer.owners.names,
        "by_kernel": [scorer.meaning_by_kernel, scorer.familiar.by_kernel],
        "vocabularies": vocabularies,
    }
    save_arrays(path, arrays, meta)


def load_index(path: Path, encoder: Encoder) -> PlaybookIndex | None:
    """The index in `path`, or None where it is missing, damaged, of another format or of another encoder."""
    found = load_arrays(path)
    if found is None or found[1].get("fingerprint") != encoder.fingerprint:
        return None
    try:
        return _unpack(*found, encoder)
    except (KeyError, IndexError, TypeError, ValueError):
        return None


def _unpack(arrays: Arrays, meta: dict[str, Any], encoder: Encoder) -> PlaybookIndex:
    texts = tuple(meta["texts"])
    vectorised = Vectorised(meta["fingerprint"], {key: row for row, key in enumerate(meta["keys"])}, arrays["vectors"])
    meaning_by_kernel, familiar_by_kernel = meta["by_kernel"]

    def head(name: str) -> TermHead | None:
        if name not in meta["vocabularies"]:
            return None
        vocabulary = {term: number for number, term in enumerate(meta["vocabularies"][name])}
        return TermHead(vocabulary, arrays[f"{name}_idf"], arrays[f"{name}_weights"], arrays[f"{name}_mean"])

    owners = Owners(tuple(meta["owners"]), arrays["owner_starts"], len(texts))
    scorer = Scorer(
        owners=owners,
        matrix=arrays["matrix"],
        graph=arrays.get("graph"),
        centroids=arrays["centroids"],
        meaning=_to_ridge(arrays, "meaning"),
        meaning_by_kernel=bool(meaning_by_kernel),
        familiar=Familiar(_to_ridge(arrays, "familiar"), bool(familiar_by_kernel)),
        keywords=_to_postings(arrays, meta, "keywords", len(owners.names)),
        words=head("words"),
        letters=head("letters"),
    )
    learned = Learned(scorer, arrays["weights"], _to_calibrator(arrays, "in_scope"))
    return PlaybookIndex(encoder, learned, texts, vectorised)


def _ridge(name: str, ridge: Ridge) -> Arrays:
    return {f"{name}_ridge": ridge.weights, f"{name}_mean": ridge.mean}


def _to_ridge(arrays: Arrays, name: str) -> Ridge:
    return Ridge(arrays[f"{name}_ridge"], arrays[f"{name}_mean"])


def _postings(name: str, postings: Postings) -> Arrays:
    return {f"{name}_starts": postings.starts, f"{name}_rows": postings.rows, f"{name}_weights": postings.weights}


def _to_postings(arrays: Arrays, meta: dict[str, Any], name: str, size: int) -> Postings:
    vocabulary = {term: number for number, term in enumerate(meta["vocabularies"][name])}
    return Postings(vocabulary, arrays[f"{name}_starts"], arrays[f"{name}_rows"], arrays[f"{name}_weights"], size)


def _calibrator(name: str, calibrator: Calibrator) -> Arrays:
    return {name: np.vstack([calibrator.middle, calibrator.scale, calibrator.weights]), f"{name}_bias": np.array(calibrator.bias)}


def _to_calibrator(arrays: Arrays, name: str) -> Calibrator:
    middle, scale, weights = arrays[name]
    return Calibrator(middle, scale, weights, float(arrays[f"{name}_bias"]))
