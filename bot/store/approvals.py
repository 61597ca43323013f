"""Approvals: each function is one thing done on a connection. Of many who decide at once one is heard."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from sqlalchemy import and_, insert, or_, select, update

from bot.decided import Approval, digest_of
from bot.errors import NotYours
from bot.store import audit, drafts
from bot.store.tables import APPROVALS, DRAFTS

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import ColumnElement, Connection

    from bot.decided import Decision

COLUMNS = [APPROVALS.c[field.name] for field in fields(Approval)]
GONE = "this approval is not here any more"
_CLOSED = {
    "approved": "somebody has approved this already; nothing more is needed",
    "refused": "somebody has refused this already; ask them",
    "void": "the draft was changed after you were asked, so this approval is void; the asker can ask again",
    "expired": "the time to approve this is over; the asker can ask again",
}


def ask(connection: Connection, approval: Approval, record: Decision) -> None:
    """Takes the place of an earlier request for the same draft, which is void from now on."""
    if drafts.find(connection, approval.team, approval.draft) is None:
        raise NotYours(drafts.GONE)
    _close(connection, approval.team, approval.draft, keep_digest="")
    connection.execute(insert(APPROVALS).values({column.name: getattr(approval, column.name) for column in COLUMNS}))
    audit.append(connection, record)


def placed(connection: Connection, team: str, approval: str, place: str) -> None:
    """One more message stands where somebody may approve."""
    locked = select(APPROVALS.c.places).where(_is(team, approval)).with_for_update()
    places = connection.execute(locked).scalar_one_or_none() or ()
    connection.execute(update(APPROVALS).where(_is(team, approval)).values(places=(*places, place)))


def decide(connection: Connection, decided: Approval, seen: str, record: Decision) -> Approval:
    """Keeps a decision, if the request is still open and its text the one that was `seen`. The draft gets an approved text.

    Raises NotYours, with the reason, when somebody was quicker, the draft was changed, or the time is over.
    """
    _lock_draft(connection, decided.team, decided.draft)
    still = and_(
        _is(decided.team, decided.id),
        APPROVALS.c.state == "open",
        APPROVALS.c.digest == seen,
        APPROVALS.c.due > record.at,
    )
    values = {name: getattr(decided, name) for name in ("state", "decided_by", "decided_role", "decided_at", "answer")}
    done = connection.execute(update(APPROVALS).where(still).values(text=decided.text, digest=decided.digest, **values))
    if done.rowcount != 1:
        raise NotYours(_why_not(find(connection, decided.team, decided.id), record.at))
    if decided.state == "approved":
        changes: drafts.Changes = {"text": decided.text, "own_words": True, "changed": record.at}
        drafts.change(connection, decided.team, decided.draft, changes, None)
    audit.append(connection, record)
    kept = find(connection, decided.team, decided.id)
    assert kept is not None
    return kept


def void(connection: Connection, team: str, draft: str, text: str) -> None:
    """The draft says something else now: what was approved or asked for another text counts no more."""
    _close(connection, team, draft, keep_digest=digest_of(text))


def expire(connection: Connection, approval: Approval, record: Decision) -> bool:
    """Whether the request was still open, and is over now."""
    mine = and_(_is(approval.team, approval.id), APPROVALS.c.state == "open")
    if connection.execute(update(APPROVALS).where(mine).values(state="expired")).rowcount != 1:
        return False
    audit.append(connection, record)
    return True


def overdue(connection: Connection, now: datetime, limit: int) -> tuple[Approval, ...]:
    query = select(*COLUMNS).where(APPROVALS.c.state == "open", APPROVALS.c.due <= now)
    return tuple(Approval(**row) for row in connection.execute(query.order_by(APPROVALS.c.due).limit(limit)).mappings())


def find(connection: Connection, team: str, approval: str) -> Approval | None:
    row = connection.execute(select(*COLUMNS).where(_is(team, approval))).mappings().first()
    return Approval(**row) if row is not None else None


def of_draft(connection: Connection, team: str, draft: str) -> Approval | None:
    """The newest request for a draft."""
    query = select(*COLUMNS).where(APPROVALS.c.team == team, APPROVALS.c.draft == draft)
    row = connection.execute(query.order_by(APPROVALS.c.made.desc(), APPROVALS.c.id.desc()).limit(1)).mappings().first()
    return Approval(**row) if row is not None else None


def _close(connection: Connection, team: str, draft: str, *, keep_digest: str) -> None:
    live = and_(APPROVALS.c.team == team, APPROVALS.c.draft == draft, APPROVALS.c.state.in_(("open", "approved")))
    stale = or_(APPROVALS.c.state == "open", APPROVALS.c.digest != keep_digest)
    connection.execute(update(APPROVALS).where(live, stale).values(state="void"))


def _lock_draft(connection: Connection, team: str, draft: str) -> None:
    """The draft first, as one who edits it does: two that lock in another order would wait for each other."""
    connection.execute(select(DRAFTS.c.id).where(DRAFTS.c.team == team, DRAFTS.c.id == draft).with_for_update())


def _why_not(found: Approval | None, now: datetime) -> str:
    if found is None:
        return GONE
    if found.state == "open":
        return _CLOSED["expired"] if found.due <= now else "the text was changed since you opened it; look at it again first"
    return _CLOSED[found.state]


def _is(team: str, approval: str) -> ColumnElement[bool]:
    return and_(APPROVALS.c.team == team, APPROVALS.c.id == approval)
