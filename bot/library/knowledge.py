"""The managers' files as the rest of Sayso sees them: one checked set at a time, swapped whole or not at all."""

from __future__ import annotations

from threading import Lock
from types import MappingProxyType
from typing import TYPE_CHECKING

from bot.errors import KnowledgeError
from bot.library.folder import FolderReader
from bot.library.guides import passages
from bot.library.loaded import Knowledge, LoadedGuide, LoadedPlaybook

if TYPE_CHECKING:
    from pathlib import Path

    from bot.errors import Problem
    from bot.library.folder import Folder

__all__ = ["Knowledge", "LoadedGuide", "LoadedPlaybook", "Shelf", "load"]


def load(root: Path) -> Knowledge:
    """Reads `values.yaml` and `knowledge/` under `root`. Raises KnowledgeError with all problems of all files at once."""
    return assemble(root, FolderReader(root, lines=False).read())


class Shelf:
    """Holds the last good set of files. Opening it raises KnowledgeError when there is no good one to begin with."""

    def __init__(self, root: Path) -> None:
        self._reader = FolderReader(root, lines=False)
        self._lock = Lock()
        self._knowledge = assemble(root, self._reader.read())

    @property
    def knowledge(self) -> Knowledge:
        """The set in force. Keep it in a variable for as long as one answer takes: it may be another one the next time."""
        return self._knowledge

    def reload(self) -> list[Problem]:
        """Reads the files again. With any error the set in force stays, and the errors are returned; else the warnings."""
        with self._lock:
            try:
                knowledge = assemble(self._reader.root, self._reader.read())
            except KnowledgeError as error:
                return list(error.problems)
            if knowledge.version != self._knowledge.version:
                self._knowledge = knowledge
            return list(knowledge.warnings)


def assemble(root: Path, folder: Folder) -> Knowledge:
    """A whole set from what was read; KnowledgeError when there is any error."""
    if folder.values is None or any(problem.level == "error" for problem in folder.problems):
        raise KnowledgeError(folder.problems)
    return Knowledge(
        root=root,
        values=folder.values.value,
        values_version=folder.values.version,
        playbooks=MappingProxyType(loaded_playbooks(folder)),
        guides=MappingProxyType(_loaded_guides(folder)),
        flag_posts=MappingProxyType({name: posts.texts for name, posts in folder.flag_posts.items()}),
        questions=MappingProxyType(folder.questions.value.questions if folder.questions else {}),
        version=folder.version,
        lines=MappingProxyType(dict(folder.values.located.lines)),
        warnings=tuple(sorted(folder.problems)),
    )


def loaded_playbooks(folder: Folder) -> dict[str, LoadedPlaybook]:
    """The playbooks that could be read, each with its posts."""
    return {
        name: LoadedPlaybook(
            playbook=sheet.value,
            body=sheet.body,
            version=sheet.version,
            file=sheet.located.file,
            examples=folder.posts_of(sheet.value),
            test_posts=folder.test_posts_of(sheet.value),
        )
        for name, sheet in folder.playbooks.items()
    }


def _loaded_guides(folder: Folder) -> dict[str, LoadedGuide]:
    return {
        name: LoadedGuide(sheet.value, passages(sheet.value.title, sheet.body), sheet.version, sheet.located.file)
        for name, sheet in folder.guides.items()
    }
