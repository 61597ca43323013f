"""What went wrong and where, without what it went wrong with: exceptions quote the text that they could not handle."""

from __future__ import annotations

import re
import traceback
from typing import TYPE_CHECKING
from urllib.error import URLError

from slack_sdk.errors import SlackApiError

from bot.slack.trouble import error_name

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_FRAMES = 30
MOST_CAUSES = 5

_INTERPRETER = re.compile(
    r"name '\w+' is not defined|No module named '[\w.]+'"
    r"|'\w+' object has no attribute '\w+'|module '[\w.]+' has no attribute '\w+'"
    r"|'\w+' object is not (?:callable|iterable|subscriptable)"
    r"|[\w.<>]{1,120}\(\) (?:missing|takes|got)(?: [\w']+| an unexpected keyword argument '\w+'){1,12}"
)
"""What Python itself says of our mistakes: made of names in the code."""
_SLACK_ERROR = re.compile(r"[a-z_]{2,60}")


def brief(error: BaseException) -> str:
    """One error in a word: its type, and of its message only what comes from code or from Slack's list of errors."""
    kind = type(error).__name__
    detail = _detail(error)
    return f"{kind}({detail})" if detail else kind


def trace(error: BaseException) -> str:
    """The error, where it was raised, and what caused it: files, lines and functions."""
    return "\n".join(line for each in _chain(error) for line in _lines(each))


def _detail(error: BaseException) -> str:
    if isinstance(error, SlackApiError):
        name = error_name(error)
        return name if _SLACK_ERROR.fullmatch(name) else ""
    if isinstance(error, URLError) and isinstance(error.reason, BaseException):
        return brief(error.reason)
    if isinstance(error, OSError) and isinstance(error.errno, int):
        return f"errno {error.errno}"
    if isinstance(error, (AttributeError, ImportError, NameError, TypeError)):
        found = _INTERPRETER.fullmatch(str(error))
        return found[0] if found else ""
    return ""


def _chain(error: BaseException) -> Iterator[BaseException]:
    seen: list[BaseException] = []
    todo: list[BaseException | None] = [error]
    while todo and len(seen) < MOST_CAUSES:
        each = todo.pop(0)
        if each is None or any(each is other for other in seen):
            continue
        seen.append(each)
        yield each
        todo.append(each.__cause__ or (None if each.__suppress_context__ else each.__context__))
        if isinstance(each, BaseExceptionGroup):
            todo.extend(each.exceptions)


def _lines(error: BaseException) -> Iterator[str]:
    yield brief(error)
    for frame in traceback.extract_tb(error.__traceback__)[-MOST_FRAMES:]:
        yield f"  {frame.filename}:{frame.lineno} {frame.name}"
