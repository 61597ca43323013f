"""A manager's file as text: UTF-8 only, of a sane size, and nothing in it that an eye cannot see.

Refused here: other encodings, control characters, characters that turn the direction of writing around (the text would
read differently from what it says), line breaks that editors count differently, and leftovers of a merge.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from bot.errors import KnowledgeError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_FILE_BYTES = 64 * 1024

_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_FORBIDDEN = re.compile(rf"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff{_BIDI}]|\r(?!\n)")
_CONFLICT = re.compile(r"^(?:<{7}|>{7})(?: |$)", re.MULTILINE)

_NAMES = {
    "\x00": "a NUL character",
    "\r": "a carriage return without a line feed",
    "\u0085": "a NEXT LINE control character",
    "\ufeff": "a byte order mark inside the text",
}


def read_text(data: bytes, file: str, limit: int = MAX_FILE_BYTES) -> tuple[str, tuple[Problem, ...]]:
    """The text of a file without its byte order mark, with `\\n` line ends, and warnings about it.

    Raises KnowledgeError, with lines, for everything that this module refuses. Tabs are allowed here.
    """
    if len(data) > limit:
        reason = f"the file has {len(data):,} bytes; at most {limit:,} are read"
        raise KnowledgeError([Problem(file, 1, "", reason, "split it, or move long text to another file")])
    text = _decode(data, file)
    warnings: tuple[Problem, ...] = ()
    if text.startswith("\ufeff"):
        text = text[1:]
        reason = "the file begins with a byte order mark; it was skipped"
        warnings = (Problem(file, 1, "", reason, "save as UTF-8 without BOM", "warning"),)
    problems = [*forbidden_characters(text, file), *_conflicts(text, file)]
    if problems:
        raise KnowledgeError(problems)
    return text.replace("\r\n", "\n"), warnings


def forbidden_characters(text: str, file: str, first_line: int = 1, field: str = "") -> Iterator[Problem]:
    """One problem for each kind of forbidden character, at its first place."""
    seen: set[str] = set()
    for found in _FORBIDDEN.finditer(text):
        character = found.group()
        if character not in seen:
            seen.add(character)
            line = first_line + text.count("\n", 0, found.start())
            yield Problem(file, line, field, f"contains {describe(character)}, which cannot be seen", "delete it")


def describe(character: str) -> str:
    """What a character is, for someone who cannot see it: `U+200B ZERO WIDTH SPACE`."""
    if character in _NAMES:
        return _NAMES[character]
    return f"U+{ord(character):04X} {unicodedata.name(character, 'control character')}"


def _decode(data: bytes, file: str) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or data[:1] == b"\x00" or data[1:2] == b"\x00":
        raise KnowledgeError([Problem(file, 1, "", "the file is saved as UTF-16", "save it as UTF-8")])
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = 1 + data.count(b"\n", 0, error.start)
        reason = f"byte 0x{data[error.start]:02X} is not UTF-8; the file looks saved as Latin-1 or Windows-1252"
        raise KnowledgeError([Problem(file, line, "", reason, "save it as UTF-8")]) from None


def _conflicts(text: str, file: str) -> Iterator[Problem]:
    found = _CONFLICT.search(text)
    if found:
        line = 1 + text.count("\n", 0, found.start())
        reason = f"a git merge was left unfinished here (`{found.group().strip()}`)"
        yield Problem(file, line, "", reason, "keep one of the two versions and delete the marker lines")
