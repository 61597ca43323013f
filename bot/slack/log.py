"""The log: one JSON object a line (or a readable line on a terminal), and no way round the redaction.

Redaction happens where Python makes a log record, before any handler, of whichever library, can see it; what a dying
thread or the interpreter would print to the standard error is logged instead.
"""

from __future__ import annotations

import logging
import secrets as random
import sys
import threading
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, TextIO

import structlog

from bot.slack.records import CHATTY, RecordFactory
from bot.slack.redact import Redactor

if TYPE_CHECKING:
    from collections.abc import Iterable

    from structlog.typing import EventDict, WrappedLogger

ALPHABET = "23456789BCDFGHJKMNPQRSTVWXYZ"
"""No letter that is read as a figure, and no vowel, so that no reference is a word."""
REFERENCE_LENGTH = 6
QUIET = {"alembic": logging.WARNING, "slack_bolt": logging.ERROR}
"""What these tell beyond it is about themselves, at every start."""


def reference() -> str:
    """A short id for a person to quote and us to find: the fixed sentence they see and the log line share it."""
    return "".join(random.choice(ALPHABET) for _ in range(REFERENCE_LENGTH))


def set_up(level: str = "INFO", secrets: Iterable[str] = (), stream: TextIO | None = None, terminal: bool | None = None) -> None:
    """Sends every logger's lines of `level` and above to `stream` (the standard error), redacted. Call it first, once.

    `secrets` are tokens and passwords to mask wherever they appear. `terminal` chooses readable lines; by default it is
    asked of the stream. Loggers that brought handlers of their own lose them.
    """
    stream = stream or sys.stderr
    redactor = Redactor(tuple(secret for secret in secrets if secret))
    logging.setLogRecordFactory(RecordFactory(redactor))
    handler = logging.StreamHandler(stream)
    handler.setFormatter(_Lines(_renderer(stream.isatty() if terminal is None else terminal)))
    handler.addFilter(_worth_a_line)
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
    for logger, least in QUIET.items():
        logging.getLogger(logger).setLevel(max(least, root.level))
    gather()
    _catch_the_uncaught()
    structlog.configure(
        processors=[structlog.stdlib.filter_by_level, structlog.contextvars.merge_contextvars, _to_logging],
        wrapper_class=structlog.stdlib.BoundLogger,
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=False,
    )


class _Lines(logging.Formatter):
    """One line for a record: time, level, logger, sentence, values."""

    def __init__(self, renderer: structlog.typing.Processor) -> None:
        super().__init__()
        self._renderer = renderer

    def format(self, record: logging.LogRecord) -> str:
        head = {
            "timestamp": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
        }
        event = record.__dict__.get("event_dict", {"event": record.getMessage()})
        return str(self._renderer(None, record.levelname.lower(), {**head, **event, **head}))


def _renderer(terminal: bool) -> structlog.typing.Processor:
    if terminal:
        return structlog.dev.ConsoleRenderer(exception_formatter=structlog.dev.plain_traceback)
    return structlog.processors.JSONRenderer(ensure_ascii=True)


def _to_logging(_: WrappedLogger, __: str, event: EventDict) -> tuple[tuple[EventDict], dict[str, Any]]:
    return (event,), {}


def _worth_a_line(record: logging.LogRecord) -> bool:
    """Other libraries' debug lines tell, once their payloads are cut, nothing."""
    return record.levelno >= logging.INFO or not record.name.startswith(CHATTY)


def gather() -> None:
    """Sends what loggers with handlers of their own have to say (a web server's, for one) the common way."""
    for logger in logging.root.manager.loggerDict.values():
        if isinstance(logger, logging.Logger) and logger.handlers:
            logger.handlers.clear()
            logger.propagate = True
    logging.captureWarnings(True)


def _catch_the_uncaught() -> None:
    log = logging.getLogger("bot")

    def in_main(_: type[BaseException], error: BaseException, __: object) -> None:
        if not isinstance(error, KeyboardInterrupt):
            log.critical("uncaught error", exc_info=error)

    def in_thread(uncaught: threading.ExceptHookArgs) -> None:
        log.critical("uncaught error in a thread", exc_info=uncaught.exc_value)

    def in_collector(uncaught: sys.UnraisableHookArgs) -> None:
        log.error("error that could not be raised", exc_info=uncaught.exc_value)

    sys.excepthook, threading.excepthook, sys.unraisablehook = in_main, in_thread, in_collector
