"""The way to today's tables: the numbered changes that a database has not had yet, all of them or none."""

from __future__ import annotations

from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import func, select

from bot.errors import StoreError

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

MIGRATIONS = Path(__file__).with_name("migrations")
_ONE_AT_A_TIME = Lock()  # because Alembic keeps what it works on in a module
_OURS = 0x5A150
"""Number of the lock under which PostgreSQL lets one of several programs migrate; SQLite locks the file."""


def migrate(engine: Engine) -> None:
    """Brings the database to this program's schema, in one transaction that nobody else can be in.

    Raises StoreError when it is of a newer program: nothing is changed then.
    """
    with _ONE_AT_A_TIME, engine.begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(select(func.pg_advisory_xact_lock(_OURS)))
        _upgrade(connection)


def _upgrade(connection: Connection) -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    ours = ScriptDirectory.from_config(config)
    newest, stands_at = ours.get_current_head(), MigrationContext.configure(connection).get_current_revision()
    if stands_at == newest:
        return
    if stands_at is not None and stands_at not in {revision.revision for revision in ours.walk_revisions()}:
        raise StoreError(
            f"the database has schema {stands_at}, newer than this Sayso knows ({newest}); start the newer Sayso again, "
            "or set SAYSO_DATABASE_URL to a copy from before"
        )
    command.upgrade(config, "head")
