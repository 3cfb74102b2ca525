"""More time for a report"""

import sqlalchemy as sa
from alembic import op


revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "extension",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("report_id", sa.Integer(), nullable=False),
        sa.Column("asked_by_id", sa.Integer(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("wanted_until", sa.DateTime(timezone=True), nullable=False),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("decided_by_id", sa.Integer(), nullable=True),
        sa.Column("granted_until", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["report_id"], ["report.id"]),
        sa.ForeignKeyConstraint(["asked_by_id"], ["person.id"]),
        sa.ForeignKeyConstraint(["decided_by_id"], ["person.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_extension_report_id"), "extension", ["report_id"], unique=False)
    op.create_index(
        "ix_extension_open",
        "extension",
        ["report_id"],
        unique=True,
        sqlite_where=sa.text("state = 'asked'"),
        postgresql_where=sa.text("state = 'asked'"),
    )
    with op.batch_alter_table("report") as report:
        report.add_column(sa.Column("extended_to", sa.DateTime(timezone=True), nullable=True))
        report.add_column(sa.Column("extended_at", sa.DateTime(timezone=True), nullable=True))
        report.add_column(
            sa.Column("extension_counts", sa.Boolean(), nullable=False, server_default=sa.false())
        )


def downgrade() -> None:
    with op.batch_alter_table("report") as report:
        for column in ("extension_counts", "extended_at", "extended_to"):
            report.drop_column(column)
    op.drop_index("ix_extension_open", table_name="extension")
    op.drop_index(op.f("ix_extension_report_id"), table_name="extension")
    op.drop_table("extension")
