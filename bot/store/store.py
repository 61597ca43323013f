"""What outlives a card: drafts, hand-overs, feedback. A short list of verbs; each is told whose team it is for."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, TypeVar

from bot.errors import StoreError
from bot.store import audiences, drafts, habits, hand_overs, seen
from bot.store.engine import READING, open_engine
from bot.store.migrate import migrate
from bot.store.trouble import told
from bot.store.writer import Writer

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from typing import Unpack

    from sqlalchemy import Connection, Engine

    from bot.kept import Audience, HandOver, Kept
    from bot.store.drafts import Changes

T = TypeVar("T")

_ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"


def open_store(url: str) -> Store:
    """The store at a database URL (`sqlite:////folder/sayso.db`), made and brought to today's schema where needed.

    Raises StoreError, in a sentence for who runs Sayso: a wrong address, a file that cannot be written or is no database,
    a schema that is newer than this program.
    """
    engine = open_engine(url)
    try:
        with told(engine.url.render_as_string()):
            migrate(engine)
    except StoreError:
        engine.dispose()
        raise
    return Store(engine)


def new_id(kind: str) -> str:
    """A new id of that kind ("d" for drafts, "h" for hand-overs): no two alike, none that can be misread aloud."""
    return f"{kind}_{''.join(secrets.choice(_ALPHABET) for _ in range(12))}"


class Store:
    """Safe to share between threads. What a verb has written is on the disk when it returns, and every later read sees it.

    Every verb raises StoreError when the database fails. Times are given with their zone and come back in UTC.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine, self._writer = engine, Writer(engine)
        self._where = engine.url.render_as_string()

    def keep(self, kept: Kept) -> None:
        """Keeps a draft, new or in the place of the one with its id."""
        self._write(lambda connection: drafts.keep(connection, kept))

    def draft(self, team: str, draft: str) -> Kept | None:
        """A draft of this team."""
        return self._read(lambda connection: drafts.find(connection, team, draft))

    def change(self, team: str, draft: str, *, seen: datetime | None = None, **changes: Unpack[Changes]) -> Kept:
        """Changes these fields alone, and gives the draft as it stands then.

        With `seen` (its `changed` when it was looked at), only if nobody has changed it since. Raises NotYours when
        somebody has, or the draft is not here.
        """
        return self._write(lambda connection: drafts.change(connection, team, draft, changes, seen))

    def mine(self, team: str, asker: str, limit: int, before: str | None = None) -> tuple[Kept, ...]:
        """A person's drafts, newest first; those older than the draft `before`, for a next page."""
        return self._read(lambda connection: drafts.mine(connection, team, asker, limit, before))

    def feedback(self, team: str, draft: str, person: str, good: bool, why: str, now: datetime) -> None:
        """What somebody thinks of a draft; a later word replaces the earlier. Raises NotYours when the draft is not here."""
        self._write(lambda connection: drafts.think(connection, team, draft, person, good, why, now))

    def opinions(self, team: str) -> tuple[int, int]:
        """How many thumbs of a team point up, and how many down."""
        return self._read(lambda connection: drafts.opinions(connection, team))

    def keep_hand_over(self, given: HandOver) -> None:
        """Keeps a hand-over, new or changed; only `take` changes who has it. Raises NotYours when its draft is not here."""
        self._write(lambda connection: hand_overs.keep(connection, given))

    def hand_over(self, team: str, given: str) -> HandOver | None:
        """A hand-over of this team."""
        return self._read(lambda connection: hand_overs.find(connection, team, given))

    def hand_overs_of(self, team: str, draft: str) -> tuple[HandOver, ...]:
        """To whom a draft was handed, oldest first."""
        return self._read(lambda connection: hand_overs.of_draft(connection, team, draft))

    def take(self, team: str, given: str, person: str, now: datetime) -> HandOver | None:
        """Somebody has it now, unless somebody had it before; the hand-over as it stands. None when there is no such one."""
        return self._write(lambda connection: hand_overs.take(connection, team, given, person, now))

    def drafts_since(self, moment: datetime) -> tuple[Kept, ...]:
        """The drafts of every team that were made from that moment on, oldest first."""
        return self._read(lambda connection: tuple(drafts.since(connection, moment)))

    def keep_audience(self, audience: Audience) -> None:
        """Keeps what a colleague saw, in the place of what was seen before."""
        self._write(lambda connection: audiences.keep(connection, audience))

    def audience(self, team: str, handle: str, network: str, oldest: datetime) -> Audience | None:
        """What was seen last of a handle, not before `oldest`; on any network where none is named."""
        return self._read(lambda connection: audiences.find(connection, team, handle, network, oldest))

    def erase_audiences(self, older: datetime) -> int:
        """Deletes every number of followers from before `older`: those that were seen, and those that drafts carry.

        How many were erased; a few at a time, so that nobody waits long.
        """
        erased = 0
        while some := self._write(lambda connection: audiences.erase(connection, older)):
            erased += some
        return erased

    def recall(self, team: str, person: str, name: str) -> str:
        """A habit of a person, such as the channel they chose last; empty when there is none."""
        return self._read(lambda connection: habits.recall(connection, team, person, name))

    def remember(self, team: str, person: str, name: str, value: str) -> None:
        """Keeps a habit of a person."""
        self._write(lambda connection: habits.remember(connection, team, person, name, value))

    def first_time(self, key: str, now: datetime) -> bool:
        """Whether `key` is seen for the first time in a day; of many who ask at once one is told yes. Put the team in the key."""
        return self._write(lambda connection: seen.first_time(connection, key, now))

    def forget(self, key: str) -> None:
        """The next time that `key` is seen is the first."""
        self._write(lambda connection: seen.forget(connection, key))

    @property
    def commits(self) -> int:
        """How often the disk was waited for: fewer times than there were writes when many came at once."""
        return self._writer.commits

    def close(self) -> None:
        """Finishes what is being written. May be called twice."""
        self._writer.close()
        self._engine.dispose()

    def _read(self, work: Callable[[Connection], T]) -> T:
        with told(self._where), self._engine.connect() as connection:
            return work(connection.execution_options(**{READING: True}))

    def _write(self, work: Callable[[Connection], T]) -> T:
        with told(self._where):
            return self._writer.write(work)
