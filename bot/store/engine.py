"""How a database is opened: on the disk before it is answered, and for nobody else to read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from bot.errors import StoreError
from bot.store.trouble import told

if TYPE_CHECKING:
    import sqlite3

    from sqlalchemy import Connection, Engine
    from sqlalchemy.engine import URL

BUSY_SECONDS = 5
"""How long a write waits for another program's."""
READING = "reading"
"""Execution option of a connection that only reads: it waits for no writer, and no writer for it."""
_EXAMPLE = "SAYSO_DATABASE_URL looks like sqlite:////folder/sayso.db or postgresql://user@host/sayso"


def open_engine(url: str) -> Engine:
    """An engine for `url`; the folder of an SQLite file is made where it is missing. PostgreSQL is first reached when used.

    Raises StoreError for an address that names no database of ours, and where the folder cannot be made.
    """
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError):  # a port that is no number is a ValueError
        raise StoreError(f"the address of the database cannot be read; {_EXAMPLE}") from None
    kind = parsed.get_backend_name()
    if kind == "sqlite":
        return _sqlite(parsed)
    if kind == "postgresql":
        return _postgresql(parsed)
    raise StoreError(f"`{kind}` is no database that Sayso knows; {_EXAMPLE}")


def _sqlite(url: URL) -> Engine:
    if not url.database or url.database.startswith(":"):
        raise StoreError(f"the database must be a file, or nothing would be kept; {_EXAMPLE}")
    with told(url.render_as_string()):
        _make_file(Path(url.database))
    engine = create_engine(
        url.set(drivername="sqlite"), connect_args={"timeout": BUSY_SECONDS, "check_same_thread": False}, hide_parameters=True
    )
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _make_file(path: Path) -> None:
    """SQLite gives its log the rights of the file, and both hold customers' words."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not path.exists():
        path.touch(mode=0o600)


def _prepare(connection: sqlite3.Connection, _record: Any) -> None:
    connection.isolation_level = None  # because `_begin` begins; the driver would do so too late and in its own way
    for pragma in (f"busy_timeout={BUSY_SECONDS * 1000}", "journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    """A writer takes its lock at once: two that had both read first could not both wait for the other."""
    connection.exec_driver_sql("BEGIN" if connection.get_execution_options().get(READING) else "BEGIN IMMEDIATE")


def _postgresql(url: URL) -> Engine:
    limits = f"-c timezone=UTC -c lock_timeout={BUSY_SECONDS}s -c idle_in_transaction_session_timeout=60s"
    try:
        return create_engine(
            url.set(drivername="postgresql+psycopg"),
            connect_args={"options": limits, "connect_timeout": BUSY_SECONDS},
            pool_pre_ping=True,
            hide_parameters=True,
        )
    except ModuleNotFoundError:
        raise StoreError("PostgreSQL needs one package more: pip install 'psycopg[binary]'") from None
