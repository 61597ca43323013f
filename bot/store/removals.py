"""Comments that somebody asked to hide: each function is one thing done on a connection."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from sqlalchemy import and_, select, update

from bot.kept import Removal
from bot.store.putting import put
from bot.store.tables import REMOVALS

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection

    from bot.kept import RemovalState

COLUMNS = [REMOVALS.c[field.name] for field in fields(Removal)]


def keep(connection: Connection, removal: Removal) -> None:
    """What was asked is never written over: the copy must stay as it was."""
    names = tuple(column.name for column in COLUMNS)
    put(connection, REMOVALS, {name: getattr(removal, name) for name in names}, keep=names)


def find(connection: Connection, team: str, removal: str) -> Removal | None:
    row = connection.execute(select(*COLUMNS).where(REMOVALS.c.team == team, REMOVALS.c.id == removal)).mappings().first()
    return Removal(**row) if row is not None else None


def decide(connection: Connection, team: str, removal: str, state: RemovalState, person: str, now: datetime) -> Removal | None:
    """Who decides first decides, and never who asked: two who press at once cannot both win."""
    still = and_(REMOVALS.c.team == team, REMOVALS.c.id == removal, REMOVALS.c.state == "asked", REMOVALS.c.asker != person)
    connection.execute(update(REMOVALS).where(still).values(state=state, decided_by=person, decided_at=now))
    return find(connection, team, removal)
