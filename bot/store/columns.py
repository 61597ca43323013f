"""Kinds of columns: what goes in comes out the same, on SQLite and on PostgreSQL."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, fields
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import DateTime, Text, TypeDecorator

from bot.kept import Brief
from bot.model import Ask

if TYPE_CHECKING:
    from sqlalchemy import Dialect

DOCUMENT_VERSION = 1
"""Written into every document, so that a migration can tell an old shape from a new one."""

_UNSTORABLE = re.compile(r"[\\\0\ud800-\udfff]")
_ESCAPED = re.compile(r"\\u([0-9a-f]{4})")


class Exact(TypeDecorator[str]):
    """Any text. What no database holds, NUL and half an emoji, is written as `\\u0000`; so is the backslash itself."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, _dialect: Dialect) -> str | None:
        return None if value is None else _storable(value)

    def process_result_value(self, value: str | None, _dialect: Dialect) -> str | None:
        return None if value is None else _as_it_was(value)


class Moment(TypeDecorator[datetime]):
    """A time with its zone, which comes back in UTC. SQLite has no zones: there the column is in UTC."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"{value} has no time zone")
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Numbers(TypeDecorator[tuple[int, ...]]):
    """Whole numbers in their order, as a JSON list."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: tuple[int, ...] | None, _dialect: Dialect) -> str | None:
        return None if value is None else json.dumps(value)

    def process_result_value(self, value: str | None, _dialect: Dialect) -> tuple[int, ...] | None:
        return None if value is None else tuple(json.loads(value))


class Strings(TypeDecorator[tuple[str, ...]]):
    """Texts in their order, as a JSON list."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: tuple[str, ...] | None, _dialect: Dialect) -> str | None:
        return None if value is None else json.dumps(value)

    def process_result_value(self, value: str | None, _dialect: Dialect) -> tuple[str, ...] | None:
        return None if value is None else tuple(json.loads(value))


class Document(TypeDecorator[Ask | Brief]):
    """One of our values as JSON. Fields that a later version wrote are passed over; fields that it lacks have their defaults."""

    impl = Text
    cache_ok = True

    def __init__(self, kind: type[Ask | Brief]) -> None:
        super().__init__()
        self.kind: type[Any] = kind

    def process_bind_param(self, value: Ask | Brief | None, _dialect: Dialect) -> str | None:
        if value is None:
            return None
        return _storable(json.dumps({"version": DOCUMENT_VERSION, **asdict(value)}, ensure_ascii=False))

    def process_result_value(self, value: str | None, _dialect: Dialect) -> Ask | Brief | None:
        if value is None:
            return None
        written: dict[str, Any] = json.loads(_as_it_was(value))
        known = {field.name: written[field.name] for field in fields(self.kind) if field.name in written}
        read: Ask | Brief = self.kind(**{name: tuple(item) if isinstance(item, list) else item for name, item in known.items()})
        return read


def _storable(text: str) -> str:
    return _UNSTORABLE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def _as_it_was(text: str) -> str:
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
