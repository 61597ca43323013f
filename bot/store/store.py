"""What outlives a card: drafts, hand-overs, feedback. A short list of verbs; each is told whose team it is for."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, TypeVar

from bot.errors import StoreError
from bot.store import approvals, audiences, audit, drafts, given, habits, hand_overs, readings, removals, seen
from bot.store.engine import READING, open_engine
from bot.store.migrate import migrate
from bot.store.trouble import again, told
from bot.store.writer import Writer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime
    from typing import Unpack

    from sqlalchemy import Connection, Engine

    from bot.decided import Approval, Decision, SecondReading
    from bot.kept import Audience, Given, HandOver, Kept, Removal, RemovalState
    from bot.store.audit import Verified
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

    def keep(self, kept: Kept, *, record: Decision | None = None) -> None:
        """Keeps a draft, new or in the place of the one with its id."""
        self._write(lambda connection: drafts.keep(connection, kept), record)

    def draft(self, team: str, draft: str) -> Kept | None:
        """A draft of this team."""
        return self._read(lambda connection: drafts.find(connection, team, draft))

    def change(
        self,
        team: str,
        draft: str,
        *,
        seen: datetime | None = None,
        record: Decision | None = None,
        **changes: Unpack[Changes],
    ) -> Kept:
        """Changes these fields alone, and gives the draft as it stands then.

        With `seen` (its `changed` when it was looked at), only if nobody has changed it since. Raises NotYours when
        somebody has, or the draft is not here. Another text makes void what was approved for the one before.
        """

        def work(connection: Connection) -> Kept:
            kept = drafts.change(connection, team, draft, changes, seen)
            if "text" in changes:
                approvals.void(connection, team, draft, changes["text"])
            return kept

        return self._write(work, record)

    def mine(self, team: str, asker: str, limit: int, before: str | None = None) -> tuple[Kept, ...]:
        """A person's drafts, newest first; those older than the draft `before`, for a next page."""
        return self._read(lambda connection: drafts.mine(connection, team, asker, limit, before))

    def feedback(self, team: str, draft: str, person: str, good: bool, why: str, now: datetime) -> None:
        """What somebody thinks of a draft; a later word replaces the earlier. Raises NotYours when the draft is not here."""
        self._write(lambda connection: drafts.think(connection, team, draft, person, good, why, now))

    def opinions(self, team: str) -> tuple[int, int]:
        """How many thumbs of a team point up, and how many down."""
        return self._read(lambda connection: drafts.opinions(connection, team))

    def keep_hand_over(self, given: HandOver, *, record: Decision | None = None) -> None:
        """Keeps a hand-over, new or changed; only `take` changes who has it. Raises NotYours when its draft is not here."""
        self._write(lambda connection: hand_overs.keep(connection, given), record)

    def hand_over(self, team: str, given: str) -> HandOver | None:
        """A hand-over of this team."""
        return self._read(lambda connection: hand_overs.find(connection, team, given))

    def hand_overs_of(self, team: str, draft: str) -> tuple[HandOver, ...]:
        """To whom a draft was handed, oldest first."""
        return self._read(lambda connection: hand_overs.of_draft(connection, team, draft))

    def take(self, team: str, given: str, person: str, now: datetime, *, record: Decision | None = None) -> HandOver | None:
        """Somebody has it now, unless somebody had it before; the hand-over as it stands. None when there is no such one.

        Once it was passed on nobody can take it any more. The decision is recorded for who has it now, and once.
        """

        def work(connection: Connection) -> HandOver | None:
            taken = hand_overs.take(connection, team, given, person, now)
            if record is not None and taken is not None and (taken.taken_by, taken.taken_at) == (person, now):
                audit.append(connection, record)
            return taken

        return self._write(work)

    def answers_by(self, team: str, given: str, person: str, when: datetime, *, record: Decision) -> HandOver | None:
        """When the person who has it answers; the hand-over as it stands. What somebody else says changes nothing."""

        def work(connection: Connection) -> HandOver | None:
            known = hand_overs.answers_by(connection, team, given, person, when)
            if known is not None and known.taken_by == person:
                audit.append(connection, record)
            return known

        return self._write(work)

    def pass_on(self, given: HandOver, now: datetime, *, declined_by: str = "", record: Decision) -> bool:
        """Whether a hand-over was still nobody's, and goes to somebody else now; of several who ask one is told yes."""

        def work(connection: Connection) -> bool:
            passed = hand_overs.pass_on(connection, given.team, given.id, now, declined_by)
            if passed:
                audit.append(connection, record)
            return passed

        return self._write(work)

    def overdue_hand_overs(self, now: datetime, limit: int = 100) -> tuple[HandOver, ...]:
        """What nobody has taken in half of its time, of every team."""
        return self._read(lambda connection: hand_overs.overdue(connection, now, limit))

    def ask_approval(self, approval: Approval, *, record: Decision) -> None:
        """Keeps a request; an earlier one for the same draft is void. Raises NotYours when the draft is not here."""
        self._write(lambda connection: approvals.ask(connection, approval, record))

    def approval_placed(self, team: str, approval: str, place: str) -> None:
        """Where one more message about a request stands."""
        self._write(lambda connection: approvals.placed(connection, team, approval, place))

    def decide(self, decided: Approval, *, seen: str, record: Decision) -> Approval:
        """Approves or refuses, if nobody did before and the text is the one whose digest was `seen`; the draft gets that text.

        Raises NotYours, in a sentence that says why, when it is too late.
        """
        return self._write(lambda connection: approvals.decide(connection, decided, seen, record))

    def approval(self, team: str, approval: str) -> Approval | None:
        """A request of this team."""
        return self._read(lambda connection: approvals.find(connection, team, approval))

    def approval_of(self, team: str, draft: str) -> Approval | None:
        """The newest request for a draft."""
        return self._read(lambda connection: approvals.of_draft(connection, team, draft))

    def overdue_approvals(self, now: datetime, limit: int = 100) -> tuple[Approval, ...]:
        """Requests that nobody decided in time, of every team."""
        return self._read(lambda connection: approvals.overdue(connection, now, limit))

    def expire(self, approval: Approval, *, record: Decision) -> bool:
        """Whether a request was still open, and is over now."""
        return self._write(lambda connection: approvals.expire(connection, approval, record))

    def ask_reader(self, reading: SecondReading, *, record: Decision) -> None:
        """Keeps that somebody was asked to read a draft. Raises NotYours when the draft is not here."""
        self._write(lambda connection: readings.ask(connection, reading, record))

    def answer_reading(self, answered: SecondReading, *, record: Decision) -> SecondReading:
        """Keeps what the reader thinks. Raises NotYours when they have said so before."""
        return self._write(lambda connection: readings.answer(connection, answered, record))

    def second_reading(self, team: str, reading: str) -> SecondReading | None:
        """A second reading of this team."""
        return self._read(lambda connection: readings.find(connection, team, reading))

    def second_readings_of(self, team: str, draft: str) -> tuple[SecondReading, ...]:
        """Who was asked to read a draft, oldest first."""
        return self._read(lambda connection: readings.of_draft(connection, team, draft))

    def verify_audit(self, noted: str = "") -> Verified:
        """Walks the record of decisions; `noted` is a hash written down earlier."""
        return self._read(lambda connection: audit.verify(connection, noted))

    def audit_rows(self) -> Iterator[dict[str, object]]:
        """Every decision with its seal, oldest first."""
        with told(self._where), self._engine.connect() as connection:
            yield from audit.rows(connection.execution_options(**{READING: True}))

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

    def give(self, gift: Given) -> bool:
        """Keeps what somebody gave; whether it is new. The same id told again counts once, as it was told first."""
        return self._write(lambda connection: given.keep(connection, gift))

    def given_since(self, team: str, person: str, start: datetime) -> float:
        """All amounts that a person gave from a moment on."""
        return self._read(lambda connection: given.since(connection, team, person, start))

    def gifts_since(self, team: str, person: str, start: datetime) -> tuple[Given, ...]:
        """What a person gave from a moment on, one by one."""
        return self._read(lambda connection: given.of_person(connection, team, person, start))

    def keep_removal(self, removal: Removal) -> None:
        """Keeps what somebody asked to hide, with the copy of it; one that is there already stays as it is."""
        self._write(lambda connection: removals.keep(connection, removal))

    def removal(self, team: str, removal: str) -> Removal | None:
        """What a colleague of this team asked to hide."""
        return self._read(lambda connection: removals.find(connection, team, removal))

    def decide_removal(self, team: str, removal: str, state: RemovalState, person: str, now: datetime) -> Removal | None:
        """The second person's word, unless somebody said theirs before, or `person` asked themselves; as it stands then."""
        return self._write(lambda connection: removals.decide(connection, team, removal, state, person, now))

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

    def _write(self, work: Callable[[Connection], T], record: Decision | None = None) -> T:
        """With `record`, the decision that `work` carries out, kept in the same transaction."""

        def recorded(connection: Connection) -> T:
            done = work(connection)
            if record is not None:
                audit.append(connection, record)
            return done

        with told(self._where):
            return again(lambda: self._writer.write(recorded))
