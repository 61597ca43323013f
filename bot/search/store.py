"""Indexes that are kept between runs in a cache folder: opened where nothing changed, else built from what can be used again."""

from __future__ import annotations

import contextlib
import hashlib
import json
from typing import TYPE_CHECKING, Any

from bot.search.index import PlaybookIndex
from bot.search.progress import Progress, silent
from bot.search.questions import QuestionIndex
from bot.search.saved import FORMAT, load_arrays, load_index, save_arrays, save_index
from bot.search.vectorised import Vectorised, vectorise

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from bot.search.encoder import Encoder
    from bot.search.passages import Passage
    from bot.search.questions import Entry

KEPT = 3
"""Files of each sort that stay in the cache: the one in use and two before it."""


def playbook_index(
    cache: Path, encoder: Encoder, passages: Sequence[Passage], out_of_scope: Sequence[str], progress: Progress = silent
) -> PlaybookIndex:
    """The index of these passages: loaded where it was saved before, else built and saved.

    A damaged or foreign file is built anew. Raises Misuse for no passages.
    """
    return _owner_index(cache, "playbooks", encoder, passages, out_of_scope, progress)


def flag_index(
    cache: Path,
    encoder: Encoder,
    passages: Sequence[Passage],
    refine: Callable[[Sequence[Passage]], Sequence[Passage]],
    refined_by: str,
    progress: Progress = silent,
) -> PlaybookIndex:
    """The same for red flags, whose owners are the flags and whatever stands for none.

    `refine` picks the passages to learn from; it is slow, so that it runs only when they or `refined_by`, which stands
    for what it does, have changed.
    """
    return _owner_index(cache, "flags", encoder, passages, (), progress, refine, refined_by)


def _owner_index(
    cache: Path,
    sort: str,
    encoder: Encoder,
    passages: Sequence[Passage],
    out_of_scope: Sequence[str],
    progress: Progress,
    refine: Callable[[Sequence[Passage]], Sequence[Passage]] = list,
    refined_by: str = "",
) -> PlaybookIndex:
    content = [[passage.owner, passage.kind, passage.text] for passage in passages]
    path = cache / f"{sort}-{_name(encoder, [content, list(out_of_scope), refined_by])}.npz"
    found = load_index(path, encoder)
    if found is None:
        previous = next((old for file in _newest(cache, sort) if (old := load_index(file, encoder))), None)
        found = PlaybookIndex.build(refine(passages), out_of_scope, encoder, previous, progress)
        save_index(found, path)
        _prune(cache, sort)
    return found


def question_index(
    cache: Path,
    encoder: Encoder,
    passages: Sequence[Passage],
    unanswered: Sequence[str],
    entries: Sequence[Entry],
    progress: Progress = silent,
) -> QuestionIndex:
    """The index that answers questions with `entries`: `passages` stand for their owners, `unanswered` for nothing of them."""
    index = _owner_index(cache, "questions", encoder, passages, unanswered, progress)
    path = cache / f"passages-{_name(encoder, [entry.shown for entry in entries])}.npz"
    known = _load_vectors(path)
    vectors = vectorise([entry.shown for entry in entries], encoder, known, progress)
    if known is None:
        save_arrays(path, {"vectors": vectors.matrix}, {"fingerprint": vectors.fingerprint, "keys": list(vectors.rows)})
        _prune(cache, "passages")
    return QuestionIndex(index, entries, vectors, encoder)


def _name(encoder: Encoder, content: Any) -> str:
    text = json.dumps([FORMAT, encoder.fingerprint, content])
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _load_vectors(path: Path) -> Vectorised | None:
    found = load_arrays(path)
    if found is None or "vectors" not in found[0] or len(found[1].get("keys", ())) != len(found[0]["vectors"]):
        return None
    return Vectorised(found[1]["fingerprint"], {key: row for row, key in enumerate(found[1]["keys"])}, found[0]["vectors"])


def _newest(cache: Path, sort: str) -> list[Path]:
    return sorted(cache.glob(f"{sort}-*.npz"), key=lambda file: (file.stat().st_mtime_ns, file.name), reverse=True)


def _prune(cache: Path, sort: str) -> None:
    for file in _newest(cache, sort)[KEPT:]:
        with contextlib.suppress(OSError):
            file.unlink()
