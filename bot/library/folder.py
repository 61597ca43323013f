"""Reads everything under a root: `values.yaml`, and `knowledge/` with `cues`, `flags`, `playbooks`, `guides` and `examples`.

Nothing here raises for a wrong file: what can be read is handed back together with every problem of every file, so that
the linter can go on where loading has to stop.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, TypeVar, cast

from bot.errors import KnowledgeError, Problem
from bot.library.cues import misplaced, unknown_flags, with_cues
from bot.library.examples import Posts, read_posts
from bot.library.sheets import Read, Sheet, read_cues, read_guide, read_playbook, read_questions, read_values

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from bot.library.cues import CueSheet
    from bot.library.guides import Guide
    from bot.library.playbooks import Playbook
    from bot.library.questions import Questions
    from bot.library.values import Values

V = TypeVar("V")


@dataclass(slots=True)
class Folder:
    """All that could be read, by id, and all that is wrong. `posts` is by file: `late-bus` and `late-bus.test`."""

    values: Sheet[Values] | None = None
    cues: dict[str, Sheet[CueSheet]] = field(default_factory=dict)
    playbooks: dict[str, Sheet[Playbook]] = field(default_factory=dict)
    guides: dict[str, Sheet[Guide]] = field(default_factory=dict)
    posts: dict[str, Posts] = field(default_factory=dict)
    flag_posts: dict[str, Posts] = field(default_factory=dict)
    questions: Sheet[Questions] | None = None
    problems: list[Problem] = field(default_factory=list)
    digests: dict[str, bytes] = field(default_factory=dict)
    """SHA-256 of each file that could be opened, by its name."""

    @property
    def version(self) -> str:
        """Changes when any byte or name of the set does: 8 hex digits."""
        whole = hashlib.sha256()
        for name, digest in sorted(self.digests.items()):
            whole.update(name.encode() + b"\0" + digest)
        return whole.hexdigest()[:8]

    def posts_of(self, playbook: Playbook) -> tuple[str, ...]:
        """The playbook's posts for the index: its own, then those of its examples file, each once."""
        return _merged(playbook.posts, self.posts.get(playbook.id))

    def test_posts_of(self, playbook: Playbook) -> tuple[str, ...]:
        """The playbook's posts that only measure, likewise."""
        return _merged(playbook.test_posts, self.posts.get(f"{playbook.id}.test"))


class FolderReader:
    """Reads a root again and again; a file whose bytes have not changed is not parsed a second time.

    `lines=False` drops the line maps once the problems of a file are known.
    """

    def __init__(self, root: Path, *, lines: bool = True) -> None:
        self.root = root
        self.lines = lines
        self._kept: dict[str, tuple[bytes, Read[Any]]] = {}

    def read(self) -> Folder:
        """Everything under the root as it is now; file names in problems are relative to it."""
        folder = Folder()
        folder.values = self._take(self.root / "values.yaml", read_values, folder)
        self._add_cues(folder)
        for path in self._files("playbooks", ".md", folder):
            if playbook := self._take(path, read_playbook, folder):
                folder.playbooks[playbook.value.id] = playbook
        for path in self._files("guides", ".md", folder):
            if guide := self._take(path, read_guide, folder):
                folder.guides[guide.value.id] = guide
        for path in self._files("examples", ".txt", folder):
            if posts := self._take(path, _read_posts, folder):
                folder.posts[path.stem] = posts
        if (path := self.root / "knowledge" / "questions.yaml").exists():
            folder.questions = self._take(path, read_questions, folder)
        for path in self._files("flags", ".txt", folder):
            if posts := self._take(path, _read_posts, folder):
                folder.flag_posts[path.stem] = posts
        if folder.values:
            folder.problems.extend(unknown_flags(folder.values.value, folder.flag_posts))
        self._kept = {name: kept for name, kept in self._kept.items() if name in folder.digests}
        return folder

    def _add_cues(self, folder: Folder) -> None:
        for path in self._files("cues", ".yaml", folder):
            if sheet := self._take(path, read_cues, folder):
                folder.cues[path.stem] = sheet
        if folder.values:
            lists = {name: sheet.value for name, sheet in folder.cues.items()}
            folder.problems.extend(misplaced(folder.values.value, lists))
            folder.values = replace(folder.values, value=with_cues(folder.values.value, lists))

    def _files(self, name: str, suffix: str, folder: Folder) -> Iterator[Path]:
        """The files of a kind in order of name. Others beside them are pointed out, save hidden, backup and README files."""
        place = self.root / "knowledge" / name
        for path in sorted(place.iterdir()) if place.is_dir() else ():
            if path.name.startswith(".") or path.name.endswith("~") or path.name == "README.md":
                continue
            if path.suffix == suffix:
                yield path
            else:
                reason = f"is not read: only *{suffix} files are"
                folder.problems.append(Problem(self._name(path), 0, "", reason, "rename it, or move it away", "warning"))

    def _take(self, path: Path, parse: Callable[[bytes, str], Read[V]], folder: Folder) -> V | None:
        name = self._name(path)
        try:
            data = path.read_bytes()
        except OSError as error:
            reason = f"cannot be read: {(error.strerror or type(error).__name__).lower()}"
            folder.problems.append(Problem(name, 0, "", reason, "check that it is there and may be read"))
            return None
        digest = folder.digests[name] = hashlib.sha256(data).digest()
        kept = self._kept.get(name)
        read = cast("Read[V]", kept[1]) if kept and kept[0] == digest else parse(data, name)
        if isinstance(read.value, Sheet) and not self.lines:
            read = read._replace(value=cast("V", read.value.without_lines()))
        self._kept[name] = (digest, read)
        folder.problems.extend(read.problems)
        return read.value

    def _name(self, path: Path) -> str:
        # a file name on disk may hold bytes that are no text; it must still be printable
        return path.relative_to(self.root).as_posix().encode("utf-8", "replace").decode()


def _read_posts(data: bytes, file: str) -> Read[Posts]:
    try:
        posts = read_posts(data, file)
    except KnowledgeError as error:
        return Read(None, error.problems)
    return Read(posts, posts.problems)


def _merged(own: tuple[str, ...], posts: Posts | None) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*own, *(posts.texts if posts else ()))))
