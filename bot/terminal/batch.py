"""Many posts at once: JSON lines in and out, and files of one post a line. Order is kept, and a bad line stops nothing."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.errors import Misuse, SaysoError
from bot.model import SCHEMA_VERSION
from bot.shapes import (
    CHECK_FIELDS,
    QUESTION_FIELDS,
    advice_json,
    answer_json,
    finding_json,
    read_ask,
    read_fields,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from bot.desk import Desk
    from bot.model import Answer, Ask

__all__ = [
    "advice_json",
    "answers_json",
    "ask_lines",
    "check_lines",
    "is_file",
    "print_json",
    "read_all",
    "reply_file",
    "reply_lines",
]

LINE_LIMIT = 2 * 1024 * 1024
"""Bytes of one line that are read; a longer one is refused, the next is answered."""


def reply_lines(desk: Desk, defaults: Ask) -> None:
    """`sayso reply --jsonl`."""
    _answer_lines(lambda line: {"advice": advice_json(desk.reply(read_ask(line, defaults)))})


def check_lines(desk: Desk, channel: str, severity: int, role: str, name: str) -> None:
    """`sayso check --jsonl`."""

    def answer(line: object) -> dict[str, Any]:
        given = {"channel": channel, "severity": severity, "role": role, "name": name, **read_fields(line, CHECK_FIELDS)}
        given.pop("id", None)
        return {"findings": [finding_json(finding) for finding in desk.check(given.pop("text"), **given)]}

    _answer_lines(answer)


def ask_lines(desk: Desk) -> None:
    """`sayso ask --jsonl`."""

    def answer(line: object) -> dict[str, Any]:
        answers = desk.ask(read_fields(line, QUESTION_FIELDS)["text"])
        return {"answers": [answer_json(answer) for answer in answers]}

    _answer_lines(answer)


def reply_file(desk: Desk, ask: Ask, path: Path) -> None:
    """A file of one post a line: progress on standard error, one JSON line a post; `id` is the line's number."""
    from rich.console import Console
    from rich.progress import track

    lines = _decode(path.read_bytes(), str(path)).splitlines()
    posts = [(number, line) for number, line in enumerate(lines, 1) if line.strip()]
    for number, line in track(posts, description="Answering", console=Console(stderr=True), transient=True):
        print_json(
            {"id": number, **_outcome(lambda text: {"advice": advice_json(desk.reply(replace(ask, text=str(text))))}, line)}
        )


def answers_json(identity: object, answers: Iterable[Answer]) -> dict[str, Any]:
    """The shape of one answered question."""
    return {"schema": SCHEMA_VERSION, "id": identity, "answers": [answer_json(answer) for answer in answers]}


def print_json(value: object) -> None:
    """One JSON value on a line of its own, written at once."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False).encode("utf-8", "replace").decode("utf-8") + "\n")
    sys.stdout.flush()


def is_file(argument: str) -> bool:
    """Whether what stands for the post names a file: a single word, and the file is there."""
    try:
        return not any(character.isspace() for character in argument) and len(argument) < 4096 and Path(argument).is_file()
    except (OSError, ValueError):
        return False


def read_all() -> str:
    """Standard input as text. Raises Misuse when it is not UTF-8."""
    return _decode(sys.stdin.buffer.read(), "standard input")


def _answer_lines(answer: Callable[[object], dict[str, Any]]) -> None:
    for data in _lines():
        identity, line, problem = _parse(data)
        outcome = {"error": {"message": problem}} if problem else _outcome(answer, line)
        print_json({"schema": SCHEMA_VERSION, "id": identity, **outcome})


def _lines() -> Iterator[bytes]:
    while data := sys.stdin.buffer.readline(LINE_LIMIT + 1):
        whole = data
        while len(data) > LINE_LIMIT and not data.endswith(b"\n"):
            data = sys.stdin.buffer.readline(LINE_LIMIT + 1)
        if whole.strip():
            yield whole


def _parse(data: bytes) -> tuple[object, object, str]:
    """The line's id, the line, and what is wrong with it (empty: nothing)."""
    if len(data) > LINE_LIMIT:
        return None, None, f"the line is longer than {LINE_LIMIT // 1024 // 1024} MiB"
    try:
        line = json.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return None, None, "the line is not UTF-8"
    except (ValueError, RecursionError) as error:
        return None, None, f"the line is not JSON ({str(error)[:80]})"
    return (line.get("id") if isinstance(line, dict) else None), line, ""


def _outcome(answer: Callable[[object], dict[str, Any]], line: object) -> dict[str, Any]:
    try:
        return answer(line)
    except SaysoError as error:
        return {"error": {"message": str(error)}}


def _decode(data: bytes, name: str) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise Misuse(f"{name} is not UTF-8 text (line {line}); save it as UTF-8 and try again") from None
