"""Drafts, hand-overs, feedback, what was seen already, and small habits of each person."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "drafts",
        sa.Column("team", sa.Text, nullable=False),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("asker", sa.Text, nullable=False),
        sa.Column("ask", sa.Text, nullable=False),
        sa.Column("brief", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("own_words", sa.Boolean, nullable=False),
        sa.Column("playbook", sa.Text, nullable=False),
        sa.Column("verdict", sa.Text, nullable=False),
        sa.Column("severity", sa.Integer, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("posted_link", sa.Text, nullable=False),
        sa.Column("ticked", sa.Text, nullable=False),
        sa.Column("made", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("team", "id"),
    )
    op.create_index("drafts_of_asker", "drafts", ["team", "asker", "made"])
    op.create_table(
        "hand_overs",
        sa.Column("team", sa.Text, nullable=False),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("draft", sa.Text, nullable=False),
        sa.Column("asker", sa.Text, nullable=False),
        sa.Column("contact", sa.Text, nullable=False),
        sa.Column("question", sa.Text, nullable=False),
        sa.Column("made", sa.DateTime(timezone=True), nullable=False),
        sa.Column("place", sa.Text, nullable=False),
        sa.Column("taken_by", sa.Text, nullable=False),
        sa.Column("taken_at", sa.DateTime(timezone=True)),
        sa.PrimaryKeyConstraint("team", "id"),
        sa.ForeignKeyConstraint(["team", "draft"], ["drafts.team", "drafts.id"], ondelete="CASCADE"),
    )
    op.create_index("hand_overs_of_draft", "hand_overs", ["team", "draft"])
    op.create_table(
        "feedback",
        sa.Column("team", sa.Text, nullable=False),
        sa.Column("draft", sa.Text, nullable=False),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("good", sa.Boolean, nullable=False),
        sa.Column("why", sa.Text, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("team", "draft", "person"),
        sa.ForeignKeyConstraint(["team", "draft"], ["drafts.team", "drafts.id"], ondelete="CASCADE"),
    )
    op.create_table(
        "seen",
        sa.Column("key", sa.Text, primary_key=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_index("seen_at", "seen", ["at"])
    op.create_table(
        "habits",
        sa.Column("team", sa.Text, nullable=False),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("value", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("team", "person", "name"),
    )
