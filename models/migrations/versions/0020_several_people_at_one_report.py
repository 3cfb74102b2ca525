"""Several people at one report"""

import sqlalchemy as sa
from alembic import op


revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None

_WORDS = ("held_step", "shows", "seen")


def upgrade() -> None:
    with op.batch_alter_table("entry") as table:
        table.add_column(sa.Column("version", sa.Integer(), nullable=False, server_default="0"))
    with op.batch_alter_table("entry") as table:
        table.alter_column("version", server_default=None)
    with op.batch_alter_table("conversation") as table:
        table.add_column(sa.Column("held_entry_id", sa.Integer(), nullable=True))
        table.add_column(sa.Column("held_step", sa.String(), nullable=False, server_default=""))
        table.add_column(sa.Column("held_indicator_id", sa.Integer(), nullable=True))
        table.add_column(sa.Column("shows", sa.String(), nullable=False, server_default=""))
        table.add_column(sa.Column("active_at", sa.DateTime(timezone=True), nullable=True))
        table.add_column(sa.Column("seen", sa.Text(), nullable=False, server_default=""))
        table.create_foreign_key(
            "conversation_held_entry_id_fkey", "entry", ["held_entry_id"], ["id"]
        )
        table.create_foreign_key(
            "conversation_held_indicator_id_fkey", "indicator", ["held_indicator_id"], ["id"]
        )
    with op.batch_alter_table("conversation") as table:
        for column in _WORDS:
            table.alter_column(column, server_default=None)


def downgrade() -> None:
    with op.batch_alter_table("conversation") as table:
        table.drop_constraint("conversation_held_entry_id_fkey", type_="foreignkey")
        table.drop_constraint("conversation_held_indicator_id_fkey", type_="foreignkey")
    with op.batch_alter_table("conversation") as table:
        for column in ("held_entry_id", "held_indicator_id", "active_at", *_WORDS):
            table.drop_column(column)
    with op.batch_alter_table("entry") as table:
        table.drop_column("version")
