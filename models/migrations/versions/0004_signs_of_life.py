"""Moments to be known over restarts, why an update failed, and its turn found quickly"""

import sqlalchemy as sa
from alembic import op


revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "milestone",
        sa.Column("bot_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("bot_id", "name"),
    )
    op.drop_index(op.f("ix_inbox_lane"), table_name="inbox")
    with op.batch_alter_table("inbox") as inbox:
        inbox.add_column(sa.Column("error", sa.String(), nullable=False, server_default=""))
    op.create_index(
        "ix_inbox_waiting", "inbox", ["bot_id", "state", "lane", "received_at", "update_id"]
    )
    op.create_index("ix_inbox_incident", "inbox", ["incident"])


def downgrade() -> None:
    op.drop_index("ix_inbox_incident", table_name="inbox")
    op.drop_index("ix_inbox_waiting", table_name="inbox")
    with op.batch_alter_table("inbox") as inbox:
        inbox.drop_column("error")
    op.create_index(op.f("ix_inbox_lane"), "inbox", ["lane"])
    op.drop_table("milestone")
