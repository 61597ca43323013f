"""One file's bytes as a checked value that still knows its lines, or as the problems in it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from bot.errors import KnowledgeError, Problem
from bot.library.cues import CueSheet
from bot.library.front_matter import split
from bot.library.guides import Guide
from bot.library.loaded import version_of
from bot.library.playbooks import Playbook
from bot.library.problems import validate
from bot.library.questions import Questions
from bot.library.strict_yaml import load_yaml
from bot.library.values import Values

if TYPE_CHECKING:
    from bot.library.strict_yaml import Located

NAMED_IN_ANSWERS = (("empowerment",), ("moderation",), ("contacts",))
"""Parts of values.yaml whose lines people are told: what they may do, and whom they call."""

V = TypeVar("V")
M = TypeVar("M", bound=Values | CueSheet | Questions)
Page = TypeVar("Page", bound=Playbook | Guide)


@dataclass(frozen=True, slots=True)
class Sheet(Generic[V]):
    """A file's fields as `value`, its Markdown `body` beginning on line `body_line`, and where everything stands."""

    value: V
    located: Located
    version: str
    body: str = ""
    body_line: int = 0

    def without_lines(self) -> Sheet[V]:
        """The same, knowing only where the rules stand that answers name: half the weight, for a process that serves.

        It never lints; a process that does keeps every line.
        """
        lines = {path: line for path, line in self.located.lines.items() if path[:1] in NAMED_IN_ANSWERS}
        return replace(self, located=replace(self.located, value={}, lines=lines))


class Read(NamedTuple, Generic[V]):
    """What came of a file: `value` is None where an error keeps it from being used."""

    value: V | None
    problems: tuple[Problem, ...] = ()


def read_values(data: bytes, file: str) -> Read[Sheet[Values]]:
    """`values.yaml`."""
    return _read_yaml(Values, data, file)


def read_cues(data: bytes, file: str) -> Read[Sheet[CueSheet]]:
    """`knowledge/cues/<name>.yaml`."""
    return _read_yaml(CueSheet, data, file)


def read_questions(data: bytes, file: str) -> Read[Sheet[Questions]]:
    """`knowledge/questions.yaml`."""
    return _read_yaml(Questions, data, file)


def _read_yaml(model: type[M], data: bytes, file: str) -> Read[Sheet[M]]:
    try:
        located = load_yaml(data, file)
    except KnowledgeError as error:
        return Read(None, error.problems)
    value, problems = validate(model, located)
    sheet = Sheet(value, located, version_of(data)) if value else None
    return Read(sheet, (*located.warnings, *problems))


def read_playbook(data: bytes, file: str) -> Read[Sheet[Playbook]]:
    """`knowledge/playbooks/<id>.md`."""
    return _read_page(Playbook, data, file)


def read_guide(data: bytes, file: str) -> Read[Sheet[Guide]]:
    """`knowledge/guides/<id>.md`."""
    return _read_page(Guide, data, file)


def _read_page(model: type[Page], data: bytes, file: str) -> Read[Sheet[Page]]:
    try:
        page = split(data, file)
    except KnowledgeError as error:
        return Read(None, error.problems)
    value, problems = validate(model, page.fields)
    if value is None:
        return Read(None, (*page.problems, *problems))
    stem = file.rpartition("/")[2].removesuffix(".md")
    if value.id != stem:
        mend = f"name the file {value.id}.md, or write `id: {stem}`"
        wrong = page.fields.problem(("id",), f"the id `{value.id}` is not the name of the file", mend)
        return Read(None, (*page.problems, wrong))
    return Read(Sheet(value, page.fields, version_of(data), page.body, page.body_line), page.problems)
