"""What units need not report"""

import sqlalchemy as sa
from alembic import op


revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "exemption",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("plan_id", sa.Integer(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("measure", sa.String(), nullable=False),
        sa.Column("first_period", sa.String(length=7), nullable=False),
        sa.Column("last_period", sa.String(length=7), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("given_by", sa.String(), nullable=False),
        sa.Column("given_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_by", sa.String(), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"]),
        sa.ForeignKeyConstraint(["plan_id"], ["plan.id"]),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    for column in ("office_id", "plan_id", "unit_id"):
        op.create_index(op.f(f"ix_exemption_{column}"), "exemption", [column])
    with op.batch_alter_table("entry") as entry:
        entry.add_column(
            sa.Column("exempt", sa.Boolean(), nullable=False, server_default=sa.false())
        )
        entry.add_column(sa.Column("exempt_reason", sa.Text(), nullable=False, server_default=""))
    with op.batch_alter_table("entry") as entry:
        entry.alter_column("exempt", server_default=None)
        entry.alter_column("exempt_reason", server_default=None)


def downgrade() -> None:
    with op.batch_alter_table("entry") as entry:
        for column in ("exempt_reason", "exempt"):
            entry.drop_column(column)
    op.drop_table("exemption")
