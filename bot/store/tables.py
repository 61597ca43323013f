"""What is kept, as tables: the same on SQLite and PostgreSQL. A change here goes with a new file in `migrations/versions`.

The columns of a draft and a hand-over are named as the fields of `Kept` and `HandOver`, those of an audience as `Audience`.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    Table,
)

from bot.kept import Brief
from bot.model import Ask
from bot.store.columns import Document, Exact, Moment, Numbers, Strings

METADATA = MetaData()

DRAFTS = Table(
    "drafts",
    METADATA,
    Column("team", Exact, nullable=False),
    Column("id", Exact, nullable=False),
    Column("asker", Exact, nullable=False),
    Column("ask", Document(Ask), nullable=False),
    Column("brief", Document(Brief), nullable=False),
    Column("text", Exact, nullable=False),
    Column("own_words", Boolean, nullable=False),
    Column("playbook", Exact, nullable=False),
    Column("verdict", Exact, nullable=False),
    Column("severity", Integer, nullable=False),
    Column("state", Exact, nullable=False),
    Column("posted_link", Exact, nullable=False),
    Column("ticked", Numbers, nullable=False),
    Column("made", Moment, nullable=False),
    Column("changed", Moment, nullable=False),
    Column("posted_at", Moment),
    PrimaryKeyConstraint("team", "id"),
    Index("drafts_of_asker", "team", "asker", "made"),
    Index("drafts_made", "made"),
)
HAND_OVERS = Table(
    "hand_overs",
    METADATA,
    Column("team", Exact, nullable=False),
    Column("id", Exact, nullable=False),
    Column("draft", Exact, nullable=False),
    Column("asker", Exact, nullable=False),
    Column("contact", Exact, nullable=False),
    Column("question", Exact, nullable=False),
    Column("made", Moment, nullable=False),
    Column("place", Exact, nullable=False),
    Column("taken_by", Exact, nullable=False),
    Column("taken_at", Moment),
    Column("answer_by", Moment),
    Column("pass_at", Moment),
    Column("passed_at", Moment),
    Column("declined_by", Exact, nullable=False, server_default=""),
    PrimaryKeyConstraint("team", "id"),
    ForeignKeyConstraint(["team", "draft"], ["drafts.team", "drafts.id"], ondelete="CASCADE"),
    Index("hand_overs_of_draft", "team", "draft"),
    Index("hand_overs_to_pass", "pass_at"),
)
FEEDBACK = Table(
    "feedback",
    METADATA,
    Column("team", Exact, nullable=False),
    Column("draft", Exact, nullable=False),
    Column("person", Exact, nullable=False),
    Column("good", Boolean, nullable=False),
    Column("why", Exact, nullable=False),
    Column("at", Moment, nullable=False),
    PrimaryKeyConstraint("team", "draft", "person"),
    ForeignKeyConstraint(["team", "draft"], ["drafts.team", "drafts.id"], ondelete="CASCADE"),
)
SEEN = Table(
    "seen",
    METADATA,
    Column("key", Exact, primary_key=True),
    Column("at", Moment, nullable=False),
    Index("seen_at", "at"),
)
HABITS = Table(
    "habits",
    METADATA,
    Column("team", Exact, nullable=False),
    Column("person", Exact, nullable=False),
    Column("name", Exact, nullable=False),
    Column("value", Exact, nullable=False),
    PrimaryKeyConstraint("team", "person", "name"),
)
AUDIENCES = Table(
    "audiences",
    METADATA,
    Column("team", Exact, nullable=False),
    Column("handle", Exact, nullable=False),
    Column("network", Exact, nullable=False),
    Column("followers", BigInteger),
    Column("standing", Exact, nullable=False),
    Column("by", Exact, nullable=False),
    Column("at", Moment, nullable=False),
    PrimaryKeyConstraint("team", "handle", "network"),
    Index("audiences_at", "at"),
)
APPROVALS = Table(
    "approvals",
    METADATA,
    Column("team", Exact, nullable=False),
    Column("id", Exact, nullable=False),
    Column("draft", Exact, nullable=False),
    Column("asker", Exact, nullable=False),
    Column("text", Exact, nullable=False),
    Column("digest", Exact, nullable=False),
    Column("why", Strings, nullable=False),
    Column("roles", Strings, nullable=False),
    Column("rule", Exact, nullable=False),
    Column("limit", Float),
    Column("value", Float),
    Column("reason", Exact, nullable=False),
    Column("made", Moment, nullable=False),
    Column("due", Moment, nullable=False),
    Column("state", Exact, nullable=False),
    Column("places", Strings, nullable=False),
    Column("decided_by", Exact, nullable=False),
    Column("decided_role", Exact, nullable=False),
    Column("decided_at", Moment),
    Column("answer", Exact, nullable=False),
    PrimaryKeyConstraint("team", "id"),
    ForeignKeyConstraint(["team", "draft"], ["drafts.team", "drafts.id"], ondelete="CASCADE"),
    Index("approvals_of_draft", "team", "draft"),
    Index("approvals_due", "state", "due"),
)
SECOND_READINGS = Table(
    "second_readings",
    METADATA,
    Column("team", Exact, nullable=False),
    Column("id", Exact, nullable=False),
    Column("draft", Exact, nullable=False),
    Column("asker", Exact, nullable=False),
    Column("reader", Exact, nullable=False),
    Column("digest", Exact, nullable=False),
    Column("made", Moment, nullable=False),
    Column("opinion", Exact, nullable=False),
    Column("words", Exact, nullable=False),
    Column("answered_at", Moment),
    PrimaryKeyConstraint("team", "id"),
    ForeignKeyConstraint(["team", "draft"], ["drafts.team", "drafts.id"], ondelete="CASCADE"),
    Index("second_readings_of_draft", "team", "draft"),
)
AUDIT = Table(
    "audit",
    METADATA,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("team", Exact, nullable=False),
    Column("at", Exact, nullable=False),
    Column("who", Exact, nullable=False),
    Column("role", Exact, nullable=False),
    Column("action", Exact, nullable=False),
    Column("subject", Exact, nullable=False),
    Column("digest", Exact, nullable=False),
    Column("rule", Exact, nullable=False),
    Column("limit", Float),
    Column("value", Float),
    Column("playbook", Exact, nullable=False),
    Column("values_version", Exact, nullable=False),
    Column("before", Exact, nullable=False),
    Column("hash", Exact, nullable=False),
)
AUDIT_HEAD = Table(
    "audit_head",
    METADATA,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("hash", Exact, nullable=False),
)
