"""Drafts, and what people think of them: each function is one thing done on a connection."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, TypedDict

from sqlalchemy import and_, func, or_, select, update

from bot.errors import NotYours
from bot.kept import Kept
from bot.store.putting import put
from bot.store.tables import DRAFTS, FEEDBACK

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from sqlalchemy import ColumnElement, Connection

    from bot.kept import Brief, State
    from bot.model import Ask, Verdict


COLUMNS = [DRAFTS.c[field.name] for field in fields(Kept)]
GONE = "this draft is not here any more"


class Changes(TypedDict, total=False):
    """The fields of a draft that may change."""

    ask: Ask
    brief: Brief
    text: str
    own_words: bool
    playbook: str
    verdict: Verdict
    severity: int
    changed: datetime
    state: State
    posted_link: str
    ticked: tuple[int, ...]
    posted_at: datetime | None


def keep(connection: Connection, kept: Kept) -> None:
    put(connection, DRAFTS, {column.name: getattr(kept, column.name) for column in COLUMNS})


def find(connection: Connection, team: str, draft: str) -> Kept | None:
    row = connection.execute(select(*COLUMNS).where(_is(team, draft))).mappings().first()
    return Kept(**row) if row is not None else None


def change(connection: Connection, team: str, draft: str, changes: Changes, seen: datetime | None) -> Kept:
    """Only these columns are written, so that two who change different things both have their way."""
    same = _is(team, draft) if seen is None else and_(_is(team, draft), DRAFTS.c.changed == seen)
    done = not changes or connection.execute(update(DRAFTS).where(same).values(**changes)).rowcount == 1
    kept = find(connection, team, draft)
    if kept is None:
        raise NotYours(GONE)
    if not done:
        raise NotYours("this draft was changed meanwhile; open it again and look at it first")
    return kept


def mine(connection: Connection, team: str, asker: str, limit: int, before: str | None) -> tuple[Kept, ...]:
    """The id breaks ties, so that the drafts of one moment are not skipped between two pages."""
    query = select(*COLUMNS).where(DRAFTS.c.team == team, DRAFTS.c.asker == asker)
    if before is not None:
        made = select(DRAFTS.c.made).where(_is(team, before)).scalar_subquery()
        query = query.where(or_(DRAFTS.c.made < made, and_(DRAFTS.c.made == made, DRAFTS.c.id < before)))
    rows = connection.execute(query.order_by(DRAFTS.c.made.desc(), DRAFTS.c.id.desc()).limit(limit)).mappings()
    return tuple(Kept(**row) for row in rows)


def since(connection: Connection, moment: datetime) -> Iterator[Kept]:
    """Every team's, oldest first."""
    for row in connection.execute(
        select(*COLUMNS).where(DRAFTS.c.made >= moment).order_by(DRAFTS.c.made, DRAFTS.c.id)
    ).mappings():
        yield Kept(**row)


def think(connection: Connection, team: str, draft: str, person: str, good: bool, why: str, now: datetime) -> None:
    if find(connection, team, draft) is None:
        raise NotYours(GONE)
    put(connection, FEEDBACK, {"team": team, "draft": draft, "person": person, "good": good, "why": why, "at": now})


def opinions(connection: Connection, team: str) -> tuple[int, int]:
    counted = select(FEEDBACK.c.good, func.count()).where(FEEDBACK.c.team == team).group_by(FEEDBACK.c.good)
    numbers: dict[bool, int] = {bool(good): number for good, number in connection.execute(counted)}
    return numbers.get(True, 0), numbers.get(False, 0)


def _is(team: str, draft: str) -> ColumnElement[bool]:
    return and_(DRAFTS.c.team == team, DRAFTS.c.id == draft)
