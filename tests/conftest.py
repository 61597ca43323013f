"""What the whole suite shares: where others' data lies, and one real desk on the shipped company."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import structlog

from bot.settings import read_settings
from bot.wiring import open_desk

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.desk import Desk

ROOT = Path(__file__).parents[1]
SHARED_DATA = ROOT.parent / "shared" / "data"


@pytest.fixture(scope="session", autouse=True)
def plain_log() -> None:
    """Tracebacks in the log of tests without every variable in them: drawing those takes seconds."""
    plain = structlog.dev.ConsoleRenderer(colors=False, exception_formatter=structlog.dev.plain_traceback)
    structlog.configure(processors=[structlog.processors.add_log_level, plain])


@pytest.fixture(scope="session")
def shared_data() -> Callable[[str], Path]:
    """Path of a file or folder of others' test data; skips where the data is not beside the project (never in CI)."""

    def find(name: str) -> Path:
        path = SHARED_DATA / name
        if not path.exists():
            if os.environ.get("CI"):
                pytest.fail(f"test data {name} must lie in ../shared/data in CI")
            pytest.skip(f"others' test data is not here: ../shared/data/{name}")
        return path

    return find


@pytest.fixture(scope="session")
def desk() -> Desk:
    """The real thing: shipped files, real encoder, indexes from the cache (built on the first run)."""
    return open_desk(read_settings({**os.environ, "SAYSO_ROOT": str(ROOT)}))
