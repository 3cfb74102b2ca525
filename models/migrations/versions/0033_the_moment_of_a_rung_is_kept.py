"""A reminder keeps its rung's moment, and a reminder by hand whom it did not reach"""

import sqlalchemy as sa
from alembic import op


revision = "0033"
down_revision = "0032"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("reminder", sa.Column("due_at", sa.DateTime(timezone=True), nullable=True))
    op.execute("UPDATE reminder SET due_at = planned_at")
    with op.batch_alter_table("reminder") as table:
        table.alter_column("due_at", existing_type=sa.DateTime(timezone=True), nullable=False)
    op.create_table(
        "nudge_missed",
        sa.Column("nudge_id", sa.Integer(), nullable=False),
        sa.Column("chase_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["nudge_id"], ["nudge.id"]),
        sa.ForeignKeyConstraint(["chase_id"], ["chase.id"]),
        sa.PrimaryKeyConstraint("nudge_id", "chase_id"),
    )


def downgrade() -> None:
    op.drop_table("nudge_missed")
    with op.batch_alter_table("reminder") as table:
        table.drop_column("due_at")
