"""Our search beside simpler ones, on intents that others wrote."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.compare import Table, compare_banking, compare_clinc
from bot.search.encoder import load_encoder
from bot.settings import read_settings

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.search.encoder import Encoder

pytestmark = pytest.mark.benchmark


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return load_encoder(read_settings({**os.environ, "SAYSO_ROOT": str(Path(__file__).parents[2])}).cache)


def show(table: Table) -> dict[str, tuple[str, ...]]:
    print(f"\n{table.title}\n  " + " | ".join(table.columns))
    for row in table.rows:
        print("  " + " | ".join(row))
    return {row[0]: row[1:] for row in table.rows}


def percent(cell: str) -> float:
    return float(cell.rstrip("%"))


def test_on_banking77_the_combination_finds_more_than_any_single_method(
    encoder: Encoder, shared_data: Callable[[str], Path]
) -> None:
    found = show(compare_banking(shared_data("banking77") / "train.csv", encoder))
    first, in_three = map(percent, found["combination (ours)"])
    assert first >= 86
    assert in_three >= 95
    assert all(percent(cells[0]) <= first for cells in found.values())


def test_on_clinc150_confidence_tells_what_is_out_of_scope(encoder: Encoder, shared_data: Callable[[str], Path]) -> None:
    hits, judged = map(show, compare_clinc(shared_data("clinc150") / "data_oos_plus.json", encoder))
    assert percent(hits["combination (ours)"][0]) >= 90
    assert float(judged["confidence (ours)"][0]) >= 0.965
    assert all(float(cells[0]) <= float(judged["confidence (ours)"][0]) for cells in judged.values())
