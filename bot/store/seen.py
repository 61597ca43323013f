"""What was seen already, so that a request that comes twice is served once."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import delete, select, update

from bot.store.putting import put
from bot.store.tables import SEEN

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection

REMEMBERED = timedelta(hours=25)
"""How long a request counts as seen: longer than Slack may deliver it again."""
SWEPT = 100
"""Old rows that one call takes away at most: more than come in, and never a long wait."""


def first_time(connection: Connection, key: str, now: datetime) -> bool:
    old = now - REMEMBERED
    again = update(SEEN).where(SEEN.c.key == key, SEEN.c.at < old).values(at=now)
    first = connection.execute(again).rowcount == 1 or put(connection, SEEN, {"key": key, "at": now}, keep=("at",))
    # Rows that another program is sweeping are left to it: two that wait for each other would both fail.
    gone = select(SEEN.c.key).where(SEEN.c.at < old).limit(SWEPT).with_for_update(skip_locked=True)
    connection.execute(delete(SEEN).where(SEEN.c.key.in_(gone)))
    return first


def forget(connection: Connection, key: str) -> None:
    connection.execute(delete(SEEN).where(SEEN.c.key == key))
