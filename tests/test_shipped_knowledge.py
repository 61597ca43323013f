"""The files that we ship keep the rules that we ask of others."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from bot.library.lint import lint

ROOT = Path(__file__).parents[1]


def test_the_shipped_files_have_no_problems() -> None:
    problems = [problem for problem in lint(ROOT, today=date(2026, 11, 25)) if problem.level == "error"]
    assert not problems, "\n" + "\n".join(map(str, problems))
