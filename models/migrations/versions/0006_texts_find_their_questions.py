"""A text is taken for the question that its writer saw"""

import sqlalchemy as sa
from alembic import op


revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("conversation") as table:
        table.add_column(
            sa.Column("asked_version", sa.Integer(), nullable=False, server_default="0")
        )
        table.add_column(sa.Column("before_entry_id", sa.Integer(), nullable=True))
        table.add_column(sa.Column("before_step", sa.String(), nullable=False, server_default=""))
        table.add_column(sa.Column("before_indicator_id", sa.Integer(), nullable=True))
        table.add_column(sa.Column("held_text", sa.Text(), nullable=False, server_default=""))
        table.add_column(sa.Column("too_long", sa.Integer(), nullable=False, server_default="0"))
        table.add_column(sa.Column("album", sa.String(), nullable=False, server_default=""))
        table.create_foreign_key(
            "conversation_before_entry_id_fkey", "entry", ["before_entry_id"], ["id"]
        )
        table.create_foreign_key(
            "conversation_before_indicator_id_fkey", "indicator", ["before_indicator_id"], ["id"]
        )
    with op.batch_alter_table("conversation") as table:
        for column in ("asked_version", "before_step", "held_text", "too_long", "album"):
            table.alter_column(column, server_default=None)


def downgrade() -> None:
    with op.batch_alter_table("conversation") as table:
        table.drop_constraint("conversation_before_entry_id_fkey", type_="foreignkey")
        table.drop_constraint("conversation_before_indicator_id_fkey", type_="foreignkey")
    with op.batch_alter_table("conversation") as table:
        for column in (
            "asked_version",
            "before_entry_id",
            "before_step",
            "before_indicator_id",
            "held_text",
            "too_long",
            "album",
        ):
            table.drop_column(column)
