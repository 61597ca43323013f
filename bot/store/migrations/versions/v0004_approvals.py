"""Approvals, second readings, when a hand-over passes on, and the sealed record of decisions."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    for name in ("answer_by", "pass_at", "passed_at"):
        op.add_column("hand_overs", sa.Column(name, sa.DateTime(timezone=True)))
    op.add_column("hand_overs", sa.Column("declined_by", sa.Text, nullable=False, server_default=""))
    op.create_index("hand_overs_to_pass", "hand_overs", ["pass_at"])
    _about_a_draft(
        "approvals",
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("digest", sa.Text, nullable=False),
        sa.Column("why", sa.Text, nullable=False),
        sa.Column("roles", sa.Text, nullable=False),
        sa.Column("rule", sa.Text, nullable=False),
        sa.Column("limit", sa.Float),
        sa.Column("value", sa.Float),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("made", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due", sa.DateTime(timezone=True), nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("places", sa.Text, nullable=False),
        sa.Column("decided_by", sa.Text, nullable=False),
        sa.Column("decided_role", sa.Text, nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True)),
        sa.Column("answer", sa.Text, nullable=False),
    )
    op.create_index("approvals_due", "approvals", ["state", "due"])
    _about_a_draft(
        "second_readings",
        sa.Column("reader", sa.Text, nullable=False),
        sa.Column("digest", sa.Text, nullable=False),
        sa.Column("made", sa.DateTime(timezone=True), nullable=False),
        sa.Column("opinion", sa.Text, nullable=False),
        sa.Column("words", sa.Text, nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True)),
    )
    _record()


def _about_a_draft(name: str, *columns: sa.Column[object]) -> None:
    op.create_table(
        name,
        sa.Column("team", sa.Text, nullable=False),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("draft", sa.Text, nullable=False),
        sa.Column("asker", sa.Text, nullable=False),
        *columns,
        sa.PrimaryKeyConstraint("team", "id"),
        sa.ForeignKeyConstraint(["team", "draft"], ["drafts.team", "drafts.id"], ondelete="CASCADE"),
    )
    op.create_index(f"{name}_of_draft", name, ["team", "draft"])


def _record() -> None:
    texts = ("who", "role", "action", "subject", "digest", "rule")
    op.create_table(
        "audit",
        sa.Column("seq", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("team", sa.Text, nullable=False),
        sa.Column("at", sa.Text, nullable=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in texts),
        sa.Column("limit", sa.Float),
        sa.Column("value", sa.Float),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("playbook", "values_version", "before", "hash")),
    )
    head = op.create_table(
        "audit_head",
        sa.Column("seq", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("hash", sa.Text, nullable=False),
    )
    op.bulk_insert(head, [{"seq": 0, "hash": ""}])
