"""What people gave to customers: each function is one thing done on a connection."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from bot.kept import Given
from bot.store.putting import put
from bot.store.tables import GIVEN

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection

COLUMNS = [GIVEN.c[field.name] for field in fields(Given)]


def keep(connection: Connection, given: Given) -> bool:
    """Whether it is new: what is told twice counts once, at the time at which it was told first."""
    names = tuple(column.name for column in COLUMNS)
    return put(connection, GIVEN, {name: getattr(given, name) for name in names}, keep=names)


def since(connection: Connection, team: str, person: str, start: datetime) -> float:
    """All amounts that a person gave from `start` on."""
    query = select(func.coalesce(func.sum(GIVEN.c.amount), 0.0))
    return float(
        connection.execute(query.where(GIVEN.c.team == team, GIVEN.c.person == person, GIVEN.c.at >= start)).scalar_one()
    )


def of_person(connection: Connection, team: str, person: str, start: datetime) -> tuple[Given, ...]:
    query = select(*COLUMNS).where(GIVEN.c.team == team, GIVEN.c.person == person, GIVEN.c.at >= start)
    return tuple(Given(**row) for row in connection.execute(query.order_by(GIVEN.c.at, GIVEN.c.id)).mappings())
