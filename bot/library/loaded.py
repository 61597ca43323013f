"""The managers' files once they are read and checked: immutable, each with the version of the bytes it came from."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path as File

    from bot.errors import Problem
    from bot.library.guides import Guide, GuidePassage
    from bot.library.playbooks import Playbook
    from bot.library.strict_yaml import Path
    from bot.library.values import Values


@dataclass(frozen=True, slots=True)
class LoadedPlaybook:
    """A playbook with its body and posts. `examples` may be indexed; `test_posts` only measure and never may be."""

    playbook: Playbook
    body: str
    version: str
    file: str
    examples: tuple[str, ...]
    test_posts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LoadedGuide:
    """A guide with its passages, in the order of the file."""

    guide: Guide
    passages: tuple[GuidePassage, ...]
    version: str
    file: str


@dataclass(frozen=True, slots=True)
class Knowledge:
    """One whole set of files that fit together. `version` changes when any byte of them does."""

    root: File
    values: Values
    values_version: str
    playbooks: Mapping[str, LoadedPlaybook]
    guides: Mapping[str, LoadedGuide]
    flag_posts: Mapping[str, tuple[str, ...]]
    """Posts that raise each red flag, whatever their words; those under "none" only sound as if they did."""
    questions: Mapping[str, tuple[str, ...]]
    """Ways of asking, by the `kind/id` that answers; those under "none" are answered by nothing."""
    version: str
    lines: Mapping[Path, int] = field(default_factory=dict)
    """The line of each rule of values.yaml that an answer may name."""
    warnings: tuple[Problem, ...] = ()

    def where(self, *path: str | int) -> str:
        """Where a rule stands: `values.yaml:96`; for what is not written there, the nearest thing around it."""
        while path and path not in self.lines:
            path = path[:-1]
        return f"values.yaml:{self.lines[path]}" if path else "values.yaml"


def version_of(data: bytes) -> str:
    """The name of a version: the first 8 hex digits of the SHA-256 of the file's bytes."""
    return hashlib.sha256(data).hexdigest()[:8]
