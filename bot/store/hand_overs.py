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
_LATER = ("taken_by", "taken_at", "answer_by", "passed_at", "declined_by")
"""What is decided after a hand-over was sent: noting where its message stands must not undo it."""


def keep(connection: Connection, given: HandOver) -> None:
    """Who has it stays: they may press the button of the message before we could note where that message stands."""
    if drafts.find(connection, given.team, given.draft) is None:
        raise NotYours(drafts.GONE)
    put(connection, HAND_OVERS, {column.name: getattr(given, column.name) for column in COLUMNS}, keep=_LATER)


def find(connection: Connection, team: str, given: str) -> HandOver | None:
    row = connection.execute(select(*COLUMNS).where(_is(team, given))).mappings().first()
    return HandOver(**row) if row is not None else None


def take(connection: Connection, team: str, given: str, person: str, now: datetime) -> HandOver | None:
    free = and_(_is(team, given), HAND_OVERS.c.taken_by == "", HAND_OVERS.c.passed_at.is_(None))
    connection.execute(update(HAND_OVERS).where(free).values(taken_by=person, taken_at=now))
    return find(connection, team, given)


def answers_by(connection: Connection, team: str, given: str, person: str, when: datetime) -> HandOver | None:
    """Only who has it can say when they answer."""
    connection.execute(update(HAND_OVERS).where(_is(team, given), HAND_OVERS.c.taken_by == person).values(answer_by=when))
    return find(connection, team, given)


def pass_on(connection: Connection, team: str, given: str, now: datetime, declined_by: str) -> bool:
    """Whether it was still nobody's, and is passed on now: of several who try, one is told yes."""
    free = and_(_is(team, given), HAND_OVERS.c.taken_by == "", HAND_OVERS.c.passed_at.is_(None))
    passed = update(HAND_OVERS).where(free).values(passed_at=now, declined_by=declined_by)
    return connection.execute(passed).rowcount == 1


def overdue(connection: Connection, now: datetime, limit: int) -> tuple[HandOver, ...]:
    """What nobody has, and half of whose time is over, of every team: the longest overdue first."""
    table = HAND_OVERS.c
    late = and_(table.taken_by == "", table.passed_at.is_(None), table.pass_at <= now)
    rows = connection.execute(select(*COLUMNS).where(late).order_by(table.pass_at, table.id).limit(limit)).mappings()
    return tuple(HandOver(**row) for row in rows)


def of_draft(connection: Connection, team: str, draft: str) -> tuple[HandOver, ...]:
    query = select(*COLUMNS).where(HAND_OVERS.c.team == team, HAND_OVERS.c.draft == draft)
    rows = connection.execute(query.order_by(HAND_OVERS.c.made, HAND_OVERS.c.id)).mappings()
    return tuple(HandOver(**row) for row in rows)


def _is(team: str, given: str) -> ColumnElement[bool]:
    return and_(HAND_OVERS.c.team == team, HAND_OVERS.c.id == given)
