"""Second readings: each function is one thing done on a connection."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from sqlalchemy import and_, insert, select, update

from bot.decided import SecondReading
from bot.errors import NotYours
from bot.store import audit, drafts
from bot.store.tables import SECOND_READINGS

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Connection

    from bot.decided import Decision

COLUMNS = [SECOND_READINGS.c[field.name] for field in fields(SecondReading)]
_TABLE = SECOND_READINGS.c


def ask(connection: Connection, reading: SecondReading, record: Decision) -> None:
    if drafts.find(connection, reading.team, reading.draft) is None:
        raise NotYours(drafts.GONE)
    connection.execute(insert(SECOND_READINGS).values({column.name: getattr(reading, column.name) for column in COLUMNS}))
    audit.append(connection, record)


def answer(connection: Connection, answered: SecondReading, record: Decision) -> SecondReading:
    """Keeps what the reader thinks; the first answer stays."""
    mine = and_(_is(answered.team, answered.id), _TABLE.reader == answered.reader, _TABLE.opinion == "")
    said = {"opinion": answered.opinion, "words": answered.words, "answered_at": answered.answered_at}
    if connection.execute(update(SECOND_READINGS).where(mine).values(**said)).rowcount != 1:
        raise NotYours("you have answered this already, and the asker has read it")
    audit.append(connection, record)
    return answered


def find(connection: Connection, team: str, reading: str) -> SecondReading | None:
    row = connection.execute(select(*COLUMNS).where(_is(team, reading))).mappings().first()
    return SecondReading(**row) if row is not None else None


def of_draft(connection: Connection, team: str, draft: str) -> tuple[SecondReading, ...]:
    """Who was asked to read a draft, oldest first."""
    query = select(*COLUMNS).where(_TABLE.team == team, _TABLE.draft == draft).order_by(_TABLE.made, _TABLE.id)
    return tuple(SecondReading(**row) for row in connection.execute(query).mappings())


def _is(team: str, reading: str) -> ColumnElement[bool]:
    return and_(_TABLE.team == team, _TABLE.id == reading)
