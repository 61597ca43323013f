"""Log records that hold nothing to hide: made so before any handler, of whichever library, can see them."""

from __future__ import annotations

import logging
import sys
from typing import TYPE_CHECKING, Any

from bot.slack.tracebacks import trace

if TYPE_CHECKING:
    from types import FrameType

    from bot.slack.redact import Redactor

CHATTY = ("slack_sdk", "slack_bolt")
"""Libraries that put their sentences together at run time, with the payload at the end."""


class RecordFactory:
    """For `logging.setLogRecordFactory`. A record of it carries its line, ready to be written, as `event_dict`."""

    def __init__(self, redactor: Redactor) -> None:
        self._redactor = redactor

    def __call__(
        self,
        name: str | None,
        level: int,
        path: str,
        line: int,
        message: object,
        args: Any,
        exc_info: Any,
        function: str | None = None,
        *_: object,
    ) -> logging.LogRecord:
        error, values = _error_of(exc_info), {}
        if isinstance(message, dict):
            values = {key: value for key, value in message.items() if key not in ("event", "exc_info")}
            error = error or _error_of(message.get("exc_info"))
            message = message.get("event")
        event = {"event": self._sentence(name or "", message, args), **self._redactor.values(values)}
        record = logging.LogRecord(name or "", level, path, line, event["event"], None, None, function)
        record.__dict__["event_dict"] = event
        if error is not None:
            event["exception"] = record.exc_text = self._redactor.text(trace(error))
        return record

    def _sentence(self, name: str, message: object, args: Any) -> str:
        """A sentence that stands in the code which logs it is ours or a library's; one that was put together is all payload."""
        if isinstance(message, str) and _stands_in_the_code(message):
            return self._redactor.sentence(_filled(message, self._arguments(args)) if args else message)
        if isinstance(message, str) and name.startswith(CHATTY):
            return self._redactor.foreign(message)
        return str(self._redactor.value("event", message))

    def _arguments(self, args: Any) -> Any:
        args = args if isinstance(args, tuple) else (args,)
        if len(args) == 1 and isinstance(args[0], dict):
            return {key: self._redactor.value(str(key), value) for key, value in args[0].items()}
        return tuple(self._redactor.value("", value) for value in args)


def _stands_in_the_code(sentence: str) -> bool:
    """Whether the function that called the logger holds `sentence` as a constant."""
    frame: FrameType | None = sys._getframe(3)  # below this function and its two callers stands the logger's own code
    while frame is not None and frame.f_globals.get("__name__", "").partition(".")[0] in ("logging", "structlog"):
        frame = frame.f_back
    return frame is not None and sentence in frame.f_code.co_consts


def _filled(message: str, values: Any) -> str:
    try:
        return str(message % values)
    except (TypeError, ValueError, KeyError):
        return message


def _error_of(exc_info: Any) -> BaseException | None:
    if isinstance(exc_info, BaseException):
        return exc_info
    if isinstance(exc_info, tuple):
        return exc_info[1] if len(exc_info) > 1 else None
    return sys.exc_info()[1] if exc_info else None
