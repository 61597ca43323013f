"""What is kept, as tables: the same on SQLite and PostgreSQL. A change here goes with a new file in `migrations/versions`.

The columns of a draft and a hand-over are named as the fields of `Kept` and `HandOver`, those of an audience as `Audience`.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, ForeignKeyConstraint, Index, Integer, MetaData, PrimaryKeyConstraint, Table

from bot.kept import Brief
from bot.model import Ask
from bot.store.columns import Document, Exact, Moment, Numbers

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
    PrimaryKeyConstraint("team", "id"),
    ForeignKeyConstraint(["team", "draft"], ["drafts.team", "drafts.id"], ondelete="CASCADE"),
    Index("hand_overs_of_draft", "team", "draft"),
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
