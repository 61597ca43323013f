"""A database that is ready to be used: opened as it should be, and brought to today's schema."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError

from bot.errors import StoreError

if TYPE_CHECKING:
    import sqlite3

    from sqlalchemy import Connection, Engine
    from sqlalchemy.engine import URL

MIGRATIONS = Path(__file__).with_name("migrations")
BUSY_SECONDS = 5


def open_engine(url: str) -> Engine:
    """The database at `url`, made where it is missing. Raises StoreError, in a sentence for who runs Sayso."""
    try:
        parsed = make_url(url)
    except ArgumentError:
        raise StoreError("SAYSO_DATABASE_URL cannot be read; it looks like sqlite:////folder/sayso.db") from None
    try:
        engine = _create(parsed)
        with engine.begin() as connection:
            _migrate(connection)
    except (DBAPIError, OSError) as error:
        cause = error.orig if isinstance(error, DBAPIError) else error
        raise StoreError(f"cannot use the database {parsed.render_as_string()}: {cause}") from None
    return engine


def _create(url: URL) -> Engine:
    if url.get_backend_name() != "sqlite":
        return create_engine(url, pool_pre_ping=True)
    if url.database and url.database != ":memory:":
        Path(url.database).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(url, connect_args={"timeout": BUSY_SECONDS})
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: sqlite3.Connection, _record: Any) -> None:
    """Durable and not in each other's way: a log beside the file, each commit on the disk before it is answered."""
    connection.isolation_level = None  # SQLAlchemy begins transactions itself, below
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", f"busy_timeout={BUSY_SECONDS * 1000}"):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    """A writer takes its lock at once, so that two never find out at the end that they cannot both commit."""
    connection.exec_driver_sql("BEGIN" if connection.get_execution_options().get("reading") else "BEGIN IMMEDIATE")


def _migrate(connection: Connection) -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    today = ScriptDirectory.from_config(config)
    stands_at = MigrationContext.configure(connection).get_current_revision()
    if stands_at == today.get_current_head():
        return
    if stands_at is not None and stands_at not in {revision.revision for revision in today.walk_revisions()}:
        raise StoreError(f"the database is at version {stands_at}, newer than this Sayso knows; start the newer one again")
    command.upgrade(config, "head")
