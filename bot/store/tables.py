"""What is kept, as tables: the same on SQLite and PostgreSQL. A change here goes with a new file in `migrations/versions`."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, DateTime, Index, Integer, MetaData, PrimaryKeyConstraint, String, Table, Text

METADATA = MetaData()

DRAFTS = Table(
    "drafts",
    METADATA,
    Column("team", String(64), nullable=False),
    Column("id", String(32), nullable=False),
    Column("asker", String(64), nullable=False),
    Column("ask", Text, nullable=False),
    Column("brief", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("own_words", Boolean, nullable=False),
    Column("playbook", String(255), nullable=False),
    Column("verdict", String(32), nullable=False),
    Column("severity", Integer, nullable=False),
    Column("state", String(32), nullable=False),
    Column("posted_link", Text, nullable=False),
    Column("ticked", Text, nullable=False),
    Column("made", DateTime(timezone=True), nullable=False),
    Column("changed", DateTime(timezone=True), nullable=False),
    PrimaryKeyConstraint("team", "id"),
    Index("drafts_of_asker", "team", "asker", "made"),
)
HAND_OVERS = Table(
    "hand_overs",
    METADATA,
    Column("team", String(64), nullable=False),
    Column("id", String(32), nullable=False),
    Column("draft", String(32), nullable=False),
    Column("asker", String(64), nullable=False),
    Column("contact", String(64), nullable=False),
    Column("question", Text, nullable=False),
    Column("made", DateTime(timezone=True), nullable=False),
    Column("place", String(255), nullable=False),
    Column("taken_by", String(64), nullable=False),
    Column("taken_at", DateTime(timezone=True)),
    PrimaryKeyConstraint("team", "id"),
    Index("hand_overs_of_draft", "team", "draft"),
)
FEEDBACK = Table(
    "feedback",
    METADATA,
    Column("team", String(64), nullable=False),
    Column("draft", String(32), nullable=False),
    Column("person", String(64), nullable=False),
    Column("good", Boolean, nullable=False),
    Column("why", Text, nullable=False),
    Column("at", DateTime(timezone=True), nullable=False),
    PrimaryKeyConstraint("team", "draft", "person"),
)
SEEN = Table(
    "seen",
    METADATA,
    Column("key", String(128), primary_key=True),
    Column("at", DateTime(timezone=True), nullable=False),
    Index("seen_at", "at"),
)
HABITS = Table(
    "habits",
    METADATA,
    Column("team", String(64), nullable=False),
    Column("person", String(64), nullable=False),
    Column("name", String(64), nullable=False),
    Column("value", Text, nullable=False),
    PrimaryKeyConstraint("team", "person", "name"),
)
