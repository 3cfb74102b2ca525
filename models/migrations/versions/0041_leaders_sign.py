"""A unit's leader signs its reports before they are filed, where it is set so"""

import sqlalchemy as sa
from alembic import op


revision = "0041"
down_revision = "0040"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for table_name, column in (("unit", "needs_signature"), ("report", "signing")):
        with op.batch_alter_table(table_name) as table:
            table.add_column(
                sa.Column(column, sa.Boolean(), nullable=False, server_default=sa.false())
            )
        with op.batch_alter_table(table_name) as table:
            table.alter_column(column, server_default=None)
    with op.batch_alter_table("revision") as table:
        table.add_column(sa.Column("signed_by_id", sa.Integer(), nullable=True))
        table.create_foreign_key("fk_revision_signed_by", "person", ["signed_by_id"], ["id"])
    op.create_table(
        "signing",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("report_id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sent_by_id", sa.Integer(), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("end", sa.String(length=32), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("ended_by_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["report_id"], ["report.id"]),
        sa.ForeignKeyConstraint(["sent_by_id"], ["person.id"]),
        sa.ForeignKeyConstraint(["ended_by_id"], ["person.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_signing_report_id", "signing", ["report_id"])
    op.create_index(
        "ix_signing_open",
        "signing",
        ["report_id"],
        unique=True,
        sqlite_where=sa.text("ended_at IS NULL"),
        postgresql_where=sa.text("ended_at IS NULL"),
    )


def downgrade() -> None:
    op.drop_table("signing")
    with op.batch_alter_table("revision") as table:
        table.drop_constraint("fk_revision_signed_by", type_="foreignkey")
        table.drop_column("signed_by_id")
    with op.batch_alter_table("report") as table:
        table.drop_column("signing")
    with op.batch_alter_table("unit") as table:
        table.drop_column("needs_signature")
