"""Helpers answer single measures of one report"""

import sqlalchemy as sa
from alembic import op


revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "helper",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("report_id", sa.Integer(), nullable=False),
        sa.Column("asked_by_id", sa.Integer(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("token_hash", sa.String(), nullable=True),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reminded_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_because", sa.String(length=32), nullable=True),
        sa.ForeignKeyConstraint(["report_id"], ["report.id"]),
        sa.ForeignKeyConstraint(["asked_by_id"], ["person.id"]),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("token_hash"),
    )
    op.create_index(op.f("ix_helper_report_id"), "helper", ["report_id"], unique=False)
    op.create_index(op.f("ix_helper_person_id"), "helper", ["person_id"], unique=False)
    op.create_table(
        "helper_entry",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("helper_id", sa.Integer(), nullable=False),
        sa.Column("entry_id", sa.Integer(), nullable=False),
        sa.Column("stands", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["helper_id"], ["helper.id"]),
        sa.ForeignKeyConstraint(["entry_id"], ["entry.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("helper_id", "entry_id"),
    )
    op.create_index(op.f("ix_helper_entry_helper_id"), "helper_entry", ["helper_id"], unique=False)
    op.create_index(
        "ix_helper_entry_one",
        "helper_entry",
        ["entry_id"],
        unique=True,
        sqlite_where=sa.text("stands"),
        postgresql_where=sa.text("stands"),
    )
    with op.batch_alter_table("conversation") as table:
        table.add_column(sa.Column("picked", sa.Text(), nullable=False, server_default=""))
    with op.batch_alter_table("conversation") as table:
        table.alter_column("picked", server_default=None)


def downgrade() -> None:
    with op.batch_alter_table("conversation") as table:
        table.drop_column("picked")
    op.drop_index("ix_helper_entry_one", table_name="helper_entry")
    op.drop_index(op.f("ix_helper_entry_helper_id"), table_name="helper_entry")
    op.drop_table("helper_entry")
    op.drop_index(op.f("ix_helper_person_id"), table_name="helper")
    op.drop_index(op.f("ix_helper_report_id"), table_name="helper")
    op.drop_table("helper")
