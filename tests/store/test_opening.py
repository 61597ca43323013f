"""A database is made, brought up to date or refused, and whoever runs Sayso is told which and why in one sentence."""

from __future__ import annotations

import json
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from sqlalchemy import create_engine, inspect, text

from bot.errors import StoreError
from bot.store.engine import open_engine
from bot.store.migrate import MIGRATIONS
from bot.store.store import Store, open_store
from bot.store.tables import DRAFTS, METADATA
from tests.store import sample
from tests.store.sample import NOW

if TYPE_CHECKING:
    from pathlib import Path

NEWEST = max(path.name[1:5] for path in (MIGRATIONS / "versions").glob("v*.py"))


def test_the_numbered_changes_lead_to_the_tables_that_the_program_uses(store: Store, url: str) -> None:
    engine = open_engine(url)
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), METADATA) == []
    engine.dispose()


def test_changes_are_numbered_without_a_gap() -> None:
    files = sorted(path.name for path in (MIGRATIONS / "versions").glob("v*.py"))
    assert [name[:6] for name in files] == [f"v{number:04d}_" for number in range(1, len(files) + 1)]


def test_a_database_of_a_newer_sayso_is_refused_and_left_as_it_is(store: Store, url: str) -> None:
    store.keep(sample.kept())
    engine = open_engine(url)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()
    with pytest.raises(StoreError, match=rf"schema 9999, newer than this Sayso knows \({NEWEST}\)"):
        open_store(url)
    assert store.draft("T1", "d_1") == sample.kept()


def test_what_a_later_version_added_to_a_document_is_passed_over(store: Store, url: str) -> None:
    store.keep(sample.kept())
    engine = open_engine(url)
    with engine.begin() as connection:
        written = json.loads(connection.execute(text("SELECT ask FROM drafts")).scalar_one())
        assert written["version"] == 1
        del written["seed"]
        later = json.dumps({**written, "version": 2, "mood": ["new"]})
        connection.execute(text("UPDATE drafts SET ask = :ask"), {"ask": later})
    engine.dispose()
    found = store.draft("T1", "d_1")
    assert found is not None
    assert (found.ask.text, found.ask.replies, found.ask.seed) == ("my bag is gone", ("one", "two"), 0)


OPEN = "import sys; from bot.store.store import open_store; sys.stdin.read(1); open_store(sys.argv[1]).close()"


def test_two_programs_may_open_a_new_database_at_once(url: str, pytestconfig: pytest.Config) -> None:
    command = [sys.executable, "-c", OPEN, url]
    programs = [
        subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.PIPE, cwd=pytestconfig.rootpath) for _ in range(2)
    ]
    for program in programs:
        assert program.stdin is not None
        program.stdin.write(b"!")
        program.stdin.flush()
    assert [program.communicate()[1] for program in programs] == [b""] * 2


def test_a_database_file_is_durable_and_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "new" / "folder" / "sayso.db"
    store = open_store(f"sqlite:///{path}")
    store.keep(sample.kept())
    assert {stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()} == {0o600}
    with store._engine.connect() as connection:
        pragmas = ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        assert [connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in pragmas] == ["wal", 2, 1, 5000]
    store.close()


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("nonsense", "cannot be read"),
        ("postgresql://host:port/db", "cannot be read"),
        ("mysql://host/db", "`mysql` is no database that Sayso knows"),
        ("sqlite://", "must be a file"),
        ("sqlite:///:memory:", "must be a file"),
        ("sqlite:////proc/none/sayso.db", "cannot be used"),
        ("sqlite:////tmp", "it cannot be opened"),
        ("postgresql://me:secret@/db?host=/nowhere", "cannot be used"),
    ],
)
def test_what_cannot_be_opened_is_said_in_one_sentence(url: str, why: str) -> None:
    with pytest.raises(StoreError, match=why) as error:
        open_store(url)
    assert "\n" not in str(error.value)
    assert "secret" not in str(error.value)


def test_a_file_that_is_no_database_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "sayso.db"
    path.write_text("my holiday pictures " * 100, encoding="utf-8")
    with pytest.raises(StoreError, match="something else, or damaged"):
        open_store(f"sqlite:///{path}")
    assert path.read_text(encoding="utf-8") == "my holiday pictures " * 100


def test_the_tables_of_another_program_are_left_alone(url: str) -> None:
    engine = open_engine(url)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE habits (smoking INTEGER)"))
    with pytest.raises(StoreError, match="tables of another program"):
        open_store(url)
    with engine.connect() as connection:
        assert not connection.dialect.has_table(connection, DRAFTS.name)
    engine.dispose()


def test_a_failure_never_repeats_what_was_being_written(store: Store, url: str) -> None:
    engine = open_engine(url)
    with engine.begin() as connection:
        connection.execute(text("DROP TABLE habits"))
    engine.dispose()
    with pytest.raises(StoreError, match="cannot be used") as error:
        store.remember("T1", "U1", "sign_as", "my card is 4242")
    assert "4242" not in f"{error.value} {error.value.__cause__}"
    assert store.first_time("still alive", NOW)


def test_who_finds_the_file_busy_for_too_long_is_told_to_look_for_the_other_program(tmp_path: Path) -> None:
    store = open_store(f"sqlite:///{tmp_path}/sayso.db")
    store._write(lambda connection: connection.exec_driver_sql("PRAGMA busy_timeout=1"))
    with closing(sqlite3.connect(tmp_path / "sayso.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="another program"):
            store.keep(sample.kept())
        other.execute("ROLLBACK")
    store.keep(sample.kept())
    store.close()


def test_a_file_in_the_way_of_the_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "folder").write_text("a file")
    with pytest.raises(StoreError, match="folder"):
        open_store(f"sqlite:///{tmp_path}/folder/sayso.db")


def test_an_empty_file_becomes_a_database(tmp_path: Path) -> None:
    (tmp_path / "sayso.db").touch()
    open_store(f"sqlite:///{tmp_path}/sayso.db").close()
    engine = create_engine(f"sqlite:///{tmp_path}/sayso.db")
    with engine.connect() as connection:
        assert connection.dialect.has_table(connection, DRAFTS.name)
    engine.dispose()


def test_drafts_of_an_older_sayso_are_brought_along_with_when_they_were_posted(url: str) -> None:
    """The last change is the nearest that those knew."""
    engine, config = open_engine(url), Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        columns = {column["name"] for column in inspect(connection).get_columns("drafts")}
        row = {column: sample_row(column) for column in columns}
        for name, state in (("d_1", "posted"), ("d_2", "open")):
            names = ", ".join(row)
            values = ", ".join(f":{column}" for column in row)
            connection.execute(text(f"INSERT INTO drafts ({names}) VALUES ({values})"), {**row, "id": name, "state": state})
    engine.dispose()
    store = open_store(url)
    found = [store.draft("T1", name) for name in ("d_1", "d_2")]
    store.close()
    assert [kept.posted_at for kept in found if kept] == [NOW, None]


def sample_row(column: str) -> object:
    """A column of the sample draft as the database of that time held it."""
    value = getattr(sample.kept(), column)
    plain = {"ask": json.dumps({"version": 1, "text": "my bag is gone"}), "brief": json.dumps({"version": 1}), "ticked": "[]"}
    if column in plain:
        return plain[column]
    return value.replace(tzinfo=None).isoformat(sep=" ") + ".000000" if column in ("made", "changed") else value
