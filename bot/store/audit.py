"""The record of decisions: only ever added to, each row sealed with the hash of the one before it.

The head (the last number and its hash) stands in a row of its own, so that a missing end is seen too; it is also the lock
under which several programs add one row after the other.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import insert, select, update

from bot.decided import Decision
from bot.errors import StoreError
from bot.store.tables import AUDIT, AUDIT_HEAD

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sqlalchemy import Connection


COLUMNS = [AUDIT.c[field.name] for field in fields(Decision)]
PAGE = 1000


@dataclass(frozen=True, slots=True)
class Verified:
    """What a walk along the record found: how many rows, the `head` hash, and what is `wrong` (empty: nothing)."""

    rows: int
    head: str
    wrong: tuple[str, ...]


def append(connection: Connection, decision: Decision) -> None:
    """Adds a row, in the transaction of the change that it is about: both are kept or neither."""
    head = connection.execute(select(AUDIT_HEAD.c.seq, AUDIT_HEAD.c.hash).with_for_update()).first()
    if head is None:
        raise StoreError("the record of decisions has lost its head; run `sayso audit verify` and bring back a copy")
    row = {column.name: _spelt(getattr(decision, column.name)) for column in COLUMNS}
    sealed = seal(head.seq + 1, head.hash, row)
    connection.execute(insert(AUDIT).values(seq=head.seq + 1, before=head.hash, hash=sealed, **row))
    connection.execute(update(AUDIT_HEAD).values(seq=head.seq + 1, hash=sealed))


def seal(seq: int, before: str, row: Mapping[str, Any]) -> str:
    """The hash of a row: over its number, the hash before it, and every column, in one spelling."""
    said = [seq, before, *(row[column.name] for column in COLUMNS)]
    return hashlib.sha256(json.dumps(said, separators=(",", ":")).encode()).hexdigest()


def rows(connection: Connection) -> Iterator[dict[str, Any]]:
    """Every row, oldest first."""
    last = None
    while True:
        page = select(AUDIT).order_by(AUDIT.c.seq).limit(PAGE)
        found = connection.execute(page if last is None else page.where(AUDIT.c.seq > last)).mappings().all()
        yield from (dict(row) for row in found)
        if len(found) < PAGE:
            return
        last = found[-1]["seq"]


def verify(connection: Connection, noted: str = "") -> Verified:
    """Walks the chain from its first row to its head. `noted` is a hash written down earlier, which must still be in it."""
    wrong: list[str] = []
    seq, before, seen = 0, "", not noted
    for row in rows(connection):
        if row["seq"] != seq + 1:
            wrong.append(f"after row {seq} comes row {row['seq']}: a row is missing or was added")
        if row["before"] != before:
            wrong.append(f"row {row['seq']} does not follow the row before it")
        if row["hash"] != seal(row["seq"], row["before"], row):
            wrong.append(f"row {row['seq']} was changed after it was written")
        seq, before, seen = row["seq"], row["hash"], seen or row["hash"] == noted
    heads = connection.execute(select(AUDIT_HEAD.c.seq, AUDIT_HEAD.c.hash)).all()
    if [tuple(head) for head in heads] != [(seq, before)]:
        wrong.append(f"the record ends at row {seq}, and its head says otherwise: rows are missing at the end, or were added")
    if not seen:
        wrong.append("the hash that you noted is not in the record: it was written anew since")
    return Verified(seq, before, tuple(wrong))


def _spelt(value: Any) -> Any:
    """As the database gives it back, byte for byte: a time as text, since a database reads more than one spelling of it."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="microseconds")
    return float(value) if isinstance(value, int) else value
