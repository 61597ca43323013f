"""What was answered is on the disk."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

ROUNDS = 20


def test_no_draft_that_was_answered_is_lost_when_the_writer_is_killed(tmp_path: Path, pytestconfig: pytest.Config) -> None:
    command = [sys.executable, "-m", "tests.store.killing", f"sqlite:///{tmp_path}/sayso.db", str(ROUNDS)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=pytestconfig.rootpath, timeout=60, check=False)
    assert done.stderr == ""
    answered, missing, health = done.stdout.split()
    assert int(answered) >= ROUNDS
    assert (missing, health) == ("0", "ok")
