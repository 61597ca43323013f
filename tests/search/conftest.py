"""The real encoder, from the cache that the whole suite uses (exported on the first run)."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.search.encoder import load_encoder
from bot.search.index import PlaybookIndex
from bot.settings import read_settings
from tests.search.sample import OUT_OF_SCOPE, PASSAGES

if TYPE_CHECKING:
    from bot.search.encoder import Encoder


@pytest.fixture(scope="session")
def cache() -> Path:
    """Where the export lies."""
    return read_settings({**os.environ, "SAYSO_ROOT": str(Path(__file__).parents[2])}).cache


@pytest.fixture(scope="session")
def encoder(cache: Path) -> Encoder:
    return load_encoder(cache)


@pytest.fixture(scope="session")
def index(encoder: Encoder) -> PlaybookIndex:
    """Four small playbooks."""
    return PlaybookIndex.build(PASSAGES, OUT_OF_SCOPE, encoder)
