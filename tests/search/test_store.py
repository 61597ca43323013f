"""What was built is kept, and a file that cannot be trusted is built anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from bot.search.passages import Passage
from bot.search.questions import Entry, QuestionIndex
from bot.search.saved import load_arrays, load_index, save_arrays, save_index
from bot.search.store import KEPT, playbook_index, question_index
from tests.search.sample import OUT_OF_SCOPE, PASSAGES

if TYPE_CHECKING:
    from pathlib import Path

    from bot.search.encoder import Encoder
    from bot.search.index import PlaybookIndex

ASKED = ("our suitcase went missing", "the moon is a lemon", "")


class Foreign:
    """An encoder whose vectors mean something else."""

    fingerprint, dimensions = "another encoder", 384

    def encode(self, texts: object) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
        raise AssertionError("not asked")


def test_a_saved_index_answers_as_it_did(index: PlaybookIndex, encoder: Encoder, tmp_path: Path) -> None:
    save_index(index, tmp_path / "index.npz")
    loaded = load_index(tmp_path / "index.npz", encoder)
    assert loaded is not None
    assert all(loaded.search(post) == index.search(post) for post in ASKED)


def test_only_the_finished_file_is_left(index: PlaybookIndex, tmp_path: Path) -> None:
    save_index(index, tmp_path / "index.npz")
    assert [file.name for file in tmp_path.iterdir()] == ["index.npz"]


def test_an_index_of_another_encoder_is_not_used(index: PlaybookIndex, tmp_path: Path) -> None:
    save_index(index, tmp_path / "index.npz")
    assert load_index(tmp_path / "index.npz", Foreign()) is None


@pytest.mark.parametrize("share", [0, 1, 50, 99])
def test_a_file_cut_short_anywhere_is_not_used(index: PlaybookIndex, encoder: Encoder, tmp_path: Path, share: int) -> None:
    whole = tmp_path / "index.npz"
    save_index(index, whole)
    data = whole.read_bytes()
    whole.write_bytes(data[: len(data) * share // 100])
    assert load_index(whole, encoder) is None


def test_a_file_with_a_flipped_byte_is_not_used(index: PlaybookIndex, encoder: Encoder, tmp_path: Path) -> None:
    file = tmp_path / "index.npz"
    save_index(index, file)
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 0xFF
    file.write_bytes(data)
    assert load_index(file, encoder) is None


def test_a_file_that_could_run_code_is_not_opened(encoder: Encoder, tmp_path: Path) -> None:
    np.savez(tmp_path / "index.npz", note=np.array([{"format": 1}], dtype=object), allow_pickle=True)
    assert load_index(tmp_path / "index.npz", encoder) is None


def test_arrays_of_other_things_are_no_index(encoder: Encoder, tmp_path: Path) -> None:
    save_arrays(tmp_path / "index.npz", {"x": np.zeros(2)}, {"fingerprint": encoder.fingerprint})
    assert load_arrays(tmp_path / "index.npz") is not None
    assert load_index(tmp_path / "index.npz", encoder) is None


def test_a_damaged_cache_is_built_anew_and_mended(encoder: Encoder, tmp_path: Path) -> None:
    first = playbook_index(tmp_path, encoder, PASSAGES, OUT_OF_SCOPE)
    (file,) = tmp_path.iterdir()
    file.write_bytes(b"damaged")
    again = playbook_index(tmp_path, encoder, PASSAGES, OUT_OF_SCOPE)
    assert again.search(ASKED[0]) == first.search(ASKED[0])
    assert load_index(file, encoder) is not None


def test_old_files_do_not_pile_up(encoder: Encoder, tmp_path: Path) -> None:
    for number in range(KEPT + 2):
        _ask_index(tmp_path, encoder, [Entry("value", str(number), "Care", f"We care, {number}.")])
    for sort in ("questions", "passages"):
        assert len(list(tmp_path.glob(f"{sort}-*.npz"))) == KEPT


def test_the_same_entries_answer_the_same_from_the_cache(encoder: Encoder, tmp_path: Path) -> None:
    entries = [Entry("value", "care", "Care", "We look after people.", ("which value is care",))]
    built = _ask_index(tmp_path, encoder, entries)
    assert _ask_index(tmp_path, encoder, entries).find("care for people") == built.find("care for people")


def _ask_index(cache: Path, encoder: Encoder, entries: list[Entry]) -> QuestionIndex:
    passages = [Passage(entry.owner, "example", text) for entry in entries for text in (entry.text, *entry.found_by)]
    return question_index(cache, encoder, passages, ["what is for lunch"], entries)
