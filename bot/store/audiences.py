"""Numbers of followers: kept while they are of use, and erased. Each function is one thing done on a connection."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING

from sqlalchemy import Text, and_, delete, select, type_coerce, update

from bot.kept import Audience
from bot.store.putting import put
from bot.store.tables import AUDIENCES, DRAFTS

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection

COLUMNS = [AUDIENCES.c[field.name] for field in fields(Audience)]
AT_ONCE = 200
"""Rows that one call erases at most."""
_ASK = type_coerce(DRAFTS.c.ask, Text)
_CARRIED = and_(_ASK.like('%"followers": %'), _ASK.not_like('%"followers": null%'))
"""A customer's words are no such text: quotes in them are escaped."""


def keep(connection: Connection, audience: Audience) -> None:
    put(connection, AUDIENCES, {column.name: getattr(audience, column.name) for column in COLUMNS})


def find(connection: Connection, team: str, handle: str, network: str, oldest: datetime) -> Audience | None:
    query = select(*COLUMNS).where(AUDIENCES.c.team == team, AUDIENCES.c.handle == handle, AUDIENCES.c.at >= oldest)
    if network:
        query = query.where(AUDIENCES.c.network.in_((network, "")))
    row = connection.execute(query.order_by(AUDIENCES.c.at.desc()).limit(1)).mappings().first()
    return Audience(**row) if row is not None else None


def erase(connection: Connection, older: datetime) -> int:
    """How many were erased in this go; none when nothing is left."""
    old = select(AUDIENCES.c.team, AUDIENCES.c.handle, AUDIENCES.c.network).where(AUDIENCES.c.at < older).limit(AT_ONCE)
    erased = 0
    for team, handle, network in connection.execute(old).all():
        same = and_(AUDIENCES.c.team == team, AUDIENCES.c.handle == handle, AUDIENCES.c.network == network)
        erased += connection.execute(delete(AUDIENCES).where(same, AUDIENCES.c.at < older)).rowcount
    return erased + _erase_from_drafts(connection, older)


def _erase_from_drafts(connection: Connection, older: datetime) -> int:
    carrying = select(DRAFTS.c.team, DRAFTS.c.id, DRAFTS.c.ask).where(DRAFTS.c.made < older, _CARRIED)
    erased = 0
    for team, draft, ask in connection.execute(carrying.limit(AT_ONCE).with_for_update(skip_locked=True)).all():
        same = and_(DRAFTS.c.team == team, DRAFTS.c.id == draft)
        erased += connection.execute(update(DRAFTS).where(same).values(ask=replace(ask, followers=None, checked=False))).rowcount
    return erased
