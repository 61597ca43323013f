"""What colleagues saw of audiences, and when a reply was posted."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_table(
        "audiences",
        sa.Column("team", sa.Text, nullable=False),
        sa.Column("handle", sa.Text, nullable=False),
        sa.Column("network", sa.Text, nullable=False),
        sa.Column("followers", sa.BigInteger),
        sa.Column("standing", sa.Text, nullable=False),
        sa.Column("by", sa.Text, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("team", "handle", "network"),
    )
    op.create_index("audiences_at", "audiences", ["at"])
    op.add_column("drafts", sa.Column("posted_at", sa.DateTime(timezone=True)))
    op.create_index("drafts_made", "drafts", ["made"])
    # the last change is the nearest that older drafts know
    op.execute("UPDATE drafts SET posted_at = changed WHERE state = 'posted'")
