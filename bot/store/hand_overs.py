"""Drafts given to somebody else: each function is one thing done on a connection."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from sqlalchemy import and_, select, update

from bot.errors import NotYours
from bot.kept import HandOver
from bot.store import drafts
from bot.store.putting import put
from bot.store.tables import HAND_OVERS

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import ColumnElement, Connection

COLUMNS = [HAND_OVERS.c[field.name] for field in fields(HandOver)]


def keep(connection: Connection, given: HandOver) -> None:
    """Who has it stays: they may press the button of the message before we could note where that message stands."""
    if drafts.find(connection, given.team, given.draft) is None:
        raise NotYours(drafts.GONE)
    put(connection, HAND_OVERS, {column.name: getattr(given, column.name) for column in COLUMNS}, keep=("taken_by", "taken_at"))


def find(connection: Connection, team: str, given: str) -> HandOver | None:
    row = connection.execute(select(*COLUMNS).where(_is(team, given))).mappings().first()
    return HandOver(**row) if row is not None else None


def take(connection: Connection, team: str, given: str, person: str, now: datetime) -> HandOver | None:
    free = and_(_is(team, given), HAND_OVERS.c.taken_by == "")
    connection.execute(update(HAND_OVERS).where(free).values(taken_by=person, taken_at=now))
    return find(connection, team, given)


def of_draft(connection: Connection, team: str, draft: str) -> tuple[HandOver, ...]:
    query = select(*COLUMNS).where(HAND_OVERS.c.team == team, HAND_OVERS.c.draft == draft)
    rows = connection.execute(query.order_by(HAND_OVERS.c.made, HAND_OVERS.c.id)).mappings()
    return tuple(HandOver(**row) for row in rows)


def _is(team: str, given: str) -> ColumnElement[bool]:
    return and_(HAND_OVERS.c.team == team, HAND_OVERS.c.id == given)
