"""Managers' YAML, read strictly: what it says is what we get, or an error that names the line.

The types are those of YAML 1.2 in their plainest spelling, and nothing else: `null`, `~` or nothing, `true` and `false`,
whole numbers (`12`, `-3`) and decimals (`0.35`). Everything else is text as written: `no`, `on`, `12:30`, `0123`, `08540`,
`1e3`, `True`, `2026-11-01`. Refused, because they hide or lose something: anchors, aliases, tags, merge keys, directives,
duplicate keys, a second document, tabs, keys with invisible or look-alike characters, and ` #word` after unquoted text
(YAML would drop it as a comment).

Everything is built from the parser's event stream with a stack of our own, so that no nesting can exhaust Python's.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import yaml

from bot.errors import KnowledgeError, Problem
from bot.library.characters import forbidden_characters, read_text
from bot.library.yaml_keys import key_problem
from bot.library.yaml_words import in_plain_words

if TYPE_CHECKING:
    from collections.abc import Mapping

Path = tuple[str | int, ...]
MAX_DEPTH = 20

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_INT = re.compile(r"0|-?[1-9][0-9]{0,15}")
_FLOAT = re.compile(r"-?(?:0|[1-9][0-9]{0,15})\.[0-9]{1,16}")
_WORDS: dict[str, bool | None] = {"": None, "~": None, "null": None, "true": True, "false": False}
_LOST_TEXT = re.compile(r" +#[^\s#]")
_KEY_EXPECTED = object()


@dataclass(frozen=True, slots=True)
class Located:
    """A mapping read from a file, with the line (from 1) of each key and list item by its path."""

    file: str
    value: Mapping[str | int, Any]
    lines: Mapping[Path, int]
    warnings: tuple[Problem, ...] = ()

    def known(self, path: Path) -> Path:
        """The part of `path` that the file really has, leaving out steps that were only added in memory."""
        found: Path = ()
        for step in path:
            if (*found, step) in self.lines:
                found = (*found, step)
        return found

    def line(self, path: Path) -> int:
        """The line of `path`, or of the nearest thing around it that the file has."""
        return self.lines.get(self.known(path), 1)

    def problem(self, path: Path, reason: str, mend: str = "", level: str = "error") -> Problem:
        """A problem at `path`, with file, line and dotted field."""
        return Problem(self.file, self.line(path), dotted(path), reason, mend, level)


def dotted(path: Path) -> str:
    """`("moves", "hear", 1)` as people read it: `moves.hear[1]`."""
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path).lstrip(".")


def load_yaml(data: bytes, file: str) -> Located:
    """Reads one YAML mapping of at most 64 KiB and 20 levels. Raises KnowledgeError; every problem in it has a line."""
    text, warnings = read_text(data, file)
    return load_text(text, file, warnings=warnings)


def load_text(text: str, file: str, first_line: int = 1, warnings: tuple[Problem, ...] = ()) -> Located:
    """As `load_yaml`, for text that `characters.read_text` has passed; `first_line` is its place in the file."""
    builder = _Builder(file, first_line, text.split("\n"))
    tab = text.find("\t")
    if tab >= 0:
        builder.stop(text.count("\n", 0, tab), "a tab character", "use spaces")
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            builder.take(event)
    except yaml.YAMLError as error:
        builder.stop(*in_plain_words(error))
    except (ValueError, OverflowError):
        # because the parser written in Python hands impossible escapes and version numbers to chr() and int()
        builder.stop(builder.line, "an escape or number that does not exist", "write the character itself")
    return builder.finish(warnings)


@dataclass(slots=True)
class _Open:
    """A mapping or list that has begun and not ended. In a mapping, `step` is the key whose value comes next."""

    items: dict[str | int, Any] | list[Any]
    path: Path
    step: object = _KEY_EXPECTED
    keys: dict[str, int] = field(default_factory=dict)


class _Builder:
    def __init__(self, file: str, first_line: int, source: list[str]) -> None:
        self.file = file
        self.first_line = first_line
        self.source = source
        self.line = 0
        self.documents = 0
        self.root: dict[str | int, Any] | None = None
        self.open: list[_Open] = []
        self.lines: dict[Path, int] = {}
        self.problems: list[Problem] = []

    def report(self, line: int, reason: str, mend: str, field: str = "") -> None:
        place = self.first_line + min(line, len(self.source) - 1)
        problem = Problem(self.file, place, field, reason, mend)
        if problem not in self.problems[-1:]:
            self.problems.append(problem)

    def stop(self, line: int, reason: str, mend: str) -> None:
        self.report(line, reason, mend)
        raise KnowledgeError(self.problems)

    def take(self, event: yaml.Event) -> None:
        assert event.start_mark is not None  # both parsers mark every event
        self.line = event.start_mark.line
        match event:
            case yaml.ScalarEvent():
                self.refuse_extras(event)
                self.place(self.scalar(event))
            case yaml.MappingStartEvent():
                self.begin({}, event)
            case yaml.SequenceStartEvent():
                self.begin([], event)
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self.open.pop()
            case yaml.AliasEvent():
                self.report(self.line, f"an alias (`*{event.anchor}`)", "write the value out, or put the text in quotes")
                self.place(None)
            case yaml.DocumentStartEvent():
                self.begin_document(event)

    def finish(self, warnings: tuple[Problem, ...]) -> Located:
        if self.root is None and not self.problems:
            self.report(0, "there are no fields here", "write `field: value` lines")
        if self.problems:
            raise KnowledgeError(self.problems)
        return Located(self.file, self.root or {}, self.lines, warnings)

    def begin_document(self, event: yaml.DocumentStartEvent) -> None:
        self.documents += 1
        if self.documents > 1:
            self.stop(self.line, "a second document begins here (`---`)", "keep one document in a file")
        if event.version or event.tags:
            self.stop(self.line, "a YAML directive (`%...`)", "delete the line")

    def begin(self, items: dict[str | int, Any] | list[Any], event: yaml.CollectionStartEvent) -> None:
        self.refuse_extras(event)
        if len(self.open) >= MAX_DEPTH:
            self.stop(self.line, f"more than {MAX_DEPTH} levels inside each other", "flatten it")
        self.open.append(_Open(items, self.place(items)))

    def refuse_extras(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        if event.anchor:
            self.report(self.line, f"an anchor (`&{event.anchor}`)", "write the value out, or put the text in quotes")
        if event.tag:
            self.report(self.line, f"a tag (`{event.tag}`)", "delete it, or put the text in quotes")

    def place(self, value: Any) -> Path:
        """Puts a value where it belongs, and gives its path."""
        if not self.open:
            if not isinstance(value, dict):
                self.stop(self.line, f"a {_kind(value)} where fields are expected", "write `field: value` lines")
            self.root = value
            return ()
        parent = self.open[-1]
        if isinstance(parent.items, list):
            path = (*parent.path, len(parent.items))
            self.lines[path] = self.first_line + self.line
            parent.items.append(value)
            return path
        if parent.step is _KEY_EXPECTED:
            parent.step = self.key(value, parent)
            return (*parent.path, "?")
        step = parent.step
        assert isinstance(step, str | int)
        parent.step = _KEY_EXPECTED
        parent.items[step] = value
        return (*parent.path, step)

    def key(self, value: Any, parent: _Open) -> str | int:
        reason, mend = key_problem(value)
        if reason:
            self.report(self.line, reason, mend)
            return "?"
        name = str(value)
        here = self.first_line + self.line
        if name in parent.keys:
            field = dotted((*parent.path, value))
            self.report(self.line, f"written twice (first on line {parent.keys[name]})", "keep one of them", field)
        parent.keys[name] = here
        self.lines[(*parent.path, value)] = here
        return value  # type: ignore[no-any-return]

    def scalar(self, event: yaml.ScalarEvent) -> str | int | float | bool | None:
        text: str = event.value
        if event.style == '"':
            self.problems.extend(forbidden_characters(text, self.file, self.first_line + self.line))
        if event.style or event.tag:
            return text
        self.refuse_lost_text(event)
        if text in _WORDS:
            return _WORDS[text]
        if _INT.fullmatch(text):
            return int(text)
        return float(text) if _FLOAT.fullmatch(text) else text

    def refuse_lost_text(self, event: yaml.ScalarEvent) -> None:
        start, end = event.start_mark, event.end_mark
        assert start is not None
        assert end is not None
        for number in range(start.line + 1, end.line + 1):
            if self.source[number].lstrip().startswith("- "):
                mend = "give the item the indentation of the one above, or put the text in quotes"
                self.report(number, "this list item is read as part of the text above it", mend)
        if end.line < len(self.source) and event.value and _LOST_TEXT.match(self.source[end.line], end.column):
            lost = self.source[end.line][end.column :].strip()
            mend = "put the text in quotes; if it is a comment, write a space after the #"
            self.report(end.line, f"YAML drops `{lost}` as a comment", mend)


def _kind(value: object) -> str:
    return "list" if isinstance(value, list) else "single value"
