"""Putting a row in the place of the one with the same key, in one statement that two programs can make at once."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from sqlalchemy.dialects import postgresql, sqlite

if TYPE_CHECKING:
    from sqlalchemy import Connection, Insert, Table

Row = dict[str, Any]


def put(connection: Connection, table: Table, row: Row, *, keep: tuple[str, ...] = ()) -> bool:
    """Whether something was written. Columns in `keep` stay as they are where a row is there already."""
    statement = _statement(connection.dialect.name, table, keep)
    return connection.execute(statement, row, execution_options={"preserve_rowcount": True}).rowcount == 1


@cache  # because building it takes longer than running it
def _statement(dialect: str, table: Table, keep: tuple[str, ...]) -> Insert:
    insert = (sqlite.insert if dialect == "sqlite" else postgresql.insert)(table)
    keys = [column.name for column in table.primary_key.columns]
    changed = {column.name: insert.excluded[column.name] for column in table.columns if column.name not in (*keys, *keep)}
    if not changed:
        return insert.on_conflict_do_nothing(index_elements=keys)
    return insert.on_conflict_do_update(index_elements=keys, set_=changed)
