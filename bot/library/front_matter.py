"""A Markdown file with fields on top: YAML between two `---` lines, then the body."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bot.errors import KnowledgeError, Problem
from bot.library.characters import read_text
from bot.library.strict_yaml import load_text

if TYPE_CHECKING:
    from bot.library.strict_yaml import Located

_FENCE = "---"
_BEGIN = "the first line must be exactly ---"


class FrontMatter(NamedTuple):
    """The fields with their lines in the file, the body with `\\n` line ends, and warnings."""

    fields: Located
    body: str
    problems: tuple[Problem, ...]
    body_line: int


def split(data: bytes, file: str) -> FrontMatter:
    """Parts fields and body. Raises KnowledgeError, with line and mend, for anything but `---` on line 1 and one that closes."""
    text, warnings = read_text(data, file)
    lines = text.split("\n")
    if lines[0].rstrip() != _FENCE:
        raise KnowledgeError([_no_beginning(lines, file)])
    # rstrip takes blanks at the right only: an indented --- inside a longer text is not the end
    end = next((number for number, line in enumerate(lines[1:], start=1) if line.rstrip() == _FENCE), None)
    if end is None:
        reason = "the fields are opened with --- and never closed"
        raise KnowledgeError([Problem(file, 1, "", reason, "add a line --- after the last field")])
    if not "".join(lines[1:end]).strip():
        raise KnowledgeError([Problem(file, 1, "", "there are no fields between the two ---", "write `id: ...` there")])
    fields = load_text("\n".join(lines[1:end]), file, first_line=2, warnings=warnings)
    return FrontMatter(fields, "\n".join(lines[end + 1 :]), warnings, end + 2)


def _no_beginning(lines: list[str], file: str) -> Problem:
    number, line = next(((number, line) for number, line in enumerate(lines, start=1) if line.strip()), (1, ""))
    start = line.strip()
    if not start:
        return Problem(file, 1, "", "the file is empty", _BEGIN)
    if start == _FENCE:
        return Problem(file, 1, "", "the fields must begin on line 1", "delete what is before ---")
    if set(start) == {"-"}:
        return Problem(file, number, "", f"the fields begin with {len(start)} dashes", "write three: ---")
    if start.startswith("+++"):
        return Problem(file, number, "", "the fields are TOML (+++)", "write them as YAML between two --- lines")
    if start.startswith("{"):
        return Problem(file, number, "", "the fields are JSON", "write them as YAML between two --- lines")
    return Problem(file, number, "", "the fields at the top are missing", _BEGIN)
