"""The record of decisions shows every change that was made to it afterwards."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, func, insert, select, update

from bot.decided import Decision, digest_of
from bot.errors import NotYours
from bot.store import audit
from bot.store.engine import open_engine
from bot.store.store import Store, open_store
from bot.store.tables import AUDIT
from tests.store import sample
from tests.store.sample import NOW

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection, Engine

DECISION = Decision("T1", NOW, "U0MO", "frontline", "posted", "d_1", digest_of("words"), "values.yaml", 100, 80.5, "p@1", "v1")
ROWS = 6
TEXTS = [column.name for column in AUDIT.columns if column.name not in ("seq", "limit", "value")]


@pytest.fixture
def written(store: Store, url: str) -> Iterator[Engine]:
    """A database whose record has a few rows."""
    store.keep(sample.kept())
    for number in range(ROWS):
        store.change("T1", "d_1", ticked=(number,), record=replace(DECISION, action=f"did {number}"))
    engine = open_engine(url)
    yield engine
    engine.dispose()


def test_what_was_written_is_found_whole_and_its_head_can_be_noted(store: Store, written: Engine) -> None:
    before = store.verify_audit()
    assert (before.rows, before.wrong) == (ROWS, ())
    store.change("T1", "d_1", ticked=(), record=DECISION)
    assert store.verify_audit(before.head).wrong == ()
    assert store.verify_audit("0" * 64).wrong == ("the hash that you noted is not in the record: it was written anew since",)
    assert [row["action"] for row in store.audit_rows()] == [f"did {number}" for number in range(ROWS)] + ["posted"]


def test_a_record_without_a_row_is_whole(store: Store) -> None:
    assert store.verify_audit() == audit.Verified(0, "", ())


def test_a_change_that_fails_leaves_no_row(store: Store) -> None:
    with pytest.raises(NotYours):
        store.change("T1", "d_none", ticked=(), record=DECISION)
    assert store.verify_audit().rows == 0


def test_the_text_itself_is_never_in_the_record(store: Store, written: Engine) -> None:
    with written.connect() as connection:
        assert sample.kept().text not in str(connection.execute(select(AUDIT)).all())


def _tampered(engine: Engine, change: object) -> audit.Verified:
    """What is found after a change, which is taken back."""
    with engine.connect() as connection:
        change(connection)  # type: ignore[operator]
        found = audit.verify(connection)
        connection.rollback()
        return found


@given(row=st.integers(1, ROWS), column=st.sampled_from(TEXTS), place=st.integers(0, 200), bit=st.integers(0, 6))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_flipped_bit_is_found(written: Engine, row: int, column: str, place: int, bit: int) -> None:
    def flip(connection: Connection) -> None:
        said: str = connection.execute(select(AUDIT.c[column]).where(AUDIT.c.seq == row)).scalar_one() or "x"
        at = place % len(said)
        other = said[:at] + chr(ord(said[at]) ^ (1 << bit)) + said[at + 1 :]
        connection.execute(update(AUDIT).where(AUDIT.c.seq == row).values({column: other}))

    assert _tampered(written, flip).wrong


@given(row=st.integers(1, ROWS), column=st.sampled_from(["limit", "value"]), amount=st.none() | st.floats(0, 1e6))
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_another_amount_is_found(written: Engine, row: int, column: str, amount: float | None) -> None:
    def change(connection: Connection) -> None:
        connection.execute(update(AUDIT).where(AUDIT.c.seq == row).values({column: amount}))

    assert bool(_tampered(written, change).wrong) == (amount != {"limit": 100, "value": 80.5}[column])


@given(gone=st.sets(st.integers(1, ROWS), min_size=1))
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_removed_rows_are_found_wherever_they_stood_the_last_one_too(written: Engine, gone: set[int]) -> None:
    assert _tampered(written, lambda connection: connection.execute(delete(AUDIT).where(AUDIT.c.seq.in_(gone)))).wrong


@given(one=st.integers(1, ROWS), other=st.integers(1, ROWS))
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_rows_in_another_order_are_found(written: Engine, one: int, other: int) -> None:
    def swap(connection: Connection) -> None:
        for seq, to in ((one, -1), (other, one), (-1, other)):
            connection.execute(update(AUDIT).where(AUDIT.c.seq == seq).values(seq=to))

    assert bool(_tampered(written, swap).wrong) == (one != other)


@pytest.mark.parametrize("seq", [-1, 0, ROWS + 1, ROWS + 7])
def test_an_added_row_is_found_even_one_that_is_sealed_well(written: Engine, seq: int) -> None:
    def add(connection: Connection) -> None:
        last = connection.execute(select(AUDIT).where(AUDIT.c.seq == ROWS)).mappings().one()
        row = {**last, "seq": seq, "before": last["hash"], "action": "approved"}
        connection.execute(insert(AUDIT).values(**{**row, "hash": audit.seal(seq, last["hash"], row)}))

    assert _tampered(written, add).wrong


def test_several_programs_add_to_one_chain(store: Store, url: str) -> None:
    programs = [store, open_store(url), open_store(url)]
    for number in range(12):
        store.keep(sample.kept(f"d_{number}"))

    def press(number: int) -> None:
        program = programs[number % len(programs)]
        program.change("T1", f"d_{number % 12}", ticked=(number,), record=replace(DECISION, subject=f"d_{number}"))

    with ThreadPoolExecutor(12) as people:
        list(people.map(press, range(120)))
    for program in programs[1:]:
        program.close()
    found = store.verify_audit()
    assert (found.rows, found.wrong) == (120, ())
    assert len({row["subject"] for row in store.audit_rows()}) == 120


def test_the_chain_is_numbered_from_one(written: Engine) -> None:
    with written.connect() as connection:
        assert connection.execute(select(func.min(AUDIT.c.seq), func.max(AUDIT.c.seq))).one() == (1, ROWS)
