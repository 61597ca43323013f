"""Cues that cannot be read, wherever they stand: in values.yaml, in knowledge/cues, in a playbook's slots and raise_if."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.errors import Problem
    from bot.library.folder import Folder
    from bot.library.sheets import Sheet

CheckCue = Callable[[str, Mapping[str, tuple[str, ...]]], str]
"""Given a cue and the groups of cue_words, says in a sentence why it cannot be read; empty when it can."""
Path = tuple[str | int, ...]


def check_cues(folder: Folder, check: CheckCue) -> Iterator[Problem]:
    """Every cue of every file, at its line."""
    groups = folder.values.value.cue_words if folder.values else {}
    for sheet, path, cue in _all(folder):
        if reason := check(cue, groups):
            yield sheet.located.problem(sheet.located.known(path), reason, "")


def _all(folder: Folder) -> Iterator[tuple[Sheet[Any], Path, str]]:
    for sheet in folder.cues.values():
        for field in ("cues", "severe_cues", "unless"):
            yield from _list(sheet, (field,), getattr(sheet.value, field))
        for name, criterion in sheet.value.severity_cues.items():
            yield from _list(sheet, ("severity_cues", name, "cues"), criterion.cues)
            yield from _list(sheet, ("severity_cues", name, "unless"), criterion.unless)
    for page in folder.playbooks.values():
        for number, rule in enumerate(page.value.raise_if):
            yield from _list(page, ("raise_if", number, "cues"), rule.cues)
        for slot, vocabulary in page.value.slots.items():
            for say, cues in vocabulary.words.items():
                yield from _list(page, ("slots", slot, "words", say), cues)


def _list(sheet: Sheet[Any], path: Path, cues: tuple[str, ...]) -> Iterator[tuple[Sheet[Any], Path, str]]:
    for number, cue in enumerate(cues):
        yield sheet, (*path, number), cue
