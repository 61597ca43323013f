"""What outlives a card: drafts, hand-overs, feedback. A short list of verbs; each is told whose team it is for."""

from __future__ import annotations

import secrets
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, delete, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from bot.store.engine import open_engine
from bot.store.rows import draft_row, hand_over_of, hand_over_row, kept_of
from bot.store.tables import DRAFTS, FEEDBACK, HABITS, HAND_OVERS, SEEN
from bot.store.writer import Writer

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sqlalchemy import Connection, Engine, RowMapping, Select, Table

    from bot.kept import HandOver, Kept

_ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"
REMEMBERED = timedelta(hours=25)
"""How long a request counts as seen: longer than Slack may deliver it again."""
SWEEP_EVERY = 1_000


def open_store(url: str) -> Store:
    """The store at a database URL (`sqlite:////folder/sayso.db`). Raises StoreError when it cannot be used."""
    return Store(open_engine(url))


def new_id(kind: str) -> str:
    """A new id of that kind ("d" for drafts, "h" for hand-overs): no two alike, none that can be misread aloud."""
    return f"{kind}_{''.join(secrets.choice(_ALPHABET) for _ in range(12))}"


class Store:
    """Safe to share between threads. Reads see what was written before they began; a write is on the disk when it returns."""

    def __init__(self, engine: Engine) -> None:
        self._engine, self._writer = engine, Writer(engine)
        self._until_sweep = SWEEP_EVERY

    def keep(self, kept: Kept) -> None:
        """Keeps a draft, new or changed."""
        row = draft_row(kept)
        self._writer.write(lambda connection: _put(connection, DRAFTS, row))

    def draft(self, team: str, draft: str) -> Kept | None:
        """A draft of this team."""
        row = self._one(select(DRAFTS).where(DRAFTS.c.team == team, DRAFTS.c.id == draft))
        return kept_of(row) if row is not None else None

    def mine(self, team: str, asker: str, limit: int) -> tuple[Kept, ...]:
        """A person's drafts, newest first."""
        mine = select(DRAFTS).where(DRAFTS.c.team == team, DRAFTS.c.asker == asker)
        return tuple(map(kept_of, self._all(mine.order_by(DRAFTS.c.made.desc(), DRAFTS.c.id).limit(limit))))

    def keep_hand_over(self, given: HandOver) -> None:
        """Keeps a hand-over, new or changed."""
        row = hand_over_row(given)
        self._writer.write(lambda connection: _put(connection, HAND_OVERS, row))

    def hand_over(self, team: str, given: str) -> HandOver | None:
        """A hand-over of this team."""
        row = self._one(select(HAND_OVERS).where(HAND_OVERS.c.team == team, HAND_OVERS.c.id == given))
        return hand_over_of(row) if row is not None else None

    def hand_overs_of(self, team: str, draft: str) -> tuple[HandOver, ...]:
        """To whom a draft was handed, oldest first."""
        of_draft = select(HAND_OVERS).where(HAND_OVERS.c.team == team, HAND_OVERS.c.draft == draft)
        return tuple(map(hand_over_of, self._all(of_draft.order_by(HAND_OVERS.c.made))))

    def take(self, team: str, given: str, person: str, now: datetime) -> HandOver | None:
        """Somebody has it now, unless somebody had it before; the hand-over as it stands. None when there is no such one."""
        free = and_(HAND_OVERS.c.team == team, HAND_OVERS.c.id == given, HAND_OVERS.c.taken_by == "")
        self._writer.write(
            lambda connection: connection.execute(update(HAND_OVERS).where(free).values(taken_by=person, taken_at=now))
        )
        return self.hand_over(team, given)

    def feedback(self, team: str, draft: str, person: str, good: bool, why: str, now: datetime) -> None:
        """What somebody thinks of a draft; a later word replaces the earlier."""
        row = {"team": team, "draft": draft, "person": person, "good": good, "why": why, "at": now}
        self._writer.write(lambda connection: _put(connection, FEEDBACK, row))

    def opinions(self, team: str) -> tuple[int, int]:
        """How many thumbs of a team point up, and how many down."""
        counted = select(FEEDBACK.c.good, func.count().label("number")).where(FEEDBACK.c.team == team).group_by(FEEDBACK.c.good)
        numbers = {bool(row["good"]): int(row["number"]) for row in self._all(counted)}
        return numbers.get(True, 0), numbers.get(False, 0)

    def recall(self, team: str, person: str, name: str) -> str:
        """A habit of a person, such as the channel they chose last; empty when there is none."""
        row = self._one(select(HABITS.c.value).where(HABITS.c.team == team, HABITS.c.person == person, HABITS.c.name == name))
        return str(row["value"]) if row is not None else ""

    def remember(self, team: str, person: str, name: str, value: str) -> None:
        """Keeps a habit of a person."""
        row = {"team": team, "person": person, "name": name, "value": value}
        self._writer.write(lambda connection: _put(connection, HABITS, row))

    def first_time(self, key: str, now: datetime) -> bool:
        """Whether this is the first time that `key` is seen; of many callers at once only one is told yes."""
        self._until_sweep -= 1
        if self._until_sweep <= 0:
            self._until_sweep = SWEEP_EVERY
            self._writer.write(lambda connection: connection.execute(delete(SEEN).where(SEEN.c.at < now - REMEMBERED)))
        try:
            self._writer.write(lambda connection: connection.execute(insert(SEEN).values(key=key, at=now)))
        except IntegrityError:
            return False
        return True

    def forget(self, key: str) -> None:
        """The next time that `key` is seen is the first."""
        self._writer.write(lambda connection: connection.execute(delete(SEEN).where(SEEN.c.key == key)))

    @property
    def commits(self) -> int:
        """How often the disk was waited for: fewer times than there were writes when many came at once."""
        return self._writer.commits

    def close(self) -> None:
        """Finishes what is being written. May be called twice."""
        self._writer.close()
        self._engine.dispose()

    def _one(self, query: Select[Any]) -> RowMapping | None:
        with self._engine.connect().execution_options(reading=True) as connection:
            return connection.execute(query).mappings().first()

    def _all(self, query: Select[Any]) -> Sequence[RowMapping]:
        with self._engine.connect().execution_options(reading=True) as connection:
            return connection.execute(query).mappings().all()


def _put(connection: Connection, table: Table, row: dict[str, Any]) -> None:
    """A row in the place of the one with the same key, on any database."""
    same = and_(*(column == row[column.name] for column in table.primary_key.columns))
    if not connection.execute(update(table).where(same).values(row)).rowcount:
        connection.execute(insert(table).values(row))
