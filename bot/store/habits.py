"""Small settings of one person, such as the name that they sign with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from bot.store.putting import put
from bot.store.tables import HABITS

if TYPE_CHECKING:
    from sqlalchemy import Connection


def recall(connection: Connection, team: str, person: str, name: str) -> str:
    query = select(HABITS.c.value).where(HABITS.c.team == team, HABITS.c.person == person, HABITS.c.name == name)
    value: str | None = connection.execute(query).scalar()
    return value or ""


def remember(connection: Connection, team: str, person: str, name: str, value: str) -> None:
    put(connection, HABITS, {"team": team, "person": person, "name": name, "value": value})
