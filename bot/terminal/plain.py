"""Output that must be quick and plain: problems in managers' files, one a line, with what to mend."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.errors import Problem


def print_problems(problems: Sequence[Problem]) -> int:
    """Prints every problem and the count; the exit code: 1 when there is an error, 0 for warnings alone."""
    errors = sum(problem.level == "error" for problem in problems)
    for problem in problems:
        sys.stdout.write(f"{problem.level}: {problem}\n")
    if problems:
        warnings = len(problems) - errors
        sys.stdout.write(f"{_counted(errors, 'error')}, {_counted(warnings, 'warning')}\n")
    else:
        sys.stdout.write("No problems found.\n")
    return 1 if errors else 0


def _counted(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
